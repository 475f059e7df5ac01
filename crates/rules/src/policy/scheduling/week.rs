//! One week of a caseworker: how many appointments are scheduled, how many could be, how they lie on
//! the days, and what about that is not as the policy wants it.

use super::Schedule;
use crate::calendar::IsoWeek;
use crate::{Rule, Setting, Severity};
use chrono::NaiveDate;

/// Places taken on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayCount {
    /// The day.
    pub day: NaiveDate,
    /// How many are taken (F2).
    pub count: u32,
}

/// The figures of one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekFigures {
    /// Which week.
    pub week: IsoWeek,
    /// Appointments to have scheduled (F3).
    pub quota: u32,
    /// Days on which there can be appointments, in order.
    pub available_days: Vec<NaiveDate>,
    /// As much of the quota as fits on those days (F3).
    pub reachable: u32,
    /// Appointments scheduled (F3).
    pub scheduled: u32,
    /// Appointments held.
    pub held: u32,
    /// Places taken on each available day and on each other day that has any, in order.
    pub per_day: Vec<DayCount>,
    /// Places taken on the fullest available day, less those on the emptiest; 0 without such a day
    /// (F4).
    pub spread: u32,
    /// What the quota lacks.
    pub shortfall: u32,
    /// What is not as it should be, in the order of the rules, then of the days.
    pub problems: Vec<WeekProblem>,
}

/// What can be wrong with a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WeekProblem {
    /// More places are taken on a day than it may have (F2).
    TooManyOnDay(DayCount),
    /// Fewer appointments are scheduled than the quota asks for (F3).
    BelowQuota,
    /// The available days are unevenly filled (F4).
    Uneven {
        /// The first of the fullest available days.
        fullest: DayCount,
        /// The first of the emptiest.
        emptiest: DayCount,
    },
}

impl WeekProblem {
    /// The rule that was checked.
    pub fn rule(self) -> Rule {
        match self {
            WeekProblem::TooManyOnDay(_) => Rule::F2,
            WeekProblem::BelowQuota => Rule::F3,
            WeekProblem::Uneven { .. } => Rule::F4,
        }
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            WeekProblem::TooManyOnDay(_) => Severity::Error,
            WeekProblem::BelowQuota | WeekProblem::Uneven { .. } => Severity::Warning,
        }
    }

    /// The day that it is about; `None` for the whole week.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            WeekProblem::TooManyOnDay(DayCount { day, .. }) => Some(day),
            WeekProblem::BelowQuota | WeekProblem::Uneven { .. } => None,
        }
    }
}

impl Schedule {
    /// The figures of one week, past or to come.
    pub fn week(&self, week: IsoWeek, setting: &Setting) -> WeekFigures {
        let per_day = self.per_day(week, setting);
        let available: Vec<DayCount> = per_day
            .iter()
            .copied()
            .filter(|counted| setting.is_available(counted.day))
            .collect();
        let quota = setting.weekly_quota();
        let scheduled = self.scheduled(week);
        let extremes = extremes(&available);
        let problems = too_many_on_a_day(&per_day, setting)
            .chain(below_quota(scheduled, quota))
            .chain(uneven(extremes, setting))
            .collect();
        WeekFigures {
            week,
            quota,
            reachable: reachable(quota, available.len(), setting),
            available_days: available.iter().map(|counted| counted.day).collect(),
            scheduled,
            held: self.held(week),
            per_day,
            spread: extremes.map_or(0, Extremes::spread),
            shortfall: quota.saturating_sub(scheduled),
            problems,
        }
    }

    /// Available days and every other day of the week with places taken.
    fn per_day(&self, week: IsoWeek, setting: &Setting) -> Vec<DayCount> {
        week.days()
            .map(|day| DayCount {
                day,
                count: self.taken(day),
            })
            .filter(|counted| counted.count > 0 || setting.is_available(counted.day))
            .collect()
    }
}

/// F3 — as much of the quota as fits on so many days.
fn reachable(quota: u32, days: usize, setting: &Setting) -> u32 {
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    quota.min(setting.max_per_day().saturating_mul(days))
}

/// F2 — the days with more places taken than a day may have.
fn too_many_on_a_day(per_day: &[DayCount], setting: &Setting) -> impl Iterator<Item = WeekProblem> {
    let most = setting.max_per_day();
    per_day
        .iter()
        .filter(move |counted| counted.count > most)
        .map(|counted| WeekProblem::TooManyOnDay(*counted))
}

/// F3 — fewer appointments are scheduled than the quota asks for.
fn below_quota(scheduled: u32, quota: u32) -> Option<WeekProblem> {
    (scheduled < quota).then_some(WeekProblem::BelowQuota)
}

/// F4 — the fullest available day has so many more places taken than the emptiest that it is worth
/// a warning.
fn uneven(extremes: Option<Extremes>, setting: &Setting) -> Option<WeekProblem> {
    let warning = u32::from(setting.edition.parameters().spread_warning.0);
    let extremes = extremes.filter(|extremes| extremes.spread() >= warning)?;
    Some(WeekProblem::Uneven {
        fullest: extremes.fullest,
        emptiest: extremes.emptiest,
    })
}

/// The first of the fullest and the first of the emptiest days.
#[derive(Debug, Clone, Copy)]
struct Extremes {
    fullest: DayCount,
    emptiest: DayCount,
}

impl Extremes {
    fn spread(self) -> u32 {
        self.fullest.count - self.emptiest.count
    }
}

fn extremes(days: &[DayCount]) -> Option<Extremes> {
    Some(Extremes {
        fullest: *days.iter().rev().max_by_key(|counted| counted.count)?,
        emptiest: *days.iter().min_by_key(|counted| counted.count)?,
    })
}
