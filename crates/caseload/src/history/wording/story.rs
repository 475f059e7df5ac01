//! The history of one customer, and of the caseload.

use super::customer::sheet_lines;
use super::line::Line;
use super::summary::deed_label;
use super::{
    appointment_lines, appointment_name, caseworker_lines, contact_lines, contact_name,
    customer_lines, edition_line, exception_lines, exception_name, parameters_line, transfer_lines,
    transfer_name,
};
use crate::history::change::{Change, Step, Way};
use crate::history::event::{Course, Deed, Event, EventId, Moment};
use crate::history::ledger::Ledger;
use crate::history::places::Identified;
use crate::record::Customer;
use rules::facts::CaseId;
use rules::ordering::OrderedMap;

/// One thing that was done, as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// The event.
    pub event: EventId,
    /// When it was done.
    pub at: Moment,
    /// What was done; [`deed_label`] names it.
    pub deed: Deed,
    /// What became different, one German line per fact.
    pub lines: Vec<String>,
    /// Whether it holds, and whether that can be changed.
    pub state: Standing,
    /// When it was taken back and done again, the earliest first.
    pub turns: Vec<Turn>,
}

/// Whether something that was done holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds and can be taken back.
    Undoable {
        /// How many newer events are taken back first; with 0 it is next.
        newer: usize,
    },
    /// It is taken back and can be done again.
    Redoable {
        /// How many events are done again first; with 0 it is next.
        earlier: usize,
    },
    /// It is taken back for good.
    Undone,
    /// It holds for good.
    Fixed,
}

/// A time at which something was taken back or done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Taken back.
    Undone(Moment),
    /// Done again.
    Redone(Moment),
}

impl Turn {
    /// When it was.
    pub fn at(self) -> Moment {
        match self {
            Turn::Undone(at) | Turn::Redone(at) => at,
        }
    }

    /// "rückgängig gemacht", to be followed by "am" and the day.
    pub fn label(self) -> &'static str {
        match self {
            Turn::Undone(_) => "rückgängig gemacht",
            Turn::Redone(_) => "wiederhergestellt",
        }
    }
}

impl Ledger {
    /// What was done to a customer, the newest first. Taking something back is told where it was
    /// done, see [`HistoryLine::turns`].
    pub fn history_of(&self, case: &CaseId) -> Vec<HistoryLine> {
        self.told(|event| {
            let about = event
                .changes
                .iter()
                .any(|change| change.case() == Some(case));
            about.then(|| case_story(event, case))
        })
    }

    /// What was done to the caseload, the newest first: one line that sums up each event, and what
    /// became different besides customers.
    pub fn history(&self) -> Vec<HistoryLine> {
        self.told(|event| {
            let mut lines = vec![self.summary(event)];
            lines.extend(office_story(event));
            Some(lines)
        })
    }

    fn told(&self, tell: impl Fn(&Event) -> Option<Vec<String>>) -> Vec<HistoryLine> {
        let mut standings = self.standings();
        let mut turns: OrderedMap<EventId, Vec<Turn>> = OrderedMap::new();
        let mut known: OrderedMap<EventId, usize> = OrderedMap::new();
        let mut lines: Vec<HistoryLine> = Vec::new();
        for (place, event) in self.events.iter().enumerate() {
            let (target, turn) = match event.deed.course() {
                Course::Back(target) => (target, Turn::Undone(event.at)),
                Course::Again(target) => (target, Turn::Redone(event.at)),
                Course::Ahead => {
                    known.insert(event.id, place);
                    let state = standings.remove(&place).unwrap_or(Standing::Undone);
                    lines.extend(told(event, state, &tell));
                    continue;
                }
            };
            if known.contains_key(&target) {
                turns.entry(target).or_default().push(turn);
            } else {
                // Of what was taken back nothing is known any more, so the turn is told itself.
                lines.extend(told(event, Standing::Fixed, &tell));
            }
        }
        for line in &mut lines {
            line.turns = turns.remove(&line.event).unwrap_or_default();
        }
        lines.reverse();
        lines
    }

    /// The standing of the events that can be turned, by their place.
    fn standings(&self) -> OrderedMap<usize, Standing> {
        let undoable = self.turns.undo.iter().rev().enumerate();
        let redoable = self.turns.redo.iter().rev().enumerate();
        undoable
            .map(|(newer, place)| (*place, Standing::Undoable { newer }))
            .chain(redoable.map(|(earlier, place)| (*place, Standing::Redoable { earlier })))
            .collect()
    }
}

fn told(
    event: &Event,
    state: Standing,
    tell: &impl Fn(&Event) -> Option<Vec<String>>,
) -> Option<HistoryLine> {
    Some(HistoryLine {
        event: event.id,
        at: event.at,
        deed: event.deed,
        lines: tell(event)?,
        state,
        turns: Vec::new(),
    })
}

