//! The mark `html[data-kd-ready]`: "true" while the page stands still and can be used, absent while
//! a page is being replaced. Automation waits for it instead of guessing a time.

use leptos::prelude::*;

const MARK: &str = "data-kd-ready";

/// The page can be used.
pub fn announce() {
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
