//! The checks of the Rust code with the ordinary toolchain: format, lints, dependencies, tests.

use crate::failure::Failure;
use crate::run;
use crate::tally::Tally;
use crate::workspace;
use std::process::Command;

/// Every file is formatted.
///
/// # Errors
/// One is not.
pub fn format() -> Result<(), Failure> {
    run::shown(
        cargo().args(["fmt", "--all", "--check"]),
        "run `cargo fmt --all` and look at the difference",
    )
}

/// No lint speaks, in any crate, tests included.
///
/// # Errors
/// One does.
pub fn lints() -> Result<(), Failure> {
    run::shown(
        cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]),
        "follow the lint, or expect it where it is wrong: #[expect(…, reason = \"…\")]",
    )
}

/// Whether cargo-deny is installed; the check of dependencies is left out without it.
pub fn has_dependency_check() -> bool {
    run::asked(cargo().args(["deny", "--version"])).is_some()
}

/// Licences, doubled crates and sources are as `deny.toml` allows.
///
/// # Errors
/// One is not.
pub fn dependencies() -> Result<(), Failure> {
    run::shown(
        cargo().args([
            "deny",
            "--log-level",
            "error",
            "check",
            "licenses",
            "bans",
            "sources",
        ]),
        "choose another crate or version, or decide the exception in deny.toml with its reason",
    )
}

/// All native tests; they are counted into `tally` even if some fail.
///
/// # Errors
/// A test fails or does not compile.
pub fn tests(tally: &mut Tally) -> Result<(), Failure> {
    run::watched(
        cargo().args(["test", "--workspace", "--no-fail-fast"]),
        "run one alone: `cargo test -p CRATE NAME -- --nocapture`",
        |line| tally.cargo_line(line),
    )
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(workspace::root());
    cargo
}
