//! Setting up the own caseload: the clearance first, then a passphrase, and said before it counts
//! that nobody can bring a forgotten one back.

use super::field_error;
use crate::app::App;
use crate::background::spawn_local;
use crate::own::SetUpError;
use crate::parts::alert::{ErrorAlert, Notice};
use crate::parts::doors::ExampleButton;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::passphrase_field::{Asked, PassphraseField, look, take};
use crate::parts::strength_meter::StrengthMeter;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::store::fault::StoreError;
use crate::store::privacy::{self, Privacy};
use crate::view::{View, view};
use caseload::sealing::{MIN_CHARS, Passphrase, Strength, TooShort, strength};
use leptos::html;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// What is missing before a caseload can be set up, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    Clearance,
    Length(TooShort),
    Repeat,
}

impl Missing {
    /// Where it is missing.
    fn selector(self) -> &'static str {
        match self {
            Missing::Clearance => "#kd-clearance",
            Missing::Length(_) => "#kd-passphrase",
            Missing::Repeat => "#kd-passphrase-repeat",
        }
    }

    fn german(self) -> String {
        match self {
            Missing::Clearance => "Ohne diese Bestätigung wird kein eigener Bestand angelegt. Bitte klären Sie die Freigabe und setzen Sie dann das Häkchen. Bis dahin steht Ihnen das Beispiel offen.".to_owned(),
            Missing::Length(TooShort { chars: 0 }) => {
                format!("Bitte wählen Sie eine Passphrase mit mindestens {MIN_CHARS} Zeichen.")
            }
            Missing::Length(short) => short.german(),
            Missing::Repeat => "Die beiden Eingaben sind nicht gleich. Bitte geben Sie die Passphrase noch einmal genauso ein wie darüber.".to_owned(),
        }
    }
}

/// Where the form stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    Filling,
    Making,
    Failed(SetUpError),
}

