//! What a caseworker reads behind "Warum?", checked as whole chains.

use super::{Tone, why};
use crate::edition::{Edition, EditionId, LocalParameter, Parameter, ParameterValue};
use crate::facts::{
    Case, Category, Channel, Contact, ContactId, FederalState, OfficeDays, Origin, Status,
    Supervision,
};
use crate::{Fact, Setting, evaluate};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn contact(id: &str, date: &str, channel: Option<Channel>) -> Contact {
    let mut contact = Contact::bare(ContactId::from(id), day(date), Origin::Entered);
    contact.channel = Fact::from(channel);
    contact
}

fn unemployed() -> Case {
    Case {
        birth_date: Fact::Known(day("1980-05-05")),
        in_care_since: Fact::Known(day("2026-01-01")),
        status: Fact::Known(Status::Unemployed),
        profile: Fact::Known(crate::facts::Profile::F),
        progress_expected: Fact::Known(true),
        ..Case::default()
    }
}

fn setting(changes: &[LocalParameter]) -> Setting {
    let today = day("2026-11-22");
    let edition = Edition::in_force(EditionId::CURRENT, today, changes).unwrap();
    Setting::new(today, edition, &OfficeDays::usual(FederalState::BW))
}

/// The chain as lines: "title: text [rules]", details indented.
fn lines(case: &Case, contacts: &[Contact], setting: &Setting) -> Vec<String> {
    let due = evaluate(case, contacts, &[], setting);
    let ids = |rules: &[crate::Rule]| {
        rules
            .iter()
            .map(|rule| rule.id())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut lines = Vec::new();
    for step in why(case, contacts, &[], &due, setting) {
        lines.push(format!(
            "{}: {} [{}]",
            step.title,
            step.text,
            ids(&step.rules)
        ));
        for detail in step.details {
            let sign = match detail.tone {
                Tone::Counts => '+',
                Tone::DoesNotCount => '-',
                Tone::Open => '?',
                Tone::Plain => '·',
            };
            lines.push(format!("  {sign} {} [{}]", detail.text, ids(&detail.rules)));
        }
    }
    lines
}

#[test]
fn the_chain_leads_from_the_group_to_the_day() {
    let contacts = [
        contact("k-1", "2026-07-31", Some(Channel::InPerson)),
        contact("k-2", "2026-09-01", Some(Channel::Written)),
    ];
    assert_eq!(
        lines(&unemployed(), &contacts, &setting(&[])),
        [
            "Gruppe: Es gilt der Standard K1. [A6]",
            "  · Arbeitslos und aktivierbar. [A6]",
            "Abstand: In K1 liegen höchstens 4 Monate zwischen zwei Beratungen. [D1]",
            "Letzter Kontakt, der zählt: 31.07.2026, persönlich. Ab hier läuft die Frist. [B1]",
            "Kontakte im Einzelnen: 2 Kontakte erfasst: 1 zählt, 1 zählt nicht. []",
            "  - 01.09.2026, schriftlich – zählt nicht: Schriftliches ist keine Beratung. [B5]",
            "  + 31.07.2026, persönlich – zählt: Beratung in Präsenz. [B1]",
            "Zeitfenster: Spätestens 30.11.2026 · letzter Termintag 30.11.2026 · eintragen bis 20.11.2026. [D5 D6 D7]",
            "  · In ATV steht ein Termin mindestens 10 Tage vorher: eintragen bis Fr 20.11.2026. [D7]",
            "Stand heute: Der Tag, bis zu dem ein Termin in ATV stehen sollte, ist vorbei; der späteste Tag noch nicht. Ein offener Termin ist nicht erfasst. []",
        ]
    );
}

#[test]
fn an_open_contact_says_what_is_missing_and_what_would_follow() {
    let contacts = [contact("k-1", "2026-08-01", None)];
    let chain = lines(&unemployed(), &contacts, &setting(&[]));
    for line in [
        "Letzter Kontakt, der zählt: Noch keiner. Die Frist läuft ab dem Beginn des Leistungsbezugs am 01.01.2026; die nächste Beratung ist ein Erstgespräch. [D4]",
        "Kontakte im Einzelnen: 1 Kontakt erfasst: 1 offen. []",
        "  ? 01.08.2026, Kontaktart unbekannt – offen: Die Kontaktart ist nicht bekannt. [B9]",
        "Stand heute: Überfällig seit 205 Tagen. Ein offener Termin ist nicht erfasst. []",
        "Wenn der offene Kontakt zählte: Zählte der Kontakt vom 01.08.2026, Kontaktart unbekannt, wäre 01.12.2026 der späteste Tag. [B9]",
        "  ? Kontakt vom 01.08.2026: Kontaktart []",
    ] {
        assert!(
            chain.iter().any(|found| found == line),
            "{line}\nnot in {chain:#?}"
        );
    }
}

#[test]
fn a_latest_day_without_work_names_the_reason() {
    let contacts = [contact("k-1", "2026-09-06", Some(Channel::Video))];
    let chain = lines(&unemployed(), &contacts, &setting(&[]));
    let line = "  · Am 06.01.2027 ist kein Termin möglich (Heilige Drei Könige); der letzte Arbeitstag davor ist Di 05.01.2027. [D6]";
    assert!(chain.iter().any(|found| found == line), "{chain:#?}");
}

#[test]
fn an_assigned_group_says_so_and_a_local_number_too() {
    let case = Case {
        status: Fact::Unknown,
        category: Some(Category::K1),
        ..unemployed()
    };
    let change = LocalParameter {
        parameter: Parameter::K1Months,
        value: ParameterValue::Number(3),
        since: day("2026-11-01"),
        reason: Some("Hausverfügung".to_owned()),
    };
    let chain = lines(&case, &[], &setting(&[change]));
    for line in [
        "Gruppe: Mit den vorhandenen Angaben ist K1 oder K3 möglich. Bis das geklärt ist, gilt K1, weil K1 als Kategorie erfasst ist. []",
        "  ? Klären würde es: Status [E9]",
        "Abstand: In K1 liegen höchstens 3 Monate zwischen zwei Beratungen. [D1]",
        "  · Örtlich geändert seit 01.11.2026: k1_months = 3 (Hausverfügung). []",
    ] {
        assert!(
            chain.iter().any(|found| found == line),
            "{line}\nnot in {chain:#?}"
        );
    }
}

#[test]
fn an_exempt_customer_gets_no_clock() {
    let case = Case {
        supervision: Supervision::CaseManagement,
        ..unemployed()
    };
    let chain = lines(&case, &[], &setting(&[]));
    assert_eq!(
        chain,
        [
            "Gruppe: Von der Kontaktdichte ausgenommen. [A1]",
            "  · Die Hauptbetreuung liegt beim Fallmanagement; dort gilt die Dienstanweisung Fallmanagement. [A1]",
            "Stand heute: Für diese Person gilt keine Kontaktdichte dieses Konzepts. []",
        ]
    );
}
