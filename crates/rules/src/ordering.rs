//! Putting lists in order with little code. The standard sort is compiled anew for every type and
//! every comparison, several kilobytes of the one file each time; collecting into an ordered set or
//! map sorts as well. Here places are sorted, by one sort for all, and the entries follow them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts a list. Entries that compare as equal keep their order.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if list.len() < 2 {
        return;
    }
    let places = places(
        list.len(),
        &|one, other| match (list.get(one), list.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            (None, _) | (_, None) => Ordering::Equal,
        },
    );
    let mut entries: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(
        places
            .into_iter()
            .filter_map(|place| entries.get_mut(place).and_then(Option::take)),
    );
}

/// Sorts a list by a key that is made anew for every comparison.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// The numbers from 0 to below `count` in the order that `compare` gives them.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// An ordered set of these.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// An ordered map of these; of two entries with one key the later stays.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

#[cfg(test)]
mod tests {
    use super::{map, set, sort_by, sort_by_key};

    #[test]
    fn equal_entries_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        sort_by(&mut list, |one, other| other.1.cmp(&one.1));
        assert_eq!(list.first(), Some(&(0, 'e')));
        let mut none: Vec<u8> = Vec::new();
        sort_by_key(&mut none, |key| *key);
        assert!(none.is_empty());
    }

    #[test]
    fn sets_and_maps_are_those_of_the_standard_library() {
        let entries = [(3, 'x'), (1, 'y'), (3, 'z')];
        assert_eq!(map(entries), entries.into_iter().collect());
        assert_eq!(set([3, 1, 3]), [1, 3].into());
    }
}
