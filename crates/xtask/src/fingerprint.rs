//! One number for everything the page is made of, so that a second build of the same page is skipped.
//!
//! The rule is to leave out what surely has no part in the page and to take in everything else: a new folder counts
//! from its first day, at worst the page is built once too often.

use crate::failure::Failure;
use crate::workspace;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Paths below the root that have no part in the page.
const NOT_IN_THE_PAGE: &[&str] = &[
    ".ci",
    ".git",
    "crates/kkd",
    "crates/xtask",
    "deny.toml",
    "dist",
    "docs",
    "node_modules",
    "target",
    "tests",
];

/// Fingerprint of the sources together with `recipe`, the words that describe how they are built.
///
/// # Errors
/// A source cannot be read.
pub fn of_sources(recipe: &str) -> Result<String, Failure> {
    let root = workspace::root();
    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort();
    let mut digest = Sha256::new();
    part(&mut digest, recipe.as_bytes());
    for path in files {
        let name = path
            .strip_prefix(&root)
            .unwrap_or(&path)
            .to_string_lossy()
            .into_owned();
        part(&mut digest, name.as_bytes());
        part(&mut digest, &workspace::read_bytes(&path)?);
    }
    Ok(hex(&digest.finalize()))
}

/// Fingerprint of some files, in this order; a missing file is a fingerprint of its own.
pub fn of_files(paths: &[PathBuf]) -> String {
    let mut digest = Sha256::new();
    for path in paths {
        match std::fs::read(path) {
            Ok(bytes) => part(&mut digest, &bytes),
            Err(_) => part(&mut digest, b"missing"),
        }
    }
    hex(&digest.finalize())
}

/// The length goes in first: two files never look like one.
fn part(digest: &mut Sha256, bytes: &[u8]) {
    digest.update(bytes.len().to_le_bytes());
    digest.update(bytes);
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::file(folder, &error))?;
        let path = entry.path();
        let below = path.strip_prefix(root).unwrap_or(&path);
        if NOT_IN_THE_PAGE
            .iter()
            .any(|left_out| below == Path::new(left_out))
        {
            continue;
        }
        let kind = entry
            .file_type()
            .map_err(|error| Failure::file(&path, &error))?;
        if kind.is_dir() {
            collect(root, &path, files)?;
        } else if kind.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
