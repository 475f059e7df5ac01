//! A table on its way out, before it is known as what kind of file.

use chrono::NaiveDate;

/// A table with a row of headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called, at most 31 characters and none of `[ ] : * ? / \`.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetColumn {
    /// What stands above it.
    pub heading: &'static str,
    /// How wide it is, in digits.
    pub width: u8,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; it stays one, whatever it begins with.
    Text(String),
    /// A day.
    Day(NaiveDate),
}

impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
    }
}
