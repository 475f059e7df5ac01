//! Making a change, and turning it round.

use super::change::{Change, ContactEntry, Misfit, Sheet, Step, Swap, Way};
use super::places::{Identified, Indexes, Places};
use crate::history::CaseloadId;
use crate::record::{Caseload, Customer};
use rules::facts::CaseId;
use std::sync::Arc;

/// Makes changes one after the other. Whatever can be done is done, also if the caseload is not as
/// expected.
///
/// # Errors
/// [`Misfit`] if something was not as it was when one of the changes was recorded.
pub fn apply_all(
    changes: &[Change],
    caseload: &mut Caseload,
    lineage: &mut CaseloadId,
) -> Result<(), Misfit> {
    let mut indexes = Indexes::for_batch_of(changes.len());
    let mut all = Ok(());
    for change in changes {
        all = change.apply_at(caseload, lineage, &mut indexes).and(all);
    }
    all
}

impl Change {
    /// Makes the change. Whatever can be done is done, also if the caseload is not as expected.
    ///
    /// # Errors
    /// [`Misfit`] if something was not as it was when the change was recorded.
    pub fn apply(&self, caseload: &mut Caseload, lineage: &mut CaseloadId) -> Result<(), Misfit> {
        self.apply_at(caseload, lineage, &mut Indexes::for_batch_of(1))
    }

    fn apply_at(
        &self,
        caseload: &mut Caseload,
        lineage: &mut CaseloadId,
        indexes: &mut Indexes,
    ) -> Result<(), Misfit> {
        let places = &mut indexes.customers;
        match self {
            Change::Lineage(swap) => swap.apply(lineage),
            Change::Edition(swap) => swap.apply(&mut caseload.edition),
            Change::Caseworker(swap) => swap.apply(&mut caseload.caseworker),
            Change::Parameters(swap) => swap.apply(&mut caseload.parameters),
            Change::Customer(step) => step.apply(&mut caseload.customers, places),
            Change::Sheet(swap) => {
                let customer = find(caseload, &swap.after.customer().id, places)?;
                if Sheet::of(customer) == swap.before {
                    swap.after.put_on(customer);
                    return Ok(());
                }
                // Somebody else has written on the sheet: only what this change is about is taken.
                swap.put_changes_on(customer);
                Err(Misfit)
            }
            Change::Contact(case, step) => apply_contact(step, find(caseload, case, places)?),
            Change::Appointment(case, step) => step.apply(
                &mut find(caseload, case, places)?.appointments,
                &mut Places::Searched,
            ),
            Change::Exception(step) => {
                step.apply(&mut caseload.exceptions, &mut indexes.exceptions)
            }
            Change::Transfer(step) => step.apply(&mut caseload.transfers, &mut indexes.transfers),
        }
    }

    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        match self {
            Change::Lineage(swap) => Change::Lineage(swap.inverse()),
            Change::Edition(swap) => Change::Edition(swap.inverse()),
            Change::Caseworker(swap) => Change::Caseworker(Box::new(swap.inverse())),
            Change::Parameters(swap) => Change::Parameters(swap.inverse()),
            Change::Customer(step) => Change::Customer(step.inverse()),
            Change::Sheet(swap) => Change::Sheet(Box::new(swap.inverse())),
            Change::Contact(case, step) => Change::Contact(case.clone(), step.inverse()),
            Change::Appointment(case, step) => Change::Appointment(case.clone(), step.inverse()),
            Change::Exception(step) => Change::Exception(step.inverse()),
            Change::Transfer(step) => Change::Transfer(step.inverse()),
        }
    }

    /// The customer it is about; `None` if it is about the caseload as a whole.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Change::Lineage(_)
            | Change::Edition(_)
            | Change::Caseworker(_)
            | Change::Parameters(_) => None,
            Change::Customer(step) => Some(&step.subject().id),
            Change::Sheet(swap) => Some(&swap.after.customer().id),
            Change::Contact(case, _) | Change::Appointment(case, _) => Some(case),
            Change::Exception(step) => Some(&step.subject().case),
            Change::Transfer(step) => Some(&step.subject().case),
        }
    }
}

