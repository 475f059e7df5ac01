//! What is to be planned, in numbers. Days are known by their place in the list and by their offset,
//! the calendar days after the first day of planning.

/// Days, weeks and tasks. What is said below about places and offsets must hold; otherwise the answer
/// comes without a proof.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instance {
    /// The available days, ascending.
    pub days: Vec<Day>,
    /// The weeks of the horizon.
    pub weeks: Vec<Week>,
    /// The tasks. Their order decides between plans that are equally good.
    pub tasks: Vec<Task>,
    /// Offset of the day after the horizon; more than that of any day.
    pub after_last: i32,
}

/// A day on which consultations may be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Its offset, 0 or more.
    pub offset: i32,
    /// Place of its week.
    pub week: usize,
    /// Appointments that count there already.
    pub standing: u32,
    /// How many more it has room for.
    pub capacity: u32,
}

/// A week of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// How many consultations it should get.
    pub target: u32,
}

/// One consultation to be placed, at most once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Whose it is; nobody is seen twice on one day.
    pub customer: usize,
    /// Place of the first day it may lie on, inclusive.
    pub first: usize,
    /// Place of the first day it may no longer lie on; at most the number of days.
    pub end: usize,
    /// Places of days in between on which the customer has an appointment already.
    pub taken: Vec<usize>,
    /// Offset of the last day on time, inclusive; negative before the first day of planning.
    pub deadline: i32,
    /// Whether leaving it out counts.
    pub duty: Duty,
    /// Days that the customer has been waiting.
    pub waiting: u32,
}

/// Whether a task has to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duty {
    /// Its deadline lies before [`Instance::after_last`].
    Owed(Priority),
    /// It may fill a week up to its target.
    Optional,
}

/// Who comes first where not everybody can be on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// U25 and K1.
    Unemployed,
    /// K3.
    Other,
}

impl Task {
    /// Whether it may lie on the day at this place.
    pub fn may_lie_on(&self, day: usize) -> bool {
        (self.first..self.end).contains(&day) && !self.taken.contains(&day)
    }
}
