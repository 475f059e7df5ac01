//! From text to tree.

use super::{Expected, Fault, MAX_DEPTH, Member, Node, Number, Problem};
use std::borrow::Cow;

/// Reads one document and nothing behind it.
pub(crate) fn document(text: &str) -> Result<Node<'_>, Fault> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(0)?;
    match reader.next_sign() {
        None => Ok(node),
        Some(_) => Err(reader.unexpected(Expected::End)),
    }
}

struct Reader<'n> {
    text: &'n str,
    /// The next byte.
    at: usize,
}

impl<'n> Reader<'n> {
    fn value(&mut self, depth: usize) -> Result<Node<'n>, Fault> {
        match self.next_sign() {
            Some(b'"') => Ok(Node::Text(self.quoted()?)),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'n') => self.word("null", Node::Null),
            Some(b't') => self.word("true", Node::Flag(true)),
            Some(b'f') => self.word("false", Node::Flag(false)),
            Some(_) | None => Err(self.unexpected(Expected::Value)),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Node<'n>, Fault> {
        self.go_in(depth)?;
        let mut nodes = Vec::new();
        if self.takes(b']') {
            return Ok(Node::List(nodes));
        }
        loop {
            nodes.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Ok(Node::List(nodes));
            }
            self.need(b',', Expected::CommaOrListEnd)?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Node<'n>, Fault> {
        self.go_in(depth)?;
        let mut members: Vec<Member<'n>> = Vec::new();
        if self.takes(b'}') {
            return Ok(Node::Object(members));
        }
        loop {
            if self.next_sign() != Some(b'"') {
                return Err(self.unexpected(Expected::Name));
            }
            let name = self.quoted()?;
            self.need(b':', Expected::Colon)?;
            members.push((name, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Ok(Node::Object(members));
            }
            self.need(b',', Expected::CommaOrObjectEnd)?;
        }
    }

    /// Goes into a bracket or brace.
    fn go_in(&mut self, depth: usize) -> Result<(), Fault> {
        self.at += 1;
        if depth < MAX_DEPTH {
            Ok(())
        } else {
            Err(Fault {
                at: self.at - 1,
                problem: Problem::TooDeep,
            })
        }
    }

    fn word(&mut self, word: &str, node: Node<'n>) -> Result<Node<'n>, Fault> {
        for sign in word.bytes() {
            if self.byte() != Some(sign) {
                return Err(self.unexpected(Expected::Value));
            }
            self.at += 1;
        }
        Ok(node)
    }

    fn number(&mut self) -> Result<Node<'n>, Fault> {
        let start = self.at;
        self.skip(b'-');
        // A zero stands alone before the point.
        if !self.skip(b'0') {
            self.digits()?;
        } else if matches!(self.byte(), Some(b'0'..=b'9')) {
            return Err(self.unexpected(Expected::Value));
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'+') {
                self.skip(b'-');
            }
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        match Number::of(text) {
            Some(number) => Ok(Node::Number(number)),
            None => Err(Fault {
                at: start,
                problem: Problem::Unexpected(Expected::SmallerNumber),
            }),
        }
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == start {
            return Err(self.unexpected(Expected::Digit));
        }
        Ok(())
    }

