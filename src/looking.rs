//! The look at a start: whether this browser has an own caseload, and what was on screen last.
//!
//! A browser can lose what it stores. So the look goes on where the first place is empty: to the
//! second copy, from which everything comes back, and to the note that there was a caseload here,
//! so that nobody who had one is told that there never was.

use crate::app::App;
use crate::own::{Gate, Obstacle, VAULT, obstacle, vault_of};
use crate::pause::within;
use crate::remembered;
use crate::route::Route;
use crate::stock::Place;
use crate::store::database::{Database, Existence};
use crate::store::fault::StoreError;
use crate::store::name::Name;
use crate::store::second::{self, Return};
use caseload::sealing::Vault;
use leptos::prelude::*;
use std::time::Duration;

/// How long the second copy is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

impl App {
    /// Looks whether there is an own caseload, and opens what was on screen last. An address that
    /// names no page leads to the page of last time, unless there is nothing to come back to.
    pub async fn arrive(self) {
        let names_no_page = Route::is_unnamed();
        let place = remembered::place();
        if place == Some(Place::Example) {
            // What is on screen comes first, so that the way to the own caseload does not flash up.
            self.open_example().await;
        }
        self.look().await;
        let is_back = match place {
            Some(Place::Example) => true,
            Some(Place::Own) | None => match self.gate.get_untracked() {
                Gate::Locked => true,
                Gate::Shut(Obstacle::Storage(StoreError::Denied)) | Gate::Vacant => false,
                Gate::Shut(_) => true,
                Gate::Looking | Gate::Open | Gate::Memory => false,
            },
        };
        if names_no_page && is_back {
            remembered::page().unwrap_or(Route::Today).replace();
        }
    }

    /// Brings the own caseload on screen, or the way to it.
    pub fn show_own(self) {
        // A note speaks of the caseload on screen; its offer must not reach another one.
        self.toast.set(None);
        self.stock.update(|stock| stock.show(Place::Own));
        remembered::set_place(Place::Own);
    }

    /// Looks what the browser holds.
    pub async fn look(self) {
        // A copy that does not answer is no reason not to open what is there.
        if within(PATIENCE, second::bring_back(VAULT)).await == Some(Ok(Return::BroughtBack)) {
            remembered::note_return();
        }
        let gate = match read_vault().await {
            Ok(Some(vault)) => {
                self.desk.update_value(|desk| desk.vault = Some(vault));
                remembered::note_own();
                self.returned.set(remembered::has_returned());
                Gate::Locked
            }
            Ok(None) if remembered::had_own() => Gate::Shut(Obstacle::Vanished),
            Ok(None) => Gate::Vacant,
            Err(obstacle) => Gate::Shut(obstacle),
        };
        self.gate.set(gate);
    }

    /// Notes that the user knows that everything came back from the second copy.
    pub fn forget_return(self) {
        if self.returned.get_untracked() {
            remembered::forget_return();
            self.returned.set(false);
        }
    }
}

async fn read_vault() -> Result<Option<Vault>, Obstacle> {
    let existence = Database::exists(Name::Own).await.map_err(obstacle)?;
    if existence == Existence::Absent {
        return Ok(None);
    }
    let database = Database::open(Name::Own, |_| {}).await.map_err(obstacle)?;
    let loaded = database.load().await.map_err(obstacle)?;
    match loaded.meta.get(VAULT) {
        Some(json) => vault_of(json).map(Some),
        // A set-up that was interrupted has left an empty database.
        None if loaded.records.is_none() && loaded.snapshots.is_empty() => Ok(None),
        None => Err(Obstacle::VaultDamaged),
    }
}
