//! `kkd report`: what the team lead looks at, one object per caseload.

use crate::evaluation::{self, add_line};
use crate::failure::Failure;
use crate::report_line::ReportLine;
use caseload::{Caseload, Overview};

/// Writes the figures of each caseload to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &evaluation::Args) -> Result<(), Failure> {
    args.write(lines)
}

fn lines(caseload: &Caseload, overview: &Overview) -> Result<Vec<u8>, Failure> {
    let figures = caseload::follow_up(caseload, overview);
    let mut lines = Vec::new();
    add_line(&mut lines, &ReportLine::of(caseload, overview, &figures))?;
    Ok(lines)
}
