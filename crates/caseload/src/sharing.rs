//! Who is the same in two caseloads, without comparing what is recorded about them.
//!
//! Caseloads share their customers ([`Caseload::customers`](crate::Caseload::customers)): one that
//! was made from another by a change has all of its customers but the changed ones in common with
//! it. Whatever was found out about those still holds.

use crate::record::Customer;
use std::sync::Arc;

/// For every customer of `after` the place in `before` of the very same one, ascending; `None` for
/// one that came or was changed. One that moved may count as come.
pub fn places_before(before: &[Arc<Customer>], after: &[Arc<Customer>]) -> Vec<Option<usize>> {
    let is_at = |place: usize, customer: &Arc<Customer>| {
        before
            .get(place)
            .is_some_and(|earlier| Arc::ptr_eq(earlier, customer))
    };
    let mut next = 0;
    let mut followers = after.iter().skip(1);
    after
        .iter()
        .map(|customer| {
            let follower = followers.next();
            // One was changed or came here, unless it stands one place on because somebody went.
            let went = !is_at(next, customer) && is_at(next + 1, customer);
            let place = next + usize::from(went);
            if is_at(place, customer) {
                next = place + 1;
                return Some(place);
            }
            let came = follower.is_some_and(|follower| is_at(next, follower));
            next += usize::from(!came);
            None
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::places_before;
    use crate::record::{Customer, CustomerNumber};
    use rules::facts::CaseId;
    use std::sync::Arc;

    fn people(count: usize) -> Vec<Arc<Customer>> {
        let numbers = (0..count).map(|number| number.to_string());
        numbers
            .map(|number| {
                let id = CaseId::from(number.as_str());
                Customer::new(id, CustomerNumber::new(&number).unwrap()).into()
            })
            .collect()
    }

    #[test]
    fn whoever_was_not_changed_is_found_again() {
        let before = people(5);
        assert_eq!(
            places_before(&before, &before),
            [0, 1, 2, 3, 4].map(Some),
            "all"
        );
        for place in 0..5 {
            let mut changed = before.clone();
            Arc::make_mut(&mut changed[place]).note = Some("neu".to_owned());
            let mut expected = [0, 1, 2, 3, 4].map(Some);
            expected[place] = None;
            assert_eq!(
                places_before(&before, &changed),
                expected,
                "changed {place}"
            );

            let mut fewer = before.clone();
            fewer.remove(place);
            let expected: Vec<_> = (0..5).filter(|at| *at != place).map(Some).collect();
            assert_eq!(places_before(&before, &fewer), expected, "without {place}");

            let mut more = before.clone();
            more.insert(place, people(1).remove(0));
            let mut expected = [0, 1, 2, 3, 4].map(Some).to_vec();
            expected.insert(place, None);
            assert_eq!(
                places_before(&before, &more),
                expected,
                "one more at {place}"
            );
        }
    }

    #[test]
    fn a_copy_is_not_the_same() {
        let before = people(3);
        assert_eq!(places_before(&before, &people(3)), [None; 3]);
        assert_eq!(places_before(&[], &before), [None; 3]);
        assert_eq!(places_before(&before, &[]), []);
    }
}
