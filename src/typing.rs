//! What is typed and not saved goes into the store as well, sealed like the record: a moment after
//! the first key, and at once when the user turns to something else. So neither a lock nor a reload
//! nor the end of the browser costs more than the last words.
//!
//! Drafts belong to the caseload, not to a tab. The tab that writes keeps them and shows them; it
//! lets go of them with the right to write, and the one that takes over takes them up. So no tab
//! shows words that another one has saved or thrown away since.

use crate::app::App;
use crate::background::spawn_local;
use crate::drafts::Drafts;
use crate::keeping::keeper::Keeper;
use crate::keeping::status::{Role, SaveState};
use crate::pause::pause;
use crate::reactive::RwSignal;
use crate::stock::{Place, Stock};
use leptos::prelude::*;
use std::time::Duration;

/// Key of the drafts in the store.
const CASES: &str = "cases";

/// What is typed in this time is written together.
const TOGETHER: Duration = Duration::from_millis(300);

const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// How far the drafts of one caseload are on the disk.
#[derive(Debug, Clone, Copy)]
pub struct Typing {
    /// Those in the store, as far as this tab knows: what differs from them was typed here.
    known: RwSignal<Drafts>,
    /// Whether this tab answers for those in the store, and has taken them up.
    is_taken_up: StoredValue<bool>,
    /// Whether the store took them at the last attempt.
    is_refused: RwSignal<bool>,
    /// Counts how often drafts came and went with the right to write; forms are made anew then.
    pub changed_hands: RwSignal<u32>,
    is_scheduled: StoredValue<bool>,
    /// Whether they are being written.
    is_writing: StoredValue<bool>,
}

impl Typing {
    /// Of a caseload about which nothing is typed.
    pub fn new() -> Self {
        Typing {
            known: RwSignal::new(Drafts::default()),
            is_taken_up: StoredValue::new(false),
            is_refused: RwSignal::new(false),
            changed_hands: RwSignal::new(0),
            is_scheduled: StoredValue::new(false),
            is_writing: StoredValue::new(false),
        }
    }

    /// Whether drafts would not survive the end of the window.
    pub fn is_loose(&self, drafts: &Drafts) -> bool {
        !drafts.is_empty() && self.known.with(|known| known != drafts)
    }

    fn is_behind(&self, drafts: &Drafts) -> bool {
        self.known.with_untracked(|known| known != drafts)
    }
}

impl App {
    /// Keeps what is typed, for as long as the page is shown.
    pub fn keep_typed(self) {
        for place in Place::ALL {
            let signs = *self.signs.of(place);
            Effect::new(move |_| {
                self.drafts.of(place).track();
                // A change that could not be written held the drafts up.
                signs.save.track();
                if signs.role.get() == Role::Writer {
                    self.schedule(place);
                }
            });
            Effect::new(move |_| {
                if signs.role.get() == Role::Follower {
                    self.let_go_of_drafts(place);
                }
            });
        }
        let at_once = move || {
            for place in Place::ALL {
                spawn_local(self.lay_drafts_down(place));
            }
        };
        let listeners = ["blur", "visibilitychange", "pagehide"]
            .map(|event| window_event_listener_untyped(event, move |_| at_once()));
        on_cleanup(move || {
            for listener in listeners {
                listener.remove();
            }
        });
    }

    fn schedule(self, place: Place) {
        let typing = *self.typing.of(place);
        let drafts = self.drafts.of(place);
        let (is_behind, is_over) =
            drafts.with_untracked(|drafts| (typing.is_behind(drafts), drafts.is_empty()));
        if is_behind && is_over {
            // What is saved or thrown away must not be there again after the end of the window.
            spawn_local(self.lay_drafts_down(place));
        }
        if !is_behind || is_over || typing.is_scheduled.get_value() {
            return;
        }
        typing.is_scheduled.set_value(true);
        let lay_down = move || {
            typing.is_scheduled.set_value(false);
            spawn_local(self.lay_drafts_down(place));
        };
        set_timeout(lay_down, TOGETHER);
    }

    /// Writes the drafts of a caseload, if this tab writes and they are others than in the store.
    pub(crate) async fn lay_drafts_down(self, place: Place) {
        let typing = self.typing.of(place);
        // One after the other: what one has just written would look like somebody else's to the next.
        while typing.is_writing.get_value() {
            pause(LOOK_AGAIN).await;
        }
        let drafts = self.drafts.of(place);
        let is_behind = || drafts.with_untracked(|drafts| typing.is_behind(drafts));
        let Some(keeper) = self.keeper(place).filter(|_| is_behind()) else {
            return;
        };
        typing.is_writing.set_value(true);
        let is_written = self.write_drafts(&keeper).await;
        typing.is_writing.set_value(false);
        if is_written {
            self.schedule(place);
        }
    }

    /// Says whether the store took them.
    async fn write_drafts(self, keeper: &Keeper) -> bool {
        let place = keeper.place;
        let (typing, drafts) = (self.typing.of(place), self.drafts.of(place));
        // Until a change is on the disk, its draft is the only copy there.
        keeper.settle().await;
        let may_write = || {
            let role = self.signs.of(place).role.get_untracked();
            role == Role::Writer && typing.is_taken_up.get_value() && !keeper.is_retired()
        };
        if keeper.waiting() > 0 || !may_write() {
            return false;
        }
        let Some(others) = stored(keeper).await else {
            typing.is_refused.set(true);
            return false;
        };
        if !may_write() {
            return false;
        }
        // A tab that was locked while this one writes has laid down its own beside them.
        if typing.is_behind(&others) {
            self.receive(place, others);
        }
        let written = drafts.with_untracked(Drafts::clone);
        let is_written = write(keeper, &written).await;
        if keeper.is_retired() {
            return false;
        }
        typing.is_refused.set(!is_written);
        if is_written && may_write() {
            typing.known.set(written);
        }
        is_written
    }

