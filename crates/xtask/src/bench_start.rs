//! `bench-start`: how long until the page can be used, against the first paint of a blank page.
//!
//! Machines are noisy, so both are measured in the same run and the ratio is what counts.

use crate::bundle;
use crate::e2e;
use crate::failure::Failure;
use crate::run;
use crate::setup;
use crate::steps::Steps;

/// Runs of each kind unless said otherwise.
pub const DEFAULT_RUNS: u32 = 7;

/// Builds the one file and measures its cold start.
///
/// # Errors
/// The page does not build or a browser does not start.
pub fn run(runs: u32) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_testing(&mut steps)?;
    bundle::build(&mut steps, &tools)?;
    run::shown(
        e2e::node()
            .arg(e2e::folder().join("bench-start.mjs"))
            .env("KD_RUNS", runs.to_string()),
        "open dist/kontaktdichte.html in a browser and look at its console",
    )
}
