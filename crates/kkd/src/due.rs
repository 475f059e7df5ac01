//! `kkd due`: who must be seen by when, one line per customer who is not closed.

use crate::due_line::DueLine;
use crate::evaluation::{self, add_line};
use crate::failure::Failure;
use caseload::{Caseload, Overview};

/// Writes the due lines to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &evaluation::Args) -> Result<(), Failure> {
    args.write(lines)
}

/// The due lines of one caseload, in the order of its customers.
fn lines(caseload: &Caseload, overview: &Overview) -> Result<Vec<u8>, Failure> {
    let mut lines = Vec::new();
    for entry in &overview.entries {
        if let Some(customer) = caseload.customers.get(entry.customer) {
            add_line(&mut lines, &DueLine::of(customer, entry))?;
        }
    }
    Ok(lines)
}
