//! Text in pieces: numbers, words, signs. Blanks part pieces and mean nothing else.

use crate::words::fold;

/// A piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Digits.
    Number(&'t str),
    /// Letters, folded.
    Word(String),
    /// Anything else.
    Sign(char),
}

/// What a letter belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Letter,
    Blank,
    Other,
}

fn kind(letter: char) -> Kind {
    match letter {
        '0'..='9' => Kind::Digit,
        // A combining mark belongs to the letter before it.
        '\u{300}'..='\u{36F}' => Kind::Letter,
        letter if letter.is_alphabetic() => Kind::Letter,
        letter if letter.is_whitespace() => Kind::Blank,
        _ => Kind::Other,
    }
}

/// The pieces of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let this = kind(first);
        let end = match this {
            Kind::Other => first.len_utf8(),
            Kind::Digit | Kind::Letter | Kind::Blank => rest
                .find(|letter| kind(letter) != this)
                .unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at(end);
        match this {
            Kind::Digit => tokens.push(Token::Number(piece)),
            Kind::Letter => tokens.push(Token::Word(fold(piece))),
            Kind::Blank => {}
            Kind::Other => tokens.push(Token::Sign(first)),
        }
        rest = after;
    }
    tokens
}
