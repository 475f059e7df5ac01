//! JSON as a tree, the one shape that caseload files are read from and written as.
//!
//! Objects keep their members in the order of the file, repeated names included, so that a reader
//! can report what a map would have swallowed. Texts are borrowed from the file wherever it spells
//! them without escapes.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Deeper nesting than any version of the format has; beyond it nothing is read.
pub(crate) const MAX_DEPTH: usize = 32;

/// A value of a JSON document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'n> {
    Null,
    Flag(bool),
    Number(Number),
    Text(Cow<'n, str>),
    List(Vec<Node<'n>>),
    Object(Vec<Member<'n>>),
}

/// A name in an object and its value.
pub(crate) type Member<'n> = (Cow<'n, str>, Node<'n>);

/// A number, whole as long as it is written so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Whole(i64),
    Fraction(f64),
}

impl Number {
    /// The number if it is a small whole one; `45.0` is the same number as `45`.
    pub(crate) fn small(self) -> Option<u16> {
        match self {
            Number::Whole(number) => u16::try_from(number).ok(),
            Number::Fraction(number) => {
                let exact = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
                exact.then_some(number as u16)
            }
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Number::Whole(number) => write!(f, "{number}"),
            // Debug keeps the fraction of 1.0 and writes the shortest text that reads back the same.
            Number::Fraction(number) => write!(f, "{number:?}"),
        }
    }
}

impl<'n> Node<'n> {
    /// An object with these members, in this order.
    pub(crate) fn object<const N: usize>(members: [(&'static str, Node<'n>); N]) -> Self {
        Node::Object(
            members
                .into_iter()
                .map(|(name, node)| (Cow::Borrowed(name), node))
                .collect(),
        )
    }

    /// Reads one JSON document.
    pub(crate) fn parse(text: &'n str) -> Result<Self, serde_json::Error> {
        let mut parser = serde_json::Deserializer::from_str(text);
        let node = Nested { depth: 0 }.deserialize(&mut parser)?;
        parser.end()?;
        Ok(node)
    }
}

/// Reads a value at a depth of nesting. Its own errors are of the data category, which sets the
/// refusal of deep nesting apart from text that is no JSON.
#[derive(Clone, Copy)]
struct Nested {
    depth: usize,
}

impl Nested {
    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth < MAX_DEPTH {
            Ok(Nested {
                depth: self.depth + 1,
            })
        } else {
            Err(E::custom("nested too deeply"))
        }
    }
}

impl<'n> DeserializeSeed<'n> for Nested {
    type Value = Node<'n>;

    fn deserialize<D: Deserializer<'n>>(self, deserializer: D) -> Result<Node<'n>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'n> Visitor<'n> for Nested {
    type Value = Node<'n>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node<'n>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Node<'n>, E> {
        Ok(Node::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node<'n>, E> {
        Ok(Node::Number(Number::Whole(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node<'n>, E> {
        Ok(Node::Number(match i64::try_from(number) {
            Ok(number) => Number::Whole(number),
            Err(_) => Number::Fraction(number as f64),
        }))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node<'n>, E> {
        Ok(Node::Number(Number::Fraction(number)))
    }

    fn visit_borrowed_str<E>(self, text: &'n str) -> Result<Node<'n>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node<'n>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'n>>(self, mut list: A) -> Result<Node<'n>, A::Error> {
        let inside = self.inside()?;
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element_seed(inside)? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'n>>(self, mut object: A) -> Result<Node<'n>, A::Error> {
        let inside = self.inside()?;
        let mut members = Vec::new();
        while let Some(Name(name)) = object.next_key()? {
            members.push((name, object.next_value_seed(inside)?));
        }
        Ok(Node::Object(members))
    }
}

/// The name of a member, borrowed if possible.
struct Name<'n>(Cow<'n, str>);

impl<'n> Deserialize<'n> for Name<'n> {
    fn deserialize<D: Deserializer<'n>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'n> Visitor<'n> for NameVisitor {
            type Value = Name<'n>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_borrowed_str<E>(self, text: &'n str) -> Result<Name<'n>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'n>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}