fn find<'c>(
    caseload: &'c mut Caseload,
    id: &CaseId,
    places: &mut Places,
) -> Result<&'c mut Customer, Misfit> {
    let place = places.find(&caseload.customers, id.as_str(), None);
    place
        .and_then(|place| caseload.customers.get_mut(place))
        .map(Arc::make_mut)
        .ok_or(Misfit)
}

/// Contacts and their topics are kept apart in the caseload, and change together.
fn apply_contact(step: &Step<ContactEntry>, customer: &mut Customer) -> Result<(), Misfit> {
    let id = &step.subject().contact.id;
    let (before, after) = match &step.way {
        Way::Added(entry) => (None, entry.topics.clone()),
        Way::Revised(swap) => (swap.before.topics.as_ref(), swap.after.topics.clone()),
        Way::Removed(entry) => (entry.topics.as_ref(), None),
    };
    let topics_fit = customer.topics.get(id) == before;
    let contacts = step.map(|entry| entry.contact.clone());
    let applied = contacts.apply(&mut customer.contacts, &mut Places::Searched);
    match after {
        Some(topics) => customer.topics.insert(id.clone(), topics),
        None => customer.topics.remove(id),
    };
    applied.and(topics_fit.then_some(()).ok_or(Misfit))
}

impl<T: Clone + PartialEq> Swap<T> {
    fn apply(&self, place: &mut T) -> Result<(), Misfit> {
        let fits = *place == self.before;
        place.clone_from(&self.after);
        fits.then_some(()).ok_or(Misfit)
    }

    fn inverse(&self) -> Self {
        Swap {
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

impl<T> Step<T> {
    /// What it is about, as it is afterwards, or as it was if it went.
    pub fn subject(&self) -> &T {
        match &self.way {
            Way::Added(subject) | Way::Removed(subject) => subject,
            Way::Revised(swap) => &swap.after,
        }
    }

    pub(super) fn map<U>(&self, make: impl Fn(&T) -> U) -> Step<U> {
        Step {
            position: self.position,
            way: match &self.way {
                Way::Added(subject) => Way::Added(Box::new(make(subject))),
                Way::Revised(swap) => Way::Revised(Box::new(Swap {
                    before: make(&swap.before),
                    after: make(&swap.after),
                })),
                Way::Removed(subject) => Way::Removed(Box::new(make(subject))),
            },
        }
    }
}

impl<T: Clone> Step<T> {
    fn inverse(&self) -> Self {
        Step {
            position: self.position,
            way: match &self.way {
                Way::Added(subject) => Way::Removed(subject.clone()),
                Way::Revised(swap) => Way::Revised(Box::new(Swap {
                    before: swap.after.clone(),
                    after: swap.before.clone(),
                })),
                Way::Removed(subject) => Way::Added(subject.clone()),
            },
        }
    }
}

impl<T: Identified + Clone + PartialEq> Step<T> {
    fn apply(&self, list: &mut Vec<T>, places: &mut Places) -> Result<(), Misfit> {
        let subject = self.subject();
        let at = places.find(list, subject.key(), Some(self.position));
        match (&self.way, at) {
            (Way::Added(_), None) => self.insert(list, places),
            (Way::Added(subject), Some(at)) => {
                if let Some(place) = list.get_mut(at) {
                    place.clone_from(subject);
                }
                Err(Misfit)
            }
            (Way::Revised(swap), Some(at)) => match list.get_mut(at) {
                Some(place) => swap.apply(place),
                None => Err(Misfit),
            },
            (Way::Revised(_), None) => self.insert(list, places).and(Err(Misfit)),
            (Way::Removed(subject), Some(at)) => {
                let removed = list.remove(at);
                places.removed(removed.key());
                let fits = removed == **subject && at == self.position;
                fits.then_some(()).ok_or(Misfit)
            }
            (Way::Removed(_), None) => Err(Misfit),
        }
    }

    /// Puts the subject where the step says, or at the end of a list that is too short.
    fn insert(&self, list: &mut Vec<T>, places: &mut Places) -> Result<(), Misfit> {
        let end = list.len();
        let at = self.position.min(end);
        list.insert(at, self.subject().clone());
        places.inserted(self.subject().key(), at);
        (self.position <= end).then_some(()).ok_or(Misfit)
    }
}
