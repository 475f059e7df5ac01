//! How spreadsheets count: columns by letters, days from the end of 1899.
//!
//! A day is the number of days since 30 December 1899. That is so because the first spreadsheet took
//! 1900 for a leap year and all others followed: the number 60 stands for a day that there never was,
//! and those before it are one day off.

use chrono::{Days, NaiveDate};

/// The number of 1 March 1900, the first day that is counted right.
const FIRST_RIGHT: u32 = 61;

/// The number of the last day that spreadsheets know, 31 December 9999.
const LAST: u32 = 2_958_465;

/// The letters of a column, counted from 0: A, Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(('A'..='Z').nth(rest % 26).unwrap_or('A'));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The day with a number; `None` for 0, which is a time without a day, for the day that there never
/// was, and beyond the year 9999.
pub(crate) fn day(number: u32) -> Option<NaiveDate> {
    let counted = match number {
        0 | 60 => return None,
        1..60 => number + 1,
        FIRST_RIGHT..=LAST => number,
        _ => return None,
    };
    begin()?.checked_add_days(Days::new(counted.into()))
}

/// The number of a day; `None` before 1 March 1900, where spreadsheets disagree, and beyond 9999.
pub(crate) fn number(day: NaiveDate) -> Option<u32> {
    let days = u32::try_from((day - begin()?).num_days()).ok()?;
    (FIRST_RIGHT..=LAST).contains(&days).then_some(days)
}

fn begin() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)
}

#[cfg(test)]
mod tests {
    use super::{day, letters, number};

    #[test]
    fn columns_are_lettered_past_z() {
        let table = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ];
        for (column, expected) in table {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn days_have_the_numbers_that_spreadsheets_give_them() {
        for (count, expected) in [
            (1, "1900-01-01"),
            (59, "1900-02-28"),
            (61, "1900-03-01"),
            (46_268, "2026-09-03"),
            (2_958_465, "9999-12-31"),
        ] {
            let found = day(count).unwrap();
            assert_eq!(found.to_string(), expected);
            assert_eq!(number(found), (count > 60).then_some(count), "{expected}");
        }
        for count in [0, 60, 2_958_466, u32::MAX] {
            assert_eq!(day(count), None, "{count}");
        }
        assert_eq!(number("-0001-01-01".parse().unwrap()), None);
        assert_eq!(
            number("10000-01-01".parse().unwrap_or(chrono::NaiveDate::MAX)),
            None
        );
    }
}
