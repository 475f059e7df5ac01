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
    /// A customer was removed from the caseload.
    CustomerRemoved,
    /// Facts of several customers were changed at once.
    CustomersRevised,
    /// A contact was recorded.
    ContactRecorded,
    /// What is recorded about a contact was changed.
    ContactRevised,
    /// A contact was removed.
    ContactRemoved,
    /// An appointment was made.
    AppointmentMade,
    /// An appointment was moved or changed.
    AppointmentRevised,
    /// An appointment was removed.
    AppointmentRemoved,
    /// What became of an appointment was recorded.
    OutcomeRecorded,
    /// Proposed appointments were accepted.
    PlanAccepted,
    /// What a finding objected to was put right.
    FindingCorrected,
    /// A finding was left as it is, with a reason.
    FindingKept,
    /// A finding that was left as it is counts again.
    FindingReopened,
    /// Numbers of the policy were changed for the office, or put back.
    ParametersChanged,
    /// Something was entered in a system of record.
    TransferDone,
    /// An entry for a system of record is open again.
    TransferReopened,
    /// The caseworker's days and hours were changed.
    OfficeRevised,
    /// Customers on loan were taken over, by the deputy.
    HandoverTaken,
    /// Customers on loan were taken out again, by the deputy.
    HandoverGivenBack,
    /// What a deputy did was taken over, by the owner.
    HandoverReturned,
    /// An earlier event was taken back.
    Undone(EventId),
    /// An event that was taken back was done again.
    Redone(EventId),
}

/// How a deed bears on what was done before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// It is something new.
    Ahead,
    /// It takes an event back.
    Back(EventId),
    /// It does again what was taken back.
    Again(EventId),
}

impl Deed {
    /// How it bears on what was done before.
    pub(super) fn course(self) -> Course {
        match self {
            Deed::Undone(target) => Course::Back(target),
            Deed::Redone(target) => Course::Again(target),
            Deed::ListImported
            | Deed::FileOpened
            | Deed::BackupRestored
            | Deed::BackupMerged
            | Deed::CustomerAdded
            | Deed::CustomerRevised
            | Deed::CustomerClosed
            | Deed::CustomerReopened
            | Deed::CustomerRemoved
            | Deed::CustomersRevised
            | Deed::ContactRecorded
            | Deed::ContactRevised
            | Deed::ContactRemoved
            | Deed::AppointmentMade
            | Deed::AppointmentRevised
            | Deed::AppointmentRemoved
            | Deed::OutcomeRecorded
            | Deed::PlanAccepted
            | Deed::FindingCorrected
            | Deed::FindingKept
            | Deed::FindingReopened
            | Deed::ParametersChanged
            | Deed::TransferDone
            | Deed::TransferReopened
            | Deed::OfficeRevised
            | Deed::HandoverTaken
            | Deed::HandoverGivenBack
            | Deed::HandoverReturned => Course::Ahead,
        }
    }
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
