//! A piece of markup, and the number under which program and build both know it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Markup of one view, or of what stands between the tags of a component.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The text that the browser parses.
    pub markup: String,
    /// The ways from place to place.
    pub steps: Vec<u8>,
}

/// A number below this takes four bytes in the program.
const NUMBERS: u32 = 1 << 27;

impl Piece {
    /// Follows from the piece alone. Two pieces of one program have different numbers, or the build
    /// refuses them.
    pub fn number(&self) -> u32 {
        // FNV-1a; the byte in the middle is in no text.
        let bytes = self.markup.bytes().chain([u8::MAX]);
        let hash = bytes
            .chain(self.steps.iter().copied())
            .fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
        (hash ^ (hash >> 27)) % NUMBERS
    }
}

impl ToTokens for Piece {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Piece { markup, steps } = self;
        let number = self.number();
        tokens.extend(quote!(crate::view::Piece::new(#number, #markup, &[#(#steps),*])));
    }
}

#[cfg(test)]
mod tests {
    use super::{NUMBERS, Piece};

    fn piece(markup: &str, steps: &[u8]) -> Piece {
        Piece {
            markup: markup.to_owned(),
            steps: steps.to_vec(),
        }
    }

    #[test]
    fn every_part_of_a_piece_changes_its_number() {
        let number = piece("<p><!></p>", &[2]).number();
        assert!(number < NUMBERS);
        assert_eq!(piece("<p><!></p>", &[2]).number(), number);
        assert_ne!(piece("<q><!></q>", &[2]).number(), number);
        assert_ne!(piece("<p><!></p>", &[1, 1]).number(), number);
        assert_ne!(piece("<p><!></p>", &[]).number(), number);
    }
}
