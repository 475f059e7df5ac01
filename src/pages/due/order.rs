//! The order of the list: that of the rules, or by one column.

use super::list::Found;
use rules::{DueState, Group, Standard};
use std::cmp::Ordering;

/// A column that the list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Name, then number.
    Customer,
    /// Group.
    Group,
    /// State, the most urgent first.
    State,
    /// Latest day.
    Latest,
    /// Day to record an appointment by.
    RecordBy,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The first, the earliest, the most urgent.
    Ascending,
    /// The other way round.
    Descending,
}

/// How the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the rules say.
    #[default]
    Rules,
    /// By one column, then as the rules say.
    By(Column, Direction),
}

/// The states from what is to be done now to what is not.
pub const URGENCY: [DueState; 8] = [
    DueState::Overdue,
    DueState::LeadMissed,
    DueState::RecordNow,
    DueState::ScheduledLate,
    DueState::Scheduled,
    DueState::Ok,
    DueState::Open,
    DueState::Exempt,
];

impl Order {
    /// The order after a click on a column's heading: up, down, and back to the rules.
    pub fn next(self, column: Column) -> Self {
        match self {
            Order::By(sorted, Direction::Ascending) if sorted == column => {
                Order::By(column, Direction::Descending)
            }
            Order::By(sorted, Direction::Descending) if sorted == column => Order::Rules,
            Order::By(..) | Order::Rules => Order::By(column, Direction::Ascending),
        }
    }

    /// The direction in which a column is sorted now.
    pub fn direction(self, column: Column) -> Option<Direction> {
        match self {
            Order::By(sorted, direction) if sorted == column => Some(direction),
            Order::By(..) | Order::Rules => None,
        }
    }
}

/// Compares two entries by a column. Where there is no day, the entry comes last either way.
pub fn compare(one: Found<'_>, other: Found<'_>, column: Column, direction: Direction) -> Ordering {
    match column {
        Column::Customer => turned(one.folded.cmp(other.folded), direction),
        Column::Group => turned(group(one).cmp(&group(other)), direction),
        Column::State => turned(urgency(one).cmp(&urgency(other)), direction),
        Column::Latest => days(one, other, direction, |window| window.latest),
        Column::RecordBy => days(one, other, direction, |window| window.record_by),
    }
}

fn turned(ordering: Ordering, direction: Direction) -> Ordering {
    match direction {
        Direction::Ascending => ordering,
        Direction::Descending => ordering.reverse(),
    }
}

fn days(
    one: Found<'_>,
    other: Found<'_>,
    direction: Direction,
    day: impl Fn(rules::Window) -> chrono::NaiveDate,
) -> Ordering {
    let day = |found: Found<'_>| found.entry.due.window.map(&day);
    match (day(one), day(other)) {
        (Some(one), Some(other)) => turned(one.cmp(&other), direction),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn group(found: Found<'_>) -> u8 {
    match found.entry.due.group {
        Group::Under(Standard::U25) => 0,
        Group::Under(Standard::K1) => 1,
        Group::Under(Standard::K3) => 2,
        Group::Open => 3,
        Group::Exempt => 4,
    }
}

fn urgency(found: Found<'_>) -> Option<usize> {
    URGENCY
        .iter()
        .position(|state| *state == found.entry.due.state)
}

#[cfg(test)]
mod tests {
    use super::{Column, Direction, Order, URGENCY};
    use rules::DueState;

    #[test]
    fn three_clicks_on_a_heading_lead_back_to_the_rules() {
        let once = Order::Rules.next(Column::Latest);
        assert_eq!(once.direction(Column::Latest), Some(Direction::Ascending));
        let twice = once.next(Column::Latest);
        assert_eq!(twice.direction(Column::Latest), Some(Direction::Descending));
        assert_eq!(twice.next(Column::Latest), Order::Rules);
    }

    #[test]
    fn another_heading_starts_anew() {
        let order = Order::By(Column::Latest, Direction::Descending).next(Column::Group);
        assert_eq!(order, Order::By(Column::Group, Direction::Ascending));
        assert_eq!(order.direction(Column::Latest), None);
    }

    #[test]
    fn every_state_has_its_place_of_urgency() {
        for state in DueState::ALL {
            assert_eq!(URGENCY.iter().filter(|one| **one == state).count(), 1);
        }
    }
}
