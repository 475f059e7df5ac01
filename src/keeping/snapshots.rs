//! Snapshots keep the start short: it reads one of them and the few records after it. They are
//! taken when the user does nothing else anyway, and a failed one costs nothing but time at the
//! next start; the records stay.

use crate::background::spawn_local;
use crate::keeping::keeper::Keeper;
use crate::keeping::status::Role;
use crate::pause::pause;
use crate::stock::Stock;
use std::rc::Rc;
use std::time::Duration;

/// Records after which a new snapshot is worth its writing.
const EVERY: u64 = 200;
/// Snapshots that are kept; the older one is the way out if the newer cannot be read.
const KEEP: usize = 2;
/// A pause in the work that is long enough not to be the middle of something.
const QUIET: Duration = Duration::from_secs(2);

/// Takes a snapshot in the next quiet moment if many records came since the last.
pub fn take_if_due(keeper: &Rc<Keeper>) {
    if !is_due(keeper) {
        return;
    }
    let keeper = Rc::downgrade(keeper);
    spawn_local(async move {
        pause(QUIET).await;
        // A lock in between has taken the keeper and its key away.
        let Some(keeper) = keeper.upgrade() else {
            return;
        };
        let is_due = is_due(&keeper) && keeper.signs.role.get_untracked() == Role::Writer;
        if let (true, Some(reserved)) = (is_due, keeper.reserve()) {
            take(reserved.keeper()).await;
        }
    });
}

fn is_due(keeper: &Keeper) -> bool {
    keeper.newest.get().saturating_sub(keeper.snapshot.get()) >= EVERY && keeper.waiting() == 0
}

async fn take(keeper: &Keeper) {
    let number = keeper.newest.get();
    let sealed = keeper.stock.with_untracked(|stock: &Stock| {
        stock
            .ledger_of(keeper.place)
            .map(|ledger| keeper.seal_snapshot(number, ledger.lineage(), ledger.caseload()))
    });
    // Without a snapshot the next start reads more records, no more than that.
    let Some(Ok(bytes)) = sealed else { return };
    if keeper
        .database()
        .put_snapshot(&keeper.generation(), number, &bytes, KEEP)
        .await
        .is_ok()
    {
        keeper.snapshot.set(number);
    }
}
