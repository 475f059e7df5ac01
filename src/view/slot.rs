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
                if self.slot.kind == SlotKind::Property {
                    // A day that is typed in half looks empty to scripts; this empties it.
                    self.last.take();
                }
                Some(follow(Box::new(move || {
                    let value = settled(read().written());
                    if !target.last.borrow().is_same(&value) || target.was_changed(&value) {
                        target.write(value);
                    }
                })))
            }
            value @ (Written::Absent | Written::Present | Written::Text(_)) => {
                if !self.last.borrow().is_same(&value) {
                    self.write(value);
                }
                None
            }
        }
    }

    /// Whether the user has made something else of a property than this value, which was written.
    fn was_changed(&self, value: &Written) -> bool {
        let Slot { kind, name } = self.slot;
        kind == SlotKind::Property
            && Reflect::get(&self.element, &JsValue::from_str(name))
                .is_ok_and(|now| now != property(value))
    }

    fn write(&self, value: Written) {
        let Slot { kind, name } = self.slot;
        let text = match &value {
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
            (SlotKind::Property, _) => {
                let name = JsValue::from_str(name);
                drop(Reflect::set(&self.element, &name, &property(&value)));
            }
        }
        *self.last.borrow_mut() = value;
    }
}

/// What a value says, however often it has to be asked.
fn settled(mut value: Written) -> Written {
    while let Written::Live(read) = value {
        value = read().written();
    }
    value
}

/// A value as scripts see it.
fn property(value: &Written) -> JsValue {
    match value {
        Written::Text(text) => JsValue::from_str(text),
        Written::Present => JsValue::TRUE,
        Written::Absent | Written::Live(_) => JsValue::FALSE,
    }
}
