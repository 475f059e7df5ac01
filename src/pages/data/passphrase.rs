//! Changing the passphrase. The records stay as they are: only the key that opens them is wrapped
//! anew, and backups written before keep the old passphrase.

use crate::app::App;
use crate::attempts::Attempts;
use crate::background::spawn_local;
use crate::clock;
use crate::own::{SetUpError, UnlockFailure};
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::passphrase_field::{Asked, PassphraseField, agreed, look, take};
use crate::parts::strength_meter::StrengthMeter;
use crate::parts::toast::Toast;
use crate::parts::writing;
use crate::pause::pause;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::sealing::{Passphrase, Strength, UnlockError, strength};
use leptos::prelude::*;

/// How far the change has come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Nothing is under way.
    Waiting,
    /// The keys are being derived.
    Working,
    /// It was refused, in German.
    Refused(String),
}

/// The form.
#[component]
pub fn ChangePassphrase() -> View {
    let app = App::expect();
    let (present, new, repeat) = (NodeRef::new(), NodeRef::new(), NodeRef::new());
    let verdict = RwSignal::new(None::<Strength>);
    let stage = RwSignal::new(Stage::Waiting);
    let attempts = StoredValue::new(Attempts::default());
    let blocked = writing::is_blocked(app);
    let measure = move || {
        let text = look(new);
        verdict.set((!text.is_empty()).then(|| strength(&text)));
    };
    let is_wrong = Signal::derive(move || matches!(stage.get(), Stage::Refused(_)));
    let refuse = move |why: String| {
        stage.set(Stage::Refused(why));
        focus::on_rendered(".kd-change [data-kd=error]");
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if stage.get_untracked() == Stage::Working {
            return;
        }
        if look(present).is_empty() {
            let why = "Bitte geben Sie zuerst die bisherige Passphrase ein.";
            return refuse(why.to_owned());
        }
        let wanted = match agreed(new, repeat) {
            Ok(wanted) => wanted,
            Err(why) => return refuse(why),
        };
        let known = Passphrase::for_unlocking(&take(present));
        stage.set(Stage::Working);
        spawn_local(async move {
            pause(attempts.get_value().left(clock::now())).await;
            let outcome = app.change_passphrase(known, wanted).await;
            // The page goes when the caseload is locked meanwhile.
            if attempts.try_get_value().is_none() {
                return;
            }
            match outcome {
                Ok(Ok(())) => {
                    drop((take(new), take(repeat)));
                    verdict.set(None);
                    stage.set(Stage::Waiting);
                    attempts.set_value(Attempts::default());
                    app.toast.set(Some(Toast::plain(
                        "Die Passphrase ist geändert. Bitte schreiben Sie jetzt auch eine neue Sicherung; ältere öffnen sich weiter nur mit der alten.",
                    )));
                }
                Ok(Err(error)) => refuse(not_changed(&error)),
                Err(failure) => {
                    if let UnlockFailure::Wrong { .. } = failure {
                        attempts.update_value(|attempts| *attempts = attempts.failed(clock::now()));
                    }
                    refuse(not_unlocked(&failure));
                }
            }
        });
    };
    view! {
        <form class="kd-form kd-change" autocomplete="off" novalidate on:submit=submit>
            <h3>"Passphrase ändern"</h3>
            <p>
                "Die gespeicherten Einträge werden dabei nicht neu geschrieben. Sicherungen von früher öffnen sich weiter mit der alten Passphrase. Vergessene Passphrasen kann niemand wiederherstellen: Bitte schreiben Sie die neue auf und verwahren Sie sie getrennt vom Computer."
            </p>
            <PassphraseField
                label="Bisherige Passphrase"
                id="kd-present"
                mark="passphrase-present"
                asked=Asked::Present
                field=present
                described_by="kd-change-error"
                is_wrong=is_wrong
            />
            <PassphraseField
                label="Neue Passphrase (mindestens 12 Zeichen)"
                id="kd-new"
                mark="passphrase-new"
                asked=Asked::New
                field=new
                described_by="kd-new-strength"
                is_wrong=is_wrong
                on_input=Callback::new(move |()| measure())
            />
            <StrengthMeter strength=verdict id="kd-new-strength"/>
            <PassphraseField
                label="Neue Passphrase noch einmal"
                id="kd-new-repeat"
                mark="passphrase-new-repeat"
                asked=Asked::New
                field=repeat
                described_by="kd-change-error"
                is_wrong=is_wrong
            />
            {move || match stage.get() {
                Stage::Waiting => View::nothing(),
                Stage::Working => {
                    view! {
                        <p class="kd-reading" role="status">
                            "Der Schlüssel wird berechnet …"
                        </p>
                    }
                }
                Stage::Refused(why) => {
                    view! {
                        <ErrorAlert title="Die Passphrase ist nicht geändert">
                            <p id="kd-change-error">{why}</p>
                        </ErrorAlert>
                    }
                }
            }}
            <div class="kd-buttons">
                <button
                    type="submit"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd="passphrase-change"
                    disabled=move || blocked.get()
                >
                    {Icon::Lock.view()}
                    <span class="kern-label">"Passphrase ändern"</span>
                </button>
            </div>
        </form>
    }
}

fn not_unlocked(failure: &UnlockFailure) -> String {
    match failure {
        UnlockFailure::Wrong { .. } => format!(
            "Bisherige Passphrase: {}",
            UnlockError::WrongPassphrase.german()
        ),
        UnlockFailure::Derivation(error) => error.german(),
        UnlockFailure::Shut => "Der Bestand ist nicht mehr geöffnet. Bitte entsperren Sie ihn und versuchen Sie es noch einmal.".to_owned(),
    }
}

fn not_changed(error: &SetUpError) -> String {
    match error {
        SetUpError::Sealing(error) => error.german(),
        SetUpError::Storage(_) | SetUpError::Present => "Der Browser hat die Änderung nicht gespeichert; es gilt weiter die bisherige Passphrase. Bitte versuchen Sie es noch einmal.".to_owned(),
    }
}
