//! The calendar, read by another program's parser.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end at the first surprise"
)]

use ::icalendar::parser::{Component, read_calendar, unfold};
use caseload::export::icalendar::{self, Naming, Options, Selection};
use caseload::history::CaseloadId;
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rules::Fact;
use rules::facts::{
    Appointment, AppointmentId, CaseId, Channel, ConsultationKind, FederalState, Origin, Outcome,
};
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn stamp() -> DateTime<Utc> {
    "2026-11-22T18:40:00.5Z".parse().unwrap()
}

fn customer(number: &str, name: Option<&str>, days: &[&str]) -> Customer {
    let id = CaseId::from(format!("liste-{number}").as_str());
    let mut customer = Customer::new(id.clone(), CustomerNumber::new(number).unwrap());
    customer.name = name.map(str::to_owned);
    customer.appointments = days
        .iter()
        .map(|date| {
            let appointment = format!("liste-t-{number}-{date}");
            let appointment = AppointmentId::from(appointment.as_str());
            Appointment::bare(appointment, id.clone(), day(date), Origin::List)
        })
        .collect();
    customer
}

/// Three appointments of two customers; the first is known as well as can be.
fn caseload() -> Caseload {
    let mut known = customer(
        "617D000001",
        Some("Ayşe, Müller; \"=1+1\""),
        &["2026-12-07"],
    );
    let first = &mut known.appointments[0];
    first.start = Fact::Known("09:00:00".parse().unwrap());
    first.duration_minutes = Fact::Known(45);
    first.kind = Fact::Known(ConsultationKind::FollowUp);
    first.channel = Fact::Known(Channel::InPerson);
    let mut other = customer("617D000002", None, &["2027-06-01", "2026-11-02"]);
    other.appointments[0].start = Fact::Known("16:30:00".parse().unwrap());
    other.appointments[1].outcome = Outcome::Cancelled;
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.customers = vec![known.into(), other.into()];
    caseload
}

fn options() -> Options<'static> {
    Options {
        selection: Selection::All,
        naming: Naming::Nobody,
        lineage: CaseloadId::new([3; 16]),
        stamp: stamp(),
    }
}

/// The value of a property of each event, empty where it has none.
fn values(text: &str, property: &str) -> Vec<String> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let events = calendar.components.iter();
    events
        .filter(|component| component.name == "VEVENT")
        .map(|event| value(event, property))
        .collect()
}

fn value(component: &Component<'_>, property: &str) -> String {
    component
        .find_prop(property)
        .map_or(String::new(), |found| found.val.to_string())
}

fn written(options: &Options<'_>) -> String {
    icalendar::write(&caseload(), today(), options)
}

#[test]
fn there_is_one_event_for_each_appointment_in_the_order_of_time() {
    let text = written(&options());
    assert_eq!(
        values(&text, "DTSTART"),
        ["20261102", "20261207T090000", "20270601T163000"]
    );
    assert_eq!(values(&text, "DTEND"), ["", "20261207T094500", ""]);
    assert_eq!(
        values(&text, "STATUS"),
        ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    );
    assert_eq!(values(&text, "DTSTAMP"), vec!["20261122T184000Z"; 3]);
}

#[test]
fn nobody_is_named_unless_somebody_wants_it() {
    let text = written(&options());
    assert_eq!(
        values(&text, "SUMMARY"),
        ["Termin", "Folgegespräch, persönlich", "Termin"]
    );
    for secret in ["617D", "Müller", "liste-"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let named = |naming| {
        let text = written(&Options {
            naming,
            ..options()
        });
        values(&text, "SUMMARY")
    };
    assert_eq!(
        named(Naming::Number)[1],
        "617D000001: Folgegespräch, persönlich"
    );
    assert_eq!(
        named(Naming::Name)[1],
        "Ayşe, Müller; \"=1+1\": Folgegespräch, persönlich"
    );
    assert_eq!(named(Naming::Name)[2], "617D000002: Termin");
}

#[test]
fn an_appointment_keeps_its_uid_and_no_other_has_it() {
    let uids = values(&written(&options()), "UID");
    let distinct: BTreeSet<&String> = uids.iter().collect();
    assert_eq!(distinct.len(), 3);
    let mut moved = caseload();
    let customer = std::sync::Arc::make_mut(&mut moved.customers[0]);
    customer.appointments[0].date = day("2026-12-08");
    customer.name = None;
    let again = icalendar::write(&moved, today(), &options());
    assert_eq!(values(&again, "UID"), uids);
    let elsewhere = written(&Options {
        lineage: CaseloadId::new([4; 16]),
        ..options()
    });
    assert!(uids.iter().all(|uid| !elsewhere.contains(uid.as_str())));
}

#[test]
fn only_what_was_selected_is_written_and_nothing_of_closed_customers() {
    let starts = |selection| {
        let text = written(&Options {
            selection,
            ..options()
        });
        values(&text, "DTSTART")
    };
    assert_eq!(
        starts(Selection::From(day("2026-12-07"))),
        ["20261207T090000", "20270601T163000"]
    );
    let these = [AppointmentId::from("liste-t-617D000002-2027-06-01")];
    assert_eq!(starts(Selection::These(&these)), ["20270601T163000"]);
    let mut closed = caseload();
    std::sync::Arc::make_mut(&mut closed.customers[1]).closed_on = Some(today());
    let text = icalendar::write(&closed, today(), &options());
    assert_eq!(values(&text, "DTSTART"), ["20261207T090000"]);
}

#[test]
fn an_appointment_until_midnight_ends_on_the_next_day() {
    let mut caseload = caseload();
    let appointment = &mut std::sync::Arc::make_mut(&mut caseload.customers[0]).appointments[0];
    appointment.start = Fact::Known("23:15:00".parse().unwrap());
    let text = icalendar::write(&caseload, today(), &options());
    assert_eq!(values(&text, "DTEND")[1], "20261208T000000");
}

/// The last Sundays of March and October, as RRULE says it.
#[test]
fn the_zone_in_the_file_knows_summer_and_winter() {
    let text = written(&options());
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let zone = &calendar.components[0];
    assert_eq!(zone.name, "VTIMEZONE");
    assert_eq!(value(zone, "TZID"), "Europe/Berlin");
    let parts: Vec<[String; 4]> = zone
        .components
        .iter()
        .map(|part| {
            ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"].map(|name| value(part, name))
        })
        .collect();
    assert_eq!(
        parts,
        [
            [
                "19960331T020000",
                "+0100",
                "+0200",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
            ],
            [
                "19961027T030000",
                "+0200",
                "+0100",
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
            ],
        ]
    );
    for [start, ..] in &parts {
        let start = NaiveDateTime::parse_from_str(start, "%Y%m%dT%H%M%S").unwrap();
        assert_eq!(start.format("%a").to_string(), "Sun");
    }
    let zoned = text.matches(";TZID=Europe/Berlin:").count();
    assert_eq!(zoned, 3, "two starts and one end");
}

#[test]
fn every_line_ends_in_cr_lf_and_is_short() {
    let mut caseload = caseload();
    let customer = std::sync::Arc::make_mut(&mut caseload.customers[0]);
    customer.name = Some("Ünal-Größmann ".repeat(30));
    let naming = Naming::Name;
    let text = icalendar::write(
        &caseload,
        today(),
        &Options {
            naming,
            ..options()
        },
    );
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    assert!(values(&text, "SUMMARY")[1].starts_with(&"Ünal-Größmann ".repeat(30)));
}
