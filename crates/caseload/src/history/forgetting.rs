//! Forgetting customers for good, in the caseload and in everything that was ever done to it.
//!
//! What remains is a ledger as if they had never been there: positions in later and earlier events
//! are counted without them, so that undo still puts everybody else back where they stood.

use super::change::{Change, Step, Way};
use super::event::{Course, Event, EventId};
use super::ledger::Ledger;
use super::turns::Turns;
use crate::record::{Customer, Transfer};
use rules::facts::{Appointment, AppointmentId, CaseId};
use rules::ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Ledger {
    /// The ledger without any trace of these customers: not in the caseload, with its exceptions and
    /// transfers, and not in any event. References of others to their contacts and appointments go
    /// too, because identifiers can hold the customer number. Free text about other customers stays.
    ///
    /// An event of which nothing is left is dropped and can no longer be taken back, together with
    /// its turns; it stays, empty, if one of its turns still says something about somebody else.
    #[must_use]
    pub fn without(&self, cases: &BTreeSet<CaseId>) -> Ledger {
        let forgotten = Forgotten::of(self, cases);
        let mut caseload = (*self.caseload).clone();
        let mut gaps = Gaps {
            customers: places(&caseload.customers, |customer| cases.contains(&customer.id)),
            exceptions: places(&caseload.exceptions, |entry| cases.contains(&entry.case)),
            transfers: places(&caseload.transfers, |entry| cases.contains(&entry.case)),
        };
        caseload
            .customers
            .retain(|customer| !cases.contains(&customer.id));
        caseload
            .exceptions
            .retain(|entry| !cases.contains(&entry.case));
        caseload
            .transfers
            .retain(|entry| !cases.contains(&entry.case));
        for customer in &mut caseload.customers {
            forgotten.scrub_customer(customer);
        }
        for transfer in &mut caseload.transfers {
            forgotten.scrub_transfer(transfer);
        }

        let mut emptied = BTreeSet::new();
        let mut events: Vec<Arc<Event>> = Vec::with_capacity(self.events.len());
        for event in self.events.iter().rev() {
            let mut changes: Vec<Change> = event
                .changes
                .iter()
                .rev()
                .filter_map(|change| forgotten.scrub(change, &mut gaps))
                .collect();
            changes.reverse();
            if changes.is_empty() && !event.changes.is_empty() {
                emptied.insert(event.id);
            }
            events.push(Arc::new(Event { changes, ..**event }));
        }
        events.reverse();
        let dropped = dropped(&events, &emptied);
        events.retain(|event| !dropped.contains(&event.id));
        Ledger {
            lineage: self.lineage,
            caseload: Arc::new(caseload),
            turns: Turns::of(&events),
            events,
        }
    }
}

/// Which of the emptied events go: a deed with all its turns, or not at all.
fn dropped(events: &[Arc<Event>], emptied: &BTreeSet<EventId>) -> BTreeSet<EventId> {
    let target = |event: &Event| match event.deed.course() {
        Course::Back(target) | Course::Again(target) => target,
        Course::Ahead => event.id,
    };
    let full = events.iter().filter(|event| !emptied.contains(&event.id));
    let still_needed: BTreeSet<EventId> = ordering::set(full.map(|event| target(event)));
    let going = events
        .iter()
        .filter(|event| emptied.contains(&event.id) && !still_needed.contains(&target(event)));
    ordering::set(going.map(|event| event.id))
}

/// Who is forgotten, and the identifiers of what was recorded about them.
struct Forgotten<'a> {
    cases: &'a BTreeSet<CaseId>,
    subjects: BTreeSet<String>,
}

impl<'a> Forgotten<'a> {
    fn of(ledger: &Ledger, cases: &'a BTreeSet<CaseId>) -> Self {
        let mut forgotten = Forgotten {
            cases,
            subjects: BTreeSet::new(),
        };
        for customer in &ledger.caseload.customers {
            forgotten.note_customer(customer);
        }
        for change in ledger.events.iter().flat_map(|event| &event.changes) {
            forgotten.note_change(change);
        }
        forgotten
    }

    fn note_customer(&mut self, customer: &Customer) {
        if self.cases.contains(&customer.id) {
            let contacts = customer.contacts.iter().map(|entry| entry.id.to_string());
            self.subjects.extend(contacts);
            let appointments = customer.appointments.iter();
            self.subjects
                .extend(appointments.map(|entry| entry.id.to_string()));
        }
    }

    fn note_change(&mut self, change: &Change) {
        match change {
            Change::Customer(step) => match &step.way {
                Way::Added(customer) | Way::Removed(customer) => self.note_customer(customer),
                Way::Revised(swap) => {
                    self.note_customer(&swap.before);
                    self.note_customer(&swap.after);
                }
            },
            Change::Contact(case, step) if self.cases.contains(case) => {
                self.subjects.insert(step.subject().contact.id.to_string());
            }
            Change::Appointment(case, step) if self.cases.contains(case) => {
                self.subjects.insert(step.subject().id.to_string());
            }
            Change::Contact(..)
            | Change::Appointment(..)
            | Change::Lineage(_)
            | Change::Edition(_)
            | Change::Caseworker(_)
            | Change::Parameters(_)
            | Change::Sheet(_)
            | Change::Exception(_)
            | Change::Transfer(_) => {}
        }
    }

