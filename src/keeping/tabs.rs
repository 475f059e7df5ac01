//! Several tabs with one caseload. One writes; the others follow what it writes and can take over.
//!
//! The right to write is a lock of the browser. A tab that wants it asks the writer, who finishes
//! what it has begun, lets go and follows. A writer that does not answer, because its tab is
//! frozen or busy, is taken over by force after a while; should it wake up and write, the numbers
//! of the records tell it that it is late, and its changes wait until it takes over again.

use crate::background::spawn_local;
use crate::clock;
use crate::keeping::keeper::Keeper;
use crate::keeping::opening;
use crate::keeping::status::{Role, SaveFailure, SaveState};
use crate::pause::pause;
use crate::store::channel::{Channel, Message};
use crate::store::fault::StoreError;
use crate::store::locks::{Attempt, LockError, Writership};
use caseload::journal::load_event;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;

/// How long the writer has to finish and let go.
const PATIENCE: Duration = Duration::from_secs(3);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// What a page does when another tab did something to the store as a whole.
pub type OnFate = Rc<dyn Fn(Fate)>;

/// What happened to the store as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The user locked it in another tab.
    Locked,
    /// It was written anew: a customer was deleted for good, or damage was put right.
    Rewritten,
    /// A backup of it was written.
    BackedUp,
    /// Another tab wants to write it; see [`Keeper::hand_over`].
    Wanted,
}

impl Keeper {
    /// Listens to the other tabs.
    pub fn listen(self: &Rc<Self>, on_fate: OnFate) {
        let keeper = Rc::downgrade(self);
        let channel = Channel::open(self.place.database(), move |message| {
            if let Some(keeper) = keeper.upgrade() {
                keeper.hear(message, &on_fate);
            }
        });
        // Without a channel the tabs do not see each other's changes, but never overwrite them.
        *self.channel.borrow_mut() = channel.ok();
    }

    /// Takes the right to write if nobody has it, or if `before` held it in this tab: it then goes
    /// over without another tab getting in between.
    pub async fn join(self: &Rc<Self>, before: Option<Writership>) {
        let attempt = match before {
            Some(before) => self.succeed(before).await,
            None => Writership::attempt(self.place.database(), self.on_loss()).await,
        };
        let role = match attempt {
            Ok(Attempt::Granted(writership)) => {
                *self.writership.borrow_mut() = Some(writership);
                Role::Writer
            }
            Ok(Attempt::Taken) => Role::Follower,
            // Without locks the numbers of the records are the only referee, and they suffice.
            Err(_) => Role::Writer,
        };
        // Records may have come since the store was read.
        let is_current = self.catch_up().await;
        if !self.is_retired() {
            self.signs
                .role
                .set(if is_current { role } else { Role::Follower });
            self.keep_second();
        }
    }

    /// Queues before the old right is given up, so that it is the next in line.
    async fn succeed(self: &Rc<Self>, before: Writership) -> Result<Attempt, LockError> {
        let (_waiting, granted) = Writership::wait(self.place.database(), self.on_loss())?;
        drop(before);
        granted.await.map(Attempt::Granted)
    }

    /// Takes over from the tab that writes. The role says at the end whether that was possible.
    pub async fn take_over(self: &Rc<Self>) {
        if self.signs.role.get_untracked() != Role::Follower {
            return;
        }
        self.signs.role.set(Role::TakingOver);
        let writership = self.obtain().await;
        if self.is_retired() {
            return;
        }
        // Records may have come between the last message and the hand-over.
        let is_current = self.catch_up().await;
        if self.is_retired() {
            return;
        }
        if !is_current {
            self.signs.role.set(Role::Follower);
            return;
        }
        *self.writership.borrow_mut() = writership;
        self.signs.role.set(Role::Writer);
        self.keep_second();
        if self.waiting() > 0 {
            self.write();
        }
    }

