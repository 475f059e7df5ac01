//! Markup as nodes. The browser parses what is part of the program once and copies the result after
//! that, which is many times faster than making the nodes one by one.

use super::piece::Piece;
use leptos::prelude::document;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, HtmlTemplateElement, Node};

/// Markup, as it is described.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Markup {
    /// Of a `view!`.
    Piece(Piece),
    /// A text in which nothing lives.
    Text(Cow<'static, str>),
}

/// How markup has to be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surroundings {
    /// As part of a page.
    Page,
    /// As part of a drawing.
    Drawing,
}

/// A way of this length goes on with the next number.
const GOES_ON: u8 = 127;
/// The mark of a comment that stands outermost.
const OUTERMOST: u8 = 128;
/// Elements and comments, for the browser's walk through the nodes.
const ELEMENTS_AND_COMMENTS: u32 = 0x1 | 0x80;

/// Where a part lives.
pub struct Place {
    /// Its element, or the comment before which it is put in.
    pub node: Node,
    /// Whether it is inside an element of the same markup.
    pub depth: Depth,
}

/// Whether something is inside an element of the same markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// It goes when that goes.
    Inside,
    /// It stands beside the others and goes by itself.
    Outermost,
}

/// Markup as the browser has parsed it.
#[derive(Clone)]
pub struct Parsed {
    nodes: DocumentFragment,
    steps: Rc<[u8]>,
}

/// By what markup of the program is remembered: its piece, or its place and length.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Piece(Piece),
    Text(usize, usize),
}

thread_local! {
    static PARSED: RefCell<Vec<(Key, Parsed)>> = const { RefCell::new(Vec::new()) };
}

/// This markup, parsed; its nodes are the original. `None` if the browser does not give them, which it
/// has no reason to do.
pub fn parsed(markup: &Markup, surroundings: Surroundings) -> Option<Parsed> {
    let key = match markup {
        Markup::Piece(piece) => Key::Piece(*piece),
        Markup::Text(Cow::Borrowed(text)) => Key::Text(text.as_ptr() as usize, text.len()),
        Markup::Text(Cow::Owned(text)) => return Parsed::new(text, Vec::new(), surroundings),
    };
    PARSED.with_borrow_mut(
        |all| match all.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(found) => all.get(found).map(|(_, parsed)| parsed.clone()),
            Err(place) => {
                let parsed = match markup {
                    Markup::Piece(piece) => {
                        Parsed::new(&piece.markup(), piece.steps(), surroundings)
                    }
                    Markup::Text(text) => Parsed::new(text, Vec::new(), surroundings),
                }?;
                all.insert(place, (key, parsed.clone()));
                Some(parsed)
            }
        },
    )
}

impl Parsed {
    fn new(markup: &str, steps: Vec<u8>, surroundings: Surroundings) -> Option<Self> {
        Some(Parsed {
            nodes: parse(markup, surroundings)?,
            steps: steps.into(),
        })
    }

    /// Nodes of this markup, nowhere in the document yet, and the places of the parts in them.
    pub fn copy(&self) -> Option<(DocumentFragment, Vec<Place>)> {
        let nodes = self
            .nodes
            .clone_node_with_deep(true)
            .ok()?
            .dyn_into()
            .ok()?;
        let places = places(&nodes, &self.steps);
        Some((nodes, places))
    }
}

fn parse(markup: &str, surroundings: Surroundings) -> Option<DocumentFragment> {
    let template: HtmlTemplateElement = document()
        .create_element("template")
        .ok()?
        .dyn_into()
        .ok()?;
    match surroundings {
        Surroundings::Page => {
            template.set_inner_html(markup);
            Some(template.content())
        }
        Surroundings::Drawing => {
            template.set_inner_html(&format!("<svg>{markup}</svg>"));
            let nodes = template.content();
            let drawing = nodes.first_element_child()?;
            while let Some(node) = drawing.first_child() {
                nodes.append_child(&node).ok()?;
            }
            drawing.remove();
            Some(nodes)
        }
    }
}

/// Finds the places of the parts by the ways between them.
fn places(nodes: &DocumentFragment, steps: &[u8]) -> Vec<Place> {
    let mut places = Vec::with_capacity(steps.len());
    let walk = document().create_tree_walker_with_what_to_show(nodes, ELEMENTS_AND_COMMENTS);
    let Ok(walk) = walk else {
        return places;
    };
    for step in steps {
        let way = step & !OUTERMOST;
        for _ in 0..way {
            // The markup has as many nodes as `view!` counted, so the walk does not end early.
            drop(walk.next_node());
        }
        if way < GOES_ON {
            places.push(Place {
                node: walk.current_node(),
                depth: if step & OUTERMOST == 0 {
                    Depth::Inside
                } else {
                    Depth::Outermost
                },
            });
        }
    }
    places
}
