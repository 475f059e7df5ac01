//! Taking the caseload out: as a sealed backup, and as plain files for whoever needs to read them.

use super::backup::Backup;
use super::plain_file::{Kind, NotHandedOver};
use crate::app::App;
use crate::download;
use crate::german;
use crate::own::Gate;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::{Memo, RwSignal};
use crate::stock::Mode;
use crate::view::{View, view};
use caseload::export::icalendar::Naming;
use leptos::prelude::*;

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
                        <ForOthers/>
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
                        <ForOthers/>
                    }
                }
                Whose::Example => {
                    view! {
                        <p>
                            "Das Beispiel braucht keine Sicherung: Alle Personen sind erfunden, und es lässt sich jederzeit neu anlegen. Als Datei können Sie es trotzdem mitnehmen, etwa um Auswertungen auszuprobieren."
                        </p>
                        <PlainExport label="Als Datei herunterladen"/>
                        <ForOthers/>
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
    let refused = RwSignal::new(None::<NotHandedOver>);
    let button = export_button(move || Kind::Caseload, label, refused);
    view! {
        <div class="kd-buttons">{button}</div>
        {move || refused.get().map(not_handed_over)}
    }
}

/// Customers and appointments for other programs.
#[component]
fn ForOthers() -> View {
    let refused = RwSignal::new(None::<NotHandedOver>);
    let naming = StoredValue::new(Naming::Nobody);
    let choose = move |event| {
        naming.set_value(match event_target_value(&event).as_str() {
            "number" => Naming::Number,
            "name" => Naming::Name,
            _ => Naming::Nobody,
        });
    };
    let list = export_button(move || Kind::List, "Liste (.csv)", refused);
    let workbook = export_button(move || Kind::Workbook, "Arbeitsmappe (.xlsx)", refused);
    let calendar = export_button(
        move || Kind::Calendar(naming.get_value()),
        "Kalender (.ics)",
        refused,
    );
    view! {
        <div class="kd-export__plain">
            <h3>"Für Tabellen und Kalender"</h3>
            <p>
                "Liste und Arbeitsmappe enthalten alle laufenden Fälle mit Namen, Geburtsdatum, Notiz, letztem Kontakt, nächstem Termin und den Fristen von heute. Sie sind nicht verschlüsselt, und was hier danach geändert wird, ändert sich in ihnen nicht."
            </p>
            <div class="kd-buttons">{list} {workbook}</div>
            <p>
                "Der Kalender enthält die Termine mit Art und Dauer, ohne Notizen. Neu eingelesen verschiebt er Termine, statt sie zu verdoppeln."
            </p>
            <div class="kd-buttons kd-export__calendar">
                <label for="kd-calendar-naming">"Im Termin steht"</label>
                <select id="kd-calendar-naming" class="kd-field" data-kd="export-ics-naming" on:change=choose>
                    <option value="nobody">"niemand"</option>
                    <option value="number">"die Kundennummer"</option>
                    <option value="name">"der Name"</option>
                </select>
                {calendar}
            </div>
            {move || refused.get().map(not_handed_over)}
        </div>
    }
}

/// A button that hands over a file of the kind that is wanted when it is pressed.
fn export_button(
    kind: impl Fn() -> Kind + 'static,
    label: &'static str,
    refused: RwSignal<Option<NotHandedOver>>,
) -> View {
    let app = App::expect();
    let mark = kind().mark();
    let save = move |event: web_sys::MouseEvent| {
        // The second half of a double click on the button that stood here a moment ago.
        if event.detail() > 1 || app.caseload_untracked().is_none() {
            return;
        }
        match kind().hand_over(app) {
            Ok(name) => {
                refused.set(None);
                app.toast.set(Some(Toast::plain(download::told(&name))));
            }
            Err(error) => {
                refused.set(Some(error));
                focus::on_rendered(".kd-export [data-kd=error]");
            }
        }
    };
    view! {
        <button
            type="button"
            class="kern-btn kern-btn--secondary kd-button"
            data-kd=mark
            on:click=save
        >
            {Icon::Download.view()}
            <span class="kern-label">{label}</span>
        </button>
    }
}

fn not_handed_over(error: NotHandedOver) -> View {
    let text = match error {
        NotHandedOver::NoRules => {
            "Für diesen Tag gilt noch keine Ausgabe des Konzepts, also gibt es keine Fristen zum Aufschreiben. Bitte stellen Sie die Uhr des Computers richtig."
        }
        NotHandedOver::Refused => {
            "Der Browser hat die Daten nicht angenommen, meist weil der Speicher knapp ist. Bitte schließen Sie andere Fenster und versuchen Sie es noch einmal. Ihr Bestand ist unverändert."
        }
    };
    view! {
        <ErrorAlert title="Die Datei wurde nicht geschrieben">
            <p>{text}</p>
        </ErrorAlert>
    }
}