    /// Called if the right to write is taken by force.
    fn on_loss(self: &Rc<Self>) -> impl FnOnce() + 'static {
        let keeper = Rc::downgrade(self);
        move || {
            if let Some(keeper) = keeper.upgrade().filter(|keeper| !keeper.is_retired()) {
                keeper.writership.take();
                keeper.database().leave_second();
                keeper.signs.role.set(Role::Follower);
                spawn_local(async move {
                    keeper.catch_up().await;
                    keeper.tell_if_overtaken();
                });
            }
        }
    }

    /// Says why changes wait that only the writer can write.
    fn tell_if_overtaken(&self) {
        let may_write = self.signs.role.get_untracked() == Role::Writer;
        if !may_write && !self.is_retired() && self.waiting() > 0 {
            let overtaken = SaveFailure::Overtaken;
            self.signs.save.set(SaveState::Failed(overtaken));
        }
    }

    /// Asks the writer to hand over, and takes the right by force if nothing comes of it. `None`
    /// in a browser without locks, where every tab may try.
    async fn obtain(self: &Rc<Self>) -> Option<Writership> {
        let name = self.place.database();
        let (waiting, granted) = Writership::wait(name, self.on_loss()).ok()?;
        let place = Rc::new(RefCell::new(None));
        spawn_local({
            let place = Rc::clone(&place);
            async move {
                let outcome = granted.await;
                *place.borrow_mut() = Some(outcome);
            }
        });
        // By the clock, because timers of a tab in the background run slower.
        let begun = clock::now();
        let waited = || {
            u64::try_from(clock::now().0 - begun.0).map_or(Duration::ZERO, Duration::from_millis)
        };
        while waited() < PATIENCE {
            if let Some(outcome) = place.borrow_mut().take() {
                return outcome.ok();
            }
            // Again and again: a tab that is only about to become the writer does not answer yet.
            self.tell(Message::PleaseHandOver);
            pause(LOOK_AGAIN).await;
        }
        drop(waiting);
        if let Some(Ok(writership)) = place.borrow_mut().take() {
            return Some(writership);
        }
        Writership::steal(name, self.on_loss()).await.ok()
    }

    fn hear(self: &Rc<Self>, message: Message, on_fate: &OnFate) {
        match message {
            Message::Appended { number } => {
                // A writer, too, may be told of records: a tab that was taken over by force, and woke
                // up too late to know, has added them.
                if number > self.newest.get() {
                    follow(Rc::downgrade(self));
                }
            }
            Message::PleaseHandOver => {
                if self.signs.role.get_untracked() == Role::Writer {
                    on_fate(Fate::Wanted);
                }
            }
            Message::Locked => on_fate(Fate::Locked),
            Message::Rewritten => on_fate(Fate::Rewritten),
            Message::BackedUp => on_fate(Fate::BackedUp),
        }
    }

    /// Finishes what was begun and lets go. What cannot be written keeps the right to write here.
    pub async fn hand_over(&self) {
        if self.signs.role.get_untracked() != Role::Writer {
            return;
        }
        self.signs.role.set(Role::Follower);
        self.settle().await;
        if self.is_retired() {
            return;
        }
        if self.waiting() > 0 {
            self.signs.role.set(Role::Writer);
            return;
        }
        self.database().leave_second();
        self.writership.take();
    }

    /// Reads what other tabs have written since, and says whether everything is there now.
    async fn catch_up(self: &Rc<Self>) -> bool {
        // What is being written ends first, and nothing more is before it is known what it follows.
        let reserved = self.reserved().await;
        reserved.keeper().look_up().await
    }

    async fn look_up(self: &Rc<Self>) -> bool {
        if self.waiting() > 0 || self.is_unwritten() {
            // Own changes that were never written come after those of the other tab, and its
            // beginning holds, not the one that was made up here.
            return opening::reread(self).await;
        }
        let known = self.generation();
        let found = self.database().records(&known, self.newest.get() + 1).await;
        if self.is_retired() {
            return false;
        }
        let records = match found {
            Ok(records) => records,
            // The store was written anew.
            Err(StoreError::Conflict) => return opening::reread(self).await,
            Err(_) => return false,
        };
        if self.waiting() > 0 && !records.is_empty() {
            // Something was changed here meanwhile; it comes after what was found.
            return opening::reread(self).await;
        }
        let mut newest = None;
        let mut is_whole = true;
        self.stock.update(|stock| {
            let Some(ledger) = stock.ledger_of_mut(self.place) else {
                return;
            };
            for (number, bytes) in records {
                let Ok(event) = load_event(&self.protection, number, &bytes) else {
                    is_whole = false;
                    return;
                };
                // What the writing tab admitted fits here, for both have the same past.
                let _ = ledger.admit(event);
                newest = Some(number);
            }
        });
        if let Some(newest) = newest {
            self.arrive_at(newest);
        }
        is_whole || opening::reread(self).await
    }
}

/// Looks for new records, once for a burst of messages.
fn follow(keeper: Weak<Keeper>) {
    spawn_local(async move {
        if let Some(keeper) = keeper.upgrade()
            && !keeper.catch_up().await
        {
            keeper.tell_if_overtaken();
        }
    });
}
