//! From the question to the plan.
//!
//! The flow is solved with as many places as F2 leaves. Then each day's consultations are laid into
//! its hours. A day that cannot hold them gets fewer places, and the flow is solved again:
//!
//! - To what the day could hold if all consultations were of the shorter kind, a day is cut without
//!   harm: every plan that fits into the hours is still allowed, and the proof holds.
//! - If only this mixture of first consultations and follow-ups does not fit, the day is cut to what
//!   fits of it. That may forbid plans that would fit. Then the result is known to be the best only if
//!   it is as good as the one before the first such cut.

use crate::answer::{Optimality, Plan};
use crate::board::{Board, board};
use crate::flow::{Instance, Objective, Solution, solve};
use crate::horizon::Horizon;
use crate::question::{Customer, Pin, Weeks};
use crate::telling::tell;
use crate::times::{Hours, Narrow, Timed, WhyNarrow};
use rules::Setting;
use rules::ordering::sort_by;
use std::fmt;

/// Why there is no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanError {
    /// More customers or appointments than can be compared exactly.
    TooLarge,
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("too many customers or appointments to plan exactly")
    }
}

impl std::error::Error for PlanError {}

/// The best plan for these customers, closed ones included, in any order.
///
/// # Errors
/// [`PlanError::TooLarge`] far beyond the caseload of any caseworker.
pub fn plan<'c>(
    customers: &'c [Customer<'c>],
    pins: &[Pin],
    weeks: Weeks,
    setting: &Setting,
) -> Result<Plan, PlanError> {
    let mut board = board(customers, pins, Horizon::of(setting, weeks), setting);
    let hours = Hours::of(&board, setting);
    let found = search(&mut board, &hours)?;
    Ok(tell(board, &hours, found, setting))
}

/// The same question in numbers, before any day is cut to its hours.
pub fn instance<'c>(
    customers: &'c [Customer<'c>],
    pins: &[Pin],
    weeks: Weeks,
    setting: &Setting,
) -> Instance {
    board(customers, pins, Horizon::of(setting, weeks), setting).instance
}

/// A solution with its times.
pub(crate) struct Found {
    pub solution: Solution,
    pub timed: Vec<Timed>,
    /// Places of the days that were cut to their hours, ascending.
    pub limited: Vec<usize>,
    pub optimality: Optimality,
}

fn search(board: &mut Board<'_>, hours: &Hours) -> Result<Found, PlanError> {
    let mut limited: Vec<usize> = Vec::new();
    let mut before_mixtures: Option<Objective> = None;
    loop {
        let solution = solve(&board.instance).ok_or(PlanError::TooLarge)?;
        let narrow = match hours.times(board, &solution.placed) {
            Err(narrow) => narrow,
            Ok(timed) => {
                sort_by(&mut limited, Ord::cmp);
                limited.dedup();
                let as_good = before_mixtures.is_none_or(|best| best == solution.objective);
                return Ok(Found {
                    optimality: if solution.proven && as_good {
                        Optimality::Proven
                    } else {
                        Optimality::Unproven
                    },
                    solution,
                    timed,
                    limited,
                });
            }
        };
        let is_harmless = |narrow: &Narrow| narrow.why == WhyNarrow::Always;
        let harmless: Vec<Narrow> = narrow.iter().copied().filter(is_harmless).collect();
        let cuts = if harmless.is_empty() {
            before_mixtures.get_or_insert(solution.objective);
            narrow
        } else {
            harmless
        };
        for Narrow { day, room, .. } in cuts {
            limited.push(day);
            if let Some(day) = board.instance.days.get_mut(day) {
                day.capacity = room;
            }
        }
    }
}
