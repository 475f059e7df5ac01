//! What is left of the program when it is itself at fault: the place, for the page that `crash.js`
//! puts in front of everything. That script needs nothing from here, because after a panic nothing
//! computes any more; the place names a line of the program, never what was being worked on.

use leptos::prelude::document;
use std::panic::PanicHookInfo;

/// Where `crash.js` reads the place.
const PLACE: &str = "data-kd-fault";

/// From now on a panic leaves its place behind.
pub fn watch() {
    std::panic::set_hook(Box::new(note));
}

fn note(info: &PanicHookInfo<'_>) {
    if let (Some(place), Some(root)) = (info.location(), document().document_element()) {
        // Nothing is left to be done if even this fails.
        drop(root.set_attribute(PLACE, &place.to_string()));
    }
}
