//! Deleting a caseload that nobody can open any more. It asks for a typed word;
//! whoever shows it offers a file with everything first.

use super::field_error;
use crate::app::App;
use crate::background::spawn_local;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::store::fault::StoreError;
use crate::view::{Children, View, view};
use leptos::html;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// What has to be typed.
const WORD: &str = "LÖSCHEN";

/// Word and button, below what has to be said before.
#[component]
pub fn Erase(
    /// What to do first.
    children: Children,
) -> View {
    let app = App::expect();
    let field = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(None::<&'static str>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field
            .get_untracked()
            .map_or_else(String::new, |field| field.value());
        if typed.trim() != WORD {
            wrong.set(Some(
                "Es wurde nichts gelöscht. Bitte geben Sie das Wort LÖSCHEN in Großbuchstaben ein.",
            ));
            focus::on("#kd-erase-word");
            return;
        }
        wrong.set(None);
        spawn_local(async move {
            match app.erase_everything().await {
                Ok(()) => {
                    app.toast.set(Some(Toast::plain(
                        "Der Bestand wurde aus diesem Browser gelöscht.",
                    )));
                    focus::on_rendered("main h1");
                }
                Err(error) => {
                    let _ = wrong.try_set(Some(refused(&error)));
                    focus::on_rendered("#kd-erase-word");
                }
            }
        });
    };
    view! {
        <div class="kd-gate__erase">
            <h2>"Bestand löschen"</h2>
            {children()}
            <form class="kd-gate__form" novalidate on:submit=submit>
                <label for="kd-erase-word">
                    "Zum Löschen geben Sie das Wort "
                    <b>{WORD}</b>
                    " ein"
                </label>
                <input
                    node_ref=field
                    id="kd-erase-word"
                    class="kd-field kd-gate__word"
                    type="text"
                    data-kd="erase-word"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="kd-erase-error"
                    aria-invalid=move || wrong.get().map(|_| "true")
                />
                {move || wrong.get().map(|text| field_error("kd-erase-error", text.to_owned()))}
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--secondary kd-button kd-button--danger"
                        data-kd="erase-accept"
                    >
                        {Icon::Alarm.view()}
                        <span class="kern-label">"Bestand endgültig löschen"</span>
                    </button>
                </div>
            </form>
        </div>
    }
}

fn refused(error: &StoreError) -> &'static str {
    match error {
        StoreError::Blocked => {
            "Noch nicht gelöscht: Ein anderes Fenster hält den Bestand offen. Bitte schließen Sie alle anderen Fenster mit Kontaktdichte, dann wird er gelöscht."
        }
        StoreError::Denied
        | StoreError::Full
        | StoreError::NewerVersion
        | StoreError::Conflict
        | StoreError::Gone
        | StoreError::Broken(_) => {
            "Der Browser hat den Bestand nicht gelöscht. Bitte schließen Sie andere Fenster mit Kontaktdichte, laden Sie die Seite neu und versuchen Sie es noch einmal."
        }
    }
}
