//! Markup of the program. It lies beside the program, where `start.js` unpacks it, and the program
//! knows it by number; `view_syntax` says how that comes about. A build for development carries it
//! along, so that it can be shown without the rest of the build.

use wasm_bindgen::prelude::*;

/// Markup of one `view!`, and the ways to what lives in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    number: u32,
    #[cfg(debug_assertions)]
    carried: (&'static str, &'static [u8]),
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = kontaktdichteMarkup)]
    fn markup_beside(number: u32) -> String;

    #[wasm_bindgen(js_name = kontaktdichteSteps)]
    fn steps_beside(number: u32) -> Vec<u8>;
}

impl Piece {
    /// As `view!` writes it.
    #[inline(always)]
    #[cfg_attr(
        not(debug_assertions),
        expect(unused_variables, reason = "they lie beside the program")
    )]
    pub const fn new(number: u32, markup: &'static str, steps: &'static [u8]) -> Self {
        Piece {
            number,
            #[cfg(debug_assertions)]
            carried: (markup, steps),
        }
    }

    /// The text that the browser parses.
    pub fn markup(self) -> String {
        #[cfg(debug_assertions)]
        return self.carried.0.to_owned();
        #[cfg(not(debug_assertions))]
        markup_beside(self.number)
    }

    /// The ways from place to place.
    pub fn steps(self) -> Vec<u8> {
        #[cfg(debug_assertions)]
        return self.carried.1.to_vec();
        #[cfg(not(debug_assertions))]
        steps_beside(self.number)
    }
}
