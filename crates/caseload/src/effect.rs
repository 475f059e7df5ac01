//! What a change of the policy's numbers would do to the own caseload, before it is made.
//!
//! Nothing is estimated: the whole caseload is judged with the numbers as they are and as they would
//! be, and the two results are compared customer by customer. What the preview says is therefore
//! what the lists show afterwards.

use crate::overview::{Entry, Overview, overview};
use crate::record::Caseload;
use chrono::NaiveDate;
use rules::DueState;
use rules::edition::{EditionError, LocalParameter};

/// How many customers are in each state with the numbers as they are and as they would be, and who
/// changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// For every state, in order: customers before and after.
    pub counts: [(DueState, usize, usize); 8],
    /// Customers who become overdue.
    pub becoming_overdue: usize,
    /// Customers who are overdue no more.
    pub overdue_no_more: usize,
    /// Customers whose latest day is another one, or who get or lose one.
    pub other_day: usize,
    /// Findings before and after.
    pub findings: (usize, usize),
}

/// The effect that `parameters` would have on a caseload on `today`, in place of those it has.
///
/// # Errors
/// [`EditionError`] if a number is outside its range, or if the edition does not hold on `today`.
pub fn effect(
    caseload: &Caseload,
    parameters: &[LocalParameter],
    today: NaiveDate,
) -> Result<Effect, EditionError> {
    let changed = Caseload {
        parameters: parameters.to_vec(),
        ..caseload.clone()
    };
    let before = overview(caseload, today)?;
    let after = overview(&changed, today)?;
    let pairs = || before.entries.iter().zip(&after.entries);
    let count =
        |holds: fn(&Entry, &Entry) -> bool| pairs().filter(|(old, new)| holds(old, new)).count();
    let in_state = |overview: &Overview, state: DueState| {
        let entries = overview.entries.iter();
        entries.filter(|entry| entry.due.state == state).count()
    };
    Ok(Effect {
        counts: DueState::ALL
            .map(|state| (state, in_state(&before, state), in_state(&after, state))),
        becoming_overdue: count(|old, new| !is_overdue(old) && is_overdue(new)),
        overdue_no_more: count(|old, new| is_overdue(old) && !is_overdue(new)),
        other_day: count(|old, new| latest(old) != latest(new)),
        findings: (
            crate::findings(caseload, &before).len(),
            crate::findings(&changed, &after).len(),
        ),
    })
}

fn is_overdue(entry: &Entry) -> bool {
    entry.due.state == DueState::Overdue
}

fn latest(entry: &Entry) -> Option<NaiveDate> {
    Some(entry.due.window?.latest)
}
