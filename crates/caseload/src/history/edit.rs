//! The everyday wishes: one fact, one contact, one appointment, one entry for a system of record.
//!
//! An [`Edit`] names a thing as it shall be afterwards, by its identifier; what was there before is
//! looked up when it is decided. Several edits make one command, and so one event and one step back.

use super::change::{Change, ContactEntry, Sheet, Step, Swap, Way};
use super::command::Refusal;
use super::event::CaseloadId;
use super::places::Identified;
use crate::minute_of_day::ends_by_midnight;
use crate::record::{Caseload, Caseworker, Customer, Exception, Transfer};
use rules::edition::LocalParameter;
use rules::facts::{Appointment, AppointmentId, CaseId, ContactId};
use std::sync::Arc;

/// One thing that shall be different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// What is recorded about a customer besides contacts and appointments.
    Sheet(Box<Sheet>),
    /// A contact of a customer: added, or revised if it is known.
    Contact(CaseId, Box<ContactEntry>),
    /// A contact goes.
    ContactRemoved(CaseId, ContactId),
    /// An appointment: added to its customer, or revised if it is known.
    Appointment(Box<Appointment>),
    /// An appointment goes.
    AppointmentRemoved(CaseId, AppointmentId),
    /// A finding left as it is, added or revised.
    Exception(Box<Exception>),
    /// A finding is no longer left as it is; by the exception's identifier.
    ExceptionRemoved(String),
    /// An entry for a system of record, added or revised.
    Transfer(Box<Transfer>),
    /// An entry for a system of record goes; by its identifier.
    TransferRemoved(String),
    /// The caseworker and the office.
    Caseworker(Box<Caseworker>),
    /// All numbers that the office changed.
    Parameters(Vec<LocalParameter>),
    /// A customer goes, with everything recorded about them, exceptions and transfers included.
    CustomerRemoved(CaseId),
}

/// The changes that edits come to, each decided after those before it.
///
/// # Errors
/// [`Refusal`] if one of them cannot be made, or if none of them changes anything.
pub(super) fn decide(
    edits: &[Edit],
    caseload: &Caseload,
    lineage: CaseloadId,
) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    let mut after = caseload.clone();
    let mut lineage = lineage;
    for edit in edits {
        for change in edit.changes(&after)? {
            // What was decided from this very caseload fits it.
            let _ = change.apply(&mut after, &mut lineage);
            changes.push(change);
        }
    }
    if changes.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    Ok(changes)
}

impl Edit {
    fn changes(&self, caseload: &Caseload) -> Result<Vec<Change>, Refusal> {
        let change = match self {
            Edit::Sheet(sheet) => {
                let customer = customer(caseload, &sheet.customer().id)?;
                swap(Sheet::of(customer), sheet).map(|swap| Change::Sheet(Box::new(swap)))
            }
            Edit::Contact(case, entry) => contact(customer(caseload, case)?, entry),
            Edit::ContactRemoved(case, id) => Some(Change::Contact(
                case.clone(),
                contact_going(customer(caseload, case)?, id)?,
            )),
            Edit::Appointment(appointment) => {
                check_end(appointment)?;
                let known = &customer(caseload, &appointment.case)?.appointments;
                put(known, appointment)
                    .map(|step| Change::Appointment(appointment.case.clone(), step))
            }
            Edit::AppointmentRemoved(case, id) => Some(Change::Appointment(
                case.clone(),
                going(&customer(caseload, case)?.appointments, id.as_str())?,
            )),
            Edit::Exception(exception) => {
                put(&caseload.exceptions, exception).map(Change::Exception)
            }
            Edit::ExceptionRemoved(id) => Some(Change::Exception(going(&caseload.exceptions, id)?)),
            Edit::Transfer(transfer) => put(&caseload.transfers, transfer).map(Change::Transfer),
            Edit::TransferRemoved(id) => Some(Change::Transfer(going(&caseload.transfers, id)?)),
            Edit::Caseworker(caseworker) => swap(caseload.caseworker.clone(), caseworker)
                .map(|swap| Change::Caseworker(Box::new(swap))),
            Edit::Parameters(parameters) => {
                swap(caseload.parameters.clone(), parameters).map(Change::Parameters)
            }
            Edit::CustomerRemoved(case) => return leaving(caseload, case),
        };
        Ok(change.into_iter().collect())
    }
}

