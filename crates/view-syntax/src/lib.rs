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
//! let mut elements = crate::view::Elements::new(
//!     crate::view::Piece::new(95837465, "<p class=\"kd-note\">Stand <!></p>", &[2]),
//! );
//! elements.child(day);
//! elements.finish()
//! ```
//!
//! An empty comment keeps the place of what is put in. The steps lead from one such place to the
//! next: how many elements and comments lie between them, in the order of the document.
//!
//! The program itself carries neither text nor steps, only the number. Its pieces lie beside it, where
//! the build puts them: it reads the sources with the same code, [`pieces_in`], that the compiler
//! expands them with.
//!
//! The browser mends markup that is not well-formed, and then the places would not be where they were
//! written. So [`nesting`] refuses what it would mend.
#![forbid(unsafe_code)]

mod component;
mod element;
mod escape;
mod names;
mod nesting;
mod piece;
mod place;
mod source;
mod writer;

pub use piece::Piece;
pub use source::pieces_in;

use proc_macro2::TokenStream;
use quote::quote;

/// What a `view!` becomes.
#[derive(Debug)]
pub struct Expansion {
    /// Its place in the program.
    pub code: TokenStream,
    /// Its markup; that of views inside it is not among them.
    pub pieces: Vec<Piece>,
}

/// Reads what stands between the braces of `view!`. A fault becomes code that the compiler refuses
/// with a message at its place.
pub fn expand(tokens: TokenStream) -> Expansion {
    let mut pieces = Vec::new();
    let written = match rstml::parse2(tokens) {
        Ok(nodes) => writer::view(&nodes, &mut pieces),
        Err(error) => Err(error),
    };
    let code = match written {
        Ok(view) => quote!({ #view }),
        Err(error) => error.to_compile_error(),
    };
    Expansion { code, pieces }
}
