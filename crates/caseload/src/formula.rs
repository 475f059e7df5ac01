//! Texts that a spreadsheet would run instead of show.
//!
//! A cell of a CSV file that begins with `=` or one of its kin becomes a formula when the file is
//! opened, and a formula can read other files and call other computers. An apostrophe in front keeps
//! it a text. So what goes out gets one wherever it begins like a formula, and what comes in loses
//! one there: the two are each other's inverse, also for a text that had an apostrophe from the
//! start.

use std::borrow::Cow;

const MARK: char = '\'';

/// Whether a cell with this text could be read as a formula, blanks and apostrophes in front of it
/// passed over.
pub(crate) fn begins_like_one(text: &str) -> bool {
    let unmarked = text.trim_start_matches(MARK);
    unmarked.starts_with(['\t', '\r', '\n'])
        || unmarked
            .trim_start_matches(|letter: char| letter == MARK || letter.is_whitespace())
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text with an apostrophe in front, if it could be read as a formula.
pub(crate) fn neutralised(text: &str) -> Cow<'_, str> {
    if begins_like_one(text) {
        Cow::Owned(format!("{MARK}{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text without the apostrophe that [`neutralised`] put in front.
pub(crate) fn original(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if begins_like_one(rest) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{neutralised, original};
    use proptest::prelude::*;

    #[test]
    fn what_would_run_gets_an_apostrophe_and_nothing_else_does() {
        for text in [
            "=1+1", "+49 171", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "＝1", "'=1",
        ] {
            assert_eq!(neutralised(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "1+1", "'t Hooft", "a=b", "–", "O'Neill", " x"] {
            assert_eq!(neutralised(text), text, "{text:?}");
            assert_eq!(original(text), text, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_went_out_comes_back(text in "['=+@ \ta-]{0,6}") {
            let out = neutralised(&text);
            prop_assert_eq!(original(&out), &text);
        }
    }
}
