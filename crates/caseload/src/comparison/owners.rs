//! Whose numbers and identifiers are taken. Both are unique over a caseload, so what comes from
//! elsewhere under one that is somebody else's here cannot be taken.

use crate::history::ContactEntry;
use crate::history::wording::{appointment_name, contact_name};
use crate::letters::capitals;
use crate::record::{Caseload, Customer, CustomerNumber};
use rules::facts::{Appointment, CaseId, Contact};
use rules::ordering::{self, OrderedMap};
use std::borrow::Cow;

/// The owners of numbers and identifiers in a caseload.
pub(crate) struct Owners<'p> {
    numbers: OrderedMap<String, &'p CaseId>,
    contacts: OrderedMap<&'p str, &'p CaseId>,
    appointments: OrderedMap<&'p str, &'p CaseId>,
    /// Of exceptions and transfers.
    entries: OrderedMap<&'p str, &'p CaseId>,
}

pub(crate) const ELSEWHERE: &str = "gehört hier zu einem anderen Fall und wird nicht übernommen";

/// Numbers are compared as lists write them: without surrounding blanks, in capitals.
fn plain(number: &CustomerNumber) -> String {
    capitals(number.as_str().trim())
}

fn is_free(owners: &OrderedMap<&str, &CaseId>, id: &str, case: &CaseId) -> bool {
    owners.get(id).is_none_or(|owner| *owner == case)
}

impl<'p> Owners<'p> {
    /// Those of a caseload.
    pub(crate) fn of(present: &'p Caseload) -> Self {
        let customers = || present.customers.iter();
        let exceptions = present.exceptions.iter();
        let transfers = present.transfers.iter();
        Owners {
            numbers: ordering::map(customers().map(|own| (plain(&own.number), &own.id))),
            contacts: ordering::map(
                customers().flat_map(|own| own.contacts.iter().map(|c| (c.id.as_str(), &own.id))),
            ),
            appointments: ordering::map(
                customers()
                    .flat_map(|own| own.appointments.iter().map(|a| (a.id.as_str(), &own.id))),
            ),
            entries: ordering::map(
                exceptions
                    .map(|entry| (entry.id.as_str(), &entry.case))
                    .chain(transfers.map(|entry| (entry.id.as_str(), &entry.case))),
            ),
        }
    }

    /// Whether a number is that of another case than `case`.
    pub(crate) fn has_number(&self, number: &CustomerNumber, case: &CaseId) -> bool {
        let owner = self.numbers.get(&plain(number));
        owner.is_some_and(|owner| *owner != case)
    }

    /// Whether no other case than `case` has a contact with the identifier of this one.
    pub(crate) fn leave_contact(&self, contact: &Contact, case: &CaseId) -> bool {
        is_free(&self.contacts, contact.id.as_str(), case)
    }

    /// Whether no other case has an appointment with the identifier of this one.
    pub(crate) fn leave_appointment(&self, appointment: &Appointment, case: &CaseId) -> bool {
        is_free(&self.appointments, appointment.id.as_str(), case)
    }

    /// Whether no other case than `case` has an exception or a transfer with this identifier.
    pub(crate) fn leave_entry(&self, id: &str, case: &CaseId) -> bool {
        is_free(&self.entries, id, case)
    }

    /// What of a customer from elsewhere can be taken: contacts and appointments whose identifiers are
    /// nobody else's here. What cannot is said in German.
    pub(crate) fn part_of<'o>(&self, other: &'o Customer) -> (Cow<'o, Customer>, Vec<String>) {
        let own_contact = |contact: &Contact| self.leave_contact(contact, &other.id);
        let own_appointment = |entry: &Appointment| self.leave_appointment(entry, &other.id);
        let all_own = other.contacts.iter().all(own_contact)
            && other.appointments.iter().all(own_appointment);
        if all_own {
            return (Cow::Borrowed(other), Vec::new());
        }
        let mut part = other.clone();
        let mut lines = Vec::new();
        for contact in &other.contacts {
            if !own_contact(contact) {
                let contact = contact.clone();
                let topics = part.topics.remove(&contact.id);
                let name = contact_name(&ContactEntry { contact, topics });
                lines.push(format!("{name}: {ELSEWHERE}"));
            }
        }
        for entry in &other.appointments {
            if !own_appointment(entry) {
                lines.push(format!("{}: {ELSEWHERE}", appointment_name(entry)));
            }
        }
        part.contacts.retain(own_contact);
        part.appointments.retain(own_appointment);
        (Cow::Owned(part), lines)
    }
}
