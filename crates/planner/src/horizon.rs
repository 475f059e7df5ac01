//! The days that can be planned.
//!
//! Appointments are recorded some days ahead (F1), so planning begins on the *lead day*. The horizon
//! is the week of that day and those after it; its days are the caseworker's available days from the
//! lead day to the last Sunday.

use crate::question::Weeks;
use chrono::NaiveDate;
use rules::Setting;
use rules::calendar::IsoWeek;

/// The weeks ahead and the days in them on which there can be consultations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Horizon {
    /// First day of planning (F1).
    pub lead_day: NaiveDate,
    /// Last day of planning, a Sunday.
    pub last_day: NaiveDate,
    /// The weeks, the first perhaps only in part.
    pub weeks: Vec<IsoWeek>,
    /// The available days in them from the lead day on, ascending.
    pub days: Vec<NaiveDate>,
}

impl Horizon {
    /// So many weeks from the lead day on.
    pub fn of(setting: &Setting, weeks: Weeks) -> Self {
        let lead_day = setting.edition.parameters().lead_days.after(setting.today);
        let weeks: Vec<IsoWeek> =
            std::iter::successors(Some(IsoWeek::of(lead_day)), |week| Some(week.next()))
                .take(weeks.count())
                .collect();
        let last_day = weeks.last().map_or(lead_day, |week| week.sunday());
        let days = weeks
            .iter()
            .flat_map(|week| week.days())
            .filter(|day| *day >= lead_day && setting.is_available(*day))
            .collect();
        Horizon {
            lead_day,
            last_day,
            weeks,
            days,
        }
    }

    /// Place of the first available day on or after `day`.
    pub(crate) fn from(&self, day: NaiveDate) -> usize {
        self.days.partition_point(|available| *available < day)
    }

    /// Place behind the last available day on or before `day`.
    pub(crate) fn until(&self, day: NaiveDate) -> usize {
        self.days.partition_point(|available| *available <= day)
    }

    /// The last available day on or before `day`; `day` itself if there is none.
    pub(crate) fn available_on_or_before(&self, day: NaiveDate) -> NaiveDate {
        let place = self.until(day).checked_sub(1);
        place
            .and_then(|place| self.days.get(place).copied())
            .unwrap_or(day)
    }
}
