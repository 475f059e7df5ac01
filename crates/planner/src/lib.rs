//! When: the best plan of consultations for the weeks ahead, with a proof that it is the best.
//!
//! The rules say by when each customer must be seen. This crate says on which day and at what time,
//! so that as few as possible are late, every week gets what it should, the days are evenly full, and
//! those who have waited longest come first. Reading order for a newcomer:
//!
//! 1. [`plan()`] takes [`Customer`]s with what the rules say about them, and returns a [`Plan`].
//! 2. `horizon` names the days that can be planned; `needs` and `months` turn each customer's window
//!    into tasks; `board` puts days, weeks and tasks into numbers.
//! 3. [`flow`] finds the best assignment of tasks to days and proves it. It knows no names, no dates
//!    and no policy.
//! 4. `times` lays each day's consultations into the caseworker's hours; `plan` cuts the days on which
//!    they do not fit and asks again.
//! 5. `telling` turns places in lists back into customers, days and reasons, and [`wording`] says
//!    those in German.
//!
//! # What is proven, and when not
//!
//! The six criteria of [`flow::Objective`] are compared exactly, and all side conditions but one hold in
//! the network of [`flow`]: the room of a day, the window of a task, one consultation per customer
//! and day, optional tasks up to the target only. The one that breaks the network are the minutes of a
//! day that mixes first consultations with follow-ups. How many fit then depends on who is there, and
//! no capacity can say that. Where it matters, the plan says [`Optimality::Unproven`].
//!
//! The same question has the same answer, whatever the order of customers and appointments: everything
//! is put into the order of the case ids first, and every tie is broken by it.
//!
//! The crate reads no clock, no file and no browser; the day is part of the rules' setting.
#![forbid(unsafe_code)]

mod answer;
mod board;
mod channel;
mod day;
pub mod flow;
mod horizon;
mod months;
mod needs;
mod pins;
mod plan;
mod question;
mod telling;
mod times;
pub mod wording;

pub use answer::{
    DayPlan, Lack, MoveForward, Obstacle, Optimality, PinRefusal, Plan, Proposal, RefusedPin, Room,
    Unplaced, WeekPlan,
};
pub use horizon::Horizon;
pub use plan::{PlanError, instance, plan};
pub use question::{Customer, Pin, Weeks};
