//! One element: its tag, its attributes and what stands in it.

use crate::escape;
use crate::names;
use crate::nesting::{self, Parent, VOID};
use crate::writer::{Writer, without_braces};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use rstml::node::{Infallible, KeyedAttribute, NodeAttribute, NodeElement};
use syn::spanned::Spanned;
use syn::{Error, Expr, ExprBlock, ExprLit, Lit, Result};

/// Writes an element into the markup, and a call for everything at it that lives.
pub fn write(
    writer: &mut Writer<'_>,
    element: &NodeElement<Infallible>,
    parent: Parent<'_>,
) -> Result<()> {
    let tag = names::plain(element.name());
    nesting::check_element(&tag, parent, element.name().span())?;
    writer.places.pass_element();
    writer.markup.push('<');
    writer.markup.push_str(&tag);
    for attribute in element.attributes() {
        match attribute {
            NodeAttribute::Attribute(attribute) => write_attribute(writer, attribute)?,
            NodeAttribute::Block(block) => {
                return Err(Error::new(block.span(), "name the attribute"));
            }
        }
    }
    writer.markup.push('>');
    if VOID.contains(&tag.as_str()) {
        return match element.children() {
            [] => Ok(()),
            [child, ..] => Err(Error::new(child.span(), format!("<{tag}> holds nothing"))),
        };
    }
    let inside = Parent::Element {
        tag: &tag,
        parent: &parent,
    };
    writer.nodes(element.children(), inside)?;
    writer.markup.push_str("</");
    writer.markup.push_str(&tag);
    writer.markup.push('>');
    Ok(())
}

fn write_attribute(writer: &mut Writer<'_>, attribute: &KeyedAttribute) -> Result<()> {
    let name = names::plain(&attribute.key);
    let call = match name.split_once(':') {
        Some(("class", class)) => {
            let value = needed(attribute)?;
            quote!(class(#class, #value))
        }
        Some(("prop", property)) => {
            let value = needed(attribute)?;
            quote!(property(#property, #value))
        }
        Some(("on", event)) => {
            let handler = needed(attribute)?;
            let event = descriptor(event, attribute);
            quote!(listener(#event, #handler))
        }
        Some(_) => {
            return Err(Error::new(
                attribute.key.span(),
                "an attribute, `class:`, `prop:`, `on:` or `node_ref`",
            ));
        }
        None if name == "node_ref" => {
            let reference = needed(attribute)?;
            quote!(reference(#reference))
        }
        None => match known(attribute) {
            Known::Value(value) => {
                escape::write_attribute(&mut writer.markup, &name, &value);
                return Ok(());
            }
            Known::Absent => return Ok(()),
            Known::Later(value) => quote!(attribute(#name, #value)),
        },
    };
    writer.places.at_element();
    writer.calls.push(call);
    Ok(())
}

/// What is known of a value in advance.
enum Known {
    Value(String),
    Absent,
    Later(TokenStream),
}

fn known(attribute: &KeyedAttribute) -> Known {
    match attribute.value() {
        None => Known::Value(String::new()),
        Some(Expr::Lit(ExprLit {
            lit: Lit::Bool(literal),
            ..
        })) => {
            if literal.value {
                Known::Value(String::new())
            } else {
                Known::Absent
            }
        }
        Some(value) => match attribute.value_literal_string() {
            Some(literal) => Known::Value(literal),
            None => Known::Later(argument(value)),
        },
    }
}

fn needed(attribute: &KeyedAttribute) -> Result<TokenStream> {
    attribute
        .value()
        .map(argument)
        .ok_or_else(|| Error::new(attribute.key.span(), "give it a value"))
}

/// A value as the argument of a call.
pub fn argument(value: &Expr) -> TokenStream {
    if let Expr::Block(ExprBlock { block, .. }) = value {
        without_braces(block)
    } else {
        quote!(#value)
    }
}

/// The type of an event, from its name.
fn descriptor(event: &str, attribute: &KeyedAttribute) -> TokenStream {
    if event.contains('-') {
        quote!(::leptos::ev::Custom::new(#event))
    } else {
        let event = Ident::new(event, attribute.key.span());
        quote!(::leptos::ev::#event)
    }
}
