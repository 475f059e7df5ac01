//! What can go wrong with the browser's storage, told apart as far as the user can do something
//! different about it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Why the storage did not do what it was asked. After an error nothing was changed, except where
/// a variant says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The browser keeps nothing for this page: forbidden by a setting, or not built in.
    Denied,
    /// There is no room left, on the disk or in the share that the browser grants.
    Full,
    /// The database was made by a newer version of the program.
    NewerVersion,
    /// A record of this number exists already; somebody else has written in the meantime.
    Conflict,
    /// Another tab holds the database open and does not let go. A deletion stays ordered and
    /// happens as soon as that tab is closed.
    Blocked,
    /// The database was closed or deleted under the open connection.
    Gone,
    /// Anything else, by the name the browser gives it; never with data. It may be that the
    /// database on disk is damaged.
    Broken(String),
}

impl StoreError {
    /// Reads an exception of an attempt to get at a database.
    pub(super) fn at_the_door(exception: &JsValue) -> StoreError {
        match name_of(exception).as_str() {
            // What some browsers answer in a window that keeps nothing.
            "InvalidStateError" => StoreError::Denied,
            name => StoreError::of_any(name, exception),
        }
    }

    /// Reads an exception of a request to an open database.
    pub(super) fn inside(exception: &JsValue) -> StoreError {
        match name_of(exception).as_str() {
            "InvalidStateError" => StoreError::Gone,
            name => StoreError::of_any(name, exception),
        }
    }

    /// Reads why a transaction came to nothing whose requests had all been accepted.
    pub(super) fn at_the_end(exception: &JsValue) -> StoreError {
        match name_of(exception).as_str() {
            // Chromium writes large values into files of their own. On a full disk it complains
            // about the value, although it had accepted it.
            "DataError" => StoreError::Full,
            name => StoreError::of_any(name, exception),
        }
    }

    fn of_any(name: &str, exception: &JsValue) -> StoreError {
        match name {
            "SecurityError" | "NotAllowedError" => StoreError::Denied,
            "QuotaExceededError" => StoreError::Full,
            "VersionError" => StoreError::NewerVersion,
            "ConstraintError" => StoreError::Conflict,
            // On a full disk Chromium closes the connection, and only the text says why.
            "UnknownError" if text(exception, "message").contains("NO_SPACE") => StoreError::Full,
            name => StoreError::Broken(name.to_owned()),
        }
    }
}

/// The name of an exception, for instance `AbortError`; empty if it has none.
pub(super) fn name_of(exception: &JsValue) -> String {
    text(exception, "name")
}

fn text(exception: &JsValue, property: &str) -> String {
    Reflect::get(exception, &JsValue::from_str(property))
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
