//! Appointments in ATV (heading: Terminierung ATV).
//!
//! Consultations are recorded well ahead, so many a week and not more than so many a day, spread
//! evenly over the days on which the caseworker is there; what became of each is noted on its day,
//! and so is every absence. [`Schedule`] counts what stands, over the appointments of all customers,
//! closed ones included: the slot of somebody who has left is taken all the same.

mod atv;
mod schedule;
mod week;

pub use atv::record_by;
pub(crate) use atv::{not_recorded_in_time, on_absence, outcome_missing};
pub use schedule::Schedule;
pub(in crate::policy) use schedule::is_cancelled_in_time;
pub use week::{DayCount, WeekFigures, WeekProblem};

use crate::Setting;
use chrono::{Datelike, NaiveDate};

impl Setting {
    /// F3 — whether the caseworker can have appointments on `day`: one of their weekdays, no public
    /// holiday, no closure, no absence.
    pub fn is_available(&self, day: NaiveDate) -> bool {
        self.office.working_days.contains(&day.weekday())
            && !self.calendar.is_day_off(day)
            && !self.is_absent(day)
    }

    /// F11 — whether an absence of the caseworker is entered for `day`.
    pub fn is_absent(&self, day: NaiveDate) -> bool {
        self.office
            .absences
            .iter()
            .any(|absence| (absence.from..=absence.to).contains(&day))
    }

    /// F3 — appointments to have scheduled in every week: the share of a post, rounded up. Neither
    /// holidays nor absences make it less.
    pub fn weekly_quota(&self) -> u32 {
        let full = u32::from(self.edition.parameters().weekly_quota.0);
        (full * u32::from(self.office.fte.hundredths())).div_ceil(100)
    }

    /// F2 — most appointments on one day.
    pub fn max_per_day(&self) -> u32 {
        u32::from(self.edition.parameters().max_per_day.0)
    }
}
