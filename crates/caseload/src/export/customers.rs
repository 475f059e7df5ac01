//! Customers as a table: the due list, or everything a caseworker looks for in a list.
//!
//! The headings are those that the import of lists knows, so a list that went out can come in again
//! and changes nothing. What the rules made of the facts stands in columns whose headings mean
//! nothing to the import.

use super::sheet::{Cell, Sheet, SheetColumn};
use crate::import::contact_id;
use crate::overview::{Entry, Overview};
use crate::record::{Caseload, Customer};
use chrono::NaiveDate;
use rules::facts::Contact;
use rules::wording::{
    category_label, channel_label, group_label, profile_label, state_label, status_label,
    supervision_label,
};
use rules::{Due, Fact};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The customer number.
    Number,
    /// First and last name.
    Name,
    /// Group.
    Group,
    /// State.
    State,
    /// Latest day.
    Latest,
    /// Latest appointment day.
    LatestAppointment,
    /// Last day to record that appointment.
    RecordBy,
    /// Day of the next open appointment.
    NextAppointment,
    /// Day of the last contact of any kind, not after today.
    LastContact,
    /// Its channel.
    ContactChannel,
    /// Day of the last contact that counts.
    LastQualified,
    /// Category as recorded.
    Category,
    /// Employment status.
    Status,
    /// Profile.
    Profile,
    /// Date of birth.
    BirthDate,
    /// Begin of the period of benefit.
    InCareSince,
    /// Who has the main supervision.
    Supervision,
    /// Consent to the digital channel.
    DigitalConsent,
    /// The note.
    Note,
}

impl Column {
    /// Every column, in the order in which they are written.
    pub const ALL: [Column; 19] = [
        Column::Number,
        Column::Name,
        Column::Group,
        Column::State,
        Column::Latest,
        Column::LatestAppointment,
        Column::RecordBy,
        Column::NextAppointment,
        Column::LastContact,
        Column::ContactChannel,
        Column::LastQualified,
        Column::Category,
        Column::Status,
        Column::Profile,
        Column::BirthDate,
        Column::InCareSince,
        Column::Supervision,
        Column::DigitalConsent,
        Column::Note,
    ];

    /// What stands above it, and how wide it is.
    fn head(self) -> SheetColumn {
        let (heading, width) = match self {
            Column::Number => ("Kundennummer", 14),
            Column::Name => ("Name", 26),
            Column::Group => ("Gruppe", 13),
            Column::State => ("Stand", 17),
            Column::Latest => ("spätestens", 12),
            Column::LatestAppointment => ("letzter Termintag", 17),
            Column::RecordBy => ("eintragen bis", 14),
            Column::NextAppointment => ("Nächster Termin", 16),
            Column::LastContact => ("Letzter Kontakt", 16),
            Column::ContactChannel => ("Kontaktart", 16),
            Column::LastQualified => ("Letzter Kontakt, der zählt", 25),
            Column::Category => ("Kategorie", 10),
            Column::Status => ("Status", 15),
            Column::Profile => ("Profillage", 10),
            Column::BirthDate => ("Geburtsdatum", 13),
            Column::InCareSince => ("Kunde seit", 12),
            Column::Supervision => ("Hauptbetreuung", 20),
            Column::DigitalConsent => ("JC.digital", 10),
            Column::Note => ("Notiz", 40),
        };
        SheetColumn { heading, width }
    }

    fn cell(self, customer: &Customer, due: &Due, today: NaiveDate) -> Cell {
        let facts = &customer.facts;
        match self {
            Column::Number => Some(customer.number.as_str()).into(),
            Column::Name => customer.name.as_deref().into(),
            Column::Group => Some(group_label(due.group)).into(),
            Column::State => Some(state_label(due.state)).into(),
            Column::Latest => due.window.map(|window| window.latest).into(),
            Column::LatestAppointment => due.window.map(|window| window.latest_appointment).into(),
            Column::RecordBy => due.window.map(|window| window.record_by).into(),
            Column::NextAppointment => due
                .appointment
                .and_then(|place| customer.appointments.get(place))
                .map(|appointment| appointment.date)
                .into(),
            Column::LastContact => last_contact(customer, today)
                .map(|contact| contact.date)
                .into(),
            Column::ContactChannel => last_contact(customer, today)
                .and_then(|contact| contact.channel.known())
                .map(channel_label)
                .into(),
            Column::LastQualified => due.last_qualified.map(|last| last.date).into(),
            Column::Category => facts.category.map(category_label).into(),
            Column::Status => facts.status.known().map(status_label).into(),
            Column::Profile => facts.profile.known().map(profile_label).into(),
            Column::BirthDate => facts.birth_date.known().into(),
            Column::InCareSince => facts.in_care_since.known().into(),
            Column::Supervision => Some(supervision_label(facts.supervision)).into(),
            Column::DigitalConsent => match facts.digital_consent {
                Fact::Known(true) => Some("ja"),
                Fact::Known(false) => Some("nein"),
                Fact::Unknown => None,
            }
            .into(),
            Column::Note => customer.note.as_deref().into(),
        }
    }
}

/// The table of these customers, in this order.
pub fn sheet(
    caseload: &Caseload,
    overview: &Overview,
    entries: &[&Entry],
    columns: &[Column],
) -> Sheet {
    let today = overview.setting.today;
    let customers = entries.iter().filter_map(|entry| {
        let customer = caseload.customers.get(entry.customer)?;
        Some((customer, &entry.due))
    });
    let rows = customers.map(|(customer, due)| {
        let cells = columns.iter();
        cells
            .map(|column| column.cell(customer, due, today))
            .collect()
    });
    Sheet {
        name: "Bestand",
        columns: columns.iter().map(|column| column.head()).collect(),
        rows: rows.collect(),
    }
}

/// The latest contact up to `today`. Of several on one day the one from a list, which is what a list
/// is compared with, else the one that counts as the later.
fn last_contact(customer: &Customer, today: NaiveDate) -> Option<&Contact> {
    let number = customer.number.as_str();
    let contacts = customer.contacts.iter();
    contacts
        .filter(|contact| contact.date <= today)
        .max_by_key(|contact| {
            let is_of_list = contact.id.as_str() == contact_id(number, contact.date);
            (contact.date, is_of_list, &contact.id)
        })
}
