//! Light, dark, or as the system.

use crate::parts::icon::Icon;
use crate::reactive::RwSignal;
use crate::theme::{self, Theme};
use crate::view::{View, view};
use leptos::prelude::*;

/// Three choices of which one holds.
#[component]
pub fn ThemeSwitch() -> View {
    let chosen = RwSignal::new(theme::remembered());
    let choice = move |theme: Theme| {
        let choose = move |_| {
            chosen.set(theme);
            theme::choose(theme);
        };
        view! {
            <label class="kd-theme__choice" title=theme.label()>
                <input
                    type="radio"
                    name="kd-theme"
                    value=theme.key()
                    prop:checked=move || chosen.get() == theme
                    on:change=choose
                />
                {icon(theme).view()}
                <span class="kern-sr-only">{theme.label()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="kd-theme">
            <legend class="kern-sr-only">"Darstellung"</legend>
            {Theme::ALL.map(choice).into_iter().collect::<View>()}
        </fieldset>
    }
}

fn icon(theme: Theme) -> Icon {
    match theme {
        Theme::System => Icon::System,
        Theme::Light => Icon::Sun,
        Theme::Dark => Icon::Moon,
    }
}
