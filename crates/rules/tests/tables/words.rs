//! The words that a table may use where a fact has named values: those of the caseload file.

use rules::edition::U25Mode;
use rules::facts::{Category, Channel, Outcome, Profile, Status, Supervision};

pub const STATUS: [(&str, Status); 3] = [
    ("unemployed", Status::Unemployed),
    ("job_seeking", Status::JobSeeking),
    ("not_set", Status::NotSet),
];
pub const PROFILE: [(&str, Profile); 8] = [
    ("M", Profile::M),
    ("A", Profile::A),
    ("F", Profile::F),
    ("E", Profile::E),
    ("S", Profile::S),
    ("U", Profile::U),
    ("I", Profile::I),
    ("Z", Profile::Z),
];
pub const CATEGORY: [(&str, Category); 2] = [("K1", Category::K1), ("K3", Category::K3)];
pub const SUPERVISION: [(&str, Supervision); 3] = [
    ("regular", Supervision::Regular),
    ("case_management", Supervision::CaseManagement),
    ("employer_acquisition", Supervision::EmployerAcquisition),
];
pub const CHANNEL: [(&str, Channel); 5] = [
    ("in_person", Channel::InPerson),
    ("video", Channel::Video),
    ("phone", Channel::Phone),
    ("group", Channel::Group),
    ("written", Channel::Written),
];
pub const OUTCOME: [(&str, Outcome); 6] = [
    ("open", Outcome::Open),
    ("held", Outcome::Held),
    ("not_held", Outcome::NotHeld),
    ("cancelled", Outcome::Cancelled),
    ("no_show", Outcome::NoShow),
    ("voided", Outcome::Voided),
];
pub const U25_MODE: [(&str, U25Mode); 2] = [
    ("calendar_month", U25Mode::CalendarMonth),
    ("rolling", U25Mode::Rolling),
];

/// The value that `text` names.
pub fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    words
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| *value)
        .ok_or_else(|| format!("{text:?} is none of the words allowed here"))
}
