//! The own caseload locks itself when nobody is there, and on Ctrl+L. Whoever reads without moving
//! anything is there as long as the page is touched or scrolled now and then.

use crate::app::App;
use crate::background::spawn_local;
use crate::clock;
use crate::closing::LockReason;
use crate::own::Gate;
use crate::parts::toast::Toast;
use crate::remembered;
use caseload::history::Moment;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::KeyboardEvent;

const LOOK: Duration = Duration::from_secs(5);

/// Watches for as long as the caller's component is there.
pub fn watch(app: App) {
    let touched = StoredValue::new(clock::now());
    let touch = move || touched.set_value(clock::now());
    let listeners = [
        window_event_listener_untyped("pointerdown", move |_| touch()),
        window_event_listener_untyped("pointermove", move |_| touch()),
        window_event_listener_untyped("wheel", move |_| touch()),
        window_event_listener_untyped("scroll", move |_| touch()),
    ];
    let keys = window_event_listener(ev::keydown, move |event| {
        touch();
        if asks_for_lock(&event) && app.gate.get_untracked() == Gate::Open {
            event.prevent_default();
            lock(app);
        }
    });
    let look = move || {
        let Moment(since) = touched.get_value();
        let idle = u64::try_from(clock::now().0 - since).unwrap_or(0);
        if app.gate.get_untracked() == Gate::Open
            && Duration::from_millis(idle) >= remembered::lock_after()
        {
            spawn_local(async move {
                app.lock(LockReason::Idle).await;
            });
        }
    };
    let timer = set_interval_with_handle(look, LOOK).ok();
    // A computer that slept has not been touched; the timer did not run meanwhile.
    let on_return = window_event_listener(ev::visibilitychange, move |_| look());
    on_cleanup(move || {
        for listener in listeners {
            listener.remove();
        }
        keys.remove();
        on_return.remove();
        if let Some(timer) = timer {
            timer.clear();
        }
    });
}

/// Locks because the user wants it, and says so if it cannot be done.
pub fn lock(app: App) {
    spawn_local(async move {
        if !app.lock(LockReason::Wish).await {
            app.toast.set(Some(Toast::plain(
                "Noch nicht gesperrt: Es gibt Änderungen, die der Browser nicht gespeichert hat. Bitte laden Sie zuerst eine Sicherung herunter (Seite „Daten“) oder versuchen Sie das Speichern noch einmal.",
            )));
        }
    });
}

fn asks_for_lock(event: &KeyboardEvent) -> bool {
    let modified = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
    modified && event.key().eq_ignore_ascii_case("l")
}
