//! The markup of the page, read off the sources with the code that the compiler expands `view!` with.
//!
//! The program knows its markup by number only. So the browser has to unpack and keep it just once, as the text that it
//! is, and the program is smaller by a tenth.

use crate::failure::Failure;
use crate::workspace;
use std::collections::BTreeMap;
use view_syntax::Piece;

/// All pieces by number, in the order in which the sources have them: `{"7":["<p><!></p>",[2]]}`.
///
/// # Errors
/// A source cannot be read, or two different pieces have one number.
pub fn as_json() -> Result<String, Failure> {
    let mut pieces = Vec::new();
    for file in workspace::files(&workspace::root().join("src"), "rs")? {
        let source = workspace::read_text(&file)?;
        pieces.extend(view_syntax::pieces_in(&source).map_err(|error| {
            Failure::new(
                format!("{}: {error}", file.display()),
                "let the compiler say what is wrong: cargo check",
            )
        })?);
    }
    written(pieces)
}

fn written(pieces: Vec<Piece>) -> Result<String, Failure> {
    let mut known = BTreeMap::new();
    let mut entries = Vec::new();
    for piece in pieces {
        let number = piece.number();
        match known.get(&number) {
            Some(same) if *same == piece => continue,
            Some(other) => {
                return Err(Failure::new(
                    format!("two views have the number {number}: {other:?} and {piece:?}"),
                    "change a class or a word in one of them",
                ));
            }
            None => {}
        }
        let markup = serde_json::Value::from(piece.markup.as_str());
        let steps = serde_json::Value::from(piece.steps.clone());
        entries.push(format!("\"{number}\":[{markup},{steps}]"));
        known.insert(number, piece);
    }
    Ok(format!("{{{}}}", entries.join(",\n")))
}

#[cfg(test)]
mod tests {
    use super::{as_json, written};
    use view_syntax::Piece;

    fn piece(markup: &str) -> Piece {
        Piece {
            markup: markup.to_owned(),
            steps: vec![2],
        }
    }

    #[test]
    fn the_same_piece_stands_once() {
        let [a, b] = ["<p>\"<!></p>", "<q><!></q>"].map(piece);
        let [first, second] = [&a, &b].map(Piece::number);
        assert_eq!(
            written(vec![a.clone(), b, a]),
            Ok(format!(
                "{{\"{first}\":[\"<p>\\\"<!></p>\",[2]],\n\"{second}\":[\"<q><!></q>\",[2]]}}"
            ))
        );
    }

    #[test]
    fn the_pages_of_this_repository_have_numbers_of_their_own() {
        let json = as_json().expect("no two views share a number");
        let read: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
        assert!(read.as_object().is_some_and(|pieces| pieces.len() > 100));
    }
}
