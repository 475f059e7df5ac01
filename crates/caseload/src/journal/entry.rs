//! Events and snapshots as records, both layers in one: payload inside, record outside.

use super::record::{self, Kind, Protection, RecordFault, WriteFault};
use super::{read_event, read_snapshot, write_event, write_snapshot};
use crate::file::ReadError;
use crate::history::{CaseloadId, Event};
use crate::record::Caseload;
use crate::sealing::Entropy;
use std::fmt;

/// Why a stored event or snapshot cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// The record is not what was written there.
    Record(RecordFault),
    /// The record is whole, its content is not as this program knows it.
    Payload(ReadError),
}

impl EntryFault {
    /// Whether nothing is wrong with it, only a newer version of the program wrote it.
    pub fn is_newer_version(&self) -> bool {
        match self {
            EntryFault::Record(fault) => match fault {
                RecordFault::NewerVersion { .. } => true,
                RecordFault::Empty
                | RecordFault::Truncated
                | RecordFault::NotARecord
                | RecordFault::WrongKind
                | RecordFault::WrongProtection
                | RecordFault::WrongNumber
                | RecordFault::Tampered => false,
            },
            EntryFault::Payload(error) => error.is_newer_version(),
        }
    }
}

impl From<RecordFault> for EntryFault {
    fn from(fault: RecordFault) -> Self {
        EntryFault::Record(fault)
    }
}

impl From<ReadError> for EntryFault {
    fn from(error: ReadError) -> Self {
        EntryFault::Payload(error)
    }
}

impl fmt::Display for EntryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryFault::Record(fault) => fault.fmt(f),
            EntryFault::Payload(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EntryFault {}

/// The record of an event under its number.
///
/// # Errors
/// [`WriteFault`] if it cannot be sealed.
pub fn store_event(
    protection: &Protection,
    number: u64,
    event: &Event,
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>, WriteFault> {
    let payload = zeroize::Zeroizing::new(write_event(event));
    record::write(protection, Kind::Event, number, &payload, entropy)
}

/// The event in the record with this number.
///
/// # Errors
/// [`EntryFault`].
pub fn load_event(protection: &Protection, number: u64, bytes: &[u8]) -> Result<Event, EntryFault> {
    let payload = record::read(protection, Kind::Event, number, bytes)?;
    Ok(read_event(&payload)?)
}

/// The record of the caseload as it is after the record with this number; 0 for the beginning.
///
/// # Errors
/// [`WriteFault`] if it cannot be sealed.
pub fn store_snapshot(
    protection: &Protection,
    number: u64,
    lineage: CaseloadId,
    caseload: &Caseload,
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>, WriteFault> {
    let payload = zeroize::Zeroizing::new(write_snapshot(lineage, caseload));
    record::write(protection, Kind::Snapshot, number, &payload, entropy)
}

/// The caseload in the snapshot with this number.
///
/// # Errors
/// [`EntryFault`].
pub fn load_snapshot(
    protection: &Protection,
    number: u64,
    bytes: &[u8],
) -> Result<(CaseloadId, Caseload), EntryFault> {
    let payload = record::read(protection, Kind::Snapshot, number, bytes)?;
    Ok(read_snapshot(&payload)?)
}
