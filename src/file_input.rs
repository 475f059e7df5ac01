//! Reads a file that the user chose or dropped. The size is asked before the first byte is read,
//! so that a wrong file of many gigabytes costs nothing.

use crate::german;
use js_sys::Uint8Array;
use std::fmt;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The largest file that is read, in bytes: 64 MiB.
pub const LARGEST: u64 = caseload::file::MAX_BYTES as u64;

/// A file's name and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The name without any folder.
    pub name: String,
    /// All of its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`LARGEST`].
    TooLarge {
        /// The name without any folder.
        name: String,
        /// Its size in bytes.
        bytes: u64,
    },
    /// The browser could not read it, often because it was moved or is open elsewhere.
    Unreadable {
        /// The name without any folder.
        name: String,
    },
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::TooLarge { name, bytes } => write!(
                f,
                "Die Datei „{name}“ ist {} groß. Gelesen werden Dateien bis {}. Bitte teilen Sie die Liste auf.",
                german::file_size(*bytes),
                german::file_size(LARGEST),
            ),
            Unread::Unreadable { name } => write!(
                f,
                "Die Datei „{name}“ lässt sich nicht lesen. Vielleicht ist sie in einem anderen Programm geöffnet, \
                 verschoben oder gelöscht. Bitte schließen Sie sie dort und wählen Sie sie noch einmal aus."
            ),
        }
    }
}

/// Reads the whole file.
///
/// # Errors
/// [`Unread`] if it is too large or the browser cannot read it.
pub async fn read(file: File) -> Result<Content, Unread> {
    let name = file.name();
    let size = file.size();
    if size > LARGEST as f64 {
        return Err(Unread::TooLarge {
            name,
            bytes: size as u64,
        });
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(Content {
            name,
            bytes: Uint8Array::new(&buffer).to_vec(),
        }),
        Err(_) => Err(Unread::Unreadable { name }),
    }
}
