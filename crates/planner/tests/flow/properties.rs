//! What holds for every instance.

use crate::invented::{Dice, LARGER, instance};
use planner::flow::{Instance, allowed, objective, solve};

const ROUNDS: usize = 300;

#[test]
fn every_solution_is_allowed_proven_and_as_good_as_it_says() {
    let mut dice = Dice::new(17);
    for round in 0..ROUNDS {
        let instance = instance(&mut dice, &LARGER);
        let solution = solve(&instance).unwrap();
        assert!(allowed(&instance, &solution.placed), "round {round}");
        assert!(solution.proven, "round {round}");
        assert_eq!(solution.objective, objective(&instance, &solution.placed));
    }
}

#[test]
fn more_room_never_makes_it_worse() {
    let mut dice = Dice::new(19);
    for round in 0..ROUNDS {
        let mut instance = instance(&mut dice, &LARGER);
        if instance.days.is_empty() {
            continue;
        }
        let before = solve(&instance).unwrap().objective;
        let day = dice.roll(instance.days.len());
        instance.days[day].capacity += 1;
        assert!(
            solve(&instance).unwrap().objective <= before,
            "round {round}"
        );
    }
}

#[test]
fn the_order_of_the_tasks_does_not_matter_to_how_good_it_is() {
    let mut dice = Dice::new(23);
    for round in 0..ROUNDS {
        let one = instance(&mut dice, &LARGER);
        let other = shuffled(&one, &mut dice);
        let (one, other) = (solve(&one).unwrap(), solve(&other).unwrap());
        assert_eq!(one.objective, other.objective, "round {round}");
    }
}

fn shuffled(instance: &Instance, dice: &mut Dice) -> Instance {
    let mut shuffled = instance.clone();
    for place in (1..shuffled.tasks.len()).rev() {
        shuffled.tasks.swap(place, dice.roll(place + 1));
    }
    shuffled
}
