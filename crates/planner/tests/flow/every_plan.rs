//! Every plan of small instances is tried: none is better than the solution, and the prices prove
//! exactly those that are as good.

use crate::invented::{Dice, SMALL, instance};
use planner::flow::{Duty, Instance, Objective, allowed, objective, proves, solve};

/// Calls `visit` with every plan in which each task lies where it may or nowhere.
fn every_plan(
    instance: &Instance,
    placed: &mut Vec<Option<usize>>,
    visit: &mut dyn FnMut(&[Option<usize>]),
) {
    let Some(task) = instance.tasks.get(placed.len()) else {
        visit(placed);
        return;
    };
    let days = (task.first..task.end).filter(|day| task.may_lie_on(*day));
    for day in std::iter::once(None).chain(days.map(Some)) {
        placed.push(day);
        every_plan(instance, placed, visit);
        placed.pop();
    }
}

/// Whether no day is too full, nobody is seen twice on a day, and no week beyond its target has an
/// optional task. Written apart from the planner on purpose.
fn is_plan(instance: &Instance, placed: &[Option<usize>]) -> bool {
    let mut on_day = vec![0; instance.days.len()];
    let mut in_week = vec![0; instance.weeks.len()];
    let mut has_optional = vec![false; instance.weeks.len()];
    let mut seen = Vec::new();
    for (task, day) in instance.tasks.iter().zip(placed) {
        let Some(day) = *day else { continue };
        let week = instance.days[day].week;
        on_day[day] += 1;
        in_week[week] += 1;
        has_optional[week] |= task.duty == Duty::Optional;
        if on_day[day] > instance.days[day].capacity || seen.contains(&(task.customer, day)) {
            return false;
        }
        seen.push((task.customer, day));
    }
    (0..instance.weeks.len())
        .all(|week| !has_optional[week] || in_week[week] <= instance.weeks[week].target)
}

#[test]
fn no_plan_is_better_than_the_solution() {
    let mut dice = Dice::new(7);
    let (mut busy, mut late) = (0, 0);
    for round in 0..12_000 {
        let instance = instance(&mut dice, &SMALL);
        let solution = solve(&instance).unwrap();
        let mut best: Option<Objective> = None;
        every_plan(&instance, &mut Vec::new(), &mut |placed| {
            if is_plan(&instance, placed) {
                let found = objective(&instance, placed);
                best = Some(best.map_or(found, |best| best.min(found)));
            }
        });
        let said = || format!("round {round}: {instance:?}\n{solution:?}");
        assert_eq!(Some(solution.objective), best, "{}", said());
        assert!(is_plan(&instance, &solution.placed), "{}", said());
        assert!(solution.proven, "{}", said());
        busy += usize::from(solution.placed.iter().flatten().count() > 3);
        late += usize::from(solution.objective.late_days > 0);
    }
    // The instances are worth trying.
    assert!(busy > 1_000 && late > 6_000, "{busy} {late}");
}

#[test]
fn prices_prove_exactly_the_best_plans() {
    let mut dice = Dice::new(11);
    let mut others = 0;
    for round in 0..400 {
        let instance = instance(&mut dice, &SMALL);
        let solution = solve(&instance).unwrap();
        every_plan(&instance, &mut Vec::new(), &mut |placed| {
            let is_allowed = allowed(&instance, placed);
            let is_best = is_allowed && objective(&instance, placed) == solution.objective;
            assert_eq!(
                proves(&solution.prices, &instance, placed),
                is_best,
                "round {round}: {instance:?}\n{solution:?}\n{placed:?}"
            );
            others += usize::from(is_best && placed != solution.placed);
        });
    }
    // Some are as good as the one that was chosen.
    assert!(others > 30, "{others}");
}
