//! What stands between two cells: found out by trying.
//!
//! Each candidate cuts the beginning of the text. The one under which most headings are recognised
//! wins; without any heading, the one under which most rows have the same number of cells. A
//! delimiter inside quotes is thereby no delimiter, because the trial reads quotes too.

use super::heading;
use super::table::cut;

/// How much of a text is tried, in bytes.
const PROBE: usize = 64 * 1024;

/// How many rows of it are looked at.
const PROBE_ROWS: usize = 30;

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiter {
    /// `;`, what German spreadsheets write.
    Semicolon,
    /// `,`
    Comma,
    /// A tabulator.
    Tab,
}

impl Delimiter {
    /// In the order in which a draw is settled.
    const ALL: [Delimiter; 3] = [Delimiter::Semicolon, Delimiter::Comma, Delimiter::Tab];

    /// The character as a byte.
    pub(super) fn byte(self) -> u8 {
        match self {
            Delimiter::Semicolon => b';',
            Delimiter::Comma => b',',
            Delimiter::Tab => b'\t',
        }
    }
}

/// Takes the line `sep=;` off, with which Excel is told the delimiter. Excel shows no row for
/// it, so it has no row number either.
pub(super) fn declared(text: &str) -> (Option<Delimiter>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_matches([' ', '"']);
    let named = match line.split_at_checked(4) {
        Some((key, value)) if key.eq_ignore_ascii_case("sep=") => value,
        Some(_) | None => return (None, text),
    };
    let delimiter = Delimiter::ALL
        .into_iter()
        .find(|delimiter| named.as_bytes() == [delimiter.byte()]);
    match delimiter {
        Some(_) => (delimiter, rest),
        None => (None, text),
    }
}

/// Finds the delimiter of a text.
pub(super) fn detect(text: &str) -> Delimiter {
    let beginning = text
        .char_indices()
        .find(|(position, _)| *position >= PROBE)
        .and_then(|(position, _)| text.get(..position))
        .unwrap_or(text);
    let mut best = Delimiter::Semicolon;
    let mut best_score = Score::default();
    for delimiter in Delimiter::ALL {
        let score = score(beginning, delimiter);
        if score > best_score {
            (best, best_score) = (delimiter, score);
        }
    }
    best
}

/// How well a delimiter fits; the first difference decides.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Headings recognised in the row with most of them.
    headings: usize,
    /// Rows of the commonest width above one.
    alike: usize,
    /// That width.
    width: usize,
}

fn score(text: &str, delimiter: Delimiter) -> Score {
    let rows = cut(text, delimiter, PROBE_ROWS);
    let headings = rows
        .iter()
        .map(|row| heading::recognised(&row.cells))
        .max()
        .unwrap_or_default();
    let widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    let (alike, width) = widths
        .iter()
        .filter(|width| **width > 1)
        .map(|width| {
            (
                widths.iter().filter(|other| *other == width).count(),
                *width,
            )
        })
        .max()
        .unwrap_or_default();
    Score {
        headings,
        alike,
        width,
    }
}

#[cfg(test)]
mod tests {
    use super::{Delimiter, declared, detect};

    #[test]
    fn the_delimiter_is_the_one_under_which_headings_appear() {
        let table = [
            (
                "Kundennr.;Nachname, Vorname;Status\n1;Öz, Jo;AL",
                Delimiter::Semicolon,
            ),
            (
                "\"Name\",\"Kundennr\"\n\"A; B; C; D\",1\n\"E; F; G; H\",2",
                Delimiter::Comma,
            ),
            ("Kundennr.\tName\tNotiz\n1\tA, B; C\tx", Delimiter::Tab),
            ("Kundennummer\n1\n2", Delimiter::Semicolon),
            ("x,y,z\n1,2,3", Delimiter::Comma),
            ("", Delimiter::Semicolon),
        ];
        for (text, expected) in table {
            assert_eq!(detect(text), expected, "{text}");
        }
    }

    #[test]
    fn the_line_for_excel_is_understood_and_taken_off() {
        assert_eq!(declared("sep=;\na;b"), (Some(Delimiter::Semicolon), "a;b"));
        assert_eq!(declared("\"SEP=,\"\na,b"), (Some(Delimiter::Comma), "a,b"));
        assert_eq!(declared("sep=\t\na\tb"), (Some(Delimiter::Tab), "a\tb"));
        assert_eq!(declared("sep=|\na|b"), (None, "sep=|\na|b"));
        assert_eq!(declared("a;b\n1;2"), (None, "a;b\n1;2"));
    }
}
