//! The caseworker is away: the days are entered, the appointments that stand there are named, and deputy,
//! team and team lead are asked in this order. Nothing is cancelled.

use super::hand_over::{self, HandingOver};
use crate::app::App;
use crate::checked::Checked;
use crate::copying;
use crate::drafts;
use crate::entry::sheet::Sheet;
use crate::pages::{act_button, case_link};
use crate::parts::alert::ErrorAlert;
use crate::parts::control::{Control, Kind};
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::rule_chip::rule_chip;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::view::{View, view};
use caseload::actions::taken_over;
use caseload::history::{Deed, Edit};
use caseload::missed::{Affected, Helper, affected, request};
use caseload::transfers::appointment_words;
use caseload::typed::{self, Leaning};
use caseload::working_time::{self, WorkingTimeFault};
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::facts::Absence;
use rules::wording::{date, weekday_date};
use rules::{Rule, Subject};
use std::rc::Rc;

/// First day, last day, reason: the controls, by their names in the draft.
const FROM: &str = "from";
const TO: &str = "to";
const REASON: &str = "reason";

/// The section.
#[component]
pub fn AbsenceSection() -> View {
    let app = App::expect();
    let sheet = Sheet::new(
        app,
        drafts::office(),
        "absence".to_owned(),
        drafts::Typed::default(),
    );
    let refused = move || {
        sheet.refused.get().map(|text| {
            view! {
                <ErrorAlert title="Nicht eingetragen">
                    <p>{text}</p>
                </ErrorAlert>
            }
        })
    };
    let handing_over = HandingOver::new();
    let blocked = writing::is_blocked(app);
    view! {
        <section class="kd-card" aria-labelledby="kd-absence">
            <h2 id="kd-absence" tabindex="-1">
                "Eigene Abwesenheit "
                {rule_chip(Rule::F10)}
            </h2>
            <form
                class="kd-absence"
                data-kd="absence-form"
                autocomplete="off"
                novalidate
                on:submit=move |event: web_sys::SubmitEvent| {
                    event.prevent_default();
                    enter(sheet);
                }
            >
                <div class="kd-case__group">
                    {line(sheet, FROM, "Erster Tag", Reads::Day)}
                    {line(sheet, TO, "Letzter Tag (leer: derselbe)", Reads::Day)}
                    {line(sheet, REASON, "Anlass (freiwillig)", Reads::Text)}
                </div>
                {refused}
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--secondary kd-button"
                        data-kd="absence-save"
                        disabled=move || blocked.get()
                    >
                        {Icon::Plus.view()}
                        <span class="kern-label">"Abwesenheit eintragen"</span>
                    </button>
                </div>
            </form>
            {move || absences(app, handing_over)}
        </section>
    }
}

/// What is made of what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reads {
    Day,
    Text,
}

fn line(sheet: Sheet, name: &'static str, label: &'static str, reads: Reads) -> View {
    let read = move || match reads {
        Reads::Day => typed::day(&sheet.text(name), Leaning::Ahead, sheet.app.today.get()),
        Reads::Text => Err(typed::NoDay::Empty),
    };
    let said = move || match read() {
        Ok(day) => view! { <p class="kd-understood">{weekday_date(day)}</p> },
        Err(typed::NoDay::Empty) => View::nothing(),
        Err(no_day) => view! {
            <p class="kd-fault">
                {Icon::Alarm.view()}
                <span>{no_day.to_string()}</span>
            </p>
        },
    };
    let control = Control {
        id: format!("kd-absence-{name}"),
        name,
        label,
        kind: Kind::Line,
        shown: Rc::new(move || sheet.text(name)),
        take: Rc::new(move |typed| sheet.put(name, typed)),
        leave: Rc::new(|| {}),
        is_wrong: Rc::new(move || !matches!(read(), Ok(_) | Err(typed::NoDay::Empty))),
        said: Rc::new(said),
    };
    control.view()
}

fn enter(sheet: Sheet) {
    let app = sheet.app;
    let today = app.today.get_untracked();
    let [from, to, reason] = untrack(|| [FROM, TO, REASON].map(|name| sheet.text(name)));
    let absence = match working_time::absence(&from, &to, &reason, today) {
        Ok(absence) => absence,
        Err(fault) => {
            let field = if matches!(fault, WorkingTimeFault::NoFirstDay(_)) {
                "#kd-absence-from"
            } else {
                "#kd-absence-to"
            };
            return refuse(sheet, field, fault.to_string());
        }
    };
    let Some(caseload) = app.caseload_untracked() else {
        return;
    };
    let span_of_days = span(absence.from, absence.to);
    let mut caseworker = caseload.caseworker.clone();
    caseworker.office.absences.push(absence);
    let edits = vec![Edit::Caseworker(Box::new(caseworker))];
    let done =
        format!("Abwesenheit {span_of_days} eingetragen. In ATV steht sie auf der Übertragsliste.");
    match app.edit(Deed::OfficeRevised, edits, done) {
        Ok(()) => {
            sheet.let_go();
            focus::on_rendered("#kd-absence");
        }
        Err(unchanged) => refuse(sheet, "#kd-absence-from", unchanged.to_string()),
    }
}

