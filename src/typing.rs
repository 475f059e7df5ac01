//! What is typed and not saved goes into the store as well, sealed like the record: a moment after
//! the first key, and at once when the user turns to something else. So neither a lock nor a reload
//! nor the end of the browser costs more than the last words.
//!
//! Drafts belong to the caseload, not to a tab. The tab that writes keeps them, and the one that
//! takes over takes them up.

use crate::app::App;
use crate::drafts::Drafts;
use crate::keeping::keeper::Keeper;
use crate::keeping::status::{Role, SaveState};
use crate::reactive::RwSignal;
use crate::stock::{Place, Stock};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Key of the drafts in the store.
const CASES: &str = "cases";

/// What is typed in this time is written together.
const TOGETHER: Duration = Duration::from_millis(300);

/// How far the drafts of one caseload are on the disk.
#[derive(Debug, Clone, Copy)]
pub struct Typing {
    /// [`Drafts::edits`] of those that are.
    on_disk: RwSignal<u64>,
    /// Those themselves: what differs from them was typed here.
    known: StoredValue<Drafts>,
    /// Whether the store took them at the last attempt.
    is_refused: RwSignal<bool>,
    /// Counts how often drafts came in from the store; forms are made anew then.
    pub taken_up: RwSignal<u32>,
    is_scheduled: StoredValue<bool>,
}

impl Typing {
    /// Of a caseload about which nothing is typed.
    pub fn new() -> Self {
        Typing {
            on_disk: RwSignal::new(0),
            known: StoredValue::new(Drafts::default()),
            is_refused: RwSignal::new(false),
            taken_up: RwSignal::new(0),
            is_scheduled: StoredValue::new(false),
        }
    }

    /// Whether drafts would not survive the end of the window.
    pub fn is_loose(&self, drafts: &Drafts) -> bool {
        !drafts.is_empty() && drafts.edits() != self.on_disk.get()
    }

    fn is_behind(&self, drafts: &Drafts) -> bool {
        drafts.edits() != self.on_disk.get_untracked()
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
        let is_behind = self
            .drafts
            .of(place)
            .with_untracked(|drafts| typing.is_behind(drafts));
        if !is_behind || typing.is_scheduled.get_value() {
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
        let (typing, drafts) = (self.typing.of(place), self.drafts.of(place));
        let is_behind = || drafts.with_untracked(|drafts| typing.is_behind(drafts));
        let Some(keeper) = self.keeper(place).filter(|_| is_behind()) else {
            return;
        };
        // Until a change is on the disk, its draft is the only copy there.
        keeper.settle().await;
        let may_write = self.signs.of(place).role.get_untracked() == Role::Writer;
        if keeper.waiting() > 0 || keeper.is_retired() || !may_write {
            return;
        }
        let known = drafts.with_untracked(Drafts::clone);
        let is_written = write(&keeper, &known).await;
        if keeper.is_retired() {
            return;
        }
        typing.is_refused.set(!is_written);
        if is_written {
            typing.on_disk.set(known.edits());
            typing.known.set_value(known);
            self.schedule(place);
        }
    }

    /// Lays down what was typed here before another tab took the right to write away, beside what
    /// that one laid down.
    pub(crate) async fn add_drafts(self, keeper: &Keeper) {
        let (typing, drafts) = (self.typing.of(keeper.place), self.drafts.of(keeper.place));
        let is_loose = drafts.with_untracked(|drafts| untrack(|| typing.is_loose(drafts)));
        if is_loose && self.signs.of(keeper.place).role.get_untracked() != Role::Writer {
            let others = stored(keeper).await;
            let known = typing.known.get_value();
            drafts.update(|drafts| drafts.join(&known, others));
            let joined = drafts.with_untracked(Drafts::clone);
            if write(keeper, &joined).await {
                typing.known.set_value(joined);
            }
        }
    }

    /// Takes up what lies in the store. What was typed here and did not get there stays.
    pub(crate) async fn take_drafts_up(self, keeper: &Keeper) {
        let others = stored(keeper).await;
        if keeper.is_retired() {
            return;
        }
        let (typing, drafts) = (self.typing.of(keeper.place), self.drafts.of(keeper.place));
        drafts.update(|drafts| {
            let known = typing.known.get_value();
            typing.known.set_value(others.clone());
            if typing.is_behind(drafts) {
                drafts.join(&known, others);
            } else {
                typing.on_disk.set(others.edits());
                *drafts = others;
            }
        });
        typing.is_refused.set(false);
        typing.taken_up.update(|times| *times += 1);
    }

    /// Hands over to the tab that asked, with what is typed here.
    pub(crate) async fn hand_over(self, place: Place) {
        self.lay_drafts_down(place).await;
        if let Some(keeper) = self.keeper(place) {
            keeper.hand_over().await;
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
        typing.on_disk.set(0);
        typing.known.set_value(Drafts::default());
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

/// The drafts in the store. What cannot be read is of no use to anybody.
async fn stored(keeper: &Keeper) -> Drafts {
    let kept = keeper.database().drafts().await.unwrap_or_default();
    kept.get(CASES)
        .and_then(|sealed| keeper.open_draft(sealed))
        .unwrap_or_default()
}
