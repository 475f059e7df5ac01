//! The numbers of the policy as a list: what each means, which rule it feeds, and whether the own
//! office has another. Changing one opens [`super::number_form`] below it.

use super::number_form::{Form, plain};
use crate::app::App;
use crate::parts::icon::Icon;
use crate::parts::writing;
use crate::reactive::Memo;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::edition::{Edition, EditionId, Parameter};
use rules::wording::{date, parameter_label, parameter_meaning, value_text};

/// The section of the page.
#[component]
pub fn Numbers(edition: Memo<Option<Edition>>) -> View {
    let app = App::expect();
    let form = Form::closed(app);
    let rows = move || {
        edition.get().map(|edition| {
            Parameter::ALL
                .into_iter()
                .map(|parameter| row(parameter, &edition, form))
                .collect::<View>()
        })
    };
    view! {
        <section class="kd-section" aria-labelledby="kd-numbers">
            <h2 id="kd-numbers" tabindex="-1">
                "Zahlen des Konzepts"
            </h2>
            <p class="kd-muted">
                "Alle Ergebnisse werden mit diesen Werten berechnet. Ihr Haus kann sie ab einem Tag ändern; das steht dann überall dabei."
            </p>
            {move || planned(app)}
            <ul class="kd-policy__numbers">{rows}</ul>
        </section>
    }
}

/// Changes that will only be in force later.
fn planned(app: App) -> Option<View> {
    let caseload = app.caseload()?;
    let today = app.today.get();
    let rows: Vec<View> = caseload
        .parameters
        .iter()
        .filter(|change| change.since > today)
        .map(|change| {
            let text = format!(
                "{} ab {}: {}",
                parameter_label(change.parameter),
                date(change.since),
                value_text(change.parameter, change.value)
            );
            view! { <li>{text}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="kd-policy__planned">
                <p>
                    <b>"Noch nicht in Kraft"</b>
                </p>
                <ul>{rows}</ul>
            </div>
        }
    })
}

fn row(parameter: Parameter, edition: &Edition, form: Form) -> View {
    let value = edition.parameters().get(parameter);
    let local = edition
        .local()
        .iter()
        .rfind(|change| change.parameter == parameter)
        .cloned();
    let is_local = local.is_some();
    let note = local.map(|change| {
        let policy = value_text(parameter, EditionId::CURRENT.published().get(parameter));
        let reason = change.reason.unwrap_or_else(|| "ohne Angabe".to_owned());
        let text = format!(
            "örtlich geändert seit {}, Grund: {reason}; im Konzept {policy}",
            date(change.since)
        );
        view! { <p class="kd-policy__local">{Icon::Pen.view()} <span>{text}</span></p> }
    });
    let blocked = writing::is_blocked(form.app);
    let back = is_local.then(|| {
        view! {
            <button
                type="button"
                class="kd-why-button"
                data-kd="parameter-reset"
                aria-label=format!("Zurück zum Konzept: {}", parameter_label(parameter))
                disabled=move || blocked.get()
                on:click=move |_| form.reset(parameter)
            >
                "Zurück zum Konzept"
            </button>
        }
    });
    let controls = move || {
        if form.is_open(parameter) {
            form.view(parameter)
        } else {
            View::nothing()
        }
    };
    view! {
        <li
            class="kd-policy__number"
            data-kd="parameter"
            data-name=parameter.key()
            data-value=plain(value)
        >
            <div class="kd-policy__label">
                <b>{parameter_label(parameter)}</b>
                <p class="kd-muted">{parameter_meaning(parameter)}</p>
                {note}
            </div>
            <p class="kd-policy__value">{value_text(parameter, value)}</p>
            <p class="kd-muted">
                {parameter.rule().id()}
                " · "
                {parameter.rule().heading()}
            </p>
            <div class="kd-check__acts">
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd="parameter-change"
                    aria-label=format!("Ändern: {}", parameter_label(parameter))
                    aria-expanded=move || (form.is_open(parameter)).to_string()
                    disabled=move || blocked.get()
                    on:click=move |_| form.open(parameter, value)
                >
                    "Ändern"
                </button>
                {back}
            </div>
            {controls}
        </li>
    }
}
