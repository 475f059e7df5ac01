//! Says on every page of the example that nobody here exists, and leads out of it or back to its
//! beginning.

use crate::app::App;
use crate::background::spawn_local;
use crate::pages::Intake;
use crate::parts::dialog::Dialog;
use crate::parts::focus;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use leptos::prelude::*;

/// The ribbon.
#[component]
pub fn ExampleRibbon() -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let asking = RwSignal::new(None::<()>);
    let leave = move |_| {
        // What lies ready for the example is not meant for the own caseload.
        intake.clear();
        app.show_own();
        Route::Welcome.go();
    };
    View::of(move || {
        (app.mode.get() == Mode::Example).then(|| {
            let mixed = app.example_is_mixed.get();
            let reset = mixed.then(|| {
                view! {
                    <button
                        type="button"
                        class="kd-link-button"
                        data-kd="example-reset"
                        on:click=move |_| asking.set(Some(()))
                    >
                        "Beispiel zurücksetzen"
                    </button>
                }
            });
            view! {
                <aside class="kd-ribbon" aria-label="Beispiel">
                    <p>
                        <b>{if mixed { "Beispiel, geändert" } else { "Erfunden: Beispiel" }}</b>
                        <span class="kd-ribbon__more">
                            {if mixed {
                                " – bleibt unverschlüsselt in diesem Browser, bis Sie es zurücksetzen. Bitte keine echten Daten."
                            } else {
                                " – keine dieser Personen gibt es. Der Tag lässt sich oben verstellen."
                            }}
                        </span>
                    </p>
                    <div class="kd-ribbon__ways">
                        {reset}
                        <button type="button" class="kd-link-button" on:click=leave>
                            "Beispiel verlassen"
                        </button>
                    </div>
                    {move || asking.get().map(|()| view! { <Reset asking=asking/> })}
                </aside>
            }
        })
    })
}

/// Asks before the changes of the example are thrown away.
#[component]
fn Reset(asking: RwSignal<Option<()>>) -> View {
    let app = App::expect();
    let intake = Intake::expect();
    let reset = move |_| {
        asking.set(None);
        intake.clear();
        spawn_local(async move {
            let said = match app.reset_example().await {
                Ok(()) => "Das Beispiel ist wieder so wie am Anfang.",
                Err(_) => {
                    "Das Beispiel wurde nicht zurückgesetzt: Der Browser gibt den Speicher nicht frei. Bitte schließen Sie andere Fenster mit Kontaktdichte und versuchen Sie es noch einmal."
                }
            };
            app.toast.set(Some(Toast::plain(said)));
            focus::on_rendered("main h1");
        });
    };
    view! {
        <Dialog
            title="Beispiel zurücksetzen?"
            title_id="kd-reset-title"
            on_close=move |()| asking.set(None)
        >
            <div class="kd-ask">
                <p>
                    "Alles, was Sie am Beispiel geändert oder dort eingelesen haben, geht verloren. Das lässt sich nicht rückgängig machen. Ihr eigener Bestand ist davon nicht berührt."
                </p>
                <div class="kd-buttons">
                    <button
                        type="button"
                        class="kern-btn kern-btn--primary kd-button"
                        data-kd="example-reset-accept"
                        on:click=reset
                    >
                        <span class="kern-label">"Zurücksetzen"</span>
                    </button>
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        on:click=move |_| asking.set(None)
                    >
                        <span class="kern-label">"Abbrechen"</span>
                    </button>
                </div>
            </div>
        </Dialog>
    }
}
