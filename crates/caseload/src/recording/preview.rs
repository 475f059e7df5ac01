//! What would follow if a contact were saved as it stands in the form.

use super::duty::{self, DutyLine};
use super::fault::{ContactFault, ContactField, ContactProblem};
use crate::history::ContactEntry;
use crate::overview::evaluate;
use crate::record::Customer;
use rules::facts::{Appointment, Contact};
use rules::{Due, Judgement, Rule, Setting};

/// What the rules say about a customer with a contact that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The customer as they would be.
    pub customer: Customer,
    /// What the rules would say: group, window, state, missing facts.
    pub due: Due,
    /// Whether the contact counts.
    pub judgement: Judgement,
    /// What comes with it, in the order of the rules.
    pub duties: Vec<DutyLine>,
    /// What was agreed for the next contact changes nothing.
    pub vain_agreement: Option<ContactFault>,
}

/// Tries a contact, and the appointment made with it if there is one, on a customer. `None` only
/// if the rules would not judge it, which they do for every contact.
pub fn preview(
    customer: &Customer,
    entry: &ContactEntry,
    follow_up: Option<&Appointment>,
    setting: &Setting,
) -> Option<Preview> {
    let mut customer = customer.clone();
    let place = put(&mut customer.contacts, &entry.contact);
    if let Some(appointment) = follow_up {
        put_appointment(&mut customer.appointments, appointment);
    }
    let due = evaluate(&customer, setting);
    let judgement = due.judgements.get(place)?.clone();
    let consent = customer.facts.digital_consent;
    let duties = duty::duties(&entry.contact, &judgement, place, consent, &due, setting);
    let vain_agreement = vain_agreement(&entry.contact, &due, place);
    Some(Preview {
        customer,
        due,
        judgement,
        duties,
        vain_agreement,
    })
}

/// Puts a contact in the place of the one with its id, or behind all others.
fn put(contacts: &mut Vec<Contact>, contact: &Contact) -> usize {
    let known = contacts.iter().position(|known| known.id == contact.id);
    match known.and_then(|place| Some((place, contacts.get_mut(place)?))) {
        Some((place, known)) => {
            known.clone_from(contact);
            place
        }
        None => {
            contacts.push(contact.clone());
            contacts.len() - 1
        }
    }
}

/// Puts an appointment in the place of the one with its id, or behind all others.
pub(crate) fn put_appointment(appointments: &mut Vec<Appointment>, appointment: &Appointment) {
    let mut known = appointments.iter_mut();
    match known.find(|known| known.id == appointment.id) {
        Some(known) => known.clone_from(appointment),
        None => appointments.push(appointment.clone()),
    }
}

/// D9 — a day was agreed from which the clock would run, and the standard asks for an earlier one.
fn vain_agreement(contact: &Contact, due: &Due, place: usize) -> Option<ContactFault> {
    contact.next_contact_by?;
    let latest = due.window?.latest;
    let starts_the_clock = due.last_qualified.is_some_and(|last| last.index == place);
    (starts_the_clock && !due.grounds.contains(&Rule::D9)).then_some(ContactFault {
        field: ContactField::NextContactBy,
        problem: ContactProblem::AgreedTooLate { latest },
    })
}
