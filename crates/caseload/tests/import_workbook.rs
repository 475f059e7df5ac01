//! Workbooks as lists: the same table as from a text, and no bytes that bring the reader down.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use calamine::{Data, Reader, Xlsx};
use caseload::Caseload;
use caseload::import::{self, ListError, Source, Table, WorkbookFault};
use chrono::NaiveDate;
use proptest::prelude::*;
use rules::facts::FederalState;
use std::io::Cursor;

/// Made by another program: a title sheet in front, a hidden sheet, shared texts in several fonts,
/// formulas with their results, days in three formats, a chart.
const WORKBOOK: &[u8] = include_bytes!("../fixtures/lists/tabelle.xlsx");
/// The same list as the text that a spreadsheet would save.
const TEXT: &[u8] = include_bytes!("../fixtures/lists/tabelle-aus-xlsx.csv");

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn read(bytes: &[u8]) -> Table {
    import::read_table(bytes).unwrap()
}

/// Rows with their numbers, without the blanks at their ends.
fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
    let rows = table.rows.iter();
    rows.map(|row| {
        let mut cells: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).collect();
        while cells.last().is_some_and(|cell| cell.is_empty()) {
            cells.pop();
        }
        (row.number, cells)
    })
    .collect()
}

#[test]
fn a_workbook_is_the_table_that_its_text_is() {
    let (workbook, text) = (read(WORKBOOK), read(TEXT));
    assert_eq!(workbook.headings, text.headings);
    assert_eq!(workbook.heading_row, Some(3));
    assert_eq!(workbook.above_headings, text.above_headings);
    assert_eq!(rows(&workbook), rows(&text));
    let empty = Caseload::empty(FederalState::BW);
    let taken_over = |table: &Table| {
        let plan = import::plan(table, &table.guess_mapping(), &empty, today()).unwrap();
        plan.apply(&empty)
    };
    let caseload = taken_over(&workbook);
    assert_eq!(caseload, taken_over(&text));
    assert_eq!(caseload.customers.len(), 3);
}

#[test]
fn the_first_sheet_with_headings_is_read_and_the_others_are_named() {
    let table = read(WORKBOOK);
    let expected = Source::Workbook {
        sheet: "Meine Kunden".to_owned(),
        others: vec!["Deckblatt".to_owned()],
    };
    assert_eq!(table.source, expected);
    let empty = Caseload::empty(FederalState::BW);
    let plan = import::plan(&table, &table.guess_mapping(), &empty, today()).unwrap();
    let notes: Vec<String> = plan.notes.iter().map(ToString::to_string).collect();
    assert!(
        notes.contains(
            &"Gelesen wird das Blatt „Meine Kunden“; die Arbeitsmappe hat noch: „Deckblatt“."
                .to_owned()
        ),
        "{notes:?}"
    );
}

#[test]
fn another_reader_finds_the_same_texts() {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(WORKBOOK)).unwrap();
    let range = workbook.worksheet_range("Meine Kunden").unwrap();
    let table = read(WORKBOOK);
    let mut texts = 0;
    for row in &table.rows {
        for (column, cell) in row.cells.iter().enumerate() {
            let place = (
                u32::try_from(row.number).unwrap() - 1,
                u32::try_from(column).unwrap(),
            );
            if let Some(Data::String(text)) = range.get_value(place) {
                assert_eq!(cell, text);
                texts += 1;
            }
        }
    }
    assert_eq!(texts, 17);
}

#[test]
fn what_is_no_whole_workbook_is_refused_with_a_reason() {
    let half = WORKBOOK.get(..WORKBOOK.len() / 2).unwrap();
    let fault = |bytes: &[u8]| import::read_table(bytes).err();
    assert_eq!(
        fault(half),
        Some(ListError::Workbook(WorkbookFault::Damaged))
    );
    // The flag in the directory that says a file is encrypted, of every file.
    let mut locked = WORKBOOK.to_vec();
    let entries: Vec<usize> = (0..locked.len())
        .filter(|at| locked.get(*at..*at + 4) == Some(b"PK\x01\x02"))
        .collect();
    for at in entries {
        *locked.get_mut(at + 8).unwrap() |= 1;
    }
    assert_eq!(
        fault(&locked),
        Some(ListError::Workbook(WorkbookFault::Encrypted))
    );
    for fault in [
        WorkbookFault::Damaged,
        WorkbookFault::Encrypted,
        WorkbookFault::BinaryFormat,
        WorkbookFault::TooLarge,
    ] {
        let text = ListError::Workbook(fault).to_string();
        assert!(text.contains("Bitte") && !text.contains("  "), "{text}");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_behind_the_begin_of_an_archive_end(bytes in any::<Vec<u8>>()) {
        let all = [b"PK\x03\x04xl/", bytes.as_slice()].concat();
        prop_assert!(import::read_table(&all).is_err());
    }

    #[test]
    fn a_changed_workbook_ends_in_a_table_or_in_a_message(
        changes in prop::collection::vec((0..WORKBOOK.len(), any::<u8>()), 1..6),
    ) {
        let mut bytes = WORKBOOK.to_vec();
        for (at, byte) in changes {
            *bytes.get_mut(at).unwrap() = byte;
        }
        match import::read_table(&bytes) {
            Ok(table) => prop_assert!(table.rows.len() <= 4),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
