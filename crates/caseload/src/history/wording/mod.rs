//! What was done to a caseload, in German.
//!
//! Two records are compared fact by fact into lines; each can be read as a change over
//! time ("Status: arbeitslos → arbeitsuchend") or as a difference between here and a backup. The
//! names of facts and values are those of the glossary.

mod appointment;
mod contact;
mod customer;
mod entries;
pub(crate) mod line;
mod office;
mod story;
mod summary;
mod value;

pub use story::{HistoryLine, Standing, Turn};
pub use summary::deed_label;

pub(crate) use customer::{customer_lines, fact_lines, listed};
pub(crate) use entries::{exception_lines, exception_name, transfer_lines, transfer_name};
pub(crate) use office::{caseworker_lines, edition_line, parameters_line};

pub(crate) use appointment::{appointment_lines, appointment_name};
pub(crate) use contact::{contact_lines, contact_name};
