//! A listener of the browser. What it calls can be changed without the browser noticing.

use super::elements::Handler;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

/// Hears events of one name at an element as long as it exists.
pub struct Listener {
    element: Element,
    name: Cow<'static, str>,
    act: Rc<RefCell<Handler>>,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen.
    pub fn new(element: Element, name: Cow<'static, str>, act: Handler) -> Self {
        let act = Rc::new(RefCell::new(act));
        let heard = Closure::new({
            let act = Rc::clone(&act);
            move |event| {
                // Taken out first: what is done may cause the same event again.
                let act = Rc::clone(&act.borrow());
                act(event);
            }
        });
        let function = heard.as_ref().unchecked_ref();
        // An element takes every listener.
        drop(element.add_event_listener_with_callback(&name, function));
        Listener {
            element,
            name,
            act,
            heard,
        }
    }

    /// The name of the events.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// From now on calls something else.
    pub fn change(&self, act: Handler) {
        *self.act.borrow_mut() = act;
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.heard.as_ref().unchecked_ref();
        // Events that are under way must not call what is gone. An element lets go of every listener.
        drop(
            self.element
                .remove_event_listener_with_callback(&self.name, function),
        );
    }
}
