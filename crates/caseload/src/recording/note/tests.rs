use super::{NoteInput, note};
use crate::history::ContactEntry;
use chrono::{NaiveDate, NaiveTime};
use rules::Fact;
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Appointment, Channel, ConsultationKind, Contact, Delivery, NextInvitation, Origin,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn follow_up() -> ContactEntry {
    let mut contact = Contact::bare("k-1".into(), day("2026-11-20"), Origin::Entered);
    contact.kind = Fact::Known(ConsultationKind::FollowUp);
    ContactEntry {
        contact,
        topics: None,
    }
}

fn said(entry: &ContactEntry, typed: [&str; 3], follow_up: Option<&Appointment>) -> String {
    let edition = Edition::in_force(EditionId::CURRENT, day("2026-11-20"), &[]).unwrap();
    let [channel_reason, length_reason, agreements] = typed;
    let input = NoteInput {
        entry,
        channel_reason,
        length_reason,
        agreements,
        follow_up,
    };
    note(input, edition.parameters())
}

#[test]
fn the_note_says_what_the_form_knows() {
    let mut entry = follow_up();
    entry.topics = Some("Bewerbungen, Nachweise".to_owned());
    let contact = &mut entry.contact;
    contact.channel = Fact::Known(Channel::Phone);
    contact.duration_minutes = Fact::Known(50);
    contact.next_contact_by = Some(day("2027-01-20"));
    contact.phone_grounds.immediate_action = Fact::Known(true);
    contact.plan_updated = Fact::Known(true);
    contact.plan_delivery = Fact::Known([Delivery::Sent, Delivery::DigitalMailbox].into());
    contact.next_invitation = Fact::Known(NextInvitation::TaskAndPlanNote);
    contact.category_reviewed = Fact::Known(true);
    let date = day("2026-12-07");
    let mut next = Appointment::bare("t-1".into(), "c-1".into(), date, Origin::Entered);
    next.start = Fact::Known(NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    next.channel = Fact::Known(Channel::InPerson);
    next.legal_notice = Fact::Known(true);
    let typed = [
        " Frist läuft heute ab ",
        "",
        "drei Bewerbungen bis zum nächsten Termin",
    ];
    assert_eq!(
        said(&entry, typed, Some(&next)),
        "Beratung am 20.11.2026: Folgegespräch, telefonisch, 50 Minuten\n\
         Grund für das Telefonat: Frist läuft heute ab\n\
         Es musste sofort gehandelt werden.\n\
         Grund für die Dauer: [bitte ergänzen]\n\
         Themen: Bewerbungen, Nachweise\n\
         Kooperationsplan: überprüft und aktualisiert, zugesandt und im Postfach von JC.digital\n\
         Vereinbart: drei Bewerbungen bis zum nächsten Termin\n\
         Nächster Kontakt: vereinbart bis 20.01.2027\n\
         Nächster Termin: Mo 07.12.2026, 09:00 Uhr, persönlich, mit Rechtsfolgenbelehrung, \
         Einladung folgt, Aufgabe gesetzt und im Kooperationsplan vermerkt\n\
         Kategorie: geprüft"
    );
}

#[test]
fn the_note_leaves_out_what_nobody_said() {
    let nothing = ["", " ", ""];
    assert_eq!(
        said(&follow_up(), nothing, None),
        "Beratung am 20.11.2026: Folgegespräch"
    );
    let mut entry = follow_up();
    entry.contact.plan_updated = Fact::Known(false);
    entry.contact.next_invitation = Fact::Known(NextInvitation::None);
    entry.contact.category_reviewed = Fact::Known(false);
    entry.contact.phone_grounds.immediate_action = Fact::Known(true);
    assert_eq!(
        said(&entry, nothing, None),
        "Beratung am 20.11.2026: Folgegespräch\nKooperationsplan: nicht aktualisiert",
        "grounds for phoning say nothing about another channel"
    );
}

#[test]
fn the_reason_for_phoning_has_its_place() {
    let mut entry = follow_up();
    entry.contact.channel = Fact::Known(Channel::Phone);
    let text = said(&entry, ["", "", ""], None);
    assert!(
        text.ends_with("Grund für das Telefonat: [bitte ergänzen]"),
        "{text}"
    );
    entry.contact.channel = Fact::Known(Channel::Video);
    let text = said(&entry, ["", "", ""], None);
    assert!(text.ends_with("per Video"), "{text}");
    let text = said(&entry, ["auf Wunsch", "", ""], None);
    assert!(
        text.ends_with("Grund für das Videogespräch: auf Wunsch"),
        "{text}"
    );
}
