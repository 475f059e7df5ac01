//! Why some mutants may survive: the crate's `mutants.md`, read and compared.
//!
//! Below a heading with the path of a file, each line ``- `what is replaced` — the reason`` allows one survivor in it.
//! Lines and columns are left out, they change too often; two survivors of the same words take two lines.

use super::outcomes::{Mutant, Outcome};
use crate::failure::Failure;
use crate::workspace;
use std::path::Path;

/// A survivor with a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Allowed {
    file: String,
    what: String,
}

/// The survivors that somebody has thought about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    allowed: Vec<Allowed>,
}

/// What differs between the survivors and those with a reason.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict<'m> {
    /// Mutants that survive without a reason.
    pub unexplained: Vec<&'m Mutant>,
    /// Reasons for mutants that are noticed, or that there are none of any more.
    pub stale: Vec<String>,
}

impl Reasons {
    /// Reads the file; without one nothing may survive.
    ///
    /// # Errors
    /// The file cannot be read, or one of its lines names a mutant without a reason.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        if !path.exists() {
            return Self::parse("");
        }
        Self::parse(&workspace::read_text(path)?)
    }

    fn parse(text: &str) -> Result<Self, Failure> {
        let mut allowed = Vec::new();
        let mut file = "";
        for line in text.lines() {
            if let Some(heading) = line.strip_prefix("## ") {
                file = heading.trim();
            } else if let Some(entry) = line.strip_prefix("- `") {
                let (what, reason) = entry.split_once('`').unwrap_or((entry, ""));
                if file.is_empty() || reason.trim_start_matches([' ', '—']).is_empty() {
                    return Err(Failure::new(
                        format!("mutants.md has no reason or no file for `{what}`"),
                        "write it as: - `what is replaced` — the reason, below the heading of the file",
                    ));
                }
                allowed.push(Allowed {
                    file: file.to_owned(),
                    what: what.to_owned(),
                });
            }
        }
        Ok(Self { allowed })
    }

    /// Compares with what became of the mutants. A reason is stale only if all mutants of its words were tried.
    pub fn compared<'m>(
        &self,
        all: &'m [Mutant],
        became: impl Fn(&Mutant) -> Option<Outcome>,
    ) -> Verdict<'m> {
        let mut left: Vec<&Allowed> = self.allowed.iter().collect();
        let mut unexplained = Vec::new();
        for mutant in all {
            match became(mutant) {
                Some(Outcome::Missed) => match left.iter().position(|one| one.is_of(mutant)) {
                    Some(place) => {
                        left.remove(place);
                    }
                    None => unexplained.push(mutant),
                },
                // It may turn out to be the one with the reason.
                None => left.retain(|one| !one.is_of(mutant)),
                Some(Outcome::Caught | Outcome::TimedOut | Outcome::Unviable) => {}
            }
        }
        Verdict {
            unexplained,
            stale: left
                .into_iter()
                .map(|one| format!("{}: {}", one.file, one.what))
                .collect(),
        }
    }
}

impl Allowed {
    fn is_of(&self, mutant: &Mutant) -> bool {
        self.file == mutant.file() && self.what == mutant.what()
    }
}

#[cfg(test)]
mod tests {
    use super::{Reasons, Verdict};
    use crate::mutants::outcomes::{Mutant, Outcome};

    const TEXT: &str = "\
# Survivors

Words about them.

## a.rs

- `replace < with <= in f` — the same, because nobody asks for
  the day itself.

## b.rs

- `replace g with ()` — it only makes things faster.
";

    fn verdict(became: [Option<Outcome>; 3]) -> (Vec<String>, Vec<String>) {
        let all = [
            "a.rs:1:1: replace < with <= in f",
            "a.rs:2:1: replace < with <= in f",
            "b.rs:9:9: replace g with ()",
        ]
        .map(|name| Mutant::from(name.to_owned()));
        let reasons = Reasons::parse(TEXT).expect("good");
        let Verdict { unexplained, stale } = reasons.compared(&all, |mutant| {
            let place = all.iter().position(|one| one == mutant)?;
            became.get(place).copied().flatten()
        });
        let names = unexplained.iter().map(ToString::to_string).collect();
        (names, stale)
    }

    #[test]
    fn each_reason_is_for_one_survivor() {
        let (missed, caught) = (Some(Outcome::Missed), Some(Outcome::Caught));
        assert_eq!(verdict([missed, caught, missed]), (vec![], vec![]));
        assert_eq!(
            verdict([missed, missed, missed]).0,
            ["a.rs:2:1: replace < with <= in f"]
        );
        assert_eq!(
            verdict([caught, caught, missed]).1,
            ["a.rs: replace < with <= in f"]
        );
    }

    #[test]
    fn what_was_not_tried_makes_no_reason_stale() {
        let caught = Some(Outcome::Caught);
        assert_eq!(
            verdict([None, caught, caught]),
            (vec![], vec!["b.rs: replace g with ()".to_owned()])
        );
    }

    #[test]
    fn a_line_without_a_reason_is_refused() {
        for text in [
            "## a.rs\n- `replace f with ()`\n",
            "## a.rs\n- `replace f with ()` — \n",
            "- `replace f with ()` — no file\n",
        ] {
            assert!(Reasons::parse(text).is_err(), "{text}");
        }
    }
}
