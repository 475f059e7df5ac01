//! Caseloads out of the app's own files: sealed backups (`*.kkd`), hand-over files and their returns
//! (`*.kkd-handover`), rescue files (`*.kkd-rettung`). They are known by their content, whatever they
//! are called.

use crate::failure::Failure;
use caseload::Caseload;
use caseload::file::{Fault, ReadError};
use caseload::handover;
use caseload::journal::rescue::{self, Rescue};
use caseload::journal::{
    NothingReadable, Protection, ReplayReport, Replayed, read_snapshot, replay,
};
use caseload::sealing::{Content, Passphrase, SealedFile, Vault};
use std::fmt::Display;
use std::sync::Arc;

/// What every sealed file begins with. What ends before is no sealed file to anybody.
const SEALED: &[u8] = br#"{"format":"kontaktdichte-sealed""#;

/// A file of the app, as far as can be told without its passphrase.
pub enum Sealed<'b> {
    /// A backup, or customers for a deputy or back from one.
    File(SealedFile<'b>),
    /// A store, byte for byte.
    Rescue(Rescue<'b>),
}

/// Looks whether bytes are such a file; `None` if they are something else.
///
/// # Errors
/// Bad input if they are meant to be one and are damaged, cut off or of a newer version.
pub fn recognise(bytes: &[u8]) -> Result<Option<Sealed<'_>>, Failure> {
    if rescue::is_rescue(bytes) {
        return rescue::parse(bytes)
            .map(|rescue| Some(Sealed::Rescue(rescue)))
            .map_err(bad_input);
    }
    if !bytes.starts_with(SEALED) {
        return Ok(None);
    }
    SealedFile::parse(bytes)
        .map(|file| Some(Sealed::File(file)))
        .map_err(bad_input)
}

/// A caseload, and what of it could not be read.
pub struct Opened {
    /// The caseload.
    pub caseload: Caseload,
    /// What was lost in a store; any other file is whole or is not opened.
    pub report: Option<ReplayReport>,
}

impl Sealed<'_> {
    /// Opens the file.
    ///
    /// # Errors
    /// Bad usage if a passphrase is needed and there is none; bad input if it does not fit or
    /// nothing can be read.
    pub fn open(&self, passphrase: Option<&Passphrase>) -> Result<Opened, Failure> {
        match self {
            Sealed::File(file) => {
                let payload = file.open(needed(passphrase)?).map_err(bad_input)?;
                let caseload = caseload_in(file.content(), &payload);
                Ok(Opened {
                    caseload: caseload.map_err(|error| faults(&error))?,
                    report: None,
                })
            }
            Sealed::Rescue(rescue) => {
                let protection = protection(rescue.vault.as_deref(), passphrase)?;
                let replayed = replay(&protection, &rescue.snapshots, &rescue.records);
                let Replayed { ledger, report, .. } =
                    replayed.map_err(|NothingReadable { report }| bad_input(report))?;
                Ok(Opened {
                    caseload: Caseload::clone(ledger.caseload()),
                    report: Some(report),
                })
            }
        }
    }
}

/// What a sealed file holds: of a loan the customers as they were handed over, of its return as the
/// deputy had them.
fn caseload_in(content: Content, payload: &[u8]) -> Result<Caseload, ReadError> {
    match content {
        Content::Backup => read_snapshot(payload).map(|(_, caseload)| caseload),
        Content::HandOver | Content::HandOverReturn => {
            handover::read(payload).map(|opened| match opened {
                handover::Opened::Lent(lent) => lent.base,
                handover::Opened::Back(back) => back.now,
            })
        }
    }
}

fn protection(vault: Option<&str>, passphrase: Option<&Passphrase>) -> Result<Protection, Failure> {
    let Some(vault) = vault else {
        return Ok(Protection::Plain);
    };
    let vault = Vault::from_json(vault.as_bytes()).map_err(bad_input)?;
    let key = vault.unlock(needed(passphrase)?).map_err(bad_input)?;
    Ok(Protection::Sealed {
        store: vault.store(),
        key: Arc::new(key),
    })
}

fn needed(passphrase: Option<&Passphrase>) -> Result<&Passphrase, Failure> {
    passphrase.ok_or_else(|| {
        Failure::BadUsage("the file is sealed, --passphrase-file is needed".to_owned())
    })
}

fn bad_input(error: impl Display) -> Failure {
    let lines = error.to_string();
    Failure::BadInput(lines.lines().map(|line| format!("file: {line}")).collect())
}

fn faults(error: &ReadError) -> Failure {
    Failure::BadInput(error.faults().iter().map(Fault::to_string).collect())
}
