//! Tasks that the first five criteria cannot tell apart.
//!
//! Whoever has the same window, deadline and priority belongs to one crowd. Tasks that cannot be on
//! time on any day are alike whatever their deadline was: each day later is one day later for all of
//! them. Some hundred tasks make some dozen crowds, and only their numbers matter at first.

use super::instance::{Duty, Instance, Task};
use super::weights::Weights;
use rules::ordering::sort_by;

/// A crowd.
#[derive(Debug, Clone)]
pub(crate) struct Crowd {
    /// First day of the window.
    pub first: usize,
    /// Day after the last of the window.
    pub end: usize,
    /// Days before it are on time; 0 if none is.
    pub on_time_end: usize,
    /// Days of the window that are taken.
    pub taken: Vec<usize>,
    /// Block of booths that its customer goes through; 0 for none.
    pub block: usize,
    /// What it costs not to place one of them.
    pub unplaced: i128,
    /// Places of the tasks, those that have waited least first.
    pub members: Vec<usize>,
    /// What a late day costs, without its offset.
    late: i128,
}

impl Crowd {
    /// What it costs to put one of them on a day of the window. `lateness` is the weight of the offset
    /// of each day.
    #[inline]
    pub(crate) fn cost(&self, day: usize, lateness: &[i128]) -> i128 {
        if day < self.on_time_end {
            return 0;
        }
        self.late + lateness.get(day).copied().unwrap_or_default()
    }

    /// How many there are.
    pub(crate) fn size(&self) -> u32 {
        u32::try_from(self.members.len()).unwrap_or(u32::MAX)
    }

    /// First day of the window that is late.
    pub(crate) fn late_from(&self) -> usize {
        self.on_time_end.max(self.first)
    }

    pub(crate) fn may_lie_on(&self, day: usize) -> bool {
        (self.first..self.end).contains(&day) && !self.taken.contains(&day)
    }

    fn of(task: &Task, number: usize, block: usize, instance: &Instance, weights: Weights) -> Self {
        let end = task.end.min(instance.days.len());
        let mut crowd = Crowd {
            first: task.first.min(end),
            end,
            on_time_end: end,
            taken: Vec::new(),
            block,
            unplaced: 0,
            members: vec![number],
            late: 0,
        };
        let taken = task.taken.iter().copied();
        crowd.taken = taken.filter(|day| crowd.may_lie_on(*day)).collect();
        if let Duty::Owed(priority) = task.duty {
            let days = &instance.days;
            let by = days.partition_point(|day| day.offset <= task.deadline);
            crowd.on_time_end = by.min(end);
            if (crowd.first..crowd.on_time_end).any(|day| crowd.may_lie_on(day)) {
                let deadline = weights.late_day * i128::from(task.deadline);
                crowd.late = weights.miss_of(priority) - deadline;
            } else {
                crowd.on_time_end = 0;
            }
            crowd.unplaced = crowd.late + weights.late_day * i128::from(instance.after_last);
        }
        crowd
    }

    /// What the members of a crowd have in common. In this order the urgent come first: a crowd that is
    /// sent early rarely has to move for a later one.
    fn key(&self) -> Key<'_> {
        (
            self.unplaced == 0,
            self.on_time_end,
            self.late,
            self.first,
            self.end,
            self.block,
            &self.taken,
        )
    }
}

type Key<'c> = (bool, usize, i128, usize, usize, usize, &'c [usize]);

/// The tasks in crowds. `block_of` says through which booths the tasks of a customer go.
pub(crate) fn crowds(
    instance: &Instance,
    weights: Weights,
    block_of: impl Fn(usize) -> usize,
) -> Vec<Crowd> {
    let tasks = instance.tasks.iter().enumerate();
    let mut alone: Vec<(u32, usize, Crowd)> = tasks
        .map(|(number, task)| {
            let block = block_of(task.customer);
            let crowd = Crowd::of(task, number, block, instance, weights);
            (task.waiting, number, crowd)
        })
        .collect();
    sort_by(
        &mut alone,
        |(waiting, one, crowd), (longer, other, next)| {
            let by_key = crowd.key().cmp(&next.key());
            by_key.then_with(|| (waiting, one).cmp(&(longer, other)))
        },
    );
    let mut crowds: Vec<Crowd> = Vec::new();
    for (_, number, crowd) in alone {
        match crowds.last_mut().filter(|last| last.key() == crowd.key()) {
            Some(last) => last.members.push(number),
            None => crowds.push(crowd),
        }
    }
    crowds
}
