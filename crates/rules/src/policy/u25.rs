//! Young customers (heading: U25-Kunden).
//!
//! Unemployed customers under 25 are seen once in every calendar month; all others under 25 belong
//! to K3. The age ends on the birthday itself. Whoever was born on 29 February has it on 1 March
//! in a common year.

use crate::Rule;
use crate::completions::{Age, Circumstances};
use crate::due::{Due, Setting};
use crate::edition::{Parameters, U25Mode, Years};
use crate::facts::{Case, Status};
use crate::finding::{Birthday, CategoryProblem, Finding, Problem, Severity};
use crate::group::{Group, Row, Standard};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A4 — under 25 and unemployed means U25.
pub(crate) fn unemployed_youth(known: Circumstances) -> Option<Row> {
    (known.age == Age::UnderYouthAge && known.status == Status::Unemployed).then_some(Row {
        rule: Rule::A4,
        standard: Standard::U25,
    })
}

/// A5 — under 25 otherwise means K3.
pub(crate) fn other_youth(known: Circumstances) -> Option<Row> {
    (known.age == Age::UnderYouthAge).then_some(Row {
        rule: Rule::A5,
        standard: Standard::K3,
    })
}

/// A4 — whether somebody born on `born` is under the youth age on `today`; the birthday itself is
/// no longer under it.
pub(crate) fn age(born: NaiveDate, today: NaiveDate, parameters: &Parameters) -> Age {
    if today < birthday(born, parameters.youth_age) {
        Age::UnderYouthAge
    } else {
        Age::YouthAgeOrOlder
    }
}

/// The day on which somebody born on `born` completes `age`; 29 February falls on 1 March in a
/// common year.
pub(crate) fn birthday(born: NaiveDate, age: Years) -> NaiveDate {
    let year = born.year() + i32::from(age.0);
    born.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        .unwrap_or(NaiveDate::MAX)
}

/// D8 — the first day on which a customer is no longer under the youth age; `None` if the date of
/// birth is unknown.
pub fn youth_ends_on(case: &Case, setting: &Setting) -> Option<NaiveDate> {
    let age = setting.edition.parameters().youth_age;
    Some(birthday(case.birth_date.known()?, age))
}

/// D8, E8 — the birthday that ends the youth standard, if it lies within the outlook; today is no
/// longer ahead.
pub(crate) fn birthday_ahead(case: &Case, setting: &Setting) -> Option<NaiveDate> {
    let parameters = setting.edition.parameters();
    let born = case.birth_date.known()?;
    if age(born, setting.today, parameters) == Age::YouthAgeOrOlder {
        return None;
    }
    let birthday = youth_ends_on(case, setting)?;
    (birthday <= parameters.outlook_days.after(setting.today)).then_some(birthday)
}

/// E8 — the youth standard of a customer ends soon.
pub(crate) fn youth_ends(case: &Case, due: &Due, setting: &Setting) -> Option<Finding> {
    if due.group != Group::Under(Standard::U25) {
        return None;
    }
    let birthday = Birthday {
        age: setting.edition.parameters().youth_age,
        on: birthday_ahead(case, setting)?,
    };
    let mut grounds = due.group_grounds();
    grounds.extend(due.changes_on.map(|_| Rule::D8));
    let problem = Problem::Category(CategoryProblem::YouthEnds(birthday));
    Some(Finding::of_case(Rule::E8, Severity::Info, problem).because(grounds))
}

/// D3 — the latest day of the next contact after one on `last`: the end of the next calendar
/// month, or a month later in the rolling reading.
pub(crate) fn latest_after_contact(last: NaiveDate, parameters: &Parameters) -> NaiveDate {
    match parameters.u25_mode {
        U25Mode::CalendarMonth => end_of_month(last, parameters.u25_months.0),
        U25Mode::Rolling => parameters.u25_months.after(last),
    }
}

/// D4 — the latest day of the first contact of somebody in care since `since`: the end of that
/// month if it began early enough in it, else of the next one.
pub(crate) fn latest_after_entry(since: NaiveDate, parameters: &Parameters) -> NaiveDate {
    match parameters.u25_mode {
        U25Mode::CalendarMonth if since.day() <= u32::from(parameters.u25_entry_day.0) => {
            end_of_month(since, 0)
        }
        U25Mode::CalendarMonth => end_of_month(since, parameters.u25_months.0),
        U25Mode::Rolling => parameters.u25_months.after(since),
    }
}

/// The last day of the month that lies `ahead` months after that of `day`.
fn end_of_month(day: NaiveDate, ahead: u16) -> NaiveDate {
    let first_of_month = day - Days::new(u64::from(day.day0()));
    first_of_month + Months::new(u32::from(ahead) + 1) - Days::new(1)
}
