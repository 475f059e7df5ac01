//! Who makes an empty seat cheapest (Dijkstra's algorithm, from the seat back).
//!
//! A label is what the moves from a node to the empty seat cost, less what the prices have said they
//! would. At every node somebody new could sit down and set these moves going; the cheapest newcomer
//! is the answer. Only moves that cost nothing in the first five criteria are made.

use super::{Seat, Seating};
use crate::flow::column::Column;
use crate::flow::nodes::{Node, Nodes};
use crate::flow::weights::FAR_WAITING;

/// How a node's seat is passed on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub to: usize,
    pub by: By,
}

/// What moves.
#[derive(Debug, Clone, Copy)]
pub(super) enum By {
    /// Somebody who sits at the node.
    Seat(Seat),
    /// The unit itself along an arc between places, weeks and the sink.
    Arc,
}

/// A node as the search sees it.
#[derive(Debug, Clone, Copy)]
struct Spot {
    price: i64,
    label: i64,
    step: Option<Step>,
    /// The shortest and the longest that anybody seated here has been waiting.
    shortest: i64,
    longest: i64,
}

/// A node that was gone through, and the cheapest newcomer there.
#[derive(Debug, Clone, Copy)]
struct Visit {
    node: usize,
    label: i64,
    cost: i64,
    crowd: usize,
}

/// Prices, labels and the steps that led to them.
pub(super) struct Search {
    spots: Vec<Spot>,
    open: Vec<usize>,
    labelled: Vec<usize>,
    visits: Vec<Visit>,
    /// What the cheapest newcomer costs.
    best: i64,
    /// The crowd of the cheapest newcomer, and the node at which they sit down.
    pub newcomer: Option<(usize, usize)>,
}

impl Search {
    pub(super) fn new(nodes: Nodes) -> Self {
        let spot = Spot {
            price: 0,
            label: FAR_WAITING,
            step: None,
            shortest: FAR_WAITING,
            longest: -FAR_WAITING,
        };
        Search {
            spots: vec![spot; nodes.count()],
            open: Vec::new(),
            labelled: Vec::new(),
            visits: Vec::new(),
            best: FAR_WAITING,
            newcomer: None,
        }
    }

    pub(super) fn begin(&mut self, node: usize) {
        self.reach(node, 0, node, By::Arc);
    }

    pub(super) fn clear(&mut self) {
        for node in self.labelled.drain(..) {
            if let Some(spot) = self.spots.get_mut(node) {
                spot.label = FAR_WAITING;
            }
        }
        self.open.clear();
        self.visits.clear();
        self.best = FAR_WAITING;
        self.newcomer = None;
    }

    #[inline]
    pub(super) fn price(&self, node: usize) -> i64 {
        self.spots.get(node).map_or(0, |spot| spot.price)
    }

    pub(super) fn step(&self, node: usize) -> Option<Step> {
        self.spots.get(node)?.step
    }

    /// Notes who sits at a place.
    pub(super) fn measure(&mut self, place: usize, seated: &[Seat]) {
        if let Some(spot) = self.spots.get_mut(place) {
            let waiting = || seated.iter().map(|seat| seat.waiting);
            spot.shortest = waiting().min().unwrap_or(FAR_WAITING);
            spot.longest = waiting().max().unwrap_or(-FAR_WAITING);
        }
    }

    /// Lowers the price of every node that can make the seat cheaper than the newcomer does.
    pub(super) fn lower_prices(&mut self) {
        if self.best == FAR_WAITING {
            return;
        }
        for visit in &self.visits {
            if let Some(spot) = self.spots.get_mut(visit.node) {
                spot.price -= (self.best - visit.label).max(0);
            }
        }
    }

    /// The prices of all nodes, beside that of the sink.
    pub(super) fn into_prices(self, sink: usize) -> Column<i64> {
        let at_sink = self.price(sink);
        let mut prices = Column::new(self.spots.len(), 0);
        for (node, spot) in self.spots.iter().enumerate() {
            prices.set(node, spot.price - at_sink);
        }
        prices
    }

