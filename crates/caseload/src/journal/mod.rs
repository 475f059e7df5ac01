//! The record as bytes that are only ever added to.
//!
//! Every [`Event`](crate::history::Event) becomes one record, sealed by itself and numbered; a
//! snapshot holds the caseload after a record, so that a start need not begin at the first one.
//! What a payload says is JSON in versions of its own (`event_v1`, `snapshot_v1`), made of the same
//! objects as the caseload file; how it lies in the store is [`record`]. [`replay()`] makes a
//! [`Ledger`](crate::history::Ledger) of it again and loses nothing that can still be read: each
//! record stands for itself, so one that is damaged takes no other along. A [`rescue`] file is the
//! store as it is, for the day on which the page itself fails.
//!
//! To add a version: a module beside the one of version 1, its number where the version is asked
//! for, and a fixture beside those of version 1, which stay for ever.

mod change_v1;
mod customer_v1;
mod deed_v1;
mod entry;
mod event_v1;
pub(crate) mod packed;
pub mod record;
mod replay;
mod report;
pub mod rescue;
mod snapshot_v1;
mod values;

pub use entry::{EntryFault, load_event, load_snapshot, store_event, store_snapshot};
pub use event_v1::{read_event, write_event};
pub use record::{Kind, Protection, RecordFault, WriteFault};
pub use replay::{NothingReadable, Replayed, replay};
pub use report::{Loss, Part, ReplayReport, Verdict, What};
pub use snapshot_v1::{read_snapshot, write_snapshot};

use chrono::NaiveDate;

/// Stands for today where no day may be refused for being later: what was recorded once is read,
/// whatever the clock says now.
pub(crate) const ANY_DAY: NaiveDate = NaiveDate::MAX;
