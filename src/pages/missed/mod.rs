//! *Terminausfall*: gaps to fill, missed appointments to use the time of, and one's own absence. Whom the
//! lists name, in which order and why, [`caseload::missed`] says.

pub mod absence;
mod hand_over;
mod suggestions;

pub use suggestions::calls;

use crate::app::App;
use crate::checked::{Checked, CheckedFinding};
use crate::parts::rule_chip::rule_chip;
use crate::parts::writing;
use crate::route::Route;
use crate::view::{View, view};
use caseload::Customer;
use caseload::transfers::appointment_words;
use leptos::prelude::*;
use rules::facts::{Appointment, Outcome};
use rules::wording::date;
use rules::{Rule, Subject};

/// The page behind `#/ausfall`.
#[component]
pub fn MissedPage() -> View {
    let app = App::expect();
    view! {
        <div class="kd-page kd-missed">
            <h1 tabindex="-1">{Route::Missed.title()}</h1>
            <p class="kd-lead">
                "Sagt jemand rechtzeitig ab, wird die Lücke nachbesetzt. Erscheint jemand nicht, wird in dieser Zeit telefonisch beraten. Fallen Sie selbst aus, übernimmt jemand anderes."
            </p>
            {writing::notice(app)}
            {move || free_times(app)}
            <absence::AbsenceSection/>
        </div>
    }
}

fn free_times(app: App) -> View {
    let Some(checked) = app.checked.get() else {
        return View::nothing();
    };
    let gaps = section(
        app,
        &checked,
        "Lücken nachbesetzen",
        "Zurzeit ist keine Lücke offen.",
        Rule::F7,
    );
    let slots = section(
        app,
        &checked,
        "Ersatz für Nichterschienene",
        "Zurzeit ist keine Zeit frei geworden.",
        Rule::F8,
    );
    vec![gaps, slots].into_iter().collect()
}

fn section(
    app: App,
    checked: &Checked,
    title: &'static str,
    nothing: &'static str,
    rule: Rule,
) -> View {
    let findings = checked.findings.iter();
    let mut free = findings
        .filter(|found| found.kept.is_none() && found.finding.rule == rule)
        .filter_map(|found| of_finding(checked, found))
        .map(|(customer, appointment)| entry(app, checked, customer, appointment, rule))
        .peekable();
    let nothing = free.peek().is_none().then(|| {
        view! { <p class="kd-muted">{nothing}</p> }
    });
    let free: View = free.collect();
    view! {
        <section class="kd-card">
            <h2>{title} " " {rule_chip(rule)}</h2>
            {nothing}
            {free}
        </section>
    }
}

/// The appointment whose time is free.
fn of_finding<'c>(
    checked: &'c Checked,
    found: &CheckedFinding,
) -> Option<(&'c Customer, &'c Appointment)> {
    let customer = checked.customer(found)?;
    let Subject::Appointment(id) = &found.finding.subject else {
        return None;
    };
    let mut appointments = customer.appointments.iter();
    let appointment = appointments.find(|known| known.id == *id)?;
    match appointment.outcome {
        Outcome::Cancelled | Outcome::NoShow => Some((customer, appointment)),
        Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::Voided => None,
    }
}

fn entry(
    app: App,
    checked: &Checked,
    customer: &Customer,
    appointment: &Appointment,
    rule: Rule,
) -> View {
    let words = appointment_words(appointment);
    let cancelled = appointment
        .cancelled_on
        .known()
        .map(|day| format!("abgesagt am {}", date(day)));
    let suggestions = if rule == Rule::F7 {
        suggestions::invitations(app, checked, &customer.id, appointment)
    } else {
        calls(app, checked, &customer.id, appointment)
    };
    view! {
        <div class="kd-missed__entry" data-kd="free-time" data-rule=rule.id()>
            <p>
                <b>{words}</b>
                " "
                <span class="kd-muted">{cancelled}</span>
            </p>
            <p class="kd-links">{super::case_link(app, customer)}</p>
            {suggestions}
        </div>
    }
}
