//! When an appointment does not take place (Terminausfall): who could come instead.
//!
//! A gap that a customer left in time is for somebody who is due, has no appointment yet and for
//! whom that day is neither too late nor too early ([`for_gap`]). The time of somebody who did not
//! come is for another unemployed customer, by phone and now ([`for_call`]). If it is the caseworker
//! who is away nothing is cancelled: deputy, team and team lead are asked in this order
//! ([`affected`], [`Helper`]).
//!
//! Both lists are in the order of the due list and say why each customer stands in them.

mod absence;
mod suggestion;

pub use absence::{Affected, Helper, affected, request};
pub use suggestion::{Suggestion, for_call, for_gap};
