//! The entries of the due list in the order of the rules, each with the text that a search looks
//! into.

use crate::evaluation::Evaluation;
use crate::fold::fold;
use caseload::history::CaseloadId;
use caseload::{Customer, Entry, places_before};
use rules::facts::CaseId;
use std::sync::Arc;

/// The entries of one evaluation.
#[derive(Debug)]
pub struct List {
    evaluation: Arc<Evaluation>,
    lineage: CaseloadId,
    stamp: u32,
    /// Of every customer name and number, folded, by their place in the caseload.
    folded: Vec<Arc<str>>,
    /// Places of entries, in the order of the rules.
    order: Vec<usize>,
    /// For every place of this list the place of the very same row in the list before.
    rows_before: Vec<Option<usize>>,
}

/// An entry with the customer it is about.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Who.
    pub customer: &'a Customer,
    /// What the rules say.
    pub entry: &'a Entry,
    /// Name and number, folded for searching and sorting.
    pub folded: &'a str,
}

impl List {
    /// The list of an evaluation. `lineage` makes the addresses of its customers. What is the same
    /// in the list before is taken from there.
    pub fn of(evaluation: Arc<Evaluation>, lineage: CaseloadId, before: Option<&List>) -> Self {
        let known = before.map(|before| Known::of(before, &evaluation));
        let customers = evaluation.caseload.customers.iter().enumerate();
        let folded = customers
            .map(|(place, customer)| {
                let known = known.as_ref().and_then(|known| known.folded(place));
                known.unwrap_or_else(|| folded(customer).into())
            })
            .collect();
        let entries = &evaluation.overview.entries;
        let rows: Vec<Option<usize>> = entries
            .iter()
            .map(|entry| known.as_ref()?.row(entry.customer))
            .collect();
        let mut standing = vec![None; before.map_or(0, List::len)];
        let mut coming = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            match row.and_then(|row| standing.get_mut(row)) {
                Some(slot) => *slot = Some(place),
                None => coming.push(place),
            }
        }
        let nearly = standing.into_iter().flatten().chain(coming);
        let order = evaluation.overview.due_order(&evaluation.caseload, nearly);
        let rows_before = order
            .iter()
            .map(|place| {
                let row = (*rows.get(*place)?)?;
                let earlier = before?.get(row)?.entry;
                let entry = entries.get(*place)?;
                Arc::ptr_eq(&earlier.due, &entry.due).then_some(row)
            })
            .collect();
        List {
            stamp: before.map_or(0, |before| before.stamp.wrapping_add(1)),
            evaluation,
            lineage,
            folded,
            order,
            rows_before,
        }
    }

    /// What tells this list from the ones before it.
    pub fn stamp(&self) -> u32 {
        self.stamp
    }

    /// The evaluation it was made from.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// Which caseload it is of.
    pub fn lineage(&self) -> CaseloadId {
        self.lineage
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// For every place the place of the very same row in the list with the stamp before.
    pub fn rows_before(&self) -> &[Option<usize>] {
        &self.rows_before
    }

    /// The entry at a place in the order of the rules.
    pub fn get(&self, place: usize) -> Option<Found<'_>> {
        let entry = self
            .evaluation
            .overview
            .entries
            .get(*self.order.get(place)?)?;
        Some(Found {
            customer: self.evaluation.caseload.customers.get(entry.customer)?,
            entry,
            folded: self.folded.get(entry.customer)?,
        })
    }

    /// Whether the entry at a place holds every one of these folded words.
    pub fn holds(&self, place: usize, words: &[String]) -> bool {
        self.get(place).is_some_and(|found| {
            words
                .iter()
                .all(|word| found.folded.contains(word.as_str()))
        })
    }

    /// The entry of a case.
    pub fn find(&self, case: &CaseId) -> Option<Found<'_>> {
        (0..self.len())
            .filter_map(|place| self.get(place))
            .find(|found| found.customer.id == *case)
    }
}

