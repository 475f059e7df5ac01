//! Moves the keyboard focus to what has just appeared.

use crate::pace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
        let focused = document().active_element();
        let is_typing = focused.is_some_and(|element| {
            let field = element.matches("input, select, textarea");
            field.unwrap_or_default()
        });
        if !is_typing {
            on(selector);
        }
    });
}

/// Focuses it once the present change is on screen.
pub fn on_rendered(selector: &'static str) {
    pace::when_shown(move || on(selector));
}
