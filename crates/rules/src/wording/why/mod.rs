//! The chain behind "Warum?". Each step says one thing, names the rules it rests on, and lists what
//! it looked at; together they lead from the facts to the day.

mod clock;
mod contacts;
mod group;
mod today;

#[cfg(test)]
mod tests;

use crate::facts::{Appointment, Case, Contact};
use crate::{Due, Group, Rule, Setting};

/// One step of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the step is about.
    pub title: &'static str,
    /// What it says, in whole sentences.
    pub text: String,
    /// Rules it rests on.
    pub rules: Vec<Rule>,
    /// What it looked at.
    pub details: Vec<Detail>,
}

/// Something a step looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What was found.
    pub text: String,
    /// Rules that decided it.
    pub rules: Vec<Rule>,
    /// How to show it.
    pub tone: Tone,
}

/// How a detail bears on the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// It counts.
    Counts,
    /// It does not count.
    DoesNotCount,
    /// It is undecided.
    Open,
    /// It only informs.
    Plain,
}

/// Explains one result from the facts that it was made from.
pub fn why(
    case: &Case,
    contacts: &[Contact],
    appointments: &[Appointment],
    due: &Due,
    setting: &Setting,
) -> Vec<Step> {
    let mut steps = vec![group::group_step(case, contacts, due, setting)];
    if due.group != Group::Exempt {
        steps.extend(clock::interval_step(due, setting));
        steps.push(clock::last_contact_step(case, contacts, due));
    }
    steps.extend(contacts::contacts_step(contacts, due, setting));
    steps.extend(clock::window_step(due, setting));
    steps.push(today::state_step(appointments, due, setting));
    steps.extend(contacts::supposition_step(contacts, due));
    steps.extend(today::missing_step(contacts, due));
    steps
}

fn plain(text: String) -> Detail {
    Detail {
        text,
        rules: Vec::new(),
        tone: Tone::Plain,
    }
}
