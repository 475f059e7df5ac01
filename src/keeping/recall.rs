//! The past that a start leaves out. A ledger begins with the newest snapshot and the last records
//! before it; everything older comes in afterwards, in small portions while the user works, so that
//! the history of a customer and undo reach back to the beginning.

use crate::background::spawn_local;
use crate::keeping::keeper::Keeper;
use crate::pause::pause;
use caseload::journal::load_event;
use std::rc::Rc;
use std::time::Duration;

/// Long enough for the first page to be on screen.
const QUIET: Duration = Duration::from_secs(1);
/// Records that are unsealed before the page gets a turn again.
const PORTION: usize = 50;

/// Brings in what happened before record `first`, the earliest that the ledger knows.
pub fn begin(keeper: &Rc<Keeper>, first: u64) {
    if first <= 1 {
        return;
    }
    let keeper = Rc::downgrade(keeper);
    spawn_local(async move {
        pause(QUIET).await;
        if let Some(keeper) = keeper.upgrade() {
            recall(&keeper, first).await;
        }
    });
}

async fn recall(keeper: &Keeper, first: u64) {
    let known = keeper.generation();
    // Without its past a caseload is as usable as with it; the next start tries again.
    let Ok(records) = keeper.database().records(&known, 1).await else {
        return;
    };
    let earlier: Vec<_> = records
        .into_iter()
        .filter(|(number, _)| *number < first)
        .collect();
    let mut events = Vec::new();
    for portion in earlier.chunks(PORTION) {
        // What is damaged this far back does not matter to the caseload; a final deletion, which
        // must know everything, reports it.
        events.extend(
            portion
                .iter()
                .filter_map(|(number, bytes)| load_event(&keeper.protection, *number, bytes).ok()),
        );
        pause(Duration::ZERO).await;
        if keeper.is_retired() || keeper.generation() != known {
            return;
        }
    }
    keeper.stock.update(|stock| {
        if let Some(ledger) = stock.ledger_of_mut(keeper.place) {
            ledger.recall(events);
        }
    });
}
