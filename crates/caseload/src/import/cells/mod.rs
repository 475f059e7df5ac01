//! Step 4: what a single cell says.
//!
//! Every reader answers with a [`Reading`]: nothing there, a value, or text that cannot be read
//! and why. None of them guesses; a question mark is always somebody's doubt.

pub(super) mod dates;
pub(super) mod names;
pub(super) mod terms;

use super::fault::FaultKind;
use crate::formula;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading<T> {
    /// Nothing.
    Blank,
    /// A value.
    Value(T),
    /// Something that cannot be read.
    Faulty(FaultKind),
}

impl<T> Reading<T> {
    /// The value, if there is one.
    pub(super) fn value(self) -> Option<T> {
        match self {
            Reading::Value(value) => Some(value),
            Reading::Blank | Reading::Faulty(_) => None,
        }
    }
}

/// A cell without blanks around it and without the apostrophe that keeps it from being a formula; a
/// cell of dashes alone is an empty one.
pub(super) fn content(cell: &str) -> &str {
    let text = trim(formula::original(trim(cell)));
    if is_dash(text) { "" } else { text }
}

/// A cell without blanks around it, those without width included.
pub(super) fn trim(cell: &str) -> &str {
    cell.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{FEFF}' | '\u{200B}'..='\u{200D}')
    })
}

/// Whether a text is made of dashes alone.
pub(super) fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| matches!(letter, '-' | '–' | '—'))
}

/// Whether somebody doubts what the cell says.
fn is_doubted(text: &str) -> bool {
    text.contains(['?', char::REPLACEMENT_CHARACTER])
}
