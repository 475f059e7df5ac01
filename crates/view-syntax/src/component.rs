//! A component of Leptos: a function that is called with what stands in its tag.

use crate::element::argument;
use crate::piece::Piece;
use crate::writer;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Infallible, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Error, Result};

/// Whether a tag names a component: a path, or a name that begins with a capital.
pub fn is_one(element: &NodeElement<Infallible>) -> bool {
    match element.name() {
        NodeName::Path(path) => {
            let name = path.path.segments.last().map(|last| last.ident.to_string());
            name.is_some_and(|name| name.starts_with(char::is_uppercase))
        }
        NodeName::Punctuated(_) | NodeName::Block(_) => false,
    }
}

/// The call of a component.
pub fn call(element: &NodeElement<Infallible>, pieces: &mut Vec<Piece>) -> Result<TokenStream> {
    let name = element.name();
    let properties = element
        .attributes()
        .iter()
        .map(property)
        .collect::<Result<Vec<_>>>()?;
    let children = match element.children() {
        [] => None,
        children => {
            let view = writer::view(children, pieces)?;
            Some(quote!(.children(::std::boxed::Box::new(move || { #view }))))
        }
    };
    Ok(quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name)
                #(#properties)*
                #children
                .build()
        )
    })
}

fn property(attribute: &NodeAttribute) -> Result<TokenStream> {
    let attribute = match attribute {
        NodeAttribute::Attribute(attribute) => attribute,
        NodeAttribute::Block(block) => {
            return Err(Error::new(block.span(), "name the property"));
        }
    };
    let NodeName::Path(_) = &attribute.key else {
        return Err(Error::new(
            attribute.key.span(),
            "a component takes only its own properties",
        ));
    };
    let name = &attribute.key;
    let value = attribute.value().map_or_else(|| quote!(true), argument);
    Ok(quote!(.#name(#value)))
}
