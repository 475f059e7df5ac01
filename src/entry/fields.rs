//! The controls of the forms: which part of the [`Input`] each one shows, under the name that it has
//! in a caseload file.

use crate::parts::control::Kind;
use crate::written::{DELIVERIES, Editable, offers};
use caseload::appointing::AppointmentForm;
use caseload::recording::ContactForm;
use caseload::typed::Leaning;
use rules::Fact;
use rules::facts::{Canceller, Channel, ConsultationKind, NextInvitation};

/// Everything that can be typed. Each form asks for a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The contact.
    pub contact: ContactForm,
    /// The appointment, on its own or as what follows a contact.
    pub appointment: AppointmentForm,
    /// Whether the contact took place at the appointment that stands on its day.
    pub at_appointment: bool,
    /// Why by phone or video; only for the note.
    pub channel_reason: String,
    /// Why so long or so short; only for the note.
    pub length_reason: String,
    /// What was agreed; only for the note.
    pub agreements: String,
    /// Who cancelled the appointment.
    pub cancelled_by: Fact<Canceller>,
    /// The day of cancellation, as typed.
    pub cancelled_on: String,
}

/// A control.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What is typed into it.
    pub kind: Kind,
    /// Where a day is typed: in which direction it lies.
    pub day: Option<Leaning>,
    /// What it shows.
    pub of: fn(&mut Input) -> &mut dyn Editable,
}

macro_rules! field {
    ($name:literal, $label:literal, $kind:expr, |$input:ident| $part:expr) => {
        field!($name, $label, $kind, None, |$input| $part)
    };
    ($name:literal, $label:literal, $kind:expr, $day:expr, |$input:ident| $part:expr) => {
        Field {
            name: $name,
            label: $label,
            kind: $kind,
            day: $day,
            of: |$input| &mut $part,
        }
    };
}

const UNKNOWN: Option<&str> = Some("unbekannt");
const ANSWER: Kind = Kind::Choice(offers::<bool>, Some("–"));
const CHANNEL: Kind = Kind::Choice(offers::<Channel>, UNKNOWN);
const CONSULTATION: Kind = Kind::Choice(offers::<ConsultationKind>, UNKNOWN);
const BACK: Option<Leaning> = Some(Leaning::Back);
const AHEAD: Option<Leaning> = Some(Leaning::Ahead);

fn deliveries() -> Vec<(&'static str, &'static str)> {
    DELIVERIES.to_vec()
}

/// What kind of contact it was.
pub static CONTACT: [Field; 4] = [
    field!("channel", "Kontaktart", CHANNEL, |i| i
        .contact
        .chosen
        .channel),
    field!("kind", "Gespräch", CONSULTATION, |i| i.contact.chosen.kind),
    field!("date", "Tag", Kind::Line, BACK, |i| i.contact.date),
    field!("duration_minutes", "Dauer in Minuten", Kind::Line, |i| i
        .contact
        .duration_minutes),
];

/// Whether it took place at the appointment of its day.
pub static AT_APPOINTMENT: [Field; 1] = [field!(
    "at_appointment",
    "Zum Termin von diesem Tag",
    Kind::Choice(offers::<bool>, None),
    |i| i.at_appointment
)];

/// What makes a contact by phone count.
pub static PHONE: [Field; 5] = [
    field!(
        "phone_grounds/reason_documented",
        "Grund dokumentiert",
        ANSWER,
        |i| i.contact.chosen.phone_grounds.reason_documented
    ),
    field!(
        "phone_grounds/plan_sent",
        "Kooperationsplan zugesandt",
        ANSWER,
        |i| i.contact.chosen.phone_grounds.plan_sent
    ),
    field!(
        "phone_grounds/immediate_action",
        "sofortiges Handeln nötig",
        ANSWER,
        |i| i.contact.chosen.phone_grounds.immediate_action
    ),
    field!(
        "phone_grounds/other_channel_unsuitable",
        "Präsenz oder Video nicht möglich oder nicht angemessen",
        ANSWER,
        |i| i.contact.chosen.phone_grounds.other_channel_unsuitable
    ),
    field!(
        "channel_reason",
        "Grund für das Telefonat (für den Vermerk)",
        Kind::Line,
        |i| i.channel_reason
    ),
];

