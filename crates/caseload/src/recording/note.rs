//! The consultation note, ready to paste into VerBIS.
//!
//! It says what the form knows and nothing else: a fact that nobody recorded has no line. Two
//! reasons have to stand in it by the rules; where they are not typed yet, the place is marked.

use crate::history::ContactEntry;
use crate::transfers::appointment_words;
use rules::edition::Parameters;
use rules::facts::{Appointment, Channel, Contact, NextInvitation, PhoneGrounds};
use rules::wording::{channel_label, date, delivery_label, enumeration, kind_label};
use rules::{Fact, usual_length_missed};

/// Marks a place that somebody has to fill in.
const TO_FILL_IN: &str = "[bitte ergänzen]";

/// What goes into a note.
#[derive(Debug, Clone, Copy)]
pub struct NoteInput<'n> {
    /// The contact with its topics.
    pub entry: &'n ContactEntry,
    /// Why it took place by phone or video, as typed; not kept in the caseload.
    pub channel_reason: &'n str,
    /// Why it took longer or shorter than usual, as typed; not kept in the caseload.
    pub length_reason: &'n str,
    /// What was agreed, as typed; not kept in the caseload.
    pub agreements: &'n str,
    /// The appointment that was made with it.
    pub follow_up: Option<&'n Appointment>,
}

/// The note, one statement a line.
pub fn note(input: NoteInput<'_>, parameters: &Parameters) -> String {
    let contact = &input.entry.contact;
    let mut lines = vec![heading(contact)];
    lines.extend(channel_reason(contact, input.channel_reason));
    lines.extend(grounds(contact));
    lines.extend(length_reason(contact, input.length_reason, parameters));
    let topics = input.entry.topics.as_deref().unwrap_or_default();
    lines.extend(typed("Themen", topics));
    lines.extend(plan(contact));
    lines.extend(typed("Vereinbart", input.agreements));
    lines.extend(next_contact(contact));
    lines.extend(next_appointment(contact, input.follow_up));
    lines.extend(category(contact));
    lines.join("\n")
}

/// "Beratung am 22.11.2026: Folgegespräch, telefonisch, 45 Minuten".
fn heading(contact: &Contact) -> String {
    let mut parts = Vec::new();
    if let Fact::Known(kind) = contact.kind {
        parts.push(kind_label(kind).to_owned());
    }
    if let Fact::Known(channel) = contact.channel {
        parts.push(channel_label(channel).to_owned());
    }
    if let Fact::Known(minutes) = contact.duration_minutes {
        parts.push(format!("{minutes} Minuten"));
    }
    let mut line = format!("Beratung am {}", date(contact.date));
    if !parts.is_empty() {
        line.push_str(": ");
        line.push_str(&parts.join(", "));
    }
    line
}

/// By phone the reason is part of the note (B3).
fn channel_reason(contact: &Contact, reason: &str) -> Option<String> {
    match contact.channel {
        Fact::Known(Channel::Phone) => Some(needed("Grund für das Telefonat", reason)),
        Fact::Known(Channel::Video) => typed("Grund für das Videogespräch", reason),
        Fact::Known(Channel::InPerson | Channel::Group | Channel::Written) | Fact::Unknown => None,
    }
}

/// Why it could not wait, or no other channel would do (B3).
fn grounds(contact: &Contact) -> Option<String> {
    let PhoneGrounds {
        immediate_action,
        other_channel_unsuitable,
        ..
    } = contact.phone_grounds;
    let grounds: Vec<String> = [
        (immediate_action, "Es musste sofort gehandelt werden."),
        (
            other_channel_unsuitable,
            "Ein Gespräch in Präsenz oder per Video war nicht möglich oder nicht angemessen.",
        ),
    ]
    .into_iter()
    .filter(|(ground, _)| *ground == Fact::Known(true))
    .map(|(_, text)| text.to_owned())
    .collect();
    let by_phone = contact.channel == Fact::Known(Channel::Phone);
    (by_phone && !grounds.is_empty()).then(|| grounds.join(" "))
}

/// An unusual length has its reason in the note (C4).
fn length_reason(contact: &Contact, reason: &str, parameters: &Parameters) -> Option<String> {
    usual_length_missed(contact, parameters)?;
    Some(needed("Grund für die Dauer", reason))
}

/// "Kooperationsplan: überprüft und aktualisiert, ausgehändigt".
fn plan(contact: &Contact) -> Option<String> {
    let reviewed = match contact.plan_updated {
        Fact::Known(true) => "überprüft und aktualisiert",
        Fact::Known(false) => return Some("Kooperationsplan: nicht aktualisiert".to_owned()),
        Fact::Unknown => return None,
    };
    let ways: Vec<String> = match &contact.plan_delivery {
        Fact::Known(ways) => ways
            .iter()
            .map(|way| delivery_label(*way).to_owned())
            .collect(),
        Fact::Unknown => Vec::new(),
    };
    let mut line = format!("Kooperationsplan: {reviewed}");
    if !ways.is_empty() {
        line.push_str(", ");
        line.push_str(&enumeration(ways, "und"));
    }
    Some(line)
}

fn next_contact(contact: &Contact) -> Option<String> {
    let by = date(contact.next_contact_by?);
    Some(format!("Nächster Kontakt: vereinbart bis {by}"))
}

/// The appointment if there is one, and how the invitation comes.
fn next_appointment(contact: &Contact, follow_up: Option<&Appointment>) -> Option<String> {
    let invitation = match contact.next_invitation {
        Fact::Known(NextInvitation::HandedOver) => Some("Einladung ausgehändigt"),
        Fact::Known(NextInvitation::TaskAndPlanNote) => {
            Some("Einladung folgt, Aufgabe gesetzt und im Kooperationsplan vermerkt")
        }
        Fact::Known(NextInvitation::None) | Fact::Unknown => None,
    };
    let mut parts: Vec<String> = follow_up.map(appointment_words).into_iter().collect();
    if follow_up.is_some_and(|next| next.legal_notice == Fact::Known(true)) {
        parts.push("mit Rechtsfolgenbelehrung".to_owned());
    }
    parts.extend(invitation.map(str::to_owned));
    typed("Nächster Termin", &parts.join(", "))
}

fn category(contact: &Contact) -> Option<String> {
    let reviewed = contact.category_reviewed == Fact::Known(true);
    reviewed.then(|| "Kategorie: geprüft".to_owned())
}

/// A line of what was typed; none if nothing was.
fn typed(label: &str, text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| format!("{label}: {text}"))
}

/// A line that the note has to have.
fn needed(label: &str, text: &str) -> String {
    typed(label, text).unwrap_or_else(|| format!("{label}: {TO_FILL_IN}"))
}

#[cfg(test)]
mod tests;
