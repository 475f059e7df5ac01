//! Closing the own caseload: by a lock, or because of what another tab or the browser did to it.
//!
//! The keeper goes, and the key with it. What was typed and not saved lies sealed in the store, and
//! unlocking takes it up again; what lay ready for the caseload is forgotten.

use crate::app::{App, Desk};
use crate::background::spawn_local;
use crate::keeping::opening;
use crate::keeping::tabs::Fate;
use crate::own::Gate;
use crate::stock::Place;
use crate::store::channel::Message;
use leptos::prelude::*;

/// Why the own caseload is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockReason {
    /// The user wants it, in all tabs.
    Wish,
    /// Nobody has touched this tab for a while.
    Idle,
}

impl App {
    /// Drops the key and everything it opened. Says whether it did: changes that are not on the
    /// disk keep the caseload open.
    pub async fn lock(self, reason: LockReason) -> bool {
        let Some(keeper) = self.keeper(Place::Own) else {
            return false;
        };
        keeper.settle().await;
        if keeper.waiting() > 0 {
            return false;
        }
        self.lay_drafts_down(Place::Own).await;
        self.add_drafts(&keeper).await;
        match reason {
            LockReason::Wish => keeper.tell(Message::Locked),
            // In another tab somebody may be typing.
            LockReason::Idle => {}
        }
        self.close_own(Gate::Locked);
        true
    }

    /// Lets go of everything that was open, and says where the gate stands then.
    pub(crate) fn close_own(self, gate: Gate) {
        if let Some(keeper) = self.keeper(Place::Own) {
            drop(keeper.retire());
        }
        for forget in self.on_close.get_value() {
            forget.run(());
        }
        self.toast.set(None);
        self.forget_drafts(Place::Own);
        self.stock.update(|stock| stock.drop_ledger(Place::Own));
        self.desk.update_value(|desk: &mut Desk| desk.own = None);
        self.signs.own.reset();
        self.report.set(None);
        self.clock_behind.set(None);
        if gate == Gate::Vacant {
            self.backup_file.set_value(None);
            self.desk.update_value(|desk: &mut Desk| desk.vault = None);
            self.last_backup.set(None);
            self.returned.set(false);
        }
        self.gate.set(gate);
    }

    /// Registers what forgets something that was laid ready for the own caseload, to be called
    /// whenever that is closed.
    pub fn when_closed(self, forget: impl Fn() + Send + Sync + 'static) {
        let forget = Callback::new(move |()| forget());
        self.on_close.update_value(|all| all.push(forget));
    }

    /// What another tab did to the store as a whole.
    pub(crate) fn meet(self, fate: Fate) {
        match fate {
            Fate::Locked => {
                let unwritten = self
                    .keeper(Place::Own)
                    .is_some_and(|keeper| keeper.waiting() > 0);
                if let (false, Some(keeper)) = (unwritten, self.keeper(Place::Own)) {
                    spawn_local(async move {
                        self.lay_drafts_down(Place::Own).await;
                        self.add_drafts(&keeper).await;
                        self.close_own(Gate::Locked);
                    });
                }
            }
            Fate::Rewritten => {
                if let Some(keeper) = self.keeper(Place::Own) {
                    spawn_local(async move {
                        let reserved = keeper.reserved().await;
                        let is_read = opening::reread(reserved.keeper()).await;
                        drop(reserved);
                        self.drop_loose_drafts(Place::Own);
                        self.follow_backup(&keeper).await;
                        // What is on screen may be deleted for good elsewhere.
                        if !is_read && !keeper.is_retired() && keeper.waiting() == 0 {
                            self.close_own(Gate::Locked);
                        }
                    });
                }
            }
            Fate::Wanted => spawn_local(self.hand_over(Place::Own)),
            Fate::BackedUp => {
                if let Some(keeper) = self.keeper(Place::Own) {
                    spawn_local(async move { self.follow_backup(&keeper).await });
                }
            }
        }
    }
}