fn customer<'c>(caseload: &'c Caseload, id: &CaseId) -> Result<&'c Arc<Customer>, Refusal> {
    let mut customers = caseload.customers.iter();
    customers
        .find(|customer| customer.id == *id)
        .ok_or(Refusal::UnknownCustomer)
}

fn swap<T: Clone + PartialEq>(before: T, after: &T) -> Option<Swap<T>> {
    (before != *after).then(|| Swap {
        before,
        after: after.clone(),
    })
}

/// Adds an entry at the end of its list, or revises the one with its identifier.
fn put<T: Identified + Clone + PartialEq>(list: &[T], entry: &T) -> Option<Step<T>> {
    let known = list.iter().position(|known| known.key() == entry.key());
    match known.and_then(|position| Some((position, list.get(position)?))) {
        None => Some(Step {
            position: list.len(),
            way: Way::Added(Box::new(entry.clone())),
        }),
        Some((position, before)) => swap(before.clone(), entry).map(|swap| Step {
            position,
            way: Way::Revised(Box::new(swap)),
        }),
    }
}

fn going<T: Identified + Clone>(list: &[T], key: &str) -> Result<Step<T>, Refusal> {
    let mut entries = list.iter().enumerate();
    let (position, entry) = entries
        .find(|(_, entry)| entry.key() == key)
        .ok_or(Refusal::EntryGone)?;
    Ok(Step {
        position,
        way: Way::Removed(Box::new(entry.clone())),
    })
}

fn contact(customer: &Customer, entry: &ContactEntry) -> Option<Change> {
    let mut known = customer.contacts.iter().enumerate();
    let step = match known.find(|(_, known)| known.id == entry.contact.id) {
        None => Step {
            position: customer.contacts.len(),
            way: Way::Added(Box::new(entry.clone())),
        },
        Some((position, before)) => Step {
            position,
            way: Way::Revised(Box::new(swap(
                ContactEntry {
                    contact: before.clone(),
                    topics: customer.topics.get(&before.id).cloned(),
                },
                entry,
            )?)),
        },
    };
    Some(Change::Contact(customer.id.clone(), step))
}

fn contact_going(customer: &Customer, id: &ContactId) -> Result<Step<ContactEntry>, Refusal> {
    let Step { position, way } = going(&customer.contacts, id.as_str())?;
    let topics = customer.topics.get(id).cloned();
    Ok(
        Step { position, way }.map(|contact: &rules::facts::Contact| ContactEntry {
            contact: contact.clone(),
            topics: topics.clone(),
        }),
    )
}

/// A customer goes with what refers to them, from the back to the front of each list.
fn leaving(caseload: &Caseload, case: &CaseId) -> Result<Vec<Change>, Refusal> {
    let mut changes = Vec::new();
    for transfer in caseload.transfers.iter().rev() {
        if transfer.case == *case {
            changes.push(Change::Transfer(going(&caseload.transfers, &transfer.id)?));
        }
    }
    for exception in caseload.exceptions.iter().rev() {
        if exception.case == *case {
            changes.push(Change::Exception(going(
                &caseload.exceptions,
                &exception.id,
            )?));
        }
    }
    let found = customer(caseload, case)?;
    let mut places = caseload.customers.iter();
    let position = places.position(|other| other.id == *case);
    changes.push(Change::Customer(Step {
        position: position.ok_or(Refusal::UnknownCustomer)?,
        way: Way::Removed(Box::new(Arc::clone(found))),
    }));
    Ok(changes)
}

/// An appointment ends on the day on which it begins, as the file format has it.
fn check_end(appointment: &Appointment) -> Result<(), Refusal> {
    if ends_by_midnight(appointment.start, appointment.duration_minutes) {
        Ok(())
    } else {
        Err(Refusal::EndsAfterMidnight)
    }
}
