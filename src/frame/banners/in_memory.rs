//! The browser keeps nothing, so the own caseload lasts as long as the window.

use super::{Banner, Weight};
use crate::app::App;
use crate::own::Gate;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::stock::Mode;
use crate::view::{View, view};
use leptos::prelude::*;

/// The line, while the own caseload is only in memory.
#[component]
pub fn InMemory() -> View {
    let app = App::expect();
    View::of(move || {
        (app.gate.get() == Gate::Memory && app.mode.get() == Mode::Own).then(|| {
            view! {
                <Banner weight=Weight::Warning icon=Icon::Info>
                    <p>
                        <b>"Nur im Arbeitsspeicher. "</b>
                        "Der Browser speichert nichts für diese Seite. Was Sie behalten wollen, sichern Sie als Datei, bevor Sie das Fenster schließen."
                    </p>
                    <div class="kd-banner__ways">
                        <a class="kd-link" href=Route::Data.href()>
                            "Als Datei sichern"
                        </a>
                    </div>
                </Banner>
            }
        })
    })
}
