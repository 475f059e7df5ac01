//! Customers lent to a deputy for a time, and what the deputy did given back.
//!
//! ```text
//! owner ──pack──▶ HandOver ──sealed file──▶ taken_over ──▶ the deputy's caseload
//!   ▲                                                              │
//!   └── Merge ◀── returned ◀──sealed file── Return ◀── given_back ─┘
//! ```
//!
//! **What is lent** is only the chosen customers with what belongs to them: contacts, appointments,
//! exceptions, entries for the systems of record. The file has a passphrase of its own, and its vault
//! and key belong to it alone; the return is sealed with the same key, so nobody types a second one.
//!
//! **The deputy works in one caseload.** Customers on loan stand beside the deputy's own, because
//! there is one week to plan and one list to look at in the morning. Each is marked by an entry of the
//! Übertragsliste that says until when they have to be given back ([`deputy`]). The owner's absences
//! stay at home; they are nobody else's business.
//!
//! **What was lent travels in the file**, out and back. So the return is joined from three sides: what
//! was handed over, what the owner has now, what the deputy has now ([`returned()`]). Whatever one side
//! changed is taken; what both changed differently is a [`Contested`] customer, and somebody decides.
//! Customers who were not lent are not touched.

pub mod deputy;
mod returned;
mod three_way;
mod v1;

pub use returned::{Contested, Merge, NotTaken, Side, returned};
pub use v1::{read, write, write_return};

use crate::history::CaseloadId;
use crate::record::{Caseload, Caseworker};
use chrono::NaiveDate;
use rules::facts::{CaseId, OfficeDays};

/// Customers on loan, as they were handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Which loan it is.
    pub loan: CaseloadId,
    /// Whose customers they are: the lineage of the owner's caseload.
    pub owner: CaseloadId,
    /// First day on which the owner is represented.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// The customers with what belongs to them, and the owner's name.
    pub base: Caseload,
}

/// Customers who are given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// What was handed over of them.
    pub lent: HandOver,
    /// What the deputy has now.
    pub now: Caseload,
}

/// What a hand-over file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Customers for the deputy.
    Lent(Box<HandOver>),
    /// Customers on their way back to the owner.
    Back(Box<Return>),
}

/// Puts the chosen customers together for a deputy, in the order of the caseload, from the first to
/// the last day. `loan` is new for every hand-over. Whoever is not in the caseload is left out.
pub fn pack(
    caseload: &Caseload,
    owner: CaseloadId,
    chosen: &[CaseId],
    (from, to): (NaiveDate, NaiveDate),
    loan: CaseloadId,
) -> HandOver {
    HandOver {
        loan,
        owner,
        from,
        to,
        base: part(caseload, chosen),
    }
}

/// Only these customers with what belongs to them. Of the caseworker the name remains; marks of other
/// loans are left out.
fn part(caseload: &Caseload, chosen: &[CaseId]) -> Caseload {
    let mut part = caseload.clone();
    part.caseworker = Caseworker {
        name: caseload.caseworker.name.clone(),
        office: OfficeDays::usual(caseload.caseworker.office.state),
    };
    part.customers
        .retain(|customer| chosen.contains(&customer.id));
    part.exceptions.retain(|entry| chosen.contains(&entry.case));
    part.transfers
        .retain(|entry| chosen.contains(&entry.case) && !deputy::is_mark(entry));
    part
}
