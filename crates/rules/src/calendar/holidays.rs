//! Public holidays: nation-wide ones, those of a whole federal state, and days that were a holiday
//! once. Years from 2015 on are right; holidays of single municipalities are not in here.

use super::easter::easter_sunday;
use crate::facts::FederalState::{
    self, BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH,
};
use chrono::{Datelike, NaiveDate, Weekday};

/// A public holiday, named as on a German calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Holiday(&'static str);

impl Holiday {
    /// The German name.
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// The public holiday of `state` on `day`, if it is one.
pub fn public_holiday(state: FederalState, day: NaiveDate) -> Option<Holiday> {
    fixed(state, day)
        .or_else(|| movable(state, day))
        .or_else(|| once(state, day))
        .map(Holiday)
}

fn fixed(state: FederalState, day: NaiveDate) -> Option<&'static str> {
    let year = day.year();
    let (name, holds) = match (day.month(), day.day()) {
        (1, 1) => ("Neujahr", true),
        (1, 6) => ("Heilige Drei Könige", matches!(state, BW | BY | ST)),
        (3, 8) => (
            "Internationaler Frauentag",
            since(state, year, &[(BE, 2019), (MV, 2023)]),
        ),
        (5, 1) => ("Tag der Arbeit", true),
        (8, 15) => ("Mariä Himmelfahrt", matches!(state, SL)),
        (9, 20) => ("Weltkindertag", since(state, year, &[(TH, 2019)])),
        (10, 3) => ("Tag der Deutschen Einheit", true),
        (10, 31) => (
            "Reformationstag",
            matches!(state, BB | MV | SN | ST | TH)
                || since(
                    state,
                    year,
                    &[(HB, 2018), (HH, 2018), (NI, 2018), (SH, 2018)],
                ),
        ),
        (11, 1) => ("Allerheiligen", matches!(state, BW | BY | NW | RP | SL)),
        (12, 25) => ("1. Weihnachtstag", true),
        (12, 26) => ("2. Weihnachtstag", true),
        _ => return None,
    };
    holds.then_some(name)
}

/// Whether `state` introduced a holiday no later than in `year`.
fn since(state: FederalState, year: i32, introduced: &[(FederalState, i32)]) -> bool {
    introduced
        .iter()
        .any(|(where_, first)| *where_ == state && *first <= year)
}

fn movable(state: FederalState, day: NaiveDate) -> Option<&'static str> {
    if state == SN && is_day_of_repentance(day) {
        return Some("Buß- und Bettag");
    }
    // Good Friday is never before 20 March, Corpus Christi never after 24 June.
    if !(3..=6).contains(&day.month()) {
        return None;
    }
    let after_easter = (day - easter_sunday(day.year())?).num_days();
    let (name, holds) = match after_easter {
        -2 => ("Karfreitag", true),
        0 => ("Ostersonntag", matches!(state, BB)),
        1 => ("Ostermontag", true),
        39 => ("Christi Himmelfahrt", true),
        49 => ("Pfingstsonntag", matches!(state, BB)),
        50 => ("Pfingstmontag", true),
        60 => ("Fronleichnam", matches!(state, BW | BY | HE | NW | RP | SL)),
        _ => return None,
    };
    holds.then_some(name)
}

/// The Wednesday before 23 November.
fn is_day_of_repentance(day: NaiveDate) -> bool {
    day.month() == 11 && day.weekday() == Weekday::Wed && (16..=22).contains(&day.day())
}

/// Days that were made a holiday for one year.
fn once(state: FederalState, day: NaiveDate) -> Option<&'static str> {
    match (day.year(), day.month(), day.day(), state) {
        (2017, 10, 31, _) => Some("Reformationstag"),
        (2020 | 2025, 5, 8, BE) => Some("Tag der Befreiung"),
        (2028, 6, 17, BE) => Some("75. Jahrestag des 17. Juni 1953"),
        _ => None,
    }
}
