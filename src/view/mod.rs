//! What stands on the screen: markup, and what lives in it.
//!
//! Pages are written like any page of Leptos, with components, signals and memos. Only the `view!`
//! is our own, because that of Leptos gives every element a type and every type its own code, and a
//! program that travels by mail has no room for that. [`view!`] writes a text that the browser
//! parses once, and a list of [`elements::Part`]s that live. A [`View`] describes; [`shown`] puts it
//! into the document and keeps it up to date by the rules of Leptos: a closure is followed
//! by an effect of its own, and what it describes anew is written over what is there as long as the
//! markup is the same, so that focus and scrolling stay.

mod built;
mod content;
pub mod elements;
mod listener;
mod piece;
mod shown;
mod slot;
mod template;
mod value;

pub use content::View;
pub use elements::Elements;
pub use piece::Piece;
pub use view_macro::view;

use crate::pace;
use leptos::prelude::{GetValue, Owner, StoredValue, document};
use leptos::reactive::effect::RenderEffect;

/// What stands between the tags of a component.
pub type Children = Box<dyn FnOnce() -> View>;

/// Shows a component in the body of the document as long as the page is open.
pub fn mount_to_body(component: fn() -> View) {
    pace::begin();
    let Some(body) = document().body() else {
        return;
    };
    let end = document().create_comment("");
    if body.append_child(&end).is_err() {
        return;
    }
    let owner = Owner::new();
    let shown = owner.with(|| shown::show(component(), &end));
    std::mem::forget((owner, shown));
}

/// Does something now, and again whenever a signal changes that it read, as long as what it stands
/// in is there.
fn follow(mut act: Box<dyn FnMut()>) -> RenderEffect<()> {
    let around = Around::current();
    RenderEffect::new(move |_| {
        if around.is_there() {
            act();
        }
    })
}

/// The part of the page in which something is described.
///
/// When it is described anew, its signals are disposed of first and its nodes go last. In between
/// the browser may still report that a control was left, and what asks a signal then asks nobody.
#[derive(Clone, Copy)]
struct Around(StoredValue<()>);

impl Around {
    /// The part that is being described.
    fn current() -> Self {
        Around(StoredValue::new(()))
    }

    /// Whether it has not been described anew since.
    fn is_there(self) -> bool {
        self.0.try_get_value().is_some()
    }
}
