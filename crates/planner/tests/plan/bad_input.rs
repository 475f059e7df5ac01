//! Whatever the office looks like, there is a plan with reasons.

use crate::office::{Office, appointment, k1, k3, left_behind, new_k1, u25};
use planner::{Obstacle, Optimality};

fn everybody() -> Office {
    Office::of([
        k1("a", "2026-08-15"),
        k3("b", "2026-06-13"),
        u25("c", "2004-05-05", "2026-11-03"),
        new_k1("d", "2026-11-01"),
        k1("e", "2020-01-01"),
    ])
}

#[test]
fn without_working_days_nothing_can_be_placed() {
    let mut office = everybody();
    office.days.working_days.clear();
    let plan = office.plan();
    assert_eq!(plan.proposals, []);
    assert_eq!(plan.unplaced.len(), 6);
    assert!(
        plan.unplaced
            .iter()
            .all(|left| left.at_all == Obstacle::NoAvailableDay)
    );
    assert_eq!(plan.optimality, Optimality::Proven);
    assert!(plan.weeks.iter().all(|week| week.lack.places == 25));
}

#[test]
fn with_an_absence_over_the_whole_horizon_neither() {
    let plan = everybody().away("2026-01-01", "2027-12-31").plan();
    assert_eq!((plan.proposals.len(), plan.unplaced.len()), (0, 6));
}

#[test]
fn with_all_days_full_neither() {
    let mut office = everybody().weeks(2);
    for date in ["02", "03", "04", "07", "08", "09", "10", "11"] {
        for number in 0..10 {
            let mut standing = appointment(&format!("2026-12-{date}"), None, None);
            standing.id = format!("{date} {number}").as_str().into();
            office
                .people
                .push(left_behind(&format!("x{date}{number}"), standing));
        }
    }
    let plan = office.plan();
    assert_eq!(plan.proposals, []);
    assert!(!plan.unplaced.is_empty());
    assert!(
        plan.unplaced
            .iter()
            .all(|left| left.at_all == Obstacle::DaysFull)
    );
    assert_eq!(plan.limited_days, []);
}

#[test]
fn five_thousand_overdue_customers_fill_every_place() {
    let people = (0..5_000).map(|number| {
        let last = if number % 2 == 0 {
            "2026-03-01"
        } else {
            "2026-05-15"
        };
        match number % 3 {
            0 => k1(&format!("{number:04}"), last),
            1 => k3(&format!("{number:04}"), "2025-12-01"),
            _ => u25(&format!("{number:04}"), "2004-05-05", last),
        }
    });
    let plan = Office::of(people).plan();
    let places = u32::try_from(plan.horizon.days.len()).unwrap() * 8;
    assert_eq!(u32::try_from(plan.proposals.len()).unwrap(), places);
    assert_eq!(plan.optimality, Optimality::Proven);
    assert!(plan.unplaced.len() > 4_500);
}

#[test]
fn contradictory_pins_cost_nobody_their_plan() {
    let office = everybody();
    let without = office.plan().proposals.len();
    let mut pinned = office;
    for _ in 0..50 {
        pinned = pinned
            .pin("a", "2026-12-03")
            .pin("nobody", "2026-12-03")
            .pin("b", "2020-01-01");
    }
    let plan = pinned.plan();
    assert_eq!(plan.refused_pins.len(), 149);
    assert_eq!(plan.proposals.len(), without - 1);
}
