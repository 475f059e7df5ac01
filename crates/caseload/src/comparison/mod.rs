//! A backup beside what is here: what restoring it would change, and joining the two.
//!
//! [`compare()`] is the dry run of a restore: for every customer whether they are only in the backup,
//! only here, or what differs. [`merge()`] takes from the backup what is missing here and overwrites
//! nothing; wherever both know something different, what is here stays and the difference is listed.

mod compare;
mod fill;
mod merge;

pub use compare::{Compared, Comparison, Relation, compare};
pub use merge::{Conflict, Merged, merge};
