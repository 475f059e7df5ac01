//! `kill-test`: ends the browser hard while the page saves, and counts what was acknowledged and is gone afterwards.
//!
//! Hundreds of kills take an hour, so this is no part of `test`. Every run is logged in `target/kill-test/log.jsonl` and
//! an interrupted test goes on there; `--fresh` starts over and keeps the old log beside the new one.

use crate::browsers::Browser;
use crate::bundle;
use crate::e2e;
use crate::failure::Failure;
use crate::run;
use crate::setup;
use crate::steps::Steps;

const USAGE: &str = "cargo xtask kill-test --runs N [--browser chromium|firefox] [--fresh]";

/// Where the count of runs begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// Runs in the log count.
    Resume,
    /// A new log and a new profile.
    Fresh,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Kills in each browser, those in the log included.
    runs: u32,
    /// Both browsers if none is named.
    browser: Option<Browser>,
    start: Start,
}

impl Plan {
    /// Reads the words behind `kill-test`, in any order.
    ///
    /// # Errors
    /// A word is unknown, or the number of runs is missing or zero.
    pub fn parse(words: &[&str]) -> Result<Self, Failure> {
        let mut runs = None;
        let mut browser = None;
        let mut start = Start::Resume;
        let mut rest = words;
        loop {
            rest = match rest {
                [] => break,
                ["--fresh", rest @ ..] => {
                    start = Start::Fresh;
                    rest
                }
                ["--runs", number, rest @ ..] => {
                    runs = number.parse().ok().filter(|runs| *runs > 0);
                    if runs.is_none() {
                        return Err(misused(&format!("`{number}` is no number of runs")));
                    }
                    rest
                }
                ["--browser", name, rest @ ..] => {
                    browser = Browser::ALL.into_iter().find(|one| argument(*one) == *name);
                    if browser.is_none() {
                        return Err(misused(&format!("`{name}` is no browser of the suite")));
                    }
                    rest
                }
                [unknown, ..] => return Err(misused(&format!("`{unknown}` is unknown here"))),
            };
        }
        Ok(Self {
            runs: runs.ok_or_else(|| misused("the number of runs is missing"))?,
            browser,
            start,
        })
    }

    fn arguments(&self) -> Vec<String> {
        let mut words = vec!["--runs".to_owned(), self.runs.to_string()];
        if let Some(browser) = self.browser {
            words.extend(["--browser".to_owned(), argument(browser)]);
        }
        match self.start {
            Start::Resume => {}
            Start::Fresh => words.push("--fresh".to_owned()),
        }
        words
    }
}

/// The browser's name as the suite writes it.
fn argument(browser: Browser) -> String {
    browser.name().to_lowercase()
}

fn misused(what: &str) -> Failure {
    Failure::new(what, USAGE)
}

/// Builds the one file and kills.
///
/// # Errors
/// The page does not build, a browser does not start, or something acknowledged is gone.
pub fn run(plan: &Plan) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_testing(&mut steps)?;
    bundle::build(&mut steps, &tools)?;
    run::shown(
        e2e::node()
            .arg(e2e::folder().join("kill/run.mjs"))
            .args(plan.arguments()),
        "look at target/kill-test/log.jsonl; the profile of the last run lies beside it",
    )
}

#[cfg(test)]
mod tests {
    use super::{Plan, Start};
    use crate::browsers::Browser;

    #[test]
    fn the_words_come_in_any_order() {
        let plan = Plan::parse(&["--fresh", "--browser", "firefox", "--runs", "50"]).expect("good");
        assert_eq!(
            plan,
            Plan {
                runs: 50,
                browser: Some(Browser::Firefox),
                start: Start::Fresh
            }
        );
        assert_eq!(
            plan.arguments(),
            ["--runs", "50", "--browser", "firefox", "--fresh"]
        );
        let both = Plan::parse(&["--runs", "2"]).expect("good");
        assert_eq!(both.arguments(), ["--runs", "2"]);
    }

    #[test]
    fn nonsense_is_refused() {
        for words in [
            &[] as &[&str],
            &["--runs"],
            &["--runs", "0"],
            &["--runs", "many"],
            &["--runs", "1", "--browser", "lynx"],
            &["--runs", "1", "quick"],
        ] {
            assert!(Plan::parse(words).is_err(), "{words:?}");
        }
    }
}
