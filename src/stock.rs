//! The caseloads in memory: the caseworker's own and the example, side by side, so that looking at
//! the example never costs an own change. One of the two is on screen. Each is a ledger, which
//! knows its own way back.

use crate::store::name::Name;
use caseload::Caseload;
use caseload::history::Ledger;
use std::sync::Arc;

/// Whose caseload it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The caseworker's own.
    #[default]
    Own,
    /// Invented customers to try things out on.
    Example,
}

impl Place {
    /// Both.
    pub const ALL: [Place; 2] = [Place::Own, Place::Example];

    /// The database that keeps it.
    pub fn database(self) -> Name {
        match self {
            Place::Own => Name::Own,
            Place::Example => Name::Example,
        }
    }
}

/// What is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// No caseload: there is none yet, or it is locked.
    Empty,
    /// The example.
    Example,
    /// The caseworker's own.
    Own,
}

/// Both caseloads and which of them is on screen.
#[derive(Debug, Default)]
pub struct Stock {
    shown: Place,
    own: Option<Ledger>,
    example: Option<Ledger>,
}

impl Stock {
    /// What is on screen.
    pub fn mode(&self) -> Mode {
        match (self.shown, self.ledger()) {
            (_, None) => Mode::Empty,
            (Place::Example, Some(_)) => Mode::Example,
            (Place::Own, Some(_)) => Mode::Own,
        }
    }

    /// Whose caseload is asked for, whether it is there or not.
    pub fn shown(&self) -> Place {
        self.shown
    }

    /// The caseload on screen.
    pub fn caseload(&self) -> Option<&Arc<Caseload>> {
        self.ledger().map(Ledger::caseload)
    }

    /// The ledger on screen.
    pub fn ledger(&self) -> Option<&Ledger> {
        self.ledger_of(self.shown)
    }

    /// One of the two ledgers.
    pub fn ledger_of(&self, place: Place) -> Option<&Ledger> {
        match place {
            Place::Own => self.own.as_ref(),
            Place::Example => self.example.as_ref(),
        }
    }

    /// One of the two ledgers, to admit events.
    pub fn ledger_of_mut(&mut self, place: Place) -> Option<&mut Ledger> {
        match place {
            Place::Own => self.own.as_mut(),
            Place::Example => self.example.as_mut(),
        }
    }

    /// Puts a ledger in its place; the one that was there is let go.
    pub fn put(&mut self, place: Place, ledger: Ledger) {
        match place {
            Place::Own => self.own = Some(ledger),
            Place::Example => self.example = Some(ledger),
        }
    }

    /// Lets a ledger go.
    pub fn drop_ledger(&mut self, place: Place) {
        match place {
            Place::Own => self.own = None,
            Place::Example => self.example = None,
        }
    }

    /// Brings a place on screen.
    pub fn show(&mut self, place: Place) {
        self.shown = place;
    }
}
