//! Files from the file system and from standard input.
//!
//! What is named on the command line and cannot be opened is bad usage; a file that is found in a
//! directory and cannot be read is bad input, like one whose content is wrong.

use crate::failure::Failure;
use caseload::Caseload;
use caseload::file::{Fault, MAX_BYTES, ReadError};
use chrono::NaiveDate;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How the names of caseload files end.
const ENDING: &str = ".kkd.json";

/// Reads one caseload file, or standard input for `-`.
///
/// # Errors
/// Bad usage if there is no such file, bad input if it is no good caseload file.
pub fn caseload(path: &Path, today: NaiveDate) -> Result<Caseload, Failure> {
    caseload::file::read(&bytes(path)?, today).map_err(|error| Failure::BadInput(messages(&error)))
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

/// Reads one of the caseload files of a directory; the messages say which.
///
/// # Errors
/// A message for each fault.
pub fn caseload_of_dir(path: &Path, today: NaiveDate) -> Result<Caseload, Vec<String>> {
    let name = path.file_name().unwrap_or(path.as_os_str()).display();
    let bytes = file(path).map_err(|error| vec![format!("{name}: {error}")])?;
    caseload::file::read(&bytes, today).map_err(|error| {
        messages(&error)
            .iter()
            .map(|fault| format!("{name}: {fault}"))
            .collect()
    })
}

/// The caseload files of a directory, in the order of their names.
///
/// # Errors
/// Bad usage if the directory cannot be listed, bad input if it holds no caseload file.
pub fn files_in(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |error: io::Error| Failure::BadUsage(format!("{}: {error}", dir.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_caseload = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().ends_with(ENDING.as_bytes()));
        if is_caseload && !path.is_dir() {
            files.push(path);
        }
    }
    if files.is_empty() {
        let message = format!("{}: no file whose name ends in {ENDING}", dir.display());
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
