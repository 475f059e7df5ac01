//! The numbers of the policy, and changing one for the own office: value, first day and reason, with
//! the effect on the own caseload shown before it is taken over.

use super::preview;
use crate::app::App;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::view::{View, view};
use caseload::history::{Deed, Edit};
use leptos::prelude::*;
use rules::calendar::iso_day;
use rules::edition::{
    Domain, Edition, EditionId, LocalParameter, Parameter, ParameterValue, U25Mode,
};
use rules::wording::{date, parameter_label, parameter_meaning, unit, value_text};

/// What is typed for a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Draft {
    value: String,
    since: String,
    reason: String,
}

/// The section of the page.
#[component]
pub fn Numbers(edition: Memo<Option<Edition>>) -> View {
    let app = App::expect();
    let changing = RwSignal::new(None::<Parameter>);
    let draft = RwSignal::new(Draft::default());
    let refused = RwSignal::new(None::<&'static str>);
    let form = Form {
        app,
        changing,
        draft,
        refused,
    };
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

/// The form in which one number is changed.
#[derive(Debug, Clone, Copy)]
struct Form {
    app: App,
    changing: RwSignal<Option<Parameter>>,
    draft: RwSignal<Draft>,
    refused: RwSignal<Option<&'static str>>,
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
        if form.changing.get() == Some(parameter) {
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
                    aria-expanded=move || (form.changing.get() == Some(parameter)).to_string()
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

/// A value as a control holds it.
fn plain(value: ParameterValue) -> String {
    match value {
        ParameterValue::Number(number) => number.to_string(),
        ParameterValue::U25Mode(U25Mode::CalendarMonth) => "calendar_month".to_owned(),
        ParameterValue::U25Mode(U25Mode::Rolling) => "rolling".to_owned(),
    }
}

fn read(parameter: Parameter, typed: &str) -> Option<ParameterValue> {
    match parameter.domain() {
        Domain::U25Mode => match typed {
            "calendar_month" => Some(ParameterValue::U25Mode(U25Mode::CalendarMonth)),
            "rolling" => Some(ParameterValue::U25Mode(U25Mode::Rolling)),
            _ => None,
        },
        Domain::Number { least, most } => {
            let number: u16 = typed.trim().parse().ok()?;
            (least..=most)
                .contains(&number)
                .then_some(ParameterValue::Number(number))
        }
    }
}

impl Form {
    fn open(self, parameter: Parameter, value: ParameterValue) {
        if self.changing.get_untracked() == Some(parameter) {
            self.changing.set(None);
            return;
        }
        self.refused.set(None);
        self.draft.set(Draft {
            value: plain(value),
            since: self.app.today.get_untracked().to_string(),
            reason: String::new(),
        });
        self.changing.set(Some(parameter));
        focus::on_rendered("#kd-parameter-value");
    }

    /// The numbers of the caseload with what is typed, if it can be meant.
    fn typed(self, parameter: Parameter) -> Option<Vec<LocalParameter>> {
        let draft = self.draft.get();
        let value = read(parameter, &draft.value)?;
        let since = iso_day(&draft.since)?;
        let reason = draft.reason.trim();
        let mut all = self.app.caseload()?.parameters.clone();
        all.push(LocalParameter {
            parameter,
            value,
            since,
            reason: (!reason.is_empty()).then(|| reason.to_owned()),
        });
        Some(all)
    }

    fn save(self, parameter: Parameter) {
        let draft = self.draft.get_untracked();
        if read(parameter, &draft.value).is_none() {
            self.refused.set(Some(
                "Der Wert liegt außerhalb dessen, was möglich ist. Die Grenzen stehen beim Feld.",
            ));
            focus::on("#kd-parameter-value");
            return;
        }
        if iso_day(&draft.since).is_none() {
            self.refused.set(Some(
                "Bitte geben Sie den ersten Tag an, an dem der Wert gilt.",
            ));
            focus::on("#kd-parameter-since");
            return;
        }
        if draft.reason.trim().is_empty() {
            self.refused.set(Some(
                "Bitte nennen Sie den Grund, etwa die Hausverfügung; er steht bei jedem Ergebnis.",
            ));
            focus::on("#kd-parameter-reason");
            return;
        }
        if let Some(all) = untrack(|| self.typed(parameter)) {
            let done = format!("Geändert: {}", parameter_label(parameter));
            self.put(all, done);
        }
    }

    /// The number is again as the policy has it, today and later.
    fn reset(self, parameter: Parameter) {
        let Some(caseload) = self.app.caseload_untracked() else {
            return;
        };
        let mut all = caseload.parameters.clone();
        all.retain(|change| change.parameter != parameter);
        let done = format!("Wie im Konzept: {}", parameter_label(parameter));
        self.put(all, done);
    }

    fn put(self, all: Vec<LocalParameter>, done: String) {
        let edits = vec![Edit::Parameters(all)];
        match self.app.edit(Deed::ParametersChanged, edits, done) {
            Ok(()) => self.changing.set(None),
            Err(unchanged) => {
                let note = Toast::plain(unchanged.to_string());
                self.app.toast.set(Some(note));
            }
        }
        focus::on_rendered("#kd-numbers");
    }

    fn view(self, parameter: Parameter) -> View {
        let submit = move |event: web_sys::SubmitEvent| {
            event.prevent_default();
            self.save(parameter);
        };
        let error = move || {
            self.refused.get().map(|text| {
                view! {
                    <ErrorAlert title="Nicht übernommen">
                        <p>{text}</p>
                    </ErrorAlert>
                }
            })
        };
        view! {
            <form class="kd-policy__form" novalidate data-kd="parameter-form" on:submit=submit>
                <div class="kd-case__group">
                    <div class="kd-case__field">
                        <label for="kd-parameter-value">{limits(parameter)}</label>
                        {self.control(parameter)}
                    </div>
                    <div class="kd-case__field">
                        <label for="kd-parameter-since">"gilt ab"</label>
                        <input
                            id="kd-parameter-since"
                            class="kd-field"
                            type="date"
                            prop:value=move || self.draft.with(|draft| draft.since.clone())
                            on:input=move |event| {
                                self.draft.update(|draft| draft.since = event_target_value(&event));
                            }
                        />
                    </div>
                    <div class="kd-case__field kd-case__field--wide">
                        <label for="kd-parameter-reason">"Grund, etwa die Hausverfügung"</label>
                        <input
                            id="kd-parameter-reason"
                            class="kd-field"
                            type="text"
                            autocomplete="off"
                            maxlength="200"
                            prop:value=move || self.draft.with(|draft| draft.reason.clone())
                            on:input=move |event| {
                                self.draft.update(|draft| draft.reason = event_target_value(&event));
                            }
                        />
                    </div>
                </div>
                {move || self.typed(parameter).map(|all| preview::view(self.app, &all))}
                {error}
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--primary kd-button"
                        data-kd="parameter-save"
                    >
                        <span class="kern-label">"Übernehmen"</span>
                    </button>
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        on:click=move |_| {
                            self.changing.set(None);
                            focus::on_rendered("#kd-numbers");
                        }
                    >
                        <span class="kern-label">"Abbrechen"</span>
                    </button>
                </div>
            </form>
        }
    }

    fn control(self, parameter: Parameter) -> View {
        let shown = move || self.draft.with(|draft| draft.value.clone());
        let take = move |event: web_sys::Event| {
            self.refused.set(None);
            self.draft
                .update(|draft| draft.value = event_target_value(&event));
        };
        match parameter.domain() {
            Domain::Number { least, most } => view! {
                <input
                    id="kd-parameter-value"
                    class="kd-field"
                    type="number"
                    inputmode="numeric"
                    min=least.to_string()
                    max=most.to_string()
                    data-kd="parameter-value"
                    prop:value=shown
                    on:input=take
                />
            },
            Domain::U25Mode => {
                let options: View = [U25Mode::CalendarMonth, U25Mode::Rolling]
                    .into_iter()
                    .map(|mode| {
                        let value = ParameterValue::U25Mode(mode);
                        view! {
                            <option value=plain(value)>{value_text(parameter, value)}</option>
                        }
                    })
                    .collect();
                view! {
                    <select
                        id="kd-parameter-value"
                        class="kd-field"
                        data-kd="parameter-value"
                        prop:value=shown
                        on:change=take
                    >
                        {options}
                    </select>
                }
            }
        }
    }
}

/// "Wert in Monaten, 1 bis 24".
fn limits(parameter: Parameter) -> String {
    match parameter.domain() {
        Domain::U25Mode => "Lesart".to_owned(),
        Domain::Number { least, most } => {
            let unit = unit(parameter);
            let comma = if unit.is_empty() { "" } else { ", " };
            format!(
                "{}{comma}{least} bis {most}",
                if unit.is_empty() { "Wert, " } else { unit }
            )
        }
    }
}
