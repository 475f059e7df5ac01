//! Locks the own caseload at once.

use crate::app::App;
use crate::idle;
use crate::own::Gate;
use crate::parts::icon::Icon;
use crate::view::{View, view};
use leptos::prelude::*;

/// The button, while there is something to lock, whatever is on screen.
#[component]
pub fn LockButton() -> View {
    let app = App::expect();
    View::of(move || {
        (app.gate.get() == Gate::Open).then(|| {
            view! {
                <button
                    type="button"
                    class="kd-lock"
                    data-kd="lock"
                    title="Eigenen Bestand sperren (Strg+L)"
                    aria-keyshortcuts="Control+L"
                    on:click=move |_| idle::lock(app)
                >
                    {Icon::Lock.view()}
                    <span class="kd-lock__label">"Sperren"</span>
                </button>
            }
        })
    })
}
