//! Small letters and capitals of the scripts that names in German offices are written in: Latin with
//! all its marks, Greek, Cyrillic and Armenian.
//!
//! The standard library knows those of every script there ever was, and its tables for that are
//! larger than the whole import of lists. A letter of another script stays as it is.

/// Which letters of a run have a counterpart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Each {
    /// Every one.
    Letter,
    /// The first, the third and so on: capital and small letter take turns.
    Second,
}
use Each::{Letter, Second};

/// Capitals in a row: the first and the last code point (inclusive), which of them, and how far the
/// small letters lie behind them.
type Run = (u16, u16, Each, i16);

/// In the order of the code points.
const RUNS: [Run; 89] = [
    (0x0041, 0x005A, Letter, 32),
    (0x00C0, 0x00D6, Letter, 32),
    (0x00D8, 0x00DE, Letter, 32),
    (0x0100, 0x012E, Second, 1),
    (0x0132, 0x0136, Second, 1),
    (0x0139, 0x0147, Second, 1),
    (0x014A, 0x0176, Second, 1),
    (0x0178, 0x0178, Letter, -121),
    (0x0179, 0x017D, Second, 1),
    (0x0181, 0x0181, Letter, 210),
    (0x0182, 0x0184, Second, 1),
    (0x0186, 0x0186, Letter, 206),
    (0x0187, 0x0187, Letter, 1),
    (0x0189, 0x018A, Letter, 205),
    (0x018B, 0x018B, Letter, 1),
    (0x018E, 0x018E, Letter, 79),
    (0x018F, 0x018F, Letter, 202),
    (0x0190, 0x0190, Letter, 203),
    (0x0191, 0x0191, Letter, 1),
    (0x0193, 0x0193, Letter, 205),
    (0x0194, 0x0194, Letter, 207),
    (0x0196, 0x0196, Letter, 211),
    (0x0197, 0x0197, Letter, 209),
    (0x0198, 0x0198, Letter, 1),
    (0x019C, 0x019C, Letter, 211),
    (0x019D, 0x019D, Letter, 213),
    (0x019F, 0x019F, Letter, 214),
    (0x01A0, 0x01A4, Second, 1),
    (0x01A6, 0x01A6, Letter, 218),
    (0x01A7, 0x01A7, Letter, 1),
    (0x01A9, 0x01A9, Letter, 218),
    (0x01AC, 0x01AC, Letter, 1),
    (0x01AE, 0x01AE, Letter, 218),
    (0x01AF, 0x01AF, Letter, 1),
    (0x01B1, 0x01B2, Letter, 217),
    (0x01B3, 0x01B5, Second, 1),
    (0x01B7, 0x01B7, Letter, 219),
    (0x01B8, 0x01B8, Letter, 1),
    (0x01BC, 0x01BC, Letter, 1),
    (0x01C4, 0x01C4, Letter, 2),
    (0x01C5, 0x01C5, Letter, 1),
    (0x01C7, 0x01C7, Letter, 2),
    (0x01C8, 0x01C8, Letter, 1),
    (0x01CA, 0x01CA, Letter, 2),
    (0x01CB, 0x01DB, Second, 1),
    (0x01DE, 0x01EE, Second, 1),
    (0x01F1, 0x01F1, Letter, 2),
    (0x01F2, 0x01F4, Second, 1),
    (0x01F6, 0x01F6, Letter, -97),
    (0x01F7, 0x01F7, Letter, -56),
    (0x01F8, 0x021E, Second, 1),
    (0x0220, 0x0220, Letter, -130),
    (0x0222, 0x0232, Second, 1),
    (0x023A, 0x023A, Letter, 10795),
    (0x023B, 0x023B, Letter, 1),
    (0x023D, 0x023D, Letter, -163),
    (0x023E, 0x023E, Letter, 10792),
    (0x0241, 0x0241, Letter, 1),
    (0x0243, 0x0243, Letter, -195),
    (0x0244, 0x0244, Letter, 69),
    (0x0245, 0x0245, Letter, 71),
    (0x0246, 0x024E, Second, 1),
    (0x0370, 0x0372, Second, 1),
    (0x0376, 0x0376, Letter, 1),
    (0x037F, 0x037F, Letter, 116),
    (0x0386, 0x0386, Letter, 38),
    (0x0388, 0x038A, Letter, 37),
    (0x038C, 0x038C, Letter, 64),
    (0x038E, 0x038F, Letter, 63),
    (0x0391, 0x03A1, Letter, 32),
    (0x03A3, 0x03AB, Letter, 32),
    (0x03CF, 0x03CF, Letter, 8),
    (0x03D8, 0x03EE, Second, 1),
    (0x03F4, 0x03F4, Letter, -60),
    (0x03F7, 0x03F7, Letter, 1),
    (0x03F9, 0x03F9, Letter, -7),
    (0x03FA, 0x03FA, Letter, 1),
    (0x03FD, 0x03FF, Letter, -130),
    (0x0400, 0x040F, Letter, 80),
    (0x0410, 0x042F, Letter, 32),
    (0x0460, 0x0480, Second, 1),
    (0x048A, 0x04BE, Second, 1),
    (0x04C0, 0x04C0, Letter, 15),
    (0x04C1, 0x04CD, Second, 1),
    (0x04D0, 0x052E, Second, 1),
    (0x0531, 0x0556, Letter, 48),
    (0x1E00, 0x1E94, Second, 1),
    (0x1E9E, 0x1E9E, Letter, -7615),
    (0x1EA0, 0x1EFE, Second, 1),
];

