//! 24 and 31 December, working days by the law and closed in many offices.

use chrono::{Datelike, NaiveDate};
use rules::facts::{Closure, OfficeDays};

/// For how many years the closures are written.
const YEARS: i32 = 5;

/// For how many of them they have to stand for the setting to hold: this year and the next.
const LOOKED_AT: i32 = 2;

const REASON: &str = "24. und 31. Dezember";

/// Whether the office is open on 24 and 31 December.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearEnd {
    /// Work as on any other day.
    Open,
    /// Closed on both.
    Closed,
}

/// How it is recorded for this year and the next.
pub fn year_end(office: &OfficeDays, today: NaiveDate) -> YearEnd {
    let mut days = days(today, LOOKED_AT);
    if days.all(|day| is_closed(office, day)) {
        YearEnd::Closed
    } else {
        YearEnd::Open
    }
}

/// The office with its closures as the setting has them. Days that have passed stay as they were.
pub fn with_year_end(office: &OfficeDays, setting: YearEnd, today: NaiveDate) -> OfficeDays {
    let mut office = office.clone();
    match setting {
        YearEnd::Open => office
            .closures
            .retain(|closure| closure.date < today || !is_at_year_end(closure.date)),
        YearEnd::Closed => {
            for date in days(today, YEARS) {
                if !is_closed(&office, date) {
                    let reason = Some(REASON.to_owned());
                    office.closures.push(Closure { date, reason });
                }
            }
        }
    }
    office
}

fn is_at_year_end(day: NaiveDate) -> bool {
    day.month() == 12 && [24, 31].contains(&day.day())
}

fn is_closed(office: &OfficeDays, day: NaiveDate) -> bool {
    let mut closures = office.closures.iter();
    closures.any(|closure| closure.date == day)
}

/// Both days of so many years, from today on.
fn days(today: NaiveDate, years: i32) -> impl Iterator<Item = NaiveDate> {
    let years = today.year()..today.year() + years;
    let both = years.flat_map(|year| [24, 31].map(|day| NaiveDate::from_ymd_opt(year, 12, day)));
    both.flatten().filter(move |day| *day >= today)
}
