//! A caseload file on its way in: what it holds, and what it would replace.

use super::intake::{FileDraft, Intake};
use crate::app::App;
use crate::german;
use crate::parts::alert::Notice;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::view::{View, view};
use caseload::{Caseload, history};
use leptos::prelude::*;
use std::sync::Arc;

/// The summary of a caseload file.
#[component]
pub fn FileImport(draft: FileDraft) -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let FileDraft { name, caseload } = draft;
    let facts = summary(&caseload, app);
    let done = format!(
        "Bestand aus „{name}“ geladen: {}.",
        german::counted(caseload.customers.len(), "Person", "Personen")
    );
    let accept = move |_| {
        let command = history::Command::OpenFile(Arc::clone(&caseload));
        match app.change(&command, done.clone()) {
            Ok(()) => {
                intake.clear();
                focus::on_rendered("#kd-undo-title");
            }
            Err(unchanged) => app.toast.set(Some(Toast::plain(unchanged.to_string()))),
        }
    };
    let discard = move |_| {
        intake.clear();
        focus::on_rendered("#kd-file");
    };
    let replaces = move || {
        app.caseload().map(|present| {
            view! {
                <Notice>
                    <p>
                        {format!(
                            "Die Datei ersetzt den geöffneten Bestand ({}). Das lässt sich danach rückgängig machen.",
                            german::counted(present.customers.len(), "Person", "Personen"),
                        )}
                    </p>
                </Notice>
            }
        })
    };
    view! {
        <div class="kd-draft">
            <h3 id="kd-draft-title" tabindex="-1">
                {format!("Bestandsdatei „{name}“")}
            </h3>
            <p>"Die Datei ist in Ordnung. Sie enthält:"</p>
            <dl class="kd-summary">
                {facts
                    .into_iter()
                    .map(|(what, value)| {
                        view! {
                            <div>
                                <dt>{what}</dt>
                                <dd>{value}</dd>
                            </div>
                        }
                    })
                    .collect::<View>()}
            </dl>
            {replaces}
            <div class="kd-buttons">
                <button
                    type="button"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="import-accept"
                    on:click=accept
                >
                    {Icon::Check.view()}
                    <span class="kern-label">"Bestand laden"</span>
                </button>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    on:click=discard
                >
                    <span class="kern-label">"Verwerfen"</span>
                </button>
            </div>
        </div>
    }
}

fn summary(caseload: &Caseload, app: App) -> Vec<(&'static str, String)> {
    let today = app.today.get_untracked();
    let customers = &caseload.customers;
    let closed = customers
        .iter()
        .filter(|customer| customer.is_closed(today))
        .count();
    let contacts: usize = customers
        .iter()
        .map(|customer| customer.contacts.len())
        .sum();
    let appointments: usize = customers
        .iter()
        .map(|customer| customer.appointments.len())
        .sum();
    let people = match closed {
        0 => german::count(customers.len()),
        closed => format!(
            "{}, davon {} abgeschlossen",
            german::count(customers.len()),
            german::count(closed)
        ),
    };
    let owner = caseload
        .caseworker
        .name
        .clone()
        .unwrap_or_else(|| "ohne Namen".to_owned());
    vec![
        ("Personen", people),
        ("Kontakte", german::count(contacts)),
        ("Termine", german::count(appointments)),
        ("Integrationsfachkraft", owner),
        (
            "Bundesland",
            german::state_name(caseload.caseworker.office.state).to_owned(),
        ),
        (
            "Örtliche Änderungen",
            match caseload.parameters.len() {
                0 => "keine".to_owned(),
                some => german::count(some),
            },
        ),
    ]
}
