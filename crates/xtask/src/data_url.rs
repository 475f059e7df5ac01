//! Files that a style sheet refers to, turned into `data:` addresses inside it.

use crate::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const OPEN: &str = "url(";

/// Replaces every file in `url(…)` by its content; `read` gives the content of a file by name.
///
/// # Errors
/// A file cannot be read, is of a kind that we do not ship, or an address is not closed.
pub fn inline_files(
    style: &str,
    read: impl Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<String, Failure> {
    let mut result = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (inside, behind) = address(after).ok_or_else(|| {
            Failure::new(
                "the style sheet has a `url(` that never closes",
                "see style/",
            )
        })?;
        result.push_str(before);
        result.push_str(OPEN);
        if inside.starts_with("data:") || inside.starts_with('#') {
            result.push_str(after.strip_suffix(behind).unwrap_or(after));
        } else {
            let kind = media_type(inside)?;
            result.push_str(&format!(
                "data:{kind};base64,{})",
                STANDARD.encode(read(inside)?)
            ));
        }
        rest = behind;
    }
    result.push_str(rest);
    Ok(result)
}

/// The address without its quotes, and what follows the closing bracket.
fn address(after: &str) -> Option<(&str, &str)> {
    for quote in ['"', '\''] {
        if let Some(quoted) = after.strip_prefix(quote) {
            let (inside, behind) = quoted.split_once(quote)?;
            return Some((inside, behind.strip_prefix(')')?));
        }
    }
    after.split_once(')')
}

fn media_type(name: &str) -> Result<&'static str, Failure> {
    match name.rsplit('.').next() {
        Some("woff2") => Ok("font/woff2"),
        Some("svg") => Ok("image/svg+xml"),
        Some("png") => Ok("image/png"),
        Some(_) | None => Err(Failure::new(
            format!("the style sheet refers to `{name}`, which cannot go into the one file"),
            "use a woff2, svg or png file that lies beside the style sheet",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::inline_files;
    use crate::failure::Failure;

    fn check(style: &str, expect: &str) {
        let result = inline_files(style, |name| Ok(name.as_bytes().to_vec()));
        assert_eq!(result.as_deref(), Ok(expect));
    }

    #[test]
    fn files_become_data() {
        check(
            "a{src:url(\"f.woff2\") format(\"woff2\"),url(g.woff2)}b{}",
            "a{src:url(data:font/woff2;base64,Zi53b2ZmMg==) format(\"woff2\"),url(data:font/woff2;base64,Zy53b2ZmMg==)}b{}",
        );
    }

    #[test]
    fn data_and_fragments_stay_as_they_are() {
        let style =
            "a{b:url(\"data:image/svg+xml,%3Csvg d='M0 (0)'/%3E\")}c{d:url(#e)}f{g:url('data:x')}";
        check(style, style);
    }

    #[test]
    fn other_addresses_are_refused() {
        for style in [
            "a{b:url(https://x/y)}",
            "a{b:url(f.ttf)}",
            "a{b:url(\"f.woff2}",
            "a{b:url(c",
        ] {
            assert!(inline_files(style, |_| Ok(Vec::new())).is_err(), "{style}");
        }
        let missing = inline_files("a{b:url(c.png)}", |_| Err(Failure::new("no", "-")));
        assert!(missing.is_err());
    }
}
