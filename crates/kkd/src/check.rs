//! `kkd check`: what about the record is not as the rules want it, one line per finding.

use crate::check_line::CheckLine;
use crate::evaluation::{self, add_line};
use crate::failure::Failure;
use caseload::{Caseload, Overview};
use rules::Severity;
use std::sync::atomic::{AtomicBool, Ordering};

/// What `kkd check` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    evaluation: evaluation::Args,
    /// Ends with status 1 if there are findings of this severity or a graver one; they are written
    /// all the same.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Limit>,
}

/// The least grave severity at which a run fails.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Limit {
    Error,
    Warning,
}

impl Limit {
    /// Whether a finding of this severity makes the run fail.
    fn is_reached_by(self, severity: Severity) -> bool {
        match self {
            Limit::Error => severity == Severity::Error,
            Limit::Warning => matches!(severity, Severity::Error | Severity::Warning),
        }
    }
}

/// Writes the lines of all findings to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well, or [`Failure::FindingsExist`].
pub fn run(args: &Args) -> Result<(), Failure> {
    let reached = AtomicBool::new(false);
    args.evaluation.write(|caseload, overview| {
        let tell = |severity| {
            if args
                .fail_on
                .is_some_and(|limit| limit.is_reached_by(severity))
            {
                reached.store(true, Ordering::Relaxed);
            }
        };
        lines(caseload, overview, tell)
    })?;
    if reached.into_inner() {
        return Err(Failure::FindingsExist);
    }
    Ok(())
}

/// The lines of one caseload; `tell` hears of the severity of each.
fn lines(
    caseload: &Caseload,
    overview: &Overview,
    tell: impl Fn(Severity),
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
