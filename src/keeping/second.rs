//! Sees to it that the second copy is there and equal, for as long as this tab writes.
//!
//! Everything that this tab writes goes into the copy as well, once it is there. What is left to do
//! is to make it when the right to write comes, and anew when it did not take something.

use crate::background::spawn_local;
use crate::keeping::keeper::Keeper;
use crate::keeping::status::Role;
use crate::pause::pause;
use crate::stock::Place;
use std::rc::Rc;
use std::time::Duration;

/// How long a browser that refused the copy is left alone; the caseload itself is saved meanwhile.
const PATIENCE: Duration = Duration::from_secs(60);

impl Keeper {
    /// Makes the copy if it is missing. Nobody waits for it: a browser that does not answer keeps
    /// the caseload as it did without one.
    pub fn keep_second(self: &Rc<Self>) {
        if !self.wants_second() || self.is_copying.replace(true) {
            return;
        }
        let keeper = Rc::downgrade(self);
        spawn_local(async move {
            while let Some(keeper) = keeper.upgrade().filter(|keeper| keeper.wants_second()) {
                if keeper.database().make_second().await.is_ok() {
                    if !keeper.is_writing() {
                        // Another tab took over meanwhile, and sees to it now.
                        keeper.database().leave_second();
                    }
                    break;
                }
                drop(keeper);
                pause(PATIENCE).await;
            }
            if let Some(keeper) = keeper.upgrade() {
                keeper.is_copying.set(false);
            }
        });
    }

    fn wants_second(&self) -> bool {
        self.place == Place::Own && self.is_writing() && self.database().lacks_second()
    }

    fn is_writing(&self) -> bool {
        !self.is_retired() && self.signs.role.get_untracked() == Role::Writer
    }
}
