//! What can be taken back, and what can be done again.
//!
//! Both are stacks that follow from the events alone, so that they are the same after a start as
//! before it: a deed goes onto the first stack and clears the second; taking it back moves it over,
//! and doing it again moves it back.

use super::event::{Course, Event};
use std::sync::Arc;

/// The stacks, as places in the list of events; the latest is last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Turns {
    pub(super) undo: Vec<usize>,
    pub(super) redo: Vec<usize>,
}

impl Turns {
    /// The stacks after these events.
    pub(super) fn of(events: &[Arc<Event>]) -> Self {
        let mut turns = Turns::default();
        for place in 0..events.len() {
            turns.follow(events, place);
        }
        turns
    }

    /// Takes the event at `place` into account, which follows those before it. A turn of an event
    /// that is not known any more moves nothing.
    pub(super) fn follow(&mut self, events: &[Arc<Event>], place: usize) {
        let Some(event) = events.get(place) else {
            return;
        };
        let is = |id, place: &usize| events.get(*place).is_some_and(|event| event.id == id);
        match event.deed.course() {
            Course::Back(id) => move_over(&mut self.undo, &mut self.redo, |place| is(id, place)),
            Course::Again(id) => move_over(&mut self.redo, &mut self.undo, |place| is(id, place)),
            Course::Ahead => {
                self.undo.push(place);
                self.redo.clear();
            }
        }
    }
}

fn move_over(from: &mut Vec<usize>, to: &mut Vec<usize>, is: impl Fn(&usize) -> bool) {
    if let Some(at) = from.iter().rposition(is) {
        to.push(from.remove(at));
    }
}
