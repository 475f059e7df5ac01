//! U25, once in every calendar month (D3).
//!
//! The first month is that of the deadline; if it will be over before anything can be planned, that
//! of the lead day. Its consultation may come late. Every later month that lies wholly in the horizon
//! and before the birthday that ends the youth standard asks for one of its own, in that month or not
//! at all. An open appointment in a month stands for the consultation of that month.

use crate::flow::{Duty, Priority};
use crate::horizon::Horizon;
use crate::needs::{Need, duty};
use chrono::{Datelike, Days, Months, NaiveDate};
use rules::Setting;

/// The consultations of a customer whose deadline is `deadline`, by month.
pub(crate) fn needs(
    deadline: NaiveDate,
    open: &[NaiveDate],
    youth_ends: Option<NaiveDate>,
    horizon: &Horizon,
    setting: &Setting,
) -> Vec<Need> {
    let due_in = Month::of(deadline);
    let first = due_in.max(Month::of(horizon.lead_day));
    let later: Vec<Month> = later_months(first, youth_ends, horizon);
    let mut needs = Vec::new();
    let seen_from = due_in.first_day().max(setting.today);
    let is_seen = open
        .iter()
        .any(|day| (seen_from..=first.last_day()).contains(day));
    if !is_seen && !later.iter().any(|month| month.holds_two_of(open)) {
        needs.push(Need {
            earliest: first.first_day().max(horizon.lead_day),
            last: horizon.last_day,
            deadline,
            duty: duty(deadline, Priority::Unemployed, horizon),
        });
    }
    for month in later {
        if !open.iter().any(|day| month.contains(*day)) {
            needs.push(Need {
                earliest: month.first_day(),
                last: month.last_day(),
                deadline: setting.calendar.working_day_on_or_before(month.last_day()),
                duty: Duty::Owed(Priority::Unemployed),
            });
        }
    }
    needs
}

/// The months after `first` that end in the horizon and before the youth standard does.
fn later_months(first: Month, youth_ends: Option<NaiveDate>, horizon: &Horizon) -> Vec<Month> {
    std::iter::successors(Some(first.next()), |month| Some(month.next()))
        .take_while(|month| {
            let end = month.last_day();
            end <= horizon.last_day && youth_ends.is_none_or(|birthday| end < birthday)
        })
        .collect()
}

/// A calendar month, as its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Month(NaiveDate);

impl Month {
    fn of(day: NaiveDate) -> Self {
        Month(day - Days::new(u64::from(day.day0())))
    }

    fn first_day(self) -> NaiveDate {
        self.0
    }

    fn last_day(self) -> NaiveDate {
        self.next().0 - Days::new(1)
    }

    fn next(self) -> Self {
        Month(self.0 + Months::new(1))
    }

    fn contains(self, day: NaiveDate) -> bool {
        Month::of(day) == self
    }

    /// Whether a month holds one appointment more than it asks for: that one stands for the first
    /// month, whose consultation came late.
    fn holds_two_of(self, open: &[NaiveDate]) -> bool {
        open.iter().filter(|day| self.contains(**day)).count() > 1
    }
}
