//! Checking a whole caseload: what the rules object to, customer by customer.
//!
//! As with an overview, what was found about customers whom a change did not touch still holds, so
//! [`Checks`] can be made from those before it.

use crate::overview::{Overview, dossier};
use crate::record::Caseload;
use crate::schedule::appointments;
use crate::sharing::places_before;
use rules::{AppointmentBook, Finding, check};
use std::sync::Arc;

/// A finding and whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFinding {
    /// Place of the customer in [`Caseload::customers`].
    pub customer: usize,
    /// What was found; shared with the checks before, where it is still the same customer.
    pub finding: Arc<Finding>,
}

/// What checking a caseload found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checks {
    /// In the order of the customers, then by rule, then by the id of what it is about.
    pub findings: Vec<CaseFinding>,
    book: AppointmentBook,
}

/// Every finding about the customers of an overview of this caseload: in the order of the
/// customers, then by rule, then by the id of what it is about. Closed customers are not checked, but
/// their appointments still count where a rule looks beyond one customer.
pub fn findings(caseload: &Caseload, overview: &Overview) -> Vec<CaseFinding> {
    Checks::of(caseload, overview).findings
}

impl Checks {
    /// Checks every customer of an overview of this caseload.
    pub fn of(caseload: &Caseload, overview: &Overview) -> Self {
        let book = AppointmentBook::of(appointments(caseload));
        Self::made(caseload, overview, book, |_, _| false)
    }

    /// The checks of `caseload`, equal to those of [`Checks::of`]; `self` are those of `before` with
    /// its overview. Only customers whom the two do not share are checked anew, all of them if the
    /// day, the edition, the office or what appointments replace is another.
    pub fn renewed(
        &self,
        (before, overview_before): (&Caseload, &Overview),
        caseload: &Caseload,
        overview: &Overview,
    ) -> Self {
        let book = AppointmentBook::of(appointments(caseload));
        if overview.setting != overview_before.setting || book != self.book {
            return Self::made(caseload, overview, book, |_, _| false);
        }
        let places = places_before(&before.customers, &caseload.customers);
        // Shared customers stand in the same order in both, so what was found comes one by one.
        let mut known = self.findings.iter().peekable();
        Self::made(caseload, overview, book, |customer, all| {
            let Some(Some(place)) = places.get(customer).copied() else {
                return false;
            };
            while known.next_if(|found| found.customer < place).is_some() {}
            while let Some(found) = known.next_if(|found| found.customer == place) {
                all.push(CaseFinding {
                    customer,
                    finding: Arc::clone(&found.finding),
                });
            }
            true
        })
    }

    /// Checks everybody whose findings are not handed over by `known`. That is asked about ascending
    /// places.
    fn made(
        caseload: &Caseload,
        overview: &Overview,
        book: AppointmentBook,
        mut known: impl FnMut(usize, &mut Vec<CaseFinding>) -> bool,
    ) -> Self {
        let mut findings = Vec::new();
        for entry in &overview.entries {
            if known(entry.customer, &mut findings) {
                continue;
            }
            let Some(customer) = caseload.customers.get(entry.customer) else {
                continue;
            };
            let found = check(dossier(customer, &entry.due), &book, &overview.setting);
            findings.extend(found.into_iter().map(|finding| CaseFinding {
                customer: entry.customer,
                finding: Arc::new(finding),
            }));
        }
        Checks { findings, book }
    }
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
