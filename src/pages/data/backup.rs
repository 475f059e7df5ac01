//! The sealed backup: one file with the whole caseload, as a download or into a file that is chosen
//! once.

use crate::app::App;
use crate::background::spawn_local;
use crate::backup::{BackupError, Target, Written};
use crate::clock;
use crate::download;
use crate::german;
use crate::keeping::status::BackupAge;
use crate::parts::alert::ErrorAlert;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::reactive::RwSignal;
use crate::store::file_handle::{self, FileFault};
use crate::view::{View, view};
use leptos::prelude::*;

/// How old the backup is, what it holds, and the buttons to write one.
#[component]
pub fn Backup() -> View {
    let app = App::expect();
    let refused = RwSignal::new(None::<BackupError>);
    let chosen = RwSignal::new(None::<String>);
    let alive = StoredValue::new(());
    spawn_local(async move {
        let file = app.backup_file().await;
        // The page may have gone while the browser was looking.
        if alive.try_get_value().is_some() {
            let name = file.map(|file| file.name());
            // Setting it makes the buttons anew, under the pointer of whoever is quick.
            if name.is_some() {
                chosen.set(name);
            }
        }
    });
    let write = move |target: Target| {
        spawn_local(async move {
            let outcome = app.back_up(target).await;
            if alive.try_get_value().is_none() {
                return;
            }
            match outcome {
                Ok(Written::Cancelled) => refused.set(None),
                Ok(Written::File(name)) => {
                    refused.set(None);
                    app.toast
                        .set(Some(Toast::plain(format!("In „{name}“ gesichert."))));
                    chosen.set(Some(name));
                }
                Ok(Written::Download(name)) => {
                    refused.set(None);
                    app.toast.set(Some(Toast::plain(download::told(&name))));
                }
                Err(error) => {
                    refused.set(Some(error));
                    focus::on_rendered(".kd-backup [data-kd=error]");
                }
            }
        });
    };
    let download = move |event: web_sys::MouseEvent| {
        // The second half of a double click writes no second file.
        if event.detail() <= 1 {
            write(Target::Download);
        }
    };
    let buttons = move || {
        let chosen = chosen.get();
        let into_file = file_handle::is_supported().then(|| into_file(chosen.clone(), write));
        let weight = match (&chosen, file_handle::is_supported()) {
            (Some(_), true) => "kern-btn--secondary",
            (None, _) | (Some(_), false) => "kern-btn--primary",
        };
        let download = view! {
            <button
                type="button"
                class=format!("kern-btn kd-button {weight}")
                data-kd="export-backup"
                on:click=download
            >
                {Icon::Download.view()}
                <span class="kern-label">"Sicherung herunterladen"</span>
            </button>
        };
        if chosen.is_some() {
            view! { {into_file} {download} }
        } else {
            view! { {download} {into_file} }
        }
    };
    view! {
        <div class="kd-backup">
            <p class="kd-backup__age" data-kd="backup-state">
                {Icon::Clock.view()}
                <span>{move || age(app.backup.get())}</span>
            </p>
            <p>
                "Die Sicherung (.kkd) enthält den ganzen Bestand: Personen, Kontakte, Termine, Notizen und örtliche Änderungen, aber nicht den Verlauf der Änderungen. Sie ist verschlüsselt und öffnet sich mit der Passphrase, die jetzt gilt. Ändern Sie die Passphrase später, gilt für diese Datei weiter die alte."
            </p>
            <div class="kd-buttons">{buttons}</div>
            {move || {
                refused
                    .get()
                    .map(|error| {
                        view! {
                            <ErrorAlert title="Keine Sicherung geschrieben">
                                <p>{german(&error)}</p>
                            </ErrorAlert>
                        }
                    })
            }}
        </div>
    }
}

