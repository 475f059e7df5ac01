//! What of an element takes a value, and writing it, now or whenever it changes.

use super::follow;
use super::value::{Value, Written};
use js_sys::Reflect;
use leptos::reactive::effect::RenderEffect;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Where at an element a value belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// What kind of thing takes it.
    pub kind: SlotKind,
    /// Its name.
    pub name: &'static str,
}

/// What of an element can take a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// An attribute.
    Attribute,
    /// A class, which is there or not.
    Class,
    /// A property of the object that scripts see.
    Property,
}

/// A slot of an element.
#[derive(Clone)]
struct Target {
    element: Element,
    slot: Slot,
    /// What was written last.
    last: Rc<RefCell<Written>>,
}

/// A slot in the document, with the value that was written to it, followed if it lives.
pub struct Filled {
    target: Target,
    follows: Option<RenderEffect<()>>,
}

impl Filled {
    /// A place to which nothing has been written yet.
    pub fn new(element: Element, slot: Slot) -> Self {
        Filled {
            target: Target {
                element,
                slot,
                last: Rc::default(),
            },
            follows: None,
        }
    }

    /// Where the value belongs.
    pub fn slot(&self) -> Slot {
        self.target.slot
    }

    /// Writes a value over what is there.
    pub fn change(&mut self, value: Value) {
        // What was followed must not write any more.
        self.follows = None;
        self.follows = self.target.take(value);
    }
}

impl Target {
    fn take(&self, value: Value) -> Option<RenderEffect<()>> {
        match value.written() {
            Written::Live(read) => {
                let target = self.clone();
                Some(follow(Box::new(move || target.settle(read().written()))))
            }
            settled @ (Written::Absent | Written::Present | Written::Text(_)) => {
                self.settle(settled);
                None
            }
        }
    }

    /// Writes a value that does not live, unless it is there already.
    fn settle(&self, mut value: Written) {
        while let Written::Live(read) = value {
            value = read().written();
        }
        if !self.last.borrow().is_same(&value) {
            self.write(&value);
            *self.last.borrow_mut() = value;
        }
    }

    fn write(&self, value: &Written) {
        let Slot { kind, name } = self.slot;
        let text = match value {
            Written::Present => Some(""),
            Written::Text(text) => Some(text.as_ref()),
            Written::Absent | Written::Live(_) => None,
        };
        // The browser refuses none of these for names that the program is made with.
        match (kind, text) {
            (SlotKind::Attribute, Some(text)) => drop(self.element.set_attribute(name, text)),
            (SlotKind::Attribute, None) => drop(self.element.remove_attribute(name)),
            (SlotKind::Class, text) => {
                let list = self.element.class_list();
                drop(list.toggle_with_force(name, text.is_some()));
            }
            (SlotKind::Property, text) => {
                let value = match (value, text) {
                    (Written::Text(_), Some(text)) => JsValue::from_str(text),
                    (_, text) => JsValue::from_bool(text.is_some()),
                };
                drop(Reflect::set(
                    &self.element,
                    &JsValue::from_str(name),
                    &value,
                ));
            }
        }
    }
}
