//! Changes that the browser has not taken: why, and the two ways to keep them.

use super::{Banner, Weight};
use crate::app::App;
use crate::background::spawn_local;
use crate::backup::{BackupError, Target};
use crate::frame::save_state;
use crate::keeping::status::{SaveFailure, SaveState};
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::Memo;
use crate::stock::Mode;
use crate::store::fault::StoreError;
use crate::view::{View, view};
use leptos::prelude::*;

/// Why changes wait. Another attempt says "saving" for a moment; the reason stays until it has
/// succeeded.
pub fn failure(app: App) -> Memo<Option<SaveFailure>> {
    Memo::new(
        move |before: Option<&Option<SaveFailure>>| match app.save.get() {
            SaveState::Failed(failure) => Some(failure),
            SaveState::Saving => before.cloned().flatten(),
            SaveState::Saved | SaveState::Memory => None,
        },
    )
}

/// The line, while changes wait.
#[component]
pub fn Unsaved(failure: Memo<Option<SaveFailure>>) -> View {
    let app = App::expect();
    let again = move |_| {
        if let Some(keeper) = app.keeper(app.place()) {
            keeper.write();
        }
    };
    let back_up = move |_| {
        spawn_local(async move {
            let said = match app.back_up(Target::Download).await {
                Ok(_) => {
                    "Die Sicherung wurde an den Browser übergeben. Bitte prüfen Sie, ob sie im Ordner für Downloads liegt.".to_owned()
                }
                Err(BackupError::Sealing(error)) => error.german(),
                Err(BackupError::NotOpen | BackupError::File(_) | BackupError::Download) => {
                    "Der Browser hat die Sicherung nicht angenommen. Bitte schließen Sie andere Fenster und versuchen Sie es noch einmal.".to_owned()
                }
            };
            app.toast.set(Some(Toast::plain(said)));
        });
    };
    View::of(move || {
        failure.get().map(|failure| {
            let retry = can_be_tried_again(&failure).then(|| {
                view! {
                    <button
                        type="button"
                        class="kd-link-button"
                        data-kd="save-again"
                        on:click=again
                    >
                        "Noch einmal versuchen"
                    </button>
                }
            });
            let backup = (app.mode.get() == Mode::Own).then(|| {
                view! {
                    <button
                        type="button"
                        class="kd-link-button"
                        data-kd="save-backup"
                        on:click=back_up
                    >
                        "Sicherung herunterladen"
                    </button>
                }
            });
            view! {
                <Banner weight=Weight::Danger icon=Icon::Alarm>
                    <p>
                        <b>"Nicht gespeichert. "</b>
                        {save_state::failed(&failure)}
                    </p>
                    <div class="kd-banner__ways">{retry} {backup}</div>
                </Banner>
            }
        })
    })
}

/// Whether the same attempt may succeed later on this page.
fn can_be_tried_again(failure: &SaveFailure) -> bool {
    match failure {
        SaveFailure::Store(StoreError::Gone) | SaveFailure::Overtaken | SaveFailure::Sealing(_) => {
            false
        }
        SaveFailure::Store(
            StoreError::Denied
            | StoreError::Full
            | StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Broken(_),
        ) => true,
    }
}
