//! The smallest and the largest questions.

use planner::flow::{Day, Duty, Instance, Objective, Priority, Task, Week, allowed, solve};

fn owed(customer: usize, days: usize) -> Task {
    Task {
        customer,
        first: 0,
        end: days,
        taken: Vec::new(),
        deadline: 3,
        duty: Duty::Owed(Priority::Unemployed),
        waiting: 100,
    }
}

fn days(count: usize, capacity: u32) -> Vec<Day> {
    let day = |place: usize| Day {
        offset: i32::try_from(place).unwrap(),
        week: place / 5,
        standing: 0,
        capacity,
    };
    (0..count).map(day).collect()
}

#[test]
fn nothing_to_plan_is_planned() {
    let solution = solve(&Instance::default()).unwrap();
    assert!(solution.proven);
    assert_eq!(solution.objective, Objective::default());
}

#[test]
fn without_days_or_room_nothing_is_placed() {
    for days in [Vec::new(), days(4, 0)] {
        let instance = Instance {
            tasks: vec![owed(0, days.len()), owed(1, days.len())],
            weeks: vec![Week { target: 5 }],
            days,
            after_last: 7,
        };
        let solution = solve(&instance).unwrap();
        assert_eq!(solution.placed, [None, None]);
        assert!(solution.proven);
        assert_eq!(
            (solution.objective.misses, solution.objective.late_days),
            (2, 8)
        );
    }
}

#[test]
fn ten_thousand_customers_are_planned_with_a_proof() {
    let days = days(65, 8);
    let instance = Instance {
        tasks: (0..10_000).map(|customer| owed(customer, 65)).collect(),
        weeks: vec![Week { target: 25 }; 13],
        days,
        after_last: 91,
    };
    let solution = solve(&instance).unwrap();
    assert!(solution.proven);
    assert_eq!(solution.placed.iter().flatten().count(), 65 * 8);
    assert_eq!(solution.objective.misses, 10_000 - 4 * 8);
}

#[test]
fn numbers_that_could_overflow_are_refused() {
    let instance = Instance {
        tasks: vec![owed(0, 1)],
        weeks: vec![Week { target: u32::MAX }],
        days: days(1, 8),
        after_last: i32::MAX,
    };
    assert!(solve(&instance).is_some());
    let mut larger = instance.clone();
    larger.days[0].standing = u32::MAX;
    larger.days[0].capacity = u32::MAX;
    assert!(solve(&larger).is_none());
    let mut long = instance;
    long.tasks[0].waiting = u32::MAX;
    long.days = days(400_000, 8);
    assert!(solve(&long).is_none());
}

#[test]
fn an_instance_that_contradicts_itself_is_answered_without_panic() {
    let instance = Instance {
        days: vec![Day {
            offset: 0,
            week: 9,
            standing: 0,
            capacity: 1,
        }],
        weeks: vec![Week { target: 1 }],
        tasks: vec![Task {
            first: 5,
            end: 99,
            taken: vec![42],
            ..owed(0, 1)
        }],
        after_last: 1,
    };
    let solution = solve(&instance).unwrap();
    assert!(allowed(&instance, &solution.placed));
    let mut lying_there = instance;
    lying_there.tasks[0].first = 0;
    assert!(!solve(&lying_there).unwrap().proven);
}
