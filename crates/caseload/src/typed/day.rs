//! A day as people type it.

use super::calendar_day;
use super::relative_day::{self, Named};
use super::token::{Token, tokens};
use crate::written_day::is_in_range;
use chrono::{Datelike, NaiveDate, Weekday};
use rules::wording::{date, weekday_name};
use std::fmt;

/// In which direction a day lies that is typed without its year, or as a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// It lies behind, such as the day of a contact.
    Back,
    /// It lies ahead, such as the day of an appointment.
    Ahead,
}

/// Why what was typed is no day. `Display` says so in German, and what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDay {
    /// Nothing was typed.
    Empty,
    /// It is not written like a day.
    Unreadable,
    /// The calendar has no such day.
    Impossible,
    /// The day is one of the week other than the typed one.
    OtherWeekday {
        /// The day.
        day: NaiveDate,
        /// What was typed with it.
        typed: Weekday,
    },
    /// A week, and not which of its days.
    WholeWeek,
    /// No year near has such a week.
    NoSuchWeek,
    /// The year cannot be meant.
    OutOfRange,
}

impl fmt::Display for NoDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoDay::Empty => "Der Tag fehlt. Möglich sind z. B. 7.12., 07.12.2026 oder heute.",
            NoDay::Unreadable => {
                "Das lässt sich nicht als Tag lesen. Möglich sind z. B. 7.12., 07.12.2026, Mo, morgen, in 2 Wochen."
            }
            NoDay::Impossible => {
                "Diesen Tag gibt es im Kalender nicht. Bitte prüfen Sie Tag, Monat und Jahr."
            }
            NoDay::OtherWeekday { day, typed } => {
                return write!(
                    f,
                    "Der {} ist ein {}, kein {}. Bitte berichtigen Sie eines von beiden.",
                    date(*day),
                    weekday_name(day.weekday()),
                    weekday_name(*typed)
                );
            }
            NoDay::WholeWeek => {
                "Eine Woche allein ist noch kein Tag. Bitte nennen Sie den Wochentag dazu, z. B. Mo KW 50."
            }
            NoDay::NoSuchWeek => "Diese Kalenderwoche gibt es nicht. Ein Jahr hat 52 oder 53.",
            NoDay::OutOfRange => "Dieses Jahr kann nicht gemeint sein. Bitte prüfen Sie es.",
        })
    }
}

impl std::error::Error for NoDay {}

/// The day that somebody means who types `text` on `today`.
///
/// # Errors
/// [`NoDay`] says why it is none.
pub fn day(text: &str, leaning: Leaning, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    let tokens = tokens(text);
    let day = read(without_article(&tokens), leaning, today)?;
    if is_in_range(day) {
        Ok(day)
    } else {
        Err(NoDay::OutOfRange)
    }
}

fn read(tokens: &[Token<'_>], leaning: Leaning, today: NaiveDate) -> Result<NaiveDate, NoDay> {
    if tokens.is_empty() {
        return Err(NoDay::Empty);
    }
    match relative_day::named(tokens, leaning, today)? {
        Named::Day(day) => Ok(day),
        Named::Weekday(typed, rest) => {
            let day = calendar_day::read(without_article(rest), leaning, today)?;
            if day.weekday() == typed {
                Ok(day)
            } else {
                Err(NoDay::OtherWeekday { day, typed })
            }
        }
        Named::Nothing => calendar_day::read(tokens, leaning, today),
    }
}

/// Takes a word in front that adds nothing: "am 7.12.", "bis zum 7.12.".
fn without_article<'a, 't>(mut tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    const ARTICLES: [&str; 8] = ["am", "den", "dem", "der", "ab", "bis", "vom", "zum"];
    while let [Token::Word(word), rest @ ..] = tokens
        && ARTICLES.contains(&word.as_str())
    {
        tokens = rest;
    }
    tokens
}

#[cfg(test)]
mod tests;
