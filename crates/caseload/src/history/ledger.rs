//! The caseload with everything that was done to it.

use super::apply::apply_all;
use super::change::{Change, Misfit, Sheet, Step, Swap, Way};
use super::command::{Command, Refusal};
use super::difference::difference;
use super::edit::{self, Edit};
use super::event::{CaseloadId, Deed, Event, EventId, Stamp};
use super::turns::Turns;
use crate::letters::capitals;
use crate::record::{Caseload, Customer, CustomerNumber};
use rules::Fact;
use rules::facts::CaseId;
use rules::ordering;
use std::sync::Arc;

/// A caseload, the events that made it, and what of them can be taken back.
///
/// Deciding and admitting are two steps, so that an event can be on disk before it is in force.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub(super) lineage: CaseloadId,
    pub(super) caseload: Arc<Caseload>,
    pub(super) events: Vec<Arc<Event>>,
    pub(super) turns: Turns,
}

impl Ledger {
    /// Begins with a caseload: an empty one, or that of a snapshot.
    pub fn new(lineage: CaseloadId, caseload: Caseload) -> Self {
        Ledger {
            lineage,
            caseload: Arc::new(caseload),
            events: Vec::new(),
            turns: Turns::default(),
        }
    }

    /// Takes note of an event that the caseload contains already, for undo and for the history.
    /// These come in order, and before any that is admitted.
    pub fn remember(&mut self, event: impl Into<Arc<Event>>) {
        self.events.push(event.into());
        let place = self.events.len() - 1;
        self.turns.follow(&self.events, place);
    }

    /// Takes note of events from before all that are known, in order, for undo and for the history.
    /// Those that are known already are passed over.
    pub fn recall(&mut self, earlier: Vec<Event>) {
        let known = ordering::set(self.events.iter().map(|event| event.id));
        let later = std::mem::take(&mut self.events);
        self.turns = Turns::default();
        let earlier = earlier.into_iter().map(Arc::new);
        for event in earlier
            .filter(|event| !known.contains(&event.id))
            .chain(later)
        {
            self.events.push(event);
            let place = self.events.len() - 1;
            self.turns.follow(&self.events, place);
        }
    }

    /// Brings an event into force. What does not fit is applied as far as possible, and the event
    /// is remembered all the same.
    ///
    /// # Errors
    /// [`Misfit`] if the caseload was not as the event expects it.
    pub fn admit(&mut self, event: impl Into<Arc<Event>>) -> Result<(), Misfit> {
        let event = event.into();
        let caseload = Arc::make_mut(&mut self.caseload);
        let fitted = apply_all(&event.changes, caseload, &mut self.lineage);
        self.remember(event);
        fitted
    }

    /// What a command comes to. Nothing changes yet.
    ///
    /// # Errors
    /// [`Refusal`] says why it is not carried out.
    pub fn decide(&self, command: &Command, stamp: Stamp) -> Result<Event, Refusal> {
        let (deed, changes) = match command {
            Command::Undo => {
                let target = self.undoable().ok_or(Refusal::NothingToUndo)?;
                let back = target.changes.iter().rev().map(Change::inverse);
                (Deed::Undone(target.id), back.collect())
            }
            Command::Redo => {
                let target = self.redoable().ok_or(Refusal::NothingToRedo)?;
                (Deed::Redone(target.id), target.changes.clone())
            }
            Command::TakeOverList(after) => (Deed::ListImported, self.replaced_by(after)?),
            Command::OpenFile(after) => (Deed::FileOpened, self.replaced_by(after)?),
            Command::MergeBackup(after) => (Deed::BackupMerged, self.replaced_by(after)?),
            Command::TakeLoan(after) => (Deed::HandoverTaken, self.replaced_by(after)?),
            Command::TakeBackLoan(after) => (Deed::HandoverReturned, self.replaced_by(after)?),
            Command::RestoreBackup { lineage, caseload } => {
                (Deed::BackupRestored, self.restored(*lineage, caseload)?)
            }
            Command::AddCustomer(customer) => (Deed::CustomerAdded, vec![self.added(customer)?]),
            Command::ReviseCustomer(sheet) => {
                let (deed, change) = self.revised(sheet)?;
                (deed, vec![change])
            }
            Command::Edit { deed, edits } => {
                for edit in edits {
                    self.check_sheet(edit)?;
                }
                (*deed, edit::decide(edits, &self.caseload, self.lineage)?)
            }
        };
        Ok(Event {
            id: stamp.id,
            at: stamp.at,
            deed,
            changes,
        })
    }

