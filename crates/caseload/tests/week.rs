//! A week as a board: what stands, why days are off, and the sum of quota, days and places.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::appointing::moved_to;
use caseload::week::{board, days_off, note, sums, title};
use caseload::{Caseload, Customer, CustomerNumber, schedule};
use chrono::{NaiveDate, NaiveTime, Weekday};
use rules::calendar::IsoWeek;
use rules::edition::{Edition, EditionId};
use rules::facts::{Absence, Appointment, CaseId, Closure, FederalState, Fte, Origin, Outcome};
use rules::{Fact, Setting};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

/// A customer with open appointments on these days, from nine o'clock on.
fn customer(id: &str, days: &[&str]) -> Customer {
    let number = CustomerNumber::new(&id.to_uppercase()).unwrap();
    let mut customer = Customer::new(CaseId::from(id), number);
    for (place, date) in days.iter().enumerate() {
        let name = format!("t-{id}-{place}");
        let mut made =
            Appointment::bare(name.as_str().into(), id.into(), day(date), Origin::Entered);
        made.start = Fact::Known(time("09:00:00"));
        made.duration_minutes = Fact::Known(45);
        customer.appointments.push(made);
    }
    customer
}

fn caseload(customers: Vec<Customer>) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.customers = customers.into_iter().map(Into::into).collect();
    caseload
}

fn setting(caseload: &Caseload) -> Setting {
    let today = day("2026-11-20");
    let edition = Edition::in_force(EditionId::CURRENT, today, &[]).unwrap();
    Setting::new(today, edition, &caseload.caseworker.office)
}

fn week(text: &str) -> IsoWeek {
    text.parse().unwrap()
}

/// The last days of the year: a holiday on Friday, two more of the office's own, two days away.
fn turn_of_the_year() -> Caseload {
    let mut caseload = caseload(vec![customer("a", &["2026-12-28"])]);
    let office = &mut caseload.caseworker.office;
    office.closures.push(Closure {
        date: day("2026-12-31"),
        reason: Some("Büroschließung".to_owned()),
    });
    office.absences.push(Absence {
        from: day("2026-12-29"),
        to: day("2026-12-30"),
        reason: Some("Urlaub".to_owned()),
    });
    caseload
}

#[test]
fn a_board_has_seven_days_with_what_stands_in_the_order_of_time() {
    let mut early = customer("b", &["2026-12-08"]);
    early.appointments.first_mut().unwrap().start = Fact::Known(time("08:00:00"));
    let mut gone = customer("c", &["2026-12-08", "2026-12-08", "2026-12-08"]);
    let outcomes = [Outcome::Voided, Outcome::Cancelled, Outcome::NoShow];
    for (appointment, outcome) in gone.appointments.iter_mut().zip(outcomes) {
        appointment.outcome = outcome;
    }
    let caseload = caseload(vec![
        customer("a", &["2026-12-08", "2026-12-14"]),
        early,
        gone,
    ]);
    let setting = setting(&caseload);
    let days = board(
        week("2026-W50"),
        &caseload,
        &schedule(&caseload, &setting),
        &setting,
    );
    assert_eq!(days.len(), 7);
    let tuesday = days.get(1).unwrap();
    let standing: Vec<&str> = tuesday
        .standing
        .iter()
        .map(|place| place.of(&caseload).unwrap().id.as_str())
        .collect();
    assert_eq!(standing, ["t-b-0", "t-a-0", "t-c-2"]);
    assert_eq!((tuesday.taken, tuesday.off.is_none()), (3, true));
    let elsewhere = days.iter().filter(|other| other.date != tuesday.date);
    assert!(elsewhere.clone().all(|other| other.standing.is_empty()));
    assert_eq!(elsewhere.filter(|other| other.off.is_some()).count(), 2);
}

#[test]
fn a_week_out_of_reach_is_worked_out_and_told() {
    let caseload = turn_of_the_year();
    let setting = setting(&caseload);
    let figures = schedule(&caseload, &setting).week(week("2026-W53"), &setting);
    assert_eq!(
        sums(&figures, &setting),
        [
            "Vorgabe: 25 Termine",
            "Tage: 5 Werktage − 1 Feiertag − 1 Schließtag − 2 Tage abwesend = 1 Tag",
            "Platz: 1 Tag × 8 = 8, erreichbar also 8 von 25",
            "Terminiert: 1, es fehlen 24",
        ]
    );
    let note = note(&figures, &setting).unwrap();
    assert!(
        note.starts_with("KW 53 · 28.12.2026 – 03.01.2027: "),
        "{note}"
    );
    for line in [
        "- Platz: 1 Tag × 8 = 8, erreichbar also 8 von 25",
        "- Di 29.12.2026: abwesend (Urlaub)",
        "- Do 31.12.2026: geschlossen (Büroschließung)",
        "- Fr 01.01.2027: Feiertag (Neujahr)",
    ] {
        assert!(note.lines().any(|other| other == line), "{line} in {note}");
    }
    assert_eq!(days_off(week("2026-W53"), &setting).len(), 4);
}

#[test]
fn within_reach_there_is_nothing_to_tell() {
    let mut caseload = caseload(Vec::new());
    let office = &mut caseload.caseworker.office;
    office.fte = Fte::from_hundredths(50).unwrap();
    office
        .working_days
        .retain(|day| *day != Weekday::Mon && *day != Weekday::Fri);
    let setting = setting(&caseload);
    let figures = schedule(&caseload, &setting).week(week("2026-W50"), &setting);
    assert_eq!(note(&figures, &setting), None);
    let lines = sums(&figures, &setting);
    assert_eq!(
        lines.iter().take(2).collect::<Vec<_>>(),
        [
            "Vorgabe: 25 × 50 % = 13 Termine (aufgerundet)",
            "Tage: 5 Werktage − 2 freie Wochentage = 3 Tage"
        ]
    );
}

#[test]
fn a_week_has_its_number_and_its_days() {
    assert_eq!(title(week("2027-W01")), "KW 1 · 04.01.2027 – 10.01.2027");
}

#[test]
fn a_moved_appointment_keeps_its_time_if_it_is_free_and_has_to_be_recorded_anew() {
    let mut caseload = caseload(vec![customer("a", &["2026-12-08"])]);
    let mut standing = caseload.customers[0].appointments[0].clone();
    standing.recorded_on = Some(day("2026-11-20"));
    standing.invited_on = Some(day("2026-11-20"));
    let free = moved_to(&standing, day("2026-12-09"), &caseload, &setting(&caseload));
    assert_eq!((free.date, free.start), (day("2026-12-09"), standing.start));
    assert_eq!((free.recorded_on, free.invited_on), (None, None));

    let other = customer("b", &["2026-12-09"]);
    caseload.customers.push(other.into());
    let beside = moved_to(&standing, day("2026-12-09"), &caseload, &setting(&caseload));
    assert_eq!(beside.start, Fact::Known(time("08:00:00")));
    let back = moved_to(&standing, standing.date, &caseload, &setting(&caseload));
    assert_eq!(back, standing);

    // No time is free on a Sunday, and none before the hours.
    let sunday = moved_to(&standing, day("2026-12-13"), &caseload, &setting(&caseload));
    assert_eq!(sunday.start, standing.start);
    standing.start = Fact::Known(time("07:00:00"));
    let early = moved_to(&standing, day("2026-12-10"), &caseload, &setting(&caseload));
    assert_eq!(early.start, Fact::Known(time("08:00:00")));
}
