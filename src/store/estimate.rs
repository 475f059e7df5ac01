//! How much room there is, and the request not to clear it away.

use crate::background::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{StorageEstimate, StorageManager};

/// What the browser says about room. Both numbers are rough, and some browsers state a fixed share
/// instead of what the disk really has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Bytes in use, where local pages share their storage by all of them.
    pub usage: u64,
    /// Bytes that may be in use at most.
    pub quota: u64,
}

/// Asks how much room there is; `None` if the browser does not say.
pub async fn estimate() -> Option<Estimate> {
    let found: StorageEstimate = manager()?.estimate().ok()?.await.ok()?.unchecked_into();
    Some(Estimate {
        usage: found.get_usage()? as u64,
        quota: found.get_quota()? as u64,
    })
}

/// Asks the browser to keep the data when room gets short. It may ask the user, and it may never
/// answer, so nobody waits for it.
pub fn ask_to_persist() {
    if let Some(Ok(answer)) = manager().map(|manager| manager.persist()) {
        spawn_local(async move { drop(answer.await) });
    }
}

pub(super) fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    (!manager.is_undefined()).then_some(manager)
}
