//! Dates as lists write them.
//!
//! `03.09.2026`, `3.9.26` and `2026-09-03`, with or without a time behind, and the bare number that
//! Excel shows when a cell lost its format: days since 30 December 1899. A number of five digits
//! reaches from 1927 to 2099, so a year or a customer number is never mistaken for one.

use super::{Reading, content, is_doubted};
use crate::import::fault::FaultKind;
use crate::spreadsheet;
use crate::written_day::{NoWrittenDay, is_in_range, latest_meant, written_day};
use chrono::NaiveDate;

/// What a date stands for; it decides the century of two digits and what may lie ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Meaning {
    /// A birth: never ahead of today, and two digits mean the last such year that is not.
    Birth,
    /// Anything else: two digits mean this century, unless that is far ahead.
    Event,
}

/// Numbers that are read as Excel's day count, inclusive: 18 May 1927 to 31 December 2099.
const SERIALS: std::ops::RangeInclusive<u32> = 10_000..=73_050;

/// Reads a date.
pub(in crate::import) fn date(
    cell: &str,
    meaning: Meaning,
    today: NaiveDate,
) -> Reading<NaiveDate> {
    let text = content(cell);
    if text.is_empty() {
        return Reading::Blank;
    }
    match parse(text, meaning, today) {
        Ok(day) => Reading::Value(day),
        Err(kind) => Reading::Faulty(kind),
    }
}

fn parse(text: &str, meaning: Meaning, today: NaiveDate) -> Result<NaiveDate, FaultKind> {
    if is_doubted(text) {
        return Err(FaultKind::DateDoubted);
    }
    let day = match serial(text) {
        Some(day) => day,
        None => written(without_time(text), meaning, today)?,
    };
    if !is_in_range(day) {
        return Err(FaultKind::DateOutOfRange);
    }
    if meaning == Meaning::Birth && day > today {
        return Err(FaultKind::BirthAhead);
    }
    Ok(day)
}

/// A day written with day, month and year.
fn written(text: &str, meaning: Meaning, today: NaiveDate) -> Result<NaiveDate, FaultKind> {
    let parts = parts(text).ok_or(FaultKind::DateUnreadable)?;
    let latest = match meaning {
        Meaning::Birth => today,
        Meaning::Event => latest_meant(today),
    };
    written_day(parts, latest).map_err(|no_day| match no_day {
        NoWrittenDay::Unreadable => FaultKind::DateUnreadable,
        NoWrittenDay::Impossible => FaultKind::DateImpossible,
    })
}

/// Year, month and day of a text in German or ISO order.
fn parts(text: &str) -> Option<[&str; 3]> {
    let german: Vec<&str> = text.split('.').map(str::trim).collect();
    if let [day, month, year] = german.as_slice() {
        return Some([*year, *month, *day]);
    }
    let iso: Vec<&str> = text.split('-').collect();
    match iso.as_slice() {
        [year, month, day] if year.len() == 4 => Some([*year, *month, *day]),
        _ => None,
    }
}

/// Takes a time off the end: `T09:30:00Z`, ` 00:00`, ` 9.30 Uhr`.
fn without_time(text: &str) -> &str {
    let Some((position, _)) = text.char_indices().find(|(position, letter)| {
        let behind_a_dot = text
            .get(..*position)
            .is_some_and(|before| before.trim_end().ends_with('.'));
        *letter == 'T' || letter.is_whitespace() && !behind_a_dot
    }) else {
        return text;
    };
    let (day, time) = text.split_at(position);
    let time = time.trim_start_matches('T').trim();
    let time = time.strip_suffix("Uhr").unwrap_or(time).trim();
    let is_time = time.starts_with(|letter: char| letter.is_ascii_digit())
        && time
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z' | b'+'));
    if is_time { day } else { text }
}

