//! What a user can want of a caseload, and why it can be refused.

use super::change::Sheet;
use super::edit::Edit;
use super::event::{CaseloadId, Deed};
use crate::record::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use rules::wording::date;
use std::fmt;
use std::sync::Arc;

/// What a user wants to be done.
///
/// Those that are about a whole caseload carry it as it shall be *afterwards*: what an import plan
/// makes of the present one, what a file holds, what a merge results in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Take the latest event back.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Take a list over; the result of [`crate::import::ImportPlan::apply`].
    TakeOverList(Arc<Caseload>),
    /// Put the content of a caseload file in place of what is there.
    OpenFile(Arc<Caseload>),
    /// Put a backup in place of what is there.
    RestoreBackup {
        /// Which caseload it is a backup of.
        lineage: CaseloadId,
        /// Its content.
        caseload: Arc<Caseload>,
    },
    /// Join a backup with what is there; the caseload of [`crate::comparison::merge()`].
    MergeBackup(Arc<Caseload>),
    /// Take customers over from somebody who is away; the caseload of
    /// [`crate::handover::deputy::taken_over()`].
    TakeLoan(Arc<Caseload>),
    /// Take back what a deputy did; the caseload of [`crate::handover::returned()`].
    TakeBackLoan(Arc<Caseload>),
    /// Add a customer.
    AddCustomer(Box<Customer>),
    /// Change what is recorded about a customer besides contacts and appointments. Closes the case
    /// if the day of closing comes, opens it again if that day goes.
    ReviseCustomer(Box<Sheet>),
    /// Make everyday changes, in this order, as one step.
    Edit {
        /// What the user does, for the history.
        deed: Deed,
        /// What shall be different.
        edits: Vec<Edit>,
    },
}

/// Why a command is not carried out. `Display` says so in German, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was done that could be taken back.
    NothingToUndo,
    /// Nothing was taken back that could be done again.
    NothingToRedo,
    /// Everything is so already.
    NothingChanged,
    /// Another customer has this number.
    NumberTaken(CustomerNumber),
    /// Another customer has this identifier.
    IdTaken,
    /// The customer is not in the caseload, or not any more.
    UnknownCustomer,
    /// The day of closing lies before the period of benefit.
    ClosedBeforeCare {
        /// Day of closing.
        closed_on: NaiveDate,
        /// First day of the period of benefit.
        in_care_since: NaiveDate,
    },
    /// The backup is of another caseload, and this one has customers.
    ForeignBackup,
    /// What was to be removed is not there, or not any more.
    EntryGone,
    /// An appointment would last beyond the end of its day.
    EndsAfterMidnight,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NothingToUndo => f.write_str(
                "Es gibt nichts rückgängig zu machen: Seit dem ersten Stand wurde nichts \
                 geändert.",
            ),
            Refusal::NothingToRedo => f.write_str(
                "Es gibt nichts zu wiederholen: Zuletzt wurde nichts rückgängig gemacht.",
            ),
            Refusal::NothingChanged => f.write_str(
                "Es ist alles schon so erfasst; es wurde nichts geändert. Sie können das Fenster \
                 schließen oder etwas ändern und noch einmal speichern.",
            ),
            Refusal::NumberTaken(number) => write!(
                f,
                "Die Kundennummer {number} ist schon vergeben. Bitte prüfen Sie die Nummer; ist es \
                 dieselbe Person, öffnen Sie den vorhandenen Fall."
            ),
            Refusal::IdTaken => f.write_str(
                "Dieser Fall ist schon im Bestand. Bitte öffnen Sie den vorhandenen Fall.",
            ),
            Refusal::UnknownCustomer => f.write_str(
                "Dieser Fall ist nicht mehr im Bestand. Bitte laden Sie die Seite neu; wurde er \
                 versehentlich entfernt, machen Sie das rückgängig.",
            ),
            Refusal::ClosedBeforeCare {
                closed_on,
                in_care_since,
            } => write!(
                f,
                "Der Abschluss ({}) liegt vor dem Beginn des Leistungsbezugs ({}). Bitte \
                 berichtigen Sie einen der beiden Tage.",
                date(*closed_on),
                date(*in_care_since)
            ),
            Refusal::ForeignBackup => f.write_str(
                "Die Sicherung gehört zu einem anderen Bestand; es wurde nichts geändert. Bitte \
                 wählen Sie eine Sicherung dieses Bestands.",
            ),
            Refusal::EntryGone => f.write_str(
                "Dieser Eintrag ist nicht mehr im Bestand; es wurde nichts geändert. Vielleicht \
                 wurde er schon entfernt oder rückgängig gemacht.",
            ),
            Refusal::EndsAfterMidnight => f.write_str(
                "Der Termin würde über Mitternacht hinausgehen. Bitte wählen Sie einen früheren \
                 Beginn oder eine kürzere Dauer.",
            ),
        }
    }
}

impl std::error::Error for Refusal {}

#[cfg(test)]
mod tests {
    use super::Refusal;
    use crate::record::CustomerNumber;

    #[test]
    fn a_taken_number_is_named() {
        let number = CustomerNumber::new("617D000123").unwrap();
        let text = Refusal::NumberTaken(number).to_string();
        assert!(text.contains("617D000123"), "{text}");
        assert!(!text.contains("  "), "{text}");
    }
}
