//! The policy in plain words: what each rule says, what each number means, and how the places were
//! read at which the policy is silent or contradicts itself. The numbers come from the edition, so a
//! local change shows here as well.

mod numbers;
mod questions;
mod rules;

pub use numbers::{parameter_label, parameter_meaning, unit, value_text};
pub use questions::{OpenQuestion, open_questions};
pub use rules::rule_text;
