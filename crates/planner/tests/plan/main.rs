//! Plans for invented offices: who is planned, where, when, how and why.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may end at the first surprise"
)]

mod bad_input;
mod channels;
mod example;
mod hours;
mod months;
mod office;
mod pins;
mod reasons;
mod standing;
mod windows;
