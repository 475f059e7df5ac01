//! What a finding says to people: what stands there, what should stand there, and one sentence that
//! tells both and what to do about it.
//!
//! The sentence stands alone, in a list of findings or a line of the batch command, so it names the
//! day of the contact or appointment that it is about. Which rule it rests on is shown beside it,
//! not in it.

mod appointment;
mod category;
mod contact;
mod phases;
mod week;

#[cfg(test)]
mod tests;

pub use week::week_finding;

use crate::facts::{Appointment, Contact};
use crate::{Finding, Problem};

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingText {
    /// What is recorded, in a few words; `None` if it is that nothing is.
    pub recorded: Option<String>,
    /// What the rules say, in a few words; `None` if they leave it open.
    pub expected: Option<String>,
    /// What is wrong and what to do, in one sentence.
    pub text: String,
}

impl FindingText {
    fn new(recorded: impl Into<String>, expected: impl Into<String>, text: String) -> Self {
        FindingText {
            recorded: Some(recorded.into()),
            expected: Some(expected.into()),
            text,
        }
    }
}

/// Says a finding. `contacts` and `appointments` are those of the customer.
pub fn finding(
    finding: &Finding,
    contacts: &[Contact],
    appointments: &[Appointment],
) -> FindingText {
    match &finding.problem {
        Problem::Contact(problem) => contact::finding(problem, &finding.subject, contacts),
        Problem::Phases(lacking) => phases::finding(lacking),
        Problem::Category(problem) => category::finding(problem),
        Problem::Appointment(problem) => {
            appointment::finding(*problem, &finding.subject, appointments)
        }
    }
}