    /// What is left of a change; `gaps` are those after it and become those before it.
    fn scrub(&self, change: &Change, gaps: &mut Gaps) -> Option<Change> {
        let is_forgotten = |case: &CaseId| self.cases.contains(case);
        Some(match change {
            Change::Customer(step) => {
                let gap = &mut gaps.customers;
                let left = gap.step_back(step, |customer| is_forgotten(&customer.id))?;
                Change::Customer(left.map(|customer| {
                    let mut customer = Arc::clone(customer);
                    self.scrub_customer(&mut customer);
                    customer
                }))
            }
            Change::Sheet(swap) if is_forgotten(&swap.after.customer().id) => return None,
            Change::Contact(case, _) | Change::Appointment(case, _) if is_forgotten(case) => {
                return None;
            }
            Change::Appointment(case, step) => {
                let step = step.map(|appointment| {
                    let mut appointment = appointment.clone();
                    self.scrub_appointment(&mut appointment);
                    appointment
                });
                if matches!(&step.way, Way::Revised(swap) if swap.before == swap.after) {
                    return None;
                }
                Change::Appointment(case.clone(), step)
            }
            Change::Exception(step) => {
                let gap = &mut gaps.exceptions;
                Change::Exception(gap.step_back(step, |entry| is_forgotten(&entry.case))?)
            }
            Change::Transfer(step) => {
                let gap = &mut gaps.transfers;
                let left = gap.step_back(step, |entry| is_forgotten(&entry.case))?;
                Change::Transfer(left.map(|transfer| {
                    let mut transfer = transfer.clone();
                    self.scrub_transfer(&mut transfer);
                    transfer
                }))
            }
            Change::Lineage(_)
            | Change::Edition(_)
            | Change::Caseworker(_)
            | Change::Parameters(_)
            | Change::Sheet(_)
            | Change::Contact(..) => change.clone(),
        })
    }

    fn scrub_customer(&self, customer: &mut Arc<Customer>) {
        let refers = |appointment: &Appointment| {
            let mut references = [&appointment.replaces, &appointment.refills].into_iter();
            references.any(|reference| self.is_of_forgotten(reference.as_ref()))
        };
        if !customer.appointments.iter().any(refers) {
            return;
        }
        for appointment in &mut Arc::make_mut(customer).appointments {
            self.scrub_appointment(appointment);
        }
    }

    fn scrub_appointment(&self, appointment: &mut Appointment) {
        for reference in [&mut appointment.replaces, &mut appointment.refills] {
            if self.is_of_forgotten(reference.as_ref()) {
                *reference = None;
            }
        }
    }

    fn is_of_forgotten(&self, reference: Option<&AppointmentId>) -> bool {
        reference.is_some_and(|id| self.subjects.contains(id.as_str()))
    }

    fn scrub_transfer(&self, transfer: &mut Transfer) {
        let subject = transfer.subject.as_ref();
        if subject.is_some_and(|id| self.subjects.contains(id)) {
            transfer.subject = None;
        }
    }
}

/// Places of the forgotten in their lists at one moment, while the events are gone through from the
/// latest to the first.
struct Gaps {
    customers: Gap,
    exceptions: Gap,
    transfers: Gap,
}

struct Gap(Vec<usize>);

fn places<T>(list: &[T], is_forgotten: impl Fn(&T) -> bool) -> Gap {
    let numbered = list.iter().enumerate();
    Gap(numbered
        .filter(|(_, entry)| is_forgotten(entry))
        .map(|(place, _)| place)
        .collect())
}

impl Gap {
    /// Goes back before a step. What is left of the step stands where it stands without the
    /// forgotten; an entry that passed from one of them to somebody else, or the other way round,
    /// came or went as far as the others are concerned.
    fn step_back<T: Clone>(
        &mut self,
        step: &Step<T>,
        is_forgotten: impl Fn(&T) -> bool,
    ) -> Option<Step<T>> {
        let at = step.position;
        let before = self.0.iter().filter(|place| **place < at).count();
        let way = match &step.way {
            Way::Added(entry) => {
                self.0.retain(|place| *place != at);
                for place in self.0.iter_mut().filter(|place| **place > at) {
                    *place -= 1;
                }
                (!is_forgotten(entry)).then(|| step.way.clone())
            }
            Way::Removed(entry) => {
                for place in self.0.iter_mut().filter(|place| **place >= at) {
                    *place += 1;
                }
                if is_forgotten(entry) {
                    self.0.push(at);
                    None
                } else {
                    Some(step.way.clone())
                }
            }
            Way::Revised(swap) => match (is_forgotten(&swap.before), is_forgotten(&swap.after)) {
                (false, false) => Some(step.way.clone()),
                (true, true) => None,
                (true, false) => {
                    self.0.push(at);
                    Some(Way::Added(Box::new(swap.after.clone())))
                }
                (false, true) => {
                    self.0.retain(|place| *place != at);
                    Some(Way::Removed(Box::new(swap.before.clone())))
                }
            },
        };
        way.map(|way| Step {
            position: at - before.min(at),
            way,
        })
    }
}
