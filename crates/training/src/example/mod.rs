//! The example caseload: some hundred invented customers with a plausible past.
//!
//! Every customer is made in three steps that only look back at what is there already: who they
//! are, which contacts they had, and which appointment comes next. The mix aims at an ordinary
//! office: most customers in order, some overdue, a few with facts nobody recorded.

mod appointments;
mod contacts;
mod names;
mod person;

use crate::dice::Dice;
use appointments::Diary;
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::{Days, NaiveDate};
use rules::calendar::Calendar;
use rules::edition::EditionId;
use rules::facts::{Absence, CaseId, FederalState};
use std::collections::BTreeSet;

/// Invents a caseload for an office in Baden-Württemberg, with a past that ends on `today`.
/// Same arguments, same result.
pub fn example_caseload(seed: u64, today: NaiveDate, customers: usize) -> Caseload {
    let mut dice = Dice::new(seed);
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.edition = EditionId::CURRENT;
    caseload.caseworker.name = Some("IFK 1 (Beispiel)".to_owned());
    let away = today + Days::new(33);
    caseload.caseworker.office.absences.push(Absence {
        from: away,
        to: away + Days::new(8),
        reason: Some("Urlaub".to_owned()),
    });
    let calendar = Calendar::of(&caseload.caseworker.office);
    let mut diary = Diary::new(today, &caseload.caseworker.office, &calendar);
    let mut numbers = BTreeSet::new();
    for place in 1..=customers {
        let Some(number) = new_number(&mut dice, &mut numbers) else {
            continue;
        };
        let mut customer = Customer::new(CaseId::from(format!("b-{place:04}").as_str()), number);
        person::describe(&mut customer, &mut dice, today);
        contacts::remember(&mut customer, &mut dice, today, &calendar);
        appointments::plan(&mut customer, &mut dice, &mut diary, today);
        caseload.customers.push(customer.into());
    }
    caseload
}

/// A number that no other customer has.
fn new_number(dice: &mut Dice, taken: &mut BTreeSet<u32>) -> Option<CustomerNumber> {
    loop {
        let digits = dice.between(0, 999_999);
        if taken.insert(digits) {
            return CustomerNumber::new(&format!("617B{digits:06}"));
        }
        if taken.len() > 900_000 {
            return None;
        }
    }
}
