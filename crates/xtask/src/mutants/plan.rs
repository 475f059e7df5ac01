//! What was asked for: a package, a part of its mutants, and whether earlier outcomes count.

use super::outcomes::Mutant;
use crate::failure::Failure;

/// How the chore is called.
const USAGE: &str =
    "cargo xtask mutants [--package rules|planner] [--shard K/N] [--fresh] [FILE or FOLDER…]";

/// A crate whose tests are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    /// What the policy says.
    Rules,
    /// The plan of the weeks ahead.
    Planner,
}

impl Package {
    const ALL: [Package; 2] = [Package::Rules, Package::Planner];

    /// Its name in the workspace, and that of its folder below `crates`.
    pub fn name(self) -> &'static str {
        match self {
            Package::Rules => "rules",
            Package::Planner => "planner",
        }
    }

    /// Folders below the root that a result can depend on.
    pub fn depends_on(self) -> &'static [&'static str] {
        match self {
            Package::Rules => &["crates/rules", "crates/examples", "crates/json"],
            Package::Planner => &["crates/planner", "crates/rules"],
        }
    }

    /// The tests in the rounds that a mutant in `file` has to get through, as words for cargo: few that are quickly built
    /// and catch most come first, all of them last.
    pub fn rounds(self, file: &str) -> Rounds {
        match self {
            Package::Rules => rounds_of_the_rules(file),
            Package::Planner => &[&["--lib"], &[]],
        }
    }
}

/// The example tables catch most of what decides; the rest has its tests beside it.
fn rounds_of_the_rules(file: &str) -> Rounds {
    let is_in = |folder: &&str| file.starts_with(&format!("crates/rules/src/{folder}/"));
    if is_in(&"calendar") {
        &[&["--lib", "--test=holidays"], &[]]
    } else if ["edition", "ordering", "wording"].iter().any(is_in) {
        &[&["--lib"], &[]]
    } else {
        &[&["--test=cases"], &["--lib"], &[]]
    }
}

/// Words for cargo, round by round.
pub type Rounds = &'static [&'static [&'static str]];

/// Whether earlier outcomes count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// They do as far as the sources are unchanged.
    Resume,
    /// Everything is tried again.
    Fresh,
}

/// One of so many parts of about the same size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shard {
    /// From 0, as cargo-mutants counts.
    number: usize,
    of: usize,
}

impl Shard {
    const WHOLE: Self = Self { number: 0, of: 1 };

    fn parse(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let shard = Self {
            number: number.parse().ok()?,
            of: of.parse().ok()?,
        };
        (shard.number < shard.of).then_some(shard)
    }

    /// The places of this part in a list of `length`, first and behind the last.
    fn range(self, length: usize) -> std::ops::Range<usize> {
        let each = length.div_ceil(self.of);
        let first = (self.number * each).min(length);
        first..(first + each).min(length)
    }
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub(super) package: Package,
    pub(super) start: Start,
    shard: Shard,
    /// Files and folders below the root; all if none is named.
    paths: Vec<String>,
}

impl Plan {
    /// Reads the words behind `mutants`, in any order.
    ///
    /// # Errors
    /// A word is unknown, or the part is none.
    pub fn parse(words: &[&str]) -> Result<Self, Failure> {
        let mut plan = Self {
            package: Package::Rules,
            start: Start::Resume,
            shard: Shard::WHOLE,
            paths: Vec::new(),
        };
        let mut rest = words;
        loop {
            rest = match rest {
                [] => return Ok(plan),
                ["--fresh", rest @ ..] => {
                    plan.start = Start::Fresh;
                    rest
                }
                ["--package", name, rest @ ..] => {
                    plan.package = Package::ALL
                        .into_iter()
                        .find(|package| package.name() == *name)
                        .ok_or_else(|| misused(&format!("no mutants are tried in `{name}`")))?;
                    rest
                }
                ["--shard", part, rest @ ..] => {
                    plan.shard = Shard::parse(part).ok_or_else(|| {
                        misused(&format!("`{part}` is no part: 0/4 is the first of four"))
                    })?;
                    rest
                }
                [word, ..] if word.starts_with('-') => {
                    return Err(misused(&format!("`{word}` is unknown here")));
                }
                [path, rest @ ..] => {
                    plan.paths.push(path.trim_end_matches('/').to_owned());
                    rest
                }
            };
        }
    }

    /// The mutants that were asked for. The parts are the same however much of them was tried before.
    pub(super) fn part_of<'m>(&self, all: &'m [Mutant]) -> impl Iterator<Item = &'m Mutant> {
        let named: Vec<&Mutant> = all.iter().filter(|mutant| self.names(mutant)).collect();
        let range = self.shard.range(named.len());
        named.into_iter().skip(range.start).take(range.len())
    }

    fn names(&self, mutant: &Mutant) -> bool {
        let file = mutant.file();
        self.paths.is_empty()
            || self.paths.iter().any(|path| {
                file.strip_prefix(path.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
    }
}

fn misused(what: &str) -> Failure {
    Failure::new(what, USAGE)
}

#[cfg(test)]
mod tests {
    use super::super::outcomes::Mutant;
    use super::{Package, Plan, Shard, Start};

    fn mutants() -> Vec<Mutant> {
        ["a.rs", "b/c.rs", "b/d.rs", "bc.rs", "e.rs"]
            .map(|file| Mutant::from(format!("{file}:1:2: replace f with ()")))
            .into()
    }

    fn part(words: &[&str]) -> Vec<String> {
        let plan = Plan::parse(words).expect("good");
        let all = mutants();
        plan.part_of(&all)
            .map(|mutant| mutant.file().to_owned())
            .collect()
    }

    #[test]
    fn the_words_come_in_any_order() {
        let plan = Plan::parse(&["b/", "--shard", "1/3", "--fresh", "--package", "planner"]);
        assert_eq!(
            plan,
            Ok(Plan {
                package: Package::Planner,
                start: Start::Fresh,
                shard: Shard { number: 1, of: 3 },
                paths: vec!["b".to_owned()]
            })
        );
    }

    #[test]
    fn nonsense_is_refused() {
        for words in [
            &["--shard"] as &[&str],
            &["--shard", "3/3"],
            &["--shard", "0/0"],
            &["--shard", "1"],
            &["--package", "caseload"],
            &["--quick"],
        ] {
            assert!(Plan::parse(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn a_folder_stands_for_the_files_below_it() {
        assert_eq!(part(&["b"]), ["b/c.rs", "b/d.rs"]);
        assert_eq!(part(&["e.rs", "a.rs"]), ["a.rs", "e.rs"]);
        assert_eq!(part(&[]).len(), 5);
    }

    #[test]
    fn the_parts_together_are_the_whole() {
        let parts: Vec<String> = ["0/3", "1/3", "2/3"]
            .into_iter()
            .flat_map(|shard| part(&["--shard", shard]))
            .collect();
        assert_eq!(parts, part(&[]));
        assert_eq!(part(&["--shard", "4/9"]), ["e.rs"]);
        assert!(part(&["--shard", "5/9"]).is_empty());
    }
}
