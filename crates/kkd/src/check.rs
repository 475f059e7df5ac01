//! `kkd check`: what about the record is not as the rules want it, one line per finding.

use crate::check_line::CheckLine;
use crate::evaluation::{self, add_line};
use crate::fail_on::FailOn;
use crate::failure::Failure;
use caseload::{Caseload, Overview};
use rules::Severity;

/// What `kkd check` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    evaluation: evaluation::Args,
    #[command(flatten)]
    fail_on: FailOn,
}

/// Writes the lines of all findings to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well, or [`Failure::FindingsExist`].
pub fn run(args: &Args) -> Result<(), Failure> {
    args.fail_on.watch(|tell| {
        args.evaluation
            .write(|caseload, overview| lines(caseload, overview, tell))
    })
}

/// The lines of one caseload; `tell` hears of the severity of each.
fn lines(
    caseload: &Caseload,
    overview: &Overview,
    tell: &(dyn Fn(Severity) + Sync),
) -> Result<Vec<u8>, Failure> {
    let mut lines = Vec::new();
    for found in caseload::findings(caseload, overview) {
        if let Some(customer) = caseload.customers.get(found.customer) {
            tell(found.finding.severity);
            add_line(&mut lines, &CheckLine::of(customer, &found.finding))?;
        }
    }
    Ok(lines)
}
