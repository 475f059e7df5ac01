//! Order with little code. The standard library's sort and its ordered maps and sets are compiled anew
//! for every type, several kilobytes of the one file each time. Here places are sorted, by one sort for
//! all, and the entries follow them; and [`OrderedMap`] and [`OrderedSet`] are lists that are kept in order.

mod map;
mod set;

pub use map::OrderedMap;
pub use set::OrderedSet;

use std::cmp::Ordering;

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

/// Finds a place among `count` that are in order, or where it would be. `compare` says how the one at
/// a place compares with what is looked for.
fn search(count: usize, compare: &dyn Fn(usize) -> Option<Ordering>) -> Result<usize, usize> {
    let (mut first, mut end) = (0, count);
    // What comes in order is put behind the last one.
    if let Some(last) = count.checked_sub(1)
        && compare(last) == Some(Ordering::Less)
    {
        return Err(count);
    }
    while first < end {
        let middle = first.midpoint(end);
        match compare(middle) {
            Some(Ordering::Less) => first = middle + 1,
            Some(Ordering::Equal) => return Ok(middle),
            Some(Ordering::Greater) | None => end = middle,
        }
    }
    Err(first)
}

/// An ordered set of these.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> OrderedSet<T> {
    items.into_iter().collect()
}

/// An ordered map of these; of two entries with one key the later stays.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> OrderedMap<K, V> {
    entries.into_iter().collect()
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
    fn of_entries_with_one_key_the_later_stays() {
        let made = map([(2, 'a'), (1, 'b'), (2, 'c')]);
        let entries: Vec<(i32, char)> = made.iter().map(|(key, value)| (*key, *value)).collect();
        assert_eq!(entries, [(1, 'b'), (2, 'c')]);
        assert_eq!(set([2, 1, 2]).iter().copied().collect::<Vec<i32>>(), [1, 2]);
    }
}
