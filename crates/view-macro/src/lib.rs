//! The page's `view!`. It reads the syntax of Leptos and writes something that costs fewer bytes.
//!
//! Leptos turns every element into a type of its own, and the compiler then writes each of these
//! types its own code for building and updating. Here everything that is known in advance becomes one
//! text, which the browser parses once, and only what lives leaves code behind: one call for each
//! attribute that changes, each listener, and each place where something is put in.
//!
//! ```text
//! view! { <p class="kd-note">"Stand " {day}</p> }
//! ```
//!
//! becomes
//!
//! ```text
//! let mut elements = crate::view::Elements::new("<p class=\"kd-note\">Stand <!></p>", &[2]);
//! elements.child(day);
//! elements.finish()
//! ```
//!
//! An empty comment keeps the place of what is put in. The numbers lead from one such place to the
//! next: how many elements and comments lie between them, in the order of the document.
//!
//! The browser mends markup that is not well-formed, and then the places would not be where they were
//! written. So [`nesting`] refuses what it would mend.
#![forbid(unsafe_code)]

mod component;
mod element;
mod escape;
mod names;
mod nesting;
mod place;
mod writer;

use proc_macro2::TokenStream;
use quote::quote;

/// Markup with what lives in it, as a `crate::view::View`.
///
/// Elements, components, texts in quotes, and blocks of anything that is `crate::view::Content`.
/// Beside plain attributes an element takes `class:name`, `prop:name`, `on:event` and `node_ref`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(tokens.into()).into()
}

fn expand(tokens: TokenStream) -> TokenStream {
    let nodes = match rstml::parse2(tokens) {
        Ok(nodes) => nodes,
        Err(error) => return error.to_compile_error(),
    };
    match writer::view(&nodes) {
        Ok(view) => quote!({ #view }),
        Err(error) => error.to_compile_error(),
    }
}
