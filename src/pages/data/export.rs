//! Taking the caseload out as a file, the only way to keep it in this version.

use crate::app::{App, Command};
use crate::download::{self, Refused};
use crate::german;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::stock::Mode;
use caseload::file;
use chrono::NaiveDate;
use leptos::prelude::*;

const MEDIA_TYPE: &str = "application/json";

/// What is in memory, with the button to save it.
#[component]
pub fn Export() -> impl IntoView {
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
    let content = move || match app.caseload() {
        None => view! {
            <p>"Noch liegt nichts im Arbeitsspeicher, was zu sichern wäre."</p>
        }
        .into_any(),
        Some(caseload) => {
            let people = german::counted(caseload.customers.len(), "Person", "Personen");
            let whose = match app.mode.get() {
                Mode::Example => "Im Arbeitsspeicher liegt das Beispiel",
                Mode::Own | Mode::Empty => "Im Arbeitsspeicher liegt Ihr Bestand",
            };
            view! {
                <p>
                    {format!(
                        "{whose} mit {people}. Es wird nichts von selbst gespeichert: Was Sie behalten wollen, sichern Sie als Datei. Beim nächsten Mal lesen Sie sie hier wieder ein.",
                    )}
                </p>
                <p class="kd-muted">
                    "Die Datei ist nicht verschlüsselt. Legen Sie sie nur dort ab, wo Kundendaten liegen dürfen."
                </p>
                <div class="kd-buttons">
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        data-kd="export-json"
                        on:click=save
                    >
                        {Icon::Download.view()}
                        <span class="kern-label">"Als Datei sichern"</span>
                    </button>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="kd-section kd-export" aria-labelledby="kd-export-title">
            <h2 id="kd-export-title">"Sichern"</h2>
            {content}
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
        </section>
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
