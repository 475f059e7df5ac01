//! The browser had lost the own caseload, and everything came back from the second copy. The user
//! shall know, because a storage that fails once may fail again.

use super::{Banner, Dismiss, Weight, way_to_backup};
use crate::app::App;
use crate::parts::icon::Icon;
use crate::stock::Mode;
use crate::view::{View, view};
use leptos::prelude::*;

/// The line, until it is put away or a backup is written.
#[component]
pub fn Returned() -> View {
    let app = App::expect();
    View::of(move || {
        (app.returned.get() && app.mode.get() == Mode::Own).then(|| {
            view! {
                <Banner weight=Weight::Warning icon=Icon::Shield>
                    <p data-kd="returned">
                        <b>"Ihr Bestand ist aus der zweiten Kopie zurück. "</b>
                        "Der Browser hatte seinen Speicher verloren, vermutlich durch einen Absturz. Alle gespeicherten Änderungen sind wieder da. Bitte machen Sie jetzt eine Sicherung."
                    </p>
                    {way_to_backup()}
                    <Dismiss on_press=move |()| app.forget_return()/>
                </Banner>
            }
        })
    })
}
