//! A change makes anew what it touches; everything else is shared with the caseload before it, and
//! so is what the rules said about it.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;
mod variants;

use caseload::history::{CaseloadId, Command, EventId, Ledger, Moment, Sheet, Stamp};
use caseload::{Caseload, Checks, Customer, CustomerNumber, overview};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rules::facts::{Appointment, AppointmentId, Canceller, CaseId, FederalState, Origin, Outcome};
use rules::{Fact, Rule};
use std::sync::Arc;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn customers(count: usize) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    for number in 1..=count {
        let id = CaseId::from(format!("c-{number}").as_str());
        let number = CustomerNumber::new(&format!("617D{number:06}")).unwrap();
        caseload.customers.push(Customer::new(id, number).into());
    }
    caseload
}

#[test]
fn a_change_of_one_customer_copies_nobody_else() {
    let mut ledger = Ledger::new(CaseloadId::new([1; 16]), customers(5));
    let before = Arc::clone(ledger.caseload());
    let said_before = overview(&before, today()).unwrap();

    let mut revised = (*before.customers[2]).clone();
    revised.note = Some("neu".to_owned());
    let command = Command::ReviseCustomer(Box::new(Sheet::of(&revised)));
    let at = Moment(1_795_000_000_000);
    let id = EventId::new(at, [1; 10]);
    let event = ledger.decide(&command, Stamp { id, at }).unwrap();
    ledger.admit(event).unwrap();

    let after = ledger.caseload();
    let said = said_before.renewed(&before, after, today()).unwrap();
    for place in 0..5 {
        let is_same = Arc::ptr_eq(&before.customers[place], &after.customers[place]);
        let (was, is) = (&said_before.entries[place].due, &said.entries[place].due);
        assert_eq!(is_same, place != 2, "customer {place}");
        assert_eq!(Arc::ptr_eq(was, is), place != 2, "result of {place}");
    }
    let found_before = Checks::of(&before, &said_before);
    let found = found_before.renewed((&before, &said_before), after, &said);
    assert_eq!(found, Checks::of(after, &said));
    for (was, is) in found_before.findings.iter().zip(&found.findings) {
        let is_shared = Arc::ptr_eq(&was.finding, &is.finding);
        assert_eq!(is_shared, is.customer != 2, "{is:?}");
    }
    assert_eq!(before.customers[2].note, None);
    assert_eq!(after.customers[2].note.as_deref(), Some("neu"));
}

#[test]
fn a_gap_that_somebody_else_fills_is_no_longer_found() {
    let mut before = customers(2);
    let of = |id: &str, case: &str, date: &str| {
        let date = date.parse().unwrap();
        Appointment::bare(
            AppointmentId::from(id),
            CaseId::from(case),
            date,
            Origin::Entered,
        )
    };
    let mut cancelled = of("gap", "c-1", "2026-12-08");
    cancelled.outcome = Outcome::Cancelled;
    cancelled.cancelled_by = Fact::Known(Canceller::Customer);
    cancelled.cancelled_on = Fact::Known(today());
    Arc::make_mut(&mut before.customers[0])
        .appointments
        .push(cancelled);
    let mut after = before.clone();
    let mut filling = of("filling", "c-2", "2026-12-08");
    filling.refills = Some(AppointmentId::from("gap"));
    Arc::make_mut(&mut after.customers[1])
        .appointments
        .push(filling);

    let said = overview(&before, today()).unwrap();
    let found = Checks::of(&before, &said);
    let said_after = said.renewed(&before, &after, today()).unwrap();
    let found_after = found.renewed((&before, &said), &after, &said_after);
    let gaps = |checks: &Checks| {
        let findings = checks.findings.iter();
        findings
            .filter(|found| found.customer == 0 && found.finding.rule == Rule::F7)
            .count()
    };
    assert_eq!((gaps(&found), gaps(&found_after)), (1, 0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_said_after_a_change_is_the_same_as_if_said_anew(
        mut pair in variants::caseloads(today(), 2),
        is_same_office in any::<bool>(),
        later in 0..2_u64,
    ) {
        if is_same_office {
            pair[1].caseworker = pair[0].caseworker.clone();
            pair[1].parameters = pair[0].parameters.clone();
        }
        let day = today() + Days::new(later);
        let before = overview(&pair[0], today());
        let (Ok(before), Ok(anew)) = (before, overview(&pair[1], day)) else {
            return Ok(());
        };
        let renewed = before.renewed(&pair[0], &pair[1], day).unwrap();
        prop_assert_eq!(&renewed, &anew);
        let found_before = Checks::of(&pair[0], &before);
        let found = found_before.renewed((&pair[0], &before), &pair[1], &renewed);
        prop_assert_eq!(found, Checks::of(&pair[1], &anew));
    }
}
