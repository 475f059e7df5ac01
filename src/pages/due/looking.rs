//! How the user looks at the list: which states, which group, which search, which order.

use super::list::{Found, List};
use super::order::{Order, compare};
use crate::fold::fold;
use crate::reactive::RwSignal;
use rules::ordering::sort_by;
use rules::{DueState, Group};
use std::sync::Arc;

/// The choices, each a signal of its own.
#[derive(Debug, Clone, Copy)]
pub struct Looking {
    /// States to show; none chosen shows all.
    pub states: RwSignal<Vec<DueState>>,
    /// Group to show; `None` shows all.
    pub group: RwSignal<Option<Group>>,
    /// What is searched for, as typed.
    pub search: RwSignal<String>,
    /// The order.
    pub order: RwSignal<Order>,
}

impl Looking {
    /// At everything, in the order of the rules.
    pub fn new() -> Self {
        Looking {
            states: RwSignal::new(Vec::new()),
            group: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            order: RwSignal::new(Order::Rules),
        }
    }

    /// Shows or hides a state.
    pub fn toggle(&self, state: DueState) {
        self.states
            .update(|states| match states.iter().position(|one| *one == state) {
                Some(place) => {
                    states.remove(place);
                }
                None => states.push(state),
            });
    }

    /// Whether anything is hidden.
    pub fn is_filtered(&self) -> bool {
        !self.states.with(Vec::is_empty)
            || self.group.get().is_some()
            || !self.search.with(|search| search.trim().is_empty())
    }

    /// Shows everything again; the order stays.
    pub fn reset(&self) {
        self.states.set(Vec::new());
        self.group.set(None);
        self.search.set(String::new());
    }

    /// The places of the entries to show, in the order to show them in.
    pub fn shown(&self, list: Option<&List>) -> Arc<[usize]> {
        let words: Vec<String> = self
            .search
            .with(|search| search.split_whitespace().map(fold).collect());
        let states = self.states.get();
        let group = self.group.get();
        let order = self.order.get();
        let Some(list) = list else {
            return Arc::default();
        };
        let passes = |found: Found<'_>| {
            let due = &found.entry.due;
            (states.is_empty() || states.contains(&due.state))
                && group.is_none_or(|group| group == due.group)
        };
        let mut found: Vec<(usize, Found<'_>)> = (0..list.len())
            .filter_map(|place| Some((place, list.get(place)?)))
            .filter(|(place, found)| passes(*found) && list.holds(*place, &words))
            .collect();
        if let Order::By(column, direction) = order {
            sort_by(&mut found, |(_, one), (_, other)| {
                compare(*one, *other, column, direction)
            });
        }
        found.into_iter().map(|(place, _)| place).collect()
    }
}
