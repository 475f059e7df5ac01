//! Days written with day and month, in numbers or with the month's name, with or without a year.

use super::day::{Leaning, NoDay};
use super::token::Token;
use crate::written_day::{NoWrittenDay, latest_meant, number, written_day};
use chrono::{Datelike, Days, NaiveDate};

/// How far a day without a year may lie on the other side of today: a slip of the finger should
/// be noticed as one, and not end up a year away.
const OTHER_SIDE: Days = Days::new(31);

/// Reads what has no weekday in front.
pub(super) fn read(
    tokens: &[Token<'_>],
    leaning: Leaning,
    today: NaiveDate,
) -> Result<NaiveDate, NoDay> {
    use Token::{Number, Sign, Word};
    let dated = |year, month, day| {
        written_day([year, month, day], latest_meant(today)).map_err(NoDay::from)
    };
    match tokens {
        [
            Number(year),
            Sign('-'),
            Number(month),
            Sign('-'),
            Number(day),
        ] if year.len() == 4 => dated(year, month, day),
        // The numeric keypad of a German keyboard has a comma where others have a dot.
        [
            Number(day),
            Sign('.' | ','),
            Number(month),
            Sign('.' | ','),
            Number(year),
        ] => dated(year, month, day),
        [Number(day), Sign('.' | ','), Number(month)]
        | [Number(day), Sign('.' | ','), Number(month), Sign('.' | ',')] => {
            without_year(month, day, leaning, today)
        }
        [Number(day), Sign('.'), Word(month), Number(year)]
        | [Number(day), Sign('.'), Word(month), Sign('.'), Number(year)]
        | [Number(day), Word(month), Number(year)]
        | [Number(day), Word(month), Sign('.'), Number(year)] => {
            dated(year, month_name(month)?, day)
        }
        [Number(day), Sign('.'), Word(month)]
        | [Number(day), Sign('.'), Word(month), Sign('.')]
        | [Number(day), Word(month)]
        | [Number(day), Word(month), Sign('.')] => {
            without_year(month_name(month)?, day, leaning, today)
        }
        [Number(digits)] => {
            let (Some((day, rest)), true) = (digits.split_at_checked(2), digits.len() % 2 == 0)
            else {
                return Err(NoDay::Unreadable);
            };
            match rest.split_at_checked(2) {
                Some((month, "")) => without_year(month, day, leaning, today),
                Some((month, year)) => dated(year, month, day),
                None => Err(NoDay::Unreadable),
            }
        }
        [] => Err(NoDay::Empty),
        [..] => Err(NoDay::Unreadable),
    }
}

/// The day of the year that is the likeliest: the one on the expected side of today, or one that
/// lies just beyond.
fn without_year(
    month: &str,
    day: &str,
    leaning: Leaning,
    today: NaiveDate,
) -> Result<NaiveDate, NoDay> {
    let (month, day) = (number(month, 1..=2)?, number(day, 1..=2)?);
    let this_year = today.year();
    let of_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    let near = [this_year - 1, this_year, this_year + 1].map(of_year);
    likeliest(near, leaning, today).ok_or(NoDay::Impossible)
}

/// Of the days of last year, this year and next year, those that there are, the likeliest.
pub(super) fn likeliest(
    near: [Option<NaiveDate>; 3],
    leaning: Leaning,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let mut near = near.into_iter().flatten();
    match leaning {
        Leaning::Back => near.rfind(|day| *day <= today + OTHER_SIDE),
        Leaning::Ahead => near.find(|day| *day >= today - OTHER_SIDE),
    }
}

/// The number of a month by its name or the beginning of it.
fn month_name(word: &str) -> Result<&'static str, NoDay> {
    const MONTHS: [(&str, &str); 13] = [
        ("januar", "1"),
        ("februar", "2"),
        ("marz", "3"),
        ("mrz", "3"),
        ("april", "4"),
        ("mai", "5"),
        ("juni", "6"),
        ("juli", "7"),
        ("august", "8"),
        ("september", "9"),
        ("oktober", "10"),
        ("november", "11"),
        ("dezember", "12"),
    ];
    MONTHS
        .into_iter()
        .find(|(name, _)| word.len() >= 3 && name.starts_with(word))
        .map(|(_, number)| number)
        .ok_or(NoDay::Unreadable)
}

impl From<NoWrittenDay> for NoDay {
    fn from(no_day: NoWrittenDay) -> Self {
        match no_day {
            NoWrittenDay::Unreadable => NoDay::Unreadable,
            NoWrittenDay::Impossible => NoDay::Impossible,
        }
    }
}
