//! A backup beside what is here: what restoring it would change, and joining the two.
//!
//! [`compare()`] is the dry run of a restore: for every customer whether they are only in the backup,
//! only here, or what differs. [`merge()`] takes from the backup what is missing here and overwrites
//! nothing; wherever both know something different, what is here stays and the difference is listed.
//! [`changes()`] is the dry run of any other change of a whole caseload.

mod compare;
mod fill;
mod merge;
mod owners;

pub use compare::{Compared, Comparison, Relation, changes, compare};
pub use merge::{Conflict, Merged, merge};
pub(crate) use owners::{ELSEWHERE, Owners};
