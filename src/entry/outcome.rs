//! What became of an appointment, said with one press, and taken back with another.

use super::{Entering, Task, keys, with_evaluation};
use crate::app::App;
use crate::pace;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::view::{View, view};
use caseload::Customer;
use caseload::actions::record_outcome;
use rules::facts::{Appointment, Outcome};
use rules::wording::{outcome_label, weekday_date};

/// What can become of one, with its key.
const OUTCOMES: [(Outcome, &str, Option<&str>); 5] = [
    (Outcome::Held, "held", Some("s")),
    (Outcome::NoShow, "no_show", Some("n")),
    (Outcome::NotHeld, "not_held", None),
    (Outcome::Cancelled, "cancelled", Some("a")),
    (Outcome::Voided, "voided", None),
];

/// The value of the button for a key.
pub fn value_of_key(key: &str) -> Option<&'static str> {
    let mut outcomes = OUTCOMES.iter();
    let found = outcomes.find(|(_, _, own)| *own == Some(key));
    found.map(|(_, value, _)| *value)
}

/// The buttons of an appointment; of one that has its outcome already, the way back.
pub fn keys(app: App, customer: &Customer, appointment: &Appointment) -> View {
    let name = customer.name.as_deref().unwrap_or(customer.number.as_str());
    let buttons: View = if appointment.outcome == Outcome::Open {
        let outcomes = OUTCOMES.into_iter();
        outcomes
            .map(|(outcome, value, key)| {
                button(
                    app,
                    name,
                    appointment,
                    outcome,
                    value,
                    key,
                    outcome_label(outcome),
                )
            })
            .collect()
    } else {
        let label = outcome_label(appointment.outcome);
        let back = button(
            app,
            name,
            appointment,
            Outcome::Open,
            "open",
            None,
            "doch offen",
        );
        view! {
            <b>{label}</b>
            {back}
        }
    };
    view! {
        <div
            class="kd-outcome"
            data-kd="outcome"
            data-appointment=appointment.id.as_str().to_owned()
            role="group"
            aria-label=format!("Ergebnis: {name}")
        >
            {buttons}
        </div>
    }
}

fn button(
    app: App,
    name: &str,
    appointment: &Appointment,
    outcome: Outcome,
    value: &'static str,
    key: Option<&'static str>,
    label: &'static str,
) -> View {
    let blocked = writing::is_blocked(app);
    let entering = Entering::expect();
    let appointment = appointment.clone();
    let title = key.map(|key| format!("Taste {}", key.to_ascii_uppercase()));
    view! {
        <button
            type="button"
            class="kd-why-button"
            value=value
            title=title
            aria-label=format!("{label}: {name}")
            aria-keyshortcuts=key
            disabled=move || blocked.get()
            on:click=move |_| {
                // Who cancelled and when is asked first.
                if outcome == Outcome::Cancelled {
                    entering.open(Task::Cancel(appointment.case.clone(), appointment.id.clone()));
                } else {
                    record(app, &appointment, outcome);
                }
            }
        >
            {label}
        </button>
    }
}

fn record(app: App, appointment: &Appointment, outcome: Outcome) {
    let command = with_evaluation(app, |evaluation| {
        let setting = &evaluation.overview.setting;
        record_outcome(appointment, outcome, &evaluation.caseload, setting)
    });
    let Some(command) = command else { return };
    let done = format!(
        "Termin am {}: {}.",
        weekday_date(appointment.date),
        outcome_label(outcome)
    );
    if let Err(unchanged) = app.change(&command, done) {
        app.toast.set(Some(Toast::plain(unchanged.to_string())));
    }
    let back = format!("[data-appointment=\"{}\"] button", appointment.id.as_str());
    pace::when_shown(move || keys::give_back(Some(&back)));
}
