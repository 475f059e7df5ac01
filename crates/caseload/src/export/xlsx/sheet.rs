//! The part that holds the cells.

use super::markup::escaped;
use crate::export::sheet::{Cell, Sheet};
use crate::formula::begins_like_one;
use crate::spreadsheet::{letters, number};
use rules::wording::date;
use std::borrow::Cow;

/// Places in the list of styles.
#[derive(Clone, Copy)]
enum Style {
    Plain = 0,
    Heading = 1,
    Day = 2,
    FormulaLike = 3,
}

const BEGIN: &str = concat!(
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<sheetViews><sheetView workbookViewId="0">"#,
    r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
    r#"</sheetView></sheetViews><cols>"#
);

/// The sheet: a bold row of headings that stays in sight, columns as wide as what stands in them, a
/// filter over all of it, and A4 across for the printer.
pub(super) fn write(table: &Sheet) -> String {
    let mut out = String::from(BEGIN);
    for (index, column) in table.columns.iter().enumerate() {
        let (place, width) = ((index + 1).to_string(), column.width.to_string());
        for part in [
            "<col min=\"",
            &place,
            "\" max=\"",
            &place,
            "\" width=\"",
            &width,
        ] {
            out.push_str(part);
        }
        out.push_str("\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    let columns: Vec<String> = (0..table.columns.len()).map(letters).collect();
    let mut rows = Rows {
        out,
        columns: &columns,
        row: 0,
    };
    rows.begin();
    for (column, head) in table.columns.iter().enumerate() {
        rows.text(column, head.heading, Style::Heading);
    }
    rows.end();
    for cells in &table.rows {
        rows.begin();
        for (column, cell) in cells.iter().enumerate() {
            rows.cell(column, cell);
        }
        rows.end();
    }
    let (mut out, last) = (rows.out, rows.row.to_string());
    out.push_str("</sheetData><autoFilter ref=\"A1:");
    out.push_str(columns.last().map_or("A", String::as_str));
    out.push_str(&last);
    out.push_str("\"/><pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>");
    out
}

struct Rows<'c> {
    out: String,
    columns: &'c [String],
    row: usize,
}

impl Rows<'_> {
    fn begin(&mut self) {
        self.row += 1;
        self.out.push_str("<row r=\"");
        self.out.push_str(&self.row.to_string());
        self.out.push_str("\">");
    }

    fn end(&mut self) {
        self.out.push_str("</row>");
    }

    fn cell(&mut self, column: usize, cell: &Cell) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if begins_like_one(text) => {
                self.text(column, text, Style::FormulaLike);
            }
            Cell::Text(text) => self.text(column, text, Style::Plain),
            Cell::Day(day) => match number(*day) {
                Some(number) => {
                    self.open(column, Style::Day);
                    self.out.push_str("><v>");
                    self.out.push_str(&number.to_string());
                    self.out.push_str("</v></c>");
                }
                None => self.text(column, &date(*day), Style::Plain),
            },
        }
    }

    fn text(&mut self, column: usize, text: &str, style: Style) {
        self.open(column, style);
        self.out
            .push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        self.out.push_str(&escaped(&fitting(text)));
        self.out.push_str("</t></is></c>");
    }

    fn open(&mut self, column: usize, style: Style) {
        self.out.push_str("<c r=\"");
        self.out
            .push_str(self.columns.get(column).map_or("", String::as_str));
        self.out.push_str(&self.row.to_string());
        self.out.push_str("\" s=\"");
        self.out.push_str(&(style as u8).to_string());
        self.out.push('"');
    }
}

/// The most characters that a cell can hold, counted as UTF-16 does.
const MOST: usize = 32_767;

/// A text that a cell can hold. A longer one ends in "…", because a workbook with too much in a cell
/// is refused as a whole.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= MOST || text.encode_utf16().count() <= MOST {
        return Cow::Borrowed(text);
    }
    let mut length = 1;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= MOST
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    Cow::Owned(cut)
}
