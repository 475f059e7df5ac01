//! What the page says about keeping: whether the work is saved, and who may write.

use crate::store::fault::StoreError;
use caseload::history::Moment;
use caseload::journal::record::WriteFault;

/// Whether what is on screen is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is confirmed.
    Saved,
    /// Changes are on their way.
    Saving,
    /// Changes could not be written; they wait in memory.
    Failed(SaveFailure),
    /// Nothing is written: the browser keeps nothing for this page, or nothing was changed yet.
    Memory,
}

/// Why changes wait in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveFailure {
    /// The storage refused.
    Store(StoreError),
    /// Another tab took over before they were written.
    Overtaken,
    /// The record could not be made.
    Sealing(WriteFault),
}

/// Whether this tab may change the caseload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It writes, or would if there were anything to write to.
    Writer,
    /// Another tab writes; this one shows what it writes.
    Follower,
    /// It asked the other tab to hand over and waits.
    TakingOver,
    /// Nobody may write: the store is damaged or newer than this program.
    ReadOnly,
}

/// The last backup, and what happened since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupAge {
    /// When it was written; `None` if there is none.
    pub at: Option<Moment>,
    /// How many changes came after it.
    pub changes: u64,
}

/// Changes after which a backup is asked for.
const REMINDER_CHANGES: u64 = 50;
/// Days after which a backup is asked for if anything changed.
const REMINDER_DAYS: i64 = 7;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

impl BackupAge {
    /// The age of a backup that holds everything up to a record, in a store with this newest one.
    pub fn of(last: Option<(Moment, u64)>, newest: u64) -> Self {
        match last {
            Some((at, number)) => BackupAge {
                at: Some(at),
                changes: newest.saturating_sub(number),
            },
            None => BackupAge {
                at: None,
                changes: newest,
            },
        }
    }

    /// Whether it is time for a backup: 50 changes, or a change and 7 days.
    pub fn is_due(self, now: Moment) -> bool {
        let old = match self.at {
            Some(Moment(at)) => now.0 - at >= REMINDER_DAYS * DAY_MILLIS,
            None => true,
        };
        self.changes >= REMINDER_CHANGES || (self.changes > 0 && old)
    }
}

#[cfg(test)]
mod tests {
    use super::{BackupAge, DAY_MILLIS};
    use caseload::history::Moment;

    #[test]
    fn a_backup_is_due_after_seven_days_or_fifty_changes() {
        let now = Moment(1_795_000_000_000);
        let before = |days: i64| Some(Moment(now.0 - days * DAY_MILLIS));
        let due = |at, changes| BackupAge { at, changes }.is_due(now);
        assert!(!due(before(6), 49));
        assert!(due(before(6), 50));
        assert!(due(before(7), 1));
        assert!(!due(before(400), 0), "nothing changed since");
        assert!(due(None, 1));
        assert!(!due(None, 0));
    }
}
