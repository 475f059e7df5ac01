//! The mark `html[data-kd-ready]`: "true" while the page stands still and can be used, absent while
//! a page is being replaced or waits for a part of it. Automation waits for it instead of guessing a
//! time.

use leptos::prelude::*;
use std::cell::Cell;

const MARK: &str = "data-kd-ready";

thread_local! {
    /// How many parts are on their way.
    static AWAITED: Cell<u32> = const { Cell::new(0) };
}

/// The page can be used, or will be as soon as its last part is there.
pub fn announce() {
    if AWAITED.get() > 0 {
        return;
    }
    if let Some(root) = document().document_element() {
        drop(root.set_attribute(MARK, "true"));
    }
}

/// The page is about to be replaced.
pub fn withdraw() {
    if let Some(root) = document().document_element() {
        drop(root.remove_attribute(MARK));
    }
}

/// A part of the page is on its way; [`arrived`] must follow.
pub fn awaits() {
    AWAITED.set(AWAITED.get() + 1);
    withdraw();
}

/// A part is there, or will not come.
pub fn arrived() {
    AWAITED.set(AWAITED.get().saturating_sub(1));
    announce();
}
