//! Quotation marks that would swallow rows.
//!
//! A cell that begins with a quotation mark runs to the closing one, over line breaks if need be.
//! Somebody who types `"Anker` into a cell makes the rest of the list, or everything up to the next
//! such slip, one single cell. Two signs give such a mark away: it never closes, or it closes some
//! lines further down in the middle of a cell. It is then taken off, and the row is reported.

use std::borrow::Cow;

/// A text whose quotation marks can be relied on.
pub(super) struct Mended<'a> {
    /// The text without stray marks.
    pub(super) text: Cow<'a, str>,
    /// Rows where one was taken off, counted from 1, blank ones included.
    pub(super) rows: Vec<usize>,
}

/// How a quoted cell ends.
struct Ending {
    /// Bytes from the opening mark to behind the closing one.
    length: usize,
    /// Line breaks inside.
    breaks: usize,
    /// Whether the cell is over behind the closing mark.
    clean: bool,
}

/// Takes stray quotation marks off.
pub(super) fn mend(text: &str, delimiter: u8) -> Mended<'_> {
    let bytes = text.as_bytes();
    let mut strays: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    let (mut position, mut row, mut cell_begins) = (0, 1, true);
    while let Some(byte) = bytes.get(position) {
        if cell_begins && *byte == b'"' {
            cell_begins = false;
            let rest = bytes.get(position..).unwrap_or_default();
            match ending(rest, delimiter) {
                Some(ending) if ending.clean || ending.breaks == 0 => position += ending.length,
                Some(_) | None => {
                    strays.push(position);
                    rows.push(row);
                    position += 1;
                }
            }
        } else {
            cell_begins = *byte == delimiter || *byte == b'\n';
            row += usize::from(*byte == b'\n');
            position += 1;
        }
    }
    let text = if strays.is_empty() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(without(text, &strays))
    };
    Mended { text, rows }
}

/// How the quoted cell at the begin of `bytes` ends; `None` if it does not.
fn ending(bytes: &[u8], delimiter: u8) -> Option<Ending> {
    let (mut position, mut breaks) = (1, 0);
    while let Some(byte) = bytes.get(position) {
        position += 1;
        match byte {
            b'\n' => breaks += 1,
            b'"' if bytes.get(position) == Some(&b'"') => position += 1,
            b'"' => {
                let behind = bytes
                    .get(position..)
                    .unwrap_or_default()
                    .iter()
                    .find(|byte| **byte != b' ');
                return Some(Ending {
                    length: position,
                    breaks,
                    clean: behind.is_none_or(|byte| *byte == delimiter || *byte == b'\n'),
                });
            }
            _ => {}
        }
    }
    None
}

/// `text` without the ASCII characters at `places`, which are in ascending order.
fn without(text: &str, places: &[usize]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for place in places {
        kept.push_str(text.get(from..*place).unwrap_or_default());
        from = place + 1;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn stray_marks_are_taken_off_and_sound_ones_stay() {
        let table: [(&str, &str, &[usize]); 7] = [
            ("a;\"x;y\"\nb;c", "a;\"x;y\"\nb;c", &[]),
            ("a;\"x\n\"\"y\"\"\"\nb;c", "a;\"x\n\"\"y\"\"\"\nb;c", &[]),
            ("a;\"x\" y\nb;c", "a;\"x\" y\nb;c", &[]),
            ("a;5\" Rohr\nb;c", "a;5\" Rohr\nb;c", &[]),
            ("a;b\nc;\"Anker\nd;e", "a;b\nc;Anker\nd;e", &[2]),
            ("a;\"Anker\nd;\"Boje\ne;f", "a;Anker\nd;Boje\ne;f", &[1, 2]),
            ("\n\n\"", "\n\n", &[3]),
        ];
        for (text, expected, rows) in table {
            let mended = mend(text, b';');
            assert_eq!(mended.text, expected, "{text:?}");
            assert_eq!(mended.rows, rows, "{text:?}");
        }
    }
}
