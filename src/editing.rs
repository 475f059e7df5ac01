//! Everyday changes: each takes along what has to be entered in VerBIS and ATV because of it.

use crate::app::App;
use crate::changing::Unchanged;
use caseload::history::{Command, Deed, Edit};
use caseload::transfers::with_transfers;

impl App {
    /// Makes everyday changes as one step; `done` says what it was.
    ///
    /// # Errors
    /// [`Unchanged`] if nothing was changed.
    pub fn edit(&self, deed: Deed, edits: Vec<Edit>, done: String) -> Result<(), Unchanged> {
        let edits = self.evaluation.with_untracked(|evaluated| {
            let Some(Ok(evaluation)) = evaluated else {
                return edits;
            };
            with_transfers(edits, &evaluation.caseload, &evaluation.overview.setting)
        });
        self.change(&Command::Edit { deed, edits }, done)
    }
}
