//! Days named by their place to today: `morgen`, `in 2 Wochen`, `Mo`, `nächsten Dienstag`,
//! `Di KW 50`; and short forms for quick fingers: `+10`, `6w`, `4m`.

use super::calendar_day::likeliest;
use super::day::{Leaning, NoDay};
use super::token::Token::{self, Number, Sign, Word};
use crate::written_day::number;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use rules::calendar::IsoWeek;

/// What words in front of everything else say.
pub(super) enum Named<'a, 't> {
    /// All of it is this day.
    Day(NaiveDate),
    /// A weekday, and the day that follows it.
    Weekday(Weekday, &'a [Token<'t>]),
    /// Nothing; it is no name.
    Nothing,
}

/// Reads the name of a day.
pub(super) fn named<'a, 't>(
    tokens: &'a [Token<'t>],
    leaning: Leaning,
    today: NaiveDate,
) -> Result<Named<'a, 't>, NoDay> {
    if let Some((way, count, unit)) = distance(tokens, leaning) {
        return distant(today, way, count, unit).map(Named::Day);
    }
    let [Word(word), rest @ ..] = tokens else {
        return Ok(Named::Nothing);
    };
    if let Some(weekday) = weekday(word) {
        return on_weekday(weekday, rest, leaning, today);
    }
    match (rest, next_to_today(word)) {
        ([], _) => Ok(day_by_name(word, today).map_or(Named::Nothing, Named::Day)),
        ([Number(_), ..], _) if is_week(word) => Err(NoDay::WholeWeek),
        ([Word(week)], Some(_)) if is_week(week) => Err(NoDay::WholeWeek),
        ([Word(week), Word(day)], Some(weeks)) if is_week(week) => {
            let weekday = weekday(day).ok_or(NoDay::Unreadable)?;
            in_week(today, weeks, weekday).map(Named::Day)
        }
        ([Word(day)], Some(weeks)) => {
            let weekday = weekday(day).ok_or(NoDay::Unreadable)?;
            next_weekday(today, weeks, weekday).map(Named::Day)
        }
        _ => Ok(Named::Nothing),
    }
}

fn day_by_name(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let one = Days::new(1);
    match word {
        "heute" => Some(today),
        "morgen" => Some(today + one),
        "ubermorgen" => Some(today + one + one),
        "gestern" => Some(today - one),
        "vorgestern" => Some(today - one - one),
        _ => None,
    }
}

/// How far from today: which way, how many, of what.
fn distance<'a>(tokens: &'a [Token<'_>], leaning: Leaning) -> Option<(Leaning, u32, &'a str)> {
    const DAY: &str = "t";
    let (way, count, unit) = match tokens {
        [Word(way), count, Word(unit)] if way == "in" => (Leaning::Ahead, count, unit.as_str()),
        [Word(way), count, Word(unit)] if way == "vor" => (Leaning::Back, count, unit.as_str()),
        [Sign('+'), count, Word(unit)] => (Leaning::Ahead, count, unit.as_str()),
        [Sign('-'), count, Word(unit)] => (Leaning::Back, count, unit.as_str()),
        [Sign('+'), count @ Number(_)] => (Leaning::Ahead, count, DAY),
        [Sign('-'), count @ Number(_)] => (Leaning::Back, count, DAY),
        [count @ Number(_), Word(unit)] if unit.len() == 1 => (leaning, count, unit.as_str()),
        [..] => return None,
    };
    Some((way, counted(count)?, unit))
}

fn counted(token: &Token<'_>) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "null", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
        "elf", "zwolf",
    ];
    match token {
        Number(digits) => number(digits, 1..=3).ok(),
        Word(word) if word.starts_with("ein") => Some(1),
        Word(word) => {
            let place = WORDS.iter().position(|known| known == word)?;
            u32::try_from(place).ok()
        }
        Sign(_) => None,
    }
}

fn distant(today: NaiveDate, way: Leaning, count: u32, unit: &str) -> Result<NaiveDate, NoDay> {
    let months = |count| match way {
        Leaning::Ahead => today.checked_add_months(chrono::Months::new(count)),
        Leaning::Back => today.checked_sub_months(chrono::Months::new(count)),
    };
    let days = |count: u32| match way {
        Leaning::Ahead => today.checked_add_days(Days::new(count.into())),
        Leaning::Back => today.checked_sub_days(Days::new(count.into())),
    };
    let day = match unit {
        "t" | "tag" | "tage" | "tagen" => days(count),
        "w" | "woche" | "wochen" => days(7 * count),
        "m" | "monat" | "monate" | "monaten" => months(count),
        "j" | "jahr" | "jahre" | "jahren" => months(12 * count),
        _ => return Err(NoDay::Unreadable),
    };
    day.ok_or(NoDay::OutOfRange)
}