fn refuse(sheet: Sheet, field: &'static str, text: String) {
    sheet.refused.set(Some(text));
    focus::on(field);
}

fn span(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        date(from)
    } else {
        format!("{} bis {}", date(from), date(to))
    }
}

/// Absences that are not over, each with the appointments that stand in it.
fn absences(app: App, handing_over: HandingOver) -> View {
    let Some(checked) = app.checked.get() else {
        return View::nothing();
    };
    let setting = &checked.evaluation.overview.setting;
    let absences = setting.office.absences.iter();
    let coming = absences.filter(|absence| absence.to >= setting.today);
    coming
        .map(|absence| coming_absence(app, &checked, absence, handing_over))
        .collect()
}

fn coming_absence(
    app: App,
    checked: &Checked,
    absence: &Absence,
    handing_over: HandingOver,
) -> View {
    let evaluation = &checked.evaluation;
    let days = (absence.from, absence.to);
    let affected = affected(days, &evaluation.caseload, &evaluation.overview);
    let title = match &absence.reason {
        Some(reason) => format!("{} ({reason})", span(absence.from, absence.to)),
        None => span(absence.from, absence.to),
    };
    let gone = absence.clone();
    let remove = act_button(app, "absence-remove", "Löschen", &title, move || {
        remove(app, &gone);
    });
    let standing = if affected.is_empty() {
        view! { <p class="kd-muted">"In dieser Zeit steht kein Termin."</p> }
    } else {
        chain(app, checked, days, &affected)
    };
    view! {
        <div class="kd-missed__entry" data-kd="absence">
            <div class="kd-transfers__head">
                <h3>{title}</h3>
                {remove}
            </div>
            {standing}
            {hand_over::view_of(handing_over, days, &affected, evaluation)}
        </div>
    }
}

fn remove(app: App, absence: &Absence) {
    let Some(caseload) = app.caseload_untracked() else {
        return;
    };
    let mut caseworker = caseload.caseworker.clone();
    caseworker.office.absences.retain(|known| known != absence);
    let edits = vec![Edit::Caseworker(Box::new(caseworker))];
    let done = format!("Abwesenheit {} gelöscht.", span(absence.from, absence.to));
    tell(app, app.edit(Deed::OfficeRevised, edits, done));
}

fn tell(app: App, changed: Result<(), crate::changing::Unchanged>) {
    if let Err(unchanged) = changed {
        app.toast.set(Some(Toast::plain(unchanged.to_string())));
    }
    focus::on_rendered("#kd-absence");
}

/// The appointments, and who is asked one after the other.
fn chain(
    app: App,
    checked: &Checked,
    days: (NaiveDate, NaiveDate),
    affected: &[Affected<'_>],
) -> View {
    let rows: View = affected
        .iter()
        .map(|affected| row(app, checked, affected))
        .collect();
    let steps: View = Helper::ALL
        .into_iter()
        .map(|helper| {
            let text = request(helper, days, affected);
            view! {
                <li data-kd="helper" data-helper=helper.key()>
                    <b>{helper.label()}</b>
                    <span>{helper.advice()}</span>
                    <button
                        type="button"
                        class="kd-link-button"
                        data-kd="request-copy"
                        aria-label=format!("Anfrage kopieren: {}", helper.label())
                        on:click=move |_| copying::copy(app, text.clone())
                    >
                        {Icon::Copy.view()}
                        "Anfrage kopieren"
                    </button>
                </li>
            }
        })
        .collect();
    view! {
        <ol class="kd-chain">{steps}</ol>
        <ul class="kd-suggestions">{rows}</ul>
    }
}

fn row(app: App, checked: &Checked, affected: &Affected<'_>) -> View {
    let customer = affected.customer;
    let findings = checked.findings.iter();
    let mut about = findings.filter(|found| {
        found.customer == affected.place
            && found.finding.rule == Rule::F11
            && found.finding.subject == Subject::Appointment(affected.appointment.id.clone())
    });
    let found = about.next();
    let acts = match found {
        Some(found) if found.kept.is_none() => Helper::ALL
            .into_iter()
            .map(|helper| {
                let customer = customer.clone();
                let name = customer.number.to_string();
                let finding = found.finding.clone();
                act_button(app, "taken-over", helper.label(), &name, move || {
                    let today = app.today.get_untracked();
                    let command = taken_over(&customer, &finding, helper, today);
                    let done = format!("{}: übernommen ({}).", customer.number, helper.label());
                    tell(app, app.change(&command, done));
                })
            })
            .collect(),
        Some(found) => {
            let reason = found.kept.as_ref().and_then(|kept| kept.reason.clone());
            view! { <b>{reason}</b> }
        }
        None => View::nothing(),
    };
    view! {
        <li class="kd-suggestion" data-kd="affected">
            <div class="kd-check__who">{case_link(app, customer)}</div>
            <span>{appointment_words(affected.appointment)}</span>
            <div class="kd-check__acts">
                <span class="kd-muted">"übernommen von"</span>
                {acts}
            </div>
        </li>
    }
}
