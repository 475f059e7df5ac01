//! Joining a backup with what is here.

use super::compare::office_lines;
use super::fill;
use super::owners::Owners;
use crate::history::wording::line::Line;
use crate::history::wording::{exception_lines, fact_lines, transfer_lines};
use crate::record::{Caseload, Customer, CustomerNumber};
use rules::facts::CaseId;
use rules::ordering::{self, OrderedMap, sort_by};
use std::borrow::Cow;
use std::sync::Arc;

/// What joining a backup with what is here results in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The caseload: what is here, with its gaps filled and what was missing added at the end.
    pub caseload: Caseload,
    /// Where both know something different and what is here stays, by number, then by identifier.
    pub conflicts: Vec<Conflict>,
    /// What differs about the office and its numbers; what is here stays. In German.
    pub general: Vec<String>,
}

/// Something about one customer that a backup knows differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Identifier of the case.
    pub case: CaseId,
    /// Its number; `None` of a customer who is in neither.
    pub number: Option<CustomerNumber>,
    /// What differs, in German.
    pub lines: Vec<String>,
}

/// Adds to what is here what only the backup has: customers, contacts, appointments, exceptions,
/// transfers, and facts that are unknown here. Overwrites nothing. Merging a second time changes
/// nothing more.
///
/// What was deleted here on purpose and is in the backup comes back.
pub fn merge(present: &Caseload, backup: &Caseload) -> Merged {
    let mut merging = Merging::new(present);
    for other in &backup.customers {
        match merging.places.get(&other.id) {
            Some(place) => merging.join(*place, other),
            None => merging.add(other),
        }
    }
    merging.entries(backup);
    Merged {
        conflicts: merging.conflicts(backup),
        caseload: merging.caseload,
        general: office_lines(present, backup),
    }
}

/// A merge under way.
struct Merging<'p> {
    caseload: Caseload,
    places: OrderedMap<CaseId, usize>,
    /// Of what is here.
    owners: Owners<'p>,
    lines: OrderedMap<CaseId, Vec<String>>,
}

impl<'p> Merging<'p> {
    fn new(present: &'p Caseload) -> Self {
        let numbered = present.customers.iter().enumerate();
        Merging {
            caseload: present.clone(),
            places: ordering::map(numbered.map(|(place, customer)| (customer.id.clone(), place))),
            owners: Owners::of(present),
            lines: OrderedMap::new(),
        }
    }

    fn conflict(&mut self, case: &CaseId, line: String) {
        self.lines.entry(case.clone()).or_default().push(line);
    }

    /// Adds a customer who is not here. One whose number is here under another case is not added: it
    /// would be the same person twice.
    fn add(&mut self, other: &Arc<Customer>) {
        if self.owners.has_number(&other.number, &other.id) {
            self.conflict(
                &other.id,
                "Die Nummer ist hier unter einem anderen Fall erfasst; der Fall aus der Sicherung \
                 wird nicht übernommen"
                    .to_owned(),
            );
            return;
        }
        let customer = match self.own_part(other) {
            Cow::Borrowed(_) => Arc::clone(other),
            Cow::Owned(part) => Arc::new(part),
        };
        let place = self.caseload.customers.len();
        self.places.insert(customer.id.clone(), place);
        self.caseload.customers.push(customer);
    }

    /// Fills what is known of a customer here, and adds contacts and appointments.
    fn join(&mut self, place: usize, other: &Arc<Customer>) {
        let Some(slot) = self.caseload.customers.get(place) else {
            return;
        };
        if slot == other {
            return;
        }
        let mut customer = (**slot).clone();
        let other = self.own_part(other);
        fill::sheet(&mut customer, &other);
        for theirs in &other.contacts {
            let mut own = customer.contacts.iter_mut();
            match own.find(|own| own.id == theirs.id) {
                Some(own) => fill::contact(own, theirs),
                None => customer.contacts.push(theirs.clone()),
            }
            if let Some(topics) = other.topics.get(&theirs.id) {
                let slot = customer.topics.entry(theirs.id.clone());
                slot.or_insert_with(|| topics.clone());
            }
        }
        for theirs in &other.appointments {
            let mut own = customer.appointments.iter_mut();
            match own.find(|own| own.id == theirs.id) {
                Some(own) => fill::appointment(own, theirs),
                None => customer.appointments.push(theirs.clone()),
            }
        }
        self.conflicting(&other.id, &fact_lines(&customer, &other));
        if let Some(slot) = self.caseload.customers.get_mut(place) {
            *slot = Arc::new(customer);
        }
    }

    /// What of a customer in the backup can be taken.
    fn own_part<'o>(&mut self, other: &'o Customer) -> Cow<'o, Customer> {
        let (part, lines) = self.owners.part_of(other);
        for line in lines {
            self.conflict(&other.id, line);
        }
        part
    }

    /// Lists what the backup knows differently; what it does not know contradicts nothing.
    fn conflicting(&mut self, case: &CaseId, lines: &[Line]) {
        for line in lines.iter().filter(|line| !line.ends_in_a_gap()) {
            self.conflict(case, line.here_and_there());
        }
    }

    /// Adds exceptions and transfers that are not here, and fills the others.
    fn entries(&mut self, backup: &Caseload) {
        let lines = join_entries(
            &mut self.caseload.exceptions,
            &backup.exceptions,
            |entry| &entry.id,
            fill::exception,
            exception_lines,
        );
        for (entry, lines) in lines {
            self.conflicting(&entry.case, &lines);
        }
        let lines = join_entries(
            &mut self.caseload.transfers,
            &backup.transfers,
            |entry| &entry.id,
            fill::transfer,
            transfer_lines,
        );
        for (entry, lines) in lines {
            self.conflicting(&entry.case, &lines);
        }
    }

    fn conflicts(&mut self, backup: &Caseload) -> Vec<Conflict> {
        let lines = std::mem::take(&mut self.lines);
        let customers = backup.customers.iter().chain(&self.caseload.customers);
        let numbers: OrderedMap<&CaseId, &CustomerNumber> =
            ordering::map(customers.map(|customer| (&customer.id, &customer.number)));
        let mut conflicts: Vec<Conflict> = lines
            .into_iter()
            .map(|(case, lines)| Conflict {
                number: numbers.get(&case).map(|number| (*number).clone()),
                case,
                lines,
            })
            .collect();
        sort_by(&mut conflicts, |one, other| {
            let by_number = one.number.cmp(&other.number);
            by_number.then_with(|| one.case.cmp(&other.case))
        });
        conflicts
    }
}

/// Joins two lists whose entries have identifiers, and says what still differs.
fn join_entries<'o, T: Clone>(
    own: &mut Vec<T>,
    theirs: &'o [T],
    key: fn(&T) -> &String,
    fill: fn(&mut T, &T),
    compare: fn(&T, &T) -> Vec<Line>,
) -> Vec<(&'o T, Vec<Line>)> {
    let entries = own.iter().enumerate();
    let places: OrderedMap<String, usize> =
        ordering::map(entries.map(|(place, entry)| (key(entry).clone(), place)));
    let mut differing = Vec::new();
    for other in theirs {
        let place = places.get(key(other));
        match place.and_then(|place| own.get_mut(*place)) {
            None => own.push(other.clone()),
            Some(entry) => {
                fill(entry, other);
                differing.push((other, compare(entry, other)));
            }
        }
    }
    differing
}
