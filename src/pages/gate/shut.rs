//! The own caseload cannot be opened: what is wrong, where, and what one can do about it. Nothing
//! here changes what is stored, except the deletion that the user types a word for.

use super::erase::Erase;
use crate::app::App;
use crate::background::spawn_local;
use crate::own::{Gate, Obstacle};
use crate::parts::alert::ErrorAlert;
use crate::parts::doors::ExampleButton;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::rescue::RescueButton;
use crate::store::fault::StoreError;
use crate::store::name::Name;
use crate::view::{View, view};
use caseload::journal::Loss;
use leptos::prelude::*;

/// What can be done about an obstacle, besides opening the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    /// Look again, once the user has changed something outside.
    LookAgain,
    /// Work without storing anything.
    WithoutStorage,
    /// Save what lies there as it is.
    Rescue,
    /// Delete it and begin anew, with a backup or a list.
    BeginAnew,
    /// Set one up again, for a backup or because there is none.
    SetUpAgain,
}

/// The screen.
#[component]
pub fn Shut(obstacle: Obstacle) -> View {
    let remedies = remedies(&obstacle);
    let offers = |remedy| remedies.contains(&remedy);
    focus::on_rendered("main h1");
    view! {
        <div class="kd-page kd-page--narrow kd-gate">
            <h1 tabindex="-1">{heading(&obstacle)}</h1>
            <ErrorAlert title=title(&obstacle)>
                {texts(&obstacle).into_iter().map(|text| view! { <p>{text}</p> }).collect::<View>()}
                {losses(&obstacle)}
            </ErrorAlert>
            {offers(Remedy::Rescue)
                .then(|| {
                    view! {
                        <section class="kd-gate__part" aria-labelledby="kd-gate-rescue">
                            <h2 id="kd-gate-rescue">"Sichern, was da ist"</h2>
                            <p>
                                "Die Rettungsdatei enthält alles, wie es gespeichert ist, und bleibt verschlüsselt. Heben Sie sie auf, bevor Sie etwas anderes versuchen: Was noch lesbar ist, lässt sich daraus wiederherstellen."
                            </p>
                            <RescueButton store=Name::Own/>
                        </section>
                    }
                })}
            {offers(Remedy::SetUpAgain).then(|| view! { <SetUpAgain/> })}
            <div class="kd-buttons">
                {offers(Remedy::LookAgain).then(|| view! { <LookAgain/> })}
                {offers(Remedy::WithoutStorage).then(|| view! { <WithoutStorage/> })}
                <ExampleButton/>
            </div>
            {offers(Remedy::BeginAnew)
                .then(|| {
                    view! {
                        <details class="kd-gate__more">
                            <summary>"Neu beginnen und eine Sicherung wiederherstellen"</summary>
                            <p>
                                "Löschen Sie den beschädigten Bestand, legen Sie einen neuen an und stellen Sie dann Ihre letzte Sicherung (.kkd) auf der Seite „Daten“ wieder her."
                            </p>
                            <Erase>
                                <p>
                                    "Speichern Sie vorher oben die Rettungsdatei: Was gelöscht ist, holt niemand zurück."
                                </p>
                            </Erase>
                        </details>
                    }
                })}
        </div>
    }
}

