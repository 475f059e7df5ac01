//! `bench-start`, `bench-store` and `bench-plan`: how long a user waits, measured in the page itself.
//!
//! Machines are noisy, so a bar that is a ratio is taken in one run, and every figure stands beside its extremes.

use crate::bundle;
use crate::e2e;
use crate::failure::Failure;
use crate::run;
use crate::setup;
use crate::steps::Steps;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bench {
    /// From the start to a usable page, against the first paint of a blank one.
    Start,
    /// Saving a change and unlocking, for caseloads of several sizes.
    Store,
    /// Planning a quarter of a year.
    Plan,
}

impl Bench {
    /// The bench of this name on the command line.
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "bench-start" => Some(Self::Start),
            "bench-store" => Some(Self::Store),
            "bench-plan" => Some(Self::Plan),
            _ => None,
        }
    }

    fn script(self) -> &'static str {
        match self {
            Self::Start => "bench-start.mjs",
            Self::Store => "bench-store.mjs",
            Self::Plan => "bench-plan.mjs",
        }
    }
}

/// Runs of each kind, 1 to 100 inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Runs(u32);

impl Runs {
    /// As many as say something and are soon over.
    pub const USUAL: Self = Self(7);

    /// Reads a number from the command line.
    ///
    /// # Errors
    /// It is no number from 1 to 100.
    pub fn parse(word: &str) -> Result<Self, Failure> {
        match word.parse() {
            Ok(runs) if (1..=100).contains(&runs) => Ok(Self(runs)),
            Ok(_) | Err(_) => Err(Failure::new(
                format!("`{word}` is no number of runs"),
                "give a number from 1 to 100",
            )),
        }
    }
}

/// Builds the one file and measures.
///
/// # Errors
/// The page does not build or a browser does not start.
pub fn run(bench: Bench, Runs(runs): Runs) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_testing(&mut steps)?;
    bundle::build(&mut steps, &tools)?;
    run::shown(
        e2e::node()
            .arg(e2e::folder().join(bench.script()))
            .env("KD_RUNS", runs.to_string()),
        "open dist/kontaktdichte.html in a browser and look at its console",
    )
}

#[cfg(test)]
mod tests {
    use super::{Bench, Runs};

    #[test]
    fn benches_are_found_by_name_and_run_a_sensible_number_of_times() {
        assert_eq!(Bench::named("bench-store"), Some(Bench::Store));
        assert_eq!(Bench::named("bench-plan"), Some(Bench::Plan));
        assert_eq!(Bench::named("bench"), None);
        assert_eq!(Runs::parse("7"), Ok(Runs::USUAL));
        for nonsense in ["0", "101", "-1", "many", ""] {
            assert!(Runs::parse(nonsense).is_err(), "{nonsense}");
        }
    }
}
