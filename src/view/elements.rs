//! Markup with what lives in it, as [`view!`](super::view) describes it. Every call here stands in
//! many places of the program, so each does as little as it can before it comes to code that exists
//! once.

use super::Around;
use super::content::{Content, Description, View};
use super::piece::Piece;
use super::slot::{Slot, SlotKind};
use super::template::{Markup, Surroundings};
use super::value::{IntoValue, Value};
use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::{NodeRef, Owner};
use leptos::tachys::html::node_ref::NodeRefContainer;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// What an event calls.
pub type Handler = Rc<dyn Fn(Event)>;

/// Markup and its parts, as one pointer.
pub struct Elements(Box<Parts>);

/// Markup and what lives in it.
pub struct Parts {
    pub(super) markup: Markup,
    pub(super) surroundings: Surroundings,
    pub(super) parts: Vec<Part>,
}

/// What lives at one place of the markup.
pub enum Part {
    /// A value of an element.
    Value(Slot, Value),
    /// A listener for events of this name.
    Listener(Cow<'static, str>, Handler),
    /// Somebody who wants to know the element.
    Reference(Box<dyn FnOnce(&Element)>),
    /// What is put in at a comment.
    Child(View),
}

impl Elements {
    /// Markup of a page, and the ways to what lives in it.
    #[inline(never)]
    pub fn new(piece: Piece) -> Self {
        Self::parsed_in(Surroundings::Page, Markup::Piece(piece))
    }

    /// Markup of a drawing without the `svg` around it.
    #[expect(
        dead_code,
        reason = "`view!` writes it for pieces of charts, and no page has one yet"
    )]
    #[inline(never)]
    pub fn in_drawing(piece: Piece) -> Self {
        Self::parsed_in(Surroundings::Drawing, Markup::Piece(piece))
    }

    pub(super) fn of_text(text: Cow<'static, str>) -> Self {
        Self::parsed_in(Surroundings::Page, Markup::Text(text))
    }

    fn parsed_in(surroundings: Surroundings, markup: Markup) -> Self {
        Elements(Box::new(Parts {
            markup,
            surroundings,
            parts: Vec::new(),
        }))
    }

    /// An attribute.
    pub fn attribute(&mut self, name: &'static str, value: impl IntoValue) {
        self.value(SlotKind::Attribute, name, value.into_value());
    }

    /// A class that is there or not.
    pub fn class(&mut self, name: &'static str, value: impl IntoValue) {
        self.value(SlotKind::Class, name, value.into_value());
    }

    /// A property.
    pub fn property(&mut self, name: &'static str, value: impl IntoValue) {
        self.value(SlotKind::Property, name, value.into_value());
    }

    /// What an event calls. It runs in the owner of the view that it was written in.
    pub fn listener<E>(&mut self, event: E, act: impl Fn(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.handler(
            event.name(),
            Rc::new(move |event: Event| act(event.unchecked_into())),
        );
    }

    /// Somebody who wants to know the element.
    pub fn reference<E>(&mut self, reference: NodeRef<E>)
    where
        E: ElementType + 'static,
        E::Output: JsCast + 'static,
    {
        self.push(Part::Reference(Box::new(move |element: &Element| {
            reference.load(element);
        })));
    }

    /// What is put in.
    pub fn child(&mut self, content: impl Content) {
        self.put_in(content.into_view());
    }

    /// The whole as a view.
    #[inline(never)]
    pub fn finish(self) -> View {
        View::new(Description::Elements(self))
    }

    /// Markup and parts.
    pub(super) fn parts(self) -> Parts {
        *self.0
    }

    #[inline(never)]
    fn value(&mut self, kind: SlotKind, name: &'static str, value: Value) {
        self.push(Part::Value(Slot { kind, name }, value));
    }

    #[inline(never)]
    fn handler(&mut self, name: Cow<'static, str>, act: Handler) {
        let owner = Owner::current().unwrap_or_default();
        let around = Around::current();
        let act = Rc::new(move |event| {
            if around.is_there() {
                owner.with(|| act(event));
            }
        });
        self.push(Part::Listener(name, act));
    }

    #[inline(never)]
    fn put_in(&mut self, view: View) {
        self.push(Part::Child(view));
    }

    fn push(&mut self, part: Part) {
        self.0.parts.push(part);
    }
}
