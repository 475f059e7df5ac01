//! The contact density policy as code: facts go in, findings with their grounds come out.
//!
//! Reading order for a newcomer:
//!
//! 1. [`facts`] is what somebody recorded about a customer. Whatever nobody recorded is
//!    [`Fact::Unknown`], and no rule ever reads that as "no".
//! 2. [`edition`] holds every number of the policy, dated and with the heading it comes from.
//! 3. `policy` has one module per heading of the policy and one function per rule.
//! 4. [`evaluate`] strings the rules of sections A, B and D together for one customer and returns
//!    a [`Due`]: the group, the window, the state, what is missing, and why.
//! 5. [`check`] goes through sections C, E and F for the same customer and returns a [`Finding`] for
//!    everything in the record that is not as the policy wants it.
//! 6. [`wording`] says all of that in German.
//!
//! The crate reads no clock, no file and no browser; `today` is always an argument.
#![forbid(unsafe_code)]

mod appointment_book;
pub mod calendar;
mod check;
mod completions;
mod due;
mod due_order;
pub mod edition;
mod fact;
pub mod facts;
mod finding;
mod group;
mod missing;
pub mod ordering;
mod policy;
mod rule;
pub mod wording;

pub use appointment_book::AppointmentBook;
pub use check::{Dossier, check};
pub use due::{Due, DueState, LastQualified, Setting, Supposition, Window, evaluate};
pub use due_order::{DueRank, due_rank};
pub use fact::Fact;
pub use finding::{
    AppointmentProblem, Birthday, CategoryProblem, ContactProblem, Correction, Finding, MissedCall,
    Phase, Problem, ProfileICondition, Severity, Subject, Unfit, UsualLength,
};
pub use group::{CountedAs, Group, Standard};
pub use missing::{CaseFact, ContactFact, MissingFact};
pub use policy::contacts::{Counts, Judgement};
pub use policy::definition::{
    UnansweredCall, call_to_follow_in_person, document_by, has_usual_length, owes_documentation,
    plan_way, reaches_by, unanswered_call, usual_length, usual_length_missed,
};
pub use policy::follow_up::{
    Channels, Density, Division, Drawn, ExemptCustomers, SampleRequest, Share, YearFigures,
    attendance, draw_sample, in_care, month_ends, realised_density, year_figures,
};
pub use policy::scheduling::{DayCount, Schedule, WeekFigures, WeekProblem, record_by};
pub use policy::u25::youth_ends_on;
pub use rule::{Rule, UnknownRule};
