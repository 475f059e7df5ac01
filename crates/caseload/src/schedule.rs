//! What stands in the caseworker's calendar, over all customers.

use crate::record::Caseload;
use rules::{Schedule, Setting};

/// Counts the appointments of every customer by day; of closed ones too, for their slots are taken.
pub fn schedule(caseload: &Caseload, setting: &Setting) -> Schedule {
    let appointments = caseload
        .customers
        .iter()
        .flat_map(|customer| customer.appointments.iter());
    Schedule::of(appointments, setting.edition.parameters())
}
