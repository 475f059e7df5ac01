//! Findings that somebody left as they are, with a reason.
//!
//! A reason holds for the facts that it was given for. So the identifier of an [`Exception`] carries
//! a fingerprint of them: as soon as one of these facts changes, the fingerprint of the finding is
//! another one, and the finding is back. An exception from elsewhere, whose identifier carries none,
//! holds for every finding of its rule about its customer.

use crate::file::node::Node;
use crate::file::v1::{appointment, case, contact};
use crate::file::{print, value::or_null};
use crate::record::{Caseload, Customer, Exception};
use blake2::Blake2bMac;
use blake2::digest::consts::U8;
use blake2::digest::{FixedOutput, KeyInit, Update};
use chrono::NaiveDate;
use rules::{Finding, Rule, Subject};
use std::fmt::Write as _;

const PREFIX: &str = "x-";
const DIGITS: usize = 16;

/// The exception that leaves a finding about a customer as it is.
pub fn keep(customer: &Customer, finding: &Finding, reason: &str, today: NaiveDate) -> Exception {
    let fingerprint = fingerprint(customer, finding);
    Exception {
        id: format!("{PREFIX}{fingerprint}-{}-{}", finding.rule, customer.id),
        case: customer.id.clone(),
        rule: finding.rule,
        reason: Some(reason.to_owned()),
        noted_on: Some(today),
    }
}

/// The exception by which a finding stays as it is, if there is one for the facts as they are.
pub fn kept<'c>(
    caseload: &'c Caseload,
    customer: &Customer,
    finding: &Finding,
) -> Option<&'c Exception> {
    let mut own = caseload
        .exceptions
        .iter()
        .filter(|exception| exception.rule == finding.rule && exception.case == customer.id)
        .peekable();
    // Hardly anybody has one, and a fingerprint costs more than a look.
    own.peek()?;
    let now = fingerprint(customer, finding);
    own.find(|exception| match recorded(&exception.id) {
        Some(fingerprint) => fingerprint == now,
        None => true,
    })
}

/// The fingerprint in an identifier.
fn recorded(id: &str) -> Option<&str> {
    let (fingerprint, rest) = id.strip_prefix(PREFIX)?.split_at_checked(DIGITS)?;
    let is_hash = fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hash && rest.starts_with('-')).then_some(fingerprint)
}

/// 16 hexadecimal digits for a finding with the facts that it rests on.
fn fingerprint(customer: &Customer, finding: &Finding) -> String {
    let facts = print::compact(&Node::List(facts(customer, finding)));
    let mut digits = String::with_capacity(DIGITS);
    // A name of two or three bytes is never too long for a key.
    if let Ok(mac) = Blake2bMac::<U8>::new_from_slice(finding.rule.id().as_bytes()) {
        let severity = finding.severity.key();
        for byte in mac.chain(severity).chain(facts).finalize_fixed() {
            // Writing to a text does not fail.
            let _ = write!(digits, "{byte:02x}");
        }
    }
    digits
}

/// The facts that a finding rests on, in the form of the caseload file.
fn facts<'c>(customer: &'c Customer, finding: &'c Finding) -> Vec<Node<'c>> {
    match &finding.subject {
        Subject::Case => of_case(customer, finding.rule),
        Subject::Contact(id) => {
            let mut contacts = customer.contacts.iter();
            let found = contacts.find(|contact| contact.id == *id);
            let contact = found.map(|found| contact::write(found, None, &customer.id));
            let consent = or_null(customer.facts.digital_consent.known());
            contact.into_iter().chain([consent]).collect()
        }
        Subject::Appointment(id) => {
            let mut appointments = customer.appointments.iter();
            let found = appointments.find(|appointment| appointment.id == *id);
            found
                .map(|found| appointment::write(found, &customer.id))
                .into_iter()
                .collect()
        }
    }
}

fn of_case(customer: &Customer, rule: Rule) -> Vec<Node<'_>> {
    let names: &[&str] = match rule {
        Rule::E3 => &["profile", "profile_i"],
        Rule::E4 | Rule::E5 => &["profile", "profile_z", "birth_date"],
        Rule::C7 => &["four_phases"],
        _ => &[
            "birth_date",
            "status",
            "integrated",
            "profile",
            "category",
            "k3_marker_set",
            "supervision",
            "progress_expected",
            "self_employed",
        ],
    };
    let Node::Object(members) = case::write(customer) else {
        return Vec::new();
    };
    members
        .into_iter()
        .filter(|(name, _)| names.contains(&name.as_ref()))
        .map(|(_, node)| node)
        .collect()
}

#[cfg(test)]
mod tests;
