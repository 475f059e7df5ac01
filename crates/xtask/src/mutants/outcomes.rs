//! The mutants of a crate, and what is known of them.
//!
//! An outcome is kept as long as it can be relied on. What a test noticed will be noticed again unless the code around
//! it changed, so that holds as long as the file with the mutant is the same; what nobody noticed may be noticed by a new
//! test or after a change elsewhere, so that holds only as long as nothing changed at all.

use super::plan::Package;
use super::tree::Tree;
use crate::failure::Failure;
use crate::workspace;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// Code with one small error in it, named as cargo-mutants does: `file:line:column: what is replaced`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mutant(String);

impl Mutant {
    /// The file with the error, below the root.
    pub fn file(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }

    /// What is replaced, without the place: it stays the same when lines move.
    pub fn what(&self) -> &str {
        self.0
            .splitn(4, ':')
            .nth(3)
            .map_or(self.0.as_str(), str::trim)
    }
}

impl From<String> for Mutant {
    fn from(name: String) -> Self {
        Self(name)
    }
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A test failed.
    Caught,
    /// All tests passed.
    Missed,
    /// The tests did not come to an end, which would be noticed.
    TimedOut,
    /// It does not compile.
    Unviable,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 4] = [
        Outcome::Caught,
        Outcome::Missed,
        Outcome::TimedOut,
        Outcome::Unviable,
    ];

    /// Name of cargo-mutants' list of those, without `.txt`; also the word in our own list.
    pub fn list(self) -> &'static str {
        match self {
            Outcome::Caught => "caught",
            Outcome::Missed => "missed",
            Outcome::TimedOut => "timeout",
            Outcome::Unviable => "unviable",
        }
    }

    /// For people, after a number.
    pub fn words(self) -> &'static str {
        match self {
            Outcome::Caught => "caught",
            Outcome::Missed => "survive",
            Outcome::TimedOut => "ran out of time",
            Outcome::Unviable => "do not compile",
        }
    }
}

/// What is known of the mutants of a package, for the sources as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcomes {
    known: BTreeMap<Mutant, Outcome>,
    sources: Fingerprints,
}

/// Fingerprints of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fingerprints {
    /// Of everything that an outcome can depend on.
    all: String,
    /// Of each file, by its path below the root.
    each: BTreeMap<String, String>,
}

impl Fingerprints {
    /// What an outcome depends on; `None` if its file is gone.
    fn behind(&self, mutant: &Mutant, outcome: Outcome) -> Option<&str> {
        let file = self.each.get(mutant.file())?;
        Some(match outcome {
            Outcome::Caught | Outcome::TimedOut | Outcome::Unviable => file,
            Outcome::Missed => &self.all,
        })
    }
}

impl Outcomes {
    /// Nothing is known.
    ///
    /// # Errors
    /// A source cannot be read.
    pub fn none(tree: &Tree, package: Package) -> Result<Self, Failure> {
        let (all, each) = tree.fingerprints(package.depends_on())?;
        Ok(Self {
            known: BTreeMap::new(),
            sources: Fingerprints { all, each },
        })
    }

    /// What was written down and still holds.
    ///
    /// # Errors
    /// A source cannot be read.
    pub fn read(path: &Path, tree: &Tree, package: Package) -> Result<Self, Failure> {
        let mut outcomes = Self::none(tree, package)?;
        if path.exists() {
            outcomes.take_up(&workspace::read_text(path)?);
        }
        Ok(outcomes)
    }

    /// Lines that cannot be read, or speak of other sources, are passed over: their mutants are tried again.
    fn take_up(&mut self, text: &str) {
        for line in text.lines() {
            let mut cells = line.splitn(3, '\t');
            let (Some(word), Some(fingerprint), Some(name)) =
                (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let mutant = Mutant::from(name.to_owned());
            let outcome = Outcome::ALL.into_iter().find(|one| one.list() == word);
            if let Some(outcome) = outcome
                && self.sources.behind(&mutant, outcome) == Some(fingerprint)
            {
                self.known.insert(mutant, outcome);
            }
        }
    }

    /// Writes everything that is known.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        workspace::write(path, self.text())
    }

    fn text(&self) -> String {
        self.known
            .iter()
            .filter_map(|(mutant, outcome)| {
                let fingerprint = self.sources.behind(mutant, *outcome)?;
                Some(format!("{}\t{fingerprint}\t{mutant}\n", outcome.list()))
            })
            .collect()
    }

    /// Adds what was found out.
    pub fn add(&mut self, found: Vec<(Mutant, Outcome)>) {
        self.known.extend(found);
    }

    /// What became of a mutant; nothing if it was not tried.
    pub fn of(&self, mutant: &Mutant) -> Option<Outcome> {
        self.known.get(mutant).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprints, Mutant, Outcome, Outcomes};
    use std::collections::BTreeMap;

    fn outcomes(all: &str, file: &str) -> Outcomes {
        Outcomes {
            known: BTreeMap::new(),
            sources: Fingerprints {
                all: all.to_owned(),
                each: BTreeMap::from([("a.rs".to_owned(), file.to_owned())]),
            },
        }
    }

    fn mutant(name: &str) -> Mutant {
        Mutant::from(name.to_owned())
    }

    #[test]
    fn a_name_is_a_place_and_what_is_replaced() {
        let one = mutant("crates/rules/src/a.rs:7:12: replace < with <= in A::b");
        assert_eq!(one.file(), "crates/rules/src/a.rs");
        assert_eq!(one.what(), "replace < with <= in A::b");
    }

    #[test]
    fn what_was_noticed_holds_until_its_file_changes() {
        let mut was = outcomes("1", "x");
        was.add(vec![
            (mutant("a.rs:1:1: one"), Outcome::Caught),
            (mutant("a.rs:2:1: two"), Outcome::Missed),
            (mutant("gone.rs:2:1: three"), Outcome::Caught),
        ]);
        let text = was.text();
        for (all, file, caught, missed) in [
            ("1", "x", Some(Outcome::Caught), Some(Outcome::Missed)),
            ("2", "x", Some(Outcome::Caught), None),
            ("2", "y", None, None),
        ] {
            let mut is = outcomes(all, file);
            is.take_up(&text);
            assert_eq!(is.of(&mutant("a.rs:1:1: one")), caught);
            assert_eq!(is.of(&mutant("a.rs:2:1: two")), missed);
            assert_eq!(is.of(&mutant("gone.rs:2:1: three")), None);
        }
    }

    #[test]
    fn damaged_lines_are_passed_over() {
        let mut is = outcomes("1", "x");
        is.take_up("caught\tx\nfound\tx\ta.rs:1:1: one\n\ncaught\tx\ta.rs:2:1: two\n");
        assert_eq!(is.of(&mutant("a.rs:1:1: one")), None);
        assert_eq!(is.of(&mutant("a.rs:2:1: two")), Some(Outcome::Caught));
    }
}
