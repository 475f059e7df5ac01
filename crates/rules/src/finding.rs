//! What checking brings to light. A finding is data: which rule, how grave, about what, what was
//! found and which change would put it right. [`crate::wording`] makes sentences of it, and the
//! application decides where it shows them.

mod appointment;
mod category;
mod contact;
mod phase;

pub use appointment::{AppointmentProblem, MissedCall, Unfit};
pub use category::{Birthday, CategoryProblem, ProfileICondition};
pub use contact::{ContactProblem, UsualLength};
pub use phase::Phase;

use crate::Rule;
use crate::facts::{AppointmentId, Category, Contact, ContactId};

/// How grave a finding is, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Against the policy.
    Error,
    /// Probably against it, or soon.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Every severity, gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// The name used in files and marks.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The customer.
    Case,
    /// One of the customer's contacts.
    Contact(ContactId),
    /// One of the customer's appointments.
    Appointment(AppointmentId),
}

impl Subject {
    /// The name used in files and marks.
    pub fn key(&self) -> &'static str {
        match self {
            Subject::Case => "case",
            Subject::Contact(_) => "contact",
            Subject::Appointment(_) => "appointment",
        }
    }
}

/// Something that a rule objects to or points out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was checked.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// What was found.
    pub problem: Problem,
    /// Further rules that led here, such as the rows of table A behind a group.
    pub grounds: Vec<Rule>,
    /// The change that would put it right, where there is only one.
    pub correction: Option<Correction>,
}

impl Finding {
    /// A finding about the customer.
    pub(crate) fn of_case(rule: Rule, severity: Severity, problem: Problem) -> Self {
        Finding {
            rule,
            severity,
            subject: Subject::Case,
            problem,
            grounds: Vec::new(),
            correction: None,
        }
    }

    /// A finding about a contact.
    pub(crate) fn of_contact(
        contact: &Contact,
        rule: Rule,
        severity: Severity,
        problem: ContactProblem,
    ) -> Self {
        Finding {
            subject: Subject::Contact(contact.id.clone()),
            ..Finding::of_case(rule, severity, Problem::Contact(problem))
        }
    }

    /// The finding with further rules that led to it.
    pub(crate) fn because(self, grounds: Vec<Rule>) -> Self {
        Finding { grounds, ..self }
    }

    /// The finding with the change that would put it right, if there is only one.
    pub(crate) fn corrected_by(self, correction: Option<Correction>) -> Self {
        Finding { correction, ..self }
    }
}

/// What was found, by what is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Duties that come with a contact (section C; B4 and B7).
    Contact(ContactProblem),
    /// Steps that the work with every customer starts with and that are lacking, in their order (C7).
    Phases(Vec<Phase>),
    /// Category, profile and marker (section E).
    Category(CategoryProblem),
    /// Appointments (section F).
    Appointment(AppointmentProblem),
}

/// A change of the record that puts a finding right: with it, the finding is gone. Where a contact
/// is changed it is the one that the finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Correction {
    /// Record this category.
    Category(Category),
    /// The K3 marker is set.
    K3MarkerSet,
    /// The category was reviewed after the contact.
    CategoryReviewed,
    /// The reason for the unusual length of the contact is documented.
    DurationReasonDocumented,
}

#[cfg(test)]
mod tests {
    use super::{Severity, Subject};

    #[test]
    fn the_names_in_files_are_what_readers_expect() {
        assert_eq!(
            Severity::ALL.map(Severity::key),
            ["error", "warning", "info"]
        );
        let subjects = [
            Subject::Case,
            Subject::Contact("k-1".into()),
            Subject::Appointment("t-1".into()),
        ];
        assert_eq!(
            subjects.map(|subject| subject.key()),
            ["case", "contact", "appointment"]
        );
    }
}
