//! Where things lie: the repository's root and the few places in it that chores write to.

use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// The repository's root folder, from where every tool is run.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The hosted variant and, beside it, the one file.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The product: the one file that people open by double-click.
pub fn one_file() -> PathBuf {
    dist().join("kontaktdichte.html")
}

/// Cargo's folder for the page. It is apart from `target/` because another compiler may build the page, and two
/// compilers in one folder would throw away each other's work.
pub fn page_target() -> PathBuf {
    root().join("target/page")
}

/// Reads a text file of the repository.
///
/// # Errors
/// The file is missing or not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

/// Reads a file as bytes.
///
/// # Errors
/// The file is missing or may not be read.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::file(path, &error))
}

/// The files below a folder whose names end so, in order.
///
/// # Errors
/// A folder cannot be read.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes a file, making its folder first.
///
/// # Errors
/// The folder or file cannot be written.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    }
    std::fs::write(path, content).map_err(|error| Failure::file(path, &error))
}
