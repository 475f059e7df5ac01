//! Working time as it is entered.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::typed::{NoDay, NoTime};
use caseload::working_time::{
    WorkingTimeFault, WorkingTimeForm, YearEnd, absence, closure, with_year_end, year_end,
};
use chrono::{NaiveDate, Weekday};
use rules::facts::{Closure, FederalState, Hours, OfficeDays};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

fn office() -> OfficeDays {
    OfficeDays::usual(FederalState::BW)
}

fn read(change: impl Fn(&mut WorkingTimeForm)) -> Result<OfficeDays, WorkingTimeFault> {
    let mut form = WorkingTimeForm::of(&office());
    change(&mut form);
    form.read(&office())
}

fn hours(text: &str) -> Result<Vec<String>, WorkingTimeFault> {
    let office = read(|form| form.hours = text.to_owned())?;
    let told = |hours: &Hours| format!("{}-{}", hours.from.format("%H%M"), hours.to.format("%H%M"));
    Ok(office.hours.iter().map(told).collect())
}

#[test]
fn what_is_recorded_is_read_as_it_is_shown() {
    assert_eq!(read(|_| ()), Ok(office()));
    let form = WorkingTimeForm::of(&office());
    assert_eq!(form.hours, "08:00–12:00, 13:00–16:30");
}

#[test]
fn shares_and_weekdays_are_read() {
    let part_time = read(|form| {
        form.share = " 50 % ".to_owned();
        form.weekdays = vec![Weekday::Thu, Weekday::Mon, Weekday::Thu];
        form.state = FederalState::HE;
    })
    .unwrap();
    assert_eq!(part_time.fte.hundredths(), 50);
    assert_eq!(part_time.working_days, [Weekday::Mon, Weekday::Thu]);
    assert_eq!(part_time.state, FederalState::HE);
    assert_eq!(read(|form| form.weekdays.clear()).unwrap().working_days, []);
    for share in ["", "4", "101", "0,5", "-5", "viel"] {
        let read = read(|form| form.share = share.to_owned());
        assert_eq!(read, Err(WorkingTimeFault::NoShare), "{share}");
    }
    assert!(read(|form| form.share = "5".to_owned()).is_ok());
}

#[test]
fn hours_are_read_in_every_usual_spelling() {
    for text in [
        "8-12, 13-16:30",
        "13:00–16:30; 08:00–12:00",
        "8 bis 12, 13 Uhr bis 16.30 Uhr",
        "0800-1200,1300-1630,",
    ] {
        assert_eq!(hours(text).unwrap(), ["0800-1200", "1300-1630"], "{text}");
    }
    assert_eq!(hours(" ").unwrap(), [""; 0]);
    assert_eq!(hours("8-12,12-16").unwrap().len(), 2);
    for (text, fault) in [
        ("8", WorkingTimeFault::HalfAStretch),
        ("8-", WorkingTimeFault::NoTime(NoTime::Empty)),
        ("8-25", WorkingTimeFault::NoTime(NoTime::NoSuchHour)),
        ("12-8", WorkingTimeFault::EndsBeforeStart),
        ("8-8", WorkingTimeFault::EndsBeforeStart),
        ("8-12, 11-13", WorkingTimeFault::Overlap),
    ] {
        assert_eq!(hours(text), Err(fault), "{text}");
    }
}

#[test]
fn absences_and_closures_are_read() {
    let one = absence("24.12.", "", " ", today()).unwrap();
    assert_eq!(
        (one.from, one.to, one.reason),
        (day("2026-12-24"), day("2026-12-24"), None)
    );
    let more = absence("24.12.", "1.1.2027", " Urlaub ", today()).unwrap();
    assert_eq!(more.to, day("2027-01-01"));
    assert_eq!(more.reason.as_deref(), Some("Urlaub"));
    assert_eq!(
        absence("24.12.", "23.12.", "", today()),
        Err(WorkingTimeFault::LastBeforeFirst)
    );
    assert_eq!(
        absence("", "23.12.", "", today()),
        Err(WorkingTimeFault::NoFirstDay(NoDay::Empty))
    );
    assert_eq!(
        absence("24.12.", "31.11.", "", today()),
        Err(WorkingTimeFault::NoLastDay(NoDay::Impossible))
    );
    let closed = closure("2.1.2027", "Umzug", today()).unwrap();
    assert_eq!(
        (closed.date, closed.reason.as_deref()),
        (day("2027-01-02"), Some("Umzug"))
    );
}

#[test]
fn closing_at_the_end_of_the_year_is_one_setting() {
    let open = office();
    assert_eq!(year_end(&open, today()), YearEnd::Open);
    let closed = with_year_end(&open, YearEnd::Closed, today());
    assert_eq!(year_end(&closed, today()), YearEnd::Closed);
    assert_eq!(with_year_end(&closed, YearEnd::Closed, today()), closed);
    let dates: Vec<NaiveDate> = closed.closures.iter().map(|closure| closure.date).collect();
    assert_eq!(dates.len(), 10);
    assert!(dates.contains(&day("2026-12-24")) && dates.contains(&day("2027-12-31")));
    // It holds on for years, and asks for days ahead only.
    assert_eq!(year_end(&closed, day("2028-12-30")), YearEnd::Closed);
    assert_eq!(year_end(&closed, day("2030-01-01")), YearEnd::Open);

    assert_eq!(with_year_end(&closed, YearEnd::Open, today()), open);
    let mut own = closed.clone();
    let kept = ["2025-12-24", "2026-12-28"];
    for date in kept {
        own.closures.push(Closure {
            date: day(date),
            reason: None,
        });
    }
    let opened = with_year_end(&own, YearEnd::Open, today());
    let left: Vec<String> = opened
        .closures
        .iter()
        .map(|closure| closure.date.to_string())
        .collect();
    assert_eq!(left, kept);
}
