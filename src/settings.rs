//! Small settings that outlive the page, kept by the browser in localStorage. Only what says
//! nothing about anybody goes here. Where the browser denies the storage, a setting lasts as long
//! as the page.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

/// How every key begins: other local pages may share the storage.
const PREFIX: &str = "kontaktdichte.";

/// Reads a setting; `None` if there is none or the browser denies it.
pub fn read(key: &str) -> Option<String> {
    allowed()
        .then(|| LocalStorage::raw().get_item(key).ok().flatten())
        .flatten()
}

/// Remembers a setting if the browser allows it.
pub fn write(key: &str, value: &str) {
    if allowed() {
        // A full or locked storage costs the user one click next time, nothing more.
        drop(LocalStorage::raw().set_item(key, value));
    }
}

/// Forgets every setting of this program.
pub fn forget_all() {
    if allowed() {
        let keys: Vec<String> = (0..LocalStorage::length())
            .filter_map(|index| LocalStorage::raw().key(index).ok().flatten())
            .filter(|key| key.starts_with(PREFIX))
            .collect();
        for key in keys {
            LocalStorage::delete(&key);
        }
    }
}

/// Asked first, because the storage type panics where the browser denies it. Some browsers hand the
/// storage out and deny the first look into it.
fn allowed() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.get_item(PREFIX).is_ok())
}
