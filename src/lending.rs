//! Customers out to a deputy and back again: the files that go out, and the steps that what comes in
//! becomes. Only the own caseload takes part; the example is nobody's record.

use crate::app::App;
use crate::changing::Unchanged;
use crate::clock;
use crate::download;
use crate::own;
use crate::pause::{PAINT, pause};
use crate::stock::Place;
use caseload::Caseload;
use caseload::handover::{self, Opened, Return, deputy};
use caseload::history::{CaseloadId, Command, Deed};
use caseload::sealing::{self, Content, CreateError, DataKey, Passphrase, Vault, WriteError};
use chrono::NaiveDate;
use rules::facts::CaseId;
use std::sync::Arc;

const MEDIA_TYPE: &str = "application/octet-stream";

/// A hand-over file, or one that comes back, opened.
#[derive(Debug)]
pub struct Loan {
    /// Name of the file.
    pub name: String,
    /// What it holds.
    pub opened: Opened,
    /// What the return is sealed with.
    pub lock: Lock,
}

/// A vault and its key.
#[derive(Debug)]
pub struct Lock {
    /// The vault.
    pub vault: Vault,
    /// The key in it.
    pub key: DataKey,
}

/// Why a file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWritten {
    /// No caseload is open.
    NotOpen,
    /// There is no key for it.
    Key(CreateError),
    /// It could not be sealed.
    Sealing(WriteError),
    /// The browser did not take it.
    Refused,
}

impl NotWritten {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            NotWritten::NotOpen => Unchanged::Nothing.to_string(),
            NotWritten::Key(error) => error.german(),
            NotWritten::Sealing(error) => error.german(),
            NotWritten::Refused => {
                "Der Browser hat die Datei nicht angenommen. Bitte versuchen Sie es noch einmal."
                    .to_owned()
            }
        }
    }
}

impl App {
    /// Writes a hand-over file with these customers, for the days from the first to the last, and
    /// gives its name.
    ///
    /// # Errors
    /// [`NotWritten`]; there is no file then.
    pub async fn lend(
        self,
        chosen: Vec<CaseId>,
        days: (NaiveDate, NaiveDate),
        passphrase: Passphrase,
    ) -> Result<String, NotWritten> {
        pause(PAINT).await;
        let (vault, key) = own::create(&passphrase).map_err(NotWritten::Key)?;
        let loan = own::new_lineage().map_err(NotWritten::Key)?;
        let payload = self
            .own_caseload(|lineage, caseload| {
                handover::write(&handover::pack(caseload, lineage, &chosen, days, loan))
            })
            .ok_or(NotWritten::NotOpen)?;
        self.write_sealed(Content::HandOver, &Lock { vault, key }, &payload)
    }

    /// Writes what a deputy gives back, sealed like the hand-over.
    ///
    /// # Errors
    /// [`NotWritten`]; there is no file then.
    pub fn give_back(self, back: &Return, lock: &Lock) -> Result<String, NotWritten> {
        let payload = handover::write_return(back);
        self.write_sealed(Content::HandOverReturn, lock, &payload)
    }

    fn write_sealed(
        self,
        content: Content,
        Lock { vault, key }: &Lock,
        payload: &[u8],
    ) -> Result<String, NotWritten> {
        let mut entropy = own::entropy().map_err(|_| NotWritten::Sealing(WriteError::NoEntropy))?;
        let written_at = clock::utc(clock::now()).unwrap_or_default();
        let file = sealing::write(content, vault, key, written_at, payload, &mut entropy)
            .map_err(NotWritten::Sealing)?;
        let what = match content {
            Content::HandOverReturn => "rueckgabe",
            Content::HandOver | Content::Backup => "uebergabe",
        };
        let name = format!(
            "kontaktdichte-{what}-{}.kkd-handover",
            self.today.get_untracked()
        );
        download::save(&name, MEDIA_TYPE, &file)
            .map(|()| name)
            .map_err(|download::Refused| NotWritten::Refused)
    }

    /// Takes customers over as a deputy; `taken` is what that comes to now.
    ///
    /// # Errors
    /// [`Unchanged`].
    pub fn take_loan(self, taken: Caseload, done: String) -> Result<(), Unchanged> {
        self.change(&Command::TakeLoan(Arc::new(taken)), done)
    }

    /// Takes back what a deputy did; `merged` is what that comes to now.
    ///
    /// # Errors
    /// [`Unchanged`].
    pub fn take_back(self, merged: Caseload, done: String) -> Result<(), Unchanged> {
        self.change(&Command::TakeBackLoan(Arc::new(merged)), done)
    }

    /// Takes the customers of a loan out of the deputy's caseload.
    ///
    /// # Errors
    /// [`Unchanged`].
    pub fn end_loan(self, loan: CaseloadId, done: String) -> Result<(), Unchanged> {
        let edits = self
            .own_caseload(|_, caseload| deputy::leaving(caseload, loan))
            .ok_or(Unchanged::Nothing)?;
        let deed = Deed::HandoverGivenBack;
        self.change(&Command::Edit { deed, edits }, done)
    }

    fn own_caseload<T>(self, look: impl FnOnce(CaseloadId, &Caseload) -> T) -> Option<T> {
        self.stock.with_untracked(|stock| {
            let ledger = stock.ledger_of(Place::Own)?;
            Some(look(ledger.lineage(), ledger.caseload()))
        })
    }
}
