//! What goes out of the program for other programs and for people, unsealed.
//!
//! Nothing here asks for a clock or writes a file: what is known comes in, bytes come out, and the
//! same input always gives the same bytes.

pub mod csv;
pub mod customers;
pub mod icalendar;
mod sheet;
pub mod xlsx;

pub use sheet::{Cell, Sheet, SheetColumn};
