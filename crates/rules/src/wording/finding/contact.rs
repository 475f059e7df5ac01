//! Contacts that do not count, and what came or did not come with a contact (section C, B4, B7).

use super::FindingText;
use crate::edition::Count;
use crate::facts::{Contact, Delivery};
use crate::wording::date;
use crate::wording::enumeration::enumeration;
use crate::wording::{channel_label, delivery_label};
use crate::{ContactProblem, Fact, Subject, UsualLength};
use chrono::NaiveDate;

pub(super) fn finding(
    problem: &ContactProblem,
    subject: &Subject,
    contacts: &[Contact],
) -> FindingText {
    let contact = contacts
        .iter()
        .find(|contact| *subject == Subject::Contact(contact.id.clone()));
    let when = when(contact);
    match problem {
        ContactProblem::GroupSessionInK3 => FindingText::new(
            "Gruppenberatung",
            "in K3 ein Einzelgespräch",
            format!(
                "Die Gruppenberatung {} zählt nicht, weil in K3 keine angerechnet wird; für die Frist ist ein Einzelgespräch nötig.",
                day(contact)
            ),
        ),
        ContactProblem::GroupSessionsUsedUp { per_year } => used_up(*per_year, contact),
        ContactProblem::LiesAhead { today } => FindingText::new(
            format!("Kontakt {}", day(contact)),
            format!("nicht nach heute ({})", date(*today)),
            format!(
                "Der Kontakt {when} liegt nach heute und bleibt außer Betracht; bitte berichtigen Sie den Tag oder legen Sie stattdessen einen Termin an."
            ),
        ),
        ContactProblem::PlanNotUpdated => FindingText::new(
            "Kooperationsplan nicht aktualisiert",
            "Kooperationsplan überprüft und aktualisiert",
            format!(
                "Beim Kontakt {when} wurde der Kooperationsplan nicht aktualisiert; bitte holen Sie das spätestens beim nächsten Gespräch nach."
            ),
        ),
        ContactProblem::PlanNotDelivered { right_way } => not_delivered(*right_way, contact, &when),
        ContactProblem::NotDocumented { by } => FindingText {
            recorded: None,
            expected: Some(format!("dokumentiert bis {}", date(*by))),
            text: format!(
                "Der Kontakt {when} ist nicht dokumentiert, fällig war das am {}; bitte holen Sie es nach.",
                date(*by)
            ),
        },
        ContactProblem::DocumentedLate { on, by } => FindingText::new(
            format!("dokumentiert am {}", date(*on)),
            format!("dokumentiert bis {}", date(*by)),
            format!(
                "Der Kontakt {when} wurde erst am {} dokumentiert, fällig war das am {}; bitte dokumentieren Sie künftig rechtzeitig.",
                date(*on),
                date(*by)
            ),
        ),
        ContactProblem::UnusualLength { minutes, usual } => unusual_length(*minutes, *usual, &when),
        ContactProblem::NextInvitationMissing => FindingText::new(
            "keine Einladung geregelt, kein offener Termin",
            "Einladung ausgehändigt, oder Aufgabe und Hinweis im Kooperationsplan",
            format!(
                "Beim letzten qualifizierten Kontakt {when} wurde nicht geregelt, wie die nächste Einladung kommt, und es steht kein Termin; bitte laden Sie ein oder setzen Sie eine Aufgabe mit Hinweis im Kooperationsplan."
            ),
        ),
        ContactProblem::CategoryNotReviewed => FindingText::new(
            "Kategorie nicht geprüft",
            "Kategorie nach dem Kontakt geprüft",
            format!(
                "Nach dem Kontakt {when} wurde nicht geprüft, ob K3 noch zutrifft; bitte prüfen Sie die Kategorie und vermerken Sie das."
            ),
        ),
    }
}

fn used_up(per_year: Count, contact: Option<&Contact>) -> FindingText {
    let allowance = match per_year.0 {
        0 => "keine".to_owned(),
        1 => "nur eine".to_owned(),
        more => format!("nur {more}"),
    };
    let verb = if per_year.0 > 1 { "werden" } else { "wird" };
    let rule = format!("{allowance} je Kalenderjahr angerechnet {verb}");
    FindingText::new(
        "weitere Gruppenberatung im Kalenderjahr",
        format!("{allowance} im Kalenderjahr"),
        format!(
            "Die Gruppenberatung {} zählt nicht, weil {rule}; für die Frist ist ein Einzelgespräch nötig.",
            day(contact)
        ),
    )
}

fn not_delivered(right_way: Delivery, contact: Option<&Contact>, when: &str) -> FindingText {
    let delivered = contact.map(|contact| &contact.plan_delivery);
    let ways: Vec<String> = match delivered {
        Some(Fact::Known(ways)) => ways
            .iter()
            .map(|way| delivery_label(*way).to_owned())
            .collect(),
        Some(Fact::Unknown) | None => Vec::new(),
    };
    let recorded = match ways.as_slice() {
        [] => "nicht übermittelt".to_owned(),
        [..] => enumeration(ways, "und"),
    };
    let (expected, lacking, request) = match right_way {
        Delivery::DigitalMailbox => (
            "im Postfach von JC.digital",
            "ging nicht in das Postfach von JC.digital, obwohl die Zustimmung vorliegt",
            "stellen Sie ihn dort ein",
        ),
        Delivery::HandedOver => (
            "ausgehändigt oder im Postfach von JC.digital",
            "wurde nicht ausgehändigt",
            "händigen Sie ihn aus",
        ),
        Delivery::Sent => (
            "zugesandt oder im Postfach von JC.digital",
            "wurde nicht zugesandt",
            "senden Sie ihn zu",
        ),
    };
    FindingText::new(
        recorded,
        expected,
        format!("Der Kooperationsplan zum Kontakt {when} {lacking}; bitte {request}."),
    )
}

fn unusual_length(minutes: u16, usual: UsualLength, when: &str) -> FindingText {
    let (talk, expected) = match usual {
        UsualLength::First(first) => ("Erstgespräch", format!("{} Minuten", first.0)),
        UsualLength::FollowUpAtMost(most) => {
            ("Folgegespräch", format!("höchstens {} Minuten", most.0))
        }
        UsualLength::Either {
            first,
            follow_up_at_most,
        } => (
            "Gespräch",
            format!(
                "{} Minuten als Erst-, höchstens {} als Folgegespräch",
                first.0, follow_up_at_most.0
            ),
        ),
    };
    let text = format!(
        "Das {talk} {when} dauerte {minutes} Minuten (vorgesehen: {expected}), und der Grund ist nicht dokumentiert; bitte dokumentieren Sie ihn."
    );
    FindingText::new(
        format!("{minutes} Minuten, Grund nicht dokumentiert"),
        expected,
        text,
    )
}

/// "vom 14.09.2026 (telefonisch)".
fn when(contact: Option<&Contact>) -> String {
    let channel = match contact.map(|contact| contact.channel) {
        Some(Fact::Known(channel)) => channel_label(channel),
        Some(Fact::Unknown) | None => "Kontaktart unbekannt",
    };
    format!("{} ({channel})", day(contact))
}

/// "vom 14.09.2026".
fn day(contact: Option<&Contact>) -> String {
    let day: Option<NaiveDate> = contact.map(|contact| contact.date);
    day.map_or_else(|| "ohne Tag".to_owned(), |day| format!("vom {}", date(day)))
}
