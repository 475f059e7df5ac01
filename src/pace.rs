//! The screen waits a moment for the disk.
//!
//! To draw what follows from a change takes longer than to write the change down, and a page that
//! draws does not hear that the disk has answered. So the effects that draw wait until the change
//! is written, though never longer than [`PATIENCE`]; the change and the word that it is saved then
//! come on screen together. Signals and memos do not wait: whoever asks one learns what holds now.

use crate::background::spawn_local;
use crate::pause::pause;
use crate::ready;
use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::set_timeout;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// How long the screen waits. Nobody notices less than a tenth of a second.
const PATIENCE: Duration = Duration::from_millis(30);

#[derive(Default)]
struct Pace {
    is_held: Cell<bool>,
    /// Counts how often the screen has gone on.
    turn: Cell<u32>,
    waiting: RefCell<Vec<Waker>>,
}

thread_local! {
    static PACE: Pace = Pace::default();
}

/// Lets everything that draws follow this pace. Called once, before anything is drawn.
pub fn begin() {
    // It fails only if it was called before.
    drop(Executor::init_local_custom_executor(Paced));
}

/// The screen waits from now on, until [`release`] or for [`PATIENCE`].
pub fn hold() {
    PACE.with(|pace| {
        if pace.is_held.replace(true) {
            return;
        }
        ready::awaits();
        let turn = pace.turn.get();
        let over = move || {
            if PACE.with(|pace| pace.turn.get()) == turn {
                release();
            }
        };
        set_timeout(over, PATIENCE);
    });
}

/// The screen goes on, with everything that has become different meanwhile.
pub fn release() {
    let waiting = PACE.with(|pace| {
        if !pace.is_held.replace(false) {
            return Vec::new();
        }
        pace.turn.set(pace.turn.get().wrapping_add(1));
        when_shown(ready::arrived);
        pace.waiting.take()
    });
    waiting.into_iter().for_each(Waker::wake);
}

/// Does something once everything that is different now is on screen.
pub fn when_shown(act: impl FnOnce() + 'static) {
    spawn_local(async move {
        poll_fn(|context| {
            if waits(context) {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
        .await;
        // What draws has been woken, and comes before the next timer.
        pause(Duration::ZERO).await;
        act();
    });
}

/// Whether the screen waits; whoever asks is woken when it goes on.
fn waits(context: &Context<'_>) -> bool {
    PACE.with(|pace| {
        let is_held = pace.is_held.get();
        if is_held {
            pace.waiting.borrow_mut().push(context.waker().clone());
        }
        is_held
    })
}

/// Runs the effects.
struct Paced;

impl CustomExecutor for Paced {
    fn spawn(&self, effect: PinnedFuture<()>) {
        self.spawn_local(effect);
    }

    fn spawn_local(&self, mut effect: PinnedLocalFuture<()>) {
        spawn_local(poll_fn(move |context| {
            if waits(context) {
                Poll::Pending
            } else {
                effect.as_mut().poll(context)
            }
        }));
    }

    fn poll_local(&self) {
        // The browser does that.
    }
}
