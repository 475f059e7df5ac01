//! Single values of the format, in both directions.

use super::fault::{Expected, Found};
use crate::record::LENGTHS;
use chrono::{NaiveDate, NaiveTime, Timelike};
use json::{Node, Number};
use rules::facts::Fte;
use std::borrow::Cow;

/// A value that stands in one field.
pub(crate) trait Value<'n>: Sized {
    /// What the format asks for.
    fn expected() -> Expected;
    /// The value, if the node is one.
    fn of(node: &'n Node<'n>) -> Option<Self>;
    /// The value as it is written.
    fn node(self) -> Node<'n>;
}

/// A value as it is written, or `null` if it is unknown.
pub(crate) fn or_null<'n, T: Value<'n>>(value: Option<T>) -> Node<'n> {
    value.map_or(Node::Null, T::node)
}

impl Found {
    /// What a node is, for a message.
    pub(crate) fn of(node: &Node<'_>) -> Self {
        match node {
            Node::Null => Found::Null,
            Node::Flag(flag) => Found::Flag(*flag),
            Node::Number(number) => Found::Number(number.to_string()),
            Node::Text(text) => Found::text(text),
            Node::List(_) => Found::List,
            Node::Object(_) => Found::Object,
        }
    }
}

impl<'n> Value<'n> for bool {
    fn expected() -> Expected {
        Expected::Flag
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        match node {
            Node::Flag(flag) => Some(*flag),
            Node::Null | Node::Number(_) | Node::Text(_) | Node::List(_) | Node::Object(_) => None,
        }
    }

    fn node(self) -> Node<'n> {
        Node::Flag(self)
    }
}

impl<'n> Value<'n> for &'n str {
    fn expected() -> Expected {
        Expected::Text
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        match node {
            Node::Text(text) => Some(text),
            Node::Null | Node::Flag(_) | Node::Number(_) | Node::List(_) | Node::Object(_) => None,
        }
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Borrowed(self))
    }
}

/// A text that identifies something; it is never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Id<'n>(pub &'n str);

impl<'n> Value<'n> for Id<'n> {
    fn expected() -> Expected {
        Expected::NonEmptyText
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node).filter(|text| !text.is_empty()).map(Id)
    }

    fn node(self) -> Node<'n> {
        self.0.node()
    }
}

impl<'n> Value<'n> for NaiveDate {
    fn expected() -> Expected {
        Expected::Date
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node).and_then(date)
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Owned(self.to_string()))
    }
}

impl<'n> Value<'n> for NaiveTime {
    fn expected() -> Expected {
        Expected::Time
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node).and_then(time)
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Owned(format!(
            "{:02}:{:02}",
            self.hour(),
            self.minute()
        )))
    }
}

/// A duration in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Minutes(pub u16);

impl<'n> Value<'n> for Minutes {
    fn expected() -> Expected {
        Expected::WholeNumber {
            least: *LENGTHS.start(),
            most: *LENGTHS.end(),
        }
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        small(node)
            .filter(|minutes| LENGTHS.contains(minutes))
            .map(Minutes)
    }

    fn node(self) -> Node<'n> {
        Node::Number(Number::Whole(self.0.into()))
    }
}

impl<'n> Value<'n> for Fte {
    fn expected() -> Expected {
        Expected::Share
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        let Node::Number(number) = node else {
            return None;
        };
        let share = match number {
            Number::Whole(1) => 1.0,
            Number::Whole(_) => return None,
            Number::Fraction(share) => *share,
        };
        (0..=100)
            // Both sides are the double nearest to the same decimal, so equality is exact.
            .find(|hundredths| f64::from(*hundredths) / 100.0 == share)
            .and_then(|hundredths| Fte::from_hundredths(hundredths).ok())
    }

    fn node(self) -> Node<'n> {
        Node::Number(Number::Fraction(f64::from(self.hundredths()) / 100.0))
    }
}

/// A small whole number.
pub(crate) fn small(node: &Node<'_>) -> Option<u16> {
    match node {
        Node::Number(number) => number.small(),
        Node::Null | Node::Flag(_) | Node::Text(_) | Node::List(_) | Node::Object(_) => None,
    }
}

/// Reads a day as the format writes it: `YYYY-MM-DD`, four, two and two digits, a day that exists.
pub fn date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = i32::try_from(decimal(&[*y1, *y2, *y3, *y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, decimal(&[*m1, *m2])?, decimal(&[*d1, *d2])?)
}

/// Reads a time as the format writes it: `HH:MM` from 00:00 to 23:59.
fn time(text: &str) -> Option<NaiveTime> {
    let [h1, h2, b':', m1, m2] = text.as_bytes() else {
        return None;
    };
    NaiveTime::from_hms_opt(decimal(&[*h1, *h2])?, decimal(&[*m1, *m2])?, 0)
}

fn decimal(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        digit
            .is_ascii_digit()
            .then(|| number * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::{Value, date, time};
    use json::{Node, Number};
    use rules::facts::Fte;

    #[test]
    fn only_the_one_spelling_of_a_day_is_read() {
        for good in ["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(date(good).unwrap().to_string(), good);
        }
        let bad = [
            "",
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-1",
            "26-01-01",
            " 2026-01-01",
            "2026-01-01 ",
            "2026-01-01T00:00",
            "+2026-01-01",
            "+026-01-01",
            "2026/01/01",
            "01.01.2026",
            "２026-01-01",
        ];
        for bad in bad {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_the_one_spelling_of_a_time_is_read() {
        for good in ["00:00", "09:05", "23:59"] {
            assert_eq!(time(good).unwrap().format("%H:%M").to_string(), good);
        }
        for bad in [
            "", "24:00", "12:60", "9:00", "09:00:00", " 9:00", "0900", "+9:00",
        ] {
            assert_eq!(time(bad), None, "{bad}");
        }
    }

    #[test]
    fn shares_are_whole_hundredths_and_come_back_as_they_were() {
        for hundredths in 5..=100 {
            let share = Fte::from_hundredths(hundredths).unwrap();
            let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let node = Node::parse(&text).unwrap();
            assert_eq!(Fte::of(&node), Some(share), "{text}");
            assert_eq!(Fte::of(&share.node()), Some(share), "{text}");
        }
        assert_eq!(Fte::of(&Node::Number(Number::Whole(1))), Some(Fte::FULL));
        for bad in [
            "0.755",
            "0.04",
            "1.01",
            "0",
            "2",
            "-0.5",
            "0.999999999",
            "\"1.0\"",
        ] {
            assert_eq!(Fte::of(&Node::parse(bad).unwrap()), None, "{bad}");
        }
    }

    #[test]
    fn a_small_number_may_be_spelt_with_a_fraction_of_zero() {
        let small = |text| super::small(&Node::parse(text).unwrap());
        assert_eq!(small("45"), Some(45));
        assert_eq!(small("45.0"), Some(45));
        assert_eq!(small("4.5e1"), Some(45));
        for bad in [
            "45.5",
            "-1",
            "-1.0",
            "65536",
            "1e300",
            "18446744073709551616",
        ] {
            assert_eq!(small(bad), None, "{bad}");
        }
    }
}
