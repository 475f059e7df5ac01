//! What a file is refused for, and what the refusal says. Every test checks all messages, so that
//! a fault too many fails as well as one too few.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::file::{Fault, read};
use chrono::NaiveDate;
use serde_json::{Value, json};

const GOOD: &str = include_str!("../fixtures/v1/to-spoil.kkd.json");
const FAULTS: &str = include_str!("../fixtures/v1/faults.txt");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn good() -> Value {
    serde_json::from_str(GOOD).unwrap()
}

/// The good file with another value at a JSON pointer; `-` as the last step adds to a list.
fn spoilt(pointer: &str, value: Value) -> Vec<u8> {
    let mut file = good();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    if let Some(members) = parent.as_object_mut() {
        members.insert(name.to_owned(), value);
    } else {
        let elements = parent.as_array_mut().unwrap();
        match name.parse::<usize>() {
            Ok(index) => *elements.get_mut(index).unwrap() = value,
            Err(_) => elements.push(value),
        }
    }
    file.to_string().into_bytes()
}

fn messages(bytes: &[u8]) -> Vec<String> {
    match read(bytes, today()) {
        Ok(_) => Vec::new(),
        Err(error) => error.faults().iter().map(Fault::to_string).collect(),
    }
}

fn messages_with(pointer: &str, value: Value) -> Vec<String> {
    messages(&spoilt(pointer, value))
}

#[test]
fn the_file_that_the_tests_spoil_is_good() {
    assert_eq!(messages(GOOD.as_bytes()), [""; 0]);
}

#[test]
fn each_fault_names_its_place_the_value_and_what_is_expected() {
    let mut lines = FAULTS
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut entries = 0;
    while let (Some(change), Some(message)) = (lines.next(), lines.next()) {
        let (pointer, value) = change.split_once(" = ").unwrap();
        let value = serde_json::from_str(value).unwrap();
        assert_eq!(
            messages_with(pointer, value),
            [message.trim_start()],
            "{change}"
        );
        entries += 1;
    }
    assert!(entries >= 80, "{entries}");
}

#[test]
fn required_fields_must_be_there_and_not_null() {
    let table = [
        ("/edition", "edition", "2025-04"),
        (
            "/caseworker/state",
            "caseworker.state",
            "one of BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH",
        ),
        (
            "/caseworker/hours/0/from",
            "caseworker.hours[0].from",
            "a time from 00:00 to 23:59, as HH:MM",
        ),
        (
            "/caseworker/absences/0/to",
            "caseworker.absences[0].to",
            "a day that exists, as YYYY-MM-DD",
        ),
        (
            "/caseworker/closures/0/date",
            "caseworker.closures[0].date",
            "a day that exists, as YYYY-MM-DD",
        ),
        (
            "/cases/1/customer_number",
            "cases[1].customer_number",
            "a text that is not empty",
        ),
        (
            "/contacts/0/id",
            "contacts[0].id",
            "a text that is not empty",
        ),
        (
            "/contacts/0/case",
            "contacts[0].case",
            "a text that is not empty",
        ),
        (
            "/contacts/0/date",
            "contacts[0].date",
            "a day that exists, as YYYY-MM-DD",
        ),
        (
            "/appointments/0/id",
            "appointments[0].id",
            "a text that is not empty",
        ),
        (
            "/appointments/0/case",
            "appointments[0].case",
            "a text that is not empty",
        ),
        (
            "/appointments/0/date",
            "appointments[0].date",
            "a day that exists, as YYYY-MM-DD",
        ),
        (
            "/exceptions/0/id",
            "exceptions[0].id",
            "a text that is not empty",
        ),
        (
            "/exceptions/0/rule",
            "exceptions[0].rule",
            "the id of a rule, such as E6",
        ),
        (
            "/transfers/0/id",
            "transfers[0].id",
            "a text that is not empty",
        ),
    ];
    for (pointer, path, expected) in table {
        assert_eq!(
            messages_with(pointer, Value::Null),
            [format!("{path}: null, expected {expected}")]
        );
        let mut file = good();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let members = file.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        members.remove(name).unwrap();
        assert_eq!(
            messages(file.to_string().as_bytes()),
            [format!("{path}: missing, expected {expected}")]
        );
    }
}

#[test]
fn a_file_without_caseworker_lacks_the_state() {
    let expected = "caseworker.state: missing, expected one of BW, BY, BE, BB, HB, HH, HE, MV, \
                    NI, NW, RP, SL, SN, ST, SH, TH";
    assert_eq!(messages_with("/caseworker", Value::Null), [expected]);
}

