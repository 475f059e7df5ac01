//! What has to be entered in VerBIS and ATV as well.
//!
//! The systems of record are elsewhere. Whatever is changed here and belongs there becomes an entry
//! on the Übertragsliste, in the same step as the change itself: [`with_transfers`] adds to the
//! edits of a command what follows from them. Its identifier is made from what it is about, so the
//! same change never stands there twice. Ticking an entry off says that it was entered, and records
//! the day where the rules ask for it ([`done`]).

mod following;
mod words;

pub use following::with_transfers;
pub use words::{appointment_words, copy_text, due_text, title};

use crate::history::{ContactEntry, Edit};
use crate::record::{Caseload, Customer, Transfer, TransferSystem};
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{Appointment, CaseId, Contact};

/// What kind of entry it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TransferKind {
    /// An appointment to record.
    Appointment,
    /// What became of an appointment.
    Outcome,
    /// The note on a consultation.
    Note,
    /// The category.
    Category,
    /// The K3 marker.
    K3Marker,
    /// The profile.
    Profile,
    /// The caseworker's own absence.
    Absence,
}

impl TransferKind {
    /// Every kind.
    pub const ALL: [TransferKind; 7] = [
        TransferKind::Appointment,
        TransferKind::Outcome,
        TransferKind::Note,
        TransferKind::Category,
        TransferKind::K3Marker,
        TransferKind::Profile,
        TransferKind::Absence,
    ];

    /// The name used in files, in `what`.
    pub fn key(self) -> &'static str {
        match self {
            TransferKind::Appointment => "appointment",
            TransferKind::Outcome => "outcome",
            TransferKind::Note => "note",
            TransferKind::Category => "category",
            TransferKind::K3Marker => "k3_marker",
            TransferKind::Profile => "profile",
            TransferKind::Absence => "absence",
        }
    }

    /// The kind with this name in files. Other programs may write other names.
    pub fn from_key(key: &str) -> Option<Self> {
        TransferKind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Where it is entered.
    pub fn system(self) -> TransferSystem {
        match self {
            TransferKind::Appointment | TransferKind::Outcome | TransferKind::Absence => {
                TransferSystem::Atv
            }
            TransferKind::Note
            | TransferKind::Category
            | TransferKind::K3Marker
            | TransferKind::Profile => TransferSystem::Verbis,
        }
    }
}

/// The kind of an entry, if it is one that this program makes.
pub fn kind(transfer: &Transfer) -> Option<TransferKind> {
    transfer.what.as_deref().and_then(TransferKind::from_key)
}

/// Stands in place of a customer where an entry is about the caseworker.
pub fn caseworker() -> CaseId {
    CaseId::from("ifk")
}

/// The edits that tick an entry off on `today`: an appointment counts as recorded in ATV from then
/// on, a consultation as documented. What was recorded before keeps its day.
pub fn done(caseload: &Caseload, transfer: &Transfer, today: NaiveDate) -> Vec<Edit> {
    let mut edits = vec![Edit::Transfer(Box::new(Transfer {
        done_on: Some(today),
        ..transfer.clone()
    }))];
    edits.extend(recorded(caseload, transfer, None, Some(today)));
    edits
}

/// The edits that put an entry back: also the day goes that ticking it off has recorded.
pub fn reopened(caseload: &Caseload, transfer: &Transfer) -> Vec<Edit> {
    let mut edits = vec![Edit::Transfer(Box::new(Transfer {
        done_on: None,
        ..transfer.clone()
    }))];
    edits.extend(recorded(caseload, transfer, transfer.done_on, None));
    edits
}

/// Records `after` for what an entry is about, where `before` stands.
fn recorded(
    caseload: &Caseload,
    transfer: &Transfer,
    before: Option<NaiveDate>,
    after: Option<NaiveDate>,
) -> Option<Edit> {
    let customer = caseload.customer(&transfer.case)?;
    let subject = transfer.subject.as_deref()?;
    match kind(transfer)? {
        TransferKind::Appointment => {
            let found = appointment(customer, subject)?;
            (found.recorded_on == before).then(|| {
                Edit::Appointment(Box::new(Appointment {
                    recorded_on: after,
                    ..found.clone()
                }))
            })
        }
        TransferKind::Note => {
            let mut contacts = customer.contacts.iter();
            let found = contacts.find(|contact| contact.id.as_str() == subject)?;
            (found.documented_on == before).then(|| {
                let entry = ContactEntry {
                    contact: Contact {
                        documented_on: after,
                        ..found.clone()
                    },
                    topics: customer.topics.get(&found.id).cloned(),
                };
                Edit::Contact(customer.id.clone(), Box::new(entry))
            })
        }
        TransferKind::Outcome
        | TransferKind::Category
        | TransferKind::K3Marker
        | TransferKind::Profile
        | TransferKind::Absence => None,
    }
}

/// Entries that are still to be done, those that are due first in front, then in the order of the
/// caseload.
pub fn open(caseload: &Caseload) -> Vec<&Transfer> {
    let mut open: Vec<&Transfer> = caseload
        .transfers
        .iter()
        .filter(|transfer| transfer.done_on.is_none())
        .collect();
    rules::ordering::sort_by_key(&mut open, |transfer| {
        (transfer.due_on.is_none(), transfer.due_on)
    });
    open
}

fn appointment<'c>(customer: &'c Customer, id: &str) -> Option<&'c Appointment> {
    let mut appointments = customer.appointments.iter();
    appointments.find(|appointment| appointment.id.as_str() == id)
}

/// What an entry is about, if it is an appointment that is still known.
fn subject_appointment<'c>(caseload: &'c Caseload, transfer: &Transfer) -> Option<&'c Appointment> {
    appointment(
        caseload.customer(&transfer.case)?,
        transfer.subject.as_deref()?,
    )
}

/// A transfer of a kind, about something of a customer.
fn entry(kind: TransferKind, case: &CaseId, subject: &str, due_on: NaiveDate) -> Transfer {
    Transfer {
        id: id(kind, subject),
        case: case.clone(),
        system: Fact::Known(kind.system()),
        what: Some(kind.key().to_owned()),
        subject: Some(subject.to_owned()),
        due_on: Some(due_on),
        done_on: None,
    }
}

fn id(kind: TransferKind, subject: &str) -> String {
    format!("u-{}-{subject}", kind.key())
}
