//! The cheapest path for one more task of a crowd (Dijkstra's algorithm).
//!
//! A label is what a path to a node costs plus the price of the node, so it never promises more than
//! what a path through it costs in the end. Nodes are gone through by their labels until the cheapest
//! whole path is known to cost no more. The straight way, to a day with room and through its week,
//! is tried first: it is mostly the cheapest, and then hardly any node is gone through.

use super::{Filling, Party};
use crate::flow::column::Column;
use crate::flow::crowd::Crowd;
use crate::flow::nodes::{Node, Nodes};
use crate::flow::weights::FAR;

/// Where a path begins: at the task that is sent.
pub(super) const SOURCE: usize = usize::MAX;

/// How a path comes to a node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub from: usize,
    pub by: By,
}

/// What moves.
#[derive(Debug, Clone, Copy)]
pub(super) enum By {
    /// One of this crowd, from place to place or to the sink.
    Crowd(usize),
    /// The unit itself along an arc between places, weeks and the sink.
    Arc,
}

/// Labels and the steps that led to them.
pub(super) struct Search {
    label: Column<i128>,
    step: Column<Step>,
    /// Nodes with a label that were not gone through yet.
    open: Vec<usize>,
    /// Nodes with a label.
    labelled: Vec<usize>,
    /// What the cheapest whole path costs so far, and its last step.
    best: i128,
    last: Step,
    /// Less than or equal to the price of every place.
    cheapest: i128,
}

impl Search {
    pub(super) fn new(nodes: Nodes) -> Self {
        let nowhere = Step {
            from: SOURCE,
            by: By::Arc,
        };
        Search {
            label: Column::new(nodes.count(), FAR),
            step: Column::new(nodes.count(), nowhere),
            open: Vec::new(),
            labelled: Vec::new(),
            best: FAR,
            last: nowhere,
            cheapest: 0,
        }
    }

    /// The steps of the path that was found, from the sink back, each with the node it comes to.
    pub(super) fn path(&self, nodes: Nodes) -> impl Iterator<Item = (Step, usize)> {
        let before = |(step, _): &(Step, usize)| {
            (step.from != SOURCE).then(|| (self.step.at(step.from), step.from))
        };
        std::iter::successors(Some((self.last, nodes.sink())), before)
    }

    pub(super) fn clear(&mut self) {
        for node in self.labelled.drain(..) {
            self.label.set(node, FAR);
        }
        self.open.clear();
        self.best = FAR;
    }

    #[inline]
    fn reach(&mut self, node: usize, label: i128, from: usize, by: By) {
        let known = self.label.at(node);
        if label >= self.best || label >= known {
            return;
        }
        if known == FAR {
            self.labelled.push(node);
            self.open.push(node);
        }
        self.label.set(node, label);
        self.step.set(node, Step { from, by });
    }

    #[inline]
    fn finish(&mut self, cost: i128, from: usize, by: By) {
        if cost < self.best {
            self.best = cost;
            self.last = Step { from, by };
        }
    }

    /// The node to go through next, if any can still lead to a cheaper path.
    fn next(&mut self) -> Option<(usize, i128)> {
        let mut nearest = (self.best, None);
        for (index, node) in self.open.iter().enumerate() {
            let label = self.label.at(*node);
            if label < nearest.0 {
                nearest = (label, Some(index));
            }
        }
        let (label, index) = nearest;
        Some((self.open.swap_remove(index?), label))
    }
}

