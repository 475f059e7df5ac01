//! Printing the page on screen.

use super::icon::Icon;
use crate::view::{View, view};
use leptos::prelude::*;

/// Opens the browser's own print dialog.
#[component]
pub fn PrintButton() -> View {
    view! {
        <button
            type="button"
            class="kd-link-button"
            data-kd="print"
            on:click=move |_| drop(window().print())
        >
            {Icon::Print.view()}
            "Drucken"
        </button>
    }
}
