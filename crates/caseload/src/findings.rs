//! Checking a whole caseload: what the rules object to, customer by customer.

use crate::overview::{Overview, dossier};
use crate::record::Caseload;
use crate::schedule::appointments;
use rules::{AppointmentBook, Finding, check};

/// A finding and whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFinding {
    /// Place of the customer in [`Caseload::customers`].
    pub customer: usize,
    /// What was found.
    pub finding: Finding,
}

/// Every finding about the customers of an overview of this caseload: in the order of the
/// customers, then by rule, then by the id of what it is about. Closed customers are not checked, but
/// their appointments still count where a rule looks beyond one customer.
pub fn findings(caseload: &Caseload, overview: &Overview) -> Vec<CaseFinding> {
    let book = AppointmentBook::of(appointments(caseload));
    let mut all = Vec::new();
    for entry in &overview.entries {
        let Some(customer) = caseload.customers.get(entry.customer) else {
            continue;
        };
        let found = check(dossier(customer, &entry.due), &book, &overview.setting).into_iter();
        all.extend(found.map(|finding| CaseFinding {
            customer: entry.customer,
            finding,
        }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::findings;
    use crate::overview::overview;
    use crate::record::{Caseload, Customer, CustomerNumber};
    use chrono::NaiveDate;
    use rules::Rule;
    use rules::facts::{CaseId, FederalState, FourPhases};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn customers_come_in_their_order_and_closed_ones_not_at_all() {
        let mut caseload = Caseload::empty(FederalState::BW);
        for (id, closed_on) in [("c-2", None), ("c-3", Some("2026-11-22")), ("c-1", None)] {
            let mut customer = Customer::new(CaseId::from(id), CustomerNumber::new("N").unwrap());
            customer.closed_on = closed_on.map(day);
            customer.facts.four_phases = FourPhases {
                goal: rules::Fact::Known(false),
                ..FourPhases::default()
            };
            caseload.customers.push(customer.into());
        }
        let overview = overview(&caseload, day("2026-11-22")).unwrap();
        let found: Vec<(usize, Rule)> = findings(&caseload, &overview)
            .iter()
            .map(|found| (found.customer, found.finding.rule))
            .collect();
        let each = [Rule::C7, Rule::E2, Rule::E9];
        let expected: Vec<(usize, Rule)> = [0, 2]
            .into_iter()
            .flat_map(|customer| each.map(|rule| (customer, rule)))
            .collect();
        assert_eq!(found, expected);
    }
}
