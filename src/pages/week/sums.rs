//! The sum of the week that is looked at: quota, days, places, and what the rules find. Where the
//! quota is out of reach there is a note for the team lead to copy.

use super::desk::Desk;
use crate::copying;
use crate::parts::icon::Icon;
use crate::parts::rule_chip::rule_chip;
use crate::parts::severity;
use crate::view::{View, view};
use caseload::week::{days_off, note, sums};
use rules::wording::{week_finding, weekday_date};
use rules::{Setting, WeekFigures, WeekProblem};

/// The section.
pub fn view(desk: Desk) -> View {
    let Some(evaluation) = desk.evaluation() else {
        return View::nothing();
    };
    let setting = &evaluation.overview.setting;
    let schedule = caseload::schedule(&evaluation.caseload, setting);
    let figures = schedule.week(desk.week(), setting);
    let line = |text: String| view! { <li>{text}</li> };
    let lines: View = sums(&figures, setting).into_iter().map(line).collect();
    let off: View = days_off(figures.week, setting)
        .into_iter()
        .map(|(day, off)| line(format!("{}: {}", weekday_date(day), off.label())))
        .collect();
    let problems: View = figures
        .problems
        .iter()
        .map(|problem| finding(*problem, &figures, setting))
        .collect();
    let note = note(&figures, setting).map(|note| note_button(desk, note));
    view! {
        <section class="kd-section" aria-labelledby="kd-sums" data-kd="week-sums">
            <h2 id="kd-sums">"Reicht die Woche?"</h2>
            <ul class="kd-week__sums">{lines} {off}</ul>
            <ul class="kd-week__findings">{problems}</ul>
            {note}
        </section>
    }
}

fn finding(problem: WeekProblem, figures: &WeekFigures, setting: &Setting) -> View {
    let tone = severity::tone(problem.severity());
    view! {
        <li data-kd="week-finding" data-rule=problem.rule().id()>
            <span class=tone>{severity::icon(problem.severity()).view()}</span>
            <span>{week_finding(problem, figures, setting).text}</span>
            {rule_chip(problem.rule())}
        </li>
    }
}

fn note_button(desk: Desk, note: String) -> View {
    let text = note.clone();
    view! {
        <details class="kd-week__note">
            <summary>"Notiz für die Teamleitung"</summary>
            <p class="kd-week__text" data-kd="lead-note">{note}</p>
            <button
                type="button"
                class="kd-link-button"
                data-kd="lead-note-copy"
                on:click=move |_| copying::copy(desk.app, text.clone())
            >
                {Icon::Copy.view()}
                "Notiz kopieren"
            </button>
        </details>
    }
}
