//! From what lies in a database to a ledger in memory.
//!
//! The newest snapshot and the records behind it are enough for the caseload; some records before
//! it are read along, so that undo reaches back beyond the last start. Only if that snapshot cannot
//! be read does everything else come in.

use crate::keeping::keeper::{Keeper, Standing};
use crate::keeping::recall;
use crate::store::database::Database;
use crate::store::fault::StoreError;
use crate::store::generation;
use crate::store::load::Loaded;
use caseload::history::{Event, Ledger, Moment, difference};
use caseload::journal::{NothingReadable, Protection, ReplayReport, Replayed, Verdict, replay};
use std::rc::Rc;
use std::sync::Arc;

/// Records before the snapshot that are read for undo.
const REMEMBERED: u64 = 200;

/// A store as it was read.
#[derive(Debug)]
pub struct Opened {
    /// The caseload and its past.
    pub ledger: Ledger,
    /// Where the store stands.
    pub standing: Standing,
    /// When its newest event was recorded.
    pub latest: Option<Moment>,
    /// What could not be read.
    pub report: ReplayReport,
}

/// Why a store cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The database does not answer.
    Storage(StoreError),
    /// It answers, and nothing in it can be read.
    Nothing(NothingReadable),
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        OpenError::Storage(error)
    }
}

/// Reads a store.
///
/// # Errors
/// [`OpenError`] if nothing can be read. Partial losses are told by the report.
pub async fn open(database: &Database, protection: &Protection) -> Result<Opened, OpenError> {
    let held = database.load().await?;
    let latest = held.snapshots.last().copied();
    match read(database, protection, &held, latest).await {
        Ok(opened) if opened.report.verdict() == Verdict::Sound => Ok(opened),
        // An older snapshot and all records may make up for what is lost; and another tab may have
        // written the store anew in between.
        Ok(_) | Err(OpenError::Nothing(_)) => open_whole(database, protection).await,
        Err(error @ OpenError::Storage(StoreError::Conflict)) => {
            open_whole(database, protection).await.map_err(|_| error)
        }
        Err(error @ OpenError::Storage(_)) => Err(error),
    }
}

/// Reads a store with everything it ever recorded.
///
/// # Errors
/// [`OpenError`] if nothing can be read.
pub async fn open_whole(database: &Database, protection: &Protection) -> Result<Opened, OpenError> {
    let held = database.load().await?;
    read(database, protection, &held, None).await
}

async fn read(
    database: &Database,
    protection: &Protection,
    held: &Loaded,
    behind: Option<u64>,
) -> Result<Opened, OpenError> {
    let mut found = Vec::new();
    for &number in held.snapshots.iter().rev() {
        if behind.is_some_and(|latest| latest != number) {
            continue;
        }
        if let Some(bytes) = database.snapshot(number).await? {
            found.push((number, bytes));
        }
    }
    let from = behind.map_or(1, |number| number.saturating_sub(REMEMBERED) + 1);
    let generation = held.meta.get(generation::KEY).cloned();
    let records = database.records(&generation, from).await?;
    let Replayed {
        ledger,
        last_number,
        snapshot,
        latest,
        report,
    } = replay(protection, &found, &records).map_err(OpenError::Nothing)?;
    Ok(Opened {
        ledger,
        standing: Standing {
            newest: last_number,
            snapshot: snapshot.unwrap_or(0),
            first: from,
            generation,
            unwritten: None,
        },
        latest,
        report,
    })
}

/// Reads the store of a keeper anew and puts its unwritten events on top. Says whether that was
/// possible; otherwise everything stays as it is. A store that nobody has begun is left alone.
pub async fn reread(keeper: &Rc<Keeper>) -> bool {
    match keeper.database().load().await {
        Ok(held) if held.snapshots.is_empty() && keeper.is_unwritten() => return true,
        Ok(_) => {}
        Err(_) => return false,
    }
    let opened = open(&keeper.database(), &keeper.protection).await;
    let Ok(Opened {
        mut ledger,
        standing,
        report,
        ..
    }) = opened
    else {
        return false;
    };
    if report.verdict() != Verdict::Sound || keeper.is_retired() {
        return false;
    }
    let waiting = keeper
        .queued()
        .into_iter()
        // One that reached the disk although the browser could not say so is not made twice.
        .filter(|event| ledger.events().iter().all(|known| known.id != event.id))
        .collect::<Vec<_>>();
    let rebased = waiting
        .iter()
        .filter_map(|event| rebased(&mut ledger, event))
        .collect();
    keeper.requeue(rebased);
    keeper.restart(standing.newest, standing.snapshot, standing.generation);
    keeper.stock.update(|stock| stock.put(keeper.place, ledger));
    recall::begin(keeper, standing.first);
    true
}

/// Admits an event that was made from an earlier caseload. Where it does not fit any more it is
/// made as far as it can be, and becomes an event that says so; `None` if nothing is left of it.
fn rebased(ledger: &mut Ledger, event: &Arc<Event>) -> Option<Arc<Event>> {
    let mut tried = ledger.clone();
    if tried.admit(Arc::clone(event)).is_ok() {
        *ledger = tried;
        return Some(Arc::clone(event));
    }
    let changes = difference(ledger.caseload(), tried.caseload());
    if changes.is_empty() {
        return None;
    }
    let event = Arc::new(Event { changes, ..**event });
    // It was made from this very ledger.
    let _ = ledger.admit(Arc::clone(&event));
    Some(event)
}