    /// A text, from quote to quote.
    fn quoted(&mut self) -> Result<Cow<'n, str>, Fault> {
        self.at += 1;
        let mut written = String::new();
        let mut start = self.at;
        loop {
            match self.byte() {
                Some(b'"') => {
                    let rest = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(if written.is_empty() {
                        Cow::Borrowed(rest)
                    } else {
                        written.push_str(rest);
                        Cow::Owned(written)
                    });
                }
                Some(b'\\') => {
                    written.push_str(self.text.get(start..self.at).unwrap_or_default());
                    self.at += 1;
                    written.push(self.escaped()?);
                    start = self.at;
                }
                Some(0..b' ') => return Err(self.unexpected(Expected::PlainSign)),
                Some(_) => self.at += 1,
                None => return Err(self.unexpected(Expected::PlainSign)),
            }
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        let sign = match self.byte() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            Some(_) | None => return Err(self.unexpected(Expected::Escape)),
        };
        self.at += 1;
        Ok(sign)
    }

    /// A sign by its number; those beyond 65535 are written as a pair.
    fn unicode(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let first = self.hexadecimal()?;
        let number = if (0xd800..0xdc00).contains(&first) {
            for sign in [b'\\', b'u'] {
                if self.byte() != Some(sign) {
                    return Err(self.unexpected(Expected::Escape));
                }
                self.at += 1;
            }
            match self.hexadecimal()?.checked_sub(0xdc00) {
                Some(second @ 0..0x400) => 0x1_0000 + ((first - 0xd800) << 10) + second,
                Some(_) | None => first,
            }
        } else {
            first
        };
        char::from_u32(number).ok_or(Fault {
            at: start,
            problem: Problem::Unexpected(Expected::Escape),
        })
    }

    fn hexadecimal(&mut self) -> Result<u32, Fault> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.unexpected(Expected::Escape));
            };
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space to the next sign, which stays.
    fn next_sign(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    fn skip(&mut self, sign: u8) -> bool {
        let is_there = self.byte() == Some(sign);
        self.at += usize::from(is_there);
        is_there
    }

    fn takes(&mut self, sign: u8) -> bool {
        self.next_sign();
        self.skip(sign)
    }

    fn need(&mut self, sign: u8, expected: Expected) -> Result<(), Fault> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    /// The next sign is wrong, or there is none.
    fn unexpected(&self, expected: Expected) -> Fault {
        Fault {
            at: self.at,
            problem: if self.at < self.text.len() {
                Problem::Unexpected(expected)
            } else {
                Problem::Truncated
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Expected, Fault, MAX_DEPTH, Node, Number, Problem};
    use proptest::prelude::*;
    use serde_json::Value;
    use std::borrow::Cow;

    /// The tree as another reader has it; of members with one name that keeps the last.
    fn judged(node: &Node<'_>) -> Value {
        match node {
            Node::Null => Value::Null,
            Node::Flag(flag) => Value::Bool(*flag),
            Node::Number(Number::Whole(number)) => Value::from(*number),
            Node::Number(Number::Fraction(number)) => Value::from(*number),
            Node::Text(text) => Value::String(text.to_string()),
            Node::List(nodes) => nodes.iter().map(judged).collect(),
            Node::Object(members) => members
                .iter()
                .map(|(name, node)| (name.to_string(), judged(node)))
                .collect(),
        }
    }

    fn unexpected(at: usize, expected: Expected) -> Fault {
        Fault {
            at,
            problem: Problem::Unexpected(expected),
        }
    }

    #[test]
    fn texts_without_escapes_are_borrowed() {
        let node = Node::parse(r#"{"a":"bü","c":"d\n\u00e4\ud83d\ude00\/"}"#).unwrap();
        let Some(Node::Text(Cow::Borrowed("bü"))) = node.member("a") else {
            panic!("{node:?}");
        };
        assert_eq!(node.member("c").and_then(Node::text), Some("d\nä😀/"));
    }

    #[test]
    fn repeated_names_and_their_order_are_kept() {
        let node = Node::parse(r#" { "b" : 1 , "a" : [ ] , "b" : { } } "#).unwrap();
        let Node::Object(members) = &node else {
            panic!("{node:?}");
        };
        let names: Vec<&str> = members.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(node.member("b").and_then(Node::count), Some(1));
        assert_eq!(node.members(["a", "b"]), None);
    }

    #[test]
    fn members_come_in_the_order_they_are_asked_for() {
        let node = Node::parse(r#"{"a":1,"b":2}"#).unwrap();
        let [b, a] = node.members(["b", "a"]).unwrap();
        assert_eq!((a.count(), b.count()), (Some(1), Some(2)));
        assert_eq!(node.members(["a", "c"]), None);
        assert_eq!(node.members(["a"]), None);
    }

    #[test]
    fn the_first_fault_is_where_a_person_would_look() {
        for (text, fault) in [
            (r#"{"a" 1}"#, unexpected(5, Expected::Colon)),
            ("[1 2]", unexpected(3, Expected::CommaOrListEnd)),
            (r#"{"a":1 "b"}"#, unexpected(7, Expected::CommaOrObjectEnd)),
            ("{a:1}", unexpected(1, Expected::Name)),
            ("[1,]", unexpected(3, Expected::Value)),
            ("nule", unexpected(3, Expected::Value)),
            ("01", unexpected(1, Expected::Value)),
            ("-x", unexpected(1, Expected::Digit)),
            ("1e400", unexpected(0, Expected::SmallerNumber)),
            ("\"\t\"", unexpected(1, Expected::PlainSign)),
            (r#""\x""#, unexpected(2, Expected::Escape)),
            (r#""\ud800\u0041""#, unexpected(3, Expected::Escape)),
            ("1 x", unexpected(2, Expected::End)),
        ] {
            assert_eq!(Node::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn every_beginning_is_truncated() {
        let text = r#"{"a":[1.5e-3,true,null,"x\u00e4"]}"#;
        for end in 0..text.len() {
            let fault = Node::parse(&text[..end]).unwrap_err();
            let expected = Fault {
                at: end,
                problem: Problem::Truncated,
            };
            assert_eq!(fault, expected, "{end}");
        }
    }

    #[test]
    fn nesting_has_an_end() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(Node::parse(&nested(MAX_DEPTH)).is_ok());
        let fault = Node::parse(&nested(MAX_DEPTH + 1)).unwrap_err();
        assert_eq!((fault.at, fault.problem), (MAX_DEPTH, Problem::TooDeep));
    }

    proptest! {
        #[test]
        fn what_is_json_is_judged_alike(text in r#"[\[\]{}",:0-9eE+\-. ntrufalsx\\]{0,12}"#) {
            let other: Result<Value, _> = serde_json::from_str(&text);
            match (Node::parse(&text), other) {
                (Ok(node), Ok(value)) => prop_assert_eq!(judged(&node), value),
                (Err(_), Err(_)) => {}
                (ours, other) => prop_assert!(false, "{}: {:?} {:?}", text, ours, other),
            }
        }

        #[test]
        fn every_text_comes_back(text: String) {
            let written = serde_json::to_string(&text).unwrap();
            let node = Node::parse(&written).unwrap();
            prop_assert_eq!(node.text(), Some(text.as_str()));
        }
    }
}
