//! The calendar against an independent one, for all sixteen states and every weekday of 2015–2040.
//!
//! The other calendar is the crate `holiday_de`. Where it means something else by a holiday than
//! this project does, the difference stands in [`Exception`] with its reason; anything beyond that
//! is an error in one of the two.

use chrono::{Datelike, NaiveDate, Weekday};
use holiday_de::{DateExt, GermanRegion};
use rules::calendar::{Calendar, public_holiday};
use rules::facts::FederalState;

fn region(state: FederalState) -> GermanRegion {
    match state {
        FederalState::BW => GermanRegion::BadenWuerttemberg,
        FederalState::BY => GermanRegion::Bayern,
        FederalState::BE => GermanRegion::Berlin,
        FederalState::BB => GermanRegion::Brandenburg,
        FederalState::HB => GermanRegion::Bremen,
        FederalState::HH => GermanRegion::Hamburg,
        FederalState::HE => GermanRegion::Hessen,
        FederalState::MV => GermanRegion::MechlenburgVorpommern,
        FederalState::NI => GermanRegion::Niedersachsen,
        FederalState::NW => GermanRegion::NordrheinWestfalen,
        FederalState::RP => GermanRegion::RheinlandPfalz,
        FederalState::SL => GermanRegion::Saarland,
        FederalState::SN => GermanRegion::Sachsen,
        FederalState::ST => GermanRegion::SachsenAnhalt,
        FederalState::SH => GermanRegion::SchleswigHolstein,
        FederalState::TH => GermanRegion::Thueringen,
    }
}

/// A day on which the other calendar is known to say something else.
struct Exception {
    state: FederalState,
    month: u32,
    day: u32,
    /// What this project says.
    holiday: bool,
    reason: &'static str,
}

const EXCEPTIONS: [Exception; 1] = [Exception {
    state: FederalState::BY,
    month: 8,
    day: 15,
    holiday: false,
    reason: "Mariä Himmelfahrt holds in Bavarian municipalities with a Catholic majority only; \
             the other calendar counts it for the whole state, here it is entered as a closure",
}];

fn exception(state: FederalState, day: NaiveDate) -> Option<&'static Exception> {
    EXCEPTIONS.iter().find(|exception| {
        (exception.state, exception.month, exception.day) == (state, day.month(), day.day())
    })
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The days from 1 January of one year to 31 December of the other.
fn days(first: i32, last: i32) -> impl Iterator<Item = NaiveDate> {
    day(&format!("{first}-01-01"))
        .iter_days()
        .take_while(move |day| day.year() <= last)
}

#[expect(
    clippy::unwrap_used,
    reason = "a test that names an impossible day must fail"
)]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_weekday_agrees_with_the_other_calendar() {
    for state in FederalState::ALL {
        for day in days(2015, 2040).filter(|day| !is_weekend(*day)) {
            let ours = public_holiday(state, day).is_some();
            let theirs = day.is_public_holiday_in(region(state));
            match exception(state, day) {
                Some(known) => assert_eq!(ours, known.holiday, "{state:?} {day}: {}", known.reason),
                None => assert_eq!(ours, theirs, "{state:?} {day}"),
            }
        }
    }
}

#[test]
fn every_exception_is_still_one() {
    for known in &EXCEPTIONS {
        let differs = days(2015, 2040)
            .filter(|day| !is_weekend(*day) && exception(known.state, *day).is_some())
            .all(|day| day.is_public_holiday_in(region(known.state)) != known.holiday);
        assert!(differs, "{}", known.reason);
    }
}

#[test]
fn days_that_were_a_holiday_once() {
    let everywhere = day("2017-10-31");
    for state in FederalState::ALL {
        assert!(public_holiday(state, everywhere).is_some(), "{state:?}");
    }
    for text in ["2020-05-08", "2025-05-08", "2028-06-17"] {
        for state in FederalState::ALL {
            let holiday = public_holiday(state, day(text)).is_some();
            assert_eq!(holiday, state == FederalState::BE, "{state:?} {text}");
        }
    }
    for text in ["2016-10-31", "2018-10-31"] {
        assert!(
            public_holiday(FederalState::BW, day(text)).is_none(),
            "{text}"
        );
    }
    for text in [
        "2019-05-08",
        "2021-05-08",
        "2026-05-08",
        "2027-06-17",
        "2029-06-17",
    ] {
        assert!(
            public_holiday(FederalState::BE, day(text)).is_none(),
            "{text}"
        );
    }
}

#[test]
fn two_sundays_are_a_holiday_in_brandenburg_alone() {
    for text in ["2027-03-28", "2027-05-16"] {
        for state in FederalState::ALL {
            let holiday = public_holiday(state, day(text)).is_some();
            assert_eq!(holiday, state == FederalState::BB, "{state:?} {text}");
        }
    }
}

#[test]
fn holidays_of_single_municipalities_are_not_of_the_state() {
    for (state, text, name) in [
        (FederalState::BY, "2027-08-08", "Augsburger Friedensfest"),
        (FederalState::BY, "2028-08-08", "Augsburger Friedensfest"),
        (FederalState::BY, "2028-08-15", "Mariä Himmelfahrt"),
        (FederalState::SN, "2027-05-27", "Fronleichnam"),
        (FederalState::TH, "2027-05-27", "Fronleichnam"),
    ] {
        assert!(
            public_holiday(state, day(text)).is_none(),
            "{state:?} {name}"
        );
    }
    assert!(public_holiday(FederalState::BW, day("2027-05-27")).is_some());
    assert!(public_holiday(FederalState::SL, day("2028-08-15")).is_some());
}

#[test]
fn christmas_eve_and_new_years_eve_are_no_holidays() {
    for state in FederalState::ALL {
        for text in ["2026-12-24", "2026-12-31"] {
            assert!(
                public_holiday(state, day(text)).is_none(),
                "{state:?} {text}"
            );
        }
    }
}

/// Good Friday to Easter Monday is the longest row of days off that no closure makes longer.
const LONGEST_ROW_OF_DAYS_OFF: i64 = 4;

#[test]
fn every_day_has_a_working_day_close_by_in_every_state() {
    for state in FederalState::ALL {
        let office = Calendar::new(state, []);
        for day in days(2024, 2035) {
            let before = office.working_day_on_or_before(day);
            let after = office.working_day_on_or_after(day);
            assert!(office.is_working_day(before) && office.is_working_day(after));
            assert!(before <= day && day <= after, "{state:?} {day}");
            assert!(
                (after - before).num_days() <= LONGEST_ROW_OF_DAYS_OFF + 1,
                "{state:?} {day}: nothing between {before} and {after}"
            );
            assert_eq!(before == day, office.is_working_day(day), "{state:?} {day}");
            assert_eq!(after == day, office.is_working_day(day), "{state:?} {day}");
            let off = is_weekend(day) || public_holiday(state, day).is_some();
            assert_eq!(office.is_working_day(day), !off, "{state:?} {day}");
        }
    }
}
