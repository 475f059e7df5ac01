//! Step 1: from bytes to text.
//!
//! A list does not say in which encoding it is. The order of questions settles it: a byte order
//! mark is believed; zeros at every second byte mean UTF-16; text that is valid UTF-8 is UTF-8,
//! because German text in another encoding practically never is by chance; what is left is
//! Windows-1252, as long as every byte has a character there.

use super::list_error::ListError;
use super::{signature, windows_1252};

/// How many bytes are looked at for the zeros of UTF-16.
const PROBE: usize = 4096;

/// The encoding that a list turned out to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows code page 1252.
    Windows1252,
}

/// The text of a list, without byte order mark and with `\n` at every line's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// The encoding it was in.
    pub(super) encoding: Encoding,
}

/// Makes text of a file.
///
/// # Errors
/// [`ListError`] if the file is empty or no list.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ListError> {
    if let Some(found) = signature::of_bytes(bytes) {
        return Err(ListError::NoList { found });
    }
    let (text, encoding) = text_of(bytes)?;
    if let Some(found) = signature::of_text(&text) {
        return Err(ListError::NoList { found });
    }
    if text.trim().is_empty() {
        return Err(ListError::Empty);
    }
    Ok(Decoded {
        text: unify_line_ends(text),
        encoding,
    })
}

fn text_of(bytes: &[u8]) -> Result<(String, Encoding), ListError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok((String::from_utf8_lossy(rest).into_owned(), Encoding::Utf8));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok((utf16(rest, u16::from_le_bytes), Encoding::Utf16Le));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok((utf16(rest, u16::from_be_bytes), Encoding::Utf16Be));
    }
    match zeros(bytes) {
        Zeros::AtOddPlaces => return Ok((utf16(bytes, u16::from_le_bytes), Encoding::Utf16Le)),
        Zeros::AtEvenPlaces => return Ok((utf16(bytes, u16::from_be_bytes), Encoding::Utf16Be)),
        Zeros::None => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    let text = windows_1252::decode(bytes).map_err(|position| ListError::UnknownEncoding {
        line: line_at(bytes, position),
    })?;
    Ok((text, Encoding::Windows1252))
}

/// Where a file has its zeros.
enum Zeros {
    /// The pattern of western text in UTF-16 with the low byte first.
    AtOddPlaces,
    /// The pattern of western text in UTF-16 with the high byte first.
    AtEvenPlaces,
    /// No such pattern.
    None,
}

/// Western text in UTF-16 has a zero in nearly every pair, and always on the same side.
fn zeros(bytes: &[u8]) -> Zeros {
    let (mut pairs, mut even, mut odd) = (0_usize, 0_usize, 0_usize);
    for pair in bytes.chunks_exact(2).take(PROBE / 2) {
        pairs += 1;
        even += usize::from(pair.first() == Some(&0));
        odd += usize::from(pair.last() == Some(&0));
    }
    let most = pairs / 2;
    if odd > most && even == 0 {
        Zeros::AtOddPlaces
    } else if even > most && odd == 0 {
        Zeros::AtEvenPlaces
    } else {
        Zeros::None
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _cut_off) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// The line of a position, counted from 1.
fn line_at(bytes: &[u8], position: usize) -> usize {
    1 + bytes
        .iter()
        .take(position)
        .filter(|byte| **byte == b'\n')
        .count()
}

/// Windows ends a line with two characters, old systems with a lone carriage return.
fn unify_line_ends(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::signature::OtherFile;
    use super::{Encoding, decode};
    use crate::import::ListError;

    const TEXT: &str = "Kundennr.;Name\n617D1;Jürgen Öztürk\n";

    fn utf16(unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(unit).collect()
    }

    fn with(mark: &[u8], rest: &[u8]) -> Vec<u8> {
        [mark, rest].concat()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let windows = b"Kundennr.;Name\r\n617D1;J\xFCrgen \xD6zt\xFCrk\r\n".to_vec();
        let table = [
            ("UTF-8", TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (
                "UTF-8 mark",
                with(b"\xEF\xBB\xBF", TEXT.as_bytes()),
                Encoding::Utf8,
            ),
            (
                "LE mark",
                with(b"\xFF\xFE", &utf16(u16::to_le_bytes)),
                Encoding::Utf16Le,
            ),
            (
                "BE mark",
                with(b"\xFE\xFF", &utf16(u16::to_be_bytes)),
                Encoding::Utf16Be,
            ),
            ("LE bare", utf16(u16::to_le_bytes), Encoding::Utf16Le),
            ("BE bare", utf16(u16::to_be_bytes), Encoding::Utf16Be),
            ("1252, CRLF", windows, Encoding::Windows1252),
            ("CR", TEXT.replace('\n', "\r").into_bytes(), Encoding::Utf8),
        ];
        for (name, bytes, encoding) in table {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.text, TEXT, "{name}");
            assert_eq!(decoded.encoding, encoding, "{name}");
        }
    }

    #[test]
    fn what_is_no_list_is_named() {
        let table: [(&[u8], OtherFile); 10] = [
            (b"PK\x03\x04\x14\x00readme.txt", OtherFile::Archive),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00",
                OtherFile::OldOffice,
            ),
            (b"%PDF-1.7\n%\xE2\xE3", OtherFile::Pdf),
            (b"\x89PNG\r\n\x1A\n", OtherFile::Picture),
            (b"\xFF\xD8\xFF\xE0", OtherFile::Picture),
            (
                b"{\n  \"format\": \"kontaktdichte-caseload\"}",
                OtherFile::Json,
            ),
            (b"<!DOCTYPE html><table>", OtherFile::Markup),
            (b"<?xml version=\"1.0\"?>", OtherFile::Markup),
            (b"a\x00b;c", OtherFile::Binary),
            (b"\x01\x02\x03\x04;\x05\x06", OtherFile::Binary),
        ];
        for (bytes, found) in table {
            assert_eq!(decode(bytes), Err(ListError::NoList { found }), "{bytes:?}");
        }
    }

    #[test]
    fn nothing_but_blanks_is_an_empty_file() {
        for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\r\n", b"\xFF\xFE"] {
            assert_eq!(decode(bytes), Err(ListError::Empty), "{bytes:?}");
        }
    }

    #[test]
    fn a_byte_of_another_code_page_is_refused_with_its_line() {
        // In the code pages of DOS, 0x81 is "ü".
        assert_eq!(
            decode(b"Kundennr.;Name\n617D1;J\x81rgen"),
            Err(ListError::UnknownEncoding { line: 2 })
        );
    }

    #[test]
    fn a_broken_sequence_after_a_mark_leaves_a_visible_gap() {
        let decoded = decode(b"\xEF\xBB\xBFKundennr.;Name\n1;J\xFCrgen").unwrap();
        assert!(decoded.text.ends_with("J\u{FFFD}rgen"));
    }

    #[test]
    fn a_stray_control_character_does_not_make_a_list_binary() {
        let text = format!("{TEXT}617D2;{}\x1F Ende\n", "x".repeat(200));
        assert!(decode(text.as_bytes()).is_ok());
    }
}
