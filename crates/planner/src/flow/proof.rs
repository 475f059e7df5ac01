//! Whether a plan is the best, checked without knowing how it was found.
//!
//! The check reads the instance, the plan and a price for every node, and nothing else. It asks
//!
//! 1. whether the plan is allowed at all;
//! 2. whether every task is content: where it is, its own cost and the price of the place together
//!    are least among all places it may go to, not being placed included;
//! 3. whether every place is content: its price is at least what its last unit has cost on the way
//!    on, and at most what the next one would.
//!
//! If so, each arc of the network that is left over costs at least the difference of the prices at its
//! ends. Around a cycle these differences add up to nothing, so no cycle is negative, so no plan is
//! better. All costs are compared in the order of the criteria.

use super::column::Column;
use super::instance::{Duty, Instance, Task};
use super::weights::Weights;
use rules::ordering::sort_by;

/// A price for every day, week and booth; the sink costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prices {
    pub(super) days: Vec<Cost>,
    pub(super) weeks: Vec<Cost>,
    /// The booths of each separated customer.
    pub(super) booths: Vec<(usize, Vec<Cost>)>,
}

/// The first five criteria as one number, then the sixth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Cost {
    pub five: i128,
    pub waiting: i64,
}

impl Cost {
    fn of(five: i128) -> Self {
        Cost { five, waiting: 0 }
    }

    fn plus(self, other: Cost) -> Self {
        Cost {
            five: self.five + other.five,
            waiting: self.waiting + other.waiting,
        }
    }
}

/// Whether the prices prove that no plan is better than this one.
pub fn proves(prices: &Prices, instance: &Instance, placed: &[Option<usize>]) -> bool {
    let Some(weights) = Weights::of(instance) else {
        return false;
    };
    let mut tasks = instance.tasks.iter().zip(placed);
    allowed(instance, placed)
        && tasks.all(|(task, day)| is_content(task, *day, prices, instance, weights))
        && days_and_weeks_are_content(prices, instance, placed, weights)
        && booths_are_content(prices, instance, placed)
}

/// Whether a plan is allowed: every task lies where it may, no day is too full, and nobody is seen twice
/// on a day.
pub fn allowed(instance: &Instance, placed: &[Option<usize>]) -> bool {
    let mut on_day = Column::new(instance.days.len(), 0_u32);
    let mut meetings = Vec::new();
    for (task, day) in instance.tasks.iter().zip(placed) {
        let Some(day) = *day else { continue };
        if day >= instance.days.len() || !task.may_lie_on(day) {
            return false;
        }
        on_day.set(day, on_day.at(day) + 1);
        meetings.push((task.customer, day));
    }
    let has_room = |(number, count): (usize, u32)| {
        let day = instance.days.get(number);
        day.is_some_and(|day| count <= day.capacity)
    };
    placed.len() == instance.tasks.len()
        && seen_twice(meetings).is_empty()
        && on_day.into_cells().into_iter().enumerate().all(has_room)
}

/// The customers who are seen twice on a day, ascending, out of pairs of customer and day.
pub(super) fn seen_twice(mut meetings: Vec<(usize, usize)>) -> Vec<usize> {
    sort_by(&mut meetings, Ord::cmp);
    let pairs = meetings.iter().zip(meetings.iter().skip(1));
    let mut twice: Vec<usize> = pairs
        .filter(|(one, next)| one == next)
        .map(|((customer, _), _)| *customer)
        .collect();
    twice.dedup();
    twice
}

fn is_content(
    task: &Task,
    day: Option<usize>,
    prices: &Prices,
    instance: &Instance,
    weights: Weights,
) -> bool {
    let unplaced = Cost {
        five: cost(task, instance.after_last, weights),
        waiting: waiting(task, instance.days.len()),
    };
    let (mut least, mut own) = (unplaced, unplaced);
    let places = instance.days.iter().zip(prices.on_days(task.customer));
    for (number, (there, price)) in places.enumerate().take(task.end).skip(task.first) {
        if task.taken.contains(&number) {
            continue;
        }
        let here = price.plus(Cost {
            five: cost(task, there.offset, weights),
            waiting: waiting(task, number),
        });
        least = least.min(here);
        if day == Some(number) {
            own = here;
        }
    }
    own == least
}

/// What a task costs on a day with this offset, in the first three criteria.
fn cost(task: &Task, offset: i32, weights: Weights) -> i128 {
    match task.duty {
        Duty::Owed(priority) if offset > task.deadline => {
            let late = i128::from(offset) - i128::from(task.deadline);
            weights.miss_of(priority) + weights.late_day * late
        }
        Duty::Owed(_) | Duty::Optional => 0,
    }
}

fn waiting(task: &Task, place: usize) -> i64 {
    i64::from(task.waiting) * (place as i64 + 1)
}

fn days_and_weeks_are_content(
    prices: &Prices,
    instance: &Instance,
    placed: &[Option<usize>],
    weights: Weights,
) -> bool {
    let mut on_day = Column::new(instance.days.len(), 0_u32);
    let mut in_week = Column::new(instance.weeks.len(), 0_u32);
    for (number, day) in placed
        .iter()
        .flatten()
        .filter_map(|number| instance.days.get(*number).map(|day| (*number, day)))
    {
        on_day.set(number, on_day.at(number) + 1);
        in_week.set(day.week, in_week.at(day.week) + 1);
    }
    let days_are_content = instance.days.iter().enumerate().all(|(number, day)| {
        let (price, week) = (prices.days.get(number), prices.weeks.get(day.week));
        let count = on_day.at(number);
        let step = |count: u32| {
            let square = 2 * (i128::from(day.standing) + i128::from(count)) + 1;
            week.map(|week| week.plus(Cost::of(square)))
        };
        price.is_some_and(|price| {
            (count >= day.capacity || step(count).is_some_and(|next| *price <= next))
                && (count == 0 || step(count - 1).is_some_and(|last| *price >= last))
        })
    });
    let weeks_are_content = instance.weeks.iter().enumerate().all(|(number, week)| {
        let step = |count: u32| match count {
            below if below < week.target => Cost::of(-weights.shortfall),
            _ => Cost::of(0),
        };
        let count = in_week.at(number);
        prices
            .weeks
            .get(number)
            .is_some_and(|price| *price <= step(count) && (count == 0 || *price >= step(count - 1)))
    });
    days_are_content && weeks_are_content
}

/// A booth that nobody goes through costs no more than its day, one that somebody goes through no less.
fn booths_are_content(prices: &Prices, instance: &Instance, placed: &[Option<usize>]) -> bool {
    prices.booths.iter().all(|(customer, booths)| {
        let goes_through = |day: usize| {
            let mut tasks = instance.tasks.iter().zip(placed);
            tasks.any(|(task, placed)| task.customer == *customer && *placed == Some(day))
        };
        let mut pairs = booths.iter().zip(&prices.days).enumerate();
        booths.len() == prices.days.len()
            && pairs.all(|(day, (booth, price))| {
                if goes_through(day) {
                    booth >= price
                } else {
                    booth <= price
                }
            })
    })
}

impl Prices {
    /// The prices that a customer's tasks meet: those of their booths, or of the days.
    fn on_days(&self, customer: usize) -> &[Cost] {
        let own = self.booths.iter().find(|(whose, _)| *whose == customer);
        own.map_or(&self.days, |(_, booths)| booths)
    }
}
