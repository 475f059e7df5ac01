//! The caseloads in memory: the caseworker's own and the example, side by side, so that looking at
//! the example never costs an own change. One of the two is on screen. Each remembers what it was
//! before its last import.

use caseload::Caseload;
use std::sync::Arc;

/// Whose caseload is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// None yet.
    Empty,
    /// Invented customers to try things out on.
    Example,
    /// The caseworker's own.
    Own,
}

/// Whether closing the window would lose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Safety {
    /// There is nothing, or a file of it was written since the last change.
    #[default]
    NothingToLose,
    /// Changes exist only in memory.
    OnlyInMemory,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Own,
    Example,
}

/// Both caseloads and which of them is on screen.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    shown: Place,
    own: Slot,
    example: Slot,
}

#[derive(Debug, Clone, Default)]
struct Slot {
    caseload: Option<Arc<Caseload>>,
    safety: Safety,
    before: Option<Box<Before>>,
}

#[derive(Debug, Clone)]
struct Before {
    slot: Slot,
    done: String,
}

impl Stock {
    /// Whose caseload is on screen.
    pub fn mode(&self) -> Mode {
        match (self.shown, &self.own.caseload) {
            (Place::Example, _) => Mode::Example,
            (Place::Own, Some(_)) => Mode::Own,
            (Place::Own, None) => Mode::Empty,
        }
    }

    /// The caseload on screen.
    pub fn caseload(&self) -> Option<&Arc<Caseload>> {
        self.slot().caseload.as_ref()
    }

    /// Whether closing the window would lose own changes, shown or not.
    pub fn safety(&self) -> Safety {
        self.own.safety
    }

    /// What the last import into the caseload on screen did, if it can be undone.
    pub fn undoable(&self) -> Option<&str> {
        let before = self.slot().before.as_ref()?;
        Some(&before.done)
    }

    /// Shows an example, in place of an earlier one.
    pub fn show_example(&mut self, caseload: Arc<Caseload>) {
        self.shown = Place::Example;
        self.example = Slot {
            caseload: Some(caseload),
            ..Slot::default()
        };
    }

    /// Shows the own caseload, empty as it may be.
    pub fn show_own(&mut self) {
        self.shown = Place::Own;
    }

    /// Replaces the caseload on screen by what an import made of it; `done` says what that was.
    pub fn take_over(&mut self, caseload: Arc<Caseload>, done: String) {
        let slot = self.slot_mut();
        let mut old = std::mem::take(slot);
        // One step back is offered, not a history.
        old.before = None;
        *slot = Slot {
            caseload: Some(caseload),
            safety: Safety::OnlyInMemory,
            before: Some(Box::new(Before { slot: old, done })),
        };
    }

    /// Whether something was imported into the example, so that it may hold people who exist.
    pub fn example_is_mixed(&self) -> bool {
        self.example.before.is_some() || self.example.safety == Safety::OnlyInMemory
    }

    /// Goes back to the caseload before the last import, and says whether there was one.
    pub fn undo(&mut self) -> bool {
        let slot = self.slot_mut();
        match slot.before.take() {
            Some(before) => {
                *slot = before.slot;
                true
            }
            None => false,
        }
    }

    /// A file of the caseload on screen was written.
    pub fn exported(&mut self) {
        self.slot_mut().safety = Safety::NothingToLose;
    }

    fn slot(&self) -> &Slot {
        match self.shown {
            Place::Own => &self.own,
            Place::Example => &self.example,
        }
    }

    fn slot_mut(&mut self) -> &mut Slot {
        match self.shown {
            Place::Own => &mut self.own,
            Place::Example => &mut self.example,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Safety, Stock};
    use crate::example;
    use caseload::Caseload;
    use chrono::NaiveDate;
    use std::sync::Arc;

    fn some_caseload() -> Arc<Caseload> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let mut caseload = example::caseload(day);
        caseload.customers.truncate(3);
        Arc::new(caseload)
    }

    #[test]
    fn looking_at_the_example_keeps_own_changes_and_still_warns() {
        let mut stock = Stock::default();
        assert_eq!(stock.mode(), Mode::Empty);
        let own = some_caseload();
        stock.take_over(Arc::clone(&own), "3 neu".to_owned());
        stock.show_example(some_caseload());
        assert_eq!(stock.mode(), Mode::Example);
        assert_eq!(stock.undoable(), None);
        assert_eq!(stock.safety(), Safety::OnlyInMemory);
        stock.show_own();
        assert!(Arc::ptr_eq(stock.caseload().unwrap(), &own));
        assert_eq!(stock.undoable(), Some("3 neu"));
    }

    #[test]
    fn an_import_into_the_example_is_nothing_to_lose() {
        let mut stock = Stock::default();
        stock.show_example(some_caseload());
        stock.take_over(some_caseload(), String::new());
        assert_eq!(stock.mode(), Mode::Example);
        assert_eq!(stock.safety(), Safety::NothingToLose);
    }

    #[test]
    fn undo_goes_back_one_step_and_then_stops() {
        let mut stock = Stock::default();
        let first = some_caseload();
        stock.take_over(Arc::clone(&first), "first".to_owned());
        stock.exported();
        stock.take_over(some_caseload(), "second".to_owned());
        assert_eq!(stock.safety(), Safety::OnlyInMemory);
        stock.undo();
        assert!(Arc::ptr_eq(stock.caseload().unwrap(), &first));
        assert_eq!(stock.safety(), Safety::NothingToLose);
        stock.undo();
        assert!(Arc::ptr_eq(stock.caseload().unwrap(), &first));
    }

    #[test]
    fn undoing_the_first_import_leaves_nothing() {
        let mut stock = Stock::default();
        stock.take_over(some_caseload(), String::new());
        stock.undo();
        assert_eq!(stock.mode(), Mode::Empty);
        assert_eq!(stock.safety(), Safety::NothingToLose);
    }
}
