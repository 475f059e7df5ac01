//! The record of one caseworker: customers with their contacts and appointments.
//!
//! [`Caseload`] is what the application keeps in memory and what a file holds. The facts that the
//! rules judge are the types of [`rules::facts`]; around them stand what the rules do not ask for:
//! names, notes, reasons. [`overview()`] runs the rules over all of it, and [`findings()`] checks it.
#![forbid(unsafe_code)]

pub mod actions;
mod address;
pub mod agenda;
pub mod appointing;
pub mod capacity;
pub mod comparison;
mod correcting;
mod effect;
pub mod export;
pub mod file;
mod findings;
mod follow_up;
mod formula;
pub mod handover;
pub mod history;
pub mod import;
pub mod journal;
mod kept;
pub mod letters;
mod minute_of_day;
pub mod missed;
mod overview;
mod record;
pub mod recording;
pub mod retention;
mod schedule;
pub mod sealing;
mod sharing;
pub mod special_data;
mod spreadsheet;
pub mod transfers;
pub mod typed;
pub mod week;
mod words;
pub mod working_time;
mod written_day;
mod zip;

pub use address::{address_key, customer_at};
pub use correcting::correcting;
pub use effect::{Effect, effect};
pub use findings::{CaseFinding, Checks, findings};
pub use follow_up::{FollowUp, MonthEnd, follow_up, sample};
pub use kept::{keep, kept};
pub use overview::{Entry, Overview, evaluate, overview};
pub use record::{
    Caseload, Caseworker, Customer, CustomerNumber, Exception, Transfer, TransferSystem,
};
pub use schedule::schedule;
pub use sharing::places_before;
