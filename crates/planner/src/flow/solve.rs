//! From an instance to its best plan.

use super::crowd::crowds;
use super::filling::Filling;
use super::instance::Instance;
use super::nodes::Nodes;
use super::objective::{Objective, objective};
use super::proof::{Cost, Prices, proves, seen_twice};
use super::seating::seat;
use super::weights::Weights;
use rules::ordering::sort_by;

/// A plan with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// For each task the place of its day, or none.
    pub placed: Vec<Option<usize>>,
    /// How good it is.
    pub objective: Objective,
    /// Prices that prove it the best.
    pub prices: Prices,
    /// Whether they do.
    pub proven: bool,
}

/// The best plan; `None` if the numbers are too large to be compared exactly.
pub fn solve(instance: &Instance) -> Option<Solution> {
    let weights = Weights::of(instance)?;
    let mut separated: Vec<usize> = Vec::new();
    loop {
        let (placed, prices) = best_flow(instance, weights, &separated);
        let meetings = instance.tasks.iter().zip(&placed);
        let meetings = meetings.filter_map(|(task, day)| Some((task.customer, (*day)?)));
        let mut twice = seen_twice(meetings.collect());
        twice.retain(|customer| separated.binary_search(customer).is_err());
        if twice.is_empty() {
            return Some(Solution {
                objective: objective(instance, &placed),
                proven: proves(&prices, instance, &placed),
                placed,
                prices,
            });
        }
        separated.append(&mut twice);
        sort_by(&mut separated, Ord::cmp);
    }
}

/// The best flow, with booths for the separated customers only, and its prices.
fn best_flow(
    instance: &Instance,
    weights: Weights,
    separated: &[usize],
) -> (Vec<Option<usize>>, Prices) {
    let nodes = Nodes::of(instance, separated.len());
    let crowds = crowds(instance, weights, |customer| {
        let place = separated.binary_search(&customer);
        place.map_or(0, |place| place + 1)
    });
    let filling = Filling::of(instance, &crowds, nodes, weights);
    let seated = seat(instance, &crowds, nodes, filling);
    let cost = |node: usize| Cost {
        five: seated.price_of_filling.at(node),
        waiting: seated.price.at(node),
    };
    let block = |block: usize| {
        let days = 0..nodes.days;
        days.map(|day| cost(nodes.place(block, day))).collect()
    };
    let customers = separated.iter().enumerate();
    let prices = Prices {
        days: block(0),
        weeks: (0..nodes.weeks)
            .map(|week| cost(nodes.week(week)))
            .collect(),
        booths: customers
            .map(|(place, customer)| (*customer, block(place + 1)))
            .collect(),
    };
    (seated.placed, prices)
}
