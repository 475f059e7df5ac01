//! Files from the file system and from standard input.
//!
//! What is named on the command line and cannot be opened is bad usage; a file that is found in a
//! directory and cannot be read is bad input, like one whose content is wrong.

use crate::failure::Failure;
use crate::sealed::{self, Opened};
use caseload::Caseload;
use caseload::file::{Fault, MAX_BYTES, ReadError};
use caseload::journal::Verdict;
use caseload::sealing::Passphrase;
use chrono::NaiveDate;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How the names of files with caseloads end.
const ENDINGS: [&str; 4] = [".kkd.json", ".kkd", ".kkd-handover", ".kkd-rettung"];

/// Reads one caseload file, backup, hand-over file or rescue file, or standard input for `-`.
///
/// # Errors
/// Bad usage if there is no such file or its passphrase is missing, bad input if it is no good one.
pub fn caseload(
    path: &Path,
    passphrase: Option<&Passphrase>,
    today: NaiveDate,
) -> Result<Caseload, Failure> {
    caseload_in(&bytes(path)?, passphrase, today)
}

/// What is evaluated must be whole, so a store with losses is bad input.
fn caseload_in(
    bytes: &[u8],
    passphrase: Option<&Passphrase>,
    today: NaiveDate,
) -> Result<Caseload, Failure> {
    if let Some(file) = sealed::recognise(bytes)? {
        let Opened { caseload, report } = file.open(passphrase)?;
        return match report {
            Some(report) if report.verdict() != Verdict::Sound => {
                let lines = report.to_string();
                Err(Failure::BadInput(
                    lines.lines().map(str::to_owned).collect(),
                ))
            }
            Some(_) | None => Ok(caseload),
        };
    }
    caseload::file::read(bytes, today).map_err(|error| Failure::BadInput(messages(&error)))
}

/// The bytes of a file, or of standard input for `-`; of one that is too large no more than tells
/// that it is.
///
/// # Errors
/// Bad usage if the file cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = if path == Path::new("-") {
        bounded(io::stdin().lock())
    } else {
        file(path)
    };
    bytes.map_err(|error| Failure::BadUsage(format!("{}: {error}", path.display())))
}

/// Reads one of the files of a directory; the messages say which.
///
/// # Errors
/// As [`caseload()`], but a file that cannot be read is bad input.
pub fn caseload_of_dir(
    path: &Path,
    passphrase: Option<&Passphrase>,
    today: NaiveDate,
) -> Result<Caseload, Failure> {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    let bytes = file(path).map_err(|error| Failure::BadInput(vec![format!("{name}: {error}")]))?;
    caseload_in(&bytes, passphrase, today).map_err(|failure| match failure {
        Failure::BadInput(faults) => Failure::BadInput(
            faults
                .iter()
                .map(|fault| format!("{name}: {fault}"))
                .collect(),
        ),
        Failure::BadUsage(message) => Failure::BadUsage(format!("{name}: {message}")),
        other @ (Failure::Output(_) | Failure::FindingsExist) => other,
    })
}

/// The files of a directory that hold caseloads, in the order of their names.
///
/// # Errors
/// Bad usage if the directory cannot be listed, bad input if it holds no such file.
pub fn files_in(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |error: io::Error| Failure::BadUsage(format!("{}: {error}", dir.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_caseload = path.file_name().is_some_and(|name| {
            let name = name.as_encoded_bytes();
            ENDINGS
                .iter()
                .any(|ending| name.ends_with(ending.as_bytes()))
        });
        if is_caseload && !path.is_dir() {
            files.push(path);
        }
    }
    if files.is_empty() {
        let endings = ENDINGS.join(" or ");
        let message = format!("{}: no file whose name ends in {endings}", dir.display());
        return Err(Failure::BadInput(vec![message]));
    }
    files.sort();
    Ok(files)
}

fn file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            "is a directory (--dir reads one)",
        ));
    }
    bounded(file)
}

/// Reads to the end, but not further than it takes to see that there is too much.
fn bounded(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn messages(error: &ReadError) -> Vec<String> {
    error.faults().iter().map(Fault::to_string).collect()
}
