//! The commands that evaluate caseloads as their users meet them: the real program, its output byte
//! for byte, its exit status.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod check;
mod due;
mod plan;
mod program;
mod report;
mod sample;
mod week;
