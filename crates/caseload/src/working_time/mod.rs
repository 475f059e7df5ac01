//! When the caseworker works, as it is entered: share of a post, weekdays, hours, absences, days on
//! which the office is closed.
//!
//! What is typed is read like days and times elsewhere ([`crate::typed`]) and becomes what the file
//! format holds. 24 and 31 December are no public holidays, but many offices are closed on them, so
//! they are one setting ([`YearEnd`]) that writes closures.

mod fault;
mod form;
mod year_end;

pub use fault::WorkingTimeFault;
pub use form::{WEEKDAYS, WorkingTimeForm, absence, closure};
pub use year_end::{YearEnd, with_year_end, year_end};
