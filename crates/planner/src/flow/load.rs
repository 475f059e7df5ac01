//! How full days and weeks are, and what one consultation more or less changes there.

use super::column::Column;
use super::instance::Instance;
use super::nodes::Node;
use super::weights::Weights;

/// Consultations placed on each day and in each week.
#[derive(Debug, Clone)]
pub(crate) struct Load<'i> {
    instance: &'i Instance,
    shortfall: i128,
    on_day: Column<u32>,
    in_week: Column<u32>,
    /// Days of each week.
    days: Vec<Vec<usize>>,
}

impl<'i> Load<'i> {
    pub(crate) fn none(instance: &'i Instance, weights: Weights) -> Self {
        let mut days = vec![Vec::new(); instance.weeks.len()];
        for (number, day) in instance.days.iter().enumerate() {
            if let Some(days) = days.get_mut(day.week) {
                days.push(number);
            }
        }
        Load {
            instance,
            shortfall: weights.shortfall,
            on_day: Column::new(instance.days.len(), 0),
            in_week: Column::new(instance.weeks.len(), 0),
            days,
        }
    }

    pub(crate) fn week_of(&self, day: usize) -> usize {
        let day = self.instance.days.get(day);
        day.map_or(usize::MAX, |day| day.week)
    }

    pub(crate) fn days_of(&self, week: usize) -> &[usize] {
        self.days.get(week).map_or(&[], |days| days)
    }

    /// What the next consultation on a day costs; `None` if there is no room.
    pub(crate) fn next_on_day(&self, day: usize) -> Option<i128> {
        let placed = self.on_day.at(day);
        let day = self.instance.days.get(day)?;
        (placed < day.capacity).then(|| square_step(day.standing, placed))
    }

    /// What the last consultation on a day has cost; `None` if there is none.
    pub(crate) fn last_on_day(&self, day: usize) -> Option<i128> {
        let before = self.on_day.at(day).checked_sub(1)?;
        let day = self.instance.days.get(day)?;
        Some(square_step(day.standing, before))
    }

    /// What the next consultation in a week costs: it earns a unit of shortfall up to the target.
    pub(crate) fn next_in_week(&self, week: usize) -> i128 {
        if self.in_week.at(week) < self.target(week) {
            -self.shortfall
        } else {
            0
        }
    }

    /// What the last consultation in a week has cost; `None` if there is none.
    pub(crate) fn last_in_week(&self, week: usize) -> Option<i128> {
        let placed = self.in_week.at(week);
        let cost = if placed <= self.target(week) {
            -self.shortfall
        } else {
            0
        };
        (placed > 0).then_some(cost)
    }

    fn target(&self, week: usize) -> u32 {
        let week = self.instance.weeks.get(week);
        week.map_or(0, |week| week.target)
    }

    /// Moves a unit along the arc between a day and its week, or a week and the sink, in either
    /// direction.
    pub(crate) fn shift(&mut self, from: Node, to: Node) {
        match (from, to) {
            (Node::Day(day), Node::Week(_)) => self.on_day.set(day, self.on_day.at(day) + 1),
            (Node::Week(_), Node::Day(day)) => {
                self.on_day.set(day, self.on_day.at(day).saturating_sub(1));
            }
            (Node::Week(week), Node::Sink) => self.in_week.set(week, self.in_week.at(week) + 1),
            (Node::Sink, Node::Week(week)) => {
                let left = self.in_week.at(week).saturating_sub(1);
                self.in_week.set(week, left);
            }
            (Node::Day(_) | Node::Booth(_) | Node::Week(_) | Node::Sink, _) => {}
        }
    }
}

fn square_step(standing: u32, placed: u32) -> i128 {
    2 * (i128::from(standing) + i128::from(placed)) + 1
}
