//! A file that was refused: what is wrong, where, and what to do.

use crate::file_input::Unread;
use crate::german;
use crate::parts::alert::ErrorAlert;
use crate::view::{View, view};
use caseload::file::ReadError;
use caseload::import::ListError;

/// Faults listed before the rest is only counted; more than anybody reads, fewer than slow a
/// browser down.
const LISTED: usize = 1000;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    title: String,
    text: String,
    faults: Vec<String>,
}

impl Failure {
    /// The browser did not hand over its bytes.
    pub fn of_reading(unread: &Unread) -> Self {
        Failure {
            title: "Die Datei wurde nicht gelesen".to_owned(),
            text: unread.to_string(),
            faults: Vec::new(),
        }
    }

    /// It is no list.
    pub fn of_list(name: &str, error: &ListError) -> Self {
        Failure {
            title: format!("„{name}“ lässt sich nicht als Liste lesen"),
            text: error.to_string(),
            faults: Vec::new(),
        }
    }

    /// It is no sound caseload file.
    pub fn of_file(name: &str, error: &ReadError) -> Self {
        let faults: Vec<String> = error.faults().iter().map(|fault| fault.german()).collect();
        Failure {
            title: format!("„{name}“ wurde nicht übernommen"),
            text: format!(
                "Die Bestandsdatei hat {}. Sie wird nur als Ganzes übernommen; am Bestand hat sich nichts geändert. Bitte berichtigen Sie die Datei oder wählen Sie eine andere:",
                german::counted(faults.len(), "Fehler", "Fehler")
            ),
            faults,
        }
    }

    /// More than one file at once.
    pub fn of_several_files(count: usize) -> Self {
        Failure {
            title: "Bitte eine Datei nach der anderen".to_owned(),
            text: format!(
                "Sie haben {} abgelegt. Jede wird für sich gelesen und geprüft; bitte legen Sie sie einzeln ab.",
                german::counted(count, "Datei", "Dateien")
            ),
            faults: Vec::new(),
        }
    }
}

/// The message.
pub fn view_of(failure: &Failure) -> View {
    let Failure {
        title,
        text,
        faults,
    } = failure.clone();
    let more = faults.len().saturating_sub(LISTED);
    let list = (!faults.is_empty()).then(|| {
        view! {
            <ol class="kd-faults">
                {faults
                    .into_iter()
                    .take(LISTED)
                    .map(|fault| view! { <li>{fault}</li> })
                    .collect::<View>()}
            </ol>
        }
    });
    let rest = (more > 0).then(|| {
        view! {
            <p>
                {format!(
                    "Und {}. Meist haben so viele eine gemeinsame Ursache.",
                    german::counted(more, "weiterer Fehler", "weitere Fehler"),
                )}
            </p>
        }
    });
    view! {
        <ErrorAlert title=title>
            <p>{text}</p>
            {list}
            {rest}
        </ErrorAlert>
    }
}
