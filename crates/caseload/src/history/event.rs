//! What happened, when, and under which id.

use super::change::Change;
use std::fmt;
use uuid::Uuid;

/// One thing that was done to a caseload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identifier, unique over all computers.
    pub id: EventId,
    /// When it was done.
    pub at: Moment,
    /// What kind of thing it was.
    pub deed: Deed,
    /// What it changed, in the order in which it is to be applied.
    pub changes: Vec<Change>,
}

/// What kind of thing was done. The changes say what became different; the deed says what the user
/// wanted, for the history and for undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A list was taken over.
    ListImported,
    /// A caseload file took the place of what was there.
    FileOpened,
    /// A backup took the place of what was there.
    BackupRestored,
    /// A backup was joined with what was there.
    BackupMerged,
    /// A customer was added.
    CustomerAdded,
    /// Facts of a customer were changed.
    CustomerRevised,
    /// A customer was closed.
    CustomerClosed,
    /// A closed customer was opened again.
    CustomerReopened,
    /// An earlier event was taken back.
    Undone(EventId),
    /// An event that was taken back was done again.
    Redone(EventId),
}

/// Identifier of an event: a UUID of version 7, so that ids sort by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(Uuid);

impl EventId {
    /// The id of something done at a moment. `random` makes it unique.
    pub fn new(at: Moment, random: [u8; 10]) -> Self {
        let millis = u64::try_from(at.0).unwrap_or(0);
        EventId(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// Reads an id as written by `Display`.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok().map(EventId)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A moment, in milliseconds since 1970-01-01 00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// When a command is carried out and under which id; the shell makes it, because only the shell
/// has a clock and randomness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Identifier of the event to come.
    pub id: EventId,
    /// The moment.
    pub at: Moment,
}

/// Which caseload this is, over all computers and backups. A copy made from a backup keeps it; a
/// caseload begun anew has another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseloadId(Uuid);

impl CaseloadId {
    /// A new caseload. `random` makes it unique.
    pub fn new(random: [u8; 16]) -> Self {
        CaseloadId(uuid::Builder::from_random_bytes(random).into_uuid())
    }

    /// What stands for the id of a caseload whose own could not be read any more.
    pub fn unknown() -> Self {
        CaseloadId::new([0; 16])
    }

    /// The 16 bytes of the id.
    pub fn bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    /// Reads an id as written by `Display`.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::parse_str(text).ok().map(CaseloadId)
    }
}

impl fmt::Display for CaseloadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::{EventId, Moment};

    #[test]
    fn ids_sort_by_time_and_read_back() {
        let early = EventId::new(Moment(1_795_000_000_000), [0xff; 10]);
        let late = EventId::new(Moment(1_795_000_000_001), [0; 10]);
        assert!(early < late);
        assert_eq!(EventId::parse(&early.to_string()), Some(early));
        assert_eq!(
            early.to_string().as_bytes().get(14),
            Some(&b'7'),
            "version 7"
        );
    }
}
