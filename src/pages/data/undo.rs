//! What the last import did, and the way back. It stays until the next import.

use crate::app::App;
use crate::changing::Command;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::view::{View, view};
use leptos::prelude::*;

/// The panel; nothing as long as nothing can be undone.
#[component]
pub fn UndoPanel() -> View {
    let app = App::expect();
    let undo = move |_| {
        app.dispatch(Command::Undo);
        focus::on_rendered("main h1");
    };
    View::of(move || {
        app.imported.get().map(|done| {
            view! {
                <div class="kd-done">
                    <h2 id="kd-undo-title" tabindex="-1">
                        {Icon::CheckCircle.view()}
                        {done}
                    </h2>
                    <div class="kd-buttons">
                        <a class="kern-btn kern-btn--primary kd-button" href=Route::Due.href()>
                            <span class="kern-label">"Zur Liste der Fälligkeiten"</span>
                        </a>
                        <button
                            type="button"
                            class="kern-btn kern-btn--secondary kd-button"
                            data-kd="import-undo"
                            on:click=undo
                        >
                            {Icon::Undo.view()}
                            <span class="kern-label">"Rückgängig"</span>
                        </button>
                    </div>
                </div>
            }
        })
    })
}
