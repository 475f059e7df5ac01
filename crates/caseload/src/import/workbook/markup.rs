//! XML, as far as workbooks have it: tags with attributes, text between them.
//!
//! Prefixes of names are passed over, because every program chooses its own. Definitions of a
//! document of its own (DOCTYPE) are passed over too, so a text can stand for no more than one
//! character.

use super::WorkbookFault;
use std::borrow::Cow;

/// A piece of a document, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'x> {
    /// An element begins.
    Open(Tag<'x>),
    /// An element ends; one without content too.
    Close(&'x str),
    /// Text, with what it spells out.
    Text(Cow<'x, str>),
}

/// The begin of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'x> {
    /// Its name, without a prefix.
    pub(super) name: &'x str,
    attributes: &'x str,
}

impl<'x> Tag<'x> {
    /// The value of an attribute, named without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'x, str>> {
        let mut rest = self.attributes;
        loop {
            let (found, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let quote = behind
                .chars()
                .next()
                .filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, next) = behind.get(1..)?.split_once(quote)?;
            if local(found.trim()) == name {
                return Some(spelt(value));
            }
            rest = next;
        }
    }
}

/// Goes through a document.
pub(super) struct Scanner<'x> {
    rest: &'x str,
    /// The name of an element without content, which is still to be closed.
    empty: Option<&'x str>,
}

impl<'x> Scanner<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        Scanner {
            rest: text,
            empty: None,
        }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// The document ends inside a tag.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, WorkbookFault> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(Piece::Close(name)));
        }
        loop {
            let Some(inside) = self.rest.strip_prefix('<') else {
                if self.rest.is_empty() {
                    return Ok(None);
                }
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Ok(Some(Piece::Text(spelt(text))));
            };
            if let Some(text) = inside.strip_prefix("![CDATA[") {
                return Ok(Some(Piece::Text(Cow::Borrowed(self.until(text, "]]>")?))));
            }
            if let Some(comment) = inside.strip_prefix("!--") {
                self.until(comment, "-->")?;
            } else if inside.starts_with(['?', '!']) {
                self.until(inside, ">")?;
            } else if let Some(name) = inside.strip_prefix('/') {
                return Ok(Some(Piece::Close(local(self.until(name, ">")?.trim()))));
            } else {
                return self.open(inside).map(Some);
            }
        }
    }

    /// What stands up to a mark; the mark is passed over.
    fn until(&mut self, text: &'x str, mark: &str) -> Result<&'x str, WorkbookFault> {
        let (found, rest) = text.split_once(mark).ok_or(WorkbookFault::Damaged)?;
        self.rest = rest;
        Ok(found)
    }

    fn open(&mut self, inside: &'x str) -> Result<Piece<'x>, WorkbookFault> {
        let end = end_of_tag(inside).ok_or(WorkbookFault::Damaged)?;
        let (tag, rest) = inside.split_at_checked(end).ok_or(WorkbookFault::Damaged)?;
        self.rest = rest.strip_prefix('>').unwrap_or(rest);
        let (tag, is_empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let name = local(name);
        self.empty = is_empty.then_some(name);
        Ok(Piece::Open(Tag { name, attributes }))
    }
}

/// Where a tag ends. What stands in quotes belongs to it, whatever it is.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (place, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(place),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            (None | Some(_), _) => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// A text with its entities replaced; one that is none stays as it is.
fn spelt(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let entity = behind.split_once(';');
        match entity.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let number = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::{Piece, Scanner};
    use proptest::prelude::*;

    /// The pieces of a document, a line each.
    fn pieces(text: &str) -> Vec<String> {
        let mut scanner = Scanner::new(text);
        let mut pieces = Vec::new();
        while let Some(piece) = scanner.next().unwrap() {
            pieces.push(match piece {
                Piece::Open(tag) => format!("<{}", tag.name),
                Piece::Close(name) => format!(">{name}"),
                Piece::Text(text) => text.into_owned(),
            });
        }
        pieces
    }

    #[test]
    fn prefixes_comments_and_definitions_are_passed_over() {
        let text = "\u{FEFF}<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y 'z'>]\n><x:a b=\">\"><!-- <c> -->\
                    <![CDATA[<d>&amp;]]><x:e/>f &lt;&#228;&#xE4;&y;&</x:a >";
        assert_eq!(
            pieces(text),
            [
                "\u{FEFF}",
                "]\n>",
                "<a",
                "<d>&amp;",
                "<e",
                ">e",
                "f <ää&y;&",
                ">a"
            ]
        );
    }

    #[test]
    fn attributes_are_found_in_any_order_and_with_any_quotes() {
        let mut scanner = Scanner::new("<sheet name='a=\"b\"' sheetId = \"1\" r:id=\"rId&#49;\"/>");
        let Ok(Some(Piece::Open(tag))) = scanner.next() else {
            panic!();
        };
        assert_eq!(tag.attribute("name").as_deref(), Some("a=\"b\""));
        assert_eq!(tag.attribute("id").as_deref(), Some("rId1"));
        assert_eq!(tag.attribute("sheetId").as_deref(), Some("1"));
        assert_eq!(tag.attribute("state"), None);
    }

    #[test]
    fn a_document_that_ends_inside_a_tag_is_damaged() {
        for text in ["<a", "<a b=\"", "<!-- x", "<![CDATA[x]]", "</a", "<?xml"] {
            let mut scanner = Scanner::new(text);
            assert!(scanner.next().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(text in "[<>/!?&;:='\"a \\[\\]#x0-9-]{0,60}") {
            let mut scanner = Scanner::new(&text);
            let mut count = 0;
            while let Ok(Some(piece)) = scanner.next() {
                if let Piece::Open(tag) = piece {
                    tag.attribute("a");
                }
                count += 1;
                prop_assert!(count <= 2 * text.len());
            }
        }
    }
}
