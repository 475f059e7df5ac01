//! Tragfähigkeit: what a caseload asks of a year, and what a year can hold.
//!
//! The demand follows from the standards alone: so many customers of each group, each to be seen so
//! often. Not every appointment comes about, so more of them are needed than consultations. What a year
//! can hold is the quota of each week, as far as it fits on the days that holidays, closures and
//! absences leave. [`capacity`] does the sum, [`steps`] says it, line by line, so that it can be
//! done again with a pocket calculator.
//!
//! Nothing here is a forecast of single days; that is what planning is for.

mod assumptions;
mod sum;
mod wording;

pub use assumptions::{Assumptions, assumptions};
pub use sum::{Capacity, GroupDemand, WeekSum, capacity};
pub use wording::{Step, steps, verdict};
