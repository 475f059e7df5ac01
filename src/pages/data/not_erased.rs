//! Why something was not deleted, in German. Nothing was changed then.

use crate::erasing::EraseError;
use crate::store::fault::StoreError;

/// Why nothing was deleted, and what to do.
pub fn german(error: &EraseError) -> String {
    match error {
        EraseError::NotWriting => "Der Bestand wird in einem anderen Fenster bearbeitet oder ist hier nicht geöffnet. Bitte übernehmen Sie ihn in diesem Fenster und versuchen Sie es noch einmal.".to_owned(),
        EraseError::Unsaved => "Es gibt Änderungen, die der Browser noch nicht gespeichert hat. Bitte sorgen Sie zuerst dafür, dass oben „Gespeichert“ steht.".to_owned(),
        EraseError::Damaged => "Ein Teil des gespeicherten Verlaufs ist nicht lesbar; deshalb lässt sich nicht sicherstellen, dass die Person daraus verschwindet. Bitte beheben Sie zuerst den Schaden, wie es oben auf der Seite beschrieben ist.".to_owned(),
        EraseError::Storage(error) => of_storage(error).to_owned(),
        EraseError::Sealing(_) => "Der Bestand ließ sich nicht neu verschlüsseln; es ist alles wie zuvor. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.".to_owned(),
    }
}

/// Why the storage did not let go of something, and what to do.
pub fn of_storage(error: &StoreError) -> &'static str {
    match error {
        StoreError::Full => {
            "Der Speicher ist voll: Zum Löschen wird der Bestand einmal neu geschrieben. Bitte schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal."
        }
        StoreError::Blocked => {
            "Ein anderes Fenster hält den Bestand offen. Bitte schließen Sie alle anderen Fenster mit Kontaktdichte; gelöscht wird, sobald sie zu sind."
        }
        StoreError::Denied
        | StoreError::NewerVersion
        | StoreError::Conflict
        | StoreError::Gone
        | StoreError::Broken(_) => {
            "Der Browser hat den Speicher nicht freigegeben; es ist alles wie zuvor. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."
        }
    }
}
