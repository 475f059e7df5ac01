//! A line of `kkd due`. The order of the fields here is the order of the keys in the output.

use caseload::{Customer, Entry};
use chrono::NaiveDate;
use rules::facts::{Appointment, Contact};
use rules::{Judgement, MissingFact, Rule};
use serde::Serialize;

/// What the rules say about one customer.
#[derive(Debug, Serialize)]
pub struct DueLine<'r> {
    case: &'r str,
    group: &'static str,
    counted_as: Option<&'static str>,
    last_qualified: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    latest_appointment: Option<NaiveDate>,
    record_by: Option<NaiveDate>,
    state: &'static str,
    appointment: Option<&'r str>,
    missing: Vec<String>,
    changes_on: Option<NaiveDate>,
    grounds: Vec<Ground>,
    contacts: Vec<JudgedContact<'r>>,
}

#[derive(Debug, Serialize)]
struct Ground {
    rule: &'static str,
    heading: &'static str,
}

#[derive(Debug, Serialize)]
struct JudgedContact<'r> {
    contact: &'r str,
    counts: &'static str,
    rules: [&'static str; 1],
}

impl<'r> DueLine<'r> {
    /// The line of a customer.
    pub fn of(customer: &'r Customer, entry: &'r Entry) -> Self {
        let due = &entry.due;
        DueLine {
            case: customer.id.as_str(),
            group: due.group.key(),
            counted_as: due.counted_as.map(|basis| basis.key()),
            last_qualified: due.last_qualified.map(|last| last.date),
            latest: due.window.map(|window| window.latest),
            latest_appointment: due.window.map(|window| window.latest_appointment),
            record_by: due.window.map(|window| window.record_by),
            state: due.state.key(),
            appointment: due
                .appointment
                .and_then(|index| customer.appointments.get(index))
                .map(|Appointment { id, .. }| id.as_str()),
            missing: due.missing.iter().map(MissingFact::to_string).collect(),
            changes_on: due.changes_on,
            grounds: due.grounds.iter().copied().map(Ground::of).collect(),
            contacts: customer
                .contacts
                .iter()
                .zip(&due.judgements)
                .map(|(contact, judgement)| JudgedContact::of(contact, judgement))
                .collect(),
        }
    }
}

impl Ground {
    fn of(rule: Rule) -> Self {
        Ground {
            rule: rule.id(),
            heading: rule.heading(),
        }
    }
}

impl<'r> JudgedContact<'r> {
    fn of(contact: &'r Contact, judgement: &Judgement) -> Self {
        JudgedContact {
            contact: contact.id.as_str(),
            counts: judgement.counts.key(),
            rules: [judgement.rule.id()],
        }
    }
}
