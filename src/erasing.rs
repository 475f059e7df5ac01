//! What cannot be taken back: deleting customers for good, deleting everything, and going on with
//! the readable part of a damaged store. Each of these writes the whole store anew in one step, or
//! leaves it as it was.

use crate::app::App;
use crate::backup;
use crate::clock;
use crate::keeping::keeper::{Keeper, Reserved};
use crate::keeping::opening::{self, OpenError, Opened};
use crate::keeping::status::Role;
use crate::own::Gate;
use crate::settings;
use crate::stock::Place;
use crate::store::channel::Message;
use crate::store::database::Database;
use crate::store::fault::StoreError;
use crate::store::generation;
use crate::store::name::Name;
use crate::store::rewrite::Present;
use crate::store::second;
use caseload::history::Ledger;
use caseload::journal::{Verdict, WriteFault};
use leptos::prelude::SetValue;
use rules::facts::CaseId;
use rules::ordering::OrderedSet;
use std::rc::Rc;
use std::sync::Arc;

/// Why nothing was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EraseError {
    /// The own caseload is not open here, or another tab writes.
    NotWriting,
    /// Changes are still waiting to be written.
    Unsaved,
    /// The store is damaged; what it holds of a customer cannot be told.
    Damaged,
    /// The storage refused.
    Storage(StoreError),
    /// The records could not be sealed.
    Sealing(WriteFault),
}

impl From<OpenError> for EraseError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Storage(error) => EraseError::Storage(error),
            OpenError::Nothing(_) => EraseError::Damaged,
        }
    }
}

impl App {
    /// Deletes customers for good: from the caseload, from every event and every snapshot.
    ///
    /// # Errors
    /// [`EraseError`]; everything is as it was then.
    pub async fn delete_finally(self, cases: &OrderedSet<CaseId>) -> Result<(), EraseError> {
        if self.signs.own.role.get_untracked() != Role::Writer {
            return Err(EraseError::NotWriting);
        }
        let reserved = self.reserve().await?;
        let keeper = reserved.keeper();
        let read = last_record(&keeper.database()).await?;
        let Opened { ledger, report, .. } =
            opening::open_whole(&keeper.database(), &keeper.protection).await?;
        if report.verdict() != Verdict::Sound {
            // Damage far back is found only now; the way out of it is the same as at a start.
            self.report.set(Some(Arc::new(report)));
            self.signs.own.role.set(Role::ReadOnly);
            return Err(EraseError::Damaged);
        }
        let ledger = ledger.without(cases);
        let undoable = ledger.undoable().map(|event| event.id);
        self.rewrite(keeper, read, ledger).await?;
        self.erased_after.set_value(undoable);
        Ok(())
    }

    /// Goes on with what can be read of a damaged store. What cannot be read is gone then; the
    /// caller has offered a rescue file before.
    ///
    /// # Errors
    /// [`EraseError`]; the store is as it was then.
    pub async fn go_on_with_readable(self) -> Result<(), EraseError> {
        let reserved = self.reserve().await?;
        let keeper = Rc::clone(reserved.keeper());
        let read = last_record(&keeper.database()).await?;
        let Opened { ledger, report, .. } =
            opening::open_whole(&keeper.database(), &keeper.protection).await?;
        if report.verdict() == Verdict::NewerVersion {
            return Err(EraseError::Damaged);
        }
        // Nobody could type here, but somebody had.
        self.take_drafts_up(&keeper).await;
        self.rewrite(&keeper, read, ledger).await?;
        drop(reserved);
        self.report.set(None);
        self.signs.own.role.set(Role::TakingOver);
        keeper.join(None).await;
        Ok(())
    }

    /// Deletes the own caseload with everything this browser keeps of it.
    ///
    /// # Errors
    /// [`StoreError`] if the browser does not let go of it.
    pub async fn erase_everything(self) -> Result<(), StoreError> {
        if let Some(keeper) = self.keeper(Place::Own) {
            keeper.settle().await;
            keeper.database().leave_second();
            keeper.database().close();
        }
        second::remove().await?;
        let deleted = Database::delete(Name::Own).await;
        if matches!(deleted, Ok(()) | Err(StoreError::Blocked)) {
            // One that is only ordered yet happens as well, and is no loss.
            settings::forget_all();
        }
        deleted?;
        self.close_own(Gate::Vacant);
        Ok(())
    }

    /// The store for this task alone, with everything written.
    async fn reserve(self) -> Result<Reserved, EraseError> {
        let keeper = self.keeper(Place::Own).ok_or(EraseError::NotWriting)?;
        keeper.settle().await;
        if keeper.waiting() > 0 {
            return Err(EraseError::Unsaved);
        }
        keeper.reserve().ok_or(EraseError::Unsaved)
    }

    /// Writes the store anew from a ledger with its whole past, if it still ends where it did when
    /// the ledger was read from it.
    async fn rewrite(
        self,
        keeper: &Rc<Keeper>,
        read: u64,
        mut ledger: Ledger,
    ) -> Result<(), EraseError> {
        let records = (1..)
            .zip(ledger.events())
            .map(|(number, event)| Ok((number, keeper.seal_event(number, event)?)))
            .collect::<Result<Vec<(u64, Vec<u8>)>, WriteFault>>()
            .map_err(EraseError::Sealing)?;
        let newest = records.len() as u64;
        let snapshot = keeper
            .seal_snapshot(newest, ledger.lineage(), ledger.caseload())
            .map_err(EraseError::Sealing)?;
        let changes = self.backup.get_untracked().changes;
        let last = self
            .last_backup
            .get_untracked()
            .map(|(at, _)| (at, newest.saturating_sub(changes)));
        let word = format!("{} {newest}", clock::now().0);
        // What is deleted for good must not come back from the copy, so the copy goes first.
        keeper.database().leave_second();
        second::remove().await.map_err(EraseError::Storage)?;
        let note = last.map(backup::entry);
        let meta: Vec<(&str, &str)> = note
            .iter()
            .map(|(key, text)| (*key, text.as_str()))
            .chain([(generation::KEY, word.as_str())])
            .collect();
        keeper
            .database()
            .rewrite(Present::UpTo(read), &records, &[(newest, snapshot)], &meta)
            .await
            .map_err(|error| match error {
                StoreError::Conflict => EraseError::NotWriting,
                error @ (StoreError::Denied
                | StoreError::Full
                | StoreError::NewerVersion
                | StoreError::Blocked
                | StoreError::Gone
                | StoreError::Broken(_)) => EraseError::Storage(error),
            })?;
        keeper.restart(newest, newest, Some(word.clone()));
        keeper.tell(Message::Rewritten);
        keeper.keep_second();
        if keeper.is_retired() {
            return Ok(());
        }
        self.last_backup.set(last);
        self.toast.set(None);
        for event in keeper.queued() {
            // What the user did meanwhile comes on top, and is written next.
            let _ = ledger.admit(event);
        }
        self.stock.update(|stock| stock.put(Place::Own, ledger));
        // The store has let go of all of them.
        self.drop_loose_drafts(Place::Own);
        Ok(())
    }
}

/// Number of the last record that is there, readable or not; 0 if there is none.
async fn last_record(database: &Database) -> Result<u64, EraseError> {
    let held = database.load().await.map_err(EraseError::Storage)?;
    Ok(held.records.map_or(0, |records| *records.end()))
}
