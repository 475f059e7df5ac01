//! Single values of the format, in both directions.

use super::fault::{Expected, Found};
use crate::record::LENGTHS;
use chrono::{NaiveDate, NaiveTime};
use json::{Node, Number};
use rules::calendar::{iso_day, iso_time};
use rules::facts::Fte;
use rules::wording;
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
        <&str>::of(node).and_then(iso_day)
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
        <&str>::of(node).and_then(iso_time)
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Owned(wording::time(self)))
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

#[cfg(test)]
mod tests {
    use super::Value;
    use json::{Node, Number};
    use rules::facts::Fte;

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
