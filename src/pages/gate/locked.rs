//! The caseload is there and locked: the passphrase opens it, a wrong one costs time.

use super::erase::Erase;
use super::field_error;
use crate::app::App;
use crate::background::spawn_local;
use crate::clock;
use crate::german;
use crate::own::UnlockFailure;
use crate::parts::doors::ExampleButton;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::passphrase_field::{Asked, PassphraseField, take};
use crate::parts::rescue::RescueButton;
use crate::reactive::RwSignal;
use crate::store::name::Name;
use crate::view::{View, view};
use caseload::history::Moment;
use caseload::sealing::{Passphrase, UnlockError};
use leptos::prelude::*;
use std::time::Duration;
use web_sys::SubmitEvent;

/// How often the seconds that are left are looked at.
const LOOK: Duration = Duration::from_millis(250);

const FIELD: &str = "#kd-passphrase";

/// Where the form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Asking,
    Opening,
}

/// The form.
#[component]
pub fn Locked() -> View {
    let app = App::expect();
    let field = NodeRef::new();
    let progress = RwSignal::new(Progress::Asking);
    let wrong = RwSignal::new(None::<String>);
    let wait = Wait::begin(app);
    let is_held = move || progress.get() == Progress::Opening || wait.seconds.get() > 0;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if progress.get_untracked() == Progress::Opening || wait.seconds.get_untracked() > 0 {
            return;
        }
        let typed = take(field);
        if typed.is_empty() {
            wrong.set(Some("Bitte geben Sie die Passphrase ein.".to_owned()));
            focus::on(FIELD);
            return;
        }
        let passphrase = Passphrase::for_unlocking(&typed);
        drop(typed);
        wrong.set(None);
        progress.set(Progress::Opening);
        spawn_local(async move {
            let failure = app.unlock(passphrase).await.err();
            // The form is gone if the gate has changed.
            let _ = progress.try_set(Progress::Asking);
            let text = match failure {
                None => {
                    // Damage comes before the page: on a small screen the focus would skip it.
                    focus::on_rendered(match app.report.get_untracked() {
                        Some(_) => ".kd-banners [data-kd=error]",
                        None => "main h1",
                    });
                    return;
                }
                Some(UnlockFailure::Shut) => {
                    focus::on_rendered("main h1");
                    return;
                }
                Some(UnlockFailure::Wrong { wait: time }) => {
                    wait.last(time);
                    UnlockError::WrongPassphrase.german()
                }
                Some(UnlockFailure::Derivation(error)) => error.german(),
            };
            let _ = wrong.try_set(Some(text));
            focus::on_rendered(FIELD);
        });
    };
    focus::on_rendered(FIELD);
    view! {
        <div class="kd-page kd-page--narrow kd-gate">
            <h1 tabindex="-1">"Ihr Bestand ist gesperrt"</h1>
            <p id="kd-locked-lead">
                "Er liegt verschlüsselt in diesem Browser. Nach dem Entsperren sind Sie auf der Seite, auf der Sie waren."
            </p>
            <form class="kd-gate__form" novalidate on:submit=submit>
                <PassphraseField
                    label="Passphrase"
                    id="kd-passphrase"
                    mark="passphrase"
                    asked=Asked::Present
                    field=field
                    described_by="kd-passphrase-error kd-passphrase-wait"
                    is_wrong=Signal::derive(move || wrong.with(Option::is_some))
                />
                {move || wrong.get().map(|text| field_error("kd-passphrase-error", text))}
                <p class="kd-gate__wait" id="kd-passphrase-wait" data-kd="unlock-wait">
                    {move || {
                        let seconds = wait.seconds.get();
                        (seconds > 0)
                            .then(|| {
                                format!(
                                    "Nach mehreren falschen Eingaben wird gewartet: noch {}.",
                                    german::counted(seconds, "Sekunde", "Sekunden"),
                                )
                            })
                    }}
                </p>
                <div class="kd-buttons">
                    <button
                        type="submit"
                        class="kern-btn kern-btn--primary kd-button"
                        data-kd="unlock"
                        disabled=is_held
                    >
                        {Icon::Unlock.view()}
                        <span class="kern-label">
                            {move || match progress.get() {
                                Progress::Asking => "Entsperren",
                                Progress::Opening => "Wird entsperrt …",
                            }}
                        </span>
                    </button>
                    <ExampleButton/>
                </div>
                <p class="kern-sr-only" role="status">
                    {move || wait.is_over.get().then_some("Sie können es jetzt noch einmal versuchen.")}
                </p>
            </form>
            <details class="kd-gate__more">
                <summary>"Passphrase vergessen?"</summary>
                <p>
                    "Es gibt keine Wiederherstellung: Ohne die Passphrase kann niemand diesen Bestand lesen. Was bleibt:"
                </p>
                <ul class="kd-bullets">
                    <li>
                        "Vielleicht ist sie aufgeschrieben. Groß- und Kleinschreibung und Leerzeichen zählen; Feststelltaste und Tastatursprache verändern die Eingabe."
                    </li>
                    <li>
                        "Haben Sie eine Sicherung, deren Passphrase Sie kennen, etwa von vor einer Änderung der Passphrase, dann löschen Sie den gesperrten Bestand, legen einen neuen an und stellen die Sicherung auf der Seite „Daten“ wieder her."
                    </li>
                    <li>
                        "Haben Sie keine, löschen Sie den Bestand und lesen Ihre Liste noch einmal ein."
                    </li>
                </ul>
                <Erase>
                    <p>
                        "Speichern Sie zuerst eine Rettungsdatei: Sie enthält alles verschlüsselt und lässt sich wiederherstellen, falls die Passphrase doch noch auftaucht."
                    </p>
                    <RescueButton store=Name::Own/>
                </Erase>
            </details>
        </div>
    }
}

/// The time until the next attempt.
#[derive(Debug, Clone, Copy)]
struct Wait {
    until: RwSignal<Option<Moment>>,
    /// Seconds that are left, rounded up.
    seconds: RwSignal<usize>,
    /// Whether there was a wait and it has passed.
    is_over: RwSignal<bool>,
}

impl Wait {
    /// Counts for as long as the caller's component is there. Attempts before this start count.
    fn begin(app: App) -> Self {
        let wait = Wait {
            until: RwSignal::new(None),
            seconds: RwSignal::new(0),
            is_over: RwSignal::new(false),
        };
        let timer = set_interval_with_handle(move || wait.count(), LOOK).ok();
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear();
            }
        });
        spawn_local(async move { wait.last(app.wait_before_unlock().await) });
        wait
    }

    /// From now on the wait lasts this long.
    fn last(self, time: Duration) {
        let millis = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        if millis == 0 {
            return;
        }
        let _ = self.is_over.try_set(false);
        let _ = self
            .until
            .try_set(Some(Moment(clock::now().0.saturating_add(millis))));
        self.count();
    }

    fn count(self) {
        let Some(Some(until)) = self.until.try_get_untracked() else {
            return;
        };
        let left = usize::try_from(until.0 - clock::now().0).unwrap_or(0);
        let seconds = left.div_ceil(1000);
        if self.seconds.try_get_untracked() != Some(seconds) {
            let _ = self.seconds.try_set(seconds);
        }
        if seconds == 0 {
            let _ = self.until.try_set(None);
            let _ = self.is_over.try_set(true);
        }
    }
}
