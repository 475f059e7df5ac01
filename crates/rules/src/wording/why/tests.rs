//! What a caseworker reads behind "Warum?", checked as whole chains.

use super::{Tone, why};
use crate::edition::{Edition, EditionId, LocalParameter, Parameter, ParameterValue, U25Mode};
use crate::facts::{
    Appointment, Case, Category, Channel, Closure, Contact, ContactId, FederalState, OfficeDays,
    Origin, PhoneGrounds, Status, Supervision,
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

/// Asserts that each of these lines stands in the chain.
fn assert_said(chain: &[String], lines: &[&str]) {
    for line in lines {
        assert!(
            chain.iter().any(|found| found == line),
            "{line}\nnot in {chain:#?}"
        );
    }
}

fn locally(parameter: Parameter, value: ParameterValue) -> LocalParameter {
    LocalParameter {
        parameter,
        value,
        since: day("2026-11-01"),
        reason: None,
    }
}

#[test]
fn young_customers_are_told_of_months() {
    let young = Case {
        birth_date: Fact::Known(day("2004-05-05")),
        ..unemployed()
    };
    let rolling = locally(
        Parameter::U25Mode,
        ParameterValue::U25Mode(U25Mode::Rolling),
    );
    for (changes, lines_said) in [
        (
            vec![],
            vec!["Abstand: In U25 gehört in jeden Kalendermonat eine Beratung. [D3]"],
        ),
        (
            vec![rolling],
            vec![
                "Abstand: In U25 liegt höchstens 1 Monat zwischen zwei Beratungen. [D3]",
                "  · Örtlich geändert seit 01.11.2026: u25_mode = rolling. []",
            ],
        ),
        (
            vec![locally(Parameter::U25Months, ParameterValue::Number(2))],
            vec![
                "Abstand: In U25 folgt die nächste Beratung spätestens 2 Kalendermonate danach. [D3]",
                "  · Örtlich geändert seit 01.11.2026: u25_months = 2. []",
            ],
        ),
    ] {
        assert_said(&lines(&young, &[], &setting(&changes)), &lines_said);
    }
}

#[test]
fn what_was_agreed_is_told_whether_it_changes_anything_or_not() {
    for (by, said) in [
        (
            "2026-11-30",
            [
                "Abstand: In K1 liegen höchstens 4 Monate zwischen zwei Beratungen. [D1 D9]",
                "  · Dabei wurde der nächste Kontakt bis 30.11.2026 vereinbart; das ist früher und gilt. [D9]",
            ],
        ),
        (
            "2027-06-30",
            [
                "Abstand: In K1 liegen höchstens 4 Monate zwischen zwei Beratungen. [D1]",
                "  · Dabei wurde der nächste Kontakt bis 30.06.2027 vereinbart; der Standard ist nicht später. [D9]",
            ],
        ),
    ] {
        let agreed = Contact {
            next_contact_by: Some(day(by)),
            ..contact("k-1", "2026-11-02", Some(Channel::Video))
        };
        assert_said(&lines(&unemployed(), &[agreed], &setting(&[])), &said);
    }
}

#[test]
fn every_contact_says_why_it_counts_or_does_not() {
    let known = Fact::Known;
    let by_phone = |id, date, [reason, plan, at_once, unsuitable]: [Fact<bool>; 4]| Contact {
        phone_grounds: PhoneGrounds {
            reason_documented: reason,
            plan_sent: plan,
            immediate_action: at_once,
            other_channel_unsuitable: unsuitable,
        },
        ..contact(id, date, Some(Channel::Phone))
    };
    let (yes, no) = (known(true), known(false));
    let contacts = [
        contact("k-1", "2025-12-31", Some(Channel::InPerson)),
        contact("k-2", "2026-11-23", Some(Channel::InPerson)),
        by_phone("k-3", "2026-03-02", [yes, yes, yes, Fact::Unknown]),
        by_phone("k-4", "2026-03-03", [yes, yes, no, yes]),
        by_phone("k-5", "2026-03-04", [no, no, no, no]),
        by_phone("k-6", "2026-03-05", [yes, no, yes, no]),
        by_phone("k-7", "2026-03-06", [yes, yes, Fact::Unknown, no]),
        contact("k-8", "2026-03-09", Some(Channel::Group)),
        contact("k-9", "2026-03-10", Some(Channel::Group)),
    ];
    assert_said(
        &lines(&unemployed(), &contacts, &setting(&[])),
        &[
            "Kontakte im Einzelnen: 9 Kontakte erfasst: 3 zählen, 5 zählen nicht, 1 offen. []",
            "  - 31.12.2025, persönlich – bleibt außer Betracht: vor Beginn des jetzigen Leistungsbezugs. [B8]",
            "  - 23.11.2026, persönlich – bleibt außer Betracht: Der Tag liegt nach heute (22.11.2026). [B7]",
            "  + 02.03.2026, telefonisch – zählt: Grund dokumentiert, Kooperationsplan zugesandt, sofortiges Handeln war nötig. [B3]",
            "  + 03.03.2026, telefonisch – zählt: Grund dokumentiert, Kooperationsplan zugesandt, ein anderer Weg kam nicht in Frage. [B3]",
            "  - 04.03.2026, telefonisch – zählt nicht: der Grund ist nicht dokumentiert, der Kooperationsplan wurde nicht zugesandt, weder war Eile geboten noch ein anderer Weg ausgeschlossen. [B3]",
            "  - 05.03.2026, telefonisch – zählt nicht: der Kooperationsplan wurde nicht zugesandt. [B3]",
            "  ? 06.03.2026, telefonisch – offen: Zu den Voraussetzungen für Telefonate fehlen Angaben. [B3]",
            "  + 09.03.2026, Gruppenberatung – zählt: Gruppenberatung, die erste im Kalenderjahr. [B4]",
            "  - 10.03.2026, Gruppenberatung – zählt nicht: In diesem Kalenderjahr ist die Gruppenberatung schon angerechnet. [B4]",
        ],
    );
    let later = [contact("k-1", "2026-11-02", None)];
    let chain = lines(&unemployed(), &later, &setting(&[]));
    assert_said(&chain, &["  ? Kontakt vom 02.11.2026: Kontaktart []"]);
}

#[test]
fn a_window_that_ends_on_a_free_day_says_why_it_is_free() {
    let closed = Closure {
        date: day("2026-12-30"),
        reason: None,
    };
    let office = OfficeDays {
        closures: vec![closed],
        ..OfficeDays::usual(FederalState::BW)
    };
    let setting = Setting::new(day("2026-11-22"), setting(&[]).edition, &office);
    for (date, line) in [
        (
            "2026-08-30",
            "  · Am 30.12.2026 ist kein Termin möglich (Dienststelle geschlossen); der letzte Arbeitstag davor ist Di 29.12.2026. [D6]",
        ),
        (
            "2026-09-02",
            "  · Am 02.01.2027 ist kein Termin möglich (Samstag); der letzte Arbeitstag davor ist Do 31.12.2026. [D6]",
        ),
    ] {
        let contacts = [contact("k-1", date, Some(Channel::Video))];
        assert_said(&lines(&unemployed(), &contacts, &setting), &[line]);
    }
}

#[test]
fn where_somebody_stands_is_told_with_the_next_appointment() {
    let contacts = [contact("k-1", "2026-07-21", Some(Channel::Video))];
    let (case, setting) = (unemployed(), setting(&[]));
    let appointments = [Appointment::bare(
        "t-1".into(),
        "c-1".into(),
        day("2026-12-07"),
        Origin::Entered,
    )];
    let due = evaluate(&case, &contacts, &appointments, &setting);
    let texts: Vec<String> = why(&case, &contacts, &appointments, &due, &setting)
        .into_iter()
        .map(|step| step.text)
        .collect();
    let line = "Überfällig seit 1 Tag. Nächster offener Termin: Mo 07.12.2026.";
    assert!(texts.iter().any(|text| text == line), "{texts:#?}");
}
