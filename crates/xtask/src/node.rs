//! The tools from npm: style compiler, optimiser, browser drivers, accessibility checker, styles and fonts.
//!
//! They are pinned in `package-lock.json` and installed without running anybody's install scripts. A copy of the lock
//! file inside `node_modules` tells whether the installed tools are those of the lock file.

use crate::failure::Failure;
use crate::run;
use crate::steps::Steps;
use crate::workspace;
use std::path::PathBuf;
use std::process::Command;

/// npm is a script on Windows and a program elsewhere.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

const INSTALL_NODE: &str = "install Node.js 20 or newer together with npm";

/// Folder of the programs that the npm packages bring.
pub fn bin() -> PathBuf {
    modules().join(".bin")
}

/// Folder of the npm packages.
pub fn modules() -> PathBuf {
    workspace::root().join("node_modules")
}

/// Whether the installed packages are those of the lock file.
pub fn is_current() -> bool {
    let lock = std::fs::read(workspace::root().join("package-lock.json"));
    let installed = std::fs::read(installed_lock());
    matches!((lock, installed), (Ok(lock), Ok(installed)) if lock == installed)
}

/// The program itself; a test or a build without it stops here with a clear word.
///
/// # Errors
/// Node.js is missing.
pub fn require() -> Result<(), Failure> {
    match version() {
        Some(_) => Ok(()),
        None => Err(Failure::new("Node.js is missing", INSTALL_NODE)),
    }
}

/// The version of Node.js.
pub fn version() -> Option<String> {
    run::asked(Command::new("node").arg("--version"))
}

/// Installs the packages of the lock file if they are not there yet.
///
/// # Errors
/// Node.js is missing or npm fails.
pub fn provide(steps: &mut Steps) -> Result<(), Failure> {
    require()?;
    if is_current() {
        steps.up_to_date("npm tools", "as in package-lock.json");
        return Ok(());
    }
    steps.run("npm tools", "npm ci", || {
        run::quiet(
            Command::new(NPM)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                .current_dir(workspace::root()),
            "check that npm reaches its registry, then try again",
        )?;
        let lock = workspace::read_bytes(&workspace::root().join("package-lock.json"))?;
        workspace::write(&installed_lock(), lock)
    })
}

fn installed_lock() -> PathBuf {
    modules().join(".installed-lock.json")
}
