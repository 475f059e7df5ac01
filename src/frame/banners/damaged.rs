//! A part of the store cannot be read. What can be read is on screen and nothing may be changed,
//! until the user has a file with everything and decides to go on without the rest.

use super::{Banner, Weight};
use crate::app::App;
use crate::background::spawn_local;
use crate::erasing::EraseError;
use crate::parts::icon::Icon;
use crate::parts::rescue::RescueButton;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::stock::Mode;
use crate::store::name::Name;
use crate::view::{View, view};
use caseload::journal::{Loss, ReplayReport};
use leptos::prelude::*;

/// The message, while a damage has not been put right.
#[component]
pub fn Damaged() -> View {
    let app = App::expect();
    View::of(move || {
        let report = app.report.get()?;
        (app.mode.get() == Mode::Own).then(|| message(app, &report))
    })
}

fn message(app: App, report: &ReplayReport) -> View {
    let rescued = RwSignal::new(false);
    let going_on = RwSignal::new(false);
    let go_on = move |_| {
        going_on.set(true);
        spawn_local(async move {
            let said = match app.go_on_with_readable().await {
                Ok(()) => "Der lesbare Teil ist jetzt Ihr Bestand. Bitte prüfen Sie, was fehlt."
                    .to_owned(),
                Err(error) => refused(&error),
            };
            let _ = going_on.try_set(false);
            app.toast.set(Some(Toast::plain(said)));
        });
    };
    let headline = report.headline();
    let losses: Vec<String> = report.losses.iter().map(Loss::german).collect();
    view! {
        <Banner weight=Weight::Danger icon=Icon::Alarm>
            <div class="kd-banner__long">
                <p>
                    <b>"Der Bestand ist beschädigt und nur lesbar. "</b>
                    {headline}
                </p>
                <details class="kd-losses">
                    <summary>"Was nicht lesbar ist"</summary>
                    <ul class="kd-bullets">
                        {losses.into_iter().map(|loss| view! { <li>{loss}</li> }).collect::<View>()}
                    </ul>
                </details>
                <div class="kd-buttons">
                    <RescueButton
                        store=Name::Own
                        on_saved=Callback::new(move |()| rescued.set(true))
                    />
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        data-kd="go-on-readable"
                        aria-describedby="kd-go-on-hint"
                        disabled=move || !rescued.get() || going_on.get()
                        on:click=go_on
                    >
                        <span class="kern-label">"Mit dem lesbaren Teil weiterarbeiten"</span>
                    </button>
                </div>
                <p class="kd-muted" id="kd-go-on-hint">
                    "Weiterarbeiten geht, sobald die Rettungsdatei gespeichert ist; was nicht lesbar ist, liegt danach nur noch in ihr. Dann können Sie auf der Seite „Daten“ auch Ihre letzte Sicherung wiederherstellen."
                </p>
            </div>
        </Banner>
    }
}

fn refused(error: &EraseError) -> String {
    match error {
        EraseError::NotWriting | EraseError::Unsaved => {
            "Der Bestand ist hier nicht mehr geöffnet. Bitte laden Sie die Seite neu.".to_owned()
        }
        EraseError::Damaged => {
            "Der Bestand lässt sich nicht mehr lesen; geändert wurde nichts. Bitte laden Sie die Seite neu.".to_owned()
        }
        EraseError::Storage(_) | EraseError::Sealing(_) => {
            "Der Browser hat den neuen Stand nicht gespeichert; geändert wurde nichts. Bitte schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.".to_owned()
        }
    }
}