    /// Lays down what was typed here before another tab took the right to write away, beside what
    /// that one laid down.
    pub(crate) async fn add_drafts(self, keeper: &Keeper) {
        let (typing, drafts) = (self.typing.of(keeper.place), self.drafts.of(keeper.place));
        let is_loose = drafts.with_untracked(|drafts| untrack(|| typing.is_loose(drafts)));
        if is_loose && self.signs.of(keeper.place).role.get_untracked() != Role::Writer {
            let Some(others) = stored(keeper).await else {
                return;
            };
            let mut joined = drafts.with_untracked(Drafts::clone);
            typing
                .known
                .with_untracked(|known| joined.join(known, others));
            // If not, there is nobody left to tell: the caseload is about to be closed.
            let _ = write(keeper, &joined).await;
        }
    }

    /// Takes up what lies in the store. What was typed here and did not get there stays.
    pub(crate) async fn take_drafts_up(self, keeper: &Keeper) {
        let others = stored(keeper).await;
        if keeper.is_retired() {
            return;
        }
        let typing = self.typing.of(keeper.place);
        typing.is_refused.set(others.is_none());
        if let Some(others) = others {
            self.receive(keeper.place, others);
        }
        typing.is_taken_up.set_value(true);
    }

    /// Shows drafts out of the store, with what was typed here.
    fn receive(self, place: Place, others: Drafts) {
        let (typing, drafts) = (self.typing.of(place), self.drafts.of(place));
        let known = typing.known.get_untracked();
        typing.known.set(others.clone());
        drafts.update(|drafts| drafts.join(&known, others));
        typing.changed_hands.update(|times| *times += 1);
    }

    /// Leaves the drafts in the store to the tab that writes now. What was typed here and did not
    /// get there stays.
    fn let_go_of_drafts(self, place: Place) {
        let typing = self.typing.of(place);
        typing.is_taken_up.set_value(false);
        let mut drafts = self.drafts.of(place).get_untracked();
        let mut known = typing.known.get_untracked();
        if drafts.part(&mut known) {
            typing.known.set(known);
            self.drafts.of(place).set(drafts);
            typing.changed_hands.update(|times| *times += 1);
        }
    }

    /// Hands over to the tab that asked, with what is typed here.
    pub(crate) async fn hand_over(self, place: Place) {
        self.lay_drafts_down(place).await;
        if let Some(keeper) = self.keeper(place) {
            keeper.hand_over().await;
            // What could not be written keeps the right to write here, and the drafts with it.
            let is_writer = self.signs.of(place).role.get_untracked() == Role::Writer;
            if is_writer && !self.typing.of(place).is_taken_up.get_value() {
                self.take_drafts_up(&keeper).await;
            }
        }
    }

    /// Takes over from the tab that writes, with what is typed there.
    pub async fn take_over(self, place: Place) {
        let Some(keeper) = self.keeper(place) else {
            return;
        };
        keeper.take_over().await;
        if self.signs.of(place).role.get_untracked() == Role::Writer {
            self.take_drafts_up(&keeper).await;
        }
    }

    /// Lets go of drafts about customers who are not in the caseload any more.
    pub(crate) fn drop_loose_drafts(self, place: Place) {
        self.stock.with_untracked(|stock: &Stock| {
            if let Some(ledger) = stock.ledger_of(place) {
                let customers = &ledger.caseload().customers;
                self.drafts.of(place).update(|drafts| {
                    drafts.retain(|case| customers.iter().any(|customer| customer.id == *case));
                });
            }
        });
    }

    /// Forgets what was typed about a caseload that is closed.
    pub(crate) fn forget_drafts(self, place: Place) {
        let typing = self.typing.of(place);
        typing.known.set(Drafts::default());
        typing.is_taken_up.set_value(false);
        typing.is_refused.set(false);
        self.drafts.of(place).set(Drafts::default());
    }

    /// Whether the store takes what is typed.
    pub fn keeps_drafts(self, place: Place) -> bool {
        let is_open = match self.signs.of(place).save.get() {
            SaveState::Saved | SaveState::Saving => true,
            SaveState::Memory => self.keeper(place).is_some(),
            SaveState::Failed(_) => false,
        };
        is_open && !self.typing.of(place).is_refused.get()
    }
}

/// Writes drafts in place of those in the store. Says whether it took them.
async fn write(keeper: &Keeper, drafts: &Drafts) -> bool {
    let bytes = (!drafts.is_empty()).then(|| drafts.to_bytes());
    match bytes.map(|bytes| keeper.seal_draft(&bytes)) {
        None => keeper.database().remove_draft(CASES).await.is_ok(),
        Some(Ok(sealed)) => keeper.database().put_draft(CASES, &sealed).await.is_ok(),
        Some(Err(_)) => false,
    }
}

/// The drafts in the store; what cannot be read there is of no use to anybody. `None` if the store
/// does not answer.
async fn stored(keeper: &Keeper) -> Option<Drafts> {
    let kept = keeper.database().drafts().await.ok()?;
    let read = kept.get(CASES).and_then(|sealed| keeper.open_draft(sealed));
    Some(read.unwrap_or_default())
}
