//! The words that a table may use where a fact has named values: those of the caseload file.

use chrono::Weekday;
use rules::edition::U25Mode;
use rules::facts::{
    Canceller, Category, Channel, ConsultationKind, Delivery, NextInvitation, Origin, Outcome,
    Profile, ProfileIWork, ProfileZReason, Status, Supervision,
};

pub const STATUS: &[(&str, Status)] = &[
    ("unemployed", Status::Unemployed),
    ("job_seeking", Status::JobSeeking),
    ("not_set", Status::NotSet),
];
pub const PROFILE: &[(&str, Profile)] = &[
    ("M", Profile::M),
    ("A", Profile::A),
    ("F", Profile::F),
    ("E", Profile::E),
    ("S", Profile::S),
    ("U", Profile::U),
    ("I", Profile::I),
    ("Z", Profile::Z),
];
pub const PROFILE_I_WORK: &[(&str, ProfileIWork)] = &[
    ("full_time_insured", ProfileIWork::FullTimeInsured),
    ("self_employed", ProfileIWork::SelfEmployed),
    ("other", ProfileIWork::Other),
];
pub const PROFILE_Z_REASON: &[(&str, ProfileZReason)] = &[
    ("child_under_3", ProfileZReason::ChildUnder3),
    ("care", ProfileZReason::Care),
    ("reduced_capacity", ProfileZReason::ReducedCapacity),
    ("compulsory_school", ProfileZReason::CompulsorySchool),
    ("full_time_degree", ProfileZReason::FullTimeDegree),
    ("dual_training", ProfileZReason::DualTraining),
    ("training_aid", ProfileZReason::TrainingAid),
];
pub const CATEGORY: &[(&str, Category)] = &[("K1", Category::K1), ("K3", Category::K3)];
pub const SUPERVISION: &[(&str, Supervision)] = &[
    ("regular", Supervision::Regular),
    ("case_management", Supervision::CaseManagement),
    ("employer_acquisition", Supervision::EmployerAcquisition),
];
pub const CHANNEL: &[(&str, Channel)] = &[
    ("in_person", Channel::InPerson),
    ("video", Channel::Video),
    ("phone", Channel::Phone),
    ("group", Channel::Group),
    ("written", Channel::Written),
];
pub const KIND: &[(&str, ConsultationKind)] = &[
    ("first", ConsultationKind::First),
    ("follow_up", ConsultationKind::FollowUp),
];
pub const DELIVERY: &[(&str, Delivery)] = &[
    ("handed_over", Delivery::HandedOver),
    ("sent", Delivery::Sent),
    ("digital_mailbox", Delivery::DigitalMailbox),
];
pub const NEXT_INVITATION: &[(&str, NextInvitation)] = &[
    ("handed_over", NextInvitation::HandedOver),
    ("task_and_plan_note", NextInvitation::TaskAndPlanNote),
    ("none", NextInvitation::None),
];
pub const ORIGIN: &[(&str, Origin)] = &[("entered", Origin::Entered), ("list", Origin::List)];
pub const OUTCOME: &[(&str, Outcome)] = &[
    ("open", Outcome::Open),
    ("held", Outcome::Held),
    ("not_held", Outcome::NotHeld),
    ("cancelled", Outcome::Cancelled),
    ("no_show", Outcome::NoShow),
    ("voided", Outcome::Voided),
];
pub const CANCELLER: &[(&str, Canceller)] = &[
    ("customer", Canceller::Customer),
    ("office", Canceller::Office),
];
pub const U25_MODE: &[(&str, U25Mode)] = &[
    ("calendar_month", U25Mode::CalendarMonth),
    ("rolling", U25Mode::Rolling),
];
pub const WEEKDAY: &[(&str, Weekday)] = &[
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// The value that `text` names.
pub fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    words
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| *value)
        .ok_or_else(|| format!("{text:?} is none of the words allowed here"))
}
