//! Programs from the crate registry: trunk, and wasm-bindgen in exactly the version of the library, for the page build;
//! cargo-mutants for the chore of that name.
//!
//! A program on the search path in the right version is used as it is. Otherwise it is built once into the user's
//! cache, in a folder named by program and version, where the next clone finds it again.

use crate::cache;
use crate::failure::Failure;
use crate::run;
use crate::steps::Steps;
use crate::workspace;
use std::path::PathBuf;
use std::process::Command;

const TRUNK_VERSION: &str = "0.21.14";
const CARGO_MUTANTS_VERSION: &str = "27.1.0";

/// Whether the program's own lock file is to be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LockFile {
    Use,
    /// That of wasm-bindgen-cli does not resolve.
    Ignore,
}

/// One program from the crate registry.
#[derive(Debug, Clone)]
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// The words that make it print its name and version.
    asked: &'static [&'static str],
    lock: LockFile,
}

impl Tool {
    /// The bundler of the page.
    pub fn trunk() -> Self {
        Self {
            package: "trunk",
            program: "trunk",
            version: TRUNK_VERSION.to_owned(),
            asked: &["--version"],
            lock: LockFile::Use,
        }
    }

    /// Puts small errors into the code and runs the tests over each.
    pub fn cargo_mutants() -> Self {
        Self {
            package: "cargo-mutants",
            program: "cargo-mutants",
            version: CARGO_MUTANTS_VERSION.to_owned(),
            asked: &["mutants", "--version"],
            lock: LockFile::Use,
        }
    }

    /// The generator of the script between browser and program; it must match the library in `Cargo.lock`.
    ///
    /// # Errors
    /// `Cargo.lock` is missing or has no such library.
    pub fn wasm_bindgen() -> Result<Self, Failure> {
        let lock = workspace::read_text(&workspace::root().join("Cargo.lock"))?;
        let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
            Failure::new(
                "Cargo.lock names no wasm-bindgen",
                "run `cargo metadata` once, it completes the lock file",
            )
        })?;
        Ok(Self {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version,
            asked: &["--version"],
            lock: LockFile::Ignore,
        })
    }

    /// Name for people.
    pub fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// The program's folder: nothing for one on the search path, or the cache.
    pub fn find(&self) -> Option<Place> {
        if self.is_right(Command::new(self.program)) {
            return Some(Place::SearchPath);
        }
        let folder = self.cache_folder().join("bin");
        self.is_right(Command::new(folder.join(self.program)))
            .then_some(Place::Folder(folder))
    }

    /// Finds the program or builds it.
    ///
    /// # Errors
    /// cargo cannot install it.
    pub fn provide(&self, steps: &mut Steps) -> Result<Place, Failure> {
        if let Some(place) = self.find() {
            steps.up_to_date(self.package, &self.version);
            return Ok(place);
        }
        steps.run(
            self.package,
            &format!("cargo install {}", self.name()),
            || {
                let mut cargo = Command::new("cargo");
                cargo
                    .args([
                        "install",
                        self.package,
                        "--version",
                        &self.version,
                        "--root",
                    ])
                    .arg(self.cache_folder())
                    .current_dir(workspace::root());
                match self.lock {
                    LockFile::Use => cargo.arg("--locked"),
                    LockFile::Ignore => &mut cargo,
                };
                run::shown(
                    &mut cargo,
                    "check that cargo reaches its registry, then try again",
                )
            },
        )?;
        self.find().ok_or_else(|| {
            Failure::new(
                format!("{} was installed but does not start", self.name()),
                format!("remove {} and try again", self.cache_folder().display()),
            )
        })
    }

    /// The program itself, at the place where it was found.
    pub fn at(&self, place: &Place) -> PathBuf {
        match place {
            Place::SearchPath => PathBuf::from(self.program),
            Place::Folder(folder) => folder.join(self.program),
        }
    }

    fn is_right(&self, mut program: Command) -> bool {
        run::asked(program.args(self.asked))
            .is_some_and(|line| line.split_whitespace().nth(1) == Some(&self.version))
    }

    fn cache_folder(&self) -> PathBuf {
        cache::folder().join(format!("{}-{}", self.package, self.version))
    }
}

/// Where a program was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// On the search path already.
    SearchPath,
    /// In this folder, which must be put on the search path.
    Folder(PathBuf),
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn the_version_is_that_of_the_package_with_exactly_this_name() {
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }
}
