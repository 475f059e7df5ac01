//! Step 5: what a list would change, and then changing it.

use super::comparison::compare;
use super::fault::FaultKind;
use super::field::Field;
use super::mapping::{Mapping, MappingError};
use super::note::{Hint, Note};
use super::record_index::RecordIndex;
use super::row_plan::{ImportRow, Verdict, fault, passed_over};
use super::table::{Source, Table, TableRow};
use super::{row_facts, windows_1252};
use crate::record::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use rules::ordering;
use rules::ordering::OrderedMap;
use std::sync::Arc;

/// What taking a list over would do: the dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    /// One entry per row, in the order of the list.
    pub rows: Vec<ImportRow>,
    /// What there is to know about the list as a whole.
    pub notes: Vec<Note>,
}

/// How many rows came to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New customers.
    pub new: usize,
    /// Customers of whom something changes.
    pub changed: usize,
    /// Customers of whom nothing changes.
    pub unchanged: usize,
    /// Rows with a cell that cannot be read, taken over or not.
    pub faulty: usize,
    /// Those of the faulty rows that are not taken over.
    pub passed_over: usize,
}

impl Counts {
    /// The count of one verdict.
    pub fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::New => self.new,
            Verdict::Changed => self.changed,
            Verdict::Unchanged => self.unchanged,
            Verdict::Faulty => self.faulty,
        }
    }
}

/// Compares a list with a caseload. Nothing changes yet.
///
/// # Errors
/// [`MappingError`] if the mapping does not do.
pub fn plan(
    table: &Table,
    mapping: &Mapping,
    caseload: &Caseload,
    today: NaiveDate,
) -> Result<ImportPlan, MappingError> {
    mapping.check(table)?;
    let index = RecordIndex::new(caseload, today);
    let mut first_rows: OrderedMap<String, usize> = OrderedMap::new();
    let rows: Vec<ImportRow> = table
        .rows
        .iter()
        .map(|row| {
            let list = List { table, mapping };
            plan_row(row, list, &mut first_rows, &index, today)
        })
        .collect();
    let notes = notes(table, mapping, &rows);
    Ok(ImportPlan { rows, notes })
}

/// A list and how it is read.
#[derive(Clone, Copy)]
struct List<'a> {
    table: &'a Table,
    mapping: &'a Mapping,
}

fn plan_row(
    row: &TableRow,
    List { table, mapping }: List<'_>,
    first_rows: &mut OrderedMap<String, usize>,
    index: &RecordIndex<'_>,
    today: NaiveDate,
) -> ImportRow {
    let facts = row_facts::read(row, mapping, today);
    let number = row_facts::number(row, mapping);
    let recorded = index.customer(&number).is_some();
    let fault_at = |column: usize, kind| {
        let name = table.column_name(column);
        fault(row.number, name, row.cell(column), kind, recorded)
    };
    let number_column = mapping.column(Field::Number).unwrap_or_default();
    let Some(customer_number) = CustomerNumber::new(&number) else {
        let fault = fault_at(number_column, FaultKind::NumberMissing);
        return passed_over(row.number, &number, facts.name, fault);
    };
    if let Some(first_row) = first_rows.get(&number) {
        let kind = FaultKind::NumberRepeated {
            first_row: *first_row,
        };
        let fault = fault_at(number_column, kind);
        return passed_over(row.number, &number, facts.name, fault);
    }
    first_rows.insert(number, row.number);
    let faults = facts
        .unreadable
        .iter()
        .map(|(column, kind)| fault_at(*column, *kind))
        .collect();
    compare(row.number, customer_number, &facts, faults, index, today)
}

fn notes(table: &Table, mapping: &Mapping, rows: &[ImportRow]) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Source::Workbook { sheet, others } = &table.source
        && !others.is_empty()
    {
        notes.push(Note::OtherSheets(sheet.clone(), others.clone()));
    }
    if !table.above_headings.is_empty() {
        notes.push(Note::RowsAboveHeadings(table.above_headings.clone()));
    }
    let columns: Vec<String> = (0..mapping.width())
        .filter(|column| mapping.get(*column).is_none())
        .filter(|column| holds_something(table, *column))
        .map(|column| table.column_name(column))
        .collect();
    if !columns.is_empty() {
        notes.push(Note::ColumnsPassedOver(columns));
    }
    if !table.stray_quotes.is_empty() {
        notes.push(Note::StrayQuotes(table.stray_quotes.clone()));
    }
    let broken_heading = table.heading_row.filter(|_| {
        table
            .headings
            .iter()
            .any(|name| windows_1252::is_garbled(name))
    });
    let with_hint = |wanted: fn(&Hint) -> bool| {
        rows.iter()
            .filter(move |row| row.hints.iter().any(wanted))
            .map(|row| row.row)
    };
    let garbled: Vec<usize> = broken_heading
        .into_iter()
        .chain(with_hint(|hint| matches!(hint, Hint::Garbled)))
        .collect();
    if !garbled.is_empty() {
        notes.push(Note::GarbledRows(garbled));
    }
    let lost: Vec<usize> =
        with_hint(|hint| matches!(hint, Hint::LostLetters | Hint::NameKept(_))).collect();
    if !lost.is_empty() {
        notes.push(Note::LostLetters(lost));
    }
    notes
}

fn holds_something(table: &Table, column: usize) -> bool {
    table
        .rows
        .iter()
        .any(|row| !row.cell(column).trim().is_empty())
}

impl ImportPlan {
    /// How many rows came to what.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            match row.verdict {
                Verdict::New => counts.new += 1,
                Verdict::Changed => counts.changed += 1,
                Verdict::Unchanged => counts.unchanged += 1,
                Verdict::Faulty => counts.faulty += 1,
            }
            counts.passed_over += usize::from(!row.taken_over());
        }
        counts
    }

    /// Whether [`ImportPlan::apply`] would change anything.
    pub fn changes_something(&self) -> bool {
        self.rows
            .iter()
            .filter_map(|row| row.target.as_ref())
            .any(|target| target.is_new || !target.edits.is_empty())
    }

    /// The caseload with every row taken over that can be. New customers follow the present ones,
    /// in the order of the list.
    #[must_use]
    pub fn apply(&self, caseload: &Caseload) -> Caseload {
        let mut after = caseload.clone();
        let present = after.customers.iter().enumerate();
        let mut places: OrderedMap<_, usize> =
            ordering::map(present.map(|(place, customer)| (customer.id.clone(), place)));
        for target in self.rows.iter().filter_map(|row| row.target.as_ref()) {
            let place = *places.entry(target.id.clone()).or_insert_with(|| {
                let new = Customer::new(target.id.clone(), target.number.clone());
                after.customers.push(Arc::new(new));
                after.customers.len() - 1
            });
            if let Some(customer) = after.customers.get_mut(place) {
                for edit in &target.edits {
                    edit.apply(Arc::make_mut(customer));
                }
            }
        }
        after
    }
}
