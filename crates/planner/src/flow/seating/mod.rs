//! The sixth criterion: who exactly, so that those waiting longest are seen first.
//!
//! The filling has settled how many are where, up to moves that cost nothing in the first five
//! criteria. A crowd is *at home* in the places where its cost and the price of the place are least;
//! moves among these, and along arcs whose cost is just the difference of the prices, cost nothing.
//! Every plan that only uses them has the same five numbers, and every plan with those numbers only
//! uses them.
//!
//! All seats are empty at first and are filled one after the other, the sink's first, then from the
//! last day back to the first: each takes whoever makes it cheapest, perhaps by letting somebody move
//! here who sat elsewhere. The last places go to those who have waited least, so a seat rarely has to
//! be given up again.

mod home;
mod search;

use super::column::Column;
use super::crowd::Crowd;
use super::filling::Filling;
use super::instance::Instance;
use super::load::Load;
use super::nodes::{Node, Nodes};
use super::weights::FAR_WAITING;
use home::Home;
use search::{By, Search};

/// A task that has a seat.
#[derive(Debug, Clone, Copy)]
struct Seat {
    task: usize,
    crowd: usize,
    waiting: i64,
}

/// Whoever of a crowd is to be seated next.
#[derive(Debug, Clone, Copy)]
struct Next {
    index: usize,
    /// [`FAR_WAITING`] if everybody is seated.
    waiting: i64,
    /// What is added to their cost so that others come first.
    handicap: i64,
}

/// Who is where, and the prices that prove it best.
pub(crate) struct Seating<'i> {
    instance: &'i Instance,
    crowds: &'i [Crowd],
    nodes: Nodes,
    load: Load<'i>,
    home: Home,
    /// Prices of the filling.
    price_of_filling: Column<i128>,
    next: Vec<Next>,
    /// Seats still to be filled, by node.
    empty: Column<u32>,
    /// Booths that somebody goes through.
    occupied: Column<bool>,
    /// Who sits where, by place.
    seated: Vec<Vec<Seat>>,
    /// Who is at the sink, by crowd, those that have waited least first.
    unplaced: Vec<Vec<Seat>>,
    search: Search,
}

/// The plan with the prices of both steps, by node.
pub(crate) struct Seated {
    pub placed: Vec<Option<usize>>,
    pub price_of_filling: Column<i128>,
    pub price: Column<i64>,
}

/// Seats everybody.
pub(crate) fn seat(
    instance: &Instance,
    crowds: &[Crowd],
    nodes: Nodes,
    filling: Filling<'_>,
) -> Seated {
    let mut seating = Seating::none(instance, crowds, nodes, filling);
    for crowd in 0..crowds.len() {
        seating.leave_out(crowd);
    }
    seating.let_the_unplaced_first();
    seating.fill(nodes.sink());
    seating.level_handicaps();
    for day in (0..nodes.days).rev() {
        for block in 0..=nodes.blocks {
            seating.fill(nodes.place(block, day));
        }
    }
    seating.result()
}

impl<'i> Seating<'i> {
    /// Nobody is seated yet.
    fn none(
        instance: &'i Instance,
        crowds: &'i [Crowd],
        nodes: Nodes,
        filling: Filling<'i>,
    ) -> Self {
        let home = Home::of(crowds, nodes, &filling);
        let mut empty = Column::new(nodes.count(), 0);
        let mut occupied = Column::new(nodes.places(), false);
        for node in (0..nodes.places()).chain([nodes.sink()]) {
            empty.set(node, filling.count(node));
            occupied.set(node, nodes.block_of(node) > 0 && filling.count(node) > 0);
        }
        let mut seating = Seating {
            instance,
            crowds,
            nodes,
            load: filling.load,
            home,
            price_of_filling: filling.price,
            next: Vec::new(),
            empty,
            occupied,
            seated: vec![Vec::new(); nodes.places()],
            unplaced: vec![Vec::new(); crowds.len()],
            search: Search::new(nodes),
        };
        seating.next = (0..crowds.len())
            .map(|crowd| Next {
                index: 0,
                waiting: seating.waiting(crowd, 0),
                handicap: 0,
            })
            .collect();
        seating
    }

    /// How long this member of a crowd has been waiting.
    fn waiting(&self, crowd: usize, index: usize) -> i64 {
        let member = self
            .crowds
            .get(crowd)
            .and_then(|crowd| crowd.members.get(index));
        let task = member.and_then(|task| self.instance.tasks.get(*task));
        task.map_or(FAR_WAITING, |task| i64::from(task.waiting))
    }

    /// A crowd that is at home nowhere but at the sink goes there at once.
    fn leave_out(&mut self, crowd: usize) {
        if !self.home.only_at_sink(crowd) {
            return;
        }
        let sink = self.nodes.sink();
        while let Some(seat) = self.take_next(crowd) {
            self.sit(sink, seat);
        }
    }

    /// While the sink is filled, crowds that are at home there come before all others.
    fn let_the_unplaced_first(&mut self) {
        let longest = self.instance.tasks.iter().map(|task| task.waiting).max();
        let behind = i64::from(longest.unwrap_or(0)) * self.position(self.nodes.sink()) + 1;
        for (crowd, next) in self.next.iter_mut().enumerate() {
            if !self.home.is_at(crowd, self.nodes.days) {
                next.handicap = behind;
            }
        }
    }

