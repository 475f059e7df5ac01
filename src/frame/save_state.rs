//! Says whether the work is saved: in a word, an icon and a mark, and in full as a hint.

use crate::app::App;
use crate::keeping::status::{SaveFailure, SaveState};
use crate::parts::icon::Icon;
use crate::route::Route;
use crate::stock::Mode;
use crate::store::fault::StoreError;
use crate::view::{View, view};
use leptos::prelude::*;

/// The state of saving, with the way to the page where one can do something about it.
#[component]
pub fn SaveStateMark() -> View {
    let app = App::expect();
    View::of(move || {
        (app.mode.get() != Mode::Empty).then(|| {
            let state = app.save.get();
            view! {
                <a
                    class="kd-save-state"
                    class:kd-save-state--at-risk=is_at_risk(&state)
                    data-kd="save-state"
                    data-state=key(&state)
                    href=Route::Data.href()
                    title=hint(&state, app.mode.get())
                >
                    {icon(&state).view()}
                    <span>{word(&state, app.mode.get())}</span>
                </a>
            }
        })
    })
}

fn is_at_risk(state: &SaveState) -> bool {
    matches!(state, SaveState::Failed(_))
}

fn key(state: &SaveState) -> &'static str {
    match state {
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::Failed(_) => "failed",
        SaveState::Memory => "memory",
    }
}

fn icon(state: &SaveState) -> Icon {
    match state {
        SaveState::Saved => Icon::CheckCircle,
        SaveState::Saving => Icon::Clock,
        SaveState::Failed(_) => Icon::Alarm,
        SaveState::Memory => Icon::Info,
    }
}

fn word(state: &SaveState, mode: Mode) -> &'static str {
    match (state, mode) {
        (SaveState::Saved, _) => "Gespeichert",
        (SaveState::Saving, _) => "Wird gespeichert …",
        (SaveState::Failed(_), _) => "Nicht gespeichert",
        (SaveState::Memory, Mode::Example) => "Unverändert",
        (SaveState::Memory, Mode::Own | Mode::Empty) => "Nur im Arbeitsspeicher",
    }
}

fn hint(state: &SaveState, mode: Mode) -> &'static str {
    match (state, mode) {
        (SaveState::Saved, Mode::Example) => {
            "Das geänderte Beispiel liegt im Speicher dieses Browsers."
        }
        (SaveState::Saved, Mode::Own | Mode::Empty) => {
            "Alles liegt verschlüsselt im Speicher dieses Browsers."
        }
        (SaveState::Saving, _) => "Der Browser hat die letzte Änderung noch nicht bestätigt.",
        (SaveState::Failed(failure), _) => failed(failure),
        (SaveState::Memory, Mode::Example) => {
            "Am Beispiel wurde nichts geändert; es gibt nichts zu speichern."
        }
        (SaveState::Memory, Mode::Own | Mode::Empty) => {
            "Der Browser speichert nichts für diese Seite. Sichern Sie den Bestand als Datei, bevor Sie das Fenster schließen."
        }
    }
}

/// Why changes are not saved, and what to do.
pub fn failed(failure: &SaveFailure) -> &'static str {
    match failure {
        SaveFailure::Store(StoreError::Full) => {
            "Der Speicher ist voll. Die letzten Änderungen stehen nur im Arbeitsspeicher. Laden Sie jetzt eine Sicherung herunter, schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal."
        }
        SaveFailure::Store(StoreError::Gone) => {
            "Der Browser hat den Speicher geschlossen oder geleert. Die letzten Änderungen stehen nur im Arbeitsspeicher. Laden Sie jetzt eine Sicherung herunter und laden Sie danach die Seite neu."
        }
        SaveFailure::Store(
            StoreError::Denied
            | StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Broken(_),
        ) => {
            "Der Browser nimmt keine Daten an. Die letzten Änderungen stehen nur im Arbeitsspeicher. Laden Sie jetzt eine Sicherung herunter und versuchen Sie es noch einmal."
        }
        SaveFailure::Overtaken => {
            "Ein anderes Fenster hat übernommen, bevor die letzten Änderungen geschrieben waren. Übernehmen Sie den Bestand hier, dann werden sie nachgetragen."
        }
        SaveFailure::Sealing(_) => {
            "Die letzten Änderungen konnten nicht verschlüsselt werden und stehen nur im Arbeitsspeicher. Laden Sie jetzt eine Sicherung herunter und laden Sie danach die Seite neu."
        }
    }
}
