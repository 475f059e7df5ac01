//! Lists as offices export them, from the bytes to the changed caseload.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may end at the first surprise"
)]

use caseload::import::{self, Encoding, ImportPlan, Source, Table, Verdict};
use caseload::{Caseload, Customer};
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{
    Category, Channel, ConsultationKind, FederalState, Origin, Outcome, Profile, Status,
    Supervision,
};

const WINDOWS: &[u8] = include_bytes!("../fixtures/lists/fachverfahren-windows-1252.csv");
const UTF8: &[u8] = include_bytes!("../fixtures/lists/tabelle-utf8-bom.csv");
const UTF16: &[u8] = include_bytes!("../fixtures/lists/tabelle-utf16.txt");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn empty() -> Caseload {
    Caseload::empty(FederalState::BW)
}

fn table(bytes: &[u8]) -> Table {
    import::read_table(bytes).unwrap()
}

fn encoding(bytes: &[u8]) -> Encoding {
    match table(bytes).source {
        Source::Text { encoding, .. } => encoding,
        Source::Workbook { sheet, .. } => panic!("{sheet}"),
    }
}

fn planned(bytes: &[u8], caseload: &Caseload) -> ImportPlan {
    let table = table(bytes);
    import::plan(&table, &table.guess_mapping(), caseload, today()).unwrap()
}

fn imported(bytes: &[u8], caseload: &Caseload) -> Caseload {
    planned(bytes, caseload).apply(caseload)
}

fn customer<'a>(caseload: &'a Caseload, number: &str) -> &'a Customer {
    let mut found = caseload
        .customers
        .iter()
        .filter(|customer| customer.number.as_str() == number);
    let customer = found.next().unwrap();
    assert!(found.next().is_none(), "{number} is there twice");
    customer
}

/// Row, verdict and number of each row.
fn verdicts(plan: &ImportPlan) -> Vec<String> {
    plan.rows
        .iter()
        .map(|row| {
            let number = row.number.as_ref().map_or("-", |number| number.as_str());
            let taken = if row.taken_over() {
                ""
            } else {
                ", not taken over"
            };
            format!("{} {number} {}{taken}", row.row, row.verdict.key())
        })
        .collect()
}

/// The changes of the row with this number: "what: old -> new".
fn changes(plan: &ImportPlan, number: usize) -> Vec<String> {
    let row = plan.rows.iter().find(|row| row.row == number).unwrap();
    row.changes
        .iter()
        .map(|change| format!("{}: {} -> {}", change.what, change.old, change.new))
        .collect()
}

fn hints(plan: &ImportPlan, number: usize) -> Vec<String> {
    let row = plan.rows.iter().find(|row| row.row == number).unwrap();
    row.hints.iter().map(ToString::to_string).collect()
}

#[test]
fn a_list_of_the_specialist_system_comes_to_these_rows() {
    let plan = planned(WINDOWS, &empty());
    assert_eq!(encoding(WINDOWS), Encoding::Windows1252);
    assert_eq!(
        verdicts(&plan),
        [
            "4 100A000001 new",
            "5 100A000002 new",
            "6 100A000003 faulty",
            "7 100A000004 faulty",
            "8 - faulty, not taken over",
            "9 100A000001 faulty, not taken over",
            "10 100A000005 new",
            "12 100A000006 faulty",
        ]
    );
    let counts = plan.counts();
    assert_eq!(
        Verdict::ALL.map(|verdict| counts.of(verdict)),
        [3, 0, 0, 5],
        "new, changed, unchanged, faulty"
    );
    assert_eq!(counts.passed_over, 2);
}

#[test]
fn every_fault_is_named_with_row_column_and_value() {
    let plan = planned(WINDOWS, &empty());
    let places: Vec<String> = plan
        .rows
        .iter()
        .flat_map(|row| &row.faults)
        .map(|fault| format!("{}|{}|{}", fault.row, fault.column, fault.value))
        .collect();
    assert_eq!(
        places,
        [
            "6|Geb.-Datum|31.02.1990",
            "7|Status|?",
            "7|Profillage|Q",
            "7|Interne Kundenkennung|Reha",
            "7|Zugang am|??.05.2024",
            "7|Kontaktart|Brieftaube",
            "7|Nächster Termin|31.12.9999",
            "7|JC.digital|vielleicht",
            "8|Kundennr.|",
            "9|Kundennr.|100A000001",
            "12|Geb.-Datum|01.12.2026",
            "12|Spalte M|verrutscht",
        ]
    );
    let sentence = plan.rows[2].faults[0].to_string();
    assert_eq!(
        sentence,
        "Zeile 6, Spalte „Geb.-Datum“, Wert „31.02.1990“: Diesen Tag gibt es nicht. Die Angabe \
         bleibt unbekannt."
    );
}

