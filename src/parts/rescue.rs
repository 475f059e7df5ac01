//! The way to a rescue file: everything that lies in one of the stores, as it lies there. The button
//! is plain markup. What it does stands in `rescue.js`, so that it works even when the program
//! does not; the script reports back with an event.

use super::icon::Icon;
use crate::store::name::Name;
use crate::view::{View, view};
use leptos::ev;
use leptos::prelude::*;

/// Saves a rescue file. What came of it is said below the button.
#[component]
pub fn RescueButton(
    /// The store to save.
    store: Name,
    /// Called when the file was handed over to the browser.
    #[prop(optional, into)]
    on_saved: Option<Callback<()>>,
) -> View {
    let saved = move |_: ev::CustomEvent| {
        if let Some(on_saved) = on_saved {
            on_saved.run(());
        }
    };
    view! {
        <div class="kd-rescue">
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="rescue"
                data-store=store.as_str()
                on:kd-rescued=saved
            >
                {Icon::Download.view()}
                <span class="kern-label">"Rettungsdatei speichern"</span>
            </button>
            <p class="kd-rescue__said" role="status"></p>
        </div>
    }
}
