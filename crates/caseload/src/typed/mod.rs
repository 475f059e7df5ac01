//! Days, times and lengths as people type them.
//!
//! Nobody types `2026-12-07`. A form takes what an office writes: `7.12.`, `Mo 7.12.`, `morgen`,
//! `in 2 Wochen`, `9 Uhr`. What can be read in one way only is read, and the form shows what was
//! understood; everything else is an error that says what is wrong and what would be right. Nothing
//! is guessed: `KW 50` alone is a week and no day.

mod calendar_day;
mod day;
mod minutes;
mod relative_day;
mod time;
mod token;

pub use day::{Leaning, NoDay, day};
pub use minutes::{NoMinutes, minutes};
pub use time::{NoTime, time};
