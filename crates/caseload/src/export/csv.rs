//! A table as CSV, the way a German spreadsheet opens it by double click: semicolons, UTF-8 with a
//! byte order mark, CR LF, quotation marks as RFC 4180 has them, days as 03.09.2026.
//!
//! What could be run as a formula gets an apostrophe in front. Control characters that no text has
//! are left out: a single zero would make the file one that is no text.

use super::sheet::{Cell, Sheet};
use crate::formula::neutralised;
use rules::wording::date;

/// The bytes of the file.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    for (index, column) in sheet.columns.iter().enumerate() {
        separate(&mut out, index);
        cell(&mut out, column.heading);
    }
    out.push_str("\r\n");
    for row in &sheet.rows {
        for (index, content) in row.iter().enumerate() {
            separate(&mut out, index);
            match content {
                Cell::Empty => {}
                Cell::Text(text) => cell(&mut out, &neutralised(text)),
                Cell::Day(day) => out.push_str(&date(*day)),
            }
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn separate(out: &mut String, index: usize) {
    if index > 0 {
        out.push(';');
    }
}

/// What ends a line inside a cell is a line feed, whatever it was.
fn cell(out: &mut String, text: &str) {
    let needs_quotes = text.contains([';', ',', '"']) || text.contains(char::is_control);
    if needs_quotes {
        out.push('"');
    }
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => out.push_str("\"\""),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\t' => out.push('\t'),
            control if control.is_control() => {
                if control.is_whitespace() {
                    out.push('\n');
                }
            }
            letter => out.push(letter),
        }
    }
    if needs_quotes {
        out.push('"');
    }
}
