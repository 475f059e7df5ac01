//! Taking the caseload out: as a sealed backup, and as a plain file for whoever needs to read it.

use super::backup::Backup;
use crate::app::{App, Command};
use crate::download::{self, Refused};
use crate::german;
use crate::own::Gate;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::file;
use chrono::NaiveDate;
use leptos::prelude::*;

const MEDIA_TYPE: &str = "application/json";

/// The section of the page.
#[component]
pub fn Export() -> View {
    let app = App::expect();
    let whose = Memo::new(move |_| match (app.mode.get(), app.gate.get()) {
        (Mode::Example, _) => Whose::Example,
        (Mode::Own | Mode::Empty, Gate::Memory) => Whose::OwnInMemory,
        (
            Mode::Own | Mode::Empty,
            Gate::Looking | Gate::Vacant | Gate::Locked | Gate::Open | Gate::Shut(_),
        ) => Whose::Own,
    });
    view! {
        <section class="kd-section kd-export" aria-labelledby="kd-export-title">
            <h2 id="kd-export-title">"Sichern"</h2>
            {move || match whose.get() {
                Whose::Own => {
                    view! {
                        <Backup/>
                        <div class="kd-export__plain">
                            <h3>"Unverschlüsselt exportieren"</h3>
                            <p>
                                "Die Bestandsdatei (.kkd.json) ist nicht verschlüsselt: Wer sie hat, kann alles lesen. Sie ist für Auswertungen und andere Programme gedacht. Legen Sie sie nur dort ab, wo Kundendaten liegen dürfen, und löschen Sie sie danach."
                            </p>
                            <PlainExport label="Unverschlüsselte Datei herunterladen"/>
                        </div>
                    }
                }
                Whose::OwnInMemory => {
                    view! {
                        <p>
                            {how_many(app)}
                            " nur im Arbeitsspeicher, weil dieser Browser nichts speichert. Sichern Sie ihn als Datei, bevor Sie das Fenster schließen; beim nächsten Mal lesen Sie sie hier wieder ein."
                        </p>
                        <p class="kd-muted">
                            "Die Datei ist nicht verschlüsselt. Legen Sie sie nur dort ab, wo Kundendaten liegen dürfen."
                        </p>
                        <PlainExport label="Als Datei sichern"/>
                    }
                }
                Whose::Example => {
                    view! {
                        <p>
                            "Das Beispiel braucht keine Sicherung: Alle Personen sind erfunden, und es lässt sich jederzeit neu anlegen. Als Datei können Sie es trotzdem mitnehmen, etwa um Auswertungen auszuprobieren."
                        </p>
                        <PlainExport label="Als Datei herunterladen"/>
                    }
                }
            }}
        </section>
    }
}

/// Whose caseload is on screen, and what keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Own,
    OwnInMemory,
    Example,
}

fn how_many(app: App) -> View {
    View::of(move || {
        let people = app
            .caseload()
            .map_or(0, |caseload| caseload.customers.len());
        format!(
            "Ihr Bestand mit {} liegt",
            german::counted(people, "Person", "Personen")
        )
    })
}

/// The button for the plain caseload file.
#[component]
fn PlainExport(label: &'static str) -> View {
    let app = App::expect();
    let refused = RwSignal::new(None::<Refused>);
    let save = move |event: web_sys::MouseEvent| {
        // The second half of a double click on the button that stood here a moment ago.
        if event.detail() > 1 {
            return;
        }
        let Some(caseload) = app.caseload_untracked() else {
            return;
        };
        let name = file_name(app.mode.get_untracked(), app.today.get_untracked());
        match download::save(&name, MEDIA_TYPE, &file::write(&caseload)) {
            Ok(()) => {
                refused.set(None);
                app.dispatch(Command::Exported);
                app.toast.set(Some(Toast::plain(format!(
                    "„{name}“ wurde an den Browser übergeben. Bitte prüfen Sie, ob sie im Ordner für Downloads liegt."
                ))));
            }
            Err(error) => {
                refused.set(Some(error));
                focus::on_rendered(".kd-export [data-kd=error]");
            }
        }
    };
    view! {
        <div class="kd-buttons">
            <button
                type="button"
                class="kern-btn kern-btn--secondary kd-button"
                data-kd="export-json"
                on:click=save
            >
                {Icon::Download.view()}
                <span class="kern-label">{label}</span>
            </button>
        </div>
        {move || {
            refused
                .get()
                .map(|Refused| {
                    view! {
                        <ErrorAlert title="Die Datei wurde nicht geschrieben">
                            <p>
                                "Der Browser hat die Daten nicht angenommen, meist weil der Speicher knapp ist. Bitte schließen Sie andere Fenster und versuchen Sie es noch einmal. Ihr Bestand ist unverändert."
                            </p>
                        </ErrorAlert>
                    }
                })
        }}
    }
}

/// The name says what it is and from which day, and of the example that it is one.
fn file_name(mode: Mode, today: NaiveDate) -> String {
    let what = match mode {
        Mode::Example => "beispiel",
        Mode::Own | Mode::Empty => "bestand",
    };
    format!("kontaktdichte-{what}-{today}.kkd.json")
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use crate::stock::Mode;
    use chrono::NaiveDate;

    #[test]
    fn the_name_tells_the_example_from_the_own_caseload() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        assert_eq!(
            file_name(Mode::Own, day),
            "kontaktdichte-bestand-2026-11-22.kkd.json"
        );
        assert_eq!(
            file_name(Mode::Example, day),
            "kontaktdichte-beispiel-2026-11-22.kkd.json"
        );
    }
}
