//! Weeks from Monday to Sunday, numbered as in ISO 8601: the first of a year is the one with its
//! first Thursday. The last days of December may lie in week 1 of the next year, and some years
//! have a week 53.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;
use std::str::FromStr;

/// Days of a week.
const DAYS: usize = 7;

/// A week of the ISO calendar; weeks are in the order of their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IsoWeek {
    monday: NaiveDate,
}

impl IsoWeek {
    /// The week that `day` lies in.
    pub fn of(day: NaiveDate) -> Self {
        let since_monday = Days::new(u64::from(day.weekday().num_days_from_monday()));
        IsoWeek {
            monday: day.checked_sub_days(since_monday).unwrap_or(day),
        }
    }

    /// Week `number` of `year`; `None` if that year has no such week.
    pub fn numbered(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(|monday| IsoWeek { monday })
    }

    /// Its first day.
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its last day.
    pub fn sunday(self) -> NaiveDate {
        self.days().last().unwrap_or(self.monday)
    }

    /// Its seven days, Monday first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.monday.iter_days().take(DAYS)
    }

    /// The week after it.
    #[must_use]
    pub fn next(self) -> Self {
        let monday = self.monday.iter_days().nth(DAYS);
        IsoWeek {
            monday: monday.unwrap_or(self.monday),
        }
    }

    /// The week before it.
    #[must_use]
    pub fn previous(self) -> Self {
        self.monday.pred_opt().map_or(self, IsoWeek::of)
    }
}

impl fmt::Display for IsoWeek {
    /// Writes it as in `2026-W50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbered = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", numbered.year(), numbered.week())
    }
}

/// Text that names no week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWeek(pub String);

impl fmt::Display for NoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no week, expected one such as 2026-W50", self.0)
    }
}

impl std::error::Error for NoWeek {}

impl FromStr for IsoWeek {
    type Err = NoWeek;

    /// Reads a week as it is written, `2026-W50`, if the year has it.
    fn from_str(text: &str) -> Result<Self, NoWeek> {
        read(text).ok_or_else(|| NoWeek(text.to_owned()))
    }
}

fn read(text: &str) -> Option<IsoWeek> {
    let (year, number) = text.split_once("-W")?;
    IsoWeek::numbered(digits(year, 4)?, u32::try_from(digits(number, 2)?).ok()?)
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i32> {
    let only_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| only_digits)
}

#[cfg(test)]
mod tests {
    use super::IsoWeek;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(text: &str) -> IsoWeek {
        text.parse().unwrap()
    }

    #[test]
    fn the_turn_of_the_year_belongs_to_the_week_of_its_thursday() {
        for (date, name) in [
            ("2026-12-07", "2026-W50"),
            ("2026-12-13", "2026-W50"),
            ("2027-01-01", "2026-W53"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("2025-12-29", "2026-W01"),
        ] {
            assert_eq!(IsoWeek::of(day(date)).to_string(), name);
        }
    }

    #[test]
    fn a_week_goes_from_monday_to_sunday_and_on_to_the_next() {
        let last = week("2026-W53");
        assert_eq!(last.monday(), day("2026-12-28"));
        assert_eq!(last.sunday(), day("2027-01-03"));
        assert_eq!(last.days().count(), 7);
        assert_eq!(last.next(), week("2027-W01"));
        assert_eq!(last.next().previous(), last);
        assert!(last < last.next());
    }

    #[test]
    fn text_is_read_as_it_is_written_and_nothing_else() {
        for name in ["2026-W01", "2026-W53", "2025-W52"] {
            assert_eq!(week(name).to_string(), name);
        }
        for text in [
            "2025-W53",
            "2026-W00",
            "2026-W54",
            "2026-W5",
            "2026W50",
            "2026-50",
            "26-W50",
            "+026-W50",
            "2026-W+5",
            "2026-w50",
            " 2026-W50",
            "",
            "-W",
        ] {
            let error = text.parse::<IsoWeek>().unwrap_err();
            assert!(error.to_string().starts_with(text), "{error}");
        }
    }
}