impl Filling<'_> {
    /// Finds the cheapest path for one more of a crowd, and raises the prices to what it shows.
    pub(super) fn search(&mut self, search: &mut Search, number: usize, crowd: &Crowd) {
        let prices = self.price.stretch(0, self.nodes.places());
        search.cheapest = prices.iter().min().copied().unwrap_or(0);
        self.try_straight(search, number, crowd);
        self.move_one(search, number, crowd, 0, SOURCE);
        while let Some((node, label)) = search.next() {
            match self.nodes.node(node) {
                Node::Day(day) => self.go_through_day(search, day, label),
                Node::Booth(day) => self.go_through_booth(search, node, day, label),
                Node::Week(week) => self.go_through_week(search, node, week, label),
                Node::Sink => {}
            }
        }
        for node in &search.labelled {
            let gain = search.best - search.label.at(*node);
            self.price.set(*node, self.price.at(*node) + gain.max(0));
        }
    }

    /// The cheapest way to a day with room and through its week.
    fn try_straight(&self, search: &mut Search, number: usize, crowd: &Crowd) {
        let mut best = None;
        for day in (crowd.first..crowd.end).filter(|day| crowd.may_lie_on(*day)) {
            let week = self.load.week_of(day);
            if let Some(next) = self.load.next_on_day(day) {
                let cost = crowd.cost(day, &self.lateness) + next + self.load.next_in_week(week);
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, day));
                }
            }
        }
        let Some((cost, day)) = best.filter(|_| crowd.block == 0) else {
            return;
        };
        let (week, cost_on_day) = (self.load.week_of(day), crowd.cost(day, &self.lateness));
        let node = self.nodes.week(week);
        let in_week = cost - self.load.next_in_week(week) + self.price.at(node);
        search.reach(
            day,
            cost_on_day + self.price.at(day),
            SOURCE,
            By::Crowd(number),
        );
        search.reach(node, in_week, day, By::Arc);
        search.finish(cost, node, By::Arc);
    }

    /// One of a crowd goes anywhere in its window or to the sink; `cost` is that of the path so far,
    /// less what the task cost where it was.
    fn move_one(&self, search: &mut Search, number: usize, crowd: &Crowd, cost: i128, from: usize) {
        search.finish(cost + crowd.unplaced, from, By::Crowd(number));
        if crowd.taken.is_empty() {
            let on_time = crowd.first..crowd.late_from();
            self.move_on_time(
                search,
                crowd.block,
                on_time,
                cost,
                Step {
                    from,
                    by: By::Crowd(number),
                },
            );
            self.move_late(search, number, crowd, cost, from);
            return;
        }
        for day in (crowd.first..crowd.end).filter(|day| crowd.may_lie_on(*day)) {
            let place = self.nodes.place(crowd.block, day);
            let label = cost + crowd.cost(day, &self.lateness) + self.price.at(place);
            search.reach(place, label, from, By::Crowd(number));
        }
    }

    fn move_on_time(
        &self,
        search: &mut Search,
        block: usize,
        days: std::ops::Range<usize>,
        cost: i128,
        step: Step,
    ) {
        if cost + search.cheapest >= search.best {
            return;
        }
        let start = self.nodes.place(block, days.start);
        let end = self.nodes.place(block, days.end);
        for (place, price) in (start..end).zip(self.price.stretch(start, end)) {
            search.reach(place, cost + price, step.from, step.by);
        }
    }

    fn move_late(
        &self,
        search: &mut Search,
        number: usize,
        crowd: &Crowd,
        cost: i128,
        from: usize,
    ) {
        let start = crowd.late_from();
        if cost + crowd.cost(start, &self.lateness) + search.cheapest >= search.best {
            return;
        }
        for day in start..crowd.end {
            let place = self.nodes.place(crowd.block, day);
            let label = cost + crowd.cost(day, &self.lateness) + self.price.at(place);
            search.reach(place, label, from, By::Crowd(number));
        }
    }

    fn go_through_day(&self, search: &mut Search, day: usize, label: i128) {
        let cost = label - self.price.at(day);
        let week = self.nodes.week(self.load.week_of(day));
        if let Some(next) = self.load.next_on_day(day) {
            search.reach(week, cost + next + self.price.at(week), day, By::Arc);
        }
        for block in 1..=self.nodes.blocks {
            let booth = self.nodes.place(block, day);
            if self.is_occupied(booth) {
                search.reach(booth, cost + self.price.at(booth), day, By::Arc);
            }
        }
        self.go_through_place(search, day, cost);
    }

    fn go_through_booth(&self, search: &mut Search, booth: usize, day: usize, label: i128) {
        let cost = label - self.price.at(booth);
        if !self.is_occupied(booth) {
            search.reach(day, cost + self.price.at(day), booth, By::Arc);
        }
        self.go_through_place(search, booth, cost);
    }

    fn go_through_week(&self, search: &mut Search, node: usize, week: usize, label: i128) {
        let cost = label - self.price.at(node);
        search.finish(cost + self.load.next_in_week(week), node, By::Arc);
        for day in self.load.days_of(week) {
            if let Some(last) = self.load.last_on_day(*day) {
                search.reach(*day, cost - last + self.price.at(*day), node, By::Arc);
            }
        }
    }

    /// Somebody who is in this place moves away. Those on time cost nothing here nor where else they
    /// are on time, so among them only the one that may move furthest in each direction is asked.
    fn go_through_place(&self, search: &mut Search, place: usize, cost: i128) {
        let (block, day) = (self.nodes.block_of(place), self.nodes.day_of(place));
        let (mut earliest, mut latest) = ((day, 0), (day + 1, 0));
        for Party { crowd: number, .. } in self.parties.get(place).into_iter().flatten() {
            let Some(crowd) = self.crowds.get(*number) else {
                continue;
            };
            if day >= crowd.on_time_end || !crowd.taken.is_empty() {
                let cost = cost - crowd.cost(day, &self.lateness);
                self.move_one(search, *number, crowd, cost, place);
                continue;
            }
            search.finish(cost + crowd.unplaced, place, By::Crowd(*number));
            self.move_late(search, *number, crowd, cost, place);
            earliest = earliest.min((crowd.first, *number));
            latest = latest.max((crowd.on_time_end, *number));
        }
        for (days, crowd) in [(earliest.0..day, earliest.1), (day + 1..latest.0, latest.1)] {
            let step = Step {
                from: place,
                by: By::Crowd(crowd),
            };
            self.move_on_time(search, block, days, cost, step);
        }
    }

    fn is_occupied(&self, booth: usize) -> bool {
        self.parties
            .get(booth)
            .is_some_and(|there| !there.is_empty())
    }
}
