//! Whether something can be changed here at all, and why not: another window writes, or nobody may.

use super::alert::Notice;
use crate::app::App;
use crate::changing::Unchanged;
use crate::keeping::status::Role;
use crate::reactive::Memo;
use crate::view::{View, view};

/// Whether this window must not change what is on screen.
pub fn is_blocked(app: App) -> Memo<bool> {
    Memo::new(move |_| app.role.get() != Role::Writer)
}

/// Why nothing can be changed; nothing where it can.
pub fn notice(app: App) -> View {
    View::of(move || match app.role.get() {
        Role::Writer => None,
        role @ (Role::Follower | Role::TakingOver | Role::ReadOnly) => Some(view! {
            <Notice>
                <p>{Unchanged::NotWriting(role).to_string()}</p>
            </Notice>
        }),
    })
}
