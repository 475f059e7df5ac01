//! Instances that are the same in every run.

use planner::flow::{Day, Duty, Instance, Priority, Task, Week};

/// Numbers without a pattern, the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// A number from 0 to below `below`.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d);
        self.0 = self.0.wrapping_add(0x1405_7b7e_f767_814f);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    /// True one time in so many.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    fn number(&mut self, below: usize) -> u32 {
        u32::try_from(self.roll(below)).unwrap()
    }

    fn offset(&mut self, below: usize) -> i32 {
        i32::try_from(self.roll(below)).unwrap()
    }
}

/// How large an instance gets.
pub struct Size {
    pub most_days: usize,
    pub most_tasks: usize,
    pub days_of_a_week: usize,
    pub most_room: usize,
    pub customers: usize,
}

/// Small enough to try every plan.
pub const SMALL: Size = Size {
    most_days: 4,
    most_tasks: 6,
    days_of_a_week: 2,
    most_room: 3,
    customers: 4,
};

/// As large as a slower solver takes.
pub const LARGER: Size = Size {
    most_days: 20,
    most_tasks: 60,
    days_of_a_week: 4,
    most_room: 5,
    customers: 40,
};

/// An instance with everything in it that there is: standing appointments, full days, weeks with and
/// without a target, tasks that are late already, taken days, customers with several tasks.
pub fn instance(dice: &mut Dice, size: &Size) -> Instance {
    let count = if dice.one_in(20) {
        0
    } else {
        1 + dice.roll(size.most_days)
    };
    let mut offset = dice.offset(3);
    let mut days = Vec::new();
    for place in 0..count {
        days.push(Day {
            offset,
            week: place / size.days_of_a_week,
            standing: dice.number(4),
            capacity: dice.number(size.most_room + 1).max(dice.number(2)),
        });
        offset += 1 + dice.offset(3);
    }
    let after_last = offset + dice.offset(3);
    let weeks = 1 + count / size.days_of_a_week;
    let tasks = dice.roll(size.most_tasks)..size.most_tasks;
    Instance {
        tasks: tasks.map(|_| task(dice, size, count, after_last)).collect(),
        weeks: (0..weeks)
            .map(|_| Week {
                target: dice.number(size.most_room * size.days_of_a_week),
            })
            .collect(),
        days,
        after_last,
    }
}

fn task(dice: &mut Dice, size: &Size, days: usize, after_last: i32) -> Task {
    let end = days - dice.roll(5).min(days) / 4;
    let first = if dice.one_in(2) {
        0
    } else {
        dice.roll(days + 1).min(end)
    };
    let deadline = dice.offset(usize::try_from(after_last).unwrap() + 8) - 4;
    let priority = if dice.one_in(3) {
        Priority::Other
    } else {
        Priority::Unemployed
    };
    Task {
        customer: dice.roll(size.customers),
        first,
        end,
        taken: if dice.one_in(6) {
            vec![dice.roll(days + 1)]
        } else {
            Vec::new()
        },
        deadline,
        duty: if deadline < after_last && !dice.one_in(4) {
            Duty::Owed(priority)
        } else {
            Duty::Optional
        },
        waiting: dice.number(4) * 10,
    }
}
