//! Checking a customer: what sections C, E and F object to or point out, and what B reports.
//!
//! [`crate::evaluate`] says by when somebody must be seen; [`check`] says what about the record is
//! not as the policy wants it. Both look at the same facts, and checking takes the result of the
//! evaluation, so that no question is answered twice. Two rules on missed appointments look beyond
//! one customer; what they need to know of the others is in an [`AppointmentBook`].

mod appointments;
mod categories;
mod duties;

use crate::appointment_book::AppointmentBook;
use crate::facts::{Appointment, Case, Contact};
use crate::finding::{Finding, Subject};
use crate::ordering::sort_by;
use crate::{Due, Setting};

/// What is recorded about one customer, with the result of [`crate::evaluate`] for it.
#[derive(Debug, Clone, Copy)]
pub struct Dossier<'d> {
    /// The facts.
    pub case: &'d Case,
    /// The contacts that were evaluated.
    pub contacts: &'d [Contact],
    /// The appointments that were evaluated.
    pub appointments: &'d [Appointment],
    /// The result.
    pub due: &'d Due,
}

/// Every finding about one customer: by rule, then by the id of what it is about, of one rule about
/// one thing the gravest first.
pub fn check(dossier: Dossier<'_>, book: &AppointmentBook, setting: &Setting) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    duties::check(&dossier, setting, &mut findings);
    categories::check(&dossier, setting, &mut findings);
    appointments::check(&dossier, book, setting, &mut findings);
    sort_by(&mut findings, |one, other| {
        (one.rule, id_of(&one.subject), one.severity).cmp(&(
            other.rule,
            id_of(&other.subject),
            other.severity,
        ))
    });
    findings
}

/// The id that findings of one rule are ordered by; the customer's own come first.
fn id_of(subject: &Subject) -> &str {
    match subject {
        Subject::Case => "",
        Subject::Contact(id) => id.as_str(),
        Subject::Appointment(id) => id.as_str(),
    }
}
