//! Who it is and where they stand today: group, state, window, and the way to the reasons.

use super::of_case;
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::pages::due::why;
use crate::parts::icon::Icon;
use crate::parts::state_badge::state_badge;
use crate::reactive::{Memo, RwSignal};
use crate::route::Route;
use crate::view::{View, view};
use caseload::handover::deputy::mark_of;
use caseload::{Customer, Entry};
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::facts::CaseId;
use rules::wording::{date, group_label, missing_label, weekday_date};
use rules::{CountedAs, Due};
use std::sync::Arc;

/// The top of the page.
#[component]
pub fn Head(case: CaseId) -> View {
    let app = App::expect();
    let asked = RwSignal::new(Asked::Nothing);
    let who = {
        let case = case.clone();
        Memo::new(move |_| {
            of_case(app, &case, |customer| {
                (
                    customer.name.clone(),
                    customer.number.to_string(),
                    customer.closed_on,
                )
            })
        })
    };
    let title = move || {
        let who = who.get();
        who.map(|(name, number, _)| name.unwrap_or(number))
    };
    let number = move || {
        let number = who.get().and_then(|(name, number, _)| name.map(|_| number));
        number.map(|number| view! { <span class="kd-case__number">{number}</span> })
    };
    let closed = move || {
        let (.., closed_on) = who.get()?;
        closed_on.map(|day| closed_note(day, app.today.get()))
    };
    let on_loan = {
        let case = case.clone();
        move || {
            app.stock.with(|stock| {
                let mark = mark_of(stock.caseload()?, &case)?;
                mark.due_on.map(lent_note)
            })
        }
    };
    let standing = {
        let case = case.clone();
        move || {
            with_entry(app, &case, |customer, entry, _| {
                standing(customer, &entry.due, asked)
            })
        }
    };
    let explanation = move || match asked.get() {
        Asked::Nothing => None,
        Asked::Why => with_entry(app, &case, |customer, entry, evaluation| {
            let close = Callback::new(move |()| asked.set(Asked::Nothing));
            why::explanation(customer, entry, evaluation, close)
        }),
    };
    view! {
        <p class="kd-links">
            <a class="kd-link" href=Route::Due.href()>
                "Zurück zu „Fällig“"
            </a>
        </p>
        <header class="kd-case__head">
            <h1 tabindex="-1">{title}</h1>
            {number}
        </header>
        {closed}
        {on_loan}
        {standing}
        {explanation}
    }
}

/// Whether the explanation is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Why,
}

fn closed_note(closed_on: NaiveDate, today: NaiveDate) -> View {
    let text = if closed_on <= today {
        format!(
            "Abgeschlossen am {}. Der Fall erscheint in keiner Liste.",
            date(closed_on)
        )
    } else {
        format!("Wird am {} abgeschlossen.", date(closed_on))
    };
    view! {
        <p class="kd-case__closed" data-kd="case-closed">
            {Icon::Lock.view()}
            <span>{text}</span>
        </p>
    }
}

fn lent_note(until: NaiveDate) -> View {
    view! {
        <p class="kd-case__closed" data-kd="case-lent">
            {Icon::Info.view()}
            <span>{format!("In Vertretung, zurückzugeben bis {}.", date(until))}</span>
        </p>
    }
}

/// The customer's entry of the evaluation; there is none of a closed case.
fn with_entry<T>(
    app: App,
    case: &CaseId,
    tell: impl Fn(&Customer, &Entry, &Evaluation) -> T,
) -> Option<T> {
    app.evaluation.with(|evaluated| {
        let evaluation: &Arc<Evaluation> = evaluated.as_ref()?.as_ref().ok()?;
        let customers = &evaluation.caseload.customers;
        let place = customers.iter().position(|customer| customer.id == *case)?;
        let mut entries = evaluation.overview.entries.iter();
        let entry = entries.find(|entry| entry.customer == place)?;
        Some(tell(customers.get(place)?, entry, evaluation))
    })
}

fn standing(customer: &Customer, due: &Due, asked: RwSignal<Asked>) -> View {
    let group = match due.counted_as {
        Some(CountedAs::Assigned) => format!("{} (laut Kategorie)", group_label(due.group)),
        Some(CountedAs::Rules) | None => group_label(due.group).to_owned(),
    };
    let days = due.window.map(|window| {
        [
            ("spätestens", window.latest),
            ("letzter Termintag", window.latest_appointment),
            ("eintragen bis", window.record_by),
        ]
    });
    let days = days
        .into_iter()
        .flatten()
        .map(|(what, day)| fact(what, date(day)));
    let appointment = due
        .appointment
        .and_then(|index| customer.appointments.get(index))
        .map(|appointment| fact("nächster Termin", weekday_date(appointment.date)));
    let last = due
        .last_qualified
        .and_then(|last| customer.contacts.get(last.index))
        .map(|contact| fact("letzter Kontakt, der zählt", date(contact.date)));
    let missing: Vec<String> = due
        .missing
        .iter()
        .map(|missing| missing_label(missing, &customer.contacts))
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <p class="kd-case__missing">
                {Icon::Question.view()}
                <span>{format!("Es fehlt: {}", missing.join(" · "))}</span>
            </p>
        }
    });
    view! {
        <section
            class="kd-case__standing"
            aria-label="Stand"
            data-kd="case-standing"
            data-state=due.state.key()
            data-group=due.group.key()
        >
            <div class="kd-case__now">
                {state_badge(due.state)}
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd="why"
                    on:click=move |_| asked.set(Asked::Why)
                >
                    "Warum?"
                </button>
            </div>
            <dl class="kd-case__days">
                {fact("Gruppe", group)} {days.collect::<View>()} {appointment} {last}
            </dl>
            {missing}
        </section>
    }
}

fn fact(what: &'static str, value: String) -> View {
    view! {
        <div>
            <dt>{what}</dt>
            <dd>{value}</dd>
        </div>
    }
}
