//! What makes one plan better than another.

use super::instance::{Duty, Instance, Priority};

/// Six numbers, compared in order; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Objective {
    /// Owed tasks that are not placed on time.
    pub misses: u64,
    /// Those of U25 and K1 among them.
    pub misses_unemployed: u64,
    /// Calendar days late, over all owed tasks; one that is not placed counts as if it were on the day
    /// after the horizon.
    pub late_days: u64,
    /// What the weeks lack to their targets.
    pub shortfall: u64,
    /// Squares of the number of appointments on a day, standing ones included, over all days.
    pub square_sum: u64,
    /// Days waited times the place of the day, counted from 1, over all tasks; one that is not placed
    /// counts as if there were one day more.
    pub waiting: u64,
}

/// The objective of a plan that puts each task on the day at its place, or on none.
pub fn objective(instance: &Instance, placed: &[Option<usize>]) -> Objective {
    let mut result = Objective::default();
    let mut on_day = vec![0_u64; instance.days.len()];
    let mut in_week = vec![0_u64; instance.weeks.len()];
    for (task, place) in instance.tasks.iter().zip(placed) {
        let day = place.and_then(|place| instance.days.get(place));
        let position = place.unwrap_or(instance.days.len()) as u64 + 1;
        result.waiting += u64::from(task.waiting) * position;
        if let Duty::Owed(priority) = task.duty {
            let offset = day.map_or(instance.after_last, |day| day.offset);
            let late = u64::try_from(i64::from(offset) - i64::from(task.deadline)).unwrap_or(0);
            result.misses += u64::from(late > 0);
            result.misses_unemployed += u64::from(late > 0 && priority == Priority::Unemployed);
            result.late_days += late;
        }
        let on_day = place.and_then(|place| on_day.get_mut(place));
        let in_week = day.and_then(|day| in_week.get_mut(day.week));
        for count in on_day.into_iter().chain(in_week) {
            *count += 1;
        }
    }
    for (day, placed) in instance.days.iter().zip(on_day) {
        result.square_sum += (u64::from(day.standing) + placed).pow(2);
    }
    for (week, placed) in instance.weeks.iter().zip(in_week) {
        result.shortfall += u64::from(week.target).saturating_sub(placed);
    }
    result
}
