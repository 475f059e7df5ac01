//! Whether the window forgets everything when it closes.
//!
//! No browser says so. Firefox gives it away: in a private window, and with a history that is never
//! kept, it refuses the private file system with a `SecurityError` that it does not give otherwise.
//! Chromium hides it well: opened from a file, every answer it gives (room, databases, file system)
//! is the same in both kinds of window, so there is no finding at all. A browser that clears its
//! data when it is closed looks like any other, in both. So a finding is a reason to warn, and no
//! finding is no promise.

use super::estimate;
use super::fault::name_of;

/// What could be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// The window seems to be private: what is kept is lost when it closes.
    LooksPrivate,
    /// The window seems to be an ordinary one.
    LooksOrdinary,
    /// This browser gives nothing away.
    CannotTell,
}

/// Looks for signs of a private window. Where storage is denied altogether the signs mean nothing;
/// opening the database tells that apart.
pub async fn looks_private() -> Privacy {
    if !gives_itself_away() {
        return Privacy::CannotTell;
    }
    let Some(manager) = estimate::manager() else {
        return Privacy::CannotTell;
    };
    match manager.get_directory().await {
        Ok(_directory) => Privacy::LooksOrdinary,
        Err(exception) if name_of(&exception) == "SecurityError" => Privacy::LooksPrivate,
        Err(_) => Privacy::CannotTell,
    }
}

/// Only Firefox answers differently in the two kinds of window; others refuse local pages always.
fn gives_itself_away() -> bool {
    web_sys::window()
        .and_then(|window| window.navigator().user_agent().ok())
        .is_some_and(|agent| agent.contains("Firefox/"))
}
