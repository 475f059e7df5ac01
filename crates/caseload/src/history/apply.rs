//! Making a change, and turning it round.

use super::change::{Change, ContactEntry, Misfit, Sheet, Step, Swap, Way};
use crate::history::CaseloadId;
use crate::record::{Caseload, Customer, Exception, Transfer};
use rules::facts::{Appointment, CaseId};

impl Change {
    /// Makes the change. Whatever can be done is done, also if the caseload is not as expected.
    ///
    /// # Errors
    /// [`Misfit`] if something was not as it was when the change was recorded.
    pub fn apply(&self, caseload: &mut Caseload, lineage: &mut CaseloadId) -> Result<(), Misfit> {
        match self {
            Change::Lineage(swap) => swap.apply(lineage),
            Change::Edition(swap) => swap.apply(&mut caseload.edition),
            Change::Caseworker(swap) => swap.apply(&mut caseload.caseworker),
            Change::Parameters(swap) => swap.apply(&mut caseload.parameters),
            Change::Customer(step) => step.apply(&mut caseload.customers),
            Change::Sheet(swap) => {
                let id = &swap.after.customer().id;
                let Some(customer) = find(caseload, id) else {
                    return Err(Misfit);
                };
                let fits = Sheet::of(customer) == swap.before;
                swap.after.put_on(customer);
                fits.then_some(()).ok_or(Misfit)
            }
            Change::Contact(case, step) => {
                find(caseload, case).map_or(Err(Misfit), |customer| apply_contact(step, customer))
            }
            Change::Appointment(case, step) => find(caseload, case)
                .map_or(Err(Misfit), |customer| {
                    step.apply(&mut customer.appointments)
                }),
            Change::Exception(step) => step.apply(&mut caseload.exceptions),
            Change::Transfer(step) => step.apply(&mut caseload.transfers),
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

fn find<'c>(caseload: &'c mut Caseload, id: &CaseId) -> Option<&'c mut Customer> {
    caseload
        .customers
        .iter_mut()
        .find(|customer| customer.id == *id)
}

/// Contacts and their topics are kept apart in the caseload, and change together.
fn apply_contact(step: &Step<ContactEntry>, customer: &mut Customer) -> Result<(), Misfit> {
    let id = &step.subject().contact.id;
    let topics = match &step.way {
        Way::Added(entry) => entry.topics.clone(),
        Way::Revised(swap) => swap.after.topics.clone(),
        Way::Removed(_) => None,
    };
    let contacts = step.map(|entry| entry.contact.clone());
    let applied = contacts.apply(&mut customer.contacts);
    match topics {
        Some(topics) => customer.topics.insert(id.clone(), topics),
        None => customer.topics.remove(id),
    };
    applied
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

    fn map<U>(&self, make: impl Fn(&T) -> U) -> Step<U> {
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
    fn apply(&self, list: &mut Vec<T>) -> Result<(), Misfit> {
        let at = list.iter().position(|other| other.is_same(self.subject()));
        let place = at.and_then(|at| list.get_mut(at));
        match (&self.way, place) {
            (Way::Added(subject), None) => {
                let end = list.len();
                list.insert(self.position.min(end), (**subject).clone());
                (self.position <= end).then_some(()).ok_or(Misfit)
            }
            (Way::Added(subject), Some(place)) => {
                *place = (**subject).clone();
                Err(Misfit)
            }
            (Way::Revised(swap), Some(place)) => swap.apply(place),
            (Way::Revised(swap), None) => {
                let end = list.len();
                list.insert(self.position.min(end), swap.after.clone());
                Err(Misfit)
            }
            (Way::Removed(subject), Some(place)) => {
                let fits = place == &**subject && at == Some(self.position);
                list.retain(|other| !other.is_same(subject));
                fits.then_some(()).ok_or(Misfit)
            }
            (Way::Removed(_), None) => Err(Misfit),
        }
    }
}

/// Something in a list that has an identifier.
pub trait Identified {
    /// Whether both have the same identifier.
    fn is_same(&self, other: &Self) -> bool;
}

impl Identified for Customer {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Identified for rules::facts::Contact {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Identified for Appointment {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Identified for Exception {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Identified for Transfer {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
