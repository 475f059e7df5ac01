//! The caseworker is away and appointments stand: nothing is cancelled; the deputy is asked first, then
//! the team, then the team lead.

use super::desk::Desk;
use crate::app::Unchanged;
use crate::checked::{Checked, CheckedFinding};
use crate::copying;
use crate::german;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::view::{View, view};
use caseload::actions::taken_over;
use caseload::missed::{Affected, Helper, affected, request};
use leptos::prelude::*;
use rules::facts::Absence;
use rules::{Rule, Subject};
use std::sync::Arc;

/// What to do about appointments in an absence; nothing without any.
pub fn view(desk: Desk) -> View {
    let Some(checked) = desk.app.checked.get() else {
        return View::nothing();
    };
    let absences = checked
        .evaluation
        .caseload
        .caseworker
        .office
        .absences
        .clone();
    absences
        .iter()
        .filter_map(|absence| chain(desk, &checked, absence))
        .collect()
}

/// The finding about an appointment that nobody has taken over yet.
fn open<'c>(checked: &'c Checked, affected: &Affected<'_>) -> Option<&'c CheckedFinding> {
    checked.findings.iter().find(|found| {
        found.customer == affected.place
            && found.kept.is_none()
            && found.finding.rule == Rule::F11
            && found.finding.subject == Subject::Appointment(affected.appointment.id.clone())
    })
}

fn chain(desk: Desk, checked: &Arc<Checked>, absence: &Absence) -> Option<View> {
    let evaluation = &checked.evaluation;
    let days = (absence.from, absence.to);
    let mut left = affected(days, &evaluation.caseload, &evaluation.overview);
    left.retain(|affected| open(checked, affected).is_some());
    if left.is_empty() {
        return None;
    }
    let steps: View = Helper::ALL
        .into_iter()
        .map(|helper| ask(desk, helper, request(helper, days, &left)))
        .collect();
    let rows: View = left.iter().map(|affected| row(desk, affected)).collect();
    let count = german::counted(left.len(), "Termin liegt", "Termine liegen");
    Some(view! {
        <section class="kd-alert kd-alert--warning kd-week__absence" data-kd="absence-chain">
            {Icon::Warning.view()}
            <div class="kd-alert__text">
                <h2 class="kd-alert__title">{count} " in Ihrer Abwesenheit"</h2>
                <ol class="kd-week__chain">{steps}</ol>
                <ul class="kd-transfers__list">{rows}</ul>
            </div>
        </section>
    })
}

fn ask(desk: Desk, helper: Helper, text: String) -> View {
    view! {
        <li>
            {helper.advice()}
            " "
            <button
                type="button"
                class="kd-link-button"
                data-kd="absence-request"
                data-helper=helper.key()
                on:click=move |_| copying::copy(desk.app, text.clone())
            >
                {Icon::Copy.view()}
                "Anfrage kopieren: "
                {helper.label()}
            </button>
        </li>
    }
}

fn row(desk: Desk, affected: &Affected<'_>) -> View {
    let number = affected.customer.number.as_str().to_owned();
    let text = super::held::when(affected.appointment);
    let id = affected.appointment.id.clone();
    let buttons: View = Helper::ALL
        .into_iter()
        .map(|helper| {
            let id = id.clone();
            let name = format!("{number} {text}: übernommen von {}", helper.label());
            let blocked = writing::is_blocked(desk.app);
            view! {
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd="absence-taken"
                    data-helper=helper.key()
                    aria-label=name
                    disabled=move || blocked.get()
                    on:click=move |_| {
                        if let Err(unchanged) = take_over(desk, id.as_str(), helper) {
                            desk.app.toast.set(Some(Toast::plain(unchanged.to_string())));
                        }
                    }
                >
                    "übernommen: "
                    {helper.label()}
                </button>
            }
        })
        .collect();
    view! {
        <li class="kd-transfers__entry">
            <div class="kd-check__who">{super::card::name(affected.customer)}</div>
            <p>{number} ": " {text.clone()}</p>
            <div class="kd-check__acts">{buttons}</div>
        </li>
    }
}

fn take_over(desk: Desk, id: &str, helper: Helper) -> Result<(), Unchanged> {
    let today = desk.app.today.get_untracked();
    let checked = desk.app.checked.get_untracked().ok_or(Unchanged::Nothing)?;
    let mut findings = checked.findings.iter();
    let found = findings.find(|found| match &found.finding.subject {
        Subject::Appointment(other) => found.finding.rule == Rule::F11 && other.as_str() == id,
        Subject::Case | Subject::Contact(_) => false,
    });
    let found = found.ok_or(Unchanged::Nothing)?;
    let customer = checked.customer(found).ok_or(Unchanged::Nothing)?;
    let command = taken_over(customer, &found.finding, helper, today);
    let done = format!("{}: übernommen von {}", customer.number, helper.label());
    desk.app.change(&command, done)
}
