//! Where things stand in their lists, so that a batch of ten thousand changes does not search a list
//! of ten thousand entries for each of them.
//!
//! A single change searches: that costs less than an index. A batch builds one, and checks every
//! place that the index names against the list; the index is only built again when an entry has
//! come or gone somewhere before it.

use crate::record::{Customer, Exception, Transfer};
use rules::facts::{Appointment, Contact};
use std::collections::HashMap;
use std::sync::Arc;

/// Something in a list that has an identifier.
pub trait Identified {
    /// The identifier, unique in the list.
    fn key(&self) -> &str;
}

impl Identified for Customer {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl<T: Identified> Identified for Arc<T> {
    fn key(&self) -> &str {
        (**self).key()
    }
}

impl Identified for Contact {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Appointment {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Identified for Exception {
    fn key(&self) -> &str {
        &self.id
    }
}

impl Identified for Transfer {
    fn key(&self) -> &str {
        &self.id
    }
}

/// The lists of a caseload that can be long.
pub(super) struct Indexes {
    pub(super) customers: Places,
    pub(super) exceptions: Places,
    pub(super) transfers: Places,
}

/// Smallest batch that an index pays for.
const WORTH_AN_INDEX: usize = 16;

impl Indexes {
    /// For making so many changes.
    pub(super) fn for_batch_of(changes: usize) -> Self {
        let places = || {
            if changes < WORTH_AN_INDEX {
                Places::Searched
            } else {
                Places::Indexed(None)
            }
        };
        Indexes {
            customers: places(),
            exceptions: places(),
            transfers: places(),
        }
    }
}

/// How the place of an entry in one list is found.
pub(super) enum Places {
    /// By going through the list.
    Searched,
    /// By an index, once it is asked for. Which entries there are is always right in it; where they
    /// stand may be out of date. The map is only asked, never gone through.
    Indexed(Option<HashMap<Box<str>, usize>>),
}

impl Places {
    /// The place of the entry with this key. `hint` is tried first.
    pub(super) fn find<T: Identified>(
        &mut self,
        list: &[T],
        key: &str,
        hint: Option<usize>,
    ) -> Option<usize> {
        let is_at = |place: &usize| list.get(*place).is_some_and(|entry| entry.key() == key);
        if let Some(place) = hint.filter(is_at) {
            return Some(place);
        }
        match self {
            Places::Searched => list.iter().position(|entry| entry.key() == key),
            Places::Indexed(index) => {
                let place = *index.get_or_insert_with(|| index_of(list)).get(key)?;
                if is_at(&place) {
                    return Some(place);
                }
                index.insert(index_of(list)).get(key).copied()
            }
        }
    }

    /// An entry came.
    pub(super) fn inserted(&mut self, key: &str, at: usize) {
        if let Places::Indexed(Some(index)) = self {
            index.insert(key.into(), at);
        }
    }

    /// An entry went.
    pub(super) fn removed(&mut self, key: &str) {
        if let Places::Indexed(Some(index)) = self {
            index.remove(key);
        }
    }
}

fn index_of<T: Identified>(list: &[T]) -> HashMap<Box<str>, usize> {
    let places = list.iter().enumerate();
    places
        .map(|(place, entry)| (entry.key().into(), place))
        .collect()
}
