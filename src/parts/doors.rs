//! The doors into the application: own caseload, or the example.

use super::icon::Icon;
use crate::app::{App, Command};
use crate::pages::Intake;
use crate::route::Route;
use crate::stock::Mode;
use leptos::prelude::*;

/// Both doors side by side.
#[component]
pub fn Doors() -> impl IntoView {
    let app = App::expect();
    let intake = Intake::expect();
    let open_own = move |_| {
        if app.mode.get_untracked() == Mode::Example {
            // What lies ready for the example is not meant for the own caseload.
            intake.clear();
            app.dispatch(Command::OpenOwn);
        }
        Route::Data.go();
    };
    let open_example = move |_| {
        intake.clear();
        app.dispatch(Command::OpenExample);
        Route::Due.go();
    };
    view! {
        <ul class="kd-doors">
            <li class="kd-door">
                <span class="kd-door__icon">{Icon::Upload.view()}</span>
                <h2>"Mit eigenem Bestand arbeiten"</h2>
                <p>
                    "Lesen Sie eine Liste aus dem Fachverfahren oder aus Excel (CSV) ein. Sie sehen vorher, was daraus wird, und können es zurücknehmen."
                </p>
                <p class="kd-door__limit">
                    {Icon::Info.view()}
                    <span>
                        "Nicht gespeichert – nur im Arbeitsspeicher; als Datei sichern. Mit dem Fenster schließen Sie in dieser Version auch den Bestand."
                    </span>
                </p>
                <button
                    type="button"
                    class="kern-btn kern-btn--primary kd-button"
                    data-kd="door-own"
                    on:click=open_own
                >
                    <span class="kern-label">"Bestand einlesen"</span>
                </button>
            </li>
            <li class="kd-door">
                <span class="kd-door__icon">{Icon::List.view()}</span>
                <h2>"Beispiel ansehen"</h2>
                <p>
                    "320 erfundene Kundinnen und Kunden mit Kontakten und Terminen, sofort und ohne Vorbereitung. Den Tag von heute können Sie dort verstellen."
                </p>
                <p class="kd-door__limit">
                    {Icon::Info.view()}
                    <span>"Alle Namen und Nummern sind erfunden. Sie können nichts falsch machen."</span>
                </p>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd="door-example"
                    on:click=open_example
                >
                    <span class="kern-label">"Beispiel öffnen"</span>
                </button>
            </li>
        </ul>
    }
}