#[test]
fn a_sound_row_becomes_a_customer_with_contact_and_appointment() {
    let caseload = imported(WINDOWS, &empty());
    let customer = customer(&caseload, "100A000001");
    assert_eq!(customer.id.as_str(), "liste-100A000001");
    assert_eq!(customer.name.as_deref(), Some("Jörg Brückner"));
    let facts = &customer.facts;
    assert_eq!(facts.birth_date, Fact::Known(day("1990-02-28")));
    assert_eq!(facts.in_care_since, Fact::Known(day("2025-03-01")));
    assert_eq!(facts.status, Fact::Known(Status::Unemployed));
    assert_eq!(facts.profile, Fact::Known(Profile::F));
    assert_eq!(facts.category, Some(Category::K1));
    assert_eq!(facts.k3_marker_set, Fact::Known(false));
    assert_eq!(facts.supervision, Supervision::Regular);
    assert_eq!(facts.digital_consent, Fact::Known(true));
    let contact = &customer.contacts[0];
    assert_eq!(contact.id.as_str(), "liste-k-100A000001-2026-09-03");
    assert_eq!(contact.channel, Fact::Known(Channel::InPerson));
    assert_eq!(contact.kind, Fact::Known(ConsultationKind::FollowUp));
    assert_eq!(contact.origin, Origin::List);
    let appointment = &customer.appointments[0];
    assert_eq!(appointment.id.as_str(), "liste-t-100A000001-2026-12-07");
    assert_eq!(appointment.case, customer.id);
    assert_eq!(appointment.outcome, Outcome::Open);
    assert_eq!(appointment.channel, Fact::Unknown);
    assert_eq!(appointment.start, Fact::Unknown);
    assert_eq!(appointment.origin, Origin::List);
}

#[test]
fn other_spellings_mean_the_same() {
    let caseload = imported(WINDOWS, &empty());
    let facts = &customer(&caseload, "100A000002").facts;
    assert_eq!(facts.birth_date, Fact::Known(day("2004-06-05")));
    assert_eq!(facts.in_care_since, Fact::Known(day("2026-02-01")));
    assert_eq!(facts.profile, Fact::Known(Profile::F));
    assert_eq!(
        (facts.category, facts.k3_marker_set),
        (None, Fact::Known(false))
    );
    assert_eq!(facts.supervision, Supervision::CaseManagement);
    let third = customer(&caseload, "100A000003");
    assert_eq!(third.facts.supervision, Supervision::EmployerAcquisition);
    assert_eq!(third.facts.k3_marker_set, Fact::Known(true));
    assert_eq!(third.contacts[0].date, day("2026-09-03"));
    assert_eq!(third.contacts[0].channel, Fact::Known(Channel::Phone));
}

#[test]
fn a_faulty_cell_leaves_only_its_own_fact_unknown() {
    let caseload = imported(WINDOWS, &empty());
    let customer = customer(&caseload, "100A000004");
    let facts = &customer.facts;
    assert_eq!(facts.birth_date, Fact::Known(day("1985-01-01")));
    assert_eq!(facts.status, Fact::Unknown);
    assert_eq!(facts.profile, Fact::Unknown);
    assert_eq!(facts.category, None);
    assert_eq!(facts.in_care_since, Fact::Unknown);
    assert_eq!(facts.digital_consent, Fact::Unknown);
    assert_eq!(customer.contacts[0].channel, Fact::Unknown);
    assert!(customer.appointments.is_empty());
}

#[test]
fn dashes_say_nothing_except_for_the_status() {
    let caseload = imported(WINDOWS, &empty());
    let customer = customer(&caseload, "100A000005");
    assert_eq!(customer.facts.status, Fact::Known(Status::NotSet));
    assert_eq!(customer.facts.birth_date, Fact::Unknown);
    assert_eq!(customer.facts.profile, Fact::Unknown);
    assert!(customer.contacts.is_empty() && customer.appointments.is_empty());
}

