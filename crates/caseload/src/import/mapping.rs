//! Step 3: which column holds what.

use super::field::Field;
use super::heading;
use super::table::Table;
use std::fmt;

/// Which column of a list holds what; a column without a field is not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Field>>,
}

/// Why a mapping does not do. `Display` gives German sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingError {
    /// No row looks like headings, and nobody said which column is which.
    NoHeadings {
        /// Number of the first row.
        row: usize,
        /// What stands in it.
        cells: Vec<String>,
    },
    /// No column holds the customer number.
    NumberMissing {
        /// The headings of the list.
        headings: Vec<String>,
    },
    /// Two columns hold the same.
    Twice {
        /// What they hold.
        field: Field,
        /// Names of the columns.
        columns: Vec<String>,
    },
}

impl Mapping {
    /// A mapping for `width` columns that takes nothing over.
    pub fn nothing(width: usize) -> Self {
        Mapping {
            columns: vec![None; width],
        }
    }

    /// The mapping that the headings suggest. Of several columns with headings of one field the
    /// most certain is taken, of equally certain ones the first.
    pub(super) fn guess(table: &Table) -> Self {
        let mut mapping = Mapping::nothing(table.headings.len());
        if table.heading_row.is_none() {
            return mapping;
        }
        for field in Field::ALL {
            let best = table
                .headings
                .iter()
                .enumerate()
                .filter_map(|(column, heading)| match heading::field(heading) {
                    Some((found, rank)) if found == field => Some((rank, column)),
                    Some(_) | None => None,
                })
                .min();
            if let Some((_, column)) = best {
                mapping.set(column, Some(field));
            }
        }
        mapping.read_name_beside_first_name_as_last_name();
        mapping
    }

    /// "Name" beside "Vorname" is the last name.
    fn read_name_beside_first_name_as_last_name(&mut self) {
        let has = |field| self.column(field).is_some();
        if has(Field::FirstName)
            && !has(Field::LastName)
            && let Some(column) = self.column(Field::Name)
        {
            self.set(column, Some(Field::LastName));
        }
    }

    /// What a column holds.
    pub fn get(&self, column: usize) -> Option<Field> {
        self.columns.get(column).copied().flatten()
    }

    /// Says what a column holds. A column that does not exist is left alone.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        if let Some(slot) = self.columns.get_mut(column) {
            *slot = field;
        }
    }

    /// The first column that holds a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .position(|mapped| *mapped == Some(field))
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Whether a list can be taken over with this mapping.
    ///
    /// # Errors
    /// [`MappingError`] if the number has no column or a field has two.
    pub fn check(&self, table: &Table) -> Result<(), MappingError> {
        for field in Field::ALL {
            let columns: Vec<String> = self
                .columns
                .iter()
                .enumerate()
                .filter(|(_, mapped)| **mapped == Some(field))
                .map(|(column, _)| table.column_name(column))
                .collect();
            if columns.len() > 1 {
                return Err(MappingError::Twice { field, columns });
            }
        }
        if self.column(Field::Number).is_some() {
            return Ok(());
        }
        match (table.heading_row, table.rows.first()) {
            (None, Some(first)) => Err(MappingError::NoHeadings {
                row: first.number,
                cells: first.cells.clone(),
            }),
            (Some(_), _) | (None, None) => Err(MappingError::NumberMissing {
                headings: table.headings.clone(),
            }),
        }
    }
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MappingError::NoHeadings { row, cells } => write!(
                f,
                "Die Liste hat keine Überschriften, die hier bekannt sind; ihre erste Zeile mit \
                 Inhalt (Zeile {row}) ist: {}. Bitte setzen Sie eine Zeile mit Überschriften \
                 darüber, mindestens „Kundennummer“, oder ordnen Sie die Spalten selbst zu.",
                quoted(cells)
            ),
            MappingError::NumberMissing { headings } => write!(
                f,
                "Es fehlt die Spalte mit der Kundennummer. Gefundene Überschriften: {}. Bitte \
                 ordnen Sie die Kundennummer einer Spalte zu oder nennen Sie die Spalte in der \
                 Liste „Kundennummer“.",
                quoted(headings)
            ),
            MappingError::Twice { field, columns } => write!(
                f,
                "„{}“ ist mehreren Spalten zugeordnet: {}. Bitte lassen Sie die Zuordnung nur bei \
                 einer davon stehen.",
                field.label(),
                quoted(columns)
            ),
        }
    }
}

impl std::error::Error for MappingError {}

/// "„a“, „b“", without cells that are empty.
fn quoted(cells: &[String]) -> String {
    cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .map(|cell| format!("„{}“", cell.trim()))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::{Mapping, MappingError};
    use crate::import::{Field, Table, read_table};

    fn table(text: &str) -> Table {
        read_table(text.as_bytes()).unwrap()
    }

    fn guessed(text: &str) -> Vec<Option<Field>> {
        let mapping = table(text).guess_mapping();
        (0..mapping.width())
            .map(|column| mapping.get(column))
            .collect()
    }

    #[test]
    fn headings_suggest_the_mapping() {
        use Field::{FirstName, LastName, Name, Number, Status};
        let cases: [(&str, &[Option<Field>]); 5] = [
            (
                "Status;Team;Kundennr.\na;b;c",
                &[Some(Status), None, Some(Number)],
            ),
            ("Kundennr;Name\n1;a", &[Some(Number), Some(Name)]),
            (
                "Kundennr;Name;Vorname\n1;a;b",
                &[Some(Number), Some(LastName), Some(FirstName)],
            ),
            ("BG-Kundennummer;Kundennummer\n1;2", &[None, Some(Number)]),
            ("1;2\n3;4", &[None, None]),
        ];
        for (text, expected) in cases {
            assert_eq!(guessed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_missing_number_names_the_headings_found() {
        let table = table("Name;Status\nA;AL");
        let error = table.guess_mapping().check(&table).unwrap_err();
        assert_eq!(
            error,
            MappingError::NumberMissing {
                headings: vec!["Name".to_owned(), "Status".to_owned()]
            }
        );
        assert!(error.to_string().contains("„Name“, „Status“"), "{error}");
    }

    #[test]
    fn a_list_without_headings_says_so_until_somebody_maps_it() {
        let table = table("617D1;A\n617D2;B");
        let mut mapping = table.guess_mapping();
        assert!(matches!(
            mapping.check(&table),
            Err(MappingError::NoHeadings { row: 1, .. })
        ));
        mapping.set(0, Some(Field::Number));
        assert_eq!(mapping.check(&table), Ok(()));
    }

    #[test]
    fn a_field_may_have_one_column_only() {
        let table = table("Kundennr;Name;Team\n1;A;B");
        let mut mapping = table.guess_mapping();
        mapping.set(2, Some(Field::Name));
        assert_eq!(
            mapping.check(&table),
            Err(MappingError::Twice {
                field: Field::Name,
                columns: vec!["Name".to_owned(), "Team".to_owned()]
            })
        );
    }

    #[test]
    fn a_column_that_is_not_there_is_left_alone() {
        let mut mapping = Mapping::nothing(1);
        mapping.set(5, Some(Field::Number));
        assert_eq!(mapping, Mapping::nothing(1));
    }
}
