//! One thing that a row changes about a customer.

use crate::record::Customer;
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{
    Appointment, AppointmentId, Category, Channel, Contact, ContactId, Profile, Status, Supervision,
};
use rules::wording::{
    category_label, channel_label, date, profile_label, status_label, supervision_label,
};

/// A change as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What changes, in German.
    pub what: &'static str,
    /// What was recorded.
    pub old: String,
    /// What will be.
    pub new: String,
}

/// A change as the program carries it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
    Name(String),
    BirthDate(NaiveDate),
    InCareSince(NaiveDate),
    Status(Status),
    Profile(Profile),
    Category(Option<Category>),
    K3Marker(bool),
    Supervision(Supervision),
    DigitalConsent(bool),
    Note(String),
    AddContact(Contact),
    ContactChannel(ContactId, Channel),
    AddAppointment(Appointment),
    RemoveAppointment(AppointmentId),
}

const UNKNOWN: &str = "unbekannt";
const NOTHING: &str = "–";

impl Edit {
    /// What the edit changes about a customer; `None` if everything is so already.
    pub(super) fn change(&self, customer: &Customer) -> Option<Change> {
        let facts = &customer.facts;
        let (what, old, new) = match self {
            Edit::Name(name) => (
                "Name",
                customer.name.clone().unwrap_or_else(|| UNKNOWN.to_owned()),
                name.clone(),
            ),
            Edit::BirthDate(day) => ("Geburtsdatum", day_text(facts.birth_date), date(*day)),
            Edit::InCareSince(day) => ("Kunde seit", day_text(facts.in_care_since), date(*day)),
            Edit::Status(status) => (
                "Status",
                known(facts.status, status_label),
                status_label(*status).to_owned(),
            ),
            Edit::Profile(profile) => (
                "Profillage",
                known(facts.profile, profile_label),
                profile_label(*profile).to_owned(),
            ),
            Edit::Category(category) => (
                "Kategorie",
                category_text(facts.category),
                category_text(*category),
            ),
            Edit::K3Marker(set) => (
                "K3-Kennung gesetzt",
                known(facts.k3_marker_set, yes_no),
                yes_no(*set).to_owned(),
            ),
            Edit::Supervision(supervision) => (
                "Hauptbetreuung",
                supervision_label(facts.supervision).to_owned(),
                supervision_label(*supervision).to_owned(),
            ),
            Edit::DigitalConsent(consent) => (
                "JC.digital",
                known(facts.digital_consent, yes_no),
                yes_no(*consent).to_owned(),
            ),
            Edit::Note(note) => (
                "Notiz",
                customer.note.clone().unwrap_or_else(|| NOTHING.to_owned()),
                note.clone(),
            ),
            Edit::AddContact(contact) => ("Kontakt", NOTHING.to_owned(), contact_text(contact)),
            Edit::ContactChannel(id, channel) => {
                let contact = customer.contacts.iter().find(|contact| contact.id == *id)?;
                (
                    "Kontaktart",
                    contact_text(contact),
                    format!("{}, {}", date(contact.date), channel_label(*channel)),
                )
            }
            Edit::AddAppointment(appointment) => {
                ("Termin", NOTHING.to_owned(), date(appointment.date))
            }
            Edit::RemoveAppointment(id) => {
                let appointment = customer
                    .appointments
                    .iter()
                    .find(|appointment| appointment.id == *id)?;
                (
                    "Termin",
                    date(appointment.date),
                    "entfällt (aus einer früheren Liste)".to_owned(),
                )
            }
        };
        (old != new).then_some(Change { what, old, new })
    }

    /// Carries the edit out.
    pub(super) fn apply(&self, customer: &mut Customer) {
        let facts = &mut customer.facts;
        match self {
            Edit::Name(name) => customer.name = Some(name.clone()),
            Edit::BirthDate(day) => facts.birth_date = Fact::Known(*day),
            Edit::InCareSince(day) => facts.in_care_since = Fact::Known(*day),
            Edit::Status(status) => facts.status = Fact::Known(*status),
            Edit::Profile(profile) => facts.profile = Fact::Known(*profile),
            Edit::Category(category) => facts.category = *category,
            Edit::K3Marker(set) => facts.k3_marker_set = Fact::Known(*set),
            Edit::Supervision(supervision) => facts.supervision = *supervision,
            Edit::DigitalConsent(consent) => facts.digital_consent = Fact::Known(*consent),
            Edit::Note(note) => customer.note = Some(note.clone()),
            Edit::AddContact(contact) => customer.contacts.push(contact.clone()),
            Edit::ContactChannel(id, channel) => {
                let contact = customer
                    .contacts
                    .iter_mut()
                    .find(|contact| contact.id == *id);
                if let Some(contact) = contact {
                    contact.channel = Fact::Known(*channel);
                }
            }
            Edit::AddAppointment(appointment) => customer.appointments.push(appointment.clone()),
            Edit::RemoveAppointment(id) => customer
                .appointments
                .retain(|appointment| appointment.id != *id),
        }
    }
}

fn known<T>(fact: Fact<T>, label: impl FnOnce(T) -> &'static str) -> String {
    fact.known().map_or(UNKNOWN, label).to_owned()
}

fn day_text(day: Fact<NaiveDate>) -> String {
    day.known().map_or_else(|| UNKNOWN.to_owned(), date)
}

fn category_text(category: Option<Category>) -> String {
    category.map_or("keine", category_label).to_owned()
}

fn contact_text(contact: &Contact) -> String {
    let channel = known(contact.channel, channel_label);
    format!("{}, {channel}", date(contact.date))
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "ja" } else { "nein" }
}
