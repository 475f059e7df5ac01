//! From stored bytes to a ledger, losing no more than is lost.
//!
//! The newest snapshot that can be read is the beginning. Events that it covers are only
//! remembered, for undo and the history; later ones are brought into force. Whatever cannot be read
//! is passed over and reported with its number, and reading goes on behind it, because a change
//! names what it is about and can be made without the one before.
//!
//! A store begins with a snapshot under number 0. Events before a snapshot may have been let go
//! from the oldest on; a number that is missing *between* others is a loss.

use super::entry::{load_event, load_snapshot};
use super::record::Protection;
use super::report::{Loss, Part, ReplayReport, What};
use crate::history::{CaseloadId, Ledger, Moment};
use crate::record::Caseload;
use rules::facts::FederalState;
use rules::ordering;
use rules::ordering::OrderedMap;

/// What a store holds.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The caseload with its events.
    pub ledger: Ledger,
    /// The highest number in the store, readable or not; the next record has the one after it.
    pub last_number: u64,
    /// Number of the snapshot that was the beginning; `None` if none could be read.
    pub snapshot: Option<u64>,
    /// The latest moment of all events. If it lies ahead, the clock was set back.
    pub latest: Option<Moment>,
    /// What could not be read.
    pub report: ReplayReport,
}

/// There is nothing in the store that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NothingReadable {
    /// What lies there, and why it cannot be read. Without losses there is nothing at all.
    pub report: ReplayReport,
}

/// Replays a store. Snapshots and records come with their numbers, in any order.
///
/// Without a snapshot that can be read, an empty caseload is the beginning, of an office in
/// Baden-Württemberg and of an id of zeros; the report says so, and such a ledger is to be looked
/// at and not to be written on.
///
/// # Errors
/// [`NothingReadable`] if there is neither a snapshot nor an event.
pub fn replay<B: AsRef<[u8]>>(
    protection: &Protection,
    snapshots: &[(u64, B)],
    records: &[(u64, B)],
) -> Result<Replayed, NothingReadable> {
    let snapshots = by_number(snapshots);
    let records = by_number(records);
    let mut losses = Vec::new();
    let newest = |stored: &OrderedMap<u64, &[u8]>| stored.keys().next_back().copied();
    let last_number = newest(&snapshots).max(newest(&records)).unwrap_or(0);

    let beginning = newest_readable(protection, &snapshots, &mut losses);
    let snapshot = beginning.as_ref().map(|(number, ..)| *number);
    let (covered, lineage, caseload) = beginning.unwrap_or_else(unknown_beginning);
    let mut ledger = Ledger::new(lineage, caseload);

    let mut readable = 0;
    let mut latest = None;
    let mut total = 0;
    let mut next = first_expected(&records, covered);
    for (number, bytes) in &records {
        if *number > next {
            total += *number - next;
            losses.push(Loss {
                part: Part::Event,
                first: next,
                last: *number - 1,
                what: What::Missing,
            });
        }
        next = number.saturating_add(1);
        total += 1;
        match load_event(protection, *number, bytes) {
            Ok(event) => {
                readable += 1;
                latest = latest.max(Some(event.at));
                if *number <= covered {
                    ledger.remember(event);
                } else if ledger.admit(event).is_err() {
                    losses.push(Loss::one(Part::Event, *number, What::Misfit));
                }
            }
            Err(fault) => losses.push(Loss::one(Part::Event, *number, What::Unreadable(fault))),
        }
    }
    let report = ReplayReport {
        losses,
        readable,
        total,
    };
    if snapshot.is_none() && readable == 0 {
        return Err(NothingReadable { report });
    }
    Ok(Replayed {
        ledger,
        last_number,
        snapshot,
        latest,
        report,
    })
}

fn by_number<B: AsRef<[u8]>>(stored: &[(u64, B)]) -> OrderedMap<u64, &[u8]> {
    ordering::map(
        stored
            .iter()
            .map(|(number, bytes)| (*number, bytes.as_ref())),
    )
}

fn newest_readable(
    protection: &Protection,
    snapshots: &OrderedMap<u64, &[u8]>,
    losses: &mut Vec<Loss>,
) -> Option<(u64, CaseloadId, Caseload)> {
    for (number, bytes) in snapshots.iter().rev() {
        match load_snapshot(protection, *number, bytes) {
            Ok((lineage, caseload)) => return Some((*number, lineage, caseload)),
            Err(fault) => losses.push(Loss::one(Part::Snapshot, *number, What::Unreadable(fault))),
        }
    }
    if snapshots.is_empty() {
        losses.push(Loss::one(Part::Snapshot, 0, What::Missing));
    }
    None
}

fn unknown_beginning() -> (u64, CaseloadId, Caseload) {
    (0, CaseloadId::unknown(), Caseload::empty(FederalState::BW))
}

/// The number from which on there should be no gap: the oldest event that is there, if it is
/// covered by the snapshot, or the one after the snapshot.
fn first_expected(records: &OrderedMap<u64, &[u8]>, covered: u64) -> u64 {
    let after = covered.saturating_add(1);
    records
        .keys()
        .next()
        .map_or(after, |first| after.min(*first))
}

impl Loss {
    fn one(part: Part, number: u64, what: What) -> Self {
        Loss {
            part,
            first: number,
            last: number,
            what,
        }
    }
}
