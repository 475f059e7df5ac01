//! The first five criteria as one number.
//!
//! They are compared in order, so one unit of each weighs one more than all those below it can differ
//! between two plans, as the digits of a number do. The squares differ by no more than full days and
//! empty ones, the shortfalls by no more than all targets, the days late by no more than the horizon
//! for each owed task (how late a task is at best is the same in every plan and left out), the misses
//! by no more than all owed tasks.
//!
//! Nothing overflows: the weight of all misses together stays below 2⁹⁶. A price is the cost of a path
//! that visits no node twice; there are fewer than 2²² nodes, so every price and every sum of a price
//! and a path stays below 2¹²⁰, and an `i128` holds 2¹²⁷. For 10,000 customers and 13 weeks it is
//! 2⁷⁶ instead of 2⁹⁶. The sixth criterion is an `i64` of its own with the same argument.

use super::instance::{Duty, Instance, Priority};

/// More than any path costs in the first five criteria.
pub(crate) const FAR: i128 = 1 << 120;

/// More than any path costs in the sixth; a thousand times as much still fits.
pub(crate) const FAR_WAITING: i64 = 1 << 50;

/// Most nodes of a network.
const MOST_NODES: usize = 1 << 22;

/// What one unit of each of the first five criteria weighs; one of the fifth weighs 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weights {
    pub miss: i128,
    pub miss_unemployed: i128,
    pub late_day: i128,
    pub shortfall: i128,
}

impl Weights {
    /// The weights for an instance; `None` if it is too large for the proof above.
    pub(crate) fn of(instance: &Instance) -> Option<Self> {
        let (squares, targets, owed) = (squares(instance), targets(instance), owed(instance));
        let shortfall = squares.checked_add(1)?;
        let late_day = shortfall.checked_mul(targets + 1)?;
        let late = owed.checked_mul(i128::from(instance.after_last.max(0)))?;
        let miss_unemployed = late_day.checked_mul(late + 1)?;
        let miss = miss_unemployed.checked_mul(owed + 1)?;
        let all = miss.checked_mul(owed + 1)?;
        (all < 1 << 96 && waiting_fits(instance)).then_some(Weights {
            miss,
            miss_unemployed,
            late_day,
            shortfall,
        })
    }

    /// What it costs to be late at all.
    pub(crate) fn miss_of(self, priority: Priority) -> i128 {
        match priority {
            Priority::Unemployed => self.miss + self.miss_unemployed,
            Priority::Other => self.miss,
        }
    }
}

/// How far the sums of squares of two plans can lie apart.
fn squares(instance: &Instance) -> i128 {
    let of_day = |(standing, room): (i128, i128)| room * (room + 2 * standing);
    instance
        .days
        .iter()
        .map(|day| of_day((day.standing.into(), day.capacity.into())))
        .sum()
}

fn targets(instance: &Instance) -> i128 {
    let targets = instance.weeks.iter().map(|week| i128::from(week.target));
    targets.sum()
}

fn owed(instance: &Instance) -> i128 {
    let owed = |duty: Duty| match duty {
        Duty::Owed(_) => 1,
        Duty::Optional => 0,
    };
    instance.tasks.iter().map(|task| owed(task.duty)).sum()
}

/// Whether no path can cost [`FAR_WAITING`] in the sixth criterion, with booths for everybody.
fn waiting_fits(instance: &Instance) -> bool {
    let days = instance.days.len() + 1;
    let nodes = (days + instance.weeks.len()).saturating_mul(instance.tasks.len() + 1);
    let longest = instance.tasks.iter().map(|task| task.waiting).max();
    let most = i128::from(longest.unwrap_or(0)) * days as i128 * nodes as i128;
    nodes < MOST_NODES && most < i128::from(FAR_WAITING)
}
