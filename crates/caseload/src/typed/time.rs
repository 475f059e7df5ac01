//! A time of day as people type it.

use super::token::Token::{self, Number, Sign, Word};
use super::token::tokens;
use crate::written_day::number;
use chrono::NaiveTime;
use std::fmt;

/// Why what was typed is no time. `Display` says so in German, and what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// Nothing was typed.
    Empty,
    /// It is not written like a time.
    Unreadable,
    /// The minutes have one digit.
    MinutesOfOneDigit,
    /// A day has no such hour.
    NoSuchHour,
    /// An hour has no such minute.
    NoSuchMinute,
}

impl fmt::Display for NoTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoTime::Empty => "Die Uhrzeit fehlt. Möglich sind z. B. 9, 9:30 oder 0930.",
            NoTime::Unreadable => {
                "Das lässt sich nicht als Uhrzeit lesen. Möglich sind z. B. 9, 9:30, 9 Uhr oder 0930."
            }
            NoTime::MinutesOfOneDigit => {
                "Die Minuten brauchen zwei Ziffern, z. B. 14:03 oder 14:30."
            }
            NoTime::NoSuchHour => "Diese Stunde gibt es nicht; ein Tag geht von 0:00 bis 23:59.",
            NoTime::NoSuchMinute => "Diese Minute gibt es nicht; eine Stunde geht von 00 bis 59.",
        })
    }
}

impl std::error::Error for NoTime {}

/// The time that somebody means who types `text`.
///
/// # Errors
/// [`NoTime`] says why it is none.
pub fn time(text: &str) -> Result<NaiveTime, NoTime> {
    let tokens = tokens(text);
    let tokens = match tokens.as_slice() {
        [Word(word), rest @ ..] if word == "um" => rest,
        tokens => tokens,
    };
    let tokens = match tokens {
        [rest @ .., word] if is_oclock(word) => rest,
        tokens => tokens,
    };
    match tokens {
        [] => Err(NoTime::Empty),
        [Number(digits)] if digits.len() > 2 => {
            let (hour, minutes) = digits.split_at(digits.len() - 2);
            at(hour, minutes)
        }
        [Number(hour)] => at(hour, "00"),
        [Number(hour), Sign(':' | '.' | ','), Number(minutes)] => at(hour, minutes),
        [Number(hour), word, Number(minutes)] if is_oclock(word) => at(hour, minutes),
        [..] => Err(NoTime::Unreadable),
    }
}

fn is_oclock(token: &Token<'_>) -> bool {
    matches!(token, Word(word) if word == "uhr" || word == "h")
}

fn at(hour: &str, minutes: &str) -> Result<NaiveTime, NoTime> {
    let hour = number(hour, 1..=2).map_err(|_| NoTime::Unreadable)?;
    if minutes.len() == 1 {
        return Err(NoTime::MinutesOfOneDigit);
    }
    let minutes = number(minutes, 2..=2).map_err(|_| NoTime::Unreadable)?;
    if hour > 23 {
        return Err(NoTime::NoSuchHour);
    }
    NaiveTime::from_hms_opt(hour, minutes, 0).ok_or(NoTime::NoSuchMinute)
}

#[cfg(test)]
mod tests {
    use super::{NoTime, time};

    #[test]
    fn times_are_read_in_every_usual_spelling() {
        for (text, expected) in [
            ("9", "09:00"),
            ("9:00", "09:00"),
            ("09.00", "09:00"),
            ("9,30", "09:30"),
            ("9 Uhr", "09:00"),
            ("um 9 Uhr 30", "09:30"),
            ("9.30 UHR", "09:30"),
            ("9h", "09:00"),
            ("0900", "09:00"),
            ("930", "09:30"),
            (" 16:30 ", "16:30"),
            ("0:00", "00:00"),
            ("23:59", "23:59"),
        ] {
            let read = time(text).map(|time| time.format("%H:%M").to_string());
            assert_eq!(read.as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_told_with_what_would_be_right() {
        for (text, expected) in [
            ("", NoTime::Empty),
            ("Uhr", NoTime::Empty),
            ("14:3", NoTime::MinutesOfOneDigit),
            ("24:00", NoTime::NoSuchHour),
            ("2500", NoTime::NoSuchHour),
            ("9:60", NoTime::NoSuchMinute),
            ("975", NoTime::NoSuchMinute),
            ("09000", NoTime::Unreadable),
            ("9:000", NoTime::Unreadable),
            ("halb zehn", NoTime::Unreadable),
            ("9-10", NoTime::Unreadable),
            ("9:00:00", NoTime::Unreadable),
        ] {
            assert_eq!(time(text), Err(expected), "{text}");
            assert!(expected.to_string().len() > 20);
        }
    }
}
