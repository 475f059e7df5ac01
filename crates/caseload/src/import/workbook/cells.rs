//! The cells of a sheet.

use super::WorkbookFault;
use super::markup::{Piece, Scanner, Tag};
use super::number::{self, Epoch};
use super::parts::TextParts;
use crate::import::table::TableRow;

/// As many rows and columns as a sheet can have.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;

/// The most cells that are kept, blank ones between others included: thousands of customers with
/// hundreds of columns. A file can claim more than any memory holds.
const MOST_CELLS: usize = 2_000_000;

/// What cells refer to.
pub(super) struct Looks {
    /// Texts that cells share.
    pub(super) shared: Vec<String>,
    /// For each style whether it shows a number as a day.
    pub(super) days: Vec<bool>,
    /// From when days are counted.
    pub(super) epoch: Epoch,
}

/// The rows of a sheet that hold something, each up to its last cell that does.
pub(super) fn rows(text: &str, looks: &Looks) -> Result<Vec<TableRow>, WorkbookFault> {
    let mut scanner = Scanner::new(text);
    let mut grid = Grid::default();
    let mut is_whole = false;
    while let Some(piece) = scanner.next()? {
        match &piece {
            Piece::Open(tag) if tag.name == "row" => grid.begin(tag)?,
            Piece::Open(tag) if tag.name == "c" => {
                let column = grid.next_column(tag)?;
                let shown = cell(tag, &mut scanner, looks)?;
                grid.put(column, shown)?;
            }
            Piece::Close("sheetData") => is_whole = true,
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    if is_whole {
        Ok(grid.rows)
    } else {
        Err(WorkbookFault::Damaged)
    }
}

/// Reads a cell to its end: what it shows.
fn cell(tag: &Tag<'_>, scanner: &mut Scanner<'_>, looks: &Looks) -> Result<String, WorkbookFault> {
    let mut value = String::new();
    let mut in_value = false;
    let mut inline = TextParts::default();
    loop {
        let piece = scanner.next()?.ok_or(WorkbookFault::Damaged)?;
        inline.follow(&piece);
        match piece {
            Piece::Open(Tag { name: "v", .. }) => in_value = true,
            Piece::Close("v") => in_value = false,
            Piece::Close("c") => break,
            Piece::Text(text) if in_value => value.push_str(&text),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    match tag.attribute("t").as_deref() {
        Some("s") => {
            let place: Option<usize> = value.trim().parse().ok();
            let text = place.and_then(|place| looks.shared.get(place));
            text.cloned().ok_or(WorkbookFault::Damaged)
        }
        Some("inlineStr") => Ok(inline.take()),
        Some("b") => Ok(match value.trim() {
            "1" => "WAHR".to_owned(),
            _ => "FALSCH".to_owned(),
        }),
        Some("str" | "e" | "d") => Ok(value),
        Some(_) | None => Ok(shown(&value, tag, looks)),
    }
}

fn shown(value: &str, tag: &Tag<'_>, looks: &Looks) -> String {
    let style: Option<usize> = tag.attribute("s").and_then(|style| style.parse().ok());
    let is_day = style.and_then(|style| looks.days.get(style)) == Some(&true);
    is_day
        .then(|| number::day(value, looks.epoch))
        .flatten()
        .unwrap_or_else(|| number::shown(value))
}

/// Rows as they are filled. Rows and cells say where they stand, or follow the one before.
#[derive(Default)]
struct Grid {
    rows: Vec<TableRow>,
    row: usize,
    column: usize,
    cells: usize,
}

impl Grid {
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookFault> {
        self.row = match tag.attribute("r") {
            Some(number) => number.trim().parse().map_err(|_| WorkbookFault::Damaged)?,
            None => self.row + 1,
        };
        self.column = 0;
        if self.row == 0 || self.row > ROWS {
            return Err(WorkbookFault::Damaged);
        }
        Ok(())
    }

    /// The column of a cell, counted from 0.
    fn next_column(&mut self, tag: &Tag<'_>) -> Result<usize, WorkbookFault> {
        let column = match tag.attribute("r") {
            Some(place) => column(&place).ok_or(WorkbookFault::Damaged)?,
            None => self.column,
        };
        self.column = column + 1;
        Ok(column)
    }

    fn put(&mut self, column: usize, shown: String) -> Result<(), WorkbookFault> {
        if shown.trim().is_empty() {
            return Ok(());
        }
        let number = self.row;
        if self.rows.last().is_none_or(|row| row.number != number) {
            self.rows.push(TableRow {
                number,
                cells: Vec::new(),
            });
        }
        let Some(row) = self.rows.last_mut() else {
            return Ok(());
        };
        let width = row.cells.len();
        self.cells += (column + 1).saturating_sub(width);
        if self.cells > MOST_CELLS {
            return Err(WorkbookFault::TooLarge);
        }
        if column >= width {
            row.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = row.cells.get_mut(column) {
            *cell = shown;
        }
        Ok(())
    }
}

/// The column of a place such as `AB12`, counted from 0.
fn column(place: &str) -> Option<usize> {
    let mut column = 0;
    for letter in place.bytes().take_while(u8::is_ascii_alphabetic) {
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        if column > COLUMNS {
            return None;
        }
    }
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{Looks, column, rows};
    use crate::import::list_error::WorkbookFault;
    use crate::import::workbook::number::Epoch;
    use crate::spreadsheet::letters;

    fn looks() -> Looks {
        Looks {
            shared: vec!["geteilt".to_owned()],
            days: vec![false, true],
            epoch: Epoch::Of1900,
        }
    }

    /// Number and cells of each row of a sheet with this content.
    fn read(content: &str) -> Vec<String> {
        let text = format!("<worksheet><sheetData>{content}</sheetData></worksheet>");
        let rows = rows(&text, &looks()).unwrap();
        let rows = rows.iter();
        rows.map(|row| format!("{} {}", row.number, row.cells.join("|")))
            .collect()
    }

    #[test]
    fn cells_show_what_the_sheet_shows() {
        for (cell, expected) in [
            ("<c t=\"s\"><v>0</v></c>", "1 geteilt"),
            (
                "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>&lt;b</t></r></is></c>",
                "1 a<b",
            ),
            (
                "<c t=\"str\"><f>A1&amp;\"x\"</f><v>ergeben</v></c>",
                "1 ergeben",
            ),
            ("<c s=\"1\"><v>46268</v></c>", "1 03.09.2026"),
            (
                "<c s=\"1\" t=\"n\"><f>TODAY()</f><v>46268.5</v></c>",
                "1 03.09.2026 12:00",
            ),
            ("<c s=\"0\"><v>46268.0</v></c>", "1 46268"),
            ("<c s=\"1\"><v>-1</v></c>", "1 -1"),
            (
                "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>",
                "1 WAHR|FALSCH",
            ),
            ("<c t=\"e\"><v>#N/A</v></c>", "1 #N/A"),
            ("<c t=\"d\"><v>2026-09-03</v></c>", "1 2026-09-03"),
        ] {
            assert_eq!(read(&format!("<row>{cell}</row>")), [expected], "{cell}");
        }
    }

    #[test]
    fn rows_and_cells_stand_where_they_say_or_follow_each_other() {
        let rows = read(
            "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c><c r=\"E3\"/></row>\
             <row/><row><c><v>3</v></c></row><row r=\"9\"><c t=\"inlineStr\"><is><t> </t></is></c></row>",
        );
        assert_eq!(rows, ["3 |1|2", "5 3"]);
    }

    #[test]
    fn what_refers_to_nothing_is_damage() {
        for content in [
            "<row r=\"0\"/>",
            "<row r=\"1048577\"/>",
            "<row><c r=\"1\"><v>1</v></c></row>",
            "<row><c r=\"XFE1\"><v>1</v></c></row>",
            "<row><c t=\"s\"><v>1</v></c></row>",
            "<row><c><v>1</v>",
        ] {
            let text = format!("<sheetData>{content}</sheetData>");
            let found = rows(&text, &looks()).err();
            assert_eq!(found, Some(WorkbookFault::Damaged), "{content}");
        }
        let cut = "<sheetData><row><c><v>1</v></c></row>";
        assert!(rows(cut, &looks()).is_err());
    }

    #[test]
    fn a_sheet_of_blanks_is_not_made_of_memory() {
        let row =
            |number: usize| format!("<row r=\"{number}\"><c r=\"XFD{number}\"><v>1</v></c></row>");
        let content: String = (1..=200).map(row).collect();
        let text = format!("<sheetData>{content}</sheetData>");
        assert_eq!(rows(&text, &looks()).err(), Some(WorkbookFault::TooLarge));
    }

    #[test]
    fn columns_are_found_by_their_letters() {
        for place in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(column(&format!("{}7", letters(place))), Some(place));
        }
        assert_eq!(column("7"), None);
        assert_eq!(column(""), None);
    }
}
