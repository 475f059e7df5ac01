//! A line of `kkd check`. The order of the fields here is the order of the keys in the output.

use caseload::Customer;
use rules::wording::{self, FindingText};
use rules::{Finding, Subject};
use serde::Serialize;

/// A finding about one customer.
#[derive(Debug, Serialize)]
pub struct CheckLine<'r> {
    case: &'r str,
    rule: &'static str,
    severity: &'static str,
    subject: &'static str,
    id: &'r str,
    recorded: Option<String>,
    expected: Option<String>,
    text: String,
}

impl<'r> CheckLine<'r> {
    /// The line of a finding.
    pub fn of(customer: &'r Customer, finding: &'r Finding) -> Self {
        let case = customer.id.as_str();
        let FindingText {
            recorded,
            expected,
            text,
        } = wording::finding(finding, &customer.contacts, &customer.appointments);
        CheckLine {
            case,
            rule: finding.rule.id(),
            severity: finding.severity.key(),
            subject: finding.subject.key(),
            id: match &finding.subject {
                Subject::Case => case,
                Subject::Contact(id) => id.as_str(),
                Subject::Appointment(id) => id.as_str(),
            },
            recorded,
            expected,
            text,
        }
    }
}