    #[inline]
    fn reach(&mut self, node: usize, label: i64, to: usize, by: By) {
        if let Some(spot) = self.spots.get_mut(node)
            && label < spot.label
        {
            if spot.label == FAR_WAITING {
                self.labelled.push(node);
                self.open.push(node);
            }
            spot.label = label;
            spot.step = Some(Step { to, by });
        }
    }

    /// An arc from one node to another, which costs nothing by itself.
    fn reach_by_arc(&mut self, from: usize, to: usize, label: i64) {
        let label = label + self.price(to) - self.price(from);
        self.reach(from, label, to, By::Arc);
    }

    /// The node to go through next, if any can still lead to a cheaper newcomer.
    fn next(&mut self) -> Option<(usize, i64)> {
        let mut nearest = (self.best, None);
        for (index, node) in self.open.iter().enumerate() {
            let label = self.spots.get(*node).map_or(FAR_WAITING, |spot| spot.label);
            if label < nearest.0 {
                nearest = (label, Some(index));
            }
        }
        let (label, index) = nearest;
        Some((self.open.swap_remove(index?), label))
    }

    fn visit(&mut self, visit: Visit) {
        if visit.cost < self.best {
            self.best = visit.cost;
            self.newcomer = Some((visit.crowd, visit.node));
        }
        self.visits.push(visit);
    }
}

