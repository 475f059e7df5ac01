//! The few ways to change something: a command of the ledger, or one of the page.
//!
//! A change is decided from the ledger as it is, handed to the keeper, and only then admitted: the
//! disk begins first, and the screen waits a moment for it ([`crate::pace`]).

use crate::app::App;
use crate::clock;
use crate::keeping::status::Role;
use crate::own::Gate;
use crate::parts::toast::Toast;
use crate::stock::Place;
use crate::store::entropy::BrowserEntropy;
use caseload::history::{self, Event, EventId, Refusal, Stamp};
use caseload::sealing::{Entropy, NoEntropy};
use chrono::NaiveDate;
use leptos::prelude::{GetValue, SetValue};
use std::sync::Arc;

/// Something the user wants.
#[derive(Debug, Clone)]
pub enum Command {
    /// Take the last change back.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Look at the example as if it were this day.
    LookFrom(NaiveDate),
    /// A file of the caseload on screen was written.
    Exported,
}

/// Why a change was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchanged {
    /// There is no caseload on screen.
    Nothing,
    /// This tab may not write.
    NotWriting(Role),
    /// The ledger refused.
    Refused(Refusal),
    /// The browser gave no randomness for an identifier.
    NoRandomness,
}

impl std::fmt::Display for Unchanged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unchanged::Nothing => f.write_str("Es ist kein Bestand geöffnet."),
            Unchanged::NotWriting(Role::ReadOnly) => f.write_str(
                "Dieser Bestand ist nur lesbar. Was zu tun ist, steht oben auf der Seite.",
            ),
            Unchanged::NotWriting(Role::Writer | Role::Follower | Role::TakingOver) => f.write_str(
                "Ein anderes Fenster bearbeitet den Bestand. Wählen Sie oben „Hier bearbeiten“, um hier zu ändern.",
            ),
            Unchanged::Refused(refusal) => refusal.fmt(f),
            Unchanged::NoRandomness => f.write_str(
                "Der Browser liefert keine Zufallszahlen. Bitte laden Sie die Seite neu.",
            ),
        }
    }
}

impl App {
    /// Carries out what the user wants, and says in a note what came of it.
    pub fn dispatch(&self, command: Command) {
        let outcome = match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::LookFrom(day) => {
                self.chosen_day.set(Some(day));
                Ok(())
            }
            Command::Exported => {
                let events = self.stock.with_untracked(|stock| {
                    stock.ledger().map_or(0, |ledger| ledger.events().len())
                });
                if self.place() == Place::Own {
                    self.exported.set(events);
                }
                Ok(())
            }
        };
        if let Err(unchanged) = outcome {
            self.toast.set(Some(Toast::plain(unchanged.to_string())));
        }
    }

    /// Makes a change; `done` says what it was.
    ///
    /// # Errors
    /// [`Unchanged`] if nothing was changed; a form shows it where the user typed.
    pub fn change(&self, command: &history::Command, done: String) -> Result<(), Unchanged> {
        let event = self.admit(command)?;
        let is_import = matches!(
            command,
            history::Command::TakeOverList(_)
                | history::Command::OpenFile(_)
                | history::Command::RestoreBackup { .. }
                | history::Command::MergeBackup(_)
                | history::Command::TakeLoan(_)
                | history::Command::TakeBackLoan(_)
        );
        if is_import {
            self.last_import.set(Some((event.id, done.clone())));
        }
        self.toast.set(Some(Toast::undoable(done)));
        Ok(())
    }

    fn undo(&self) -> Result<(), Unchanged> {
        let what = self.undoable.get_untracked().unwrap_or_default();
        if self.is_before_erasing() {
            self.toast.set(Some(Toast::undoable(format!(
                "Endgültiges Löschen lässt sich nicht zurücknehmen. „Rückgängig“ nähme zurück: {what}"
            ))));
            return Ok(());
        }
        self.admit(&history::Command::Undo)?;
        self.toast
            .set(Some(Toast::redoable(format!("Zurückgenommen: {what}"))));
        Ok(())
    }

    /// Whether undo would reach behind a final deletion that it cannot take back; asked once.
    fn is_before_erasing(&self) -> bool {
        if self.place() != Place::Own {
            return false;
        }
        let undoable = self.stock.with_untracked(|stock| {
            let event = stock.ledger()?.undoable()?;
            Some(event.id)
        });
        let erased_after = self.erased_after.get_value();
        self.erased_after.set_value(None);
        erased_after.is_some() && erased_after == undoable
    }

    fn redo(&self) -> Result<(), Unchanged> {
        let what = self.redoable.get_untracked().unwrap_or_default();
        self.admit(&history::Command::Redo)?;
        self.toast
            .set(Some(Toast::undoable(format!("Wiederhergestellt: {what}"))));
        Ok(())
    }

    /// Decides a command, hands what became of it to the keeper, and shows it.
    fn admit(&self, command: &history::Command) -> Result<Arc<Event>, Unchanged> {
        let place = self.place();
        match self.role.get_untracked() {
            Role::Writer => {}
            role @ (Role::Follower | Role::TakingOver | Role::ReadOnly) => {
                return Err(Unchanged::NotWriting(role));
            }
        }
        if place == Place::Own
            && self.keeper(place).is_none()
            && self.gate.get_untracked() != Gate::Memory
        {
            return Err(Unchanged::Nothing);
        }
        let stamp = stamp()?;
        let event = self
            .stock
            .with_untracked(|stock| stock.ledger().map(|ledger| ledger.decide(command, stamp)))
            .ok_or(Unchanged::Nothing)?
            .map_err(Unchanged::Refused)?;
        let event = Arc::new(event);
        if let Some(keeper) = self.keeper(place) {
            keeper.keep(Arc::clone(&event));
        }
        self.stock.update(|stock| {
            if let Some(ledger) = stock.ledger_of_mut(place) {
                // What was decided from this very ledger fits it.
                let _ = ledger.admit(Arc::clone(&event));
            }
        });
        Ok(event)
    }
}

/// An id that nothing else has; `None` if the browser gives no randomness.
pub fn fresh_id() -> Option<EventId> {
    stamp().ok().map(|stamp| stamp.id)
}

/// When a command is carried out and under which id.
fn stamp() -> Result<Stamp, Unchanged> {
    let at = clock::now();
    let mut random = [0; 10];
    BrowserEntropy::new()
        .map_err(|_| NoEntropy)
        .and_then(|mut entropy| entropy.fill(&mut random))
        .map_err(|NoEntropy| Unchanged::NoRandomness)?;
    Ok(Stamp {
        id: EventId::new(at, random),
        at,
    })
}