/// The form.
#[component]
pub fn SetUp() -> View {
    let app = App::expect();
    let clearance = NodeRef::<html::Input>::new();
    let (field, repeat) = (NodeRef::new(), NodeRef::new());
    let measured = RwSignal::new(None::<Strength>);
    let missing = RwSignal::new(Vec::<Missing>::new());
    let progress = RwSignal::new(Progress::Filling);
    let is_making = move || progress.get() == Progress::Making;
    let measure = move || {
        let typed = look(field);
        measured.set((!typed.is_empty()).then(|| strength(&typed)));
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if progress.get_untracked() == Progress::Making {
            return;
        }
        let found = missing_in(clearance, field, repeat);
        let first = found.first().copied();
        missing.set(found);
        if let Some(first) = first {
            progress.set(Progress::Filling);
            focus::on(first.selector());
            return;
        }
        let Ok(passphrase) = Passphrase::new(&take(field)) else {
            return;
        };
        drop(take(repeat));
        measured.set(None);
        progress.set(Progress::Making);
        spawn_local(async move {
            match app.set_up(passphrase).await {
                Ok(()) => {
                    Route::Data.go();
                    focus::on_rendered("main h1");
                }
                Err(error) => {
                    // The form is gone if the gate has changed meanwhile.
                    let _ = progress.try_set(Progress::Failed(error));
                    focus::on_rendered(".kd-gate__end [data-kd=error]");
                }
            }
        });
    };
    let message = move |selector: &'static str, id: &'static str| {
        move || {
            missing.with(|missing| {
                missing
                    .iter()
                    .find(|missing| missing.selector() == selector)
                    .map(|missing| field_error(id, missing.german()))
            })
        }
    };
    let is_missing = move |selector: &'static str| {
        Signal::derive(move || {
            missing.with(|missing| missing.iter().any(|one| one.selector() == selector))
        })
    };
    let cleared_missing = is_missing("#kd-clearance");
    view! {
        <div class="kd-page kd-page--narrow kd-gate">
            <h1 tabindex="-1">"Eigenen Bestand anlegen"</h1>
            <p>
                "Ihr Bestand wird verschlüsselt in diesem Browser gespeichert. Lesen kann ihn nur, wer Ihre Passphrase kennt."
            </p>
            <PrivateWindow/>
            <form class="kd-gate__form" novalidate on:submit=submit>
                <section class="kd-gate__part" aria-labelledby="kd-gate-clearance">
                    <h2 id="kd-gate-clearance">"Freigabe"</h2>
                    <div class="kd-check">
                        <input
                            node_ref=clearance
                            id="kd-clearance"
                            type="checkbox"
                            data-kd="clearance"
                            aria-describedby="kd-clearance-more kd-clearance-error"
                            aria-invalid=move || cleared_missing.get().then_some("true")
                        />
                        <label for="kd-clearance">
                            "Meine Dienststelle hat den Einsatz mit echten Kundendaten freigegeben."
                        </label>
                    </div>
                    {message("#kd-clearance", "kd-clearance-error")}
                    <p class="kd-muted" id="kd-clearance-more">
                        "Was gespeichert wird und wie es geschützt ist, steht in den "
                        <a class="kd-link" href=Route::Privacy.href()>
                            "Hinweisen für Datenschutzbeauftragte"
                        </a>
                        ". Ohne Freigabe bleibt es beim Beispiel mit erfundenen Personen."
                    </p>
                </section>
                <section class="kd-gate__part" aria-labelledby="kd-gate-passphrase">
                    <h2 id="kd-gate-passphrase">"Passphrase"</h2>
                    <NoWayBack/>
                    <p class="kd-muted" id="kd-passphrase-hint">
                        {format!(
                            "Mindestens {MIN_CHARS} Zeichen, sonst ist nichts vorgeschrieben. Gut zu merken und schwer zu erraten sind mehrere Wörter, die nicht zusammengehören.",
                        )}
                    </p>
                    <PassphraseField
                        label="Passphrase"
                        id="kd-passphrase"
                        mark="passphrase"
                        asked=Asked::New
                        field=field
                        described_by="kd-passphrase-hint kd-passphrase-error kd-strength"
                        is_wrong=is_missing("#kd-passphrase")
                        on_input=Callback::new(move |()| measure())
                    />
                    {message("#kd-passphrase", "kd-passphrase-error")}
                    <StrengthMeter strength=measured id="kd-strength"/>
                    <PassphraseField
                        label="Passphrase noch einmal"
                        id="kd-passphrase-repeat"
                        mark="passphrase-repeat"
                        asked=Asked::New
                        field=repeat
                        described_by="kd-repeat-error"
                        is_wrong=is_missing("#kd-passphrase-repeat")
                    />
                    {message("#kd-passphrase-repeat", "kd-repeat-error")}
                </section>
                <div class="kd-gate__end">
                    {move || match progress.get() {
                        Progress::Failed(error) => Some(failed(&error)),
                        Progress::Filling | Progress::Making => None,
                    }}
                    <div class="kd-buttons">
                        <button
                            type="submit"
                            class="kern-btn kern-btn--primary kd-button"
                            data-kd="unlock"
                            disabled=is_making
                        >
                            {Icon::Lock.view()}
                            <span class="kern-label">
                                {move || {
                                    if is_making() { "Wird angelegt …" } else { "Bestand anlegen" }
                                }}
                            </span>
                        </button>
                        <ExampleButton/>
                    </div>
                    <p class="kd-muted" role="status">
                        {move || {
                            is_making()
                                .then_some(
                                    "Der Schlüssel wird berechnet. Das dauert einen Augenblick.",
                                )
                        }}
                    </p>
                </div>
            </form>
            <section class="kd-gate__part" aria-labelledby="kd-gate-backup">
                <h2 id="kd-gate-backup">"Sie haben eine Sicherung?"</h2>
                <p>
                    "Legen Sie zuerst einen Bestand an; die Passphrase darf eine andere sein als die der Sicherung. Danach stellen Sie die Sicherung auf der Seite „Daten“ unter „Wiederherstellen“ wieder her."
                </p>
            </section>
        </div>
    }
}

