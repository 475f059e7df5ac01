//! When: the best plan of consultations for the weeks ahead, with a proof that it is the best.
//!
//! [`flow`] finds the best assignment of tasks to days and proves it. It knows no names, no dates and no
//! policy.
#![forbid(unsafe_code)]

pub mod flow;
