//! The realised density (G2): of the customers who are under a standard and whose clock has a start,
//! how many are not overdue. Today, and at the end of each of the months before.
//!
//! Nobody records what somebody's facts were a year ago, so a month that is over is judged with the
//! facts of today, but as of its last day: with the age and the contacts of then, with the numbers
//! that were in force, and without anybody who came or left at another time.

use super::Share;
use crate::due::{Due, DueState};
use crate::edition::{Edition, EditionError};
use crate::facts::Case;
use crate::group::{Group, Standard};
use crate::{Fact, Setting};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Months that are looked back at. Not a number of the policy, which names none.
const MONTHS: u32 = 12;

/// Customers who are seen in time, of those who can be judged; by group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Density {
    /// In all groups together.
    pub all: Share,
    /// In K1.
    pub k1: Share,
    /// In K3.
    pub k3: Share,
    /// In U25.
    pub u25: Share,
}

/// G2 — the realised density of customers with these results.
pub fn realised_density<'d>(results: impl IntoIterator<Item = &'d Due>) -> Density {
    let judged: Vec<(Standard, DueState)> = results.into_iter().filter_map(judged).collect();
    let in_time = |state: &DueState| *state != DueState::Overdue;
    let of_group = |wanted: Standard| {
        let states = judged.iter().filter(|(standard, _)| *standard == wanted);
        Share::of(states.map(|(_, state)| in_time(state)))
    };
    Density {
        all: Share::of(judged.iter().map(|(_, state)| in_time(state))),
        k1: of_group(Standard::K1),
        k3: of_group(Standard::K3),
        u25: of_group(Standard::U25),
    }
}

/// G2 — the state of a customer who is under a standard and whose clock has a start.
fn judged(due: &Due) -> Option<(Standard, DueState)> {
    due.window?;
    match due.group {
        Group::Under(standard) => Some((standard, due.state)),
        Group::Exempt | Group::Open => None,
    }
}

/// G2 — whether a customer was in care on `day` already. Unless it is known that the period of
/// benefit began later, contacts until then show it; without any there is no start of the clock, and
/// the customer is not counted.
pub fn in_care(case: &Case, day: NaiveDate) -> bool {
    match case.in_care_since {
        Fact::Known(since) => since <= day,
        Fact::Unknown => true,
    }
}

/// G2 — the last days of the last twelve months that are over, oldest first.
pub fn month_ends(today: NaiveDate) -> Vec<NaiveDate> {
    let first_of_month = today - Days::new(u64::from(today.day0()));
    (0..MONTHS)
        .rev()
        .map(|back| first_of_month - Months::new(back) - Days::new(1))
        .collect()
}

impl Setting {
    /// G2 — the same office on an earlier day, with the numbers that were in force then.
    ///
    /// # Errors
    /// [`EditionError::BeforeValidity`] if the edition had not begun.
    pub fn on(&self, earlier: NaiveDate) -> Result<Setting, EditionError> {
        let edition = Edition::in_force(self.edition.id(), earlier, self.edition.local())?;
        Ok(Setting {
            today: earlier,
            edition,
            calendar: self.calendar.clone(),
            office: self.office.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::month_ends;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_twelve_months_are_over() {
        let ends = month_ends(day("2026-11-22"));
        assert_eq!(ends.len(), 12);
        assert_eq!(ends.first(), Some(&day("2025-11-30")));
        assert_eq!(ends.get(3), Some(&day("2026-02-28")));
        assert_eq!(ends.last(), Some(&day("2026-10-31")));
    }

    #[test]
    fn a_month_is_over_after_its_last_day() {
        let last = |today| month_ends(day(today)).last().copied();
        assert_eq!(last("2026-10-31"), Some(day("2026-09-30")));
        assert_eq!(last("2026-11-01"), Some(day("2026-10-31")));
    }
}
