//! Who needs a consultation, and when it may be.
//!
//! A customer whose standard gives a latest day gets one task, unless an appointment is open
//! already. U25 in calendar months is another matter and has a module of its own.

use crate::flow::{Duty, Priority};
use crate::horizon::Horizon;
use crate::months;
use crate::question::Customer;
use chrono::NaiveDate;
use rules::edition::U25Mode;
use rules::facts::{Appointment, Outcome};
use rules::{Due, DueState, Group, Setting, Standard, Window};

/// One consultation to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    /// First day for it, inclusive.
    pub earliest: NaiveDate,
    /// Last day for it, inclusive; it may lie after the deadline.
    pub last: NaiveDate,
    /// Last day on time, inclusive.
    pub deadline: NaiveDate,
    pub duty: Duty,
}

/// What a customer needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Needs {
    /// These consultations, in the order of their months; perhaps none.
    Consultations(Vec<Need>),
    /// An appointment stands after the latest day and should be moved forward.
    Earlier(Window),
}

/// What a customer needs within the horizon. `open` are the days of their open appointments from
/// today on.
pub(crate) fn needs(
    customer: &Customer<'_>,
    open: &[NaiveDate],
    horizon: &Horizon,
    setting: &Setting,
) -> Needs {
    let Some((due, standard, window)) = dated(customer) else {
        return Needs::Consultations(Vec::new());
    };
    let monthly = standard == Standard::U25
        && setting.edition.parameters().u25_mode == U25Mode::CalendarMonth;
    if monthly {
        let youth_ends = rules::youth_ends_on(customer.case, setting);
        let needs = months::needs(
            window.latest_appointment,
            open,
            youth_ends,
            horizon,
            setting,
        );
        return Needs::Consultations(needs);
    }
    let in_time = |day: &NaiveDate| *day <= window.latest;
    if due.state == DueState::ScheduledLate && !open.iter().any(in_time) {
        return Needs::Earlier(window);
    }
    if !open.is_empty() {
        return Needs::Consultations(Vec::new());
    }
    let deadline = window.latest_appointment;
    Needs::Consultations(vec![Need {
        earliest: horizon
            .lead_day
            .max(after_minimum_gap(due, deadline, horizon, setting)),
        last: horizon.last_day,
        deadline,
        duty: duty(deadline, priority(standard), horizon),
    }])
}

/// The customer's result, standard and window, if they have all three.
fn dated<'c>(customer: &Customer<'c>) -> Option<(&'c Due, Standard, Window)> {
    let due = customer.due?;
    match due.group {
        Group::Under(standard) => Some((due, standard, due.window?)),
        Group::Exempt | Group::Open => None,
    }
}

/// The unemployed come first (heading: Vorwort).
fn priority(standard: Standard) -> Priority {
    match standard {
        Standard::U25 | Standard::K1 => Priority::Unemployed,
        Standard::K3 => Priority::Other,
    }
}

/// Whether a consultation with this deadline is owed within the horizon.
pub(crate) fn duty(deadline: NaiveDate, priority: Priority, horizon: &Horizon) -> Duty {
    if deadline <= horizon.last_day {
        Duty::Owed(priority)
    } else {
        Duty::Optional
    }
}

/// The first day far enough from the last contact. Where that would leave no day on time, the
/// minimum gap yields as far as the deadline needs.
fn after_minimum_gap(
    due: &Due,
    deadline: NaiveDate,
    horizon: &Horizon,
    setting: &Setting,
) -> NaiveDate {
    let in_time = if deadline <= horizon.last_day {
        horizon.available_on_or_before(deadline)
    } else {
        deadline
    };
    let gap = setting.edition.parameters().min_gap_days;
    due.last_qualified
        .map_or(horizon.lead_day, |last| gap.after(last.date).min(in_time))
}

/// Days that the customer has been waiting: since the last contact that counted, or since they came.
pub(crate) fn waiting(customer: &Customer<'_>, setting: &Setting) -> u32 {
    let last = customer.due.and_then(|due| due.last_qualified);
    let since = last.map_or(customer.case.in_care_since.known(), |last| Some(last.date));
    let days = since.map_or(0, |since| (setting.today - since).num_days());
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

/// The days of the open appointments from today on.
pub(crate) fn open_days<'c>(
    appointments: impl IntoIterator<Item = &'c Appointment>,
    setting: &Setting,
) -> Vec<NaiveDate> {
    appointments
        .into_iter()
        .filter(|appointment| {
            appointment.outcome == Outcome::Open && appointment.date >= setting.today
        })
        .map(|appointment| appointment.date)
        .collect()
}