#[test]
fn the_edges_of_every_range_are_good() {
    let good = [
        ("/cases/0/birth_date", json!("2026-11-22")),
        ("/cases/0/profile_z/until", json!("2028-02-29")),
        ("/contacts/0/duration_minutes", json!(1)),
        ("/contacts/0/duration_minutes", json!(600)),
        ("/contacts/0/duration_minutes", json!(45.0)),
        ("/contacts/0/date", json!("2027-01-01")),
        ("/appointments/0/start", json!("23:15")),
        ("/caseworker/fte", json!(0.05)),
        ("/caseworker/fte", json!(1)),
        ("/caseworker/working_days", json!([])),
        ("/caseworker/hours", json!([])),
        ("/caseworker/absences/0/to", json!("2026-12-24")),
        ("/parameters/0/value", json!(24)),
        ("/contacts/0/plan_delivery", json!([])),
        ("/appointments/0/replaces", json!("gone")),
        ("/exceptions/0/case", json!("gone")),
        ("/transfers/0/case", json!("gone")),
        ("/version", json!(1.0)),
    ];
    for (pointer, value) in good {
        assert_eq!(messages_with(pointer, value), [""; 0], "{pointer}");
    }
}

#[test]
fn many_faults_are_all_listed_in_the_order_of_the_file() {
    // Written by hand: the order of the members is part of what is tested.
    let file = r#"{
        "appointments": [{"id": "t-1", "case": "c-0", "date": "2026-12-07", "duration_minutes": 0}],
        "format": "kontaktdichte-caseload", "version": 1, "edition": "2025-04",
        "caseworker": {"fte": 0.755, "state": "BW"},
        "contacts": [
            {"id": "k-1", "case": "c-2", "date": "2026-02-30", "chanel": "phone", "channel": "fax"},
            {"id": "k-1", "case": "c-1", "date": "2026-09-14"}
        ],
        "cases": [
            {"name": "A", "id": "c-1", "name": "B", "customer_number": "1"},
            {"brith_date": "1990-01-01", "id": "c-2"},
            {"id": "c-1", "customer_number": "3"},
            17
        ]
    }"#;
    assert_eq!(
        messages(file.as_bytes()),
        [
            "appointments[0].case: \"c-0\", expected the id of a case in this file",
            "appointments[0].duration_minutes: 0, expected a whole number from 1 to 600",
            "caseworker.fte: 0.755, expected a number from 0.05 to 1.00 in hundredths",
            "contacts[0].date: \"2026-02-30\", expected a day that exists, as YYYY-MM-DD",
            "contacts[0].chanel: unknown field, did you mean channel?",
            "contacts[0].channel: \"fax\", expected one of in_person, video, phone, group, written",
            "contacts[1].id: \"k-1\", expected an id of its own (contacts[0].id has this one)",
            "cases[0].name: the field stands here again, expected it once",
            "cases[1].brith_date: unknown field, did you mean birth_date?",
            "cases[1].customer_number: missing, expected a text that is not empty",
            "cases[2].id: \"c-1\", expected an id of its own (cases[0].id has this one)",
            "cases[3]: 17, expected an object",
        ]
    );
}

#[test]
fn a_long_value_is_cut_where_it_is_shown() {
    let expected = format!(
        "cases[0].status: \"{}…\", expected one of unemployed, job_seeking, not_set",
        "ä".repeat(60)
    );
    let value = json!("ä".repeat(5000));
    assert_eq!(messages_with("/cases/0/status", value), [expected]);
}

#[test]
fn the_page_says_in_german_what_is_wrong_where_and_what_to_do() {
    let german = |bytes: &[u8]| -> Vec<String> {
        let error = read(bytes, today()).unwrap_err();
        error.faults().iter().map(Fault::german).collect()
    };
    assert_eq!(
        german(&spoilt("/cases/1/brith_date", json!("1990-01-01"))),
        [
            "„Kunden“, Eintrag 2, „brith_date“ (cases[1].brith_date): Dieses Feld gibt es nicht. \
          Bitte berichtigen Sie den Namen; gemeint ist vermutlich „birth_date“."
        ]
    );
    assert_eq!(
        german(&spoilt("/cases/1/birth_date", json!("2026-02-30"))),
        [
            "„Kunden“, Eintrag 2, „Geburtsdatum“ (cases[1].birth_date): Hier steht „2026-02-30“. \
          Bitte geben Sie an: einen Tag, den es gibt, in der Form JJJJ-MM-TT."
        ]
    );
    assert_eq!(
        german(&spoilt("/contacts/0/date", Value::Null)),
        [
            "„Kontakte“, Eintrag 1, „Datum“ (contacts[0].date): Hier steht null (unbekannt). \
          Bitte geben Sie an: einen Tag, den es gibt, in der Form JJJJ-MM-TT."
        ]
    );
    assert_eq!(
        german(br#"{"format":"kontaktdichte-caseload","version":7}"#),
        [
            "„Version der Datei“ (version): Die Datei ist mit einer neueren Version geschrieben \
          (7; gelesen wird 1). Bitte verwenden Sie die aktuelle Fassung der Anwendung."
        ]
    );
    assert_eq!(
        german(b"{\"a\" 1}"),
        [
            "Zeile 1, Spalte 6: Die Datei ist kein gültiges JSON; „1“ wird hier nicht erwartet. \
          Bitte berichtigen Sie die Stelle oder speichern Sie die Datei neu."
        ]
    );
    assert_eq!(
        german(b""),
        ["Die Datei ist leer. Bitte wählen Sie eine Bestandsdatei (Endung .kkd.json)."]
    );
}
