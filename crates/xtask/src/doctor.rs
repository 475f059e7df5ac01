//! `doctor`: what is there, what is missing, which versions, where. It changes nothing.

use crate::browsers::Browser;
use crate::cache;
use crate::failure::Failure;
use crate::node;
use crate::run;
use crate::tools::{Place, Tool};
use crate::wasm_toolchain::WasmToolchain;
use std::process::Command;

/// Prints the report.
///
/// # Errors
/// `Cargo.lock` cannot be read.
pub fn run() -> Result<(), Failure> {
    line(
        "rustc",
        run::asked(Command::new("rustc").arg("--version")),
        "install Rust with rustup",
    );
    line(
        "cargo",
        run::asked(Command::new("cargo").arg("--version")),
        "install Rust with rustup",
    );
    line(
        "clippy",
        run::asked(Command::new("cargo").args(["clippy", "--version"])),
        "rustup component add clippy",
    );
    line(
        "rustfmt",
        run::asked(Command::new("cargo").args(["fmt", "--version"])),
        "rustup component add rustfmt",
    );
    line("node", node::version(), "install Node.js 20 or newer");
    line(
        "npm",
        run::asked(Command::new(node::NPM).arg("--version")),
        "it comes with Node.js",
    );
    line(
        "cargo-deny",
        run::asked(Command::new("cargo").args(["deny", "--version"])),
        "optional: cargo install --locked cargo-deny",
    );
    line(
        "npm tools",
        node::is_current().then(|| format!("as locked, in {}", node::modules().display())),
        "`cargo xtask start` installs them",
    );
    line(
        "wasm compiler",
        WasmToolchain::ready()
            .map(|compiler| format!("{} ({})", compiler.describe(), compiler.version())),
        "`cargo xtask start` tries rustup first, then Debian's packages",
    );
    for tool in [Tool::trunk(), Tool::wasm_bindgen()?] {
        let place = tool.find().map(|place| match place {
            Place::SearchPath => "on the search path".to_owned(),
            Place::Folder(folder) => folder.display().to_string(),
        });
        line(
            &tool.name(),
            place,
            "`cargo xtask start` builds it, a few minutes",
        );
    }
    for browser in Browser::ALL {
        let found = browser.find().map(|path| {
            format!(
                "{}, {}",
                browser.version().unwrap_or_default(),
                path.display()
            )
        });
        line(
            browser.name(),
            found,
            &format!(
                "`cargo xtask test` installs it, or name it in {}",
                browser.variable()
            ),
        );
    }
    println!("  cache: {}", cache::folder().display());
    Ok(())
}

fn line(name: &str, found: Option<String>, remedy: &str) {
    match found {
        Some(found) => println!("✓ {name}: {found}"),
        None => println!("✗ {name}: missing → {remedy}"),
    }
}
