//! The states with their counts: an overview first, a filter second.

use super::list::List;
use super::looking::Looking;
use super::order::URGENCY;
use crate::german;
use crate::parts::icon::Icon;
use crate::parts::state_badge::tone;
use crate::reactive::Memo;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::DueState;
use rules::wording::{state_label, state_meaning};
use std::sync::Arc;

/// One chip per state; pressed ones are shown.
#[component]
pub fn Chips(list: Memo<Option<Arc<List>>>, looking: Looking) -> View {
    let counts = Memo::new(move |_| {
        list.with(|list| {
            list.as_ref()
                .map(|list| list.evaluation().overview.counts().to_vec())
        })
        .unwrap_or_default()
    });
    let chip = move |state: DueState| {
        let count = Memo::new(move |_| {
            counts.with(|counts| {
                counts
                    .iter()
                    .find(|(counted, _)| *counted == state)
                    .map_or(0, |(_, count)| *count)
            })
        });
        let pressed = move || looking.states.with(|states| states.contains(&state));
        view! {
            <li>
                <button
                    type="button"
                    class=format!("kd-chip {}", tone(state))
                    class:kd-chip--none=move || count.get() == 0
                    data-kd="due-count"
                    data-state=state.key()
                    data-count=move || count.get().to_string()
                    aria-pressed=move || pressed().to_string()
                    title=state_meaning(state)
                    on:click=move |_| looking.toggle(state)
                >
                    {Icon::of_state(state).view()}
                    <b>{move || german::count(count.get())}</b>
                    <span>{state_label(state)}</span>
                </button>
            </li>
        }
    };
    view! {
        <ul class="kd-chips" aria-label="Nach Stand filtern">
            {URGENCY.map(chip).into_iter().collect::<View>()}
        </ul>
    }
}
