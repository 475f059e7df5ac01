//! Reading packed trees.

use super::{FOLLOWS, MAGIC, VERSION, kind, simple};
use crate::file::MAX_BYTES;
use crate::file::fault::{Fault, Faults, Found, Problem, ReadError};
use crate::file::place::Place;
use json::{MAX_DEPTH, Node, Number};
use std::borrow::Cow;

/// The tree that was packed; its texts are borrowed from the bytes.
///
/// # Errors
/// One fault; where the bytes make no sense, it says at which of them.
pub(crate) fn read(bytes: &[u8]) -> Result<Node<'_>, ReadError> {
    if bytes.is_empty() {
        return Err(Fault::Empty.into());
    }
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge.into());
    }
    let mut reader = Reader {
        length: bytes.len(),
        rest: bytes,
        texts: Vec::new(),
        shapes: Vec::new(),
    };
    reader.version()?;
    let value = reader.value(0).filter(|_| reader.rest.is_empty());
    value.ok_or_else(|| reader.malformed().into())
}

struct Reader<'b> {
    length: usize,
    rest: &'b [u8],
    texts: Vec<&'b str>,
    shapes: Vec<Vec<&'b str>>,
}

/// `None` stands for bytes that make no sense; where reading stopped says the rest.
impl<'b> Reader<'b> {
    fn malformed(&self) -> Fault {
        let read = self.length - self.rest.len();
        Fault::Malformed {
            byte: self.length.min(read + 1),
        }
    }

    fn version(&mut self) -> Result<(), ReadError> {
        let (Some(magic), Some(version)) = (self.take(MAGIC.len()), self.byte()) else {
            return Err(self.malformed().into());
        };
        if magic != MAGIC || version == 0 {
            return Err(Fault::Malformed { byte: 1 }.into());
        }
        if version > VERSION {
            let mut faults = Faults::default();
            let found = Found::Number(version.to_string());
            let newer = faults.report(&Place::FILE, Problem::NewerVersion { found });
            return faults.unless_any(Err(newer));
        }
        Ok(())
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn head(&mut self) -> Option<(u8, u64)> {
        let head = self.byte()?;
        let (kind, small) = (head >> 5, head & FOLLOWS);
        if small < FOLLOWS {
            return Some((kind, small.into()));
        }
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            number |= bits
                .checked_shl(shift)
                .filter(|part| part >> shift == bits)?;
            if byte & 0x80 == 0 {
                return Some((kind, number.checked_add(FOLLOWS.into())?));
            }
        }
        None
    }

    fn value(&mut self, depth: usize) -> Option<Node<'b>> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (kind, number) = self.head()?;
        match kind {
            kind::SIMPLE => match number {
                simple::NULL => Some(Node::Null),
                simple::FALSE => Some(Node::Flag(false)),
                simple::TRUE => Some(Node::Flag(true)),
                simple::FRACTION => {
                    let (bytes, rest) = self.rest.split_first_chunk()?;
                    self.rest = rest;
                    Some(Node::Number(Number::Fraction(f64::from_le_bytes(*bytes))))
                }
                _ => None,
            },
            kind::WHOLE => Some(Node::Number(Number::Whole(i64::try_from(number).ok()?))),
            kind::NEGATIVE => Some(Node::Number(Number::Whole(!i64::try_from(number).ok()?))),
            kind::NEW_TEXT | kind::KNOWN_TEXT => {
                let text = self.text(kind, number)?;
                Some(Node::Text(Cow::Borrowed(text)))
            }
            kind::LIST => {
                let count = self.count(number)?;
                let values = (0..count).map(|_| self.value(depth + 1));
                values.collect::<Option<_>>().map(Node::List)
            }
            kind::NEW_SHAPE => {
                let count = self.count(number)?;
                let names = (0..count).map(|_| {
                    let (kind, number) = self.head()?;
                    self.text(kind, number)
                });
                let names = names.collect::<Option<Vec<_>>>()?;
                self.shapes.push(names);
                self.object(self.shapes.len() - 1, depth)
            }
            kind::KNOWN_SHAPE => self.object(usize::try_from(number).ok()?, depth),
            _ => None,
        }
    }

    fn object(&mut self, shape: usize, depth: usize) -> Option<Node<'b>> {
        let count = self.shapes.get(shape)?.len();
        let mut members = Vec::with_capacity(count);
        for place in 0..count {
            let name = self.shapes.get(shape)?.get(place)?;
            let name = Cow::Borrowed(*name);
            members.push((name, self.value(depth + 1)?));
        }
        Some(Node::Object(members))
    }

    fn text(&mut self, kind: u8, number: u64) -> Option<&'b str> {
        let number = usize::try_from(number).ok()?;
        match kind {
            kind::NEW_TEXT => {
                let text = std::str::from_utf8(self.take(number)?).ok()?;
                self.texts.push(text);
                Some(text)
            }
            kind::KNOWN_TEXT => self.texts.get(number).copied(),
            _ => None,
        }
    }

    /// A count of things of which each takes a byte at least, so there can be no more than bytes.
    fn count(&self, number: u64) -> Option<usize> {
        let count = usize::try_from(number).ok()?;
        (count <= self.rest.len()).then_some(count)
    }
}
