//! The controls of the form: which fact each one shows, under the name that the fact has in a
//! caseload file, and in which group it stands.

use crate::parts::control::Kind;
use crate::written::{Editable, offers};
use caseload::Customer;
use rules::facts::{Category, Channel, Profile, ProfileIWork, ProfileZReason, Status, Supervision};

/// A fact of a customer with its control.
pub struct Field {
    /// Name of the control: the path of the fact in a caseload file.
    pub path: &'static str,
    /// What the control is called.
    pub label: &'static str,
    /// What is typed into it.
    pub kind: Kind,
    /// The fact itself.
    pub of: fn(&mut Customer) -> &mut dyn Editable,
}

impl Field {
    /// What the control shows of a customer.
    pub fn text(&self, customer: &Customer) -> String {
        (self.of)(&mut customer.clone()).text()
    }
}

const UNKNOWN: Option<&str> = Some("unbekannt");
const ANSWER: Kind = Kind::Choice(offers::<bool>, UNKNOWN);

macro_rules! field {
    ($path:literal, $label:literal, $kind:expr, |$customer:ident| $fact:expr) => {
        Field {
            path: $path,
            label: $label,
            kind: $kind,
            of: |$customer| &mut $fact,
        }
    };
}

/// Who it is.
pub static PERSON: [Field; 4] = [
    field!("customer_number", "Kundennummer", Kind::Line, |c| c.number),
    field!("name", "Name", Kind::Line, |c| c.name),
    field!("birth_date", "Geburtsdatum", Kind::Day, |c| c
        .facts
        .birth_date),
    field!(
        "in_care_since",
        "Beginn des Leistungsbezugs",
        Kind::Day,
        |c| c.facts.in_care_since
    ),
];

/// What the group follows from.
pub static STANDING: [Field; 8] = [
    field!(
        "status",
        "Status",
        Kind::Choice(offers::<Status>, UNKNOWN),
        |c| c.facts.status
    ),
    field!(
        "profile",
        "Profillage",
        Kind::Choice(offers::<Profile>, UNKNOWN),
        |c| c.facts.profile
    ),
    field!(
        "category",
        "Kategorie",
        Kind::Choice(offers::<Category>, Some("keine")),
        |c| c.facts.category
    ),
    field!("k3_marker_set", "K3-Kennung gesetzt", ANSWER, |c| c
        .facts
        .k3_marker_set),
    field!(
        "supervision",
        "Hauptbetreuung",
        Kind::Choice(offers::<Supervision>, None),
        |c| c.facts.supervision
    ),
    field!(
        "integrated",
        "integriert",
        Kind::Choice(offers::<bool>, None),
        |c| c.facts.integrated
    ),
    field!(
        "progress_expected",
        "Integrationsfortschritt zu erwarten",
        ANSWER,
        |c| c.facts.progress_expected
    ),
    field!("digital_consent", "JC.digital", ANSWER, |c| c
        .facts
        .digital_consent),
];

/// Name of the control that says whether there is self-employment at all.
pub const SELF_EMPLOYED: &str = "self_employed";

/// Self-employment.
pub static SELF_EMPLOYMENT: [Field; 3] = [
    field!(
        "self_employed",
        "selbständig",
        Kind::Choice(offers::<bool>, None),
        |c| c.facts.self_employment
    ),
    field!(
        "self_employed/main_occupation",
        "im Hauptberuf",
        ANSWER,
        |c| c
            .facts
            .self_employment
            .get_or_insert_default()
            .main_occupation
    ),
    field!(
        "self_employed/exit_to_insured_job_is_goal",
        "Aufgabe zugunsten einer Beschäftigung das Ziel",
        ANSWER,
        |c| c
            .facts
            .self_employment
            .get_or_insert_default()
            .exit_to_insured_job_is_goal
    ),
];

/// What profile I rests on.
pub static PROFILE_I: [Field; 5] = [
    field!(
        "profile_i/possibilities_exhausted",
        "Möglichkeiten ausgeschöpft",
        ANSWER,
        |c| c
            .facts
            .profile_i
            .get_or_insert_default()
            .possibilities_exhausted
    ),
    field!(
        "profile_i/work",
        "Art der Arbeit",
        Kind::Choice(offers::<ProfileIWork>, UNKNOWN),
        |c| c.facts.profile_i.get_or_insert_default().work
    ),
    field!(
        "profile_i/still_in_need",
        "weiter hilfebedürftig",
        ANSWER,
        |c| c.facts.profile_i.get_or_insert_default().still_in_need
    ),
    field!(
        "profile_i/reason_documented",
        "Grund dokumentiert",
        ANSWER,
        |c| c.facts.profile_i.get_or_insert_default().reason_documented
    ),
    field!(
        "profile_i/potential_exists",
        "Potenzial vorhanden",
        ANSWER,
        |c| c.facts.profile_i.get_or_insert_default().potential_exists
    ),
];

/// What profile Z rests on.
pub static PROFILE_Z: [Field; 4] = [
    field!(
        "profile_z/reason",
        "Grund",
        Kind::Choice(offers::<ProfileZReason>, Some("keiner")),
        |c| c.facts.profile_z.get_or_insert_default().reason
    ),
    field!("profile_z/from", "ab", Kind::Day, |c| c
        .facts
        .profile_z
        .get_or_insert_default()
        .from),
    field!("profile_z/until", "bis", Kind::Day, |c| c
        .facts
        .profile_z
        .get_or_insert_default()
        .until),
    field!(
        "profile_z/child_born_on",
        "Geburtsdatum des Kindes",
        Kind::Day,
        |c| c.facts.profile_z.get_or_insert_default().child_born_on
    ),
];

/// The steps that the work with everybody starts with.
pub static FOUR_PHASES: [Field; 5] = [
    field!(
        "four_phases/potential_analysis",
        "Potenzialanalyse",
        ANSWER,
        |c| c.facts.four_phases.potential_analysis
    ),
    field!("four_phases/goal", "Ziel", ANSWER, |c| c
        .facts
        .four_phases
        .goal),
    field!("four_phases/strategy", "Strategie", ANSWER, |c| c
        .facts
        .four_phases
        .strategy),
    field!(
        "four_phases/cooperation_plan",
        "Kooperationsplan",
        ANSWER,
        |c| c.facts.four_phases.cooperation_plan
    ),
    field!(
        "four_phases/documented_with_task",
        "mit Aufgabe dokumentiert",
        ANSWER,
        |c| c.facts.four_phases.documented_with_task
    ),
];

/// What the rules do not ask for.
pub static BESIDES: [Field; 2] = [
    field!(
        "preferred_channel",
        "bevorzugte Kontaktart",
        Kind::Choice(offers::<Channel>, UNKNOWN),
        |c| c.preferred_channel
    ),
    field!("note", "Notiz", Kind::Lines, |c| c.note),
];

/// The end of the case.
pub static CLOSING: [Field; 2] = [
    field!("closed_on", "abgeschlossen am", Kind::Day, |c| c.closed_on),
    field!("closed_reason", "Grund des Abschlusses", Kind::Line, |c| c
        .closed_reason),
];

/// All fields, in the order of the form.
pub fn all() -> impl Iterator<Item = &'static Field> {
    let before = PERSON.iter().chain(&STANDING).chain(&SELF_EMPLOYMENT);
    let middle = before
        .chain(&PROFILE_I)
        .chain(&PROFILE_Z)
        .chain(&FOUR_PHASES);
    middle.chain(&BESIDES).chain(&CLOSING)
}
