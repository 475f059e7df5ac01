//! A map in the order of its keys.

use super::{search, sort_by};
use std::borrow::Borrow;
use std::fmt;

/// A map in the order of its keys, as one list.
///
/// Looking something up takes as long as in the standard library's, putting something in takes
/// longer the more there is behind it: about a tenth of a microsecond for every thousand entries.
/// So whoever has many entries at once collects them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderedMap<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> OrderedMap<K, V> {
    /// An empty map.
    pub const fn new() -> Self {
        OrderedMap {
            entries: Vec::new(),
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries in their order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.entries.iter())
    }

    /// The entries in their order, with values to be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys in their order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values in the order of their keys, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// The values in the order of their keys, without them.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.entries.into_iter().map(|(_, value)| value)
    }

    /// The entry with the least key.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.entries.first().map(|(key, value)| (key, value))
    }

    /// The entry with the greatest key.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.entries.last().map(|(key, value)| (key, value))
    }

    /// Keeps only some of the entries.
    pub fn retain(&mut self, mut keeps: impl FnMut(&K, &mut V) -> bool) {
        self.entries.retain_mut(|(key, value)| keeps(key, value));
    }
}

impl<K: Ord, V> OrderedMap<K, V> {
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        let entries = &self.entries;
        search(entries.len(), &|place| {
            entries.get(place).map(|(found, _)| found.borrow().cmp(key))
        })
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is an entry with a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Puts a value in, and hands out the one that its key had before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => {
                let (_, present) = self.entries.get_mut(place)?;
                Some(std::mem::replace(present, value))
            }
            Err(place) => {
                self.entries.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes the value of a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.entries.remove(place).1)
    }

    /// The place of a key, with or without a value.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }
}

/// The place of a key in a map.
#[derive(Debug)]
pub struct Entry<'m, K, V> {
    map: &'m mut OrderedMap<K, V>,
    key: K,
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// The value of the key, which is made if it has none.
    pub fn or_insert_with(self, make: impl FnOnce() -> V) -> &'m mut V {
        let Entry { map, key } = self;
        let place = match map.place(&key) {
            Ok(place) => place,
            Err(place) => {
                map.entries.insert(place, (key, make()));
                place
            }
        };
        #[expect(
            clippy::indexing_slicing,
            reason = "there is an entry at this place, found or just put in"
        )]
        &mut map.entries[place].1
    }

    /// The value of the key; this one if it has none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// The value of the key; an empty one if it has none.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

impl<K, V> Default for OrderedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for OrderedMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// Of two entries with one key the later stays.
impl<K: Ord, V> FromIterator<(K, V)> for OrderedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut entries: Vec<(K, V)> = entries.into_iter().collect();
        // The later of equal ones comes first, and of those only the first stays.
        entries.reverse();
        sort_by(&mut entries, |(one, _), (other, _)| one.cmp(other));
        entries.dedup_by(|(one, _), (other, _)| one == other);
        OrderedMap { entries }
    }
}

impl<K: Ord, V> Extend<(K, V)> for OrderedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        let before = std::mem::take(&mut self.entries);
        *self = before.into_iter().chain(entries).collect();
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for OrderedMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for OrderedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'m, K, V> IntoIterator for &'m OrderedMap<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The entries of a map in their order.
#[derive(Debug)]
pub struct Iter<'m, K, V>(std::slice::Iter<'m, (K, V)>);

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Iter(self.0.clone())
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(key, value)| (key, value))
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

#[cfg(test)]
mod tests {
    use super::OrderedMap;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn same(ours: &OrderedMap<u8, usize>, other: &BTreeMap<u8, usize>) -> bool {
        ours.iter().eq(other) && ours.len() == other.len() && ours.is_empty() == other.is_empty()
    }

    #[test]
    fn what_is_read_and_changed_in_it_is_what_is_there() {
        let entries = [(3, 30), (1, 10), (2, 20)];
        let (mut ours, mut other) = (OrderedMap::from(entries), BTreeMap::from(entries));
        assert!(ours.iter().rev().eq(other.iter().rev()));
        assert_eq!((ours.iter().len(), ours.iter().size_hint().0), (3, 3));
        assert!(ours.keys().eq(other.keys()) && ours.values().eq(other.values()));
        ours.iter_mut().for_each(|(key, value)| *value += key);
        other.iter_mut().for_each(|(key, value)| *value += key);
        ours.values_mut().for_each(|value| *value *= 2);
        other.values_mut().for_each(|value| *value *= 2);
        assert_eq!(ours.get_mut(&2), other.get_mut(&2));
        assert_eq!(ours.get_mut(&4), None);
        *ours.entry(4).or_insert(7) += 1;
        *other.entry(4).or_insert(7) += 1;
        ours.retain(|key, value| *key != 3 && *value > 0);
        other.retain(|key, value| *key != 3 && *value > 0);
        assert!(ours.iter().eq(&other) && ours.clone().into_iter().eq(other.clone()));
        assert!(ours.into_values().eq(other.into_values()));
    }

    proptest! {
        #[test]
        fn it_holds_what_the_standard_librarys_holds(
            steps in prop::collection::vec((any::<bool>(), 0_u8..12), 0..60),
        ) {
            let (mut ours, mut other) = (OrderedMap::new(), BTreeMap::new());
            for (place, (puts_in, key)) in steps.iter().enumerate() {
                if *puts_in {
                    prop_assert_eq!(ours.insert(*key, place), other.insert(*key, place));
                } else {
                    prop_assert_eq!(ours.remove(key), other.remove(key));
                }
                prop_assert!(same(&ours, &other));
                prop_assert_eq!(ours.get(key), other.get(key));
                prop_assert_eq!(ours.contains_key(&3), other.contains_key(&3));
                *ours.entry(key / 2).or_default() += 1;
                *other.entry(key / 2).or_default() += 1;
            }
            let entries = || steps.iter().enumerate().map(|(place, (_, key))| (*key, place));
            ours.extend(entries());
            other.extend(entries());
            prop_assert!(same(&ours, &other));
            prop_assert!(same(&entries().collect(), &entries().collect()));
            prop_assert_eq!(ours.first_key_value(), other.first_key_value());
            prop_assert_eq!(ours.last_key_value(), other.last_key_value());
        }
    }
}
