//! All appointments of a caseworker, for the rules that look beyond one customer: whether a gap was
//! refilled and a missed slot given to somebody else (heading: Terminausfallmanagement).

use crate::facts::{Appointment, AppointmentId};
use std::collections::BTreeSet;

/// What the rules have to know of the appointments of all customers, closed ones included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppointmentBook {
    refilled: BTreeSet<AppointmentId>,
    replaced: BTreeSet<AppointmentId>,
}

impl AppointmentBook {
    /// The book of these appointments, in any order.
    pub fn of<'c>(appointments: impl IntoIterator<Item = &'c Appointment>) -> Self {
        let mut book = AppointmentBook::default();
        for appointment in appointments {
            book.refilled.extend(appointment.refills.iter().cloned());
            book.replaced.extend(appointment.replaces.iter().cloned());
        }
        book
    }

    /// F7 — whether an appointment refills the gap of this one, whatever became of it since.
    pub fn is_refilled(&self, cancelled: &AppointmentId) -> bool {
        self.refilled.contains(cancelled)
    }

    /// F8 — whether an appointment uses the slot of this one, whatever became of it since.
    pub fn is_replaced(&self, missed: &AppointmentId) -> bool {
        self.replaced.contains(missed)
    }
}
