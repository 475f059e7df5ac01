//! One week of the calendar as a caseworker looks at it (Woche): what stands on each day, why a day
//! is none for appointments, and whether the week can hold what it should.
//!
//! The counts are those of [`rules::Schedule`]; here they get their days, their reasons and their
//! sum, step by step, so that a team lead can follow it.

mod board;
mod explained;

pub use board::{BoardDay, board};
pub use explained::{days_off, note, sums, title};
