//! Deleting everything: asked for with a typed word, because it cannot be taken back.

use super::not_erased;
use crate::app::App;
use crate::background::spawn_local;
use crate::keeping::status::Role;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::view::{View, view};
use caseload::letters::capitals;
use leptos::html;
use leptos::prelude::*;

/// The word to type.
const WORD: &str = "LÖSCHEN";

/// The section of the page.
#[component]
pub fn EraseAll() -> View {
    let app = App::expect();
    let word = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(None::<String>);
    // A damaged store is nobody's to change, but its owner may always throw it away.
    let blocked = move || matches!(app.role.get(), Role::Follower | Role::TakingOver);
    let refuse = move |why: String| {
        refused.set(Some(why));
        focus::on_rendered(".kd-erase [data-kd=error]");
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = word
            .get_untracked()
            .map_or(String::new(), |word| word.value());
        if !is_the_word(&typed) {
            refuse(format!(
                "Es wurde nichts gelöscht. Bitte geben Sie zur Bestätigung das Wort {WORD} ein."
            ));
            return;
        }
        spawn_local(async move {
            match app.erase_everything().await {
                Ok(()) => {
                    app.toast.set(Some(Toast::plain(
                        "Der Bestand ist aus diesem Browser gelöscht.",
                    )));
                    Route::Welcome.go();
                }
                Err(error) => refuse(not_erased::of_storage(&error).to_owned()),
            }
        });
    };
    view! {
        <section class="kd-section kd-erase" aria-labelledby="kd-erase-title">
            <h2 id="kd-erase-title">"Alles löschen"</h2>
            <p>
                "Löscht den ganzen eigenen Bestand aus diesem Browser: alle Personen, den Verlauf, die Passphrase und die Einstellungen. Es lässt sich nicht rückgängig machen. Nicht gelöscht werden Dateien, die Sie gesichert oder exportiert haben, und das Beispiel."
            </p>
            <p>
                "Laden Sie vorher eine Sicherung herunter, falls Sie den Bestand noch einmal brauchen."
            </p>
            <form class="kd-form" autocomplete="off" novalidate on:submit=submit>
                <div class="kd-form__field">
                    <label for="kd-erase-word">
                        {format!("Zur Bestätigung das Wort {WORD} eingeben")}
                    </label>
                    <input
                        id="kd-erase-word"
                        class="kd-field"
                        type="text"
                        data-kd="erase-word"
                        autocomplete="off"
                        spellcheck="false"
                        disabled=blocked
                        node_ref=word
                    />
                </div>
                {move || {
                    refused
                        .get()
                        .map(|why| {
                            view! {
                                <ErrorAlert title="Nicht gelöscht">
                                    <p>{why}</p>
                                </ErrorAlert>
                            }
                        })
                }}
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--secondary kd-button kd-button--danger"
                        data-kd="erase-all"
                        disabled=blocked
                    >
                        {Icon::Trash.view()}
                        <span class="kern-label">"Alles löschen"</span>
                    </button>
                </div>
            </form>
        </section>
    }
}

fn is_the_word(typed: &str) -> bool {
    capitals(typed.trim()) == WORD
}

#[cfg(test)]
mod tests {
    use super::is_the_word;

    #[test]
    fn only_the_word_will_do() {
        assert!(is_the_word(" Löschen "));
        for typed in ["", "LOSCHEN", "JA", "LÖSCHEN!"] {
            assert!(!is_the_word(typed), "{typed}");
        }
    }
}
