//! Moves the keyboard focus to what has just appeared.

use crate::pace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Focuses the first element that matches `selector`, if there is one.
pub fn on(selector: &str) {
    // The selectors are written in this program; a wrong one would find nothing.
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Focuses it once the present change is on screen.
pub fn on_rendered(selector: &'static str) {
    pace::when_shown(move || on(selector));
}
