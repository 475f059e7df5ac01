//! Keeping a caseload in the browser: from a change in memory to an acknowledged record, and back.
//!
//! A [`keeper::Keeper`] stands between one ledger and one database. Changes are shown at once and
//! wait in its queue until the browser has confirmed them on the disk; only then is the work called
//! saved. [`opening`] finds out what lies in a database and builds the ledger from it. Who may
//! write is settled between the tabs by a lock of the browser; a tab without it follows. [`second`] sees to
//! the copy for the day on which the browser loses the database.

pub mod keeper;
pub mod opening;
pub mod recall;
pub mod second;
pub mod snapshots;
pub mod status;
pub mod tabs;
