//! Markup in the document, with the parts of it that live.

use super::content::View;
use super::elements::{Part, Parts};
use super::listener::Listener;
use super::shown::{self, Shown};
use super::slot::{Filled, SlotKind};
use super::template::{self, Depth, Markup, Place};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Markup with its parts.
pub struct Built {
    markup: Markup,
    /// The nodes that stand outermost in it.
    nodes: Vec<Node>,
    parts: Vec<BuiltPart>,
}

enum BuiltPart {
    Value(Filled),
    Listener(Listener),
    Reference(Element),
    Child(Child),
}

/// What is put in, in front of a comment.
struct Child {
    shown: Shown,
    end: Node,
    depth: Depth,
}

impl Built {
    /// Puts markup into the document, in front of a node.
    pub fn new(elements: Parts, before: &Node) -> Option<Self> {
        let parsed = template::parsed(&elements.markup, elements.surroundings)?;
        let (fragment, places) = parsed.copy()?;
        let mut nodes = Vec::new();
        let mut next = fragment.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            nodes.push(node);
        }
        let mut parts = Vec::with_capacity(places.len());
        let mut properties = Vec::new();
        for (part, place) in elements.parts.into_iter().zip(places) {
            let built = match part {
                // A choice can take its value only when its options are there.
                Part::Value(slot, value) if slot.kind == SlotKind::Property => {
                    properties.push((parts.len(), value));
                    BuiltPart::Value(Filled::new(place.node.unchecked_into(), slot))
                }
                part @ (Part::Value(..)
                | Part::Listener(..)
                | Part::Reference(_)
                | Part::Child(_)) => BuiltPart::new(part, place),
            };
            parts.push(built);
        }
        for (index, value) in properties {
            if let Some(BuiltPart::Value(filled)) = parts.get_mut(index) {
                filled.change(value);
            }
        }
        shown::put(&fragment, before);
        Some(Built {
            markup: elements.markup,
            nodes,
            parts,
        })
    }

    /// Whether these elements can be written over this.
    pub fn fits(&self, elements: &Parts) -> bool {
        self.markup == elements.markup
            && self.parts.len() == elements.parts.len()
            && self
                .parts
                .iter()
                .zip(&elements.parts)
                .all(|(built, part)| built.fits(part))
    }

    /// Writes parts that fit over these.
    pub fn change(&mut self, parts: Vec<Part>) {
        for (built, part) in self.parts.iter_mut().zip(parts) {
            built.change(part);
        }
    }

    /// The first of the nodes.
    pub fn first(&self) -> Option<Node> {
        let first = self.nodes.first()?;
        let before = self.parts.iter().find_map(|part| match part {
            BuiltPart::Child(child) if child.end == *first => child.shown.first(),
            BuiltPart::Child(_)
            | BuiltPart::Value(_)
            | BuiltPart::Listener(_)
            | BuiltPart::Reference(_) => None,
        });
        Some(before.unwrap_or_else(|| first.clone()))
    }

    /// Takes it out of the document.
    pub fn take_out(&self) {
        for part in &self.parts {
            match part {
                BuiltPart::Child(child) if child.depth == Depth::Outermost => {
                    child.shown.take_out();
                }
                BuiltPart::Child(_)
                | BuiltPart::Value(_)
                | BuiltPart::Listener(_)
                | BuiltPart::Reference(_) => {}
            }
        }
        self.nodes.iter().for_each(shown::remove);
    }
}

impl BuiltPart {
    fn new(part: Part, place: Place) -> Self {
        let Place { node, depth } = place;
        match part {
            Part::Value(slot, value) => {
                let mut filled = Filled::new(node.unchecked_into(), slot);
                filled.change(value);
                BuiltPart::Value(filled)
            }
            Part::Listener(name, act) => {
                BuiltPart::Listener(Listener::new(node.unchecked_into(), name, act))
            }
            Part::Reference(tell) => {
                let element = node.unchecked_into();
                tell(&element);
                BuiltPart::Reference(element)
            }
            Part::Child(view) => BuiltPart::Child(Child::new(view, node, depth)),
        }
    }

    fn fits(&self, part: &Part) -> bool {
        match (self, part) {
            (BuiltPart::Value(filled), Part::Value(slot, _)) => filled.slot() == *slot,
            (BuiltPart::Listener(listener), Part::Listener(name, _)) => listener.name() == name,
            (BuiltPart::Reference(_), Part::Reference(_))
            | (BuiltPart::Child(_), Part::Child(_)) => true,
            (
                BuiltPart::Value(_)
                | BuiltPart::Listener(_)
                | BuiltPart::Reference(_)
                | BuiltPart::Child(_),
                _,
            ) => false,
        }
    }

    fn change(&mut self, part: Part) {
        match (self, part) {
            (BuiltPart::Value(filled), Part::Value(_, value)) => filled.change(value),
            (BuiltPart::Listener(listener), Part::Listener(_, act)) => listener.change(act),
            (BuiltPart::Reference(element), Part::Reference(tell)) => tell(element),
            (BuiltPart::Child(child), Part::Child(view)) => child.shown.change(view, &child.end),
            // Only parts that fit are written over each other.
            (
                BuiltPart::Value(_)
                | BuiltPart::Listener(_)
                | BuiltPart::Reference(_)
                | BuiltPart::Child(_),
                _,
            ) => {}
        }
    }
}

impl Child {
    fn new(view: View, end: Node, depth: Depth) -> Self {
        Child {
            shown: shown::show(view, &end),
            end,
            depth,
        }
    }
}
