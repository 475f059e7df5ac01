//! Values that the journal has and the caseload file does not: identifiers of events and
//! caseloads, moments, places in lists.

use crate::file::fault::Expected;
use crate::file::value::Value;
use crate::history::{CaseloadId, EventId, Moment};
use json::{Node, Number};
use std::borrow::Cow;

impl<'n> Value<'n> for EventId {
    fn expected() -> Expected {
        Expected::Uuid
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node).and_then(EventId::parse)
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Owned(self.to_string()))
    }
}

impl<'n> Value<'n> for CaseloadId {
    fn expected() -> Expected {
        Expected::Uuid
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node).and_then(CaseloadId::parse)
    }

    fn node(self) -> Node<'n> {
        Node::Text(Cow::Owned(self.to_string()))
    }
}

impl<'n> Value<'n> for Moment {
    fn expected() -> Expected {
        Expected::Moment
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        whole(node).map(Moment)
    }

    fn node(self) -> Node<'n> {
        Node::Number(Number::Whole(self.0))
    }
}

/// A place in a list, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position(pub usize);

impl<'n> Value<'n> for Position {
    fn expected() -> Expected {
        Expected::Position
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        whole(node)
            .and_then(|number| usize::try_from(number).ok())
            .map(Position)
    }

    fn node(self) -> Node<'n> {
        // No list is that long.
        let number = i64::try_from(self.0).unwrap_or(i64::MAX);
        Node::Number(Number::Whole(number))
    }
}

fn whole(node: &Node<'_>) -> Option<i64> {
    match node {
        Node::Number(Number::Whole(number)) => Some(*number),
        Node::Number(Number::Fraction(_))
        | Node::Null
        | Node::Flag(_)
        | Node::Text(_)
        | Node::List(_)
        | Node::Object(_) => None,
    }
}
