//! Changing a number for the own office: value, first day and reason, with the effect on the own
//! caseload shown before it is taken over.

use super::preview;
use crate::app::App;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::history::{Deed, Edit};
use leptos::prelude::*;
use rules::calendar::iso_day;
use rules::edition::{Domain, LocalParameter, Parameter, ParameterValue, U25Mode};
use rules::wording::{parameter_label, unit, value_text};

/// What is typed for a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Draft {
    value: String,
    since: String,
    reason: String,
}

/// The form in which one number is changed.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The page.
    pub app: App,
    changing: RwSignal<Option<Parameter>>,
    draft: RwSignal<Draft>,
    refused: RwSignal<Option<&'static str>>,
}

impl Form {
    /// No number is being changed.
    pub fn closed(app: App) -> Self {
        Form {
            app,
            changing: RwSignal::new(None),
            draft: RwSignal::new(Draft::default()),
            refused: RwSignal::new(None),
        }
    }

    /// Whether this number is being changed.
    pub fn is_open(self, parameter: Parameter) -> bool {
        self.changing.get() == Some(parameter)
    }

    /// Opens for a number that has this value now, or closes again.
    pub fn open(self, parameter: Parameter, value: ParameterValue) {
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
    pub fn reset(self, parameter: Parameter) {
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

    /// The controls, with the effect of what is typed.
    pub fn view(self, parameter: Parameter) -> View {
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
        // Left to the browser while somebody types: a day that is typed in half looks empty, and to
        // write that back would empty it.
        let since = self.draft.with_untracked(|draft| draft.since.clone());
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
                            prop:value=since
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

/// A value as a control holds it.
pub fn plain(value: ParameterValue) -> String {
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
