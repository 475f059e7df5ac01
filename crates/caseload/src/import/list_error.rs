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
    /// It is a workbook that cannot be read.
    Workbook(WorkbookFault),
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

/// Why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is incomplete or changed.
    Damaged,
    /// It is protected with a password.
    Encrypted,
    /// It is in the binary format (.xlsb).
    BinaryFormat,
    /// It unpacks to more than [`MAX_BYTES`], or has more cells than any list.
    TooLarge,
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
            ListError::Workbook(fault) => f.write_str(unread_workbook(*fault)),
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

fn unread_workbook(fault: WorkbookFault) -> &'static str {
    match fault {
        WorkbookFault::Damaged => {
            "Die Excel-Arbeitsmappe (.xlsx) ist unvollständig oder beschädigt. Bitte kopieren Sie sie \
             noch einmal vom ursprünglichen Ort, oder öffnen Sie sie in Excel, speichern Sie sie neu \
             oder als CSV und wählen Sie sie dann noch einmal."
        }
        WorkbookFault::Encrypted => {
            "Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte öffnen Sie sie in Excel, \
             speichern Sie sie ohne Kennwort und wählen Sie sie dann noch einmal."
        }
        WorkbookFault::BinaryFormat => {
            "Die Arbeitsmappe ist im binären Format gespeichert (.xlsb). Bitte öffnen Sie sie in \
             Excel, speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ oder als CSV und wählen Sie \
             dann diese Datei."
        }
        WorkbookFault::TooLarge => {
            "Die Arbeitsmappe ist zu groß: Sie hat mehr Zellen, als eine Liste von Kunden haben \
             kann. Bitte löschen Sie Blätter und Spalten, die nicht dazugehören, oder speichern Sie \
             die Liste als CSV."
        }
    }
}

fn no_list(found: OtherFile) -> &'static str {
    match found {
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
