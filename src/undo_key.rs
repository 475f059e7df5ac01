//! Ctrl+Z takes back the last import, from anywhere on the page. In a field the key keeps its usual
//! meaning: there it takes back what was typed.

use crate::app::{App, Command};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Fields in which the browser undoes by itself.
const TYPED_INTO: &str = "input:not([type=file]), textarea, select";

/// Listens as long as the caller's component is there.
pub fn listen(app: App) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if asks_for_undo(&event) && app.undoable.get_untracked().is_some() {
            event.prevent_default();
            app.dispatch(Command::UndoImport);
        }
    });
    on_cleanup(move || listener.remove());
}

fn asks_for_undo(event: &KeyboardEvent) -> bool {
    let modified = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
    let in_field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.matches(TYPED_INTO).unwrap_or(false));
    modified && event.key().eq_ignore_ascii_case("z") && !in_field
}
