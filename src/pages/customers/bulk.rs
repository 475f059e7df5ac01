//! One change for everybody who is ticked, as one step that undo takes back.

use crate::app::App;
use crate::german;
use crate::pages::case::fields::{CLOSING, Field, STANDING};
use crate::parts::control::Kind;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::history::{Deed, Edit, Sheet};
use leptos::prelude::*;
use rules::facts::CaseId;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The bar above the table.
#[component]
pub fn Bulk() -> View {
    let app = App::expect();
    let path = RwSignal::new(String::new());
    let value = RwSignal::new(String::new());
    let blocked = writing::is_blocked(app);
    let choose = move |event| {
        path.set(event_target_value(&event));
        value.set(String::new());
    };
    let paths = fields().map(|field| view! { <option value=field.path>{field.label}</option> });
    let control = move || field(&path.get()).map(|field| value_control(field, value));
    let apply = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field(&path.get_untracked()) else {
            return;
        };
        set_all(app, field, &value.get_untracked());
    };
    view! {
        <form class="kd-row kd-bulk" data-kd="bulk-form" autocomplete="off" on:submit=apply>
            <button
                type="button"
                class="kd-link-button"
                data-kd="pick-all"
                on:click=move |_| pick_all()
            >
                "Alle in der Liste auswählen"
            </button>
            <label for="kd-bulk-field">"Für ausgewählte"</label>
            <select id="kd-bulk-field" class="kd-field" data-kd="bulk-field" on:change=choose>
                <option value="">"Angabe wählen"</option>
                {paths.collect::<View>()}
            </select>
            {control}
            <button
                type="submit"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="bulk-save"
                disabled=move || blocked.get() || path.with(String::is_empty)
            >
                <span class="kern-label">"Setzen"</span>
            </button>
        </form>
    }
}

fn fields() -> impl Iterator<Item = &'static Field> {
    STANDING.iter().chain(&CLOSING)
}

fn field(path: &str) -> Option<&'static Field> {
    fields().find(|field| field.path == path)
}

fn value_control(field: &'static Field, value: RwSignal<String>) -> View {
    let take = move |event| value.set(event_target_value(&event));
    match field.kind {
        Kind::Choice(offers, nothing) => {
            let offers = offers();
            if nothing.is_none()
                && let Some((first, _)) = offers.first()
            {
                value.set((*first).to_owned());
            }
            let option = |(key, label): (&'static str, &'static str)| {
                view! { <option value=key>{label}</option> }
            };
            let nothing = nothing.map(|nothing| option(("", nothing)));
            view! {
                <select class="kd-field" data-kd="bulk-value" aria-label=field.label on:change=take>
                    {nothing}
                    {offers.into_iter().map(option).collect::<View>()}
                </select>
            }
        }
        Kind::Line | Kind::Lines | Kind::Day => {
            let kind = if matches!(field.kind, Kind::Day) {
                "date"
            } else {
                "text"
            };
            view! {
                <input
                    class="kd-field"
                    type=kind
                    data-kd="bulk-value"
                    aria-label=field.label
                    autocomplete="off"
                    on:input=take
                />
            }
        }
    }
}

/// The ticks in the rows of the table.
fn ticks() -> Vec<HtmlInputElement> {
    let mut found = Vec::new();
    let mut row = document()
        .query_selector("[data-kd=customer-row]")
        .ok()
        .flatten();
    while let Some(here) = row {
        let tick = here
            .query_selector("[data-kd=customer-pick]")
            .ok()
            .flatten();
        found.extend(tick.and_then(|tick| tick.dyn_into::<HtmlInputElement>().ok()));
        row = here.next_element_sibling();
    }
    found
}

fn pick_all() {
    for tick in ticks() {
        tick.set_checked(true);
    }
}

/// Sets a fact of everybody who is ticked.
fn set_all(app: App, field: &Field, value: &str) {
    let say = |text: String| app.toast.set(Some(Toast::plain(text)));
    let picked: Vec<CaseId> = ticks()
        .iter()
        .filter(|tick| tick.checked())
        .filter_map(|tick| tick.closest("[data-case]").ok().flatten())
        .filter_map(|row| row.get_attribute("data-case"))
        .map(|case| CaseId::from(case.as_str()))
        .collect();
    if picked.is_empty() {
        return say("Bitte wählen Sie zuerst Personen aus.".to_owned());
    }
    let Some(caseload) = app.caseload_untracked() else {
        return;
    };
    let mut edits = Vec::new();
    for case in &picked {
        let Some(customer) = caseload.customer(case) else {
            continue;
        };
        let mut changed = customer.clone();
        if let Err(fault) = (field.of)(&mut changed).take(value) {
            return say(fault.german().to_owned());
        }
        if changed != *customer {
            edits.push(Edit::Sheet(Box::new(Sheet::of(&changed))));
        }
    }
    let done = format!(
        "{} gesetzt für {}.",
        field.label,
        german::counted(edits.len(), "Person", "Personen")
    );
    if let Err(unchanged) = app.edit(Deed::CustomersRevised, edits, done) {
        say(unchanged.to_string());
    }
}
