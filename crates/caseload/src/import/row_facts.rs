//! What one row says, read cell by cell, before anybody asks what is already recorded.

use super::cells::{Reading, content, dates, names, terms};
use super::fault::FaultKind;
use super::field::Field;
use super::mapping::Mapping;
use super::table::TableRow;
use super::windows_1252;
use chrono::NaiveDate;
use rules::facts::{Category, Channel, Profile, Status, Supervision};
use rules::ordering::sort_by_key;

/// A cell that cannot be read: its column, and why.
pub(super) type Unreadable = (usize, FaultKind);

/// What a row says. An empty text and `None` mean that the row does not say it.
pub(super) struct RowFacts {
    pub(super) name: String,
    pub(super) birth_date: Option<NaiveDate>,
    pub(super) in_care_since: Option<NaiveDate>,
    pub(super) status: Option<Status>,
    pub(super) profile: Option<Profile>,
    pub(super) category: CategorySaid,
    pub(super) k3_marker: Option<bool>,
    pub(super) supervision: Option<Supervision>,
    pub(super) last_contact: Option<NaiveDate>,
    pub(super) channel: Option<Channel>,
    pub(super) next_appointment: Option<NaiveDate>,
    pub(super) digital_consent: Option<bool>,
    pub(super) note: String,
    /// Umlauts of the row are broken.
    pub(super) garbled: bool,
    /// Cells that cannot be read, in the order of the columns.
    pub(super) unreadable: Vec<Unreadable>,
}

/// What a row says about the category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CategorySaid {
    /// Nothing.
    Nothing,
    /// That none is recorded; only an empty internal customer code says so.
    None,
    /// This one.
    Is(Category),
    /// This one, and the internal customer code another.
    Contradicted(Category),
}

/// The customer number of a row, empty if there is none.
pub(super) fn number(row: &TableRow, mapping: &Mapping) -> String {
    cell(row, mapping, Field::Number).map_or_else(String::new, |(_, cell)| names::number(cell))
}

/// Reads a row.
pub(super) fn read(row: &TableRow, mapping: &Mapping, today: NaiveDate) -> RowFacts {
    let mut reader = Reader {
        row,
        mapping,
        unreadable: Vec::new(),
    };
    let birth = |cell: &str| dates::date(cell, dates::Meaning::Birth, today);
    let event = |cell: &str| dates::date(cell, dates::Meaning::Event, today);
    let (category, k3_marker) = reader.category_and_marker();
    let mut facts = RowFacts {
        name: reader.name(),
        birth_date: reader.read(Field::BirthDate, birth),
        in_care_since: reader.read(Field::InCareSince, event),
        status: reader.read(Field::Status, terms::status),
        profile: reader.read(Field::Profile, terms::profile),
        category,
        k3_marker,
        supervision: reader.read(Field::Supervision, terms::supervision),
        last_contact: reader.read(Field::LastContact, event),
        channel: reader.read(Field::ContactChannel, terms::channel),
        next_appointment: reader.read(Field::NextAppointment, event),
        digital_consent: reader.read(Field::DigitalConsent, terms::yes_or_no),
        note: reader.text(Field::Note).to_owned(),
        garbled: row.cells.iter().any(|cell| windows_1252::is_garbled(cell)),
        unreadable: reader.unreadable,
    };
    let surplus = row.cells.iter().enumerate().skip(mapping.width());
    facts.unreadable.extend(
        surplus
            .filter(|(_, cell)| !content(cell).is_empty())
            .map(|(column, _)| (column, FaultKind::BeyondHeadings)),
    );
    sort_by_key(&mut facts.unreadable, |(column, _)| *column);
    facts
}

/// The cell of a field with its column, if the field has one.
fn cell<'a>(row: &'a TableRow, mapping: &Mapping, field: Field) -> Option<(usize, &'a str)> {
    let column = mapping.column(field)?;
    Some((column, row.cell(column)))
}

/// Reads the fields of one row and gathers what cannot be read.
struct Reader<'a> {
    row: &'a TableRow,
    mapping: &'a Mapping,
    unreadable: Vec<Unreadable>,
}

impl Reader<'_> {
    fn text(&self, field: Field) -> &str {
        cell(self.row, self.mapping, field).map_or("", |(_, cell)| content(cell))
    }

    fn read<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Reading<T>) -> Option<T> {
        let (column, cell) = cell(self.row, self.mapping, field)?;
        let reading = read(cell);
        if let Reading::Faulty(kind) = reading {
            self.unreadable.push((column, kind));
        }
        reading.value()
    }

    /// The name out of its own column, or out of those for first and last name.
    fn name(&self) -> String {
        let parts = names::joined(self.text(Field::FirstName), self.text(Field::LastName));
        if parts.is_empty() {
            names::whole(self.text(Field::Name))
        } else {
            parts
        }
    }

    /// A column of its own decides the category before the internal customer code does.
    fn category_and_marker(&mut self) -> (CategorySaid, Option<bool>) {
        let own = self.read(Field::Category, terms::category);
        let Some((column, cell)) = cell(self.row, self.mapping, Field::InternalCode) else {
            return (own.map_or(CategorySaid::Nothing, CategorySaid::Is), None);
        };
        let code = terms::internal_code(cell);
        if let Reading::Faulty(kind) = code.category {
            self.unreadable.push((column, kind));
        }
        let own_column = self.mapping.column(Field::Category).is_some();
        let said = match (own, code.category) {
            (Some(own), Reading::Value(other)) if own != other => CategorySaid::Contradicted(own),
            (Some(own), _) => CategorySaid::Is(own),
            (None, Reading::Value(category)) => CategorySaid::Is(category),
            (None, Reading::Blank) if !own_column => CategorySaid::None,
            (None, Reading::Blank | Reading::Faulty(_)) => CategorySaid::Nothing,
        };
        (said, code.k3_marker)
    }
}
