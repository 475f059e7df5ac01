//! What leads from one caseload to another.
//!
//! Entries are recognised by their identifier. Those that went, or that stand in another order, are
//! taken out from the back to the front; those that came, or stand elsewhere, are put in from the
//! front to the back; what stayed in its order is revised in place. So every position is right at
//! the moment when its change is made, forwards and turned round. As few entries as possible are
//! moved, because a moved one is recorded twice.

use super::change::{Change, ContactEntry, Sheet, Step, Swap, Way};
use super::places::Identified;
use crate::record::{Caseload, Customer};
use rules::facts::{Contact, ContactId};
use rules::ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The changes that make `after` of `before`, order of all lists included. Identifiers are unique
/// in their list, as in every caseload file.
pub fn difference(before: &Caseload, after: &Caseload) -> Vec<Change> {
    let mut changes = Vec::new();
    changes.extend(swap(&before.edition, &after.edition).map(Change::Edition));
    let caseworker = swap(&before.caseworker, &after.caseworker);
    changes.extend(caseworker.map(|swap| Change::Caseworker(Box::new(swap))));
    changes.extend(swap(&before.parameters, &after.parameters).map(Change::Parameters));
    customers(&before.customers, &after.customers, &mut changes);
    let exceptions = steps(&before.exceptions, &after.exceptions);
    changes.extend(exceptions.into_iter().map(Change::Exception));
    let transfers = steps(&before.transfers, &after.transfers);
    changes.extend(transfers.into_iter().map(Change::Transfer));
    changes
}

fn customers(before: &[Arc<Customer>], after: &[Arc<Customer>], changes: &mut Vec<Change>) {
    let moves = Moves::between(before, after);
    changes.extend(moves.out_and_in(Arc::clone).map(Change::Customer));
    for kept in &moves.kept {
        if Arc::ptr_eq(kept.before, kept.after) {
            continue;
        }
        if has_orphaned_topics(kept.before) || has_orphaned_topics(kept.after) {
            changes.extend(kept.revised(Arc::clone).map(Change::Customer));
        } else {
            customer(kept.before, kept.after, changes);
        }
    }
}

/// Whether topics are recorded for a contact that is not; no step of a contact would carry them.
fn has_orphaned_topics(customer: &Customer) -> bool {
    let topics = &customer.topics;
    if topics.is_empty() {
        return false;
    }
    let contacts: BTreeSet<&ContactId> = ordering::set(customer.contacts.iter().map(|c| &c.id));
    topics.keys().any(|id| !contacts.contains(id))
}

fn customer(before: &Customer, after: &Customer, changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let sheet = swap(&Sheet::of(before), &Sheet::of(after));
    changes.extend(sheet.map(|swap| Change::Sheet(Box::new(swap))));
    let entries = |customer: &Customer| -> Vec<ContactEntry> {
        let contacts = customer.contacts.iter();
        contacts.map(|contact| entry(customer, contact)).collect()
    };
    let contacts = steps(&entries(before), &entries(after));
    let case = || after.id.clone();
    changes.extend(
        contacts
            .into_iter()
            .map(|step| Change::Contact(case(), step)),
    );
    let appointments = steps(&before.appointments, &after.appointments);
    changes.extend(
        appointments
            .into_iter()
            .map(|step| Change::Appointment(case(), step)),
    );
}

fn entry(customer: &Customer, contact: &Contact) -> ContactEntry {
    ContactEntry {
        contact: contact.clone(),
        topics: customer.topics.get(&contact.id).cloned(),
    }
}

impl Identified for ContactEntry {
    fn key(&self) -> &str {
        self.contact.key()
    }
}

fn swap<T: Clone + PartialEq>(before: &T, after: &T) -> Option<Swap<T>> {
    (before != after).then(|| Swap {
        before: before.clone(),
        after: after.clone(),
    })
}

fn steps<T: Identified + Clone + PartialEq>(before: &[T], after: &[T]) -> Vec<Step<T>> {
    let moves = Moves::between(before, after);
    let revised = moves.kept.iter().filter_map(|kept| kept.revised(T::clone));
    moves.out_and_in(T::clone).chain(revised).collect()
}

