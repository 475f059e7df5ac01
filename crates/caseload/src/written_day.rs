//! Days written in numbers, whoever wrote them: another system in a list, or somebody at the keyboard.
//!
//! Both have to make a year of two digits and to tell what cannot be read from what is no day of
//! the calendar. Which spellings they take is their own matter.

use chrono::{Datelike, Months, NaiveDate};
use std::ops::RangeInclusive;

/// Years that can be meant, inclusive.
const YEARS: RangeInclusive<i32> = 1900..=2100;

/// How far ahead two digits of a year can lie; nothing in a caseload is planned further.
const YEARS_AHEAD: u32 = 10;

/// Why numbers are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoWrittenDay {
    /// They are not written like one.
    Unreadable,
    /// There is no such day.
    Impossible,
}

/// The day that year, month and day stand for. A year has four digits or two; two mean this
/// century, or the last one if the day would lie after `latest`.
pub(crate) fn written_day(
    [year, month, day]: [&str; 3],
    latest: NaiveDate,
) -> Result<NaiveDate, NoWrittenDay> {
    let (month, day) = (number(month, 1..=2)?, number(day, 1..=2)?);
    let dated = |year: u32| {
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .ok_or(NoWrittenDay::Impossible)
    };
    if year.len() != 2 {
        return dated(number(year, 4..=4)?);
    }
    let short = number(year, 2..=2)?;
    match dated(2000 + short) {
        Ok(day) if day > latest => dated(1900 + short),
        this_century => this_century,
    }
}

/// A number of so many digits.
pub(crate) fn number(text: &str, digits: RangeInclusive<usize>) -> Result<u32, NoWrittenDay> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain
        .then(|| text.parse().ok())
        .flatten()
        .ok_or(NoWrittenDay::Unreadable)
}

/// The last day that a year of two digits can mean, unless it is a birth.
pub(crate) fn latest_meant(today: NaiveDate) -> NaiveDate {
    today + Months::new(12 * YEARS_AHEAD)
}

/// Whether the year of a day can be meant.
pub(crate) fn is_in_range(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}