    /// Once the sink is full nobody needs a handicap, unless prices have fallen meanwhile.
    fn level_handicaps(&mut self) {
        for crowd in 0..self.crowds.len() {
            let Some(waiting) = self.next.get(crowd).map(|next| next.waiting) else {
                continue;
            };
            let costs = self
                .home_of(crowd)
                .map(|node| waiting * self.position(node) + self.search.price(node));
            let least = costs.min().unwrap_or(0);
            if let Some(next) = self.next.get_mut(crowd) {
                next.handicap = (-least).max(0);
            }
        }
    }

    /// The nodes at which a crowd is at home.
    fn home_of(&self, crowd: usize) -> impl Iterator<Item = usize> {
        let block = self.crowds.get(crowd).map_or(0, |crowd| crowd.block);
        let days = (0..self.nodes.days).map(move |day| (day, self.nodes.place(block, day)));
        days.chain([(self.nodes.days, self.nodes.sink())])
            .filter(move |(day, _)| self.home.is_at(crowd, *day))
            .map(|(_, node)| node)
    }

    /// Fills the empty seats of a node.
    fn fill(&mut self, node: usize) {
        let mut left = self.empty.at(node);
        if left > 0 {
            let next = &self.next;
            let is_left = |crowd: &usize| next.get(*crowd).is_some_and(Next::is_somebody);
            self.home.forget(self.nodes.day_or_after(node), is_left);
        }
        while left > 0 {
            self.search.begin(node);
            self.explore();
            left -= self.seat_right_here(node, left);
            self.search.lower_prices();
            if left > 0 {
                if !self.seat_by_moves(node) {
                    return;
                }
                left -= 1;
            }
            self.search.clear();
        }
    }

    /// As long as the cheapest way is that somebody new sits right here, the search only needs to be
    /// told who would be next.
    fn seat_right_here(&mut self, node: usize, left: u32) -> u32 {
        let mut seated = 0;
        while let Some((crowd, there)) = self.search.newcomer
            && there == node
            && let Some(seat) = self.take_next(crowd)
        {
            self.sit(node, seat);
            seated += 1;
            if seated == left {
                break;
            }
            self.ask_again(crowd);
            self.explore();
        }
        seated
    }

    /// Somebody new sits down elsewhere, and others move up until the seat here is filled.
    fn seat_by_moves(&mut self, target: usize) -> bool {
        let Some((crowd, mut node)) = self.search.newcomer else {
            return false;
        };
        let Some(seat) = self.take_next(crowd) else {
            return false;
        };
        self.sit(node, seat);
        while node != target {
            let Some(step) = self.search.step(node) else {
                return false;
            };
            match step.by {
                By::Seat(seat) => {
                    self.stand_up(node, seat);
                    self.sit(step.to, seat);
                }
                By::Arc => self.shift(node, step.to),
            }
            node = step.to;
        }
        true
    }

    fn take_next(&mut self, crowd: usize) -> Option<Seat> {
        let next = *self.next.get(crowd)?;
        let task = *self.crowds.get(crowd)?.members.get(next.index)?;
        let waiting = self.waiting(crowd, next.index + 1);
        if let Some(next) = self.next.get_mut(crowd) {
            next.index += 1;
            next.waiting = waiting;
        }
        Some(Seat {
            task,
            crowd,
            waiting: next.waiting,
        })
    }

    fn shift(&mut self, from: usize, to: usize) {
        match (self.nodes.node(from), self.nodes.node(to)) {
            (Node::Booth(_), _) => self.occupied.set(from, true),
            (_, Node::Booth(_)) => self.occupied.set(to, false),
            (from, to) => self.load.shift(from, to),
        }
    }

    fn sit(&mut self, node: usize, seat: Seat) {
        if let Some(there) = self.seated.get_mut(node) {
            there.push(seat);
            self.search.measure(node, there);
        } else if let Some(there) = self.unplaced.get_mut(seat.crowd) {
            let shorter = |other: &Seat| (other.waiting, other.task) < (seat.waiting, seat.task);
            there.insert(there.partition_point(shorter), seat);
            let sink = self.nodes.sink();
            self.empty.set(sink, self.empty.at(sink).saturating_sub(1));
        }
    }

    fn stand_up(&mut self, node: usize, seat: Seat) {
        if let Some(there) = self.seated.get_mut(node) {
            there.retain(|other| other.task != seat.task);
            self.search.measure(node, there);
        } else if let Some(there) = self.unplaced.get_mut(seat.crowd) {
            there.retain(|other| other.task != seat.task);
        }
    }

    fn result(self) -> Seated {
        let mut placed = Column::new(self.instance.tasks.len(), None);
        for (place, there) in self.seated.iter().enumerate() {
            for seat in there {
                placed.set(seat.task, Some(self.nodes.day_of(place)));
            }
        }
        Seated {
            placed: placed.into_cells(),
            price_of_filling: self.price_of_filling,
            price: self.search.into_prices(self.nodes.sink()),
        }
    }
}

impl Next {
    fn is_somebody(&self) -> bool {
        self.waiting < FAR_WAITING
    }
}
