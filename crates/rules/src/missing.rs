//! Which unknown facts a result hangs on, as paths that lead to the field to fill in.

use crate::facts::ContactId;
use crate::ordering::sort_by_key;
use std::fmt;

/// A fact of a case that a result can hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CaseFact {
    /// Date of birth.
    BirthDate,
    /// Begin of the present period of benefit.
    InCareSince,
    /// Profile.
    Profile,
    /// Whether progress is expected.
    ProgressExpected,
    /// Whether giving up self-employment is the aim.
    ExitToInsuredJob,
    /// Whether self-employment is the main occupation.
    MainOccupation,
    /// Employment status.
    Status,
}

impl CaseFact {
    /// The path of the fact in the caseload file, relative to the case.
    pub fn path(self) -> &'static str {
        match self {
            CaseFact::BirthDate => "birth_date",
            CaseFact::InCareSince => "in_care_since",
            CaseFact::Profile => "profile",
            CaseFact::ProgressExpected => "progress_expected",
            CaseFact::ExitToInsuredJob => "self_employed/exit_to_insured_job_is_goal",
            CaseFact::MainOccupation => "self_employed/main_occupation",
            CaseFact::Status => "status",
        }
    }
}

/// A fact of a contact that a result can hang on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ContactFact {
    /// Channel.
    Channel,
    /// Immediate action was needed.
    ImmediateAction,
    /// In person or video was no option.
    OtherChannelUnsuitable,
    /// The plan was sent.
    PlanSent,
    /// The reason for phoning is documented.
    ReasonDocumented,
}

impl ContactFact {
    /// The path of the fact in the caseload file, relative to the contact.
    pub fn path(self) -> &'static str {
        match self {
            ContactFact::Channel => "channel",
            ContactFact::ImmediateAction => "phone_grounds/immediate_action",
            ContactFact::OtherChannelUnsuitable => "phone_grounds/other_channel_unsuitable",
            ContactFact::PlanSent => "phone_grounds/plan_sent",
            ContactFact::ReasonDocumented => "phone_grounds/reason_documented",
        }
    }
}

/// An unknown fact that decides a result.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MissingFact {
    /// A fact of the case itself.
    Case(CaseFact),
    /// A fact of one of its contacts.
    Contact(ContactId, ContactFact),
}

impl fmt::Display for MissingFact {
    /// Writes the path relative to the case, as `missing` lists it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MissingFact::Case(fact) => f.write_str(fact.path()),
            MissingFact::Contact(contact, fact) => {
                write!(f, "contacts/{contact}/{}", fact.path())
            }
        }
    }
}

/// Puts missing facts into the order of their paths, each once.
pub(crate) fn sort_by_path(missing: &mut Vec<MissingFact>) {
    sort_by_key(missing, MissingFact::to_string);
    missing.dedup();
}
