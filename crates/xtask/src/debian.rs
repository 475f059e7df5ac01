//! What Debian's package archive can bring: browsers, and a compiler for the page where rustup cannot.
//!
//! Debian's `rustc-web` has no ready standard library for wasm32, but its source package is there, and cargo can build
//! the library from it. That needs the switch for unstable features, set for this one build only.
//!
//! Packages are installed only by root on a machine with apt; everybody else is told the exact command.

use crate::failure::Failure;
use crate::run;
use crate::steps::Steps;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian puts programs.
pub const BIN: &str = "/usr/bin";
/// Debian's compiler.
pub const RUSTC: &str = "/usr/bin/rustc";
/// The packages of the second compiler.
pub const COMPILER_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

const LINKER: &str = "wasm-ld-22";
const LIBRARY_SOURCE: &str = "/usr/lib/rustlib/src/rust";

/// Whether the second compiler is complete: itself, cargo, the library's source and the linker.
pub fn has_compiler() -> bool {
    let bin = Path::new(BIN);
    Path::new(RUSTC).is_file()
        && bin.join("cargo").is_file()
        && bin.join(LINKER).is_file()
        && Path::new(LIBRARY_SOURCE).join("library/std").is_dir()
}

/// Environment for a build with the second compiler.
pub fn environment() -> Vec<(&'static str, OsString)> {
    vec![
        ("RUSTC_BOOTSTRAP", "1".into()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER.into()),
    ]
}

/// The folders of the library's source, as named and as linked to.
pub fn source_folders() -> Vec<PathBuf> {
    let named = PathBuf::from(LIBRARY_SOURCE);
    match named.canonicalize() {
        Ok(real) if real != named => vec![real, named],
        Ok(_) | Err(_) => vec![named],
    }
}

/// Installs packages with apt.
///
/// # Errors
/// This is no machine with apt, we are not root, or apt fails; the failure says what to install by hand.
pub fn install(steps: &mut Steps, name: &str, packages: &[&str]) -> Result<(), Failure> {
    let list = packages.join(" ");
    if !Path::new("/usr/bin/apt-get").is_file() {
        return Err(Failure::new(
            format!("missing: {list}"),
            "this machine has no apt: install the equivalent of these packages by hand",
        ));
    }
    if run::asked(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(Failure::new(
            format!("missing: {list}"),
            format!("install them: sudo apt-get install --no-install-recommends {list}"),
        ));
    }
    steps.run(name, &format!("apt-get install {list}"), || {
        let remedy =
            format!("run `apt-get update && apt-get install {list}` and read what it says");
        run::quiet(&mut apt(&["update"]), &remedy)?;
        let mut words = vec!["install", "--yes", "--no-install-recommends"];
        words.extend(packages);
        run::quiet(&mut apt(&words), &remedy)
    })
}

fn apt(words: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        .arg("--quiet")
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}
