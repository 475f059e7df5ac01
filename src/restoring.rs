//! Sealed files on their way in, in two steps: look what is in it and how that differs from what is
//! here; then put it in place of that, or join both. Until the second step nothing changes.

use crate::app::App;
use crate::changing::Unchanged;
use crate::lending::{Loan, Lock};
use crate::pause::{PAINT, pause};
use crate::stock::Place;
use caseload::Caseload;
use caseload::comparison::Merged;
use caseload::file::ReadError;
use caseload::handover;
use caseload::history::{CaseloadId, Command};
use caseload::journal::rescue::{self, RescueError};
use caseload::journal::{NothingReadable, Protection, Replayed, Verdict, read_snapshot, replay};
use caseload::sealing::{
    Content, EnvelopeError, OpenError, Passphrase, SealedFile, UnlockError, Vault, VaultError,
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// A file that may be opened, still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Name of the file.
    pub name: String,
    /// What kind of file it is.
    pub kind: SealedKind,
    /// When it says it was written.
    pub written_at: Option<DateTime<Utc>>,
    bytes: Arc<Vec<u8>>,
}

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedKind {
    /// A backup.
    Backup,
    /// A store as it was rescued.
    Rescue,
    /// Customers for a deputy.
    HandOver,
    /// Customers whom a deputy gives back.
    Return,
}

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRestorable {
    /// It is no backup, or not a whole one.
    Backup(EnvelopeError),
    /// It is no rescue file, or not a whole one.
    Rescue(RescueError),
    /// It stays sealed.
    Open(OpenError),
    /// What was sealed in it cannot be read.
    Content(ReadError),
    /// Its lock cannot be read.
    Vault(VaultError),
    /// There is nothing readable in it.
    Nothing(NothingReadable),
    /// The own caseload is not open.
    NotOpen,
    /// It is of a kind that has its place elsewhere on the page.
    Elsewhere(SealedKind),
}

/// What was opened.
#[derive(Debug, Clone)]
pub enum Opened {
    /// A whole caseload.
    Caseload(Arc<Draft>),
    /// Customers on loan.
    Loan(Arc<Loan>),
}

/// What a backup holds.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Name of the file.
    pub name: String,
    /// When it was written.
    pub written_at: Option<DateTime<Utc>>,
    /// Which caseload it is of.
    pub lineage: CaseloadId,
    /// Its content.
    pub caseload: Arc<Caseload>,
    /// Places of a rescue file that could not be read.
    pub losses: usize,
}

/// Looks at a file without opening it.
///
/// # Errors
/// [`NotRestorable`] if it is nothing that can be opened.
pub fn look(name: String, bytes: Vec<u8>) -> Result<Sealed, NotRestorable> {
    let (kind, written_at) = if rescue::is_rescue(&bytes) {
        let file = rescue::parse(&bytes).map_err(NotRestorable::Rescue)?;
        (SealedKind::Rescue, file.moment())
    } else {
        let file = SealedFile::parse(&bytes).map_err(NotRestorable::Backup)?;
        let kind = match file.content() {
            Content::Backup => SealedKind::Backup,
            Content::HandOver => SealedKind::HandOver,
            Content::HandOverReturn => SealedKind::Return,
        };
        (kind, Some(file.written_at()))
    };
    Ok(Sealed {
        name,
        kind,
        written_at,
        bytes: Arc::new(bytes),
    })
}

impl App {
    /// Opens a file, to be compared with what is here.
    ///
    /// # Errors
    /// [`NotRestorable`]; nothing was changed.
    pub async fn open_sealed(
        self,
        sealed: Sealed,
        passphrase: Passphrase,
    ) -> Result<Opened, NotRestorable> {
        pause(PAINT).await;
        let opened = opened(sealed, &passphrase)?;
        if self.keeper(Place::Own).is_none() {
            return Err(NotRestorable::NotOpen);
        }
        Ok(opened)
    }

    /// Puts a backup in place of what is here.
    ///
    /// # Errors
    /// [`Unchanged`], for instance because it is of another caseload.
    pub fn replace_by(&self, draft: &Draft) -> Result<(), Unchanged> {
        let command = Command::RestoreBackup {
            lineage: draft.lineage,
            caseload: Arc::clone(&draft.caseload),
        };
        self.change(
            &command,
            format!("Bestand aus „{}“ wiederhergestellt.", draft.name),
        )
    }

    /// Joins a backup with what is here; `merged` is what that comes to now.
    ///
    /// # Errors
    /// [`Unchanged`], for instance because there is nothing to add.
    pub fn join_with(&self, draft: &Draft, merged: &Merged) -> Result<(), Unchanged> {
        let command = Command::MergeBackup(Arc::new(merged.caseload.clone()));
        self.change(
            &command,
            format!("„{}“ mit dem Bestand zusammengeführt.", draft.name),
        )
    }
}

fn opened(sealed: Sealed, passphrase: &Passphrase) -> Result<Opened, NotRestorable> {
    let (lineage, caseload, losses) = match sealed.kind {
        SealedKind::Rescue => rescued(&sealed.bytes, passphrase)?,
        SealedKind::Backup | SealedKind::HandOver | SealedKind::Return => {
            let file = SealedFile::parse(&sealed.bytes).map_err(NotRestorable::Backup)?;
            let key = file.vault().unlock(passphrase).map_err(not_unlocked)?;
            let payload = file
                .open_with_key(&key)
                .map_err(|tampered| NotRestorable::Open(tampered.into()))?;
            if sealed.kind != SealedKind::Backup {
                let opened = handover::read(&payload).map_err(NotRestorable::Content)?;
                let vault = file.vault().clone();
                return Ok(Opened::Loan(Arc::new(Loan {
                    name: sealed.name,
                    opened,
                    lock: Lock { vault, key },
                })));
            }
            let (lineage, caseload) = read_snapshot(&payload).map_err(NotRestorable::Content)?;
            (lineage, Arc::new(caseload), 0)
        }
    };
    Ok(Opened::Caseload(Arc::new(Draft {
        name: sealed.name,
        written_at: sealed.written_at,
        lineage,
        caseload,
        losses,
    })))
}

fn not_unlocked(error: UnlockError) -> NotRestorable {
    NotRestorable::Open(error.into())
}

type Rescued = (CaseloadId, Arc<Caseload>, usize);

fn rescued(bytes: &[u8], passphrase: &Passphrase) -> Result<Rescued, NotRestorable> {
    let file = rescue::parse(bytes).map_err(NotRestorable::Rescue)?;
    let protection = match &file.vault {
        Some(json) => {
            let vault = Vault::from_json(json.as_bytes()).map_err(NotRestorable::Vault)?;
            let key = vault.unlock(passphrase).map_err(not_unlocked)?;
            Protection::Sealed {
                store: vault.store(),
                key: Arc::new(key),
            }
        }
        None => Protection::Plain,
    };
    let Replayed { ledger, report, .. } =
        replay(&protection, &file.snapshots, &file.records).map_err(NotRestorable::Nothing)?;
    if report.verdict() == Verdict::NewerVersion {
        return Err(NotRestorable::Nothing(NothingReadable { report }));
    }
    Ok((
        ledger.lineage(),
        Arc::clone(ledger.caseload()),
        report.losses.len(),
    ))
}
