//! Writing packed trees.

use super::{FOLLOWS, MAGIC, VERSION, kind, simple};
use json::{Node, Number};
use std::collections::HashMap;

/// Packs a tree. The same tree always gives the same bytes.
pub(crate) fn write(node: &Node<'_>) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.out.extend_from_slice(MAGIC);
    writer.out.push(VERSION);
    writer.value(node);
    writer.out
}

/// What was met so far. The maps are only asked, never gone through.
#[derive(Default)]
struct Writer<'t> {
    out: Vec<u8>,
    texts: HashMap<&'t str, u64>,
    shapes: HashMap<Vec<&'t str>, u64>,
}

impl<'t> Writer<'t> {
    fn head(&mut self, kind: u8, number: u64) {
        let follows = u64::from(FOLLOWS);
        let Some(mut rest) = number.checked_sub(follows) else {
            // Below 31, so it is a byte.
            self.out.push(kind << 5 | number as u8);
            return;
        };
        self.out.push(kind << 5 | FOLLOWS);
        while rest > 0x7f {
            self.out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.out.push(rest as u8);
    }

    fn count(&mut self, kind: u8, count: usize) {
        self.head(kind, count as u64);
    }

    fn value(&mut self, node: &'t Node<'_>) {
        match node {
            Node::Null => self.head(kind::SIMPLE, simple::NULL),
            Node::Flag(false) => self.head(kind::SIMPLE, simple::FALSE),
            Node::Flag(true) => self.head(kind::SIMPLE, simple::TRUE),
            Node::Number(Number::Fraction(number)) => {
                self.head(kind::SIMPLE, simple::FRACTION);
                self.out.extend_from_slice(&number.to_le_bytes());
            }
            // The complement of a negative number is what is left of it below -1.
            Node::Number(Number::Whole(number)) => match u64::try_from(*number) {
                Ok(number) => self.head(kind::WHOLE, number),
                Err(_) => self.head(kind::NEGATIVE, (!number).unsigned_abs()),
            },
            Node::Text(text) => self.text(text),
            Node::List(nodes) => {
                self.count(kind::LIST, nodes.len());
                for node in nodes {
                    self.value(node);
                }
            }
            Node::Object(members) => {
                let known = || members.iter().filter(|(_, node)| *node != Node::Null);
                self.shape(known().map(|(name, _)| name.as_ref()).collect());
                for (_, node) in known() {
                    self.value(node);
                }
            }
        }
    }

    fn text(&mut self, text: &'t str) {
        if let Some(number) = self.texts.get(text) {
            self.head(kind::KNOWN_TEXT, *number);
        } else {
            self.texts.insert(text, self.texts.len() as u64);
            self.count(kind::NEW_TEXT, text.len());
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    fn shape(&mut self, names: Vec<&'t str>) {
        if let Some(number) = self.shapes.get(&names) {
            self.head(kind::KNOWN_SHAPE, *number);
        } else {
            self.count(kind::NEW_SHAPE, names.len());
            for name in &names {
                self.text(name);
            }
            self.shapes.insert(names, self.shapes.len() as u64);
        }
    }
}
