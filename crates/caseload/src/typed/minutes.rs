//! A length in minutes as people type it.

use super::token::Token::{Number, Word};
use super::token::tokens;
use crate::record::LENGTHS;
use crate::written_day::number;
use std::fmt;

/// Why what was typed is no length. `Display` says so in German, and what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMinutes {
    /// It is no number of minutes.
    Unreadable,
    /// Nothing takes so long, or so short a time.
    OutOfRange,
}

impl fmt::Display for NoMinutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (LENGTHS.start(), LENGTHS.end());
        match self {
            NoMinutes::Unreadable => f.write_str(
                "Das lässt sich nicht als Dauer lesen. Bitte geben Sie ganze Minuten an, z. B. 45.",
            ),
            NoMinutes::OutOfRange => write!(
                f,
                "Die Dauer liegt zwischen {least} und {most} Minuten. Bitte prüfen Sie die Zahl."
            ),
        }
    }
}

impl std::error::Error for NoMinutes {}

/// The minutes that somebody means who types `text`; `None` if nothing was typed.
///
/// # Errors
/// [`NoMinutes`] says why it is no length.
pub fn minutes(text: &str) -> Result<Option<u16>, NoMinutes> {
    let digits = match tokens(text).as_slice() {
        [] => return Ok(None),
        [Number(digits)] => *digits,
        [Number(digits), Word(unit)] if matches!(unit.as_str(), "min" | "minuten" | "minute") => {
            *digits
        }
        [..] => return Err(NoMinutes::Unreadable),
    };
    number(digits, 1..=9)
        .ok()
        .and_then(|minutes| u16::try_from(minutes).ok())
        .filter(|minutes| LENGTHS.contains(minutes))
        .map(Some)
        .ok_or(NoMinutes::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::{NoMinutes, minutes};

    #[test]
    fn lengths_are_whole_minutes_that_the_file_takes_as_well() {
        for (text, expected) in [
            ("", Ok(None)),
            ("45", Ok(Some(45))),
            (" 45 Min ", Ok(Some(45))),
            ("60 Minuten", Ok(Some(60))),
            ("1", Ok(Some(1))),
            ("600", Ok(Some(600))),
            ("0", Err(NoMinutes::OutOfRange)),
            ("601", Err(NoMinutes::OutOfRange)),
            ("70000", Err(NoMinutes::OutOfRange)),
            ("-5", Err(NoMinutes::Unreadable)),
            ("45,5", Err(NoMinutes::Unreadable)),
            ("eine Stunde", Err(NoMinutes::Unreadable)),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
        let text = NoMinutes::OutOfRange.to_string();
        assert!(text.contains("zwischen 1 und 600 Minuten"), "{text}");
    }
}