fn weekday(word: &str) -> Option<Weekday> {
    const WEEKDAYS: [(&str, Weekday); 8] = [
        ("montag", Weekday::Mon),
        ("dienstag", Weekday::Tue),
        ("mittwoch", Weekday::Wed),
        ("donnerstag", Weekday::Thu),
        ("freitag", Weekday::Fri),
        ("samstag", Weekday::Sat),
        ("sonntag", Weekday::Sun),
        ("sonnabend", Weekday::Sat),
    ];
    let mut weekdays = WEEKDAYS.into_iter();
    let found = weekdays.find(|(name, _)| word.len() >= 2 && name.starts_with(word));
    found.map(|(_, weekday)| weekday)
}

fn is_week(word: &str) -> bool {
    matches!(word, "kw" | "woche" | "kalenderwoche")
}

/// How many weeks from this one a word points to: "nächsten", "letzte".
fn next_to_today(word: &str) -> Option<i8> {
    const WORDS: [(&str, i8); 7] = [
        ("dies", 0),
        ("nachst", 1),
        ("kommend", 1),
        ("ubernachst", 2),
        ("letzt", -1),
        ("vorig", -1),
        ("vergangen", -1),
    ];
    let mut words = WORDS.into_iter();
    let found = words.find(|(stem, _)| word.starts_with(stem));
    found.map(|(_, weeks)| weeks)
}

/// A weekday alone, in a week, or in front of its day.
fn on_weekday<'a, 't>(
    weekday: Weekday,
    rest: &'a [Token<'t>],
    leaning: Leaning,
    today: NaiveDate,
) -> Result<Named<'a, 't>, NoDay> {
    let rest = match rest {
        [Sign('.' | ','), rest @ ..] | rest => rest,
    };
    let day = match rest {
        [] => toward(today, leaning, weekday),
        [Word(which), Word(week)] if is_week(week) => {
            let weeks = next_to_today(which).ok_or(NoDay::Unreadable)?;
            in_week(today, weeks, weekday)?
        }
        [Word(week), Number(digits), year @ ..] if is_week(week) => {
            numbered_week(digits, year, weekday, leaning, today)?
        }
        rest => return Ok(Named::Weekday(weekday, rest)),
    };
    Ok(Named::Day(day))
}

/// The nearest such weekday, today included.
fn toward(today: NaiveDate, leaning: Leaning, weekday: Weekday) -> NaiveDate {
    match leaning {
        Leaning::Ahead => today + Days::new(weekday.days_since(today.weekday()).into()),
        Leaning::Back => today - Days::new(today.weekday().days_since(weekday).into()),
    }
}

/// A weekday of the week that lies so many weeks from this one.
fn in_week(today: NaiveDate, weeks: i8, weekday: Weekday) -> Result<NaiveDate, NoDay> {
    let monday = IsoWeek::of(today).monday();
    let day = monday + Days::new(weekday.num_days_from_monday().into());
    day.checked_add_signed(chrono::TimeDelta::weeks(weeks.into()))
        .ok_or(NoDay::OutOfRange)
}

/// "Nächsten Dienstag" is the first one after today, "übernächsten" the one after that.
fn next_weekday(today: NaiveDate, weeks: i8, weekday: Weekday) -> Result<NaiveDate, NoDay> {
    let tomorrow = today + Days::new(1);
    let first = toward(tomorrow, Leaning::Ahead, weekday);
    match weeks {
        0 => in_week(today, 0, weekday),
        1 => Ok(first),
        2 => Ok(first + Days::new(7)),
        _ => Ok(toward(today - Days::new(1), Leaning::Back, weekday)),
    }
}

/// A weekday of a numbered week, of a year that may be missing.
fn numbered_week(
    digits: &str,
    year: &[Token<'_>],
    weekday: Weekday,
    leaning: Leaning,
    today: NaiveDate,
) -> Result<NaiveDate, NoDay> {
    let week = number(digits, 1..=2).map_err(NoDay::from)?;
    let of_year = |year: i32| NaiveDate::from_isoywd_opt(year, week, weekday);
    let this_year = today.year();
    let found = match year {
        [] => likeliest(
            [this_year - 1, this_year, this_year + 1].map(of_year),
            leaning,
            today,
        ),
        [Number(year)] | [Sign(_), Number(year)] => {
            let year = number(year, 4..=4).map_err(NoDay::from)?;
            i32::try_from(year).ok().and_then(of_year)
        }
        [..] => return Err(NoDay::Unreadable),
    };
    found.ok_or(NoDay::NoSuchWeek)
}
