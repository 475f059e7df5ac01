//! A customer, as far as the policy asks.

use crate::Fact;
use chrono::NaiveDate;

/// The facts of one customer.
///
/// Three of them have an ordinary case that holds until somebody states the exception, so they are
/// not three-valued: `supervision` (regular), `self_employment` (`None`: not self-employed) and
/// `integrated` (`false`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Case {
    /// Date of birth.
    pub birth_date: Fact<NaiveDate>,
    /// First day of the present period of benefit, inclusive.
    pub in_care_since: Fact<NaiveDate>,
    /// Employment status.
    pub status: Fact<Status>,
    /// Whether the customer has been integrated into work.
    pub integrated: bool,
    /// Profile (Profillage).
    pub profile: Fact<Profile>,
    /// Category recorded by hand. Recorded or not: "not recorded" is itself the fact here.
    pub category: Option<Category>,
    /// Whether the K3 marker is set in the system of record.
    pub k3_marker_set: Fact<bool>,
    /// Who has the main supervision.
    pub supervision: Supervision,
    /// Whether progress towards work is expected within the horizon of rule A7.
    pub progress_expected: Fact<bool>,
    /// Self-employment; `None` means not self-employed.
    pub self_employment: Option<SelfEmployment>,
    /// Facts about profile I, once somebody recorded any.
    pub profile_i: Option<ProfileI>,
    /// Facts about profile Z, once somebody recorded any.
    pub profile_z: Option<ProfileZ>,
    /// Consent to the digital channel of the office.
    pub digital_consent: Fact<bool>,
    /// The five steps that every customer's work starts with.
    pub four_phases: FourPhases,
}

/// Employment status as the system of record knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Arbeitslos.
    Unemployed,
    /// Arbeitsuchend.
    JobSeeking,
    /// Nicht gesetzt.
    NotSet,
}

/// Profile (Profillage).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Profile {
    /// Marktprofil.
    M,
    /// Aktivierungsprofil.
    A,
    /// Förderprofil.
    F,
    /// Entwicklungsprofil.
    E,
    /// Stabilisierungsprofil.
    S,
    /// Unterstützungsprofil.
    U,
    /// Integrated but still in need.
    I,
    /// Exempt from the duty to work for a listed reason.
    Z,
}

/// Category recorded by the caseworker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Kategorie 1.
    K1,
    /// Kategorie 3.
    K3,
}

/// Who has the main supervision of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Supervision {
    /// The caseworker; the ordinary case.
    #[default]
    Regular,
    /// Fallmanagement.
    CaseManagement,
    /// Betriebsakquisiteur.
    EmployerAcquisition,
}

/// Self-employment of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SelfEmployment {
    /// Whether it is the main occupation.
    pub main_occupation: Fact<bool>,
    /// Whether giving it up for an insured job is the aim.
    pub exit_to_insured_job_is_goal: Fact<bool>,
}

/// Kind of work of a customer with profile I.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProfileIWork {
    /// Full-time and subject to social insurance.
    FullTimeInsured,
    /// Self-employed.
    SelfEmployed,
    /// Anything else.
    Other,
}

/// What profile I rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProfileI {
    /// Whether the customer works as much as personally possible.
    pub possibilities_exhausted: Fact<bool>,
    /// Kind of work.
    pub work: Fact<ProfileIWork>,
    /// Whether the customer still needs benefits.
    pub still_in_need: Fact<bool>,
    /// Whether the reason is documented.
    pub reason_documented: Fact<bool>,
    /// Whether there is potential to end the need.
    pub potential_exists: Fact<bool>,
}

/// A reason for profile Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProfileZReason {
    /// Raising a child under three.
    ChildUnder3,
    /// Caring for a relative.
    Care,
    /// Full reduction of earning capacity for a limited time.
    ReducedCapacity,
    /// Compulsory full-time schooling.
    CompulsorySchool,
    /// Full-time recognised general or vocational degree.
    FullTimeDegree,
    /// Full-time dual training.
    DualTraining,
    /// Training aid (BAB, AbG, BAföG).
    TrainingAid,
}

/// What profile Z rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProfileZ {
    /// First day of the reason, inclusive.
    pub from: Fact<NaiveDate>,
    /// The reason; `None` means none is recorded.
    pub reason: Option<ProfileZReason>,
    /// Birth date of the child, for [`ProfileZReason::ChildUnder3`].
    pub child_born_on: Fact<NaiveDate>,
    /// Last day of the reason, inclusive.
    pub until: Fact<NaiveDate>,
}

/// The steps that the work with every customer starts with (heading: Zielsetzung).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FourPhases {
    /// Strengths and weaknesses were looked at.
    pub potential_analysis: Fact<bool>,
    /// A goal was set together.
    pub goal: Fact<bool>,
    /// A strategy was agreed.
    pub strategy: Fact<bool>,
    /// A cooperation plan was concluded.
    pub cooperation_plan: Fact<bool>,
    /// It was documented, with a task for follow-up.
    pub documented_with_task: Fact<bool>,
}
