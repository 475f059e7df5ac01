//! The flow on invented instances: against every plan there is, against another solver, against its
//! own proof.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may end at the first surprise"
)]

mod another_solver;
mod every_plan;
mod invented;
mod limits;
mod properties;
