//! One view: its markup, and the calls that put into it what lives.

use crate::component;
use crate::element;
use crate::escape;
use crate::names;
use crate::nesting::{self, Parent};
use crate::place::Places;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Node, NodeBlock};
use syn::spanned::Spanned;
use syn::{Block, Error, Result, Stmt};

/// What a view is written to.
#[derive(Debug, Default)]
pub struct Writer {
    /// The text that the browser parses.
    pub markup: String,
    /// Where in it something lives.
    pub places: Places,
    /// What lives there, in the same order.
    pub calls: Vec<TokenStream>,
}

/// Writes the nodes of one `view!` as an expression.
pub fn view(nodes: &[Node]) -> Result<TokenStream> {
    if let [only] = nodes
        && let Some(content) = put_in(only)?
    {
        return Ok(quote!(crate::view::View::of(#content)));
    }
    let mut writer = Writer::default();
    writer.nodes(nodes, Parent::Outermost)?;
    let Writer {
        markup,
        places,
        calls,
    } = writer;
    let new = match nesting::surroundings(nodes) {
        nesting::Surroundings::Page => quote!(new),
        nesting::Surroundings::Drawing => quote!(in_drawing),
    };
    if calls.is_empty() {
        return Ok(quote!(crate::view::Elements::#new(#markup, &[]).finish()));
    }
    let steps = places.steps();
    let elements = names::elements();
    Ok(quote! {
        let mut #elements = crate::view::Elements::#new(#markup, &[#(#steps),*]);
        #(#elements.#calls;)*
        #elements.finish()
    })
}

impl Writer {
    /// Writes children, or what stands outermost.
    pub fn nodes(&mut self, nodes: &[Node], parent: Parent<'_>) -> Result<()> {
        nodes.iter().try_for_each(|node| self.node(node, parent))
    }

    fn node(&mut self, node: &Node, parent: Parent<'_>) -> Result<()> {
        if let Some(content) = put_in(node)? {
            nesting::check_content(parent, node.span())?;
            self.markup.push_str("<!>");
            self.places.at_comment(parent);
            self.calls.push(quote!(child(#content)));
            return Ok(());
        }
        match node {
            Node::Text(text) => {
                nesting::check_text(parent, text.value.span())?;
                escape::write(&mut self.markup, &text.value_string());
                Ok(())
            }
            Node::Fragment(fragment) => self.nodes(&fragment.children, parent),
            Node::Element(node) => element::write(self, node, parent),
            Node::Comment(_) => Ok(()),
            Node::Block(_) | Node::Doctype(_) | Node::RawText(_) | Node::Custom(_) => {
                Err(Error::new(node.span(), "put a text in quotes"))
            }
        }
    }
}

/// What a node puts in at run time: a component or a block. Nothing for one that is markup.
fn put_in(node: &Node) -> Result<Option<TokenStream>> {
    match node {
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(Some(without_braces(block))),
        Node::Block(NodeBlock::Invalid(block)) => Ok(Some(quote!(#block))),
        Node::Element(element) if component::is_one(element) => component::call(element).map(Some),
        Node::Element(_)
        | Node::Comment(_)
        | Node::Doctype(_)
        | Node::Fragment(_)
        | Node::Text(_)
        | Node::RawText(_)
        | Node::Custom(_) => Ok(None),
    }
}

/// The expression of a block that is nothing else; braces around an argument would be a warning.
pub fn without_braces(block: &Block) -> TokenStream {
    match block.stmts.as_slice() {
        [Stmt::Expr(expression, None)] => quote!(#expression),
        _ => quote!(#block),
    }
}

#[cfg(test)]
mod tests {
    use crate::expand;
    use quote::quote;

    fn check(view: proc_macro2::TokenStream, expect: proc_macro2::TokenStream) {
        assert_eq!(expand(view).to_string(), quote!({ #expect }).to_string());
    }

    #[test]
    fn what_is_known_in_advance_is_one_text() {
        check(
            quote!(<p class="a">"x < y & \"z\""<br/><input required disabled=false rows=3/></p>),
            quote!(
                crate::view::Elements::new(
                    "<p class=\"a\">x &lt; y &amp; \"z\"<br><input required=\"\" rows=\"3\"></p>",
                    &[]
                )
                .finish()
            ),
        );
    }

    #[test]
    fn what_lives_is_one_call_each() {
        check(
            quote!(<p><b>"x"</b>{y}<i class:z=w on:click=c/></p>"t"{u}),
            quote!(
                let mut elements = crate::view::Elements::new(
                    "<p><b>x</b><!><i></i></p>t<!>",
                    &[3u8, 1u8, 0u8, 129u8]
                );
                elements.child(y);
                elements.class("z", w);
                elements.listener(::leptos::ev::click, c);
                elements.child(u);
                elements.finish()
            ),
        );
    }

    #[test]
    fn a_single_block_needs_no_markup() {
        check(quote!({ x }), quote!(crate::view::View::of(x)));
    }

    #[test]
    fn a_component_gets_its_properties_and_children() {
        check(
            quote!(<a::B c=d e="f">"g"</a::B>),
            quote!(crate::view::View::of(::leptos::component::component_view(
                &a::B,
                ::leptos::component::component_props_builder(&a::B)
                    .c(d)
                    .e("f")
                    .children(::std::boxed::Box::new(move || {
                        crate::view::Elements::new("g", &[]).finish()
                    }))
                    .build()
            ))),
        );
    }

    #[test]
    fn a_piece_of_a_drawing_is_parsed_as_one() {
        check(
            quote!(<rect width="1"/>),
            quote!(crate::view::Elements::in_drawing("<rect width=\"1\"></rect>", &[]).finish()),
        );
    }

    #[test]
    fn what_the_browser_would_mend_is_refused() {
        for view in [
            quote!(<p><div></div></p>),
            quote!(<p><b><ul></ul></b></p>),
            quote!(<table><tr></tr></table>),
            quote!(<tr>"x"</tr>),
            quote!(<button><button></button></button>),
            quote!(<div>x</div>),
        ] {
            let expanded = expand(view.clone()).to_string();
            assert!(expanded.contains("compile_error"), "{view}: {expanded}");
        }
    }

    #[test]
    fn a_long_way_between_two_places_takes_several_steps() {
        let between = std::iter::repeat_n(quote!(<br/>), 300);
        let expanded = expand(quote!(<div>#(#between)*{x}</div>)).to_string();
        assert!(expanded.contains("& [127u8 , 127u8 , 48u8]"), "{expanded}");
    }
}
