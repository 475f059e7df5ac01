//! The caseload by number and by identifier, so that ten thousand rows find their customers at once.

use super::cells::names;
use crate::record::{Caseload, Customer};
use chrono::NaiveDate;
use rules::facts::{AppointmentId, CaseId, ContactId};
use rules::ordering::{OrderedMap, OrderedSet};

/// Where things are in a caseload.
pub(super) struct RecordIndex<'a> {
    by_number: OrderedMap<String, &'a Customer>,
    cases: OrderedSet<&'a str>,
    contacts: OrderedSet<&'a str>,
    appointments: OrderedSet<&'a str>,
    referred_to: OrderedSet<&'a str>,
}

impl<'a> RecordIndex<'a> {
    /// Goes through a caseload once. Of several customers with one number the first is taken who is
    /// not closed on `today`, else the first.
    pub(super) fn new(caseload: &'a Caseload, today: NaiveDate) -> Self {
        let mut index = RecordIndex {
            by_number: OrderedMap::new(),
            cases: OrderedSet::new(),
            contacts: OrderedSet::new(),
            appointments: OrderedSet::new(),
            referred_to: OrderedSet::new(),
        };
        for customer in &caseload.customers {
            let slot = index
                .by_number
                .entry(names::number(customer.number.as_str()))
                .or_insert(customer);
            if slot.is_closed(today) && !customer.is_closed(today) {
                *slot = customer;
            }
            index.cases.insert(customer.id.as_str());
            for contact in &customer.contacts {
                index.contacts.insert(contact.id.as_str());
            }
            for appointment in &customer.appointments {
                index.appointments.insert(appointment.id.as_str());
                let used = [&appointment.replaces, &appointment.refills];
                index
                    .referred_to
                    .extend(used.into_iter().flatten().map(AppointmentId::as_str));
            }
        }
        for transfer in &caseload.transfers {
            index.referred_to.extend(transfer.subject.as_deref());
        }
        index
    }

    /// The customer with a number.
    pub(super) fn customer(&self, number: &str) -> Option<&'a Customer> {
        self.by_number.get(number).copied()
    }

    /// The identifier for a new customer.
    pub(super) fn new_case_id(&self, number: &str) -> CaseId {
        CaseId::from(free(&self.cases, format!("liste-{number}")).as_str())
    }

    /// The identifier for a new contact.
    pub(super) fn new_contact_id(&self, number: &str, day: NaiveDate) -> ContactId {
        ContactId::from(free(&self.contacts, contact_id(number, day)).as_str())
    }

    /// The identifier for a new appointment.
    pub(super) fn new_appointment_id(&self, number: &str, day: NaiveDate) -> AppointmentId {
        let plain = format!("liste-t-{number}-{day}");
        AppointmentId::from(free(&self.appointments, plain).as_str())
    }

    /// Whether another appointment or a transfer refers to this one.
    pub(super) fn is_referred_to(&self, appointment: &AppointmentId) -> bool {
        self.referred_to.contains(appointment.as_str())
    }
}

/// The identifier of the contact that a list names for a customer and a day.
pub(crate) fn contact_id(number: &str, day: NaiveDate) -> String {
    format!("liste-k-{number}-{day}")
}

/// `plain`, or, where somebody else has that identifier (a number was changed by hand), the same
/// with a count behind it. The small letter keeps it apart from every other row of the list, whose
/// numbers are in capitals.
fn free(taken: &OrderedSet<&str>, plain: String) -> String {
    if !taken.contains(plain.as_str()) {
        return plain;
    }
    (2..=taken.len() + 2)
        .map(|count| format!("{plain}-x{count}"))
        .find(|id| !taken.contains(id.as_str()))
        .unwrap_or(plain)
}
