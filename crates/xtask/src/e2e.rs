//! Runs the end-to-end suite: the one file over `file://` and the hosted variant over loopback, in both browsers.
//!
//! The suite is plain JavaScript under node's own test runner. This side builds what is tested, serves the hosted
//! variant, and tells the suite by environment where everything is.

use crate::browsers::Browser;
use crate::bundle;
use crate::failure::Failure;
use crate::run;
use crate::serve::Server;
use crate::setup;
use crate::steps::Steps;
use crate::tally::Tally;
use crate::workspace;
use std::path::PathBuf;
use std::process::Command;

/// A whole test file gets this long, in milliseconds; the harness has a shorter limit for each test.
const FILE_LIMIT: &str = "--test-timeout=1500000";

/// Files that run at once. Each has browsers and profiles of its own, and waits for them most of the time.
const AT_ONCE: &str = "--test-concurrency=2";

/// Builds and runs all test files, or the named ones.
///
/// # Errors
/// The page does not build, a file is unknown, or a test fails.
pub fn run_alone(files: &[&str]) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_testing(&mut steps)?;
    bundle::build(&mut steps, &tools)?;
    let mut tally = Tally::default();
    steps.run("browser tests", "tests/e2e", || run(files, &mut tally))
}

/// Runs test files against what is built; they are counted into `tally` even if some fail.
///
/// # Errors
/// A file is unknown or a test fails.
pub fn run(files: &[&str], tally: &mut Tally) -> Result<(), Failure> {
    let chosen = choose(files)?;
    let server = Server::bind(workspace::dist())?;
    let mut node = node();
    node.args(["--test", "--test-reporter=spec", AT_ONCE, FILE_LIMIT])
        .args(chosen)
        .env("KD_HOSTED", server.url());
    server.run_in_background();
    run::watched(
        &mut node,
        "run one file alone: `cargo xtask e2e NAME.test.mjs`; KD_BROWSERS=firefox chooses a browser",
        |line| tally.node_line(line),
    )
}

/// Node with the places that the suite needs to know.
pub fn node() -> Command {
    let mut node = Command::new("node");
    node.current_dir(workspace::root())
        .env("KD_FILE", workspace::one_file());
    for browser in Browser::ALL {
        if let Some(program) = browser.find() {
            node.env(browser.variable(), program);
        }
    }
    node
}

/// The folder of the suite.
pub fn folder() -> PathBuf {
    workspace::root().join("tests/e2e")
}

fn choose(files: &[&str]) -> Result<Vec<PathBuf>, Failure> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder())
        .map_err(|error| Failure::file(&folder(), &error))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    all.sort();
    if files.is_empty() {
        return Ok(all);
    }
    files
        .iter()
        .map(|wanted| {
            all.iter()
                .find(|path| path.ends_with(wanted) || path.ends_with(format!("{wanted}.test.mjs")))
                .cloned()
                .ok_or_else(|| {
                    Failure::new(
                        format!("no test file `{wanted}`"),
                        "name one of tests/e2e/*.test.mjs",
                    )
                })
        })
        .collect()
}
