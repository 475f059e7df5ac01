//! Times inside a day: consultations one after the other in the caseworker's hours, around what
//! stands there already.

mod free_time;
mod packing;

pub(crate) use free_time::FreeTime;
pub(crate) use packing::{Fit, Lengths, Starts, Wanted, fit};
