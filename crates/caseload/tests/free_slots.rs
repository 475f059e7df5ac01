//! Where a consultation fits into a day.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::appointing::{free_slots, hints};
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::{NaiveDate, NaiveTime, Timelike};
use proptest::prelude::*;
use rules::edition::{Edition, EditionId};
use rules::facts::{Appointment, CaseId, FederalState, Origin, Outcome};
use rules::{Fact, Setting};
use std::sync::Arc;

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

/// A Monday.
fn monday() -> NaiveDate {
    "2026-11-30".parse().unwrap()
}

fn minute(minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()
}

/// A caseload with appointments on Monday: begin in minutes, and length.
fn caseload(standing: &[(Option<u32>, Option<u16>)]) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    let mut customer = Customer::new(CaseId::from("c-1"), CustomerNumber::new("1").unwrap());
    for (place, (start, length)) in standing.iter().enumerate() {
        let id = format!("t-{place}");
        let mut made = Appointment::bare(
            id.as_str().into(),
            CaseId::from("c-1"),
            monday(),
            Origin::Entered,
        );
        made.start = start.map(minute).into();
        made.duration_minutes = (*length).into();
        customer.appointments.push(made);
    }
    caseload.customers.push(customer.into());
    let other = Customer::new(CaseId::from("c-2"), CustomerNumber::new("2").unwrap());
    caseload.customers.push(other.into());
    caseload
}

fn setting(caseload: &Caseload) -> Setting {
    let edition = Edition::in_force(EditionId::CURRENT, today(), &[]).unwrap();
    Setting::new(today(), edition, &caseload.caseworker.office)
}

fn slots(caseload: &Caseload, day: NaiveDate, minutes: u16) -> Vec<String> {
    free_slots(day, minutes, &"t-new".into(), caseload, &setting(caseload))
        .into_iter()
        .map(|start| start.format("%H:%M").to_string())
        .collect()
}

#[test]
fn an_empty_day_is_filled_from_the_morning_with_a_break() {
    assert_eq!(
        slots(&caseload(&[]), monday(), 45),
        [
            "08:00", "08:45", "09:30", "10:15", "11:00", "13:00", "13:45", "14:30", "15:15"
        ]
    );
    assert_eq!(
        slots(&caseload(&[]), monday(), 60),
        [
            "08:00", "09:00", "10:00", "11:00", "13:00", "14:00", "15:00"
        ]
    );
}

#[test]
fn what_stands_is_left_in_peace() {
    let standing = [
        (Some(8 * 60 + 30), Some(45)),
        (Some(13 * 60), None),
        (None, Some(45)),
    ];
    assert_eq!(
        slots(&caseload(&standing), monday(), 45),
        ["09:15", "10:00", "10:45", "13:45", "14:30", "15:15"]
    );
    let mut caseload = caseload(&standing);
    let customer = Arc::make_mut(caseload.customers.get_mut(0).unwrap());
    customer.appointments.get_mut(0).unwrap().outcome = Outcome::Cancelled;
    customer.appointments.get_mut(1).unwrap().outcome = Outcome::Held;
    assert_eq!(
        slots(&caseload, monday(), 45),
        [
            "08:00", "08:45", "09:30", "10:15", "11:00", "13:45", "14:30", "15:15"
        ]
    );
}

#[test]
fn an_appointment_that_is_moved_does_not_stand_in_its_own_way() {
    let caseload = caseload(&[(Some(8 * 60), Some(240))]);
    let setting = setting(&caseload);
    let own = free_slots(monday(), 60, &"t-0".into(), &caseload, &setting);
    assert_eq!(own.first(), Some(&minute(8 * 60)));
}

#[test]
fn a_day_without_work_has_no_slots() {
    let caseload = caseload(&[]);
    assert_eq!(slots(&caseload, "2026-11-29".parse().unwrap(), 45), [""; 0]);
    assert_eq!(slots(&caseload, "2026-12-25".parse().unwrap(), 45), [""; 0]);
    assert_eq!(slots(&caseload, monday(), 0), [""; 0]);
}

proptest! {
    // Every case looks at every minute of a day.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is offered is free, in the hours, and apart from the others; and where anything
    /// would fit, something is offered.
    #[test]
    fn offered_slots_fit_and_none_is_missed(
        standing in prop::collection::vec(
            (prop::option::of(420..1020u32), prop::option::of(1..200u16)),
            0..6,
        ),
        minutes in 5..120u16,
    ) {
        let caseload = caseload(&standing);
        let setting = setting(&caseload);
        let mut draft = Appointment::bare(
            "t-new".into(), CaseId::from("c-2"), monday(), Origin::Entered,
        );
        draft.duration_minutes = Fact::Known(minutes);
        let mut fits = |start: u32| {
            draft.start = Fact::Known(minute(start));
            hints(&draft, &caseload, &setting).is_empty()
        };
        let offered = free_slots(monday(), minutes, &"t-new".into(), &caseload, &setting);
        let mut free_again = 0;
        for start in &offered {
            let start = start.hour() * 60 + start.minute();
            prop_assert!(fits(start), "{} does not fit", start);
            prop_assert!(start >= free_again, "{} overlaps the one before", start);
            free_again = start + u32::from(minutes);
        }
        let somewhere = (0..1320).any(fits);
        prop_assert_eq!(!offered.is_empty(), somewhere);
    }
}
