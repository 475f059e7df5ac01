//! The content-security policy of the one file: nothing goes out, and only what was built here may run.
//!
//! Scripts and the style sheet are named by their hashes, so text that finds its way into the page can never run.
//! `'wasm-unsafe-eval'` allows the compiled program and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy for a page with exactly these inline scripts and this style sheet.
pub fn one_file(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style)
    )
}

/// The source expression for one inline text.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::{hash, one_file};

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // The well-known digest of the empty text.
        assert_eq!(
            hash(""),
            "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
        );
    }

    #[test]
    fn nothing_but_the_named_parts_is_allowed() {
        let policy = one_file(&["a", "b"], "c");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
        assert_eq!(policy.matches("sha256-").count(), 3);
        for forbidden in [
            "unsafe-inline",
            "'unsafe-eval'",
            "http",
            "blob:",
            "'self'",
            "*",
        ] {
            assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
        }
    }
}