/// Says before the passphrase is chosen what it means to lose it.
#[component]
fn NoWayBack() -> View {
    view! {
        <div class="kd-alert kd-alert--warning">
            {Icon::Alarm.view()}
            <div class="kd-alert__text">
                <p class="kd-alert__title">"Eine vergessene Passphrase lässt sich nicht zurückholen"</p>
                <p>
                    "Niemand kann sie zurücksetzen, auch die IT nicht: Ohne sie ist der Bestand verloren. Deshalb:"
                </p>
                <ul class="kd-bullets">
                    <li>
                        "Schreiben Sie die Passphrase auf und verwahren Sie sie an einem sicheren Ort, nicht am Bildschirm."
                    </li>
                    <li>
                        "Sichern Sie den Bestand regelmäßig als Datei. Auch die Sicherung ist mit der Passphrase verschlüsselt."
                    </li>
                </ul>
            </div>
        </div>
    }
}

/// What can be said about whether this window forgets everything.
#[component]
fn PrivateWindow() -> View {
    let found = RwSignal::new(Privacy::LooksOrdinary);
    spawn_local(async move {
        let _ = found.try_set(privacy::looks_private().await);
    });
    View::of(move || match found.get() {
        Privacy::LooksOrdinary => View::nothing(),
        Privacy::LooksPrivate => view! {
            <Notice>
                <p class="kd-alert__title">"Das ist offenbar ein privates Fenster"</p>
                <p>
                    "Sobald Sie es schließen, löscht der Browser alles, auch den Bestand. Bitte öffnen Sie Kontaktdichte für die tägliche Arbeit in einem gewöhnlichen Fenster."
                </p>
            </Notice>
        },
        Privacy::CannotTell => view! {
            <p class="kd-muted">
                "In einem privaten Fenster (Inkognito, InPrivate) geht alles verloren, sobald Sie es schließen. Ob dieses Fenster eines ist, verrät der Browser nicht."
            </p>
        },
    })
}

fn missing_in(
    clearance: NodeRef<html::Input>,
    field: NodeRef<html::Input>,
    repeat: NodeRef<html::Input>,
) -> Vec<Missing> {
    let is_cleared = clearance
        .get_untracked()
        .is_some_and(|clearance| clearance.checked());
    let typed = look(field);
    let length = Passphrase::new(&typed).err();
    let is_same = *typed == *look(repeat);
    [
        (!is_cleared).then_some(Missing::Clearance),
        length.map(Missing::Length),
        // As long as the first is wrong the second says nothing.
        (length.is_none() && !is_same).then_some(Missing::Repeat),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn failed(error: &SetUpError) -> View {
    let text = match error {
        SetUpError::Present => {
            "In einem anderen Fenster wurde gerade ein Bestand angelegt. Bitte entsperren Sie diesen."
                .to_owned()
        }
        SetUpError::Sealing(error) => error.german(),
        SetUpError::Storage(StoreError::Full) => {
            "Auf dem Datenträger oder im Anteil, den der Browser gewährt, ist kein Platz mehr. Bitte schaffen Sie Platz und versuchen Sie es noch einmal."
                .to_owned()
        }
        SetUpError::Storage(
            StoreError::Denied
            | StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Gone
            | StoreError::Broken(_),
        ) => {
            "Der Browser nimmt keine Daten an. Bitte schließen Sie andere Fenster mit Kontaktdichte, laden Sie die Seite neu und versuchen Sie es noch einmal."
                .to_owned()
        }
    };
    view! {
        <ErrorAlert title="Der Bestand wurde nicht angelegt">
            <p>{text}</p>
        </ErrorAlert>
    }
}
