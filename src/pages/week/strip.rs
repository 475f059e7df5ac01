//! Thirteen weeks at a glance: how much of the quota is scheduled, and how many days there are. With
//! proposals on the desk they are the weeks of the plan, else this week and those after it.

use super::desk::Desk;
use crate::view::{View, view};
use caseload::week::days_off;
use chrono::Datelike;
use planner::WeekPlan;
use rules::calendar::IsoWeek;
use rules::wording::{days, weekday_date};
use rules::{Setting, WeekFigures};

const WEEKS: usize = 13;

/// The strip.
pub fn view(desk: Desk) -> View {
    let Some(evaluation) = desk.evaluation() else {
        return View::nothing();
    };
    let setting = &evaluation.overview.setting;
    let schedule = caseload::schedule(&evaluation.caseload, setting);
    let plan = desk.plan.get();
    let planned = plan.as_ref().map_or(&[][..], |plan| &plan.weeks);
    let first = planned
        .first()
        .map_or(IsoWeek::of(setting.today), |planned| planned.week);
    let weeks = std::iter::successors(Some(first), |week| Some(week.next()));
    let entries: View = weeks
        .take(WEEKS)
        .map(|week| {
            let planned = planned.iter().find(|planned| planned.week == week);
            entry(desk, &schedule.week(week, setting), planned, setting)
        })
        .collect();
    view! {
        <ol class="kd-strip" aria-label="Die nächsten 13 Wochen">
            {entries}
        </ol>
    }
}

fn entry(desk: Desk, figures: &WeekFigures, planned: Option<&WeekPlan>, setting: &Setting) -> View {
    let week = figures.week;
    let monday = week.monday();
    let available = figures.available_days.len();
    let mut text = days(i64::try_from(available).unwrap_or(i64::MAX));
    if figures.reachable < figures.quota {
        text.push_str(&format!(", erreichbar {}", figures.reachable));
    }
    let off: Vec<String> = days_off(week, setting)
        .iter()
        .map(|(day, off)| format!("{}: {}", weekday_date(*day), off.label()))
        .collect();
    let proposed = planned.filter(|planned| planned.placed > 0).map(|planned| {
        view! { <span class="kd-strip__more">"+" {planned.placed.to_string()}</span> }
    });
    let is_shown = move || desk.week() == week;
    view! {
        <li>
            <button
                type="button"
                class="kd-strip__week"
                class:kd-strip__week--short=figures.reachable < figures.quota
                data-kd="week"
                data-week=week.to_string()
                data-scheduled=figures.scheduled.to_string()
                data-target=figures.shortfall.to_string()
                data-quota=figures.quota.to_string()
                data-reachable=figures.reachable.to_string()
                aria-pressed=move || is_shown().to_string()
                title=(!off.is_empty()).then(|| off.join("\n"))
                on:click=move |_| desk.look_at(monday)
            >
                <b>"KW " {monday.iso_week().week().to_string()}</b>
                <span>{format!("{:02}.{:02}.", monday.day(), monday.month())}</span>
                <span class="kd-strip__count">
                    {figures.scheduled.to_string()}
                    " von "
                    {figures.quota.to_string()}
                    {proposed}
                </span>
                <meter
                    min="0"
                    max=figures.quota.to_string()
                    value=figures.scheduled.to_string()
                    aria-hidden="true"
                ></meter>
                <span class="kd-muted">{text}</span>
            </button>
        </li>
    }
}
