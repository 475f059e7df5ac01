//! What becomes of one row: the verdict, what changes, what is wrong.

use super::edit::{Change, Edit};
use super::fault::{Consequence, Fault, FaultKind};
use super::note::Hint;
use crate::record::CustomerNumber;
use rules::facts::CaseId;

/// What a row comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// A customer who is not in the caseload yet.
    New,
    /// A customer of whom something changes.
    Changed,
    /// A customer of whom nothing changes.
    Unchanged,
    /// At least one cell cannot be read; whether the row is taken over all the same, with a gap,
    /// [`ImportRow::taken_over`] says.
    Faulty,
}

impl Verdict {
    /// All verdicts, in the order in which they are counted.
    pub const ALL: [Verdict; 4] = [
        Verdict::New,
        Verdict::Changed,
        Verdict::Unchanged,
        Verdict::Faulty,
    ];

    /// The name used in marks for automated use.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::New => "new",
            Verdict::Changed => "changed",
            Verdict::Unchanged => "unchanged",
            Verdict::Faulty => "faulty",
        }
    }

    /// Its German name.
    pub fn label(self) -> &'static str {
        match self {
            Verdict::New => "neu",
            Verdict::Changed => "geändert",
            Verdict::Unchanged => "unverändert",
            Verdict::Faulty => "fehlerhaft",
        }
    }
}

/// One row of a list, compared with the caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Row as a spreadsheet numbers it.
    pub row: usize,
    /// The customer number as it will be recorded; `None` if the row has none.
    pub number: Option<CustomerNumber>,
    /// The name as the row has it.
    pub name: Option<String>,
    /// What the row comes to.
    pub verdict: Verdict,
    /// What changes; of a new customer everything that becomes known.
    pub changes: Vec<Change>,
    /// What cannot be read.
    pub faults: Vec<Fault>,
    /// What else there is to know.
    pub hints: Vec<Hint>,
    /// What is carried out; `None` if the row is not taken over.
    pub(super) target: Option<Target>,
}

/// The customer that a row is about, and what is done to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) id: CaseId,
    /// Whether the caseload does not have the customer yet.
    pub(super) is_new: bool,
    pub(super) number: CustomerNumber,
    pub(super) edits: Vec<Edit>,
}

impl ImportRow {
    /// Whether the row is taken over, be it with gaps.
    pub fn taken_over(&self) -> bool {
        self.target.is_some()
    }
}

/// A row that cannot be taken over, because of its number.
pub(super) fn passed_over(row: usize, number: &str, name: String, fault: Fault) -> ImportRow {
    ImportRow {
        row,
        number: CustomerNumber::new(number),
        name: (!name.is_empty()).then_some(name),
        verdict: Verdict::Faulty,
        changes: Vec::new(),
        faults: vec![fault],
        hints: Vec::new(),
        target: None,
    }
}

/// The consequence of a fault for a customer who is in the caseload already, or is not.
fn consequence(kind: FaultKind, recorded: bool) -> Consequence {
    match kind {
        FaultKind::NumberMissing | FaultKind::NumberRepeated { .. } => Consequence::RowPassedOver,
        FaultKind::BeyondHeadings => Consequence::CellPassedOver,
        FaultKind::DateDoubted
        | FaultKind::DateImpossible
        | FaultKind::DateUnreadable
        | FaultKind::DateOutOfRange
        | FaultKind::BirthAhead
        | FaultKind::StatusUnreadable
        | FaultKind::ProfileUnreadable
        | FaultKind::CategoryUnreadable
        | FaultKind::InternalCodeUnreadable
        | FaultKind::SupervisionUnreadable
        | FaultKind::ChannelUnreadable
        | FaultKind::YesNoUnreadable => {
            if recorded {
                Consequence::StaysAsRecorded
            } else {
                Consequence::StaysUnknown
            }
        }
    }
}

/// A fault of a cell.
pub(super) fn fault(
    row: usize,
    column: String,
    value: &str,
    kind: FaultKind,
    recorded: bool,
) -> Fault {
    Fault {
        row,
        column,
        value: value.to_owned(),
        kind,
        consequence: consequence(kind, recorded),
    }
}
