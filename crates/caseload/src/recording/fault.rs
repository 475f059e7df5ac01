//! What is wrong with a contact as it was typed, and at which field it is told.

use crate::typed::{NoDay, NoMinutes};
use chrono::NaiveDate;
use rules::wording::date;
use rules::{Rule, Severity};
use std::fmt;

/// A field of a contact that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ContactField {
    /// Its day.
    Date,
    /// Its length.
    DurationMinutes,
    /// The day of documentation.
    DocumentedOn,
    /// The day agreed for the next one.
    NextContactBy,
}

impl ContactField {
    /// The key of the field in the caseload file, and the name of its control.
    pub fn key(self) -> &'static str {
        match self {
            ContactField::Date => "date",
            ContactField::DurationMinutes => "duration_minutes",
            ContactField::DocumentedOn => "documented_on",
            ContactField::NextContactBy => "next_contact_by",
        }
    }
}

/// Something wrong, or worth a look, at one field. `Display` says so in German.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactFault {
    /// Where.
    pub field: ContactField,
    /// What.
    pub problem: ContactProblem,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactProblem {
    /// It is no day.
    NoDay(NoDay),
    /// It is no length.
    NoMinutes(NoMinutes),
    /// The contact has not taken place yet.
    LiesAhead {
        /// The day that was typed.
        day: NaiveDate,
    },
    /// The contact lies before the present period of benefit, so it is ignored.
    BeforeCare {
        /// First day of that period.
        since: NaiveDate,
    },
    /// It was documented before it took place.
    DocumentedBefore,
    /// It is documented on a day that has not come yet.
    DocumentedAhead,
    /// The next contact is not after this one.
    AgreedNotAfter,
    /// What was agreed changes nothing, because the standard asks for an earlier day.
    AgreedTooLate {
        /// The latest day by the standard.
        latest: NaiveDate,
    },
}

impl ContactFault {
    /// How grave it is. An error keeps the contact from being saved.
    pub fn severity(self) -> Severity {
        match self.problem {
            ContactProblem::NoDay(_)
            | ContactProblem::NoMinutes(_)
            | ContactProblem::LiesAhead { .. }
            | ContactProblem::DocumentedBefore
            | ContactProblem::DocumentedAhead
            | ContactProblem::AgreedNotAfter => Severity::Error,
            ContactProblem::BeforeCare { .. } => Severity::Warning,
            ContactProblem::AgreedTooLate { .. } => Severity::Info,
        }
    }

    /// The rule behind it, if there is one.
    pub fn rule(self) -> Option<Rule> {
        match self.problem {
            ContactProblem::NoDay(_) | ContactProblem::NoMinutes(_) => None,
            ContactProblem::LiesAhead { .. } => Some(Rule::B7),
            ContactProblem::BeforeCare { .. } => Some(Rule::B8),
            ContactProblem::DocumentedBefore | ContactProblem::DocumentedAhead => Some(Rule::C3),
            ContactProblem::AgreedNotAfter | ContactProblem::AgreedTooLate { .. } => Some(Rule::D9),
        }
    }
}

impl fmt::Display for ContactFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            ContactProblem::NoDay(no_day) => no_day.fmt(f),
            ContactProblem::NoMinutes(no_minutes) => no_minutes.fmt(f),
            ContactProblem::LiesAhead { day } => write!(
                f,
                "Der {} liegt in der Zukunft; erfasst wird, was stattgefunden hat. Bitte prüfen \
                 Sie den Tag, oder legen Sie einen Termin an.",
                date(day)
            ),
            ContactProblem::BeforeCare { since } => write!(
                f,
                "Der Leistungsbezug begann erst am {}. Der Kontakt wird gespeichert, bleibt aber \
                 außer Betracht; bitte prüfen Sie einen der beiden Tage.",
                date(since)
            ),
            ContactProblem::DocumentedBefore => f.write_str(
                "Die Dokumentation liegt vor dem Kontakt. Bitte berichtigen Sie einen der beiden \
                 Tage.",
            ),
            ContactProblem::DocumentedAhead => f.write_str(
                "Die Dokumentation liegt in der Zukunft. Ist sie noch zu erledigen, lassen Sie das \
                 Feld leer.",
            ),
            ContactProblem::AgreedNotAfter => f.write_str(
                "Der nächste Kontakt liegt nicht nach diesem. Bitte berichtigen Sie einen der \
                 beiden Tage.",
            ),
            ContactProblem::AgreedTooLate { latest } => write!(
                f,
                "Vereinbart ist ein späterer Tag, als der Mindeststandard zulässt; es bleibt bei \
                 spätestens {}.",
                date(latest)
            ),
        }
    }
}