impl Seating<'_> {
    /// Goes through nodes until none can lead to a cheaper newcomer.
    pub(super) fn explore(&mut self) {
        while let Some((node, label)) = self.search.next() {
            let (cost, crowd) = self.newcomer_at(node, label);
            self.search.visit(Visit {
                node,
                label,
                cost,
                crowd,
            });
            match self.nodes.node(node) {
                Node::Day(day) => {
                    self.go_through_day(day, label);
                    self.go_through_place(node, label);
                }
                Node::Booth(day) => {
                    if self.occupied.at(node) && self.costs_the_same(node, day) {
                        self.search.reach_by_arc(day, node, label);
                    }
                    self.go_through_place(node, label);
                }
                Node::Week(week) => self.go_through_week(node, week, label),
                Node::Sink => {
                    self.go_through_sink(node, label);
                    self.go_through_place(node, label);
                }
            }
        }
    }

    /// The next of this crowd is another one now.
    pub(super) fn ask_again(&mut self, crowd: usize) {
        let visits = std::mem::take(&mut self.search.visits);
        self.search.best = FAR_WAITING;
        self.search.newcomer = None;
        for mut visit in visits {
            if visit.crowd == crowd {
                (visit.cost, visit.crowd) = self.newcomer_at(visit.node, visit.label);
            }
            self.search.visit(visit);
        }
    }

    /// What the cheapest newcomer at a node costs, and of which crowd they are.
    fn newcomer_at(&self, node: usize, label: i64) -> (i64, usize) {
        let mut best = (FAR_WAITING, usize::MAX);
        if matches!(self.nodes.node(node), Node::Week(_)) {
            return best;
        }
        let position = self.position(node);
        let cost = label + self.search.price(node);
        for crowd in self.home.crowds(self.nodes.day_or_after(node)) {
            let Some(next) = self.next.get(*crowd).filter(|next| next.is_somebody()) else {
                continue;
            };
            let cost = cost + next.waiting * position + next.handicap;
            if cost < best.0 && self.goes_to(*crowd, node) {
                best = (cost, *crowd);
            }
        }
        best
    }

    /// The place of a day, counted from 1; the sink counts as one day more.
    pub(super) fn position(&self, node: usize) -> i64 {
        self.nodes.day_or_after(node) as i64 + 1
    }

    /// Whether a crowd goes to this node at all: days, or its own booths, or the sink.
    fn goes_to(&self, crowd: usize, node: usize) -> bool {
        let block = self.crowds.get(crowd).map_or(0, |crowd| crowd.block);
        node >= self.nodes.places() || self.nodes.block_of(node) == block
    }

    /// Whether an arc between two nodes that costs nothing by itself costs nothing in all.
    fn costs_the_same(&self, one: usize, other: usize) -> bool {
        self.price_of_filling.at(one) == self.price_of_filling.at(other)
    }

    fn go_through_day(&mut self, day: usize, label: i64) {
        let week = self.nodes.week(self.load.week_of(day));
        let gained = self.price_of_filling.at(day) - self.price_of_filling.at(week);
        if self.load.last_on_day(day) == Some(gained) {
            self.search.reach_by_arc(week, day, label);
        }
        for block in 1..=self.nodes.blocks {
            let booth = self.nodes.place(block, day);
            if !self.occupied.at(booth) && self.costs_the_same(booth, day) {
                self.search.reach_by_arc(booth, day, label);
            }
        }
    }

    fn go_through_week(&mut self, node: usize, week: usize, label: i64) {
        let price = self.price_of_filling.at(node);
        if self.load.last_in_week(week) == Some(price) {
            self.search.reach_by_arc(self.nodes.sink(), node, label);
        }
        for day in self.load.days_of(week) {
            if self.load.next_on_day(*day) == Some(self.price_of_filling.at(*day) - price) {
                self.search.reach_by_arc(*day, node, label);
            }
        }
    }

    fn go_through_sink(&mut self, sink: usize, label: i64) {
        for week in 0..self.nodes.weeks {
            let node = self.nodes.week(week);
            if self.load.next_in_week(week) == self.price_of_filling.at(node) {
                self.search.reach_by_arc(node, sink, label);
            }
        }
    }

    /// Somebody who sits elsewhere moves to this node.
    fn go_through_place(&mut self, node: usize, label: i64) {
        let to = self.nodes.day_or_after(node);
        let cost = label + self.search.price(node);
        let sink = self.nodes.sink();
        let blocks = if node == sink {
            0..self.nodes.blocks + 1
        } else {
            let block = self.nodes.block_of(node);
            block..block + 1
        };
        for block in blocks {
            for day in 0..self.nodes.days {
                let place = self.nodes.place(block, day);
                let Some(spot) = self.search.spots.get(place) else {
                    continue;
                };
                let further = to as i64 - day as i64;
                let easiest = if further > 0 {
                    spot.shortest
                } else {
                    spot.longest
                };
                let cost = cost - spot.price;
                if spot.label <= label || cost + easiest * further >= spot.label {
                    continue;
                }
                if let Some(seat) = self.easiest_to_move(place, to, further) {
                    let label = cost + seat.waiting * further;
                    self.search.reach(place, label, node, By::Seat(seat));
                }
            }
        }
        if node != sink {
            self.move_from_sink(node, to, cost - self.search.price(sink));
        }
    }

    /// Of those who sit at a place and are at home on the day `to`, the one whose move costs least.
    fn easiest_to_move(&self, place: usize, to: usize, further: i64) -> Option<Seat> {
        let mut found: Option<Seat> = None;
        for seat in self.seated.get(place)? {
            let cost = seat.waiting * further;
            let easier = found.is_none_or(|found| cost < found.waiting * further);
            if easier && self.home.is_at(seat.crowd, to) {
                found = Some(*seat);
            }
        }
        found
    }

    /// Somebody who was not placed is placed here; of each crowd it costs least for the one who has
    /// waited longest.
    fn move_from_sink(&mut self, node: usize, to: usize, cost: i64) {
        let sink = self.nodes.sink();
        let further = to as i64 - self.nodes.days as i64;
        for crowd in 0..self.unplaced.len() {
            let longest = self.unplaced.get(crowd).and_then(|there| there.last());
            let Some(seat) = longest.copied() else {
                continue;
            };
            if self.home.is_at(crowd, to) && self.goes_to(crowd, node) {
                let label = cost + seat.waiting * further;
                self.search.reach(sink, label, node, By::Seat(seat));
            }
        }
    }
}
