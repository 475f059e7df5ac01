//! Closing the own caseload: by a lock, or because of what another tab or the browser did to it.
//!
//! The keeper goes, and the key with it. What was typed and not saved is laid down sealed, and
//! unlocking takes it up again; what lay ready for the caseload is forgotten.

use crate::app::{App, Desk};
use crate::drafts::Drafts;
use crate::keeping::keeper::Keeper;
use crate::keeping::opening;
use crate::keeping::tabs::Fate;
use crate::own::Gate;
use crate::stock::Place;
use crate::store::channel::Message;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Key of the sealed drafts.
const DRAFTS: &str = "cases";

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
        self.lay_drafts_down(&keeper).await;
        match reason {
            LockReason::Wish => keeper.tell(Message::Locked),
            // In another tab somebody may be typing.
            LockReason::Idle => {}
        }
        self.close_own(Gate::Locked);
        true
    }

    /// Seals what was typed and not saved, so that it is there again after unlocking.
    async fn lay_drafts_down(self, keeper: &Keeper) {
        let bytes = self
            .drafts
            .own
            .with_untracked(|drafts| (!drafts.is_empty()).then(|| drafts.to_bytes()));
        let Some(bytes) = bytes else { return };
        if let Ok(sealed) = keeper.seal_draft(&bytes) {
            // A storage that takes nothing more keeps nobody from locking.
            drop(keeper.database().put_draft(DRAFTS, &sealed).await);
        }
    }

    /// Takes up what a lock laid down.
    pub(crate) async fn take_drafts_up(self, keeper: &Keeper) {
        let Ok(kept) = keeper.database().drafts().await else {
            return;
        };
        let drafts = kept
            .get(DRAFTS)
            .and_then(|sealed| keeper.open_draft(sealed));
        // Whoever has begun to type already keeps that; what was laid down waits for the next time.
        if let Some(drafts) = drafts
            && !keeper.is_retired()
            && self.drafts.own.with_untracked(Drafts::is_empty)
        {
            self.drafts.own.set(drafts);
            drop(keeper.database().remove_draft(DRAFTS).await);
        }
    }

    /// Lets go of everything that was open, and says where the gate stands then.
    pub(crate) fn close_own(self, gate: Gate) {
        if let Some(keeper) = self.keeper(Place::Own) {
            keeper.retire();
        }
        for forget in self.on_close.get_value() {
            forget.run(());
        }
        self.toast.set(None);
        self.drafts.own.set(Drafts::default());
        self.stock.update(|stock| stock.drop_ledger(Place::Own));
        self.desk.update_value(|desk: &mut Desk| desk.own = None);
        self.signs.own.reset();
        self.report.set(None);
        self.clock_behind.set(None);
        if gate == Gate::Vacant {
            self.backup_file.set_value(None);
            self.desk.update_value(|desk: &mut Desk| desk.vault = None);
            self.last_backup.set(None);
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
                        self.lay_drafts_down(&keeper).await;
                        self.close_own(Gate::Locked);
                    });
                }
            }
            // Any local page can say so; the browser itself tells when the database goes.
            Fate::Erased => {}
            Fate::Rewritten => {
                if let Some(keeper) = self.keeper(Place::Own) {
                    spawn_local(async move {
                        keeper.settle().await;
                        let is_read = match keeper.reserve() {
                            Some(reserved) => opening::reread(reserved.keeper()).await,
                            None => false,
                        };
                        // What is on screen may be deleted for good elsewhere.
                        if !is_read && !keeper.is_retired() && keeper.waiting() == 0 {
                            self.close_own(Gate::Locked);
                        }
                    });
                }
            }
        }
    }
}