    fn replaced_by(&self, after: &Caseload) -> Result<Vec<Change>, Refusal> {
        let changes = difference(&self.caseload, after);
        if changes.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(changes)
    }

    /// A backup of another caseload has its place only where there is none yet, or where nobody can
    /// say any more which one it was.
    fn restored(&self, lineage: CaseloadId, after: &Caseload) -> Result<Vec<Change>, Refusal> {
        if lineage == self.lineage {
            return self.replaced_by(after);
        }
        let is_known = self.lineage != CaseloadId::unknown();
        if is_known && !self.caseload.customers.is_empty() {
            return Err(Refusal::ForeignBackup);
        }
        let mut changes = vec![Change::Lineage(Swap {
            before: self.lineage,
            after: lineage,
        })];
        changes.extend(difference(&self.caseload, after));
        Ok(changes)
    }

    fn added(&self, customer: &Customer) -> Result<Change, Refusal> {
        if self.customer(&customer.id).is_some() {
            return Err(Refusal::IdTaken);
        }
        self.check_number(&customer.number, &customer.id)?;
        check_closing(customer)?;
        Ok(Change::Customer(Step {
            position: self.caseload.customers.len(),
            way: Way::Added(Box::new(Arc::new(customer.clone()))),
        }))
    }

    fn revised(&self, sheet: &Sheet) -> Result<(Deed, Change), Refusal> {
        let after = sheet.customer();
        let customer = self.customer(&after.id).ok_or(Refusal::UnknownCustomer)?;
        let before = Sheet::of(customer);
        if before == *sheet {
            return Err(Refusal::NothingChanged);
        }
        if customer.number != after.number {
            self.check_number(&after.number, &after.id)?;
        }
        if customer.closed_on != after.closed_on {
            check_closing(after)?;
        }
        let deed = match (customer.closed_on, after.closed_on) {
            (None, Some(_)) => Deed::CustomerClosed,
            (Some(_), None) => Deed::CustomerReopened,
            (None, None) | (Some(_), Some(_)) => Deed::CustomerRevised,
        };
        let swap = Swap {
            before,
            after: sheet.clone(),
        };
        Ok((deed, Change::Sheet(Box::new(swap))))
    }

    /// What holds for a sheet that is changed on its own holds for one that is changed with others.
    fn check_sheet(&self, edit: &Edit) -> Result<(), Refusal> {
        if let Edit::Sheet(sheet) = edit {
            match self.revised(sheet) {
                Ok(_) | Err(Refusal::NothingChanged) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(())
    }

    /// Numbers are compared as lists write them: without surrounding blanks, in capitals.
    fn check_number(&self, number: &CustomerNumber, id: &CaseId) -> Result<(), Refusal> {
        let plain = |number: &CustomerNumber| capitals(number.as_str().trim());
        let wanted = plain(number);
        let mut others = self.caseload.customers.iter();
        match others.find(|other| other.id != *id && plain(&other.number) == wanted) {
            Some(other) => Err(Refusal::NumberTaken(other.number.clone())),
            None => Ok(()),
        }
    }

    pub(super) fn customer(&self, id: &CaseId) -> Option<&Customer> {
        let mut customers = self.caseload.customers.iter();
        customers
            .find(|customer| customer.id == *id)
            .map(Arc::as_ref)
    }

    /// The caseload as it is.
    pub fn caseload(&self) -> &Arc<Caseload> {
        &self.caseload
    }

    /// Which caseload it is.
    pub fn lineage(&self) -> CaseloadId {
        self.lineage
    }

    /// What was done to it, the earliest first.
    pub fn events(&self) -> &[Arc<Event>] {
        &self.events
    }

    /// What [`Command::Undo`] would take back.
    pub fn undoable(&self) -> Option<&Event> {
        let place = self.turns.undo.last()?;
        self.events.get(*place).map(Arc::as_ref)
    }

    /// What [`Command::Redo`] would do again.
    pub fn redoable(&self) -> Option<&Event> {
        let place = self.turns.redo.last()?;
        self.events.get(*place).map(Arc::as_ref)
    }

    pub(super) fn event(&self, id: EventId) -> Option<&Event> {
        let events = self.events.iter();
        events.rev().find(|event| event.id == id).map(Arc::as_ref)
    }
}

fn check_closing(customer: &Customer) -> Result<(), Refusal> {
    match (customer.closed_on, customer.facts.in_care_since) {
        (Some(closed_on), Fact::Known(in_care_since)) if closed_on < in_care_since => {
            Err(Refusal::ClosedBeforeCare {
                closed_on,
                in_care_since,
            })
        }
        (None | Some(_), Fact::Known(_) | Fact::Unknown) => Ok(()),
    }
}
