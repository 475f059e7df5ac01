//! Step 2: from text to rows and cells.
//!
//! Rows carry the number that a spreadsheet shows for them, because that is where somebody will
//! look a fault up: blank rows count, a line break inside a cell does not.

use super::decode::{Encoding, decode};
use super::delimiter::{self, Delimiter};
use super::list_error::ListError;
use super::mapping::Mapping;
use super::{heading, quotes, workbook};
use crate::file::MAX_BYTES;
use crate::spreadsheet;
use crate::zip::inflate;

/// How many rows are searched for the headings; exports often begin with a title.
pub(super) const HEADING_SEARCH: usize = 20;

/// A list as rows and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it was read from.
    pub source: Source,
    /// Number of the row with the headings; `None` if no row looks like headings.
    pub heading_row: Option<usize>,
    /// Name of each column: its heading, or the letter that a spreadsheet gives it.
    pub headings: Vec<String>,
    /// The rows below the headings, blank ones left out.
    pub rows: Vec<TableRow>,
    /// Numbers of the rows above the headings that hold something, such as a title.
    pub above_headings: Vec<usize>,
    /// Numbers of the rows where a stray quotation mark was taken off.
    pub stray_quotes: Vec<usize>,
}

/// What a list was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A text.
    Text {
        /// The encoding that it was in.
        encoding: Encoding,
        /// What separated its cells.
        delimiter: Delimiter,
    },
    /// A sheet of a workbook.
    Workbook {
        /// Its name.
        sheet: String,
        /// Names of the other visible sheets, which were not read.
        others: Vec<String>,
    },
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Number as a spreadsheet shows it, from 1.
    pub number: usize,
    /// The cells as they stand in the file; there may be fewer or more than headings.
    pub cells: Vec<String>,
}

impl TableRow {
    /// The cell of a column, empty if the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads a list: a text or a workbook.
///
/// # Errors
/// [`ListError`] if the bytes are no list.
pub fn read_table(bytes: &[u8]) -> Result<Table, ListError> {
    if bytes.len() > MAX_BYTES {
        return Err(ListError::TooLarge { bytes: bytes.len() });
    }
    if workbook::is_one(bytes) {
        return workbook::read(bytes, &inflate);
    }
    let decoded = decode(bytes)?;
    let (declared, text) = delimiter::declared(&decoded.text);
    let delimiter = declared.unwrap_or_else(|| delimiter::detect(text));
    let mended = quotes::mend(text, delimiter.byte());
    let source = Source::Text {
        encoding: decoded.encoding,
        delimiter,
    };
    let mut table = Table::of(source, cut(&mended.text, delimiter, usize::MAX))?;
    table.stray_quotes = mended.rows;
    Ok(table)
}

impl Table {
    /// The table of rows that hold something.
    ///
    /// # Errors
    /// [`ListError::Empty`] if there is none.
    pub(super) fn of(source: Source, mut rows: Vec<TableRow>) -> Result<Self, ListError> {
        if rows.is_empty() {
            return Err(ListError::Empty);
        }
        let heading_place = heading_place(&rows);
        let body = rows.split_off(heading_place.map_or(0, |place| place + 1));
        let width = body.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let head = heading_place.and_then(|_| rows.pop());
        Ok(Table {
            source,
            heading_row: head.as_ref().map(|row| row.number),
            headings: headings(head, width),
            rows: body,
            above_headings: rows.iter().map(|row| row.number).collect(),
            stray_quotes: Vec::new(),
        })
    }

    /// The mapping that the headings suggest.
    pub fn guess_mapping(&self) -> Mapping {
        Mapping::guess(self)
    }

    /// The name of a column, also of one that has no heading.
    pub fn column_name(&self, column: usize) -> String {
        self.headings
            .get(column)
            .cloned()
            .unwrap_or_else(|| spreadsheet_column(column))
    }
}

/// Cuts a text into rows that are not blank, at most `limit` of them.
pub(super) fn cut(text: &str, delimiter: Delimiter, limit: usize) -> Vec<TableRow> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut rows = Vec::new();
    let mut number = 0;
    // Ragged rows are allowed and the text is valid UTF-8, so reading ends only at its end.
    while rows.len() < limit && matches!(reader.read_record(&mut record), Ok(true)) {
        number += 1 + blank_lines_before(text, record.position());
        let row = TableRow {
            number,
            cells: record.iter().map(str::to_owned).collect(),
        };
        if !row.is_blank() {
            rows.push(row);
        }
    }
    rows
}

