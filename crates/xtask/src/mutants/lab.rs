//! Runs cargo-mutants in the copy of the sources, on exactly the mutants that are wanted.
//!
//! cargo-mutants can leave out what an earlier run has caught. We use that the other way round: everything but the
//! wanted mutants is handed to it as caught before. Each mutant meets few tests first; all of them are built and run only
//! for those that get past these.

use super::outcomes::{Mutant, Outcome};
use super::plan::{Package, Rounds};
use super::tree::Tree;
use crate::failure::Failure;
use crate::run;
use crate::workspace;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The profile in `Cargo.toml` that is made for this.
const PROFILE: &str = "mutants";

/// Customers drawn by each property test, with the same dice each time: what they catch must not be luck.
const CHANCE: [(&str, &str); 2] = [("PROPTEST_CASES", "100"), ("PROPTEST_RNG_SEED", "1")];

/// Few tests that take longer than this do not come to an end, even on a busy machine.
const LIMIT_OF_FEW: Duration = Duration::from_secs(20);

/// All tests may take so many times what they take on the code as it is, or at least as long as this.
const PATIENCE: u32 = 3;
const LEAST_LIMIT_OF_ALL: Duration = Duration::from_secs(60);

/// Everything that is needed to try a mutant.
#[derive(Debug)]
pub struct Lab<'t> {
    program: PathBuf,
    tree: &'t Tree,
    package: Package,
    folder: PathBuf,
}

impl<'t> Lab<'t> {
    /// Makes the folder for results.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn open(program: PathBuf, tree: &'t Tree, package: Package) -> Result<Self, Failure> {
        let folder = workspace::root()
            .join("target/mutants")
            .join(package.name());
        fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
        Ok(Self {
            program,
            tree,
            package,
            folder,
        })
    }

    /// Where results lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All mutants there are, in the order of the sources.
    ///
    /// # Errors
    /// cargo-mutants cannot read the sources.
    pub fn mutants(&self) -> Result<Vec<Mutant>, Failure> {
        let text = run::printed(
            self.cargo_mutants().arg("--list"),
            "see what cargo-mutants says about the sources",
        )?;
        Ok(text
            .lines()
            .map(|line| Mutant::from(line.to_owned()))
            .collect())
    }

    /// Builds and runs the tests on the code as it is.
    ///
    /// Returns the time after which a run of all tests is given up.
    ///
    /// # Errors
    /// A test fails.
    pub fn unharmed(&self) -> Result<Duration, Failure> {
        let cargo = |rest: &[&str]| {
            let mut cargo = Command::new("cargo");
            cargo
                .current_dir(self.tree.folder())
                .env("CARGO_TARGET_DIR", self.tree.folder().join("target"))
                .envs(CHANCE)
                .args(["test", "--profile", PROFILE, "--package"])
                .arg(self.package.name())
                .args(rest);
            cargo
        };
        let remedy = "mend the tests first: `cargo test` must pass";
        run::quiet(&mut cargo(&["--no-run"]), remedy)?;
        let started = Instant::now();
        run::quiet(&mut cargo(&[]), remedy)?;
        Ok((started.elapsed() * PATIENCE).max(LEAST_LIMIT_OF_ALL))
    }

    /// Tries some of the mutants.
    ///
    /// # Errors
    /// cargo-mutants stops before all are tried.
    pub fn tried(
        &self,
        all: &[Mutant],
        some: &[&Mutant],
        limit: Duration,
    ) -> Result<Vec<(Mutant, Outcome)>, Failure> {
        let mut waiting: Vec<&Mutant> = some.to_vec();
        let mut found = Vec::new();
        while let Some(first) = waiting.first() {
            let rounds = self.package.rounds(first.file());
            let (now, later) = waiting
                .into_iter()
                .partition(|mutant| self.package.rounds(mutant.file()) == rounds);
            found.extend(self.tried_in(rounds, all, now, limit)?);
            waiting = later;
        }
        Ok(found)
    }

    fn tried_in(
        &self,
        rounds: Rounds,
        all: &[Mutant],
        some: Vec<&Mutant>,
        limit: Duration,
    ) -> Result<Vec<(Mutant, Outcome)>, Failure> {
        let mut left: BTreeSet<Mutant> = some.into_iter().cloned().collect();
        let mut found = Vec::new();
        for tests in rounds {
            if left.is_empty() {
                break;
            }
            let (past, noticed): (Vec<_>, Vec<_>) = self
                .tried_with(tests, all, &left, limit)?
                .into_iter()
                .partition(|(_, outcome)| *outcome == Outcome::Missed);
            found.extend(noticed);
            left = past.into_iter().map(|(mutant, _)| mutant).collect();
        }
        found.extend(left.into_iter().map(|mutant| (mutant, Outcome::Missed)));
        Ok(found)
    }

    fn tried_with(
        &self,
        tests: &[&str],
        all: &[Mutant],
        wanted: &BTreeSet<Mutant>,
        limit: Duration,
    ) -> Result<Vec<(Mutant, Outcome)>, Failure> {
        let lists = self.folder.join("mutants.out");
        if lists.exists() {
            fs::remove_dir_all(&lists).map_err(|error| Failure::file(&lists, &error))?;
        }
        let left_out: String = all
            .iter()
            .filter(|mutant| !wanted.contains(mutant))
            .map(|mutant| format!("{mutant}\n"))
            .collect();
        workspace::write(&lists.join("caught.txt"), left_out)?;
        let limit = if tests.is_empty() {
            limit
        } else {
            LIMIT_OF_FEW
        };
        let mut command = self.cargo_mutants();
        command
            .envs(CHANCE)
            .env("CARGO_TARGET_DIR", self.tree.folder().join("target"))
            .args(["--in-place", "--iterate", "--baseline", "skip"])
            .args(["--profile", PROFILE, "--no-times", "--no-shuffle"])
            .arg("--timeout")
            .arg(limit.as_secs().to_string())
            .arg("--output")
            .arg(&self.folder);
        for word in tests {
            command.arg(format!("--cargo-arg={word}"));
        }
        // It counts survivors and endless tests as failures of its own run; whether all were tried shows below.
        run::ended(&mut command)?;
        let mut found = Vec::new();
        for outcome in Outcome::ALL {
            let list = workspace::read_text(&lists.join(format!("{}.txt", outcome.list())))?;
            let mutants = list.lines().map(|line| Mutant::from(line.to_owned()));
            found.extend(mutants.map(|mutant| (mutant, outcome)));
        }
        if found.len() == wanted.len() {
            return Ok(found);
        }
        Err(Failure::new(
            format!("{} of {} mutants were tried", found.len(), wanted.len()),
            format!("look into {}, then start again", lists.display()),
        ))
    }

    fn cargo_mutants(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("mutants")
            .arg("--dir")
            .arg(self.tree.folder())
            .args(["--colors", "never", "--package"])
            .arg(self.package.name());
        command
    }
}