/// Nothing is left to be deleted, so setting up again costs nothing that is not lost already; who
/// has no backup is asked all the same.
#[component]
fn SetUpAgain() -> View {
    let app = App::expect();
    let set_up = move |_| {
        app.gate.set(Gate::Vacant);
        focus::on_rendered("main h1");
    };
    view! {
        <section class="kd-gate__part" aria-labelledby="kd-gate-restore">
            <h2 id="kd-gate-restore">"Sicherung wiederherstellen"</h2>
            <p>
                "Legen Sie den Bestand noch einmal an; die Passphrase darf eine andere sein als die der Sicherung. Sie kommen dann auf die Seite „Daten“ und stellen dort unter „Wiederherstellen“ Ihre letzte Sicherung (.kkd) oder eine Rettungsdatei wieder her."
            </p>
            <button
                type="button"
                class="kern-btn kern-btn--primary kd-button"
                data-kd="set-up-for-backup"
                on:click=set_up
            >
                {Icon::Shield.view()}
                <span class="kern-label">"Anlegen und Sicherung wiederherstellen"</span>
            </button>
            <details class="kd-gate__more">
                <summary>"Ohne Sicherung neu beginnen"</summary>
                <p>
                    "Haben Sie überall nach einer Sicherung gesucht, auch im Ordner „Downloads“ und bei Ihrer Vertretung? Ohne sie sind Notizen, Kontakte und Termine, die nur hier standen, verloren. Wollen Sie wirklich neu beginnen, lesen Sie danach Ihre Liste noch einmal ein."
                </p>
                <button
                    type="button"
                    class="kern-btn kern-btn--secondary kd-button"
                    data-kd="set-up-anew"
                    on:click=set_up
                >
                    <span class="kern-label">"Ja, neu beginnen"</span>
                </button>
            </details>
        </section>
    }
}

#[component]
fn LookAgain() -> View {
    let app = App::expect();
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--primary kd-button"
            data-kd="look-again"
            on:click=move |_| {
                spawn_local(app.look());
            }
        >
            <span class="kern-label">"Noch einmal versuchen"</span>
        </button>
    }
}

#[component]
fn WithoutStorage() -> View {
    let app = App::expect();
    let begin = move |_| {
        app.work_in_memory();
        focus::on_rendered("main h1");
    };
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd="without-storage"
            on:click=begin
        >
            {Icon::Info.view()}
            <span class="kern-label">"Ohne Speicher arbeiten"</span>
        </button>
    }
}

fn remedies(obstacle: &Obstacle) -> &'static [Remedy] {
    match obstacle {
        Obstacle::Storage(StoreError::Denied) => &[Remedy::LookAgain, Remedy::WithoutStorage],
        Obstacle::Storage(StoreError::Full) => {
            &[Remedy::LookAgain, Remedy::WithoutStorage, Remedy::Rescue]
        }
        Obstacle::Storage(
            StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Gone
            | StoreError::Broken(_),
        ) => &[Remedy::LookAgain, Remedy::Rescue],
        Obstacle::NewerVersion => &[Remedy::Rescue],
        Obstacle::VaultDamaged | Obstacle::NothingReadable(_) => {
            &[Remedy::Rescue, Remedy::BeginAnew]
        }
        Obstacle::Vanished => &[Remedy::SetUpAgain, Remedy::LookAgain],
    }
}

/// Where nothing is stored, nobody knows whether there is a caseload.
fn heading(obstacle: &Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Storage(StoreError::Denied) => "Hier lässt sich kein eigener Bestand speichern",
        Obstacle::Storage(
            StoreError::Full
            | StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Gone
            | StoreError::Broken(_),
        )
        | Obstacle::NewerVersion
        | Obstacle::VaultDamaged
        | Obstacle::NothingReadable(_) => "Ihr Bestand lässt sich nicht öffnen",
        Obstacle::Vanished => "Ihr Bestand ist nicht mehr da",
    }
}

fn title(obstacle: &Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Storage(StoreError::Denied) => "Der Browser speichert nichts für diese Seite",
        Obstacle::Storage(StoreError::Full) => "Der Speicher ist voll",
        Obstacle::Storage(
            StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Gone
            | StoreError::Broken(_),
        ) => "Der Speicher des Browsers antwortet nicht",
        Obstacle::NewerVersion => "Der Bestand stammt aus einer neueren Fassung",
        Obstacle::VaultDamaged => "Die Angaben zum Schlüssel sind beschädigt",
        Obstacle::NothingReadable(_) => "Die gespeicherten Einträge sind nicht lesbar",
        Obstacle::Vanished => "Der Browser hat nichts mehr von dem, was er hier gespeichert hatte",
    }
}

