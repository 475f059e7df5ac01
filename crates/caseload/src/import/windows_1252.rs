//! The Windows code page 1252, in which German office programs still save lists.
//!
//! It is Latin-1 except for the 32 places from 0x80 on, where it has typographic characters. Five
//! of those places are empty; a file that uses them is not in this code page.

/// What stands at 0x80 to 0x9F; `None` where the code page has no character.
const TYPOGRAPHIC: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The character of one byte, if the code page has one there.
fn character(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9F => TYPOGRAPHIC.get(usize::from(byte - 0x80)).copied().flatten(),
        0x00..=0x7F | 0xA0..=0xFF => Some(char::from(byte)),
    }
}

/// Decodes bytes of this code page.
///
/// # Errors
/// The position of the first byte that has no character.
pub(super) fn decode(bytes: &[u8]) -> Result<String, usize> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for (position, byte) in bytes.iter().enumerate() {
        text.push(character(*byte).ok_or(position)?);
    }
    Ok(text)
}

/// Whether a character is what a continuation byte of UTF-8 (0x80 to 0xBF) turns into when
/// it is read as this code page.
fn is_continuation_misread(letter: char) -> bool {
    matches!(letter, '\u{A0}'..='\u{BF}') || TYPOGRAPHIC.contains(&Some(letter))
}

/// Whether a text was UTF-8 once and was then read as this code page ("MÃ¼ller"), or
/// lost a character on the way (U+FFFD).
pub(super) fn is_garbled(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut before = ' ';
    for letter in text.chars() {
        let misread = matches!(before, 'Ã' | 'Å' | 'Â') && is_continuation_misread(letter);
        if misread || letter == char::REPLACEMENT_CHARACTER {
            return true;
        }
        before = letter;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{decode, is_garbled};

    #[test]
    fn letters_and_typography_of_german_offices_are_read() {
        let bytes = b"\xC4\xD6\xDC \xE4\xF6\xFC\xDF \x80 \x84ja\x93 \x96 \x8A\x9E";
        assert_eq!(decode(bytes).unwrap(), "ÄÖÜ äöüß € „ja“ – Šž");
    }

    #[test]
    fn the_five_empty_places_are_refused_with_their_position() {
        for byte in [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
            assert_eq!(decode(&[b'a', b'b', byte]), Err(2));
        }
    }

    #[test]
    fn every_other_byte_decodes_to_one_character() {
        let decoded = (0..=255_u8).filter(|byte| decode(&[*byte]).is_ok()).count();
        assert_eq!(decoded, 251);
    }

    #[test]
    fn utf8_read_as_this_code_page_is_recognised() {
        for name in [
            "Müller",
            "Öztürk",
            "Großmann",
            "Ülkü",
            "Çelik",
            "Şahin",
            "Käthe",
        ] {
            let misread = decode(name.as_bytes());
            if let Ok(misread) = misread {
                assert!(is_garbled(&misread), "{misread}");
            }
            assert!(!is_garbled(name), "{name}");
        }
        assert!(is_garbled("M\u{FFFD}ller"));
    }
}
