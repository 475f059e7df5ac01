//! The first five criteria: how many of each crowd on which day.
//!
//! Crowd after crowd is sent through the network, each of its tasks along the path that costs least
//! now. A path goes to a day and through its week to the sink; or to a full day, from where somebody
//! else moves on; or straight to the sink. After each path the prices are raised to what the path has
//! shown, and the flow is the best of all flows of what was sent so far (successive shortest paths).

mod search;

use super::column::Column;
use super::crowd::Crowd;
use super::instance::Instance;
use super::load::Load;
use super::nodes::Nodes;
use super::weights::{FAR, Weights};
use search::{By, SOURCE, Search};

/// So many of a crowd in one place.
#[derive(Debug, Clone, Copy)]
struct Party {
    crowd: usize,
    count: u32,
}

/// How many of each crowd are where, and the prices that prove it best.
#[derive(Debug)]
pub(crate) struct Filling<'i> {
    crowds: &'i [Crowd],
    nodes: Nodes,
    /// The weight of the offset of each day.
    pub lateness: Vec<i128>,
    pub load: Load<'i>,
    pub price: Column<i128>,
    parties: Vec<Vec<Party>>,
    unplaced: u32,
}

impl<'i> Filling<'i> {
    /// The best filling.
    pub(crate) fn of(
        instance: &'i Instance,
        crowds: &'i [Crowd],
        nodes: Nodes,
        weights: Weights,
    ) -> Self {
        let mut filling = Filling::none(instance, crowds, nodes, weights);
        let mut search = Search::new(nodes);
        for (number, crowd) in crowds.iter().enumerate() {
            let mut left = crowd.size();
            while left > 0 {
                filling.search(&mut search, number, crowd);
                left -= filling.send(&search, left);
                search.clear();
            }
        }
        filling
    }

    /// Nobody is sent yet. A place costs what its first unit would, and is out of reach if it has no
    /// room at all.
    fn none(instance: &'i Instance, crowds: &'i [Crowd], nodes: Nodes, weights: Weights) -> Self {
        let load = Load::none(instance, weights);
        let mut price = Column::new(nodes.count(), 0);
        for week in 0..nodes.weeks {
            price.set(nodes.week(week), load.next_in_week(week));
        }
        for place in 0..nodes.places() {
            let day = nodes.day_of(place);
            let week = price.at(nodes.week(load.week_of(day)));
            price.set(place, load.next_on_day(day).map_or(FAR, |next| next + week));
        }
        let weight_of = |offset: i32| weights.late_day * i128::from(offset);
        Filling {
            crowds,
            nodes,
            lateness: instance
                .days
                .iter()
                .map(|day| weight_of(day.offset))
                .collect(),
            load,
            price,
            parties: vec![Vec::new(); nodes.places()],
            unplaced: 0,
        }
    }

    /// How many tasks are in a place, or at the sink.
    pub(crate) fn count(&self, node: usize) -> u32 {
        match self.parties.get(node) {
            Some(there) => there.iter().map(|party| party.count).sum(),
            None => self.unplaced,
        }
    }

    /// Sends as many of the `left` tasks as possible along the path that was found; how many.
    fn send(&mut self, search: &Search, left: u32) -> u32 {
        let most = search.path(self.nodes).map(|(step, _)| match step.by {
            By::Crowd(_) if step.from == SOURCE => left,
            By::Crowd(crowd) => self.count_of(step.from, crowd),
            By::Arc => 1,
        });
        let amount = most.min().unwrap_or(left).clamp(1, left);
        for (step, to) in search.path(self.nodes) {
            match step.by {
                By::Crowd(crowd) => {
                    self.leave(step.from, crowd, amount);
                    self.arrive(to, crowd, amount);
                }
                By::Arc => {
                    let (from, to) = (self.nodes.node(step.from), self.nodes.node(to));
                    self.load.shift(from, to);
                }
            }
        }
        amount
    }

    fn count_of(&self, place: usize, crowd: usize) -> u32 {
        let there = self.parties.get(place).into_iter().flatten();
        let party = there.copied().find(|party| party.crowd == crowd);
        party.map_or(0, |party| party.count)
    }

    fn leave(&mut self, place: usize, crowd: usize, amount: u32) {
        let Some(there) = self.parties.get_mut(place) else {
            return;
        };
        for party in there.iter_mut().filter(|party| party.crowd == crowd) {
            party.count = party.count.saturating_sub(amount);
        }
        there.retain(|party| party.count > 0);
    }

    fn arrive(&mut self, node: usize, crowd: usize, amount: u32) {
        let Some(there) = self.parties.get_mut(node) else {
            self.unplaced += amount;
            return;
        };
        match there.iter_mut().find(|party| party.crowd == crowd) {
            Some(party) => party.count += amount,
            None => there.push(Party {
                crowd,
                count: amount,
            }),
        }
    }
}