/// The reader passes over empty lines in silence, but a spreadsheet gives them a number.
fn blank_lines_before(text: &str, position: Option<&csv::Position>) -> usize {
    let start = position.and_then(|position| usize::try_from(position.byte()).ok());
    start
        .and_then(|start| text.as_bytes().get(start..))
        .unwrap_or_default()
        .iter()
        .take_while(|byte| **byte == b'\n')
        .count()
}

/// The first row with the heading of the customer number, else the one with most headings, at
/// least two.
fn heading_place(rows: &[TableRow]) -> Option<usize> {
    let searched = || rows.iter().take(HEADING_SEARCH).enumerate();
    searched()
        .find(|(_, row)| heading::names_the_number(&row.cells))
        .or_else(|| {
            searched()
                .filter(|(_, row)| heading::recognised(&row.cells) >= 2)
                .max_by_key(|(place, row)| {
                    (heading::recognised(&row.cells), std::cmp::Reverse(*place))
                })
        })
        .map(|(place, _)| place)
}

/// A name for each column. Without a row of headings the rows decide how many there are; with one
/// it alone does, and what stands to the right of it belongs to no column.
fn headings(head: Option<TableRow>, width: usize) -> Vec<String> {
    let cells = head.map_or_else(|| vec![String::new(); width], |row| row.cells);
    cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let name = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                spreadsheet_column(column)
            } else {
                name
            }
        })
        .collect()
}

/// "Spalte A", as a spreadsheet letters its columns.
fn spreadsheet_column(column: usize) -> String {
    format!("Spalte {}", spreadsheet::letters(column))
}

#[cfg(test)]
mod tests {
    use super::read_table;

    /// Row numbers with the first cell of each.
    fn rows(text: &str) -> Vec<(usize, String)> {
        let table = read_table(text.as_bytes()).unwrap();
        let first = table.rows.iter();
        first
            .map(|row| (row.number, row.cell(0).to_owned()))
            .collect()
    }

    fn numbered(rows: &[(usize, &str)]) -> Vec<(usize, String)> {
        rows.iter()
            .map(|(number, cell)| (*number, (*cell).to_owned()))
            .collect()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let table: [(&str, &[(usize, &str)]); 7] = [
            ("Kundennr.;Name\n1;A\n2;B", &[(2, "1"), (3, "2")]),
            (
                "Kundennr.;Name\r\n1;A\r\n\r\n2;B\r\n",
                &[(2, "1"), (4, "2")],
            ),
            ("\n\nKundennr.;Name\n1;A\n", &[(4, "1")]),
            ("Kundennr.;Name\n1;\"A\n\nB\"\n2;C", &[(2, "1"), (3, "2")]),
            (
                "Kundennr.;Name\n1;A\n;;\n \n2;B\n;\n;\n",
                &[(2, "1"), (5, "2")],
            ),
            ("sep=;\nKundennr.;Name\n1;A", &[(2, "1")]),
            ("Stand heute\n\nKundennr.;Name\n1;A", &[(4, "1")]),
        ];
        for (text, expected) in table {
            assert_eq!(rows(text), numbered(expected), "{text:?}");
        }
    }

    #[test]
    fn a_title_above_the_headings_is_passed_over_and_named() {
        let table = read_table(b"Bestand IFK 1\n\nKundennr.;Name\n1;A").unwrap();
        assert_eq!(table.heading_row, Some(3));
        assert_eq!(table.above_headings, [1]);
        assert_eq!(table.headings, ["Kundennr.", "Name"]);
    }

    #[test]
    fn without_headings_every_row_is_a_row_and_columns_have_letters() {
        let table = read_table(b"617D1;A;x\n617D2;B").unwrap();
        assert_eq!(table.heading_row, None);
        assert_eq!(table.headings, ["Spalte A", "Spalte B", "Spalte C"]);
        assert_eq!(table.rows.len(), 2);
    }

    #[test]
    fn quoted_cells_keep_breaks_and_inner_quotes() {
        let table = read_table(b"Kundennr.,Notiz\n1,\"siehe Akte;\r\n2. \"\"Anlauf\"\"\"").unwrap();
        assert_eq!(
            table.rows.first().unwrap().cell(1),
            "siehe Akte;\n2. \"Anlauf\""
        );
    }

    #[test]
    fn one_stray_quote_costs_no_row() {
        let table = read_table(b"Kundennr.;Name\n1;\"Anker\n2;B\n3;\"C\"").unwrap();
        assert_eq!(table.rows.len(), 3);
        assert_eq!(table.stray_quotes, [2]);
    }
}
