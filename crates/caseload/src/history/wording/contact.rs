//! What differs between two records of one contact.

use super::line::{Line, Lines};
use super::value::Minutes;
use crate::history::change::ContactEntry;
use rules::Fact;
use rules::facts::{Contact, PhoneGrounds};
use rules::wording::{channel_label, date};

/// "Kontakt vom 14.09.2026 (telefonisch)".
pub(crate) fn contact_name(entry: &ContactEntry) -> String {
    let day = date(entry.contact.date);
    match entry.contact.channel {
        Fact::Known(channel) => format!("Kontakt vom {day} ({})", channel_label(channel)),
        Fact::Unknown => format!("Kontakt vom {day} (Kontaktart unbekannt)"),
    }
}

/// What differs. Empty only if nothing does.
pub(crate) fn contact_lines(before: &ContactEntry, after: &ContactEntry) -> Vec<Line> {
    let ContactEntry { contact, topics } = after;
    let Contact {
        id: _,
        date: day,
        channel,
        kind,
        duration_minutes,
        duration_reason_documented,
        documented_on,
        plan_updated,
        plan_delivery,
        phone_grounds,
        category_reviewed,
        next_invitation,
        next_contact_by,
        origin,
    } = contact;
    let old = &before.contact;
    let mut lines = Lines::about(format!("Kontakt vom {}", date(old.date)));
    lines.value("Tag", &old.date, day);
    lines.value("Kontaktart", &old.channel, channel);
    lines.value("Art des Gesprächs", &old.kind, kind);
    lines.value(
        "Dauer",
        &old.duration_minutes.map(Minutes),
        &duration_minutes.map(Minutes),
    );
    lines.value(
        "Grund der Dauer dokumentiert",
        &old.duration_reason_documented,
        duration_reason_documented,
    );
    lines.optional(
        "dokumentiert am",
        &old.documented_on,
        documented_on,
        "noch nicht",
    );
    lines.value(
        "Kooperationsplan aktualisiert",
        &old.plan_updated,
        plan_updated,
    );
    lines.value("Kooperationsplan", &old.plan_delivery, plan_delivery);
    let PhoneGrounds {
        reason_documented,
        plan_sent,
        immediate_action,
        other_channel_unsuitable,
    } = phone_grounds;
    let grounds = &old.phone_grounds;
    lines.value(
        "Grund für das Telefonat dokumentiert",
        &grounds.reason_documented,
        reason_documented,
    );
    lines.value("Kooperationsplan zugesandt", &grounds.plan_sent, plan_sent);
    lines.value(
        "sofortiges Handeln nötig",
        &grounds.immediate_action,
        immediate_action,
    );
    lines.value(
        "Präsenz und Video unmöglich oder unpassend",
        &grounds.other_channel_unsuitable,
        other_channel_unsuitable,
    );
    lines.value(
        "Kategorie geprüft",
        &old.category_reviewed,
        category_reviewed,
    );
    lines.value("nächste Einladung", &old.next_invitation, next_invitation);
    lines.optional(
        "nächster Kontakt bis",
        &old.next_contact_by,
        next_contact_by,
        "nicht vereinbart",
    );
    lines.value("Herkunft", &old.origin, origin);
    lines.long("Themen", &before.topics, topics);
    lines.done()
}
