//! Invented caseloads to try the application out with.
//!
//! [`example_caseload`] makes up a caseworker's customers from a seed: same seed, same day, same
//! people. Nobody in it exists.
#![forbid(unsafe_code)]

mod dice;
mod example;

pub use example::example_caseload;