/// The small letter of a capital; anything else stays as it is.
pub fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    match letter {
        // Its small letter keeps the dot, as a mark of its own that nothing asks for.
        'İ' => 'i',
        _ => moved(letter, 0, 1),
    }
}

/// A text in capitals. "ß" becomes "SS".
pub fn capitals(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ß' => all.push_str("SS"),
            'ı' => all.push('I'),
            'ς' => all.push('Σ'),
            _ if letter.is_ascii() => all.push(letter.to_ascii_uppercase()),
            _ => all.push(moved(letter, 1, -1)),
        }
    }
    all
}

/// The counterpart of a letter that lies in a run once that is moved by its distance `times` over;
/// it lies `steps` distances on.
fn moved(letter: char, times: i32, steps: i32) -> char {
    // A code point is below 2^21, so nothing is lost.
    let code = u32::from(letter).cast_signed();
    for (first, last, each, distance) in RUNS {
        let distance = i32::from(distance);
        let begin = i32::from(first) + times * distance;
        let end = i32::from(last) + times * distance;
        if (begin..=end).contains(&code) && (each == Letter || (code - begin) % 2 == 0) {
            let there = u32::try_from(code + steps * distance).ok();
            return there.and_then(char::from_u32).unwrap_or(letter);
        }
    }
    letter
}

#[cfg(test)]
mod tests {
    use super::{capitals, small};

    /// Every letter of the scripts, whether it is a capital or not.
    fn letters() -> impl Iterator<Item = char> {
        ('\0'..='\u{58F}').chain('\u{1E00}'..='\u{1EFF}')
    }

    #[test]
    fn small_letters_are_those_of_the_standard_library() {
        for letter in letters().filter(|letter| *letter != 'İ') {
            let expected: String = letter.to_lowercase().collect();
            assert_eq!(small(letter).to_string(), expected, "{letter:?}");
        }
    }

    #[test]
    fn the_turkish_dot_goes_with_the_capital() {
        assert_eq!(small('İ'), 'i');
    }

    #[test]
    fn capitals_lead_back_to_their_small_letters() {
        for letter in letters() {
            let capital = capitals(&letter.to_string());
            let expected: String = letter.to_uppercase().collect();
            let is_usual = expected.chars().count() == 1 && letter.is_lowercase();
            let back: Vec<char> = capital.chars().map(small).collect();
            if is_usual && small(expected.chars().next().unwrap_or(letter)) == letter {
                assert_eq!(capital, expected, "{letter:?}");
                assert_eq!(back, [letter], "{letter:?}");
            }
        }
    }

    #[test]
    fn words_in_capitals() {
        for (text, expected) in [
            ("617d00001x", "617D00001X"),
            ("löschen", "LÖSCHEN"),
            ("Strauß", "STRAUSS"),
            ("yıldırım", "YILDIRIM"),
            ("Łukasz Żółć", "ŁUKASZ ŻÓŁĆ"),
            ("Андрей", "АНДРЕЙ"),
            ("Γιώργος", "ΓΙΏΡΓΟΣ"),
            ("李 — 12", "李 — 12"),
        ] {
            assert_eq!(capitals(text), expected);
        }
    }
}
