//! Everything the rules say in German. Rule code returns data; here it becomes sentences, so that
//! a wording can change without touching a rule and no rule can hide a decision in a text.
//!
//! [`why`] builds the chain behind "Warum?": group, interval, the contact that counted, those that
//! did not, the window, and where that leaves the customer today. [`finding()`] says what is not as
//! the policy wants it.

mod contact;
mod date;
mod enumeration;
mod finding;
mod label;
mod policy;
mod why;

pub use contact::judgement_reason;
pub use date::{date, moment, time, weekday_date, weekday_name};
pub use enumeration::enumeration;
pub use finding::{FindingText, finding, week_finding};
pub use label::{
    category_label, channel_label, days, delivery_label, group_label, kind_label, missing_label,
    months, outcome_label, profile_label, standard_label, state_label, state_meaning, status_label,
    supervision_label,
};
pub use policy::{
    OpenQuestion, open_questions, parameter_label, parameter_meaning, rule_text, unit, value_text,
};
pub use why::{Detail, Step, Tone, why};
