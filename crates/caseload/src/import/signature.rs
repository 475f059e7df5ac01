//! Files that are no list, recognised by how they begin.

use crate::letters::small;
use crate::zip;

/// What a file is that is no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFile {
    /// A ZIP archive that is no workbook.
    Archive,
    /// An Excel workbook or a Word document in the format of before 2007.
    OldOffice,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// JSON, for instance a caseload file.
    Json,
    /// HTML or XML.
    Markup,
    /// Bytes that are no text.
    Binary,
}

/// Beginnings of files, and what they stand for.
const SIGNATURES: [(&[u8], OtherFile); 10] = [
    (zip::BEGIN, OtherFile::Archive),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OtherFile::OldOffice),
    (b"%PDF-", OtherFile::Pdf),
    (b"\x89PNG\r\n", OtherFile::Picture),
    (b"\xFF\xD8\xFF", OtherFile::Picture),
    (b"GIF8", OtherFile::Picture),
    (b"\x1F\x8B", OtherFile::Archive),
    (b"7z\xBC\xAF\x27\x1C", OtherFile::Archive),
    (b"Rar!\x1A\x07", OtherFile::Archive),
    (b"{\\rtf", OtherFile::Binary),
];

/// What the bytes are, if they are plainly no list.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<OtherFile> {
    SIGNATURES
        .iter()
        .find(|(begin, _)| bytes.starts_with(begin))
        .map(|(_, file)| *file)
}

/// What the text is, if it is plainly no list.
pub(super) fn of_text(text: &str) -> Option<OtherFile> {
    let begin = text.trim_start();
    let lower: String = begin.chars().take(16).map(small).collect();
    let markup = ["<!doctype", "<html", "<?xml", "<table", "<meta"];
    if markup.iter().any(|tag| lower.starts_with(tag)) {
        return Some(OtherFile::Markup);
    }
    let object = begin
        .strip_prefix('{')
        .is_some_and(|rest| rest.trim_start().starts_with(['"', '}']));
    if object {
        return Some(OtherFile::Json);
    }
    is_binary(text).then_some(OtherFile::Binary)
}

/// Whether a text has a NUL or more than one control character in a hundred. Lists out of old
/// systems do carry a stray one here and there.
fn is_binary(text: &str) -> bool {
    let controls = text
        .bytes()
        .filter(|byte| matches!(byte, 0x00..=0x08 | 0x0E..=0x1F | 0x7F))
        .count();
    text.bytes().any(|byte| byte == 0) || controls.saturating_mul(100) > text.len().max(200)
}
