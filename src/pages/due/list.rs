//! The entries of the due list in the order of the rules, each with the text that a search looks
//! into.

use super::fold::fold;
use crate::app::Evaluation;
use caseload::history::CaseloadId;
use caseload::{Customer, Entry};
use rules::facts::CaseId;
use std::sync::Arc;

/// The entries of one evaluation.
#[derive(Debug)]
pub struct List {
    evaluation: Arc<Evaluation>,
    lineage: CaseloadId,
    stamp: u32,
    lines: Vec<Line>,
}

/// An entry and its place in the evaluation.
#[derive(Debug)]
struct Line {
    entry: usize,
    folded: String,
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
    /// The list of an evaluation. `lineage` makes the addresses of its customers, `stamp` tells it
    /// from the lists before it.
    pub fn of(evaluation: Arc<Evaluation>, lineage: CaseloadId, stamp: u32) -> Self {
        let lines = order_of_rules(&evaluation);
        List {
            evaluation,
            lineage,
            stamp,
            lines,
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
        self.lines.len()
    }

    /// The entry at a place in the order of the rules.
    pub fn get(&self, place: usize) -> Option<Found<'_>> {
        let line = self.lines.get(place)?;
        let entry = self.evaluation.overview.entries.get(line.entry)?;
        let customer = self.evaluation.caseload.customers.get(entry.customer)?;
        Some(Found {
            customer,
            entry,
            folded: &line.folded,
        })
    }

    /// Whether the entry at a place holds every one of these folded words.
    pub fn holds(&self, place: usize, words: &[String]) -> bool {
        self.lines
            .get(place)
            .is_some_and(|line| words.iter().all(|word| line.folded.contains(word.as_str())))
    }

    /// The entry of a case.
    pub fn find(&self, case: &CaseId) -> Option<Found<'_>> {
        (0..self.len())
            .filter_map(|place| self.get(place))
            .find(|found| found.customer.id == *case)
    }
}

fn order_of_rules(evaluation: &Evaluation) -> Vec<Line> {
    let customers = &evaluation.caseload.customers;
    // The order hands out the entries themselves; their places are found again by customer.
    let mut place_of = vec![0; customers.len()];
    for (place, entry) in evaluation.overview.entries.iter().enumerate() {
        if let Some(slot) = place_of.get_mut(entry.customer) {
            *slot = place;
        }
    }
    evaluation
        .overview
        .in_due_order(&evaluation.caseload)
        .into_iter()
        .filter_map(|entry| {
            let customer = customers.get(entry.customer)?;
            Some(Line {
                entry: *place_of.get(entry.customer)?,
                folded: folded(customer),
            })
        })
        .collect()
}

fn folded(customer: &Customer) -> String {
    match &customer.name {
        Some(name) => fold(&format!("{name} {}", customer.number)),
        None => fold(customer.number.as_str()),
    }
}
