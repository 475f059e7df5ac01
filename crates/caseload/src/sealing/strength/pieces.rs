//! Cutting a passphrase into the pieces that someone guessing would try.

use super::well_known;
use crate::letters::small;
use zeroize::Zeroizing;

/// Rows of the German and the English keyboard, and the orders that everybody knows. Read in both
/// directions.
const ROWS: [&str; 8] = [
    "^1234567890ß´",
    "qwertzuiopü+",
    "asdfghjklöä#",
    "<yxcvbnm,.-",
    "qwertyuiop[",
    "zxcvbnm",
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
];

/// The shortest part of a row, run or repetition that counts as one.
const ROW: usize = 3;
const RUN: usize = 3;
const REPEAT: usize = 4;

/// What a piece costs, in tenths of a bit.
const WELL_KNOWN: u32 = 60;
const YEAR: u32 = 60;
const DATE: u32 = 150;
const IN_A_ROW: u32 = 50;
const RUN_OF_ONE: u32 = 50;
const REPEATED: u32 = 30;
const UPPER: u32 = 10;

/// The guess of a passphrase in tenths of a bit.
pub(super) fn tenths_of_bits(chars: impl Iterator<Item = char>) -> u32 {
    let mut text = Zeroizing::new(Vec::with_capacity(super::LOOKED_AT));
    text.extend(chars);
    let mut lower = Zeroizing::new(Vec::with_capacity(super::LOOKED_AT));
    lower.extend(text.iter().map(|char| small(*char)));

    let mut sum = 0;
    let mut position = 0;
    let mut before = None;
    while let (Some(rest), Some(original)) = (lower.get(position..), text.get(position..)) {
        let Some(first) = original.first() else { break };
        match longest(rest, lower.get(..position).unwrap_or_default(), &lower) {
            Some((length, cost)) => {
                let upper = original.iter().take(length).any(|char| char.is_uppercase());
                sum += cost + if upper { UPPER } else { 0 };
                position += length;
                before = None;
            }
            None => {
                let kind = Kind::of(*first);
                sum += kind.cost(before);
                position += 1;
                before = Some(kind);
            }
        }
    }
    sum.min(of_distinct(&lower))
}

/// The longest piece at the begin of `rest` and its cost.
fn longest(rest: &[char], before: &[char], all: &[char]) -> Option<(usize, u32)> {
    [
        (well_known::prefix(rest), WELL_KNOWN),
        (year(rest), YEAR),
        (date(rest), DATE),
        (row(rest), IN_A_ROW),
        (run(rest), RUN_OF_ONE),
        (repeated(rest, before.len(), all), REPEATED),
    ]
    .into_iter()
    .filter(|(length, _)| *length > 0)
    // The longest; of equals the cheapest.
    .max_by_key(|(length, cost)| (*length, u32::MAX - cost))
}

/// A year of the last or this century.
fn year(rest: &[char]) -> usize {
    match rest {
        ['1', '9', a, b, ..] | ['2', '0', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit() => {
            4
        }
        _ => 0,
    }
}

/// A day as people write it: `1.1.87`, `01.01.1987`, `01-01-1987`, `01011987`.
fn date(rest: &[char]) -> usize {
    let digits = |from: usize, most: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.iter()
            .take(most)
            .take_while(|char| char.is_ascii_digit())
            .count()
    };
    let divided = |at: usize| matches!(rest.get(at), Some('.' | '-' | '/'));
    let day = digits(0, 8);
    let month = day + 1;
    let year = month + digits(month, 2) + 1;
    match (day, digits(month, 2), digits(year, 4)) {
        (8, ..) => 8,
        (1 | 2, 1 | 2, written @ (2 | 4)) if divided(day) && divided(year - 1) => year + written,
        _ => 0,
    }
}

/// Keys or letters side by side.
fn row(rest: &[char]) -> usize {
    let forward = |row: &str| longest_within(rest, &row.chars().collect::<Vec<_>>());
    let backward = |row: &str| longest_within(rest, &row.chars().rev().collect::<Vec<_>>());
    let length = ROWS
        .iter()
        .map(|row| forward(row).max(backward(row)))
        .max()
        .unwrap_or(0);
    if length >= ROW { length } else { 0 }
}

fn longest_within(rest: &[char], row: &[char]) -> usize {
    (0..row.len())
        .filter_map(|start| row.get(start..))
        .map(|part| common_prefix(rest, part))
        .max()
        .unwrap_or(0)
}

/// One character over and over.
fn run(rest: &[char]) -> usize {
    let length = rest
        .iter()
        .take_while(|char| rest.first() == Some(*char))
        .count();
    if length >= RUN { length } else { 0 }
}

/// What stood before already, also if it reaches into itself (`abcabcabc`).
fn repeated(rest: &[char], position: usize, all: &[char]) -> usize {
    let length = (0..position)
        .filter_map(|start| all.get(start..))
        .map(|earlier| common_prefix(rest, earlier))
        .max()
        .unwrap_or(0);
    if length >= REPEAT { length } else { 0 }
}

fn common_prefix(a: &[char], b: &[char]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// What a character is that belongs to no larger piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lower,
    Upper,
    Digit,
    Blank,
    Sign,
}

impl Kind {
    fn of(char: char) -> Kind {
        if char.is_whitespace() {
            Kind::Blank
        } else if char.is_uppercase() {
            Kind::Upper
        } else if char.is_alphabetic() {
            Kind::Lower
        } else if char.is_numeric() {
            Kind::Digit
        } else {
            Kind::Sign
        }
    }

    /// Letters count as parts of words. A change of kind is a little surprise, except where
    /// everybody makes it: after a blank, or from the capital to the rest of the word.
    fn cost(self, before: Option<Kind>) -> u32 {
        let own = match self {
            Kind::Lower => 25,
            Kind::Upper => 28,
            Kind::Digit => 30,
            Kind::Blank => 5,
            Kind::Sign => 35,
        };
        let usual = match (before, self) {
            (None | Some(Kind::Blank), _) | (_, Kind::Blank) | (Some(Kind::Upper), Kind::Lower) => {
                true
            }
            (Some(before), now) => before == now,
        };
        own + if usual { 0 } else { 15 }
    }
}

/// What a text of so few different characters can be worth at most.
fn of_distinct(lower: &[char]) -> u32 {
    const LOGARITHMS: [u32; 9] = [0, 0, 10, 16, 20, 23, 26, 28, 30];
    let distinct = rules::ordering::set(lower.iter().copied());
    match LOGARITHMS.get(distinct.len()) {
        Some(each) => each.saturating_mul(u32::try_from(lower.len()).unwrap_or(u32::MAX)),
        None => u32::MAX,
    }
}
