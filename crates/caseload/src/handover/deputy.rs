//! What the deputy does with a loan: take the customers over, have them marked, give them back.
//!
//! The mark is an entry of the Übertragsliste for no system of record: "Rückgabe nach Vertretung",
//! due on the last day of the loan. So it lies in every backup, asks for itself when its day comes,
//! and goes with the customer.

use super::{HandOver, NotTaken, Return, part};
use crate::comparison::Owners;
use crate::history::{CaseloadId, Edit};
use crate::record::{Caseload, Customer, Transfer};
use rules::Fact;
use rules::facts::CaseId;
use std::sync::Arc;

/// What the identifiers of marks begin with; the loan and the case follow.
const MARK: &str = "rueckgabe-";

/// What taking a loan over comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The deputy's caseload with the customers at its end, marked.
    pub caseload: Caseload,
    /// How many they are.
    pub count: usize,
    /// Who cannot be taken, and why, in German.
    pub not_taken: Vec<NotTaken>,
}

/// Adds the customers of a loan to the deputy's own. Whoever is here already, or has a number or an
/// identifier that somebody else has here, is left out as a whole: half a customer would come back as
/// one of whom the deputy removed the other half.
pub fn taken_over(present: &Caseload, lent: &HandOver) -> Taken {
    let owners = Owners::of(present);
    let mut taken = Taken {
        caseload: present.clone(),
        count: 0,
        not_taken: Vec::new(),
    };
    for customer in &lent.base.customers {
        let case = &customer.id;
        let belongings = part(&lent.base, std::slice::from_ref(case));
        if let Some(why) = obstacle(customer, &belongings, present, &owners) {
            taken.not_taken.push(NotTaken {
                number: customer.number.clone(),
                line: why.to_owned(),
            });
            continue;
        }
        taken.count += 1;
        taken.caseload.customers.push(Arc::clone(customer));
        taken.caseload.exceptions.extend(belongings.exceptions);
        taken.caseload.transfers.extend(belongings.transfers);
        taken.caseload.transfers.push(mark(lent, case));
    }
    taken
}

fn obstacle(
    customer: &Customer,
    belongings: &Caseload,
    present: &Caseload,
    owners: &Owners<'_>,
) -> Option<&'static str> {
    let case = &customer.id;
    if present.customer(case).is_some() {
        return Some("ist hier schon im Bestand und bleibt, wie er ist");
    }
    if owners.has_number(&customer.number, case) {
        return Some("die Nummer ist hier unter einem anderen Fall erfasst");
    }
    let (_, foreign) = owners.part_of(customer);
    let mut exceptions = belongings.exceptions.iter();
    let mut transfers = belongings.transfers.iter();
    let fits = foreign.is_empty()
        && exceptions.all(|entry| owners.leave_entry(&entry.id, case))
        && transfers.all(|entry| owners.leave_entry(&entry.id, case));
    (!fits).then_some("ein Eintrag dieses Falls hat eine Kennung, die hier schon vergeben ist")
}

fn mark(lent: &HandOver, case: &CaseId) -> Transfer {
    let mut what = "Rückgabe nach Vertretung".to_owned();
    if let Some(name) = &lent.base.caseworker.name {
        what.push_str(": ");
        what.push_str(name);
    }
    Transfer {
        id: format!("{}{case}", marks_of(lent.loan)),
        case: case.clone(),
        system: Fact::Unknown,
        what: Some(what),
        subject: Some(lent.loan.to_string()),
        due_on: Some(lent.to),
        done_on: None,
    }
}

fn marks_of(loan: CaseloadId) -> String {
    format!("{MARK}{loan}-")
}

/// Whether an entry says that a customer is on loan.
pub fn is_mark(transfer: &Transfer) -> bool {
    transfer.id.starts_with(MARK)
}

/// The mark of a customer on loan; `None` of one's own.
pub fn mark_of<'c>(present: &'c Caseload, case: &CaseId) -> Option<&'c Transfer> {
    let mut entries = present.transfers.iter();
    entries.find(|entry| entry.case == *case && is_mark(entry))
}

/// Customers who are here on this loan, in the order in which they were taken over.
pub fn on_loan(present: &Caseload, loan: CaseloadId) -> Vec<CaseId> {
    let marks = marks_of(loan);
    let entries = present.transfers.iter();
    entries
        .filter(|entry| entry.id.starts_with(&marks) && present.customer(&entry.case).is_some())
        .map(|entry| entry.case.clone())
        .collect()
}

/// The loan given back as the deputy has it now: only customers who are still here on it.
pub fn given_back(lent: &HandOver, present: &Caseload) -> Return {
    let cases = on_loan(present, lent.loan);
    Return {
        lent: HandOver {
            base: part(&lent.base, &cases),
            ..lent.clone()
        },
        now: part(present, &cases),
    }
}

/// The edits that take customers on loan out of the deputy's caseload, once they are given back.
pub fn leaving(present: &Caseload, loan: CaseloadId) -> Vec<Edit> {
    let cases = on_loan(present, loan).into_iter();
    cases.map(Edit::CustomerRemoved).collect()
}
