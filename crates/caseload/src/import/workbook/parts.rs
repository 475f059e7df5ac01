//! The parts beside the sheets: what there is, where it is, which texts are shared, which styles show
//! days.

use super::WorkbookFault;
use super::markup::{Piece, Scanner, Tag};
use super::number::Epoch;
use std::collections::BTreeSet;

/// What one part says about another.
pub(super) struct Relation {
    /// The name by which it is referred to.
    pub(super) id: String,
    /// What kind of part it is, an address of which only the end matters.
    pub(super) kind: String,
    /// Where it is.
    pub(super) target: String,
}

/// What the workbook says about a sheet.
pub(super) struct SheetEntry {
    /// Its name, as on its tab.
    pub(super) name: String,
    /// The relation that leads to it.
    pub(super) relation: String,
    /// Whether people see it.
    pub(super) visible: bool,
}

/// What the workbook says.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<SheetEntry>,
    pub(super) epoch: Epoch,
}

fn text_of(tag: &Tag<'_>, attribute: &str) -> String {
    tag.attribute(attribute).unwrap_or_default().into_owned()
}

/// Goes through the begins of all elements.
fn each(text: &str, mut open: impl FnMut(&Tag<'_>)) -> Result<(), WorkbookFault> {
    let open: &mut dyn FnMut(&Tag<'_>) = &mut open;
    let mut scanner = Scanner::new(text);
    while let Some(piece) = scanner.next()? {
        if let Piece::Open(tag) = piece {
            open(&tag);
        }
    }
    Ok(())
}

/// Reads a part with relations.
pub(super) fn relations(text: &str) -> Result<Vec<Relation>, WorkbookFault> {
    let mut relations = Vec::new();
    each(text, |tag| {
        if tag.name == "Relationship" {
            relations.push(Relation {
                id: text_of(tag, "Id"),
                kind: text_of(tag, "Type"),
                target: text_of(tag, "Target"),
            });
        }
    })?;
    Ok(relations)
}

/// Reads the workbook.
pub(super) fn workbook(text: &str) -> Result<Workbook, WorkbookFault> {
    let mut workbook = Workbook::default();
    each(text, |tag| match tag.name {
        "workbookPr" => {
            let is_late = tag.attribute("date1904");
            if matches!(is_late.as_deref(), Some("1" | "true")) {
                workbook.epoch = Epoch::Of1904;
            }
        }
        "sheet" => workbook.sheets.push(SheetEntry {
            name: text_of(tag, "name"),
            relation: text_of(tag, "id"),
            visible: matches!(tag.attribute("state").as_deref(), None | Some("visible")),
        }),
        _ => {}
    })?;
    Ok(workbook)
}

/// Reads the texts that cells share. A text in several fonts is in several pieces; how it is
/// pronounced (`rPh`) is no part of it.
pub(super) fn shared_texts(text: &str) -> Result<Vec<String>, WorkbookFault> {
    let mut texts = Vec::new();
    let mut scanner = Scanner::new(text);
    let mut inside = TextParts::default();
    while let Some(piece) = scanner.next()? {
        if let Piece::Close("si") = piece {
            texts.push(inside.take());
        }
        inside.follow(&piece);
    }
    Ok(texts)
}

/// Gathers the text of a cell from its pieces.
#[derive(Default)]
pub(super) struct TextParts {
    text: String,
    is_open: bool,
    is_spoken: bool,
}

impl TextParts {
    pub(super) fn follow(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(Tag { name: "t", .. }) => self.is_open = true,
            Piece::Close("t") => self.is_open = false,
            Piece::Open(Tag { name: "rPh", .. }) => self.is_spoken = true,
            Piece::Close("rPh") => self.is_spoken = false,
            Piece::Text(text) if self.is_open && !self.is_spoken => self.text.push_str(text),
            Piece::Open(_) | Piece::Close(_) | Piece::Text(_) => {}
        }
    }

    /// What was gathered, with characters that workbooks spell as `_x000D_`.
    pub(super) fn take(&mut self) -> String {
        unspelt(&std::mem::take(&mut self.text))
    }
}

fn unspelt(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("_x") {
        out.push_str(before);
        let spelling = behind.split_at_checked(4).filter(|(digits, after)| {
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()) && after.starts_with('_')
        });
        let letter = spelling.and_then(|(digits, after)| {
            let number = u32::from_str_radix(digits, 16).ok()?;
            Some((char::from_u32(number)?, after.get(1..)?))
        });
        match letter {
            Some((letter, after)) => {
                out.push(letter);
                rest = after;
            }
            None => {
                out.push_str("_x");
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

/// For each style of cells whether it shows a number as a day.
pub(super) fn day_styles(text: &str) -> Result<Vec<bool>, WorkbookFault> {
    let mut own = BTreeSet::new();
    let mut styles = Vec::new();
    let mut scanner = Scanner::new(text);
    let mut is_cell = false;
    while let Some(piece) = scanner.next()? {
        match piece {
            Piece::Open(tag) => match tag.name {
                "numFmt" if shows_a_day(&text_of(&tag, "formatCode")) => {
                    own.insert(text_of(&tag, "numFmtId"));
                }
                "cellXfs" => is_cell = true,
                "xf" if is_cell => {
                    let format = text_of(&tag, "numFmtId");
                    styles.push(own.contains(&format) || is_day_format(&format));
                }
                _ => {}
            },
            Piece::Close("cellXfs") => is_cell = false,
            Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    Ok(styles)
}

/// Formats with a number of their own; those of East Asian calendars included.
fn is_day_format(id: &str) -> bool {
    matches!(
        id.parse(),
        Ok(14..=17 | 22 | 27..=31 | 34..=36 | 50..=58_u8)
    )
}

/// Whether a format of the workbook's own has a day or a year in it. What stands in quotes, in
/// brackets or behind a stroke is shown as it is.
fn shows_a_day(format: &str) -> bool {
    if format.eq_ignore_ascii_case("general") || format.eq_ignore_ascii_case("standard") {
        return false;
    }
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        let end = match letter {
            '"' => '"',
            '[' => ']',
            '\\' | '_' | '*' => {
                letters.next();
                continue;
            }
            'd' | 'D' | 'y' | 'Y' => return true,
            _ => continue,
        };
        letters.by_ref().find(|letter| *letter == end);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{day_styles, shared_texts, shows_a_day, unspelt};

    #[test]
    fn a_format_with_a_day_or_a_year_shows_a_day() {
        for format in [
            "dd.mm.yyyy",
            "yyyy-mm-dd h:mm:ss",
            "[$-407]d. mmmm yyyy;@",
            "mmm-yy",
        ] {
            assert!(shows_a_day(format), "{format}");
        }
        for format in [
            "General",
            "Standard",
            "0.00",
            "#,##0 \"days\"",
            "[Red]0",
            "h:mm",
            "0\\d",
            "@",
        ] {
            assert!(!shows_a_day(format), "{format}");
        }
    }

    #[test]
    fn only_styles_of_cells_are_asked_for() {
        let text = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yy\"/>\
                    <numFmt numFmtId=\"165\" formatCode=\"0.0\"/></numFmts>\
                    <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
                    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"><alignment/></xf>\
                    <xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf/></cellXfs>\
                    <dxfs><xf numFmtId=\"14\"/></dxfs></styleSheet>";
        assert_eq!(day_styles(text), Ok(vec![false, true, true, false, false]));
    }

    #[test]
    fn a_shared_text_is_the_sum_of_its_pieces_without_its_sound() {
        let text = "<sst><si><t>a</t></si><si/><si><r><rPr><b/></rPr><t>b </t></r><r><t>c</t></r>\
                    <rPh><t>x</t></rPh></si><si>\n<t xml:space=\"preserve\"> d_x000D_\n</t></si></sst>";
        assert_eq!(
            shared_texts(text).unwrap(),
            ["a", "", "b c", " d\r\n"].map(str::to_owned)
        );
    }

    #[test]
    fn spelt_characters_are_put_back() {
        for (text, expected) in [
            ("_x005F_x0041_", "_x0041_"),
            ("__x0041_b", "_Ab"),
            ("_x004_ _x00zz_ _xD800_ _x", "_x004_ _x00zz_ _xD800_ _x"),
        ] {
            assert_eq!(unspelt(text), expected);
        }
    }
}
