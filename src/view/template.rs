//! Markup as nodes. The browser parses each text of the program once and copies the result after
//! that, which is many times faster than making the nodes one by one.

use leptos::prelude::document;
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, HtmlTemplateElement, Node};

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

/// Texts of the program by address and length, in their order.
type Parsed = Vec<((usize, usize), DocumentFragment)>;

thread_local! {
    static PARSED: RefCell<Parsed> = const { RefCell::new(Vec::new()) };
}

/// Nodes of this markup, nowhere in the document yet. `None` if the browser does not give them,
/// which it has no reason to do.
#[expect(
    clippy::ptr_arg,
    reason = "only markup that is part of the program can be remembered by its place"
)]
pub fn nodes(markup: &Cow<'static, str>, surroundings: Surroundings) -> Option<DocumentFragment> {
    let Cow::Borrowed(markup) = markup else {
        return parse(markup, surroundings);
    };
    let key = (markup.as_ptr() as usize, markup.len());
    let original = PARSED.with_borrow_mut(|parsed| {
        match parsed.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(found) => parsed.get(found).map(|(_, nodes)| nodes.clone()),
            Err(place) => {
                let nodes = parse(markup, surroundings)?;
                parsed.insert(place, (key, nodes.clone()));
                Some(nodes)
            }
        }
    })?;
    original.clone_node_with_deep(true).ok()?.dyn_into().ok()
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
pub fn places(nodes: &DocumentFragment, steps: &[u8]) -> Vec<Place> {
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