/// Excel's day count, with or without a fraction for the time.
fn serial(text: &str) -> Option<NaiveDate> {
    let (days, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(days) || !digits(fraction) {
        return None;
    }
    let days = days.parse().ok()?;
    SERIALS
        .contains(&days)
        .then(|| spreadsheet::day(days))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Reading, date};
    use crate::import::FaultKind::{
        self, BirthAhead, DateDoubted, DateImpossible, DateOutOfRange, DateUnreadable,
    };
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(cell: &str, meaning: Meaning) -> Reading<NaiveDate> {
        date(cell, meaning, day("2026-11-22"))
    }

    #[test]
    fn dates_are_read_in_every_spelling() {
        let table = [
            ("03.09.2026", "2026-09-03"),
            ("3.9.2026", "2026-09-03"),
            ("3.9.26", "2026-09-03"),
            ("3. 9. 2026", "2026-09-03"),
            (" 03.09.2026\u{A0}", "2026-09-03"),
            ("03.09.2026 09:30", "2026-09-03"),
            ("03.09.2026 9.30 Uhr", "2026-09-03"),
            ("2026-09-03", "2026-09-03"),
            ("2026-09-03T00:00:00", "2026-09-03"),
            ("2026-09-03T00:00:00.000Z", "2026-09-03"),
            ("2026-09-03 00:00:00", "2026-09-03"),
            ("46268", "2026-09-03"),
            ("46268,0", "2026-09-03"),
            ("46268.5", "2026-09-03"),
            ("10000", "1927-05-18"),
            ("73050", "2099-12-31"),
            ("29.02.2028", "2028-02-29"),
            ("1.1.99", "1999-01-01"),
            ("1.1.36", "2036-01-01"),
            ("1.1.37", "1937-01-01"),
        ];
        for (cell, expected) in table {
            assert_eq!(
                read(cell, Meaning::Event),
                Reading::Value(day(expected)),
                "{cell}"
            );
        }
    }

    #[test]
    fn two_digits_of_a_birth_year_never_lie_ahead_of_today() {
        let table = [
            ("22.11.26", "2026-11-22"),
            ("23.11.26", "1926-11-23"),
            ("1.1.99", "1999-01-01"),
            ("1.1.00", "2000-01-01"),
        ];
        for (cell, expected) in table {
            assert_eq!(
                read(cell, Meaning::Birth),
                Reading::Value(day(expected)),
                "{cell}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_a_fault_with_its_reason() {
        let table: [(&str, FaultKind); 19] = [
            ("31.02.1990", DateImpossible),
            ("29.02.2027", DateImpossible),
            ("00.00.0000", DateImpossible),
            ("2026-13-01", DateImpossible),
            ("?", DateDoubted),
            ("03.09.2026?", DateDoubted),
            ("??.09.2026", DateDoubted),
            ("03.09", DateUnreadable),
            ("03/09/2026", DateUnreadable),
            ("03.09.026", DateUnreadable),
            ("2026", DateUnreadable),
            ("9999", DateUnreadable),
            ("73051", DateUnreadable),
            ("617000001", DateUnreadable),
            ("Herbst", DateUnreadable),
            ("03.09.2026 abends", DateUnreadable),
            ("+3.9.2026", DateUnreadable),
            ("31.12.9999", DateOutOfRange),
            ("01.01.1899", DateOutOfRange),
        ];
        for (cell, expected) in table {
            assert_eq!(
                read(cell, Meaning::Event),
                Reading::Faulty(expected),
                "{cell}"
            );
        }
    }

    #[test]
    fn only_a_birth_must_not_lie_ahead() {
        assert_eq!(
            read("23.11.2026", Meaning::Birth),
            Reading::Faulty(BirthAhead)
        );
        assert_eq!(
            read("23.11.2026", Meaning::Event),
            Reading::Value(day("2026-11-23"))
        );
    }

    #[test]
    fn blanks_and_dashes_are_no_date() {
        for cell in ["", "  ", "-", " – ", "--"] {
            assert_eq!(read(cell, Meaning::Event), Reading::Blank, "{cell:?}");
        }
    }
}
