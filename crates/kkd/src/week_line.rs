//! A line of `kkd week`. The order of the fields here is the order of the keys in the output.

use chrono::NaiveDate;
use rules::{DayCount, WeekFigures, WeekProblem};
use serde::Serialize;
use std::collections::BTreeMap;

/// The figures of one week.
#[derive(Debug, Serialize)]
pub struct WeekLine<'f> {
    week: String,
    quota: u32,
    available_days: &'f [NaiveDate],
    reachable: u32,
    scheduled: u32,
    held: u32,
    per_day: BTreeMap<NaiveDate, u32>,
    spread: u32,
    shortfall: u32,
    findings: Vec<WeekFinding>,
}

#[derive(Debug, Serialize)]
struct WeekFinding {
    rule: &'static str,
    severity: &'static str,
    day: Option<NaiveDate>,
}

impl<'f> WeekLine<'f> {
    /// The line of a week.
    pub fn of(figures: &'f WeekFigures) -> Self {
        WeekLine {
            week: figures.week.to_string(),
            quota: figures.quota,
            available_days: &figures.available_days,
            reachable: figures.reachable,
            scheduled: figures.scheduled,
            held: figures.held,
            per_day: figures
                .per_day
                .iter()
                .map(|DayCount { day, count }| (*day, *count))
                .collect(),
            spread: figures.spread,
            shortfall: figures.shortfall,
            findings: figures
                .problems
                .iter()
                .copied()
                .map(WeekFinding::of)
                .collect(),
        }
    }
}

impl WeekFinding {
    fn of(problem: WeekProblem) -> Self {
        WeekFinding {
            rule: problem.rule().id(),
            severity: problem.severity().key(),
            day: problem.day(),
        }
    }
}
