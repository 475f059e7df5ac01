//! The keeper of one store. It takes events in the order in which they happened, writes them out in
//! that order, and forgets one only when the browser has confirmed it. What it cannot write stays
//! in its queue: shown, said to be unsaved, and tried again.
//!
//! Between tabs the database itself is the referee: a record is added under the next number and
//! never overwrites another, so a tab that lost the right to write without noticing is told so by
//! its first attempt.

use crate::background::spawn_local;
use crate::drafts::Drafts;
use crate::keeping::status::{Role, SaveFailure, SaveState};
use crate::keeping::{opening, snapshots};
use crate::own;
use crate::pace;
use crate::pause::pause;
use crate::reactive::RwSignal;
use crate::stock::{Place, Stock};
use crate::store::channel::{Channel, Message};
use crate::store::database::{Database, Loss};
use crate::store::entropy::BrowserEntropy;
use crate::store::fault::StoreError;
use crate::store::generation::Generation;
use crate::store::locks::Writership;
use crate::store::rewrite::Present;
use caseload::Caseload;
use caseload::history::{CaseloadId, Event};
use caseload::journal::{Kind, Protection, WriteFault, record, store_event, store_snapshot};
use caseload::sealing::Vault;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// The signals that a keeper sets and pages read.
#[derive(Debug, Clone, Copy)]
pub struct Signs {
    /// Whether the work is saved.
    pub save: RwSignal<SaveState>,
    /// Whether this tab may write.
    pub role: RwSignal<Role>,
    /// Number of the newest record that is confirmed.
    pub newest: RwSignal<u64>,
}

impl Signs {
    /// Signals of a store of which nothing is known yet.
    pub fn new() -> Self {
        Signs {
            save: RwSignal::new(SaveState::Memory),
            role: RwSignal::new(Role::Writer),
            newest: RwSignal::new(0),
        }
    }

    /// Forgets what they said about a store that is closed now.
    pub fn reset(self) {
        self.save.set(SaveState::Memory);
        self.role.set(Role::Writer);
        self.newest.set(0);
    }
}

/// What is done when the browser takes the database away.
pub type OnLoss = Rc<dyn Fn(Loss)>;

/// Where a store stands when it is opened.
#[derive(Debug)]
pub struct Standing {
    /// Number of the newest record.
    pub newest: u64,
    /// Number of the last record that a snapshot covers.
    pub snapshot: u64,
    /// Number of the first record that was read.
    pub first: u64,
    /// The generation of the store that was read.
    pub generation: Generation,
    /// What the store begins with, if nothing of it is written yet.
    pub unwritten: Option<(CaseloadId, Arc<Caseload>)>,
}

/// Keeps one caseload in one database.
pub struct Keeper {
    /// Whose caseload it is.
    pub place: Place,
    /// How records are protected. The key goes with the keeper.
    pub protection: Protection,
    pub(super) stock: RwSignal<Stock>,
    pub(super) signs: Signs,
    pub(super) queue: RefCell<VecDeque<Arc<Event>>>,
    pub(super) newest: Cell<u64>,
    pub(super) snapshot: Cell<u64>,
    pub(super) writership: RefCell<Option<Writership>>,
    pub(super) channel: RefCell<Option<Channel>>,
    generation: RefCell<Generation>,
    retired: Cell<bool>,
    database: RefCell<Database>,
    on_loss: OnLoss,
    unwritten: RefCell<Option<(CaseloadId, Arc<Caseload>)>>,
    busy: Cell<bool>,
    pub(super) is_copying: Cell<bool>,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeper")
            .field("place", &self.place)
            .field("newest", &self.newest.get())
            .finish_non_exhaustive()
    }
}

impl Keeper {
    /// A keeper for a store that was just opened. It does not write before it is told its role.
    pub fn new(
        place: Place,
        (database, on_loss): (Database, OnLoss),
        protection: Protection,
        standing: Standing,
        (stock, signs): (RwSignal<Stock>, Signs),
    ) -> Rc<Self> {
        signs.newest.set(standing.newest);
        signs.save.set(match standing.unwritten {
            Some(_) => SaveState::Memory,
            None => SaveState::Saved,
        });
        Rc::new(Keeper {
            place,
            generation: RefCell::new(standing.generation),
            retired: Cell::new(false),
            database: RefCell::new(database),
            on_loss,
            protection,
            stock,
            signs,
            queue: RefCell::default(),
            newest: Cell::new(standing.newest),
            snapshot: Cell::new(standing.snapshot),
            writership: RefCell::new(None),
            channel: RefCell::new(None),
            unwritten: RefCell::new(standing.unwritten),
            busy: Cell::new(false),
            is_copying: Cell::new(false),
        })
    }

