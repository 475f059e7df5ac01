//! A change makes anew what it touches; everything else is shared with the caseload before it, and
//! so is what the rules said about it.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;
mod variants;

use caseload::history::{CaseloadId, Command, EventId, Ledger, Moment, Sheet, Stamp};
use caseload::{Caseload, Customer, CustomerNumber, overview};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rules::facts::{CaseId, FederalState};
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
    assert_eq!(before.customers[2].note, None);
    assert_eq!(after.customers[2].note.as_deref(), Some("neu"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_overview_made_from_another_is_the_same_as_one_made_anew(
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
        prop_assert_eq!(renewed, anew);
    }
}
