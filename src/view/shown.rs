//! A view in the document: built once, then written over by what is described anew. Where the markup
//! is the same its nodes stay; everything else is put in afresh and the old taken out.

use super::built::Built;
use super::content::{Description, View};
use super::follow;
use leptos::prelude::document;
use leptos::reactive::effect::RenderEffect;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Node;

/// What is in the document.
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A text in its node.
    Text(Node, Cow<'static, str>),
    /// One after the other.
    Several(Vec<Shown>),
    /// What a closure described last.
    Live(Live),
    /// Markup.
    Elements(Built),
}

/// What a closure describes, in front of a comment of its own.
pub struct Live {
    now: Rc<RefCell<Shown>>,
    end: Node,
    _follows: RenderEffect<()>,
}

/// Puts a view into the document, in front of a node.
pub fn show(view: View, before: &Node) -> Shown {
    match view.described() {
        Description::Nothing => Shown::Nothing,
        Description::Text(text) => {
            let node: Node = document().create_text_node(&text).into();
            put(&node, before);
            Shown::Text(node, text)
        }
        Description::Several(views) => {
            let shown = views.into_iter().map(|view| show(view, before));
            Shown::Several(shown.collect())
        }
        Description::Live(describe) => Shown::Live(live(describe, before)),
        Description::Elements(elements) => match Built::new(elements.parts(), before) {
            Some(built) => Shown::Elements(built),
            None => Shown::Nothing,
        },
    }
}

impl Shown {
    /// Writes a view over this one, which ends in front of a node.
    pub fn change(&mut self, view: View, before: &Node) {
        match (&mut *self, view.described()) {
            (Shown::Nothing, Description::Nothing) => {}
            (Shown::Text(node, text), Description::Text(new)) => {
                if *text != new {
                    node.set_node_value(Some(&new));
                    *text = new;
                }
            }
            (Shown::Several(shown), Description::Several(views)) => {
                change_several(shown, views, before)
            }
            (Shown::Elements(built), Description::Elements(elements)) => {
                let elements = elements.parts();
                if built.fits(&elements) {
                    built.change(elements.parts);
                } else {
                    self.replace(
                        Built::new(elements, before).map_or(Shown::Nothing, Shown::Elements),
                    );
                }
            }
            (_, description) => self.replace(show(View::new(description), before)),
        }
    }

    /// Puts what is in the document already in the place of this. It came first, because the focus
    /// may be in this.
    fn replace(&mut self, new: Shown) {
        std::mem::replace(self, new).take_out();
    }

    /// The first of its nodes.
    pub fn first(&self) -> Option<Node> {
        match self {
            Shown::Nothing => None,
            Shown::Text(node, _) => Some(node.clone()),
            Shown::Several(shown) => shown.iter().find_map(Shown::first),
            Shown::Live(live) => Some(live.now.borrow().first().unwrap_or(live.end.clone())),
            Shown::Elements(built) => built.first(),
        }
    }

    /// Takes it out of the document.
    pub fn take_out(&self) {
        match self {
            Shown::Nothing => {}
            Shown::Text(node, _) => remove(node),
            Shown::Several(shown) => shown.iter().for_each(Shown::take_out),
            Shown::Live(live) => {
                live.now.borrow().take_out();
                remove(&live.end);
            }
            Shown::Elements(built) => built.take_out(),
        }
    }
}

/// Writes each view over the one in its place; what is left over goes, what is new comes last.
fn change_several(shown: &mut Vec<Shown>, views: Vec<View>, before: &Node) {
    for old in shown.drain(views.len().min(shown.len())..) {
        old.take_out();
    }
    let mut views = views.into_iter();
    let over: Vec<View> = views.by_ref().take(shown.len()).collect();
    let new: Vec<Shown> = views.map(|view| show(view, before)).collect();
    let mut before = new.iter().find_map(Shown::first).unwrap_or(before.clone());
    // From the last to the first, because each ends where the next begins.
    for (old, view) in shown.iter_mut().zip(over).rev() {
        old.change(view, &before);
        if let Some(first) = old.first() {
            before = first;
        }
    }
    shown.extend(new);
}

fn live(describe: Box<dyn Fn() -> View>, before: &Node) -> Live {
    let end: Node = document().create_comment("").into();
    put(&end, before);
    let now = Rc::new(RefCell::new(Shown::Nothing));
    let follows = follow(Box::new({
        let (now, end) = (Rc::clone(&now), end.clone());
        move || {
            let view = describe();
            now.borrow_mut().change(view, &end);
        }
    }));
    Live {
        now,
        end,
        _follows: follows,
    }
}

/// Puts a node into the document, in front of another.
pub fn put(node: &Node, before: &Node) {
    if let Some(parent) = before.parent_node() {
        // It fails only for nestings that markup does not allow either.
        drop(parent.insert_before(node, Some(before)));
    }
}

/// Takes a node out of the document.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        // The parent has just been asked for.
        drop(parent.remove_child(node));
    }
}
