//! The pieces of a source file, found without the compiler: wherever `view!` stands, in the views
//! inside its blocks as well.

use crate::{Piece, expand};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The pieces of every `view!` of a file, in the order of the file.
///
/// # Errors
/// The file is not Rust.
pub fn pieces_in(source: &str) -> Result<Vec<Piece>, proc_macro2::LexError> {
    let mut pieces = Vec::new();
    collect(source.parse()?, &mut pieces);
    Ok(pieces)
}

fn collect(tokens: TokenStream, pieces: &mut Vec<Piece>) {
    // How many tokens of `view` and `!` have just been passed.
    let mut passed = 0;
    for token in tokens {
        passed = match (passed, token) {
            (_, TokenTree::Ident(name)) if name == "view" => 1,
            (1, TokenTree::Punct(sign)) if sign.as_char() == '!' => 2,
            (passed, TokenTree::Group(group)) => {
                if passed == 2 && group.delimiter() == Delimiter::Brace {
                    pieces.extend(expand(group.stream()).pieces);
                }
                collect(group.stream(), pieces);
                0
            }
            (_, TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_)) => 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::pieces_in;

    #[test]
    fn views_are_found_in_functions_and_in_the_blocks_of_views() {
        let source = r#"
            /// Not this: view! { <u>"no"</u> }
            fn a() -> View {
                let part = view! { <i></i> };
                view! { <p>{move || view! { <b>"x"</b> }}</p> <C>"y"</C> }
            }
        "#;
        let pieces = pieces_in(source).expect("is Rust");
        let markup: Vec<_> = pieces.iter().map(|piece| piece.markup.as_str()).collect();
        assert_eq!(markup, ["<i></i>", "y", "<p><!></p><!>", "<b>x</b>"]);
    }

    #[test]
    fn a_file_that_is_not_rust_is_an_error() {
        assert!(pieces_in("fn a( {").is_err());
    }
}