/// How the entries of one list became those of another.
struct Moves<'a, T> {
    /// Places and entries to take out, the last first.
    out: Vec<(usize, &'a T)>,
    /// Places and entries to put in, the first first.
    into: Vec<(usize, &'a T)>,
    /// Entries that stay in their order.
    kept: Vec<Kept<'a, T>>,
}

struct Kept<'a, T> {
    place: usize,
    before: &'a T,
    after: &'a T,
}

impl<'a, T: Identified> Moves<'a, T> {
    fn between(before: &'a [T], after: &'a [T]) -> Self {
        let entries = before.iter().enumerate();
        let old_places: BTreeMap<&str, usize> =
            ordering::map(entries.map(|(place, entry)| (entry.key(), place)));
        // Of each entry of `after` that was there before: its place in both lists.
        let common: Vec<(usize, usize)> = after
            .iter()
            .enumerate()
            .filter_map(|(new, entry)| Some((*old_places.get(entry.key())?, new)))
            .collect();
        let staying = longest_rising(&common);
        let mut moves = Moves {
            out: Vec::new(),
            into: Vec::new(),
            kept: Vec::new(),
        };
        let mut stays = staying.iter().peekable();
        for (place, entry) in before.iter().enumerate() {
            match stays.next_if(|(old, _)| *old == place) {
                Some((_, new)) => moves.kept.extend(after.get(*new).map(|after| Kept {
                    place: *new,
                    before: entry,
                    after,
                })),
                None => moves.out.push((place, entry)),
            }
        }
        moves.out.reverse();
        let mut stays = staying.iter().peekable();
        for (place, entry) in after.iter().enumerate() {
            if stays.next_if(|(_, new)| *new == place).is_none() {
                moves.into.push((place, entry));
            }
        }
        moves
    }

    fn out_and_in(&self, copy: fn(&T) -> T) -> impl Iterator<Item = Step<T>> {
        let out = self.out.iter().map(move |(position, entry)| Step {
            position: *position,
            way: Way::Removed(Box::new(copy(entry))),
        });
        let into = self.into.iter().map(move |(position, entry)| Step {
            position: *position,
            way: Way::Added(Box::new(copy(entry))),
        });
        out.chain(into)
    }
}

impl<T: PartialEq> Kept<'_, T> {
    fn revised(&self, copy: fn(&T) -> T) -> Option<Step<T>> {
        (self.before != self.after).then(|| Step {
            position: self.place,
            way: Way::Revised(Box::new(Swap {
                before: copy(self.before),
                after: copy(self.after),
            })),
        })
    }
}

/// Of pairs whose second numbers rise, a longest selection whose first numbers rise too.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For every length, the selection of that length that ends lowest, by the place of its last
    // pair; and for every pair, the place of the one before it in its selection.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (place, (old, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|(end, _)| end < old);
        let shorter = length.checked_sub(1).and_then(|shorter| ends.get(shorter));
        previous.push(shorter.map(|(_, place)| *place));
        match ends.get_mut(length) {
            Some(end) => *end = (*old, place),
            None => ends.push((*old, place)),
        }
    }
    let mut selection = Vec::with_capacity(ends.len());
    let mut next = ends.last().map(|(_, place)| *place);
    while let Some(place) = next {
        selection.extend(pairs.get(place).copied());
        next = previous.get(place).copied().flatten();
    }
    selection.reverse();
    selection
}

#[cfg(test)]
mod tests {
    use super::longest_rising;

    #[test]
    fn the_longest_rising_selection_is_kept() {
        let pairs = |old: &[usize]| -> Vec<(usize, usize)> {
            let numbered = old.iter().enumerate();
            numbered.map(|(new, old)| (*old, new)).collect()
        };
        for (old, kept) in [
            (&[][..], &[][..]),
            (&[0, 1, 2], &[0, 1, 2]),
            (&[3, 0, 1, 2], &[0, 1, 2]),
            (&[1, 2, 3, 0], &[1, 2, 3]),
            (&[2, 1, 0], &[0]),
            (&[4, 0, 5, 1, 6, 2, 3], &[0, 1, 2, 3]),
        ] {
            let selection: Vec<usize> = longest_rising(&pairs(old)).iter().map(|p| p.0).collect();
            assert_eq!(selection, kept, "{old:?}");
        }
    }
}