    /// The database.
    pub fn database(&self) -> Database {
        self.database.borrow().clone()
    }

    /// Takes an event that the ledger has admitted and writes it as soon as possible.
    pub fn keep(self: &Rc<Self>, event: Arc<Event>) {
        self.queue.borrow_mut().push_back(event);
        self.signs.save.set(SaveState::Saving);
        self.write();
    }

    /// The events that wait to be written.
    pub fn queued(&self) -> Vec<Arc<Event>> {
        self.queue.borrow().iter().map(Arc::clone).collect()
    }

    /// How many events wait to be written.
    pub fn waiting(&self) -> usize {
        self.queue.borrow().len()
    }

    /// Number of the newest record that is confirmed.
    pub fn newest(&self) -> u64 {
        self.newest.get()
    }

    /// Writes what waits, again if it failed before.
    pub fn write(self: &Rc<Self>) {
        if self.signs.role.get_untracked() != Role::Writer || self.busy.replace(true) {
            return;
        }
        self.signs.save.set(SaveState::Saving);
        pace::hold();
        let keeper = Rc::clone(self);
        spawn_local(async move {
            let outcome = keeper.write_queue().await;
            keeper.busy.set(false);
            if !keeper.is_retired() {
                keeper.report(outcome);
            }
            pace::release();
        });
    }

    fn report(self: &Rc<Self>, outcome: Result<(), SaveFailure>) {
        match outcome {
            Ok(()) => {
                self.signs.save.set(SaveState::Saved);
                snapshots::take_if_due(self);
                self.keep_second();
            }
            Err(failure) => self.signs.save.set(SaveState::Failed(failure)),
        }
    }

    async fn write_queue(self: &Rc<Self>) -> Result<(), SaveFailure> {
        let mut reopened = false;
        loop {
            let batch = self.queued();
            if batch.is_empty() {
                return Ok(());
            }
            // Sealed before the transaction opens: nothing else is waited for inside one.
            let records = self.sealed(&batch).map_err(SaveFailure::Sealing)?;
            match self.add(&records).await {
                Ok(()) => {
                    self.queue.borrow_mut().drain(..batch.len());
                    if let Some((number, _)) = records.last() {
                        self.confirm(*number);
                    }
                }
                // The tab that had the right before was just finishing: its records come first.
                Err(StoreError::Conflict) if self.writership.borrow().is_some() => {
                    if !opening::reread(self).await {
                        return Err(SaveFailure::Overtaken);
                    }
                }
                Err(StoreError::Conflict) => {
                    self.signs.role.set(Role::Follower);
                    return Err(SaveFailure::Overtaken);
                }
                // A browser that ran out of room may close a database that is otherwise well.
                Err(StoreError::Gone) if !reopened => {
                    reopened = true;
                    self.reopen().await.map_err(SaveFailure::Store)?;
                }
                Err(error) => return Err(SaveFailure::Store(error)),
            }
        }
    }

    /// Opens the database again, if it is still the one that it was.
    async fn reopen(&self) -> Result<(), StoreError> {
        let on_loss = Rc::clone(&self.on_loss);
        let database = Database::open(self.place.database(), move |loss| on_loss(loss)).await?;
        let held = database.load().await?;
        // What was emptied or set up anew meanwhile is another store. One in which another tab has
        // added something is the same: its numbers tell that at the next attempt.
        let is_same = match &self.protection {
            Protection::Plain => !held.snapshots.is_empty(),
            Protection::Sealed { store, .. } => held
                .meta
                .get(own::VAULT)
                .and_then(|json| Vault::from_json(json.as_bytes()).ok())
                .is_some_and(|vault| vault.store() == *store),
        };
        if !is_same {
            return Err(StoreError::Gone);
        }
        *self.database.borrow_mut() = database;
        Ok(())
    }

    fn sealed(&self, events: &[Arc<Event>]) -> Result<Vec<(u64, Vec<u8>)>, WriteFault> {
        (self.newest.get() + 1..)
            .zip(events)
            .map(|(number, event)| Ok((number, self.seal_event(number, event)?)))
            .collect()
    }

    /// The bytes of an event as they go to the store.
    pub fn seal_event(&self, number: u64, event: &Event) -> Result<Vec<u8>, WriteFault> {
        let mut entropy = BrowserEntropy::new().map_err(|_| WriteFault::NoEntropy)?;
        store_event(&self.protection, number, event, &mut entropy)
    }

