//! The shape of a caseload. Contacts and appointments stand with their customer, in the order in
//! which they were recorded, so that everything about one person is in one place.

use chrono::NaiveDate;
use rules::edition::{EditionId, LocalParameter};
use rules::facts::{
    Appointment, Case, CaseId, Channel, Contact, ContactId, FederalState, OfficeDays,
};
use rules::ordering::OrderedMap;
use rules::{Fact, Rule};
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Lengths that a contact or an appointment can have, in minutes, inclusive.
pub(crate) const LENGTHS: RangeInclusive<u16> = 1..=600;

/// Everything one caseworker keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caseload {
    /// Edition of the policy that judges it.
    pub edition: EditionId,
    /// Whose caseload it is.
    pub caseworker: Caseworker,
    /// Numbers that the office changed, in the order in which they were entered.
    pub parameters: Vec<LocalParameter>,
    /// Customers, closed ones included, in the order in which they were added. Copies of a caseload
    /// share them; [`Arc::make_mut`] changes one without touching the copies.
    pub customers: Vec<Arc<Customer>>,
    /// Findings that were left as they are, with a reason.
    pub exceptions: Vec<Exception>,
    /// What is still to be entered in the systems of record.
    pub transfers: Vec<Transfer>,
}

impl Caseload {
    /// A caseload without customers, for a full-time caseworker of an office in `state` with the
    /// usual hours.
    pub fn empty(state: FederalState) -> Self {
        Caseload {
            edition: EditionId::CURRENT,
            caseworker: Caseworker {
                name: None,
                office: OfficeDays::usual(state),
            },
            parameters: Vec::new(),
            customers: Vec::new(),
            exceptions: Vec::new(),
            transfers: Vec::new(),
        }
    }

    /// The customer with this id.
    pub fn customer(&self, id: &CaseId) -> Option<&Customer> {
        let mut customers = self.customers.iter();
        customers
            .find(|customer| customer.id == *id)
            .map(AsRef::as_ref)
    }
}

/// The caseworker and the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caseworker {
    /// Name or designation.
    pub name: Option<String>,
    /// When and where the caseworker works.
    pub office: OfficeDays,
}

/// The number under which the office knows a customer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CustomerNumber(String);

impl CustomerNumber {
    /// A number as recorded; it is never empty.
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| CustomerNumber(text.to_owned()))
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One customer with everything recorded about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Identifier of the case.
    pub id: CaseId,
    /// Number in the systems of record.
    pub number: CustomerNumber,
    /// First and last name.
    pub name: Option<String>,
    /// What the rules ask about.
    pub facts: Case,
    /// Contacts, in the order of recording.
    pub contacts: Vec<Contact>,
    /// Topics of contacts, typed by the caseworker.
    pub topics: OrderedMap<ContactId, String>,
    /// Appointments, in the order of recording.
    pub appointments: Vec<Appointment>,
    /// Channel that the customer prefers.
    pub preferred_channel: Fact<Channel>,
    /// A short note.
    pub note: Option<String>,
    /// Day on which the case was closed; from that day on it appears in no result.
    pub closed_on: Option<NaiveDate>,
    /// Why it was closed.
    pub closed_reason: Option<String>,
}

impl Customer {
    /// A customer of whom only the number is known.
    pub fn new(id: CaseId, number: CustomerNumber) -> Self {
        Customer {
            id,
            number,
            name: None,
            facts: Case::default(),
            contacts: Vec::new(),
            topics: OrderedMap::new(),
            appointments: Vec::new(),
            preferred_channel: Fact::Unknown,
            note: None,
            closed_on: None,
            closed_reason: None,
        }
    }

    /// Whether the case is closed on `today`; the day of closing is already closed.
    pub fn is_closed(&self, today: NaiveDate) -> bool {
        self.closed_on.is_some_and(|closed| closed <= today)
    }
}

/// A finding that is left as it is, because somebody gave a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Identifier.
    pub id: String,
    /// Customer.
    pub case: CaseId,
    /// Rule whose finding it is.
    pub rule: Rule,
    /// Why it stays.
    pub reason: Option<String>,
    /// Day on which it was noted.
    pub noted_on: Option<NaiveDate>,
}

/// A system of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TransferSystem {
    /// VerBIS.
    Verbis,
    /// ATV.
    Atv,
}

/// Something to enter in a system of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Identifier.
    pub id: String,
    /// Customer.
    pub case: CaseId,
    /// Where it goes.
    pub system: Fact<TransferSystem>,
    /// What kind of entry it is.
    pub what: Option<String>,
    /// Identifier of the contact or appointment it is about.
    pub subject: Option<String>,
    /// Day by which it is due.
    pub due_on: Option<NaiveDate>,
    /// Day on which it was done; `None` means not yet.
    pub done_on: Option<NaiveDate>,
}
