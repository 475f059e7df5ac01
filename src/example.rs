//! The example: enough invented customers to look like a real morning. It is made up anew at each
//! start until somebody changes something in it; from then on it is kept, unsealed, in a database
//! of its own.

use crate::app::App;
use crate::background::spawn_local;
use crate::keeping::keeper::{Keeper, OnLoss, Standing};
use crate::keeping::opening::{self, OpenError, Opened};
use crate::keeping::recall;
use crate::keeping::status::{Role, SaveFailure, SaveState};
use crate::keeping::tabs::Fate;
use crate::remembered;
use crate::stock::Place;
use crate::store::database::{Database, Loss};
use crate::store::fault::StoreError;
use crate::store::locks::Writership;
use crate::store::name::Name;
use caseload::Caseload;
use caseload::history::{CaseloadId, Ledger};
use caseload::journal::{Protection, Verdict};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// As many as one caseworker has.
const CUSTOMERS: usize = 320;

/// The same customers for everybody, so that two people can talk about one screen.
const SEED: u64 = 4;

/// A lineage tells backups apart, and an example has none. It is always the same one, because it
/// makes the addresses of customers, and these shall hold over a reload.
const LINEAGE: [u8; 16] = *b"kontaktdichte-ex";

/// The example's caseload, as it stands on `day`.
pub fn caseload(day: NaiveDate) -> Caseload {
    training::example_caseload(SEED, day, CUSTOMERS)
}

impl App {
    /// Brings the example on screen: as it was left, or made up for today.
    pub async fn open_example(self) {
        self.enter_example(None).await;
    }

    async fn enter_example(self, before: Option<Writership>) {
        // A note speaks of the caseload on screen; its offer must not reach another one.
        self.toast.set(None);
        self.chosen_day.set(None);
        let is_changed = self.stock.with_untracked(|stock| {
            stock
                .ledger_of(Place::Example)
                .is_some_and(|ledger| !ledger.events().is_empty())
        });
        if !is_changed {
            self.fill_example(before).await;
        }
        self.stock.update(|stock| stock.show(Place::Example));
        remembered::set_place(Place::Example);
    }

    /// Makes the example up anew, for good.
    ///
    /// # Errors
    /// [`StoreError`] if the browser does not let go of the changed one, which then stays.
    pub async fn reset_example(self) -> Result<(), StoreError> {
        self.toast.set(None);
        // Tabs that follow the reset are as quick as this one, and who writes goes on writing.
        let mut writership = None;
        if let Some(keeper) = self.keeper(Place::Example) {
            keeper.settle().await;
            writership = keeper.retire();
            keeper.database().close();
        }
        self.desk.update_value(|desk| desk.example = None);
        Database::delete(Name::Example).await?;
        self.stock.update(|stock| stock.drop_ledger(Place::Example));
        self.forget_drafts(Place::Example);
        self.signs.example.reset();
        self.enter_example(writership).await;
        Ok(())
    }

    async fn fill_example(self, before: Option<Writership>) {
        if self.read_example(before).await.is_err() {
            // The browser keeps nothing: the example lives in memory.
            self.make_example();
        }
    }

    async fn read_example(self, before: Option<Writership>) -> Result<(), OpenError> {
        if let Some(keeper) = self.keeper(Place::Example) {
            drop(keeper.retire());
        }
        self.desk.update_value(|desk| desk.example = None);
        let on_loss = self.on_loss_of_example();
        let on_database_loss = Rc::clone(&on_loss);
        let database = Database::open(Name::Example, move |loss| on_database_loss(loss)).await?;
        let protection = Protection::Plain;
        let standing = if database.load().await?.snapshots.is_empty() {
            let (lineage, caseload) = self.make_example();
            Standing {
                newest: 0,
                snapshot: 0,
                first: 1,
                generation: None,
                unwritten: Some((lineage, caseload)),
            }
        } else {
            let Opened {
                ledger,
                standing,
                report,
                ..
            } = opening::open(&database, &protection).await?;
            if report.verdict() != Verdict::Sound {
                return Err(OpenError::Storage(StoreError::Broken("Damaged".to_owned())));
            }
            self.stock.update(|stock| stock.put(Place::Example, ledger));
            standing
        };
        let first = standing.first;
        let keeper = Keeper::new(
            Place::Example,
            (database, on_loss),
            protection,
            standing,
            (self.stock, self.signs.example),
        );
        self.signs.example.role.set(Role::TakingOver);
        self.desk
            .update_value(|desk| desk.example = Some(Rc::clone(&keeper)));
        keeper.listen(Rc::new(move |fate| match fate {
            Fate::Wanted => spawn_local(self.hand_over(Place::Example)),
            // The example has neither a lock nor a backup, and what is deleted in it comes back.
            Fate::Locked | Fate::Rewritten | Fate::BackedUp => {}
        }));
        keeper.join(before).await;
        if self.signs.example.role.get_untracked() == Role::Writer {
            self.take_drafts_up(&keeper).await;
        }
        recall::begin(&keeper, first);
        Ok(())
    }

    /// What is done when the browser takes the database of the example away.
    fn on_loss_of_example(self) -> OnLoss {
        Rc::new(move |loss| match loss {
            Loss::Deletion => self.follow_reset(),
            // Its changes wait then; the next start finds what was kept.
            Loss::NewerVersion | Loss::Browser => {
                let gone = SaveFailure::Store(StoreError::Gone);
                self.signs.example.save.set(SaveState::Failed(gone));
            }
        })
    }

    /// Another tab has made the example up anew; this one shows what that one keeps.
    fn follow_reset(self) {
        if let Some(keeper) = self.keeper(Place::Example) {
            drop(keeper.retire());
        }
        self.desk.update_value(|desk| desk.example = None);
        self.forget_drafts(Place::Example);
        self.signs.example.reset();
        self.stock.update(|stock| stock.drop_ledger(Place::Example));
        if self.place() == Place::Example {
            spawn_local(self.fill_example(None));
        }
    }

    fn make_example(self) -> (CaseloadId, Arc<Caseload>) {
        let day = self.clock.get_untracked().max(Self::first_day());
        let lineage = CaseloadId::new(LINEAGE);
        let ledger = Ledger::new(lineage, caseload(day));
        let made = Arc::clone(ledger.caseload());
        self.stock.update(|stock| stock.put(Place::Example, ledger));
        (lineage, made)
    }
}
