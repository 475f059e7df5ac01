//! What holds of every list, however odd.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end at the first surprise"
)]

use caseload::Caseload;
use caseload::import::{self, Table};
use chrono::NaiveDate;
use proptest::prelude::*;
use rules::facts::FederalState;
use rules::ordering::OrderedSet;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn imported(table: &Table, caseload: &Caseload) -> Option<Caseload> {
    let plan = import::plan(table, &table.guess_mapping(), caseload, today()).ok()?;
    Some(plan.apply(caseload))
}

/// Cells that a list may hold in the column of a heading: sound ones, odd ones, none.
fn cells(heading: &'static str) -> BoxedStrategy<String> {
    let sound: &[&str] = match heading {
        "Kundennr." => &["617D000001", " 617d000002 ", "617D000003", "617D000004", ""],
        "Nachname, Vorname" => &["Öztürk, Jürgen", "Y?lmaz, Leyla", "Ann \"A\" Berg", ""],
        "Geb.-Datum" => &["28.02.1990", "31.02.1990", "5.6.04", "46268", "?"],
        "Interne Kundenkennung" => &["K1", "K3", "", "Reha", "K3?"],
        "Letzter Kontakt" => &["14.9.26", "2026-11-22", "24.12.2026", ""],
        "Kontaktart" => &["persönlich", "Viko", "tel.", "Rauchzeichen", ""],
        "Nächster Termin" => &["7.12.26", "2026-12-14 00:00", "1.11.2026", ""],
        _ => &["siehe Akte;\n2. Anlauf", "a;b,c\td", "\"", "", "-"],
    };
    prop_oneof![
        6 => proptest::sample::select(sound).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
    .boxed()
}

const HEADINGS: [&str; 8] = [
    "Kundennr.",
    "Nachname, Vorname",
    "Geb.-Datum",
    "Interne Kundenkennung",
    "Letzter Kontakt",
    "Kontaktart",
    "Nächster Termin",
    "Bemerkung",
];

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row: Vec<BoxedStrategy<String>> = HEADINGS.into_iter().map(cells).collect();
    proptest::collection::vec(row, 0..12)
}

/// Writes a list with its columns in `order`, every cell in quotes.
fn list(rows: &[Vec<String>], order: &[usize]) -> Vec<u8> {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cell: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = order.iter().map(|column| quoted(&cell(*column))).collect();
        cells.join(";") + "\r\n"
    };
    let mut text = line(&|column| HEADINGS[column].to_owned());
    for row in rows {
        text.push_str(&line(&|column| row[column].clone()));
    }
    text.into_bytes()
}

fn order() -> impl Strategy<Value = Vec<usize>> {
    Just((0..HEADINGS.len()).collect::<Vec<_>>()).prop_shuffle()
}

/// Identifiers are what a file would be refused for.
fn assert_unique_ids(caseload: &Caseload) {
    let mut seen = OrderedSet::new();
    for customer in &caseload.customers {
        assert!(seen.insert(customer.id.to_string()), "{}", customer.id);
        for contact in &customer.contacts {
            assert!(seen.insert(contact.id.to_string()), "{}", contact.id);
        }
        for appointment in &customer.appointments {
            assert!(
                seen.insert(appointment.id.to_string()),
                "{}",
                appointment.id
            );
            assert_eq!(appointment.case, customer.id);
        }
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_end_in_a_table_or_in_a_message(bytes in any::<Vec<u8>>()) {
        match import::read_table(&bytes) {
            Ok(table) => { imported(&table, &Caseload::empty(FederalState::BW)); }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn arbitrary_text_under_headings_can_be_taken_over(text in "[A-Z0-9;\",\t\n\r ?.ÄÃ¼-]{0,200}") {
        let bytes = format!("Kundennr.;Name;Geb.-Datum;Letzter Kontakt\n{text}").into_bytes();
        let empty = Caseload::empty(FederalState::BW);
        let table = import::read_table(&bytes).unwrap();
        let after = imported(&table, &empty).unwrap();
        assert_unique_ids(&after);
        prop_assert_eq!(imported(&table, &after).unwrap(), after);
    }

    #[test]
    fn the_order_of_columns_does_not_matter(rows in rows(), order in order()) {
        let empty = Caseload::empty(FederalState::BW);
        let plain: Vec<usize> = (0..HEADINGS.len()).collect();
        let read = |order: &[usize]| {
            let table = import::read_table(&list(&rows, order)).ok()?;
            imported(&table, &empty)
        };
        prop_assert_eq!(read(&plain), read(&order));
    }

    #[test]
    fn a_list_imported_twice_is_a_list_imported_once(first in rows(), second in rows()) {
        let order: Vec<usize> = (0..HEADINGS.len()).collect();
        let mut caseload = Caseload::empty(FederalState::BW);
        for rows in [&first, &second] {
            let Ok(table) = import::read_table(&list(rows, &order)) else { continue };
            caseload = imported(&table, &caseload).unwrap();
            assert_unique_ids(&caseload);
            let again = imported(&table, &caseload).unwrap();
            prop_assert_eq!(&again, &caseload);
        }
    }
}
