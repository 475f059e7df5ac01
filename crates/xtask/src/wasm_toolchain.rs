//! Which compiler builds the page.
//!
//! Native code always uses the ordinary toolchain. The page needs the standard library for wasm32, which rustup brings
//! on an ordinary machine. Where rustup can fetch nothing, a second compiler with its sources ([`debian`]) builds that
//! library itself. The choice is made here, by looking, and everything it needs is environment: no project file knows.

use crate::cache;
use crate::debian;
use crate::failure::Failure;
use crate::run::{self, Outcome};
use crate::steps::Steps;
use crate::workspace;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The page's target triple.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// rustup gets this long to fetch the target before we turn to the other way.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// The compiler of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WasmToolchain {
    /// The ordinary toolchain has the target's standard library.
    Ordinary,
    /// Debian's second toolchain builds the standard library from its source.
    Debian,
}

impl WasmToolchain {
    /// The way that is ready now, without installing anything.
    pub fn ready() -> Option<Self> {
        if ordinary_has_target() {
            Some(Self::Ordinary)
        } else if debian::has_compiler() {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// Finds a compiler for the page, installing one if need be.
    ///
    /// # Errors
    /// Neither way can be had; the failure names what to install.
    pub fn provide(steps: &mut Steps) -> Result<Self, Failure> {
        if let Some(ready) = Self::ready() {
            steps.up_to_date("wasm compiler", &ready.describe());
            return Ok(ready);
        }
        let added = steps.run(
            "wasm target",
            "rustup target add, at most one minute",
            || {
                let mut rustup = Command::new("rustup");
                rustup.args(["target", "add", TARGET]);
                Ok(run::bounded(&mut rustup, RUSTUP_LIMIT))
            },
        )?;
        if added == Outcome::Done && ordinary_has_target() {
            return Ok(Self::Ordinary);
        }
        println!("  rustup could not bring {TARGET}; trying Debian's compiler with its sources");
        debian::install(steps, "wasm compiler", debian::COMPILER_PACKAGES)?;
        if debian::has_compiler() {
            Ok(Self::Debian)
        } else {
            Err(Failure::new(
                format!("no compiler for {TARGET}"),
                format!("run `rustup target add {TARGET}` where rustup can reach its server"),
            ))
        }
    }

    /// One line for people.
    pub fn describe(self) -> String {
        match self {
            Self::Ordinary => format!("the ordinary toolchain has {TARGET}"),
            Self::Debian => "Debian's compiler, standard library built from source".to_owned(),
        }
    }

    /// The compiler's own name and version, part of the page's fingerprint.
    pub fn version(self) -> String {
        let program = match self {
            Self::Ordinary => Path::new("rustc"),
            Self::Debian => Path::new(debian::RUSTC),
        };
        run::asked(Command::new(program).arg("--version")).unwrap_or_default()
    }

    /// Environment that makes cargo build the page with this compiler.
    pub fn environment(self) -> Vec<(&'static str, OsString)> {
        match self {
            Self::Ordinary => Vec::new(),
            Self::Debian => debian::environment(),
        }
    }

    /// Places on this machine that the compiler would write into the program (for panic messages), with the neutral
    /// name that stands for each. Crates must have been fetched, so that their folders exist.
    pub fn paths_to_hide(self) -> Vec<(PathBuf, &'static str)> {
        let library_sources = match self {
            Self::Ordinary => sysroot()
                .map(|sysroot| sysroot.join("lib/rustlib/src/rust"))
                .into_iter()
                .collect(),
            Self::Debian => debian::source_folders(),
        };
        let mut hidden: Vec<(PathBuf, &'static str)> = library_sources
            .into_iter()
            .map(|folder| (folder, "rust"))
            .collect();
        let sources = cargo_home().join("registry/src");
        let mut registries: Vec<PathBuf> = std::fs::read_dir(&sources)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .collect();
        registries.sort();
        hidden.extend(registries.into_iter().map(|folder| (folder, "crates")));
        // Code that a dependency generates while it is built.
        hidden.push((workspace::page_target(), "generated"));
        hidden
    }
}

/// Cargo's home folder, where the sources of dependencies lie.
pub fn cargo_home() -> PathBuf {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| cache::home().map(|home| home.join(".cargo")))
        .unwrap_or_default()
}

fn ordinary_has_target() -> bool {
    sysroot().is_some_and(|sysroot| {
        sysroot
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib")
            .is_dir()
    })
}

/// Where the ordinary toolchain lies.
fn sysroot() -> Option<PathBuf> {
    run::asked(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}