fn texts(obstacle: &Obstacle) -> Vec<String> {
    let texts: &[&str] = match obstacle {
        Obstacle::Storage(StoreError::Denied) => &[
            "Das Speichern ist in den Einstellungen des Browsers abgeschaltet (Cookies und Websitedaten, manchmal durch eine Vorgabe der IT), oder dies ist ein privates Fenster. Gelöscht wurde nichts.",
            "Bitte öffnen Sie die Datei in einem gewöhnlichen Fenster oder lassen Sie die Speicherung für lokale Dateien zu, und versuchen Sie es dann noch einmal. Ohne Speicher können Sie arbeiten, müssen den Bestand aber selbst als Datei sichern, bevor Sie das Fenster schließen.",
        ],
        Obstacle::Storage(StoreError::Full) => &[
            "Auf dem Datenträger oder in dem Anteil, den der Browser gewährt, ist kein Platz mehr. Gelöscht wurde nichts.",
            "Bitte schaffen Sie Platz, etwa im Ordner für Downloads oder im Papierkorb, und versuchen Sie es dann noch einmal.",
        ],
        Obstacle::Storage(StoreError::Broken(name)) => {
            let what = "Der gespeicherte Bestand ließ sich nicht öffnen. Geändert oder gelöscht wurde nichts. Bitte schließen Sie alle Fenster des Browsers, öffnen Sie Kontaktdichte neu und versuchen Sie es noch einmal; hilft das nicht, starten Sie den Computer neu.";
            let mut texts = vec![what.to_owned()];
            if !name.is_empty() {
                texts.push(format!("Für die IT: Der Browser meldet „{name}“."));
            }
            return texts;
        }
        Obstacle::Storage(
            StoreError::NewerVersion
            | StoreError::Conflict
            | StoreError::Blocked
            | StoreError::Gone,
        ) => &[
            "Der Browser hat den Speicher geschlossen, oder ein anderes Fenster gibt ihn nicht frei. Geändert oder gelöscht wurde nichts.",
            "Bitte schließen Sie andere Fenster mit Kontaktdichte und versuchen Sie es noch einmal.",
        ],
        Obstacle::NewerVersion => &[
            "Er wurde in diesem Browser mit einer neueren kontaktdichte.html geschrieben, als Sie sie gerade verwenden. Damit nichts verloren geht, wird hier nichts geändert.",
            "Bitte öffnen Sie die neueste kontaktdichte.html, die Ihre Dienststelle bereitstellt; dort ist alles noch da.",
        ],
        Obstacle::VaultDamaged => &[
            "Ohne diese Angaben passt keine Passphrase mehr, auch die richtige nicht. Geändert oder gelöscht wurde nichts.",
            "Bitte speichern Sie zuerst eine Rettungsdatei und stellen Sie dann Ihre letzte Sicherung wieder her.",
        ],
        Obstacle::NothingReadable(_) => &[
            "Die Passphrase passt, aber keiner der gespeicherten Stände ist noch so, wie er geschrieben wurde. Geändert oder gelöscht wurde nichts.",
            "Bitte speichern Sie zuerst eine Rettungsdatei und stellen Sie dann Ihre letzte Sicherung wieder her.",
        ],
        Obstacle::Vanished => &[
            "In diesem Browser lag ein eigener Bestand; Kontaktdichte hat ihn nicht gelöscht. Vielleicht wurden die Daten des Browsers gelöscht (Browserverlauf, Cookies und Websitedaten, auch durch eine Vorgabe der IT), oder sein Speicher wurde beschädigt, etwa durch einen Absturz.",
            "In Firefox gehört der Bestand zum Ort der Datei: Wurde kontaktdichte.html verschoben oder umbenannt, öffnen Sie sie am alten Ort. Sonst hilft Ihre letzte Sicherung.",
        ],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn losses(obstacle: &Obstacle) -> Option<View> {
    let Obstacle::NothingReadable(nothing) = obstacle else {
        return None;
    };
    let losses: Vec<String> = nothing.report.losses.iter().map(Loss::german).collect();
    (!losses.is_empty()).then(|| {
        view! {
            <details class="kd-losses">
                <summary>"Was nicht lesbar ist"</summary>
                <ul class="kd-bullets">
                    {losses.into_iter().map(|loss| view! { <li>{loss}</li> }).collect::<View>()}
                </ul>
            </details>
        }
    })
}
