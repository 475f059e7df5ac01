//! The nodes of the network and their numbers: the days, for each separated customer a block with a
//! booth for each day, the weeks, and the sink. Days and booths are *places*, where tasks can be; the
//! days are block 0.

use super::instance::Instance;

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Node {
    /// A day, by its place.
    Day(usize),
    /// A customer's booth on the day at this place.
    Booth(usize),
    /// A week, by its place.
    Week(usize),
    /// Where every path ends; unplaced tasks come straight to it.
    Sink,
}

/// How many nodes of each kind there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nodes {
    pub days: usize,
    /// Blocks of booths.
    pub blocks: usize,
    pub weeks: usize,
}

impl Nodes {
    /// The nodes of an instance with booths for so many customers.
    pub(crate) fn of(instance: &Instance, separated: usize) -> Self {
        Nodes {
            days: instance.days.len(),
            blocks: separated,
            weeks: instance.weeks.len(),
        }
    }

    /// Days and booths.
    pub(crate) fn places(self) -> usize {
        self.place(1 + self.blocks, 0)
    }

    pub(crate) fn place(self, block: usize, day: usize) -> usize {
        block * self.days + day
    }

    pub(crate) fn week(self, week: usize) -> usize {
        self.places() + week
    }

    pub(crate) fn sink(self) -> usize {
        self.places() + self.weeks
    }

    pub(crate) fn count(self) -> usize {
        self.sink() + 1
    }

    pub(crate) fn block_of(self, place: usize) -> usize {
        place.checked_div(self.days).unwrap_or(0)
    }

    pub(crate) fn day_of(self, place: usize) -> usize {
        place.checked_rem(self.days).unwrap_or(0)
    }

    /// The day of a place; for other nodes the number of days, as if there were one more.
    pub(crate) fn day_or_after(self, node: usize) -> usize {
        if node < self.places() {
            self.day_of(node)
        } else {
            self.days
        }
    }

    pub(crate) fn node(self, number: usize) -> Node {
        if number < self.days {
            Node::Day(number)
        } else if number < self.places() {
            Node::Booth(self.day_of(number))
        } else if number < self.sink() {
            Node::Week(number - self.places())
        } else {
            Node::Sink
        }
    }
}
