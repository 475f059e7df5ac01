//! From what was typed to the caseworker's days and hours.

use super::fault::WorkingTimeFault;
use crate::typed::{self, Leaning, NoDay};
use chrono::{NaiveDate, Weekday};
use rules::facts::{Absence, Closure, FederalState, Fte, Hours, OfficeDays};
use rules::ordering::sort_by_key;
use rules::wording::time;

/// The days of a week on which somebody can work, Monday first.
pub const WEEKDAYS: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

/// Working time while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingTimeForm {
    /// Share of a post in percent, as typed.
    pub share: String,
    /// The federal state that was chosen.
    pub state: FederalState,
    /// The weekdays that were chosen, in any order.
    pub weekdays: Vec<Weekday>,
    /// The hours of a day, as typed: "08:00–12:00, 13:00–16:30".
    pub hours: String,
}

impl WorkingTimeForm {
    /// The form as the office is recorded.
    pub fn of(office: &OfficeDays) -> Self {
        let hours: Vec<String> = office
            .hours
            .iter()
            .map(|hours| stretch_text(*hours))
            .collect();
        WorkingTimeForm {
            share: office.fte.hundredths().to_string(),
            state: office.state,
            weekdays: office.working_days.clone(),
            hours: hours.join(", "),
        }
    }

    /// The office as it would be recorded; absences and closures stay.
    ///
    /// # Errors
    /// [`WorkingTimeFault`] says what cannot be read.
    pub fn read(&self, before: &OfficeDays) -> Result<OfficeDays, WorkingTimeFault> {
        let share = self.share.trim().trim_end_matches('%').trim_end();
        let share: u8 = share.parse().map_err(|_| WorkingTimeFault::NoShare)?;
        let fte = Fte::from_hundredths(share).map_err(|_| WorkingTimeFault::NoShare)?;
        let mut working_days = self.weekdays.clone();
        sort_by_key(&mut working_days, Weekday::num_days_from_monday);
        working_days.dedup();
        Ok(OfficeDays {
            state: self.state,
            fte,
            working_days,
            hours: hours(&self.hours)?,
            ..before.clone()
        })
    }
}

fn stretch_text(hours: Hours) -> String {
    time(hours.from) + "–" + &time(hours.to)
}

/// The stretches of a day in their order; none is possible.
fn hours(text: &str) -> Result<Vec<Hours>, WorkingTimeFault> {
    let mut all: Vec<Hours> = Vec::new();
    for stretch in text.split([',', ';']) {
        if !stretch.trim().is_empty() {
            all.push(one_stretch(stretch)?);
        }
    }
    sort_by_key(&mut all, |hours| *hours);
    let follows = all.iter().zip(all.iter().skip(1));
    if follows.into_iter().any(|(one, next)| next.from < one.to) {
        return Err(WorkingTimeFault::Overlap);
    }
    Ok(all)
}

fn one_stretch(text: &str) -> Result<Hours, WorkingTimeFault> {
    let (from, to) = text
        .split_once(['–', '-'])
        .or_else(|| text.split_once("bis"))
        .ok_or(WorkingTimeFault::HalfAStretch)?;
    let read = |text: &str| typed::time(text).map_err(WorkingTimeFault::NoTime);
    let (from, to) = (read(from)?, read(to)?);
    if from < to {
        Ok(Hours { from, to })
    } else {
        Err(WorkingTimeFault::EndsBeforeStart)
    }
}

/// An absence as it was typed; without a last day it is the first alone.
///
/// # Errors
/// [`WorkingTimeFault`] says what cannot be read.
pub fn absence(
    from: &str,
    to: &str,
    reason: &str,
    today: NaiveDate,
) -> Result<Absence, WorkingTimeFault> {
    let day = |text: &str| typed::day(text, Leaning::Ahead, today);
    let from = day(from).map_err(WorkingTimeFault::NoFirstDay)?;
    let to = match day(to) {
        Ok(to) => to,
        Err(NoDay::Empty) => from,
        Err(no_day) => return Err(WorkingTimeFault::NoLastDay(no_day)),
    };
    if to < from {
        return Err(WorkingTimeFault::LastBeforeFirst);
    }
    let reason = given(reason);
    Ok(Absence { from, to, reason })
}

/// A day on which the office is closed, as it was typed.
///
/// # Errors
/// [`WorkingTimeFault`] says what cannot be read.
pub fn closure(date: &str, reason: &str, today: NaiveDate) -> Result<Closure, WorkingTimeFault> {
    let date = typed::day(date, Leaning::Ahead, today).map_err(WorkingTimeFault::NoFirstDay)?;
    let reason = given(reason);
    Ok(Closure { date, reason })
}

fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
