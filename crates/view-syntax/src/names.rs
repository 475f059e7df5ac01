//! Names as they are written.

use proc_macro2::{Ident, Span};
use rstml::node::NodeName;

/// The name of a tag or an attribute without the signs that Rust needs.
pub fn plain(name: &NodeName) -> String {
    let written = name.to_string();
    match written.strip_prefix("r#") {
        Some(plain) => plain.to_owned(),
        None => written,
    }
}

/// The variable that holds the elements; it cannot meet one of the caller's.
pub fn elements() -> Ident {
    Ident::new("elements", Span::mixed_site())
}