/// What an event changed about one customer.
fn case_story(event: &Event, case: &CaseId) -> Vec<String> {
    // Gone through once: an import is about thousands of others.
    let changes = event.changes.iter();
    let own: Vec<&Change> = changes
        .filter(|change| change.case() == Some(case))
        .collect();
    let own = || own.iter().copied();
    let mut story: Vec<String> = Vec::new();
    let mut say = |lines: Vec<Line>| story.extend(lines.iter().map(Line::to_string));
    let mut came_or_went = Vec::new();
    for pair in pairs(own().filter_map(|change| {
        if let Change::Customer(step) = change {
            Some(step)
        } else {
            None
        }
    })) {
        match pair {
            Pair::Both(before, after) => say(customer_lines(before, after)),
            Pair::Came(customer) => came_or_went.push(came(event.deed, customer)),
            Pair::Went(_) => came_or_went.push(format!("{}: entfernt", deed_label(event.deed))),
        }
    }
    for change in own() {
        if let Change::Sheet(swap) = change {
            say(sheet_lines(&swap.before, &swap.after));
        }
    }
    say(step_lines(
        own().filter_map(|change| {
            if let Change::Contact(_, step) = change {
                Some(step)
            } else {
                None
            }
        }),
        contact_name,
        contact_lines,
    ));
    say(step_lines(
        own().filter_map(|change| {
            if let Change::Appointment(_, step) = change {
                Some(step)
            } else {
                None
            }
        }),
        appointment_name,
        appointment_lines,
    ));
    say(step_lines(
        own().filter_map(|change| {
            if let Change::Exception(step) = change {
                Some(step)
            } else {
                None
            }
        }),
        exception_name,
        exception_lines,
    ));
    say(step_lines(
        own().filter_map(|change| {
            if let Change::Transfer(step) = change {
                Some(step)
            } else {
                None
            }
        }),
        transfer_name,
        transfer_lines,
    ));
    came_or_went.append(&mut story);
    if came_or_went.is_empty() {
        came_or_went.push("Reihenfolge geändert".to_owned());
    }
    came_or_went
}

/// "Aus Liste übernommen: neu, mit 1 Kontakt und 2 Terminen".
fn came(deed: Deed, customer: &Customer) -> String {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    };
    let parts: Vec<String> = [
        counted(customer.contacts.len(), "Kontakt", "Kontakten"),
        counted(customer.appointments.len(), "Termin", "Terminen"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let label = deed_label(deed);
    if parts.is_empty() {
        format!("{label}: neu")
    } else {
        format!("{label}: neu, mit {}", parts.join(" und "))
    }
}

/// What an event changed besides customers.
fn office_story(event: &Event) -> Vec<String> {
    let lines = event.changes.iter().flat_map(|change| match change {
        Change::Edition(swap) => edition_line(swap.before, swap.after),
        Change::Caseworker(swap) => caseworker_lines(&swap.before, &swap.after),
        Change::Parameters(swap) => parameters_line(&swap.before, &swap.after),
        Change::Lineage(_)
        | Change::Customer(_)
        | Change::Sheet(_)
        | Change::Contact(..)
        | Change::Appointment(..)
        | Change::Exception(_)
        | Change::Transfer(_) => Vec::new(),
    });
    lines.map(|line| line.to_string()).collect()
}

/// What became of one entry over all steps of an event.
enum Pair<'a, T> {
    Came(&'a T),
    Both(&'a T, &'a T),
    Went(&'a T),
}

/// Joins the two steps of an entry that was taken out and put in elsewhere.
fn pairs<'a, T: Identified>(steps: impl Iterator<Item = &'a Step<T>>) -> Vec<Pair<'a, T>> {
    let mut slots: OrderedMap<&str, usize> = OrderedMap::new();
    let mut pairs: Vec<Pair<'a, T>> = Vec::new();
    for step in steps {
        match &step.way {
            Way::Removed(entry) => {
                slots.insert(entry.key(), pairs.len());
                pairs.push(Pair::Went(entry));
            }
            Way::Revised(swap) => pairs.push(Pair::Both(&swap.before, &swap.after)),
            Way::Added(entry) => {
                let slot = slots.get(entry.key());
                match slot.and_then(|slot| pairs.get_mut(*slot)) {
                    Some(pair) => {
                        if let Pair::Went(before) = pair {
                            *pair = Pair::Both(before, entry);
                        }
                    }
                    None => pairs.push(Pair::Came(entry)),
                }
            }
        }
    }
    pairs
}

fn step_lines<'a, T: Identified + 'a>(
    steps: impl Iterator<Item = &'a Step<T>>,
    name: fn(&T) -> String,
    compare: fn(&T, &T) -> Vec<Line>,
) -> Vec<Line> {
    pairs(steps)
        .into_iter()
        .flat_map(|pair| match pair {
            Pair::Came(entry) => vec![Line::came(name(entry))],
            Pair::Both(before, after) => compare(before, after),
            Pair::Went(entry) => vec![Line::went(name(entry))],
        })
        .collect()
}
