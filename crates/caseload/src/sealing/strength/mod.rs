//! How hard a passphrase is to guess, in five steps.
//!
//! The estimate goes the way of someone who guesses with a list: it cuts the text into the largest
//! pieces that such a list would try (words that everybody takes, years, rows of the keyboard,
//! runs, repetitions) and adds up what each piece costs to guess. What is left counts by letter,
//! and little, because people choose words and not letters. Nothing is forced: no digit, no sign;
//! several words that do not belong together score best. The sum is in tenths of a bit and whole
//! numbers, so that page and command agree to the last digit.

mod pieces;
mod well_known;

use super::passphrase::{MIN_CHARS, composed};

/// The verdict on a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It is not accepted yet.
    TooShort {
        /// Characters that are missing up to [`MIN_CHARS`].
        missing: usize,
    },
    /// Among the first that are tried.
    Weak,
    /// Holds out against somebody who finds the device, not against effort.
    Fair,
    /// Costs more than such data are worth to most.
    Good,
    /// Out of reach.
    Strong,
}

/// From here on fair, good, strong; in tenths of a bit. A single guess costs a fifth of a second
/// and 64 MiB, which is worth some twenty bits more than a plain hash.
const FAIR: u32 = 280;
const GOOD: u32 = 400;
const STRONG: u32 = 560;

/// Characters that are looked at. More would only add to what is strong already, and the page
/// asks at every key stroke.
const LOOKED_AT: usize = 128;

/// How hard `text` is to guess as a passphrase.
pub fn strength(text: &str) -> Strength {
    let text = composed(text);
    let chars = text.chars().count();
    if chars < MIN_CHARS {
        return Strength::TooShort {
            missing: MIN_CHARS - chars,
        };
    }
    match pieces::tenths_of_bits(text.chars().take(LOOKED_AT)) {
        0..FAIR => Strength::Weak,
        FAIR..GOOD => Strength::Fair,
        GOOD..STRONG => Strength::Good,
        STRONG.. => Strength::Strong,
    }
}

#[cfg(test)]
mod tests {
    use super::Strength::{Fair, Good, Strong, TooShort, Weak};
    use super::*;

    #[test]
    fn verdicts() {
        for (text, expected) in [
            ("", TooShort { missing: 12 }),
            ("qwertzuiopü", TooShort { missing: 1 }),
            ("u\u{308}u\u{308}u\u{308}u\u{308}", TooShort { missing: 8 }),
            // Repetitions, runs, rows.
            ("aaaaaaaaaaaa", Weak),
            ("            ", Weak),
            ("abababababab", Weak),
            ("abcabcabcabc", Weak),
            ("ababbabaabba", Weak),
            ("qwertzuiopüasdf", Weak),
            ("QWERTZUIOPÜ+", Weak),
            ("poiuztrewqlkjhg", Weak),
            ("qwertyuiop12", Weak),
            ("123456789012", Weak),
            ("987654321098", Weak),
            ("abcdefghijklm", Weak),
            ("Enten Enten Enten Enten", Weak),
            // Words that everybody takes, also in disguise.
            ("passwortpasswort", Weak),
            ("Passwort2026!", Weak),
            ("P@ssw0rt2026!!", Weak),
            ("Willkommen2026", Weak),
            ("willkommen123", Weak),
            ("sommer2026sommer", Weak),
            ("Sommer2026!!", Weak),
            ("Jobcenter2026", Weak),
            ("Jobcenter-Kontaktdichte", Weak),
            ("Kontaktdichte2026!", Weak),
            ("JanuarFebruarMärz", Weak),
            ("Ma\u{308}rz-Ma\u{308}rz-Ma\u{308}rz", Weak),
            ("Dezember 1987", Weak),
            ("01.01.1987 Mai", Weak),
            ("22111990-1.5.91", Fair),
            ("31121989!!!!", Weak),
            ("hallohallohallo1", Weak),
            // Own words, but few.
            ("Gartenzwerg 12", Fair),
            ("Haus am Seeufer", Fair),
            ("kdfjwnvmqpxr", Fair),
            // Several words, or signs without order.
            ("Blaue Ente tanzt leise", Good),
            ("tafel ruder mond gabel", Good),
            ("k7#Qz!p9Lw2$", Good),
            ("Sieben blaue Enten tanzen leise im Regen", Strong),
            ("tafel ruder mond gabel fisch wolke", Strong),
            ("x9$Kp!2vRq#7mZ&4Lt", Strong),
            ("яблоко упало далеко от дерева вчера", Strong),
        ] {
            assert_eq!(strength(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_takes_no_longer() {
        let long = "Sieben blaue Enten tanzen leise im Regen ".repeat(10_000);
        assert_eq!(strength(&long), Strong);
        assert_eq!(strength(&"a".repeat(1_000_000)), Weak);
    }

    #[test]
    fn verdicts_are_ordered() {
        assert!(TooShort { missing: 1 } < Weak && Weak < Fair && Fair < Good && Good < Strong);
    }
}
