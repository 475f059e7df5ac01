//! The passphrase: the one secret that a person keeps.
//!
//! **What is typed counts.** Nothing is trimmed, folded or limited to an alphabet: blanks at the
//! ends, upper and lower case, every character of Unicode belong to it. One exception is for the
//! typist's good: `ü` can arrive as one character or as `u` with a combining mark, depending on
//! keyboard and system, and looks the same. Both spellings are brought to the one-character form,
//! for the letters of Latin-1 and Latin Extended-A (German, Turkish, Polish, French and their
//! neighbours). The table below is part of the format: it must never change, or passphrases would
//! stop fitting. For text in these letters the result is Unicode's form NFC.

use std::fmt;
use zeroize::Zeroizing;

/// The least number of characters of a new passphrase.
pub const MIN_CHARS: usize = 12;

/// A passphrase, overwritten on drop.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase to seal with from now on. There is no rule on its composition;
    /// [`strength`](super::strength()) gives advice.
    ///
    /// # Errors
    /// [`TooShort`] under [`MIN_CHARS`] characters.
    pub fn new(text: &str) -> Result<Passphrase, TooShort> {
        let passphrase = Passphrase::for_unlocking(text);
        let chars = passphrase.0.chars().count();
        if chars < MIN_CHARS {
            Err(TooShort { chars })
        } else {
            Ok(passphrase)
        }
    }

    /// A passphrase to try on something that is sealed already, of any length.
    pub fn for_unlocking(text: &str) -> Passphrase {
        Passphrase(composed(text))
    }

    /// The bytes from which the key is derived: UTF-8.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(secret)")
    }
}

/// A new passphrase has too few characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort {
    /// How many it has.
    pub chars: usize,
}

impl fmt::Display for TooShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the passphrase has {} characters, at least {MIN_CHARS} are needed",
            self.chars
        )
    }
}

impl std::error::Error for TooShort {}

/// Combining marks with the letters that they stand on and what both become together.
const MARKS: [(char, &str, &str); 13] = [
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    (
        '\u{301}',
        "AEIOUYaeiouyCcLlNnRrSsZz",
        "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź",
    ),
    (
        '\u{302}',
        "AEIOUaeiouCcGgHhJjSsWwYy",
        "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ",
    ),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ('\u{306}', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
    ('\u{30a}', "AaUu", "ÅåŮů"),
    ('\u{30b}', "OoUu", "ŐőŰű"),
    ('\u{30c}', "CcDdEeLlNnRrSsTtZz", "ČčĎďĚěĽľŇňŘřŠšŤťŽž"),
    ('\u{327}', "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
    ('\u{328}', "AaEeIiUu", "ĄąĘęĮįŲų"),
];

/// The text with letters and their marks brought together.
pub(super) fn composed(text: &str) -> Zeroizing<String> {
    // The result is never longer than the text, so it grows in no second place.
    let mut composed = Zeroizing::new(String::with_capacity(text.len()));
    let mut waiting: Option<char> = None;
    for next in text.chars() {
        waiting = match waiting {
            None => Some(next),
            Some(letter) => match together(letter, next) {
                Some(both) => {
                    composed.push(both);
                    None
                }
                None => {
                    composed.push(letter);
                    Some(next)
                }
            },
        };
    }
    composed.extend(waiting);
    composed
}

fn together(letter: char, mark: char) -> Option<char> {
    let (_, letters, results) = MARKS.iter().find(|(known, ..)| *known == mark)?;
    let position = letters.chars().position(|known| known == letter)?;
    results.chars().nth(position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_letter_are_one() {
        for (apart, one) in [
            ("u\u{308}ber Ko\u{308}ln", "über Köln"),
            ("Yag\u{306}mur S\u{327}ahin I\u{307}", "Yağmur Şahin İ"),
            (
                "S\u{301}wie\u{328}ty Z\u{307}o\u{301}\u{142}w",
                "Święty Żółw",
            ),
            ("e\u{301}", "é"),
            // A mark without its letter, and a second mark, stay as typed.
            ("\u{308}u", "\u{308}u"),
            ("x\u{308}", "x\u{308}"),
            ("u\u{308}\u{301}", "ü\u{301}"),
            ("日本語 🌻", "日本語 🌻"),
            ("", ""),
        ] {
            assert_eq!(composed(apart).as_str(), one);
            assert_eq!(composed(one).as_str(), one);
        }
    }

    #[test]
    fn every_letter_has_one_row_and_result() {
        let mut results = rules::ordering::OrderedSet::new();
        for (mark, letters, composed) in MARKS {
            assert_eq!(letters.chars().count(), composed.chars().count(), "{mark}");
            results.extend(composed.chars());
        }
        assert_eq!(results.len(), 161);
        assert!(results.iter().all(|letter| ('À'..='ž').contains(letter)));
    }

    #[test]
    fn characters_are_counted_as_they_are_seen() {
        let short = Passphrase::new("u\u{308}u\u{308}u\u{308}u\u{308}u\u{308}u\u{308}");
        assert_eq!(short.err(), Some(TooShort { chars: 6 }));
        assert!(Passphrase::new("äöüßäöüßäöüß").is_ok());
        assert_eq!(
            Passphrase::new("elf Zeichen").err(),
            Some(TooShort { chars: 11 })
        );
    }

    #[test]
    fn blanks_belong_to_it_and_debug_hides_it() {
        let passphrase = Passphrase::for_unlocking(" zwei Enten ");
        assert_eq!(passphrase.bytes(), b" zwei Enten ");
        assert_eq!(format!("{passphrase:?}"), "Passphrase(secret)");
    }
}
