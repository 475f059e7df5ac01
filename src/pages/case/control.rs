//! One control of the form with its label and what is wrong with it. Lines and days are left to the
//! browser while somebody types: to put a half-typed day back into its field would empty it.

use super::fields::{Field, Kind};
use super::form::Form;
use crate::parts::icon::Icon;
use crate::view::{View, view};
use leptos::prelude::*;

/// Controls of fields, in their order.
pub fn controls(fields: &'static [Field], form: Form) -> View {
    fields
        .iter()
        .map(|field| control(field, form))
        .collect::<View>()
}

/// Id of a field's control.
pub fn id(field: &Field) -> String {
    format!("kd-case-{}", field.path.replace('/', "-"))
}

/// Whether a day was begun and is not whole, or does not exist. The browser hides such a text.
pub fn is_incomplete(field: &Field) -> bool {
    matches!(field.kind, Kind::Day)
        && document()
            .query_selector(&format!("#{}:invalid", id(field)))
            .is_ok_and(|found| found.is_some())
}

fn control(field: &'static Field, form: Form) -> View {
    let id = id(field);
    let fault_id = format!("{id}-fault");
    let fault = move || form.faults.with(|faults| faults.get(field.path).copied());
    let invalid = move || fault().map(|_| "true");
    let described = {
        let fault_id = fault_id.clone();
        move || fault().map(|_| fault_id.clone())
    };
    let take = move |event| form.take(field, event_target_value(&event));
    let initial = form.shown(field);
    let input = match field.kind {
        Kind::Line | Kind::Day => {
            let kind = if matches!(field.kind, Kind::Day) {
                "date"
            } else {
                "text"
            };
            view! {
                <input
                    id=id.clone()
                    class="kd-field"
                    type=kind
                    name=field.path
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=initial
                    aria-invalid=invalid
                    aria-describedby=described
                    on:input=take
                    on:blur=move |_| form.check(field)
                />
            }
        }
        Kind::Lines => view! {
            <textarea
                id=id.clone()
                class="kd-field kd-field--lines"
                name=field.path
                rows="3"
                autocomplete="off"
                prop:value=initial
                aria-invalid=invalid
                aria-describedby=described
                on:input=take
            ></textarea>
        },
        Kind::Choice(offers, nothing) => {
            let option = move |key: &'static str, label: &'static str| {
                view! {
                    <option value=key prop:selected=move || form.shown(field) == key>
                        {label}
                    </option>
                }
            };
            view! {
                <select
                    id=id.clone()
                    class="kd-field"
                    name=field.path
                    autocomplete="off"
                    aria-invalid=invalid
                    aria-describedby=described
                    on:change=take
                >
                    {nothing.map(|nothing| option("", nothing))}
                    {offers().into_iter().map(|(key, label)| option(key, label)).collect::<View>()}
                </select>
            }
        }
    };
    let message = move || {
        fault().map(|fault| {
            view! {
                <p class="kd-fault" id=fault_id.clone()>
                    {Icon::Alarm.view()}
                    <span>{fault.german()}</span>
                </p>
            }
        })
    };
    let is_wide = matches!(field.kind, Kind::Lines);
    view! {
        <div class="kd-case__field" class:kd-case__field--wide=is_wide>
            <label for=id>{field.label}</label>
            {input}
            {message}
        </div>
    }
}
