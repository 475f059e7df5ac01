//! One view: its markup, and the calls that put into it what lives.

use crate::component;
use crate::element;
use crate::escape;
use crate::names;
use crate::nesting::{self, Parent};
use crate::piece::Piece;
use crate::place::Places;
use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Node, NodeBlock};
use syn::spanned::Spanned;
use syn::{Block, Error, Result, Stmt};

/// What a view is written to.
#[derive(Debug)]
pub struct Writer<'a> {
    /// The text that the browser parses.
    pub markup: String,
    /// Where in it something lives.
    pub places: Places,
    /// What lives there, in the same order.
    pub calls: Vec<TokenStream>,
    /// The finished pieces.
    pieces: &'a mut Vec<Piece>,
}

/// Writes nodes as an expression, and their markup to the pieces.
pub fn view(nodes: &[Node], pieces: &mut Vec<Piece>) -> Result<TokenStream> {
    if let [only] = nodes
        && let Some(content) = put_in(only, pieces)?
    {
        return Ok(quote!(crate::view::View::of(#content)));
    }
    let mut writer = Writer {
        markup: String::new(),
        places: Places::default(),
        calls: Vec::new(),
        pieces,
    };
    writer.nodes(nodes, Parent::Outermost)?;
    let Writer {
        markup,
        places,
        calls,
        pieces,
    } = writer;
    let new = match nesting::surroundings(nodes) {
        nesting::Surroundings::Page => quote!(new),
        nesting::Surroundings::Drawing => quote!(in_drawing),
    };
    let piece = Piece {
        markup,
        steps: places.into_steps(),
    };
    let code = if calls.is_empty() {
        quote!(crate::view::Elements::#new(#piece).finish())
    } else {
        let elements = names::elements();
        quote! {
            let mut #elements = crate::view::Elements::#new(#piece);
            #(#elements.#calls;)*
            #elements.finish()
        }
    };
    pieces.push(piece);
    Ok(code)
}

impl Writer<'_> {
    /// Writes children, or what stands outermost.
    pub fn nodes(&mut self, nodes: &[Node], parent: Parent<'_>) -> Result<()> {
        nodes.iter().try_for_each(|node| self.node(node, parent))
    }

    fn node(&mut self, node: &Node, parent: Parent<'_>) -> Result<()> {
        if let Some(content) = put_in(node, self.pieces)? {
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
fn put_in(node: &Node, pieces: &mut Vec<Piece>) -> Result<Option<TokenStream>> {
    match node {
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(Some(without_braces(block))),
        Node::Block(NodeBlock::Invalid(block)) => Ok(Some(quote!(#block))),
        Node::Element(element) if component::is_one(element) => {
            component::call(element, pieces).map(Some)
        }
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
    use crate::{Piece, expand};
    use quote::quote;

    fn check(view: proc_macro2::TokenStream, expect: proc_macro2::TokenStream) {
        let code = expand(view).code.to_string();
        assert_eq!(code, quote!({ #expect }).to_string());
    }

    fn piece(markup: &str, steps: &[u8]) -> Piece {
        Piece {
            markup: markup.to_owned(),
            steps: steps.to_vec(),
        }
    }

    #[test]
    fn what_is_known_in_advance_is_one_text() {
        let piece = piece(
            "<p class=\"a\">x &lt; y &amp; \"z\"<br><input required=\"\" rows=\"3\"></p>",
            &[],
        );
        check(
            quote!(<p class="a">"x < y & \"z\""<br/><input required disabled=false rows=3/></p>),
            quote!(crate::view::Elements::new(#piece).finish()),
        );
    }

    #[test]
    fn what_lives_is_one_call_each() {
        let piece = piece("<p><b>x</b><!><i></i></p>t<!>", &[3, 1, 0, 129]);
        check(
            quote!(<p><b>"x"</b>{y}<i class:z=w on:click=c/></p>"t"{u}),
            quote!(
                let mut elements = crate::view::Elements::new(#piece);
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
        assert_eq!(expand(quote!({ x })).pieces, []);
    }

    #[test]
    fn a_component_gets_its_properties_and_children() {
        let children = piece("g", &[]);
        check(
            quote!(<a::B c=d e="f">"g"</a::B>),
            quote!(crate::view::View::of(::leptos::component::component_view(
                &a::B,
                ::leptos::component::component_props_builder(&a::B)
                    .c(d)
                    .e("f")
                    .children(::std::boxed::Box::new(move || {
                        crate::view::Elements::new(#children).finish()
                    }))
                    .build()
            ))),
        );
    }

    #[test]
    fn every_piece_that_the_code_names_is_handed_out() {
        let pieces = expand(quote!(<p>{x}</p><A><b>"y"</b></A>)).pieces;
        assert_eq!(
            pieces,
            [piece("<b>y</b>", &[]), piece("<p><!></p><!>", &[2, 129])]
        );
    }

    #[test]
    fn a_piece_of_a_drawing_is_parsed_as_one() {
        let piece = piece("<rect width=\"1\"></rect>", &[]);
        check(
            quote!(<rect width="1"/>),
            quote!(crate::view::Elements::in_drawing(#piece).finish()),
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
            let expanded = expand(view.clone()).code.to_string();
            assert!(expanded.contains("compile_error"), "{view}: {expanded}");
        }
    }

    #[test]
    fn a_long_way_between_two_places_takes_several_steps() {
        let between = std::iter::repeat_n(quote!(<br/>), 300);
        let pieces = expand(quote!(<div>#(#between)*{x}</div>)).pieces;
        let steps: Vec<_> = pieces.into_iter().map(|piece| piece.steps).collect();
        assert_eq!(steps, [[127, 127, 48]]);
    }
}
