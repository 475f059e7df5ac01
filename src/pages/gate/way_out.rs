//! The example is always there, whatever stands in the way of the own caseload.

use crate::app::App;
use crate::pages::Intake;
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Opens the example.
#[component]
pub fn ExampleButton() -> impl IntoView {
    let app = App::expect();
    let intake = Intake::expect();
    let open = move |_| {
        // What lies ready for one caseload is not meant for another.
        intake.clear();
        spawn_local(async move {
            app.open_example().await;
            Route::Due.go();
        });
    };
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="door-example"
            on:click=open
        >
            <span class="kern-label">"Beispiel öffnen"</span>
        </button>
    }
}
