//! A sealed file that cannot be opened: what is wrong, and what to do. Nothing was changed.

use super::stage::Purpose;
use super::stage::Refused;
use crate::parts::alert::ErrorAlert;
use crate::restoring::NotRestorable;
use crate::view::{View, view};

/// Faults listed of a content that cannot be read; they are for whoever is asked for help.
const LISTED: usize = 5;

/// The message.
pub fn view_of(refused: &Refused) -> View {
    let (title, texts) = match refused {
        Refused::Unread(unread) => (
            "Die Datei wurde nicht gelesen".to_owned(),
            vec![unread.to_string()],
        ),
        Refused::NotRestorable(name, error) => {
            (format!("„{name}“ lässt sich nicht öffnen"), german(error))
        }
    };
    view! {
        <ErrorAlert title=title>
            {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect::<View>()}
            <p>"Ihr Bestand ist unverändert."</p>
        </ErrorAlert>
    }
}

fn german(error: &NotRestorable) -> Vec<String> {
    match error {
        NotRestorable::Backup(error) => vec![error.german()],
        NotRestorable::Rescue(error) => vec![error.german()],
        NotRestorable::Open(error) => vec![error.german()],
        NotRestorable::Vault(error) => vec![error.german()],
        NotRestorable::Content(error) => {
            let faults = error.faults().iter().take(LISTED);
            let mut texts = vec![
                "Die Datei ließ sich öffnen, aber ihr Inhalt entspricht nicht dem Format. Vielleicht stammt sie aus einer neueren Fassung der Anwendung: Bitte öffnen Sie sie mit der aktuellen kontaktdichte.html oder wählen Sie eine andere Datei.".to_owned(),
            ];
            texts.extend(faults.map(|fault| fault.german()));
            texts
        }
        NotRestorable::Nothing(nothing) => {
            let losses = nothing.report.losses.iter().take(LISTED);
            let mut texts = vec![
                "In der Rettungsdatei ist nichts lesbar, weder ein Zwischenstand noch eine Änderung. Bitte wählen Sie eine andere Rettungsdatei oder eine Sicherung (.kkd).".to_owned(),
            ];
            texts.extend(losses.map(|loss| loss.german()));
            texts
        }
        NotRestorable::Elsewhere(kind) => vec![
            match Purpose::of(*kind) {
                Purpose::Lend => "Das ist keine Sicherung, sondern eine Übergabe oder ihre Rückgabe. Bitte wählen Sie sie unter „Übergabe“.",
                Purpose::Restore => "Das ist keine Übergabe, sondern eine Sicherung. Bitte wählen Sie sie unter „Wiederherstellen“.",
            }
            .to_owned(),
        ],
        NotRestorable::NotOpen => vec![
            "Der eigene Bestand ist nicht geöffnet. Bitte entsperren Sie ihn und wählen Sie die Datei noch einmal.".to_owned(),
        ],
    }
}
