//! The record of one caseworker: customers with their contacts and appointments.
//!
//! [`Caseload`] is what the application keeps in memory and what a file holds. The facts that the
//! rules judge are the types of [`rules::facts`]; around them stand what the rules do not ask for:
//! names, notes, reasons. [`overview()`] runs the rules over all of it.
#![forbid(unsafe_code)]

mod address;
pub mod comparison;
pub mod export;
pub mod file;
mod formula;
pub mod history;
pub mod import;
pub mod journal;
mod kept;
mod overview;
mod record;
pub mod retention;
pub mod sealing;
mod sharing;
mod spreadsheet;
pub mod transfers;
mod zip;

pub use address::{address_key, customer_at};
pub use kept::{keep, kept};
pub use overview::{Entry, Overview, evaluate, overview};
pub use record::{
    Caseload, Caseworker, Customer, CustomerNumber, Exception, Transfer, TransferSystem,
};
pub use sharing::places_before;
