//! An ordered set.

use super::{search, sort_by};
use std::borrow::Borrow;
use std::fmt;

/// A set in its order, as one list. For its cost see [`super::OrderedMap`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderedSet<T> {
    items: Vec<T>,
}

impl<T> OrderedSet<T> {
    /// An empty set.
    pub const fn new() -> Self {
        OrderedSet { items: Vec::new() }
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The items in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// The least item.
    pub fn first(&self) -> Option<&T> {
        self.items.first()
    }

    /// The greatest item.
    pub fn last(&self) -> Option<&T> {
        self.items.last()
    }

    /// Keeps only some of the items.
    pub fn retain(&mut self, keeps: impl FnMut(&T) -> bool) {
        self.items.retain(keeps);
    }

    /// Takes all items out.
    pub fn clear(&mut self) {
        self.items.clear();
    }
}

impl<T: Ord> OrderedSet<T> {
    fn place<Q: Ord + ?Sized>(&self, item: &Q) -> Result<usize, usize>
    where
        T: Borrow<Q>,
    {
        let items = &self.items;
        search(items.len(), &|place| {
            items.get(place).map(|found| found.borrow().cmp(item))
        })
    }

    /// Whether an item is in it.
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.place(item).is_ok()
    }

    /// Puts an item in. Whether it was not there yet.
    pub fn insert(&mut self, item: T) -> bool {
        match self.place(&item) {
            Ok(_) => false,
            Err(place) => {
                self.items.insert(place, item);
                true
            }
        }
    }

    /// Takes an item out. Whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        match self.place(item) {
            Ok(place) => {
                self.items.remove(place);
                true
            }
            Err(_) => false,
        }
    }
}

impl<T> Default for OrderedSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: fmt::Debug> fmt::Debug for OrderedSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self).finish()
    }
}

impl<T: Ord> FromIterator<T> for OrderedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        sort_by(&mut items, T::cmp);
        items.dedup();
        OrderedSet { items }
    }
}

impl<T: Ord> Extend<T> for OrderedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        let before = std::mem::take(&mut self.items);
        *self = before.into_iter().chain(items).collect();
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for OrderedSet<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T> IntoIterator for OrderedSet<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'s, T> IntoIterator for &'s OrderedSet<T> {
    type Item = &'s T;
    type IntoIter = std::slice::Iter<'s, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::OrderedSet;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_taken_out_of_it_is_gone() {
        let mut set = OrderedSet::from([3, 1, 2, 1]);
        assert_eq!((set.len(), set.is_empty()), (3, false));
        set.retain(|item| *item != 2);
        assert!(set.iter().eq(&[1, 3]) && (&set).into_iter().eq(&[1, 3]));
        set.clear();
        assert_eq!((set.len(), set.is_empty()), (0, true));
    }

    proptest! {
        #[test]
        fn it_holds_what_the_standard_librarys_holds(
            steps in prop::collection::vec((any::<bool>(), 0_u8..12), 0..60),
        ) {
            let (mut ours, mut other) = (OrderedSet::new(), BTreeSet::new());
            for (puts_in, item) in &steps {
                if *puts_in {
                    prop_assert_eq!(ours.insert(*item), other.insert(*item));
                } else {
                    prop_assert_eq!(ours.remove(item), other.remove(item));
                }
                prop_assert!(ours.iter().eq(&other));
                prop_assert_eq!(ours.contains(item), other.contains(item));
            }
            let items = || steps.iter().map(|(_, item)| *item);
            ours.extend(items());
            other.extend(items());
            prop_assert!(ours.iter().eq(&other));
            let (ours, other) = (OrderedSet::from_iter(items()), BTreeSet::from_iter(items()));
            prop_assert!(ours.iter().eq(&other));
            prop_assert_eq!((ours.first(), ours.last()), (other.first(), other.last()));
        }
    }
}