fn into_file(
    chosen: Option<String>,
    write: impl Fn(Target) + Copy + Send + Sync + 'static,
) -> View {
    let another = chosen.as_ref().map(|_| {
        view! {
            <button
                type="button"
                class="kd-link-button"
                data-kd="export-backup-another"
                on:click=move |_| write(Target::AnotherFile)
            >
                "Andere Datei wählen"
            </button>
        }
    });
    let (label, weight) = match chosen {
        Some(name) => (format!("In „{name}“ sichern"), "kern-btn--primary"),
        None => ("In feste Datei sichern …".to_owned(), "kern-btn--secondary"),
    };
    view! {
        <button
            type="button"
            class=format!("kern-btn kd-button {weight}")
            data-kd="export-backup-file"
            on:click=move |_| write(Target::ChosenFile)
        >
            {Icon::Data.view()}
            <span class="kern-label">{label}</span>
        </button>
        {another}
    }
}

/// "Letzte Sicherung: 22.11.2026 14:05, seither 3 Änderungen."
fn age(BackupAge { at, changes }: BackupAge) -> String {
    let count = usize::try_from(changes).unwrap_or(usize::MAX);
    let since = german::counted(count, "Änderung", "Änderungen");
    match at.and_then(clock::local) {
        Some(local) => {
            let when = rules::wording::moment(local);
            if changes == 0 {
                format!("Letzte Sicherung: {when}. Seither hat sich nichts geändert.")
            } else {
                format!("Letzte Sicherung: {when}, seither {since}.")
            }
        }
        None if changes == 0 => {
            "Noch keine Sicherung; es hat sich auch noch nichts geändert.".to_owned()
        }
        None => format!("Noch keine Sicherung, bisher {since}."),
    }
}

fn german(error: &BackupError) -> String {
    match error {
        BackupError::NotOpen => {
            "Der eigene Bestand ist nicht geöffnet. Bitte entsperren Sie ihn und sichern Sie noch einmal.".to_owned()
        }
        BackupError::Sealing(error) => error.german(),
        BackupError::Download => {
            "Der Browser hat die Datei nicht angenommen, meist weil der Speicher knapp ist. Bitte schließen Sie andere Fenster und versuchen Sie es noch einmal. Ihr Bestand ist unverändert.".to_owned()
        }
        BackupError::File(fault) => of_file(fault),
    }
}

fn of_file(fault: &FileFault) -> String {
    match fault {
        FileFault::Missing => "Dieser Browser kann nicht in eine feste Datei schreiben. Bitte laden Sie die Sicherung herunter.".to_owned(),
        FileFault::Denied => "Der Browser durfte nicht in die Datei schreiben. Bitte klicken Sie noch einmal und erlauben Sie es, oder laden Sie die Sicherung herunter. Die Datei ist unverändert.".to_owned(),
        FileFault::Gone => "Die Datei oder ihr Ordner ist nicht mehr da, vielleicht ein getrenntes Laufwerk. Bitte wählen Sie eine andere Datei oder laden Sie die Sicherung herunter.".to_owned(),
        FileFault::Full => "Auf dem Laufwerk ist kein Platz mehr. Bitte schaffen Sie Platz oder wählen Sie eine Datei auf einem anderen Laufwerk. Die Datei ist unverändert.".to_owned(),
        FileFault::InUse => "Ein anderes Programm hat die Datei geöffnet. Bitte schließen Sie sie dort und sichern Sie noch einmal. Die Datei ist unverändert.".to_owned(),
        FileFault::Broken(name) => format!("Die Datei ließ sich nicht schreiben ({name}). Sie ist unverändert. Bitte wählen Sie eine andere Datei oder laden Sie die Sicherung herunter."),
    }
}

#[cfg(test)]
mod tests {
    use super::age;
    use crate::keeping::status::BackupAge;

    #[test]
    fn without_a_backup_the_changes_are_counted_all_the_same() {
        let text = |changes| age(BackupAge { at: None, changes });
        assert_eq!(text(1), "Noch keine Sicherung, bisher 1 Änderung.");
        assert!(text(0).starts_with("Noch keine Sicherung;"));
    }
}
