//! The smallest things that can become different in a caseload, each with what was there before.
//!
//! A change is applied by the identifier of what it is about; the position only says where
//! something stands in its list. So a change can still be applied when an earlier one is lost, and
//! [`Misfit`] says that the caseload was not as the change expected.

use crate::history::CaseloadId;
use crate::record::{Caseworker, Customer, Exception, Transfer};
use rules::edition::{EditionId, LocalParameter};
use rules::facts::{Appointment, Case, CaseId, Contact};
use rules::ordering::OrderedMap;
use std::sync::Arc;

/// One thing that became different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Which caseload this is: a backup was taken over into an empty one.
    Lineage(Swap<CaseloadId>),
    /// The edition that judges it.
    Edition(Swap<EditionId>),
    /// The caseworker and the office.
    Caseworker(Box<Swap<Caseworker>>),
    /// The numbers that the office changed.
    Parameters(Swap<Vec<LocalParameter>>),
    /// A customer came or went, with everything recorded about them; shared with the caseload.
    Customer(Step<Arc<Customer>>),
    /// What is recorded about a customer besides contacts and appointments.
    Sheet(Box<Swap<Sheet>>),
    /// A contact of a customer.
    Contact(CaseId, Step<ContactEntry>),
    /// An appointment of a customer.
    Appointment(CaseId, Step<Appointment>),
    /// A finding left as it is.
    Exception(Step<Exception>),
    /// An entry for a system of record.
    Transfer(Step<Transfer>),
}

/// Something that is always there, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap<T> {
    /// What it was.
    pub before: T,
    /// What it is.
    pub after: T,
}

/// Something in a list, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<T> {
    /// Where it stands in its list, counted from 0: after the change, or before it if it went.
    pub position: usize,
    /// What it was and is.
    pub way: Way<T>,
}

/// What became of something in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way<T> {
    /// It came.
    Added(Box<T>),
    /// It stayed and is different.
    Revised(Box<Swap<T>>),
    /// It went.
    Removed(Box<T>),
}

/// A customer without contacts and appointments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet(Customer);

impl Sheet {
    /// The sheet of a customer.
    pub fn of(customer: &Customer) -> Self {
        Sheet(Customer {
            contacts: Vec::new(),
            topics: OrderedMap::new(),
            appointments: Vec::new(),
            ..customer.clone()
        })
    }

    /// The customer as the sheet shows it: without contacts and appointments.
    pub fn customer(&self) -> &Customer {
        &self.0
    }

    /// Puts the sheet in place of the one that the customer has.
    pub(super) fn put_on(&self, customer: &mut Customer) {
        let contacts = std::mem::take(&mut customer.contacts);
        let topics = std::mem::take(&mut customer.topics);
        let appointments = std::mem::take(&mut customer.appointments);
        *customer = Customer {
            contacts,
            topics,
            appointments,
            ..self.0.clone()
        };
    }
}

/// Takes those fields of `after` that are others than in `before`. Names every field of the type,
/// the ones left alone behind the semicolon, so that a new one is not forgotten.
macro_rules! take_changes {
    ($type:ident, $before:expr, $after:expr, $onto:expr, $($field:ident)+; $($left:ident)*) => {{
        let $type { $($field,)+ $($left: _,)* } = $after;
        $(if $before.$field != *$field {
            $onto.$field.clone_from($field);
        })+
    }};
}

impl Swap<Sheet> {
    /// Makes what is different after the change, on a sheet that is not the one before it.
    pub(super) fn put_changes_on(&self, customer: &mut Customer) {
        let (before, after) = (self.before.customer(), self.after.customer());
        take_changes!(
            Customer, before, after, customer,
            number name preferred_channel note closed_on closed_reason;
            id facts contacts topics appointments
        );
        take_changes!(
            Case, before.facts, &after.facts, customer.facts,
            birth_date in_care_since status integrated profile category k3_marker_set supervision
            progress_expected self_employment profile_i profile_z digital_consent four_phases;
        );
    }
}

/// A contact with its topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactEntry {
    /// The contact.
    pub contact: Contact,
    /// What it was about.
    pub topics: Option<String>,
}

/// The caseload was not as a change expected; the change was made as far as it could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit;
