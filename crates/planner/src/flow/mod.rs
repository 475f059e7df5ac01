//! The question without names: which task on which day, so that no other plan is better?
//!
//! An [`Instance`] has days with room, weeks with targets, and tasks with windows and deadlines. Plans
//! are compared by six numbers in order, the [`Objective`]. [`solve()`] finds the best plan of all and
//! [`Prices`] that prove it; [`proves`] checks that proof without knowing how it was found.
//!
//! # The network
//!
//! Each task is a unit that flows from its task to the sink:
//!
//! ```text
//! task ──▶ day ──▶ week ──▶ sink          placed
//!   └─────────────────────▶ sink          not placed
//! ```
//!
//! The arc from a task to a day costs what the task says about that day: a miss and days late if it is
//! after the deadline, and how long the customer waits times the place of the day. The arc from a day
//! to its week costs `(n + 1)² − n²` for the next of `n` appointments there, so even days are cheap, and
//! it ends where the room does. The arc from a week to the sink earns a unit of shortfall up to the
//! target and nothing beyond. All these costs grow or stay the same with every further unit, and
//! therefore a flow of least cost is a plan with the best objective.
//!
//! *Optional tasks* may fill a week up to its target and never beyond. The network does not forbid it,
//! and needs not: beyond the target an optional task earns nothing and makes its day fuller, so leaving
//! it out is better, and the best plan never does it.
//!
//! *Nobody is seen twice on a day.* Two tasks of one customer can meet on a day only if the first is
//! late, which is rare, so the network leaves the rule out at first. If the best flow breaks it for
//! somebody, that customer gets a *booth* for each day, which lets one unit through to the day, and the
//! network is solved again:
//!
//! ```text
//! task ──▶ booth ──▶ day ──▶ week ──▶ sink
//! ```
//!
//! A best flow that breaks nothing is best also among the plans that must not.
//!
//! # Two steps
//!
//! The first five criteria cannot tell most tasks apart: whoever has the same window, deadline and
//! priority belongs to one *crowd*. The *filling* sends crowd after crowd through the network, each
//! along the cheapest path, where a path may also push others from day to day. Its five criteria are
//! one number (`weights`). What remains is a choice among all plans with those five numbers: the
//! moves that cost nothing. Among these the *seating* settles who exactly goes where, by the sixth
//! criterion, again along cheapest paths.
//!
//! # Prices
//!
//! Both steps keep a price for each node: what a further unit there would cost on its way to the
//! sink. A plan is best if every task is where the cost of the place and its price are least, and every
//! price lies between what the last unit there has saved and the next would cost. Then no round of
//! moves can gain anything: the network left over has no negative cycle.

mod column;
mod crowd;
mod filling;
mod instance;
mod load;
mod nodes;
mod objective;
mod proof;
mod seating;
mod solve;
mod weights;

pub use instance::{Day, Duty, Instance, Priority, Task, Week};
pub use objective::{Objective, objective};
pub use proof::{Prices, allowed, proves};
pub use solve::{Solution, solve};
