//! The example: enough invented customers to look like a real morning. It is made up anew at each
//! start until somebody changes something in it; from then on it is kept, unsealed, in a database
//! of its own.

use crate::app::App;
use crate::drafts::Drafts;
use crate::keeping::keeper::{Keeper, Standing};
use crate::keeping::opening::{self, OpenError, Opened};
use crate::keeping::recall;
use crate::keeping::status::Role;
use crate::own;
use crate::remembered;
use crate::stock::Place;
use crate::store::channel::Message;
use crate::store::database::Database;
use crate::store::fault::StoreError;
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

/// The example's caseload, as it stands on `day`.
pub fn caseload(day: NaiveDate) -> Caseload {
    training::example_caseload(SEED, day, CUSTOMERS)
}

impl App {
    /// Brings the example on screen: as it was left, or made up for today.
    pub async fn open_example(self) {
        // A note speaks of the caseload on screen; its offer must not reach another one.
        self.toast.set(None);
        self.chosen_day.set(None);
        let is_changed = self.stock.with_untracked(|stock| {
            stock
                .ledger_of(Place::Example)
                .is_some_and(|ledger| !ledger.events().is_empty())
        });
        if !is_changed && self.read_example().await.is_err() {
            // The browser keeps nothing: the example lives in memory.
            self.make_example();
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
        if let Some(keeper) = self.keeper(Place::Example) {
            keeper.settle().await;
            keeper.tell(Message::Erased);
            keeper.retire();
            keeper.database().close();
        }
        self.desk.update_value(|desk| desk.example = None);
        Database::delete(Name::Example).await?;
        self.stock.update(|stock| stock.drop_ledger(Place::Example));
        self.drafts.example.set(Drafts::default());
        self.signs.example.reset();
        self.open_example().await;
        Ok(())
    }

    async fn read_example(self) -> Result<(), OpenError> {
        if let Some(keeper) = self.keeper(Place::Example) {
            keeper.retire();
        }
        self.desk.update_value(|desk| desk.example = None);
        let database = Database::open(Name::Example, |_| {}).await?;
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
            (database, Rc::new(|_| {})),
            protection,
            standing,
            (self.stock, self.signs.example),
        );
        self.signs.example.role.set(Role::TakingOver);
        self.desk
            .update_value(|desk| desk.example = Some(Rc::clone(&keeper)));
        keeper.listen(Rc::new(move |_| self.leave_example()));
        keeper.join().await;
        recall::begin(&keeper, first);
        Ok(())
    }

    /// Another tab has made the example up anew.
    fn leave_example(self) {
        if let Some(keeper) = self.keeper(Place::Example) {
            keeper.retire();
        }
        self.desk.update_value(|desk| desk.example = None);
        self.signs.example.reset();
        self.make_example();
    }

    fn make_example(self) -> (CaseloadId, Arc<Caseload>) {
        let day = self.clock.get_untracked().max(Self::first_day());
        // The lineage tells backups apart, and an example has none.
        let lineage = own::new_lineage().unwrap_or_else(|_| CaseloadId::new([0; 16]));
        let ledger = Ledger::new(lineage, caseload(day));
        let made = Arc::clone(ledger.caseload());
        self.stock.update(|stock| stock.put(Place::Example, ledger));
        (lineage, made)
    }
}
