//! How a caseload changes, and how every change can be taken back.
//!
//! What a user wants is a [`Command`]. The [`Ledger`] decides it: it is refused, or it becomes an
//! [`Event`] that lists each [`Change`] with what was there before. Only an admitted event changes
//! the caseload, so the events in their order *are* the record: replayed, they give the same
//! caseload; turned round, they undo. Nobody else writes to a caseload.
//!
//! [`wording`] says in German what was done.

mod apply;
mod change;
mod command;
mod difference;
mod edit;
mod event;
mod forgetting;
mod ledger;
mod places;
mod turns;
pub mod wording;

pub use apply::apply_all;
pub use change::{Change, ContactEntry, Misfit, Sheet, Step, Swap, Way};
pub use command::{Command, Refusal};
pub use difference::difference;
pub use edit::Edit;
pub use event::{CaseloadId, Deed, Event, EventId, Moment, Stamp};
pub use ledger::Ledger;
