//! Small settings that outlive the page, kept by the browser in localStorage. Only what says
//! nothing about anybody goes here. Where the browser denies the storage, a setting lasts as long
//! as the page.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

/// Reads a setting; `None` if there is none or the browser denies it.
pub fn read(key: &str) -> Option<String> {
    allowed().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Remembers a setting if the browser allows it.
pub fn write(key: &str, value: &str) {
    if allowed() {
        // A full or locked storage costs the user one click next time, nothing more.
        drop(LocalStorage::set(key, value));
    }
}

/// Asked first, because the storage type panics where the browser denies it.
fn allowed() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}