#[test]
fn the_first_row_of_a_repeated_number_stays() {
    let caseload = imported(WINDOWS, &empty());
    let facts = &customer(&caseload, "100A000001").facts;
    assert_eq!(facts.birth_date, Fact::Known(day("1990-02-28")));
    assert_eq!(facts.category, Some(Category::K1));
}

#[test]
fn what_lies_on_the_wrong_side_of_today_is_taken_over_and_said() {
    let plan = planned(WINDOWS, &empty());
    assert_eq!(
        hints(&plan, 12),
        [
            "Der Zugang (01.01.2027) liegt nach heute; bitte prüfen.",
            "Der letzte Kontakt (24.11.2026) liegt nach heute und zählt noch nicht.",
            "Der nächste Termin (20.11.2026) liegt vor heute; bitte das Ergebnis nachtragen.",
        ]
    );
    let caseload = plan.apply(&empty());
    let customer = customer(&caseload, "100A000006");
    assert_eq!(customer.contacts.len(), 1);
    assert_eq!(customer.appointments.len(), 1);
    assert_eq!(customer.facts.birth_date, Fact::Unknown);
}

#[test]
fn notes_about_the_list_as_a_whole() {
    let plan = planned(WINDOWS, &empty());
    let notes: Vec<String> = plan.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "Über den Überschriften steht noch etwas (Zeile 1); es wird nicht übernommen.",
            "In Namen stehen Fragezeichen, wo beim Export Buchstaben verloren gingen (Zeile 10). \
             Namen, die im Bestand schon richtig stehen, bleiben.",
        ]
    );
}

#[test]
fn every_list_imported_again_changes_nothing() {
    let mut caseload = empty();
    for bytes in [WINDOWS, UTF8, UTF16] {
        caseload = imported(bytes, &caseload);
        let again = planned(bytes, &caseload);
        let changed: Vec<_> = again
            .rows
            .iter()
            .filter(|row| !row.changes.is_empty())
            .collect();
        assert!(changed.is_empty(), "{changed:?}");
        assert!(!again.changes_something());
        assert_eq!(again.apply(&caseload), caseload);
        let sound = again.rows.iter().filter(|row| row.faults.is_empty());
        for row in sound {
            assert_eq!(row.verdict, Verdict::Unchanged, "row {}", row.row);
        }
    }
}

#[test]
fn a_spreadsheet_of_another_kind_adds_to_what_is_there() {
    let before = imported(WINDOWS, &empty());
    let plan = planned(UTF8, &before);
    assert_eq!(
        verdicts(&plan),
        [
            "2 100A000005 changed",
            "3 100A000007 new",
            "4 100A000008 new"
        ]
    );
    assert_eq!(
        changes(&plan, 2),
        [
            "Name: Ana ?osi? -> Ana Ćosić",
            "Notiz: – -> ruft zurück;\nam liebsten \"vormittags\"",
            "Geburtsdatum: unbekannt -> 31.12.1999",
            "Status: nicht gesetzt -> arbeitsuchend",
            "Kategorie: keine -> K3",
            "Kontakt: – -> 03.08.2026, Gruppenberatung",
        ]
    );
    let after = plan.apply(&before);
    assert_eq!(
        customer(&after, "100A000007").name.as_deref(),
        Some("Eva Dürer")
    );
    let marker = customer(&after, "100A000005").facts.k3_marker_set;
    assert_eq!(
        marker,
        Fact::Known(false),
        "a category column says nothing about the marker"
    );
}

#[test]
fn a_list_in_utf16_with_names_in_two_columns() {
    let before = imported(WINDOWS, &empty());
    assert_eq!(encoding(UTF16), Encoding::Utf16Le);
    let plan = planned(UTF16, &before);
    assert_eq!(
        verdicts(&plan),
        ["2 100A000001 changed", "3 100A000009 new"]
    );
    assert_eq!(changes(&plan, 2), ["JC.digital: ja -> nein"]);
    let after = plan.apply(&before);
    assert_eq!(
        customer(&after, "100A000009").name.as_deref(),
        Some("Mert Şahin")
    );
}

#[test]
fn undo_is_the_caseload_from_before() {
    let before = imported(WINDOWS, &empty());
    let kept = before.clone();
    let after = imported(UTF8, &before);
    assert_ne!(after, before);
    assert_eq!(before, kept);
}
