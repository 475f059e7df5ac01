//! Which days are working days (rules D6 and C3, heading: Mindeststandards).
//!
//! A working day is a Monday to Friday that is no nation-wide or state-wide public holiday of the
//! office's federal state and no closure of the office. Holidays of a single municipality are
//! entered as closures.

mod easter;
mod holidays;
mod iso_day;
mod iso_week;

pub use holidays::{Holiday, public_holiday};
pub use iso_day::{iso_day, iso_time};
pub use iso_week::{IsoWeek, NoWeek};

use crate::facts::{FederalState, OfficeDays};
use crate::ordering;
use crate::ordering::OrderedSet;
use chrono::{Datelike, NaiveDate, Weekday};

/// More days in a row than any office can be closed for; a search beyond gives up where it began.
const LONGEST_SEARCH_DAYS: usize = 400;

/// The working days of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    state: FederalState,
    closures: OrderedSet<NaiveDate>,
}

impl Calendar {
    /// The calendar of an office in `state` that is closed on `closures`.
    pub fn new(state: FederalState, closures: impl IntoIterator<Item = NaiveDate>) -> Self {
        Calendar {
            state,
            closures: ordering::set(closures),
        }
    }

    /// The calendar of this office.
    pub fn of(office: &OfficeDays) -> Self {
        Calendar::new(
            office.state,
            office.closures.iter().map(|closure| closure.date),
        )
    }

    /// The federal state whose public holidays hold.
    pub fn state(&self) -> FederalState {
        self.state
    }

    /// Whether `day` is a working day.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_day_off(day)
    }

    /// Whether nobody works on `day`, whatever the weekday: a public holiday or a closure.
    pub fn is_day_off(&self, day: NaiveDate) -> bool {
        self.closures.contains(&day) || public_holiday(self.state, day).is_some()
    }

    /// D6 — the last working day on or before `day`; `day` itself if the office has been closed
    /// for more than a year before it.
    pub fn working_day_on_or_before(&self, day: NaiveDate) -> NaiveDate {
        std::iter::successors(Some(day), NaiveDate::pred_opt)
            .take(LONGEST_SEARCH_DAYS)
            .find(|candidate| self.is_working_day(*candidate))
            .unwrap_or(day)
    }

    /// C3 — the first working day on or after `day`; `day` itself if the office stays closed for
    /// more than a year after it.
    pub fn working_day_on_or_after(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days()
            .take(LONGEST_SEARCH_DAYS)
            .find(|candidate| self.is_working_day(*candidate))
            .unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;
    use crate::facts::FederalState;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn walks_over_weekend_holiday_and_closure() {
        let office = Calendar::new(FederalState::BW, [day("2026-12-31")]);
        // Friday 1 January is a holiday, Thursday the closure.
        assert_eq!(
            office.working_day_on_or_before(day("2027-01-03")),
            day("2026-12-30")
        );
        // Epiphany is a holiday here; the Thursday after it is not.
        assert_eq!(
            office.working_day_on_or_after(day("2026-12-31")),
            day("2027-01-04")
        );
        assert_eq!(
            office.working_day_on_or_after(day("2027-01-06")),
            day("2027-01-07")
        );
        let elsewhere = Calendar::new(FederalState::HE, []);
        assert_eq!(
            elsewhere.working_day_on_or_after(day("2027-01-06")),
            day("2027-01-06")
        );
    }

    #[test]
    fn an_office_that_never_opens_answers_with_the_day_itself() {
        let today = day("2026-06-01");
        let before = std::iter::successors(Some(today), NaiveDate::pred_opt).take(500);
        let office = Calendar::new(FederalState::BW, today.iter_days().take(500).chain(before));
        assert_eq!(office.working_day_on_or_before(today), today);
        assert_eq!(office.working_day_on_or_after(today), today);
    }
}