    /// The bytes of something that was typed and not saved.
    pub fn seal_draft(&self, payload: &[u8]) -> Result<Vec<u8>, WriteFault> {
        let mut entropy = BrowserEntropy::new().map_err(|_| WriteFault::NoEntropy)?;
        record::write(&self.protection, Kind::Draft, 0, payload, &mut entropy)
    }

    /// What was sealed by [`Keeper::seal_draft`]; `None` if it is something else.
    pub fn open_draft(&self, sealed: &[u8]) -> Option<Drafts> {
        let payload = record::read(&self.protection, Kind::Draft, 0, sealed).ok()?;
        Drafts::from_bytes(&payload)
    }

    /// The bytes of a snapshot that covers the records up to `number`.
    pub fn seal_snapshot(
        &self,
        number: u64,
        lineage: CaseloadId,
        caseload: &Caseload,
    ) -> Result<Vec<u8>, WriteFault> {
        let mut entropy = BrowserEntropy::new().map_err(|_| WriteFault::NoEntropy)?;
        store_snapshot(&self.protection, number, lineage, caseload, &mut entropy)
    }

    /// The first records of a store come with what it begins with, so that a store is never
    /// without a beginning.
    async fn add(&self, records: &[(u64, Vec<u8>)]) -> Result<(), StoreError> {
        let beginning = self.unwritten.borrow().clone();
        let Some((lineage, caseload)) = beginning else {
            let known = self.generation();
            return self.database().append(&known, records).await;
        };
        let snapshot = self
            .seal_snapshot(0, lineage, &caseload)
            .map_err(|fault| StoreError::Broken(fault.to_string()))?;
        self.database()
            .rewrite(Present::Nothing, records, &[(0, snapshot)], &[])
            .await?;
        self.unwritten.take();
        Ok(())
    }

    /// Notes that everything up to a number is on the disk, and tells the other tabs.
    fn confirm(&self, newest: u64) {
        self.arrive_at(newest);
        self.tell(Message::Appended { number: newest });
    }

    /// Notes where a store stands that was written or read anew.
    pub fn restart(&self, newest: u64, snapshot: u64, generation: Generation) {
        self.snapshot.set(snapshot);
        *self.generation.borrow_mut() = generation;
        self.arrive_at(newest);
    }

    /// The generation of the store as far as this tab knows.
    pub fn generation(&self) -> Generation {
        self.generation.borrow().clone()
    }

    /// Lets go of the other tabs and of the right to write, which is handed back if this tab has
    /// it. Tasks that still run with this keeper must not bring anything on screen any more.
    pub fn retire(&self) -> Option<Writership> {
        self.retired.set(true);
        self.channel.take();
        self.writership.take()
    }

    /// Whether the caseload was closed in the meantime.
    pub fn is_retired(&self) -> bool {
        self.retired.get()
    }

    /// Puts other events in place of those that wait.
    pub(super) fn requeue(&self, events: Vec<Arc<Event>>) {
        *self.queue.borrow_mut() = events.into();
    }

    /// Notes where the store stands.
    pub(super) fn arrive_at(&self, newest: u64) {
        if newest > 0 {
            // The store has a beginning now, whoever wrote it.
            self.unwritten.take();
        }
        self.newest.set(newest);
        self.signs.newest.set(newest);
    }

    /// Tells the other tabs, if there is a way to.
    pub fn tell(&self, message: Message) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.send(message);
        }
    }

    /// Whether the store begins with what this tab has made up, should it write first.
    pub(super) fn is_unwritten(&self) -> bool {
        self.unwritten.borrow().is_some()
    }

    /// Keeps everything else from writing until the guard is dropped; what happens meanwhile waits
    /// in the queue. `None` if something is being written.
    pub fn reserve(self: &Rc<Self>) -> Option<Reserved> {
        (!self.busy.replace(true)).then(|| Reserved(Rc::clone(self)))
    }

    /// The same, as soon as nothing is being written any more.
    pub async fn reserved(self: &Rc<Self>) -> Reserved {
        loop {
            if let Some(reserved) = self.reserve() {
                return reserved;
            }
            self.settle().await;
        }
    }

    /// Waits until nothing is being written any more. Afterwards [`Keeper::waiting`] says whether
    /// something could not be.
    pub async fn settle(&self) {
        while self.busy.get() {
            pause(LOOK_AGAIN).await;
        }
    }
}

/// The exclusive use of a store by one task of this tab.
#[derive(Debug)]
pub struct Reserved(Rc<Keeper>);

impl Reserved {
    /// The keeper of the store.
    pub fn keeper(&self) -> &Rc<Keeper> {
        &self.0
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        self.0.busy.set(false);
        if self.0.waiting() > 0 {
            self.0.write();
        }
    }
}
