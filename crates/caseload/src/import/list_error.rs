//! Why a file cannot be read as a list at all.

use super::signature::OtherFile;
use crate::file::MAX_BYTES;
use std::fmt;

/// Why a file is not taken as a list. `Display` gives German sentences: what is wrong, where, and
/// what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListError {
    /// Nothing is in it.
    Empty,
    /// It is larger than [`MAX_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is something else.
    NoList {
        /// What it seems to be.
        found: OtherFile,
    },
    /// It is text, but in no encoding that is known here.
    UnknownEncoding {
        /// Line of the first character that cannot be read, counted from 1.
        line: usize,
    },
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListError::Empty => f.write_str(
                "Die Datei ist leer. Bitte prüfen Sie, ob der Export vollständig gespeichert \
                 wurde, und wählen Sie die Liste noch einmal.",
            ),
            ListError::TooLarge { bytes } => write!(
                f,
                "Die Datei ist mit {} MiB zu groß; gelesen werden Listen bis {} MiB. Bitte \
                 exportieren Sie nur die eigenen Fälle.",
                bytes / (1024 * 1024),
                MAX_BYTES / (1024 * 1024)
            ),
            ListError::NoList { found } => f.write_str(no_list(*found)),
            ListError::UnknownEncoding { line } => write!(
                f,
                "Die Zeichen der Datei lassen sich nicht lesen (zuerst in Zeile {line}): Sie ist \
                 weder in UTF-8 noch in Windows-1252 gespeichert, vielleicht in einem alten \
                 DOS-Zeichensatz. Bitte öffnen Sie die Liste in Excel und speichern Sie sie als \
                 „CSV UTF-8“."
            ),
        }
    }
}

impl std::error::Error for ListError {}

fn no_list(found: OtherFile) -> &'static str {
    match found {
        OtherFile::ExcelWorkbook => {
            "Die Datei ist keine Liste im Textformat, sondern eine Excel-Arbeitsmappe (.xlsx). \
             Bitte öffnen Sie sie in Excel, speichern Sie sie als CSV und wählen Sie dann die \
             CSV-Datei."
        }
        OtherFile::OldOffice => {
            "Die Datei ist keine Liste im Textformat, sondern eine Arbeitsmappe oder ein Dokument \
             im alten Office-Format (.xls, .doc). Bitte öffnen Sie sie in Excel, speichern Sie \
             sie als CSV und wählen Sie dann die CSV-Datei."
        }
        OtherFile::Archive => {
            "Die Datei ist keine Liste, sondern ein gepacktes Archiv. Bitte entpacken Sie es und \
             wählen Sie die CSV-Datei darin."
        }
        OtherFile::Pdf => {
            "Die Datei ist keine Liste, sondern ein PDF-Dokument. Bitte exportieren Sie die Liste \
             aus dem Fachverfahren als CSV."
        }
        OtherFile::Picture => {
            "Die Datei ist keine Liste, sondern ein Bild. Bitte exportieren Sie die Liste aus dem \
             Fachverfahren als CSV."
        }
        OtherFile::Json => {
            "Die Datei ist keine Liste, sondern enthält JSON. Eine Bestandsdatei (.kkd.json) wird \
             als Bestand geladen, nicht als Liste."
        }
        OtherFile::Markup => {
            "Die Datei ist keine Liste im Textformat, sondern HTML oder XML; manche Verfahren \
             geben so etwas als „Excel“ aus. Bitte öffnen Sie sie in Excel, speichern Sie sie als \
             CSV und wählen Sie dann die CSV-Datei."
        }
        OtherFile::Binary => {
            "Die Datei ist keine Liste: Sie enthält Daten, die kein Text sind. Bitte exportieren \
             Sie die Liste als CSV und wählen Sie diese Datei."
        }
    }
}
