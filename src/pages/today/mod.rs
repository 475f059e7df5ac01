//! *Heute*: the appointments of the day with what became of them, what there is to do and until when, and
//! who is overdue or nearly. [`caseload::agenda`] gathers it; this page shows it.

mod appointments;
mod pressing;
mod todos;

use crate::app::App;
use crate::checked::Checked;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::view::{View, view};
use caseload::agenda::{Agenda, Meter, agenda};
use leptos::prelude::*;
use rules::Finding;
use rules::facts::CaseId;
use rules::wording::weekday_date;
use std::sync::Arc;

/// The page behind `#/heute`.
#[component]
pub fn TodayPage() -> View {
    let app = App::expect();
    let asked = RwSignal::new(None::<CaseId>);
    let day = move || {
        let today = app.today.get();
        format!(
            "{} · KW {}",
            weekday_date(today),
            chrono::Datelike::iso_week(&today).week()
        )
    };
    view! {
        <div class="kd-page kd-today">
            <div class="kd-due__head">
                <h1 tabindex="-1">{Route::Today.title()}</h1>
                <p class="kd-due__for" data-kd="today-day">
                    {day}
                </p>
            </div>
            {move || sheet(app, asked)}
            {super::due::why::asked(app, asked)}
        </div>
    }
}

fn sheet(app: App, asked: RwSignal<Option<CaseId>>) -> View {
    let Some(checked) = app.checked.get() else {
        return view! { <p class="kd-lead">"Für diesen Tag lässt sich nichts berechnen. Warum, steht unter „Fällig“."</p> };
    };
    let agenda = gathered(&checked);
    let evaluation = &checked.evaluation;
    if evaluation.caseload.customers.is_empty() {
        return view! {
            <p class="kd-lead">"Ihr Bestand ist noch leer. Lesen Sie unter „Daten“ eine Liste ein, dann steht hier Ihr Tag."</p>
        };
    }
    view! {
        <div class="kd-meters">
            {meter("Woche", "week", agenda.week, "terminiert")}
            {meter("Tag", "day", agenda.day, "belegt")}
        </div>
        <div class="kd-today__columns">
            {appointments::cards(app, &checked, &agenda)}
            {todos::card(&agenda, evaluation.overview.setting.today)}
        </div>
        {pressing::card(app, &checked, &agenda, asked)}
    }
}

/// The agenda of what is on screen.
fn gathered(checked: &Arc<Checked>) -> Agenda {
    let evaluation = &checked.evaluation;
    let findings = checked.findings.iter();
    let counting: Vec<(usize, &Finding)> = findings
        .filter(|found| found.kept.is_none())
        .map(|found| (found.customer, &*found.finding))
        .collect();
    let setting = &evaluation.overview.setting;
    let schedule = caseload::schedule(&evaluation.caseload, setting);
    agenda(
        &evaluation.caseload,
        &evaluation.overview,
        &counting,
        &schedule,
    )
}

fn meter(name: &'static str, mark: &'static str, meter: Meter, what: &'static str) -> View {
    let Meter { is, of } = meter;
    let text = format!("{is} von {of} {what}");
    view! {
        <p class="kd-meter" data-kd="meter" data-what=mark data-is=is.to_string() data-of=of.to_string()>
            <b>{name}</b>
            <progress value=is.min(of).to_string() max=of.max(1).to_string() aria-label=name></progress>
            <span>{text}</span>
        </p>
    }
}
