//! What stands in the caseworker's calendar, over all customers.

use crate::record::Caseload;
use rules::facts::Appointment;
use rules::{Schedule, Setting};

/// Counts the appointments of every customer by day; of closed ones too, for their slots are taken.
pub fn schedule(caseload: &Caseload, setting: &Setting) -> Schedule {
    Schedule::of(appointments(caseload), setting.edition.parameters())
}

/// The appointments of every customer, closed ones included.
pub(crate) fn appointments(caseload: &Caseload) -> impl Iterator<Item = &Appointment> {
    caseload
        .customers
        .iter()
        .flat_map(|customer| &customer.appointments)
}
