//! Search, group, and how much of the list is on screen.

use super::list::List;
use super::looking::Looking;
use super::order::Order;
use crate::german;
use crate::pages::case::add::AddCase;
use crate::parts::icon::Icon;
use crate::reactive::Memo;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::wording::group_label;
use rules::{Group, Standard};
use std::sync::Arc;

const GROUPS: [Group; 5] = [
    Group::Under(Standard::U25),
    Group::Under(Standard::K1),
    Group::Under(Standard::K3),
    Group::Open,
    Group::Exempt,
];

/// The line above the table.
#[component]
pub fn Toolbar(list: Memo<Option<Arc<List>>>, looking: Looking, shown: Memo<Arc<[usize]>>) -> View {
    let total = move || list.with(|list| list.as_ref().map_or(0, |list| list.len()));
    let how_many = move || {
        let (total, visible) = (total(), shown.with(|shown| shown.len()));
        let people = german::counted(total, "Person", "Personen");
        if visible == total {
            people
        } else {
            format!("{} von {people}", german::count(visible))
        }
    };
    let restore = move || {
        (looking.order.get() != Order::Rules).then(|| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    on:click=move |_| looking.order.set(Order::Rules)
                >
                    {Icon::Undo.view()}
                    "Reihenfolge der Regeln"
                </button>
            }
        })
    };
    let reset = move || {
        looking.is_filtered().then(|| {
            view! {
                <button type="button" class="kd-link-button" on:click=move |_| looking.reset()>
                    {Icon::Close.view()}
                    "Filter aufheben"
                </button>
            }
        })
    };
    view! {
        <div class="kd-toolbar" role="search">
            <div class="kd-search">
                {Icon::Search.view()}
                <label class="kern-sr-only" for="kd-search">
                    "In der Liste suchen"
                </label>
                <input
                    id="kd-search"
                    class="kd-field"
                    type="search"
                    data-kd="due-search"
                    placeholder="Name oder Nummer"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || looking.search.get()
                    on:input=move |event| looking.search.set(event_target_value(&event))
                />
            </div>
            <div class="kd-toolbar__group">
                <label for="kd-group">"Gruppe"</label>
                <select
                    id="kd-group"
                    class="kd-field"
                    on:change=move |event| looking.group.set(group_of(&event_target_value(&event)))
                    prop:value=move || looking.group.get().map_or("", Group::key)
                >
                    <option value="">"alle"</option>
                    {GROUPS
                        .map(|group| view! { <option value=group.key()>{group_label(group)}</option> })
                        .into_iter()
                        .collect::<View>()}
                </select>
            </div>
            <p class="kd-toolbar__count" role="status" aria-live="polite">
                {how_many}
            </p>
            <p class="kd-toolbar__resets">{reset} {restore}</p>
            <div class="kd-toolbar__add">
                <AddCase/>
            </div>
        </div>
    }
}

fn group_of(key: &str) -> Option<Group> {
    GROUPS.into_iter().find(|group| group.key() == key)
}
