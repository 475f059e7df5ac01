//! What may stand in what. A browser that parses markup closes, moves and adds elements until the
//! nesting is one that it knows; this refuses the cases in which it would.

use crate::names;
use proc_macro2::Span;
use rstml::node::Node;
use syn::{Error, Result};

/// What a node stands in.
#[derive(Debug, Clone, Copy)]
pub enum Parent<'a> {
    /// Nothing that is known here.
    Outermost,
    /// An element.
    Element {
        /// Its tag.
        tag: &'a str,
        /// What that stands in.
        parent: &'a Parent<'a>,
    },
}

impl Parent<'_> {
    fn tag(&self) -> Option<&str> {
        match self {
            Parent::Outermost => None,
            Parent::Element { tag, .. } => Some(tag),
        }
    }

    fn is_inside(&self, wanted: &str) -> bool {
        match self {
            Parent::Outermost => false,
            Parent::Element { tag, parent } => *tag == wanted || parent.is_inside(wanted),
        }
    }
}

/// Elements without a closing tag.
pub const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// These close a paragraph that is open.
const CLOSES_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// These close another one of their kind that is open.
const NOT_INSIDE_ITSELF: &[&str] = &["a", "button", "form", "option"];

/// What these may stand in.
const AT_HOME_IN: &[(&str, &[&str])] = &[
    ("caption", &["table"]),
    ("col", &["colgroup"]),
    ("colgroup", &["table"]),
    ("tbody", &["table"]),
    ("tfoot", &["table"]),
    ("thead", &["table"]),
    ("tr", &["tbody", "tfoot", "thead"]),
    ("td", &["tr"]),
    ("th", &["tr"]),
];

/// What may stand in these, beside comments.
const HOLDS_ONLY: &[(&str, &[&str])] = &[
    ("table", &["caption", "colgroup", "thead", "tbody", "tfoot"]),
    ("tbody", &["tr"]),
    ("tfoot", &["tr"]),
    ("thead", &["tr"]),
    ("tr", &["td", "th"]),
    ("colgroup", &["col"]),
    ("select", &["option", "optgroup", "hr"]),
    ("option", &[]),
];

/// Their content is text, so nothing can be put in.
const TEXT_ONLY: &[&str] = &["textarea", "title", "style", "script"];

/// Elements of a drawing that may be written without the `svg` around them.
const DRAWN: &[&str] = &[
    "circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "text", "tspan",
];

/// How markup has to be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surroundings {
    /// As part of a page.
    Page,
    /// As part of a drawing.
    Drawing,
}

/// How these nodes have to be parsed: the first element tells.
pub fn surroundings(nodes: &[Node]) -> Surroundings {
    let first = nodes.iter().find_map(|node| match node {
        Node::Element(element) => Some(names::plain(element.name())),
        Node::Comment(_)
        | Node::Doctype(_)
        | Node::Fragment(_)
        | Node::Block(_)
        | Node::Text(_)
        | Node::RawText(_)
        | Node::Custom(_) => None,
    });
    match first {
        Some(tag) if DRAWN.contains(&tag.as_str()) => Surroundings::Drawing,
        Some(_) | None => Surroundings::Page,
    }
}

fn listed<'a>(list: &'a [(&str, &'a [&str])], tag: &str) -> Option<&'a [&'a str]> {
    list.iter()
        .find(|(listed, _)| *listed == tag)
        .map(|(_, others)| *others)
}

/// Refuses an element that the browser would not leave where it is.
pub fn check_element(tag: &str, parent: Parent<'_>, span: Span) -> Result<()> {
    let wrong = |why: String| Err(Error::new(span, why));
    if CLOSES_PARAGRAPH.contains(&tag) && parent.is_inside("p") {
        return wrong(format!(
            "<{tag}> cannot stand in a <p>: the browser would close that before"
        ));
    }
    if NOT_INSIDE_ITSELF.contains(&tag) && parent.is_inside(tag) {
        return wrong(format!("<{tag}> cannot stand in another <{tag}>"));
    }
    let Some(around) = parent.tag() else {
        return Ok(());
    };
    if listed(AT_HOME_IN, tag).is_some_and(|homes| !homes.contains(&around)) {
        return wrong(format!("<{tag}> cannot stand directly in <{around}>"));
    }
    if listed(HOLDS_ONLY, around).is_some_and(|held| !held.contains(&tag)) {
        return wrong(format!("<{around}> cannot hold <{tag}>"));
    }
    Ok(())
}

/// Refuses a text that the browser would move.
pub fn check_text(parent: Parent<'_>, span: Span) -> Result<()> {
    match parent.tag() {
        Some(tag) if tag != "option" && listed(HOLDS_ONLY, tag).is_some() => {
            Err(Error::new(span, format!("<{tag}> cannot hold a text")))
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses to put something in where the browser sees only text.
pub fn check_content(parent: Parent<'_>, span: Span) -> Result<()> {
    match parent.tag() {
        Some(tag) if TEXT_ONLY.contains(&tag) => Err(Error::new(
            span,
            format!("nothing can be put into <{tag}>: set its `prop:value`"),
        )),
        Some(_) | None => Ok(()),
    }
}