/// What the list before knows of the customers that it shares with this one.
struct Known<'b> {
    before: &'b List,
    places: Vec<Option<usize>>,
    rows: Vec<Option<usize>>,
}

impl<'b> Known<'b> {
    fn of(before: &'b List, evaluation: &Evaluation) -> Self {
        let earlier = &before.evaluation.caseload.customers;
        let mut rows = vec![None; earlier.len()];
        for row in 0..before.len() {
            let customer = before.get(row).map(|found| found.entry.customer);
            if let Some(slot) = customer.and_then(|customer| rows.get_mut(customer)) {
                *slot = Some(row);
            }
        }
        Known {
            before,
            places: places_before(earlier, &evaluation.caseload.customers),
            rows,
        }
    }

    fn place(&self, customer: usize) -> Option<usize> {
        self.places.get(customer).copied().flatten()
    }

    /// The folded text of a customer.
    fn folded(&self, customer: usize) -> Option<Arc<str>> {
        self.before
            .folded
            .get(self.place(customer)?)
            .map(Arc::clone)
    }

    /// Where a customer stood.
    fn row(&self, customer: usize) -> Option<usize> {
        self.rows.get(self.place(customer)?).copied().flatten()
    }
}

fn folded(customer: &Customer) -> String {
    match &customer.name {
        Some(name) => fold(&format!("{name} {}", customer.number)),
        None => fold(customer.number.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::List;
    use crate::evaluation::Evaluation;
    use crate::example;
    use caseload::Caseload;
    use caseload::history::CaseloadId;
    use chrono::NaiveDate;
    use std::sync::Arc;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    fn after(before: &Evaluation, caseload: Caseload) -> Arc<Evaluation> {
        let renewed = before.overview.renewed(&before.caseload, &caseload, day());
        Arc::new(Evaluation {
            caseload: Arc::new(caseload),
            overview: renewed.unwrap(),
        })
    }

    fn told(list: &List) -> Vec<(&str, &str)> {
        (0..list.len())
            .filter_map(|place| list.get(place))
            .map(|found| (found.customer.id.as_str(), found.folded))
            .collect()
    }

    #[test]
    fn a_list_after_a_change_is_the_same_as_one_made_anew_and_keeps_its_rows() {
        let lineage = CaseloadId::new([7; 16]);
        let caseload = example::caseload(day());
        let overview = caseload::overview(&caseload, day()).unwrap();
        let evaluation = Arc::new(Evaluation {
            caseload: Arc::new(caseload.clone()),
            overview,
        });
        let list = List::of(Arc::clone(&evaluation), lineage, None);
        assert!(list.rows_before().iter().all(Option::is_none));

        type Change = fn(&mut Caseload);
        let changes: [(Change, usize); 4] = [
            (|_| {}, 0),
            (
                |all| Arc::make_mut(&mut all.customers[3]).name = Some("Zoë Ä.".to_owned()),
                1,
            ),
            (|all| drop(all.customers.remove(3)), 0),
            (
                |all| {
                    let mut twin = (*all.customers[3]).clone();
                    twin.id = "twin".into();
                    all.customers.insert(0, twin.into());
                },
                1,
            ),
        ];
        for (change, new_rows) in changes {
            let mut changed = caseload.clone();
            change(&mut changed);
            let evaluation = after(&evaluation, changed);
            let next = List::of(Arc::clone(&evaluation), lineage, Some(&list));
            let anew = List::of(evaluation, lineage, None);
            assert_eq!(told(&next), told(&anew));
            assert_eq!(next.stamp(), list.stamp() + 1);
            let kept: Vec<_> = next.rows_before().iter().enumerate().collect();
            assert_eq!(
                kept.iter().filter(|(_, row)| row.is_none()).count(),
                new_rows
            );
            for (place, row) in kept {
                if let Some(row) = row {
                    assert_eq!(told(&list)[*row], told(&next)[place]);
                }
            }
        }
    }
}