/// What comes with a contact.
pub static DUTIES: [Field; 5] = [
    field!(
        "plan_updated",
        "Kooperationsplan aktualisiert",
        ANSWER,
        |i| i.contact.chosen.plan_updated
    ),
    field!(
        "plan_delivery",
        "Kooperationsplan übermittelt",
        Kind::Choice(deliveries, Some("–")),
        |i| i.contact.chosen.plan_delivery
    ),
    field!(
        "next_invitation",
        "Nächste Einladung",
        Kind::Choice(offers::<NextInvitation>, Some("–")),
        |i| i.contact.chosen.next_invitation
    ),
    field!("documented_on", "dokumentiert am", Kind::Line, BACK, |i| i
        .contact
        .documented_on),
    field!(
        "next_contact_by",
        "nächster Kontakt vereinbart bis",
        Kind::Line,
        AHEAD,
        |i| i.contact.next_contact_by
    ),
];

/// What is asked after a length that is not usual.
pub static LENGTH: [Field; 2] = [
    field!(
        "duration_reason_documented",
        "Grund der Dauer dokumentiert",
        ANSWER,
        |i| i.contact.chosen.duration_reason_documented
    ),
    field!(
        "length_reason",
        "Grund der Dauer (für den Vermerk)",
        Kind::Line,
        |i| i.length_reason
    ),
];

/// What is asked in K3.
pub static REVIEW: [Field; 1] = [field!(
    "category_reviewed",
    "Kategorie K3 geprüft",
    ANSWER,
    |i| i.contact.chosen.category_reviewed
)];

/// What was said.
pub static TEXTS: [Field; 2] = [
    field!("topics", "Themen", Kind::Lines, |i| i.contact.topics),
    field!(
        "agreements",
        "Vereinbart (für den Vermerk)",
        Kind::Lines,
        |i| i.agreements
    ),
];

/// The appointment that follows a contact.
pub static FOLLOW_UP: [Field; 5] = [
    field!("follow_up/date", "Tag", Kind::Line, AHEAD, |i| i
        .appointment
        .date),
    field!("follow_up/start", "Beginn", Kind::Line, |i| i
        .appointment
        .start),
    field!(
        "follow_up/duration_minutes",
        "Dauer in Minuten",
        Kind::Line,
        |i| i.appointment.duration_minutes
    ),
    field!("follow_up/channel", "Kontaktart", CHANNEL, |i| i
        .appointment
        .chosen
        .channel),
    field!(
        "follow_up/legal_notice",
        "Rechtsfolgenbelehrung",
        ANSWER,
        |i| i.appointment.chosen.legal_notice
    ),
];

/// An appointment.
pub static APPOINTMENT: [Field; 8] = [
    field!("date", "Tag", Kind::Line, AHEAD, |i| i.appointment.date),
    field!("start", "Beginn", Kind::Line, |i| i.appointment.start),
    field!("end", "Ende", Kind::Line, |i| i.appointment.end),
    field!("duration_minutes", "Dauer in Minuten", Kind::Line, |i| i
        .appointment
        .duration_minutes),
    field!("channel", "Kontaktart", CHANNEL, |i| i
        .appointment
        .chosen
        .channel),
    field!("kind", "Gespräch", CONSULTATION, |i| i
        .appointment
        .chosen
        .kind),
    field!("legal_notice", "Rechtsfolgenbelehrung", ANSWER, |i| i
        .appointment
        .chosen
        .legal_notice),
    field!("recorded_on", "in ATV eingetragen am", Kind::Day, |i| i
        .appointment
        .chosen
        .recorded_on),
];

/// A cancellation.
pub static CANCELLATION: [Field; 2] = [
    field!(
        "cancelled_by",
        "abgesagt von",
        Kind::Choice(offers::<Canceller>, UNKNOWN),
        |i| i.cancelled_by
    ),
    field!("cancelled_on", "abgesagt am", Kind::Line, BACK, |i| i
        .cancelled_on),
];
