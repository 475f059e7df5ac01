//! Ctrl+Z takes back the last change, Ctrl+Y does it again, from anywhere on the page. In a field
//! the keys keep their usual meaning: there they are about what was typed.

use crate::app::App;
use crate::changing::Command;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Fields in which the browser undoes by itself.
const TYPED_INTO: &str = "input:not([type=file]), textarea, select";

/// Listens as long as the caller's component is there.
pub fn listen(app: App) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let command = match wish(&event) {
            Some(Wish::Undo) if app.undoable.get_untracked().is_some() => Command::Undo,
            Some(Wish::Redo) if app.redoable.get_untracked().is_some() => Command::Redo,
            Some(Wish::Undo | Wish::Redo) | None => return,
        };
        event.prevent_default();
        app.dispatch(command);
    });
    on_cleanup(move || listener.remove());
}

enum Wish {
    Undo,
    Redo,
}

fn wish(event: &KeyboardEvent) -> Option<Wish> {
    let modified = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let in_field = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.matches(TYPED_INTO).unwrap_or(false));
    if !modified || in_field {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Wish::Undo),
        ("z", true) | ("y", false) => Some(Wish::Redo),
        (_, _) => None,
    }
}
