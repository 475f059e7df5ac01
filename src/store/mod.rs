//! The browser's edge for keeping things: bytes go in and come out, and nothing here knows what a
//! caseload is. What is kept is sealed before it arrives; numbers and keys in clear never name
//! anybody.
//!
//! [`database`] opens one of the two databases ([`name`]), and one room per object store says what
//! can be done with it: [`records`], [`snapshots`], [`meta`], [`drafts`], with [`load`] for the
//! start and [`rewrite`] for a final deletion. Each of these operations is one [`transaction`],
//! and its promise is kept only when the browser reports it as complete, on disk. [`locks`] and
//! [`channel`] let several tabs agree on who writes; [`second`] is a copy for the day on which the
//! browser loses the database; [`file_handle`] is the backup file chosen
//! once; [`estimate`] and [`privacy`] say how safe the place is; [`entropy`] is its dice.

mod bindings;
pub mod channel;
pub mod database;
pub mod drafts;
pub mod entropy;
pub mod estimate;
pub mod fault;
pub mod file_handle;
pub mod generation;
mod key;
pub mod load;
pub mod locks;
pub mod meta;
pub mod name;
pub mod privacy;
pub mod records;
pub mod rewrite;
pub mod second;
pub mod snapshots;
mod transaction;
