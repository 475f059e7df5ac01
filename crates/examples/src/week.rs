//! The week of a case: `week` under `given` names it, `week` under `expect` holds figures of it with
//! the keys of the line that the batch command writes. `findings` lists those of the case's own rule,
//! as "severity", or "severity day" if one day is meant.

use crate::expect::{Answer, table};
use crate::given::Situation;
use rules::calendar::IsoWeek;
use rules::{DayCount, Rule, Schedule, WeekFigures};
use serde_json::{Map, Value};

/// What is expected of the week beside what the rules say.
pub fn answers<'v>(
    expected: &'v Value,
    rule: Rule,
    situation: &Situation,
) -> Result<Vec<Answer<'v>>, String> {
    let week = situation.asked.week.ok_or("the case names no week")?;
    let figures = figures(week, situation);
    table("week", expected)?
        .iter()
        .map(|(key, expected)| {
            let got = got(&figures, key, rule)?;
            Ok((format!("{key} of {week}"), expected, got))
        })
        .collect()
}

fn figures(week: IsoWeek, situation: &Situation) -> WeekFigures {
    let setting = &situation.setting;
    Schedule::of(situation.appointments(), setting.edition.parameters()).week(week, setting)
}

fn got(figures: &WeekFigures, key: &str, rule: Rule) -> Result<Value, String> {
    Ok(match key {
        "quota" => figures.quota.into(),
        "available_days" => figures
            .available_days
            .iter()
            .map(ToString::to_string)
            .collect(),
        "reachable" => figures.reachable.into(),
        "scheduled" => figures.scheduled.into(),
        "held" => figures.held.into(),
        "per_day" => per_day(&figures.per_day).into(),
        "spread" => figures.spread.into(),
        "shortfall" => figures.shortfall.into(),
        "findings" => findings(figures, rule),
        _ => return Err(format!("week: unknown key {key}")),
    })
}

fn per_day(counts: &[DayCount]) -> Map<String, Value> {
    counts
        .iter()
        .map(|DayCount { day, count }| (day.to_string(), (*count).into()))
        .collect()
}

fn findings(figures: &WeekFigures, rule: Rule) -> Value {
    figures
        .problems
        .iter()
        .filter(|problem| problem.rule() == rule)
        .map(|problem| {
            let severity = problem.severity().key();
            match problem.day() {
                Some(day) => format!("{severity} {day}"),
                None => severity.to_owned(),
            }
        })
        .collect()
}
