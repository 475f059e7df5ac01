//! The page's `view!` as the compiler calls it; [`view_syntax`] tells what it does.
#![forbid(unsafe_code)]

/// Markup with what lives in it, as a `crate::view::View`.
///
/// Elements, components, texts in quotes, and blocks of anything that is `crate::view::Content`.
/// Beside plain attributes an element takes `class:name`, `prop:name`, `on:event` and `node_ref`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    view_syntax::expand(tokens.into()).code.into()
}
