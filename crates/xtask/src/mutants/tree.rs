//! The copy of the sources that the errors are put into, `target/mutants/tree`. It stays from one run to the next and
//! with it what was compiled; only files that differ are written, so that little is compiled anew.

use crate::failure::Failure;
use crate::fingerprint;
use crate::workspace;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What cargo needs of the repository to build any of its crates.
const PARTS: [&str; 5] = [".cargo", "Cargo.lock", "Cargo.toml", "crates", "src"];

/// The copy.
#[derive(Debug, Clone)]
pub struct Tree {
    folder: PathBuf,
}

impl Tree {
    /// Makes the copy equal to the sources, whatever an interrupted run has left in it.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn renewed() -> Result<Self, Failure> {
        let folder = workspace::root().join("target/mutants/tree");
        for part in PARTS {
            renew(&workspace::root().join(part), &folder.join(part))?;
        }
        Ok(Self { folder })
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// One fingerprint of all files in `folders`, and that of each by its path in the tree.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn fingerprints(
        &self,
        folders: &[&str],
    ) -> Result<(String, BTreeMap<String, String>), Failure> {
        let mut paths = vec![self.folder.join("Cargo.lock")];
        for folder in folders {
            files_below(&self.folder.join(folder), &mut paths)?;
        }
        // Words about survivors make no difference to them.
        paths.retain(|path| path.extension().is_none_or(|extension| extension != "md"));
        paths.sort();
        let each = paths
            .iter()
            .map(|path| {
                let below = path.strip_prefix(&self.folder).unwrap_or(path);
                let name = below.to_string_lossy().replace('\\', "/");
                (name, fingerprint::of_files(std::slice::from_ref(path)))
            })
            .collect();
        Ok((fingerprint::of_files(&paths), each))
    }
}

fn renew(from: &Path, to: &Path) -> Result<(), Failure> {
    if from.is_file() {
        let bytes = workspace::read_bytes(from)?;
        return match fs::read(to) {
            Ok(same) if same == bytes => Ok(()),
            Ok(_) | Err(_) => workspace::write(to, bytes),
        };
    }
    let wanted = names_in(from)?;
    if to.is_dir() {
        for name in names_in(to)? {
            if !wanted.contains(&name) {
                remove(&to.join(name))?;
            }
        }
    }
    wanted
        .iter()
        .try_for_each(|name| renew(&from.join(name), &to.join(name)))
}

fn remove(path: &Path) -> Result<(), Failure> {
    if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    }
    .map_err(|error| Failure::file(path, &error))
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for name in names_in(folder)? {
        let path = folder.join(name);
        if path.is_dir() {
            files_below(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The names of what lies in a folder.
fn names_in(folder: &Path) -> Result<Vec<std::ffi::OsString>, Failure> {
    let failed = |error| Failure::file(folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    Ok(names)
}
