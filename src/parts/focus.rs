//! Moves the keyboard focus to what has just appeared.

use crate::pace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where keys belong to what is typed.
const TYPED_INTO: &str = "input, textarea, select";

/// Whether the focus is in a field.
pub fn is_in_field() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.matches(TYPED_INTO).unwrap_or(false))
}

/// Focuses the first element that matches `selector`, if there is one. Folds around it open.
pub fn on(selector: &str) {
    // The selectors are written in this program; a wrong one would find nothing.
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        while let Ok(Some(fold)) = element.closest("details:not([open])") {
            if fold.set_attribute("open", "").is_err() {
                break;
            }
        }
        drop(element.focus());
    }
}

/// The same, unless somebody is typing somewhere by then.
pub fn on_rendered_unless_typing(selector: &'static str) {
    pace::when_shown(move || {
        if !is_in_field() {
            on(selector);
        }
    });
}

/// Focuses it once the present change is on screen.
pub fn on_rendered(selector: &'static str) {
    pace::when_shown(move || on(selector));
}
