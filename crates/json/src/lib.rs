//! JSON text as a tree: the one shape that everything written in JSON is read from.
//!
//! Objects keep their members in the order of the text, repeated names included, so that a reader
//! can report what a map would have swallowed. Texts are borrowed from the source wherever it spells
//! them without escapes.
//!
//! A reader of its own, because the usual one is compiled anew for every type that it reads into, and
//! brings a machinery for numbers that no format of ours needs: together a tenth of the program.
#![forbid(unsafe_code)]

mod number;
mod reader;

pub use number::Number;

use std::borrow::Cow;
use std::fmt;

/// Deeper nesting than any of our formats has; beyond it nothing is read.
pub const MAX_DEPTH: usize = 32;

/// A value of a JSON document.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'n> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(Cow<'n, str>),
    /// Values in brackets.
    List(Vec<Node<'n>>),
    /// Named values in braces.
    Object(Vec<Member<'n>>),
}

/// A name in an object and its value.
pub type Member<'n> = (Cow<'n, str>, Node<'n>);

impl<'n> Node<'n> {
    /// An object with these members, in this order.
    pub fn object<const N: usize>(members: [(&'static str, Node<'n>); N]) -> Self {
        Node::Object(
            members
                .into_iter()
                .map(|(name, node)| (Cow::Borrowed(name), node))
                .collect(),
        )
    }

    /// Reads one JSON document.
    ///
    /// # Errors
    /// [`Fault`]: the first place that is not as it should be.
    pub fn parse(text: &'n str) -> Result<Self, Fault> {
        reader::document(text)
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            Node::Null | Node::Flag(_) | Node::Number(_) | Node::List(_) | Node::Object(_) => None,
        }
    }

    /// The number, if it is a whole one from 0 and written so.
    pub fn count(&self) -> Option<u64> {
        match self {
            Node::Number(Number::Whole(number)) => u64::try_from(*number).ok(),
            Node::Null
            | Node::Flag(_)
            | Node::Number(Number::Fraction(_))
            | Node::Text(_)
            | Node::List(_)
            | Node::Object(_) => None,
        }
    }

    /// The elements, if it is a list.
    pub fn list(&self) -> Option<&[Node<'n>]> {
        match self {
            Node::List(nodes) => Some(nodes),
            Node::Null | Node::Flag(_) | Node::Number(_) | Node::Text(_) | Node::Object(_) => None,
        }
    }

    /// The member of an object with this name; the first, if there are several.
    pub fn member(&self, name: &str) -> Option<&Node<'n>> {
        match self {
            Node::Object(members) => members
                .iter()
                .find(|(found, _)| found == name)
                .map(|(_, node)| node),
            Node::Null | Node::Flag(_) | Node::Number(_) | Node::Text(_) | Node::List(_) => None,
        }
    }

    /// The values of an object's members in the order of `names`, if it has exactly these, in
    /// whatever order.
    pub fn members<const N: usize>(&self, names: [&str; N]) -> Option<[&Node<'n>; N]> {
        let Node::Object(members) = self else {
            return None;
        };
        if members.len() != N {
            return None;
        }
        let mut found = [self; N];
        for (place, name) in found.iter_mut().zip(names) {
            *place = self.member(name)?;
        }
        Some(found)
    }
}

/// The first place of a text that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Its byte, from 0; the length of the text where that ends too early.
    pub at: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It ends in the middle.
    Truncated,
    /// It is nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// Something else should stand there.
    Unexpected(Expected),
}

/// What should stand somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A value.
    Value,
    /// The name of a member, in quotes.
    Name,
    /// A colon behind a name.
    Colon,
    /// A comma, or the end of the list.
    CommaOrListEnd,
    /// A comma, or the end of the object.
    CommaOrObjectEnd,
    /// The end of the text.
    End,
    /// A digit.
    Digit,
    /// A number that is not beyond all bounds.
    SmallerNumber,
    /// A sign that may stand in a text without an escape.
    PlainSign,
    /// One of the escapes there are.
    Escape,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Expected::Value => "expected value",
            Expected::Name => "expected a name in quotes",
            Expected::Colon => "expected `:`",
            Expected::CommaOrListEnd => "expected `,` or `]`",
            Expected::CommaOrObjectEnd => "expected `,` or `}`",
            Expected::End => "expected the end of the text",
            Expected::Digit => "expected a digit",
            Expected::SmallerNumber => "expected a smaller number",
            Expected::PlainSign => "a control character has to be written as an escape",
            Expected::Escape => "this is no escape of JSON",
        })
    }
}
