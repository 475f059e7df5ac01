//! Keeps the window from being left by accident. While own changes exist only in memory, the browser
//! asks before it closes it; the words are the browser's own. And a file that is dropped beside its
//! field does not make the browser open it in place of the page.

use crate::app::{App, Safety};
use leptos::ev;
use leptos::prelude::*;

/// Watches the window for as long as the page is shown.
pub fn guard(app: App) {
    let on_leave = window_event_listener(ev::beforeunload, move |event| {
        if app.safety.get_untracked() == Safety::OnlyInMemory {
            event.prevent_default();
        }
    });
    let on_drag = window_event_listener(ev::dragover, |event| event.prevent_default());
    let on_drop = window_event_listener(ev::drop, |event| event.prevent_default());
    on_cleanup(move || {
        on_leave.remove();
        on_drag.remove();
        on_drop.remove();
    });
}
