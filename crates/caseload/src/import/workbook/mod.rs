//! Step 1 and 2 for a workbook (.xlsx): from its bytes to rows and cells.
//!
//! A workbook is an archive of XML parts that refer to each other. One relation leads to the workbook,
//! its relations to the sheets, the styles and the texts that several cells share. A cell holds a
//! text, the place of a shared one, or a number, and only its style says whether that number is a day.
//! What comes out is what the sheet shows: days as 03.09.2026, and formulas as their last result.
//!
//! Read is the first visible sheet in which something looks like headings, or else the first that
//! holds anything; a sheet in front with a title and nothing else is common.

mod cells;
mod markup;
mod number;
mod parts;

use super::heading;
use super::list_error::{ListError, WorkbookFault};
use super::table::{HEADING_SEARCH, Source, Table, TableRow};
use crate::file::MAX_BYTES;
use crate::zip::{Archive, BEGIN, Inflate, ZipFault};
use cells::Looks;
use parts::{Relation, SheetEntry};

/// Where the relation stands that leads to the workbook.
const ROOT: &str = "_rels/.rels";

/// Whether bytes are a workbook, or were meant to be one: an archive with a folder `xl/`.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGIN) && bytes.windows(3).any(|window| window == b"xl/")
}

/// Reads a workbook.
///
/// # Errors
/// [`ListError`] if it cannot be read, or if no visible sheet holds anything.
pub(super) fn read(bytes: &[u8], inflate: &Inflate) -> Result<Table, ListError> {
    let mut parts = Parts {
        archive: Archive::open(bytes)?,
        inflate,
        left: MAX_BYTES,
    };
    let root = parts.relations(ROOT, "")?;
    let path = target(&root, "/officeDocument").ok_or(WorkbookFault::Damaged)?;
    if path.ends_with(".bin") {
        return Err(WorkbookFault::BinaryFormat.into());
    }
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let relations = parts.relations(&joined(folder, &format!("_rels/{name}.rels")), folder)?;
    let workbook = parts::workbook(&parts.required(path)?)?;
    let looks = Looks {
        shared: match target(&relations, "/sharedStrings") {
            Some(path) => parts::shared_texts(&parts.required(path)?)?,
            None => Vec::new(),
        },
        days: match target(&relations, "/styles") {
            Some(path) => parts::day_styles(&parts.required(path)?)?,
            None => Vec::new(),
        },
        epoch: workbook.epoch,
    };
    let sheets = readable(&workbook.sheets, &relations);
    let mut found: Option<(usize, Vec<TableRow>)> = None;
    for (place, (_, path)) in sheets.iter().enumerate() {
        let rows = cells::rows(&parts.required(path)?, &looks)?;
        let has_headings = rows
            .iter()
            .take(HEADING_SEARCH)
            .any(|row| heading::recognised(&row.cells) >= 2);
        if has_headings || (found.is_none() && !rows.is_empty()) {
            found = Some((place, rows));
        }
        if has_headings {
            break;
        }
    }
    let (place, rows) = found.ok_or(ListError::Empty)?;
    let mut names: Vec<String> = sheets.iter().map(|(name, _)| (*name).to_owned()).collect();
    let sheet = names.remove(place);
    let source = Source::Workbook {
        sheet,
        others: names,
    };
    Table::of(source, rows)
}

/// Names and paths of the sheets that people see and that hold cells, not charts.
fn readable<'w>(sheets: &'w [SheetEntry], relations: &'w [Relation]) -> Vec<(&'w str, &'w str)> {
    let visible = sheets.iter().filter(|sheet| sheet.visible);
    visible
        .filter_map(|sheet| {
            let mut with_cells = relations
                .iter()
                .filter(|relation| relation.kind.ends_with("/worksheet"));
            let relation = with_cells.find(|relation| relation.id == sheet.relation)?;
            Some((sheet.name.as_str(), relation.target.as_str()))
        })
        .collect()
}

fn target<'r>(relations: &'r [Relation], kind: &str) -> Option<&'r str> {
    let mut relations = relations.iter();
    relations
        .find(|relation| relation.kind.ends_with(kind))
        .map(|relation| relation.target.as_str())
}

/// The parts of the archive, and how many bytes of them may still be unpacked.
struct Parts<'b> {
    archive: Archive<'b>,
    inflate: &'b Inflate,
    left: usize,
}

impl Parts<'_> {
    fn required(&mut self, path: &str) -> Result<String, WorkbookFault> {
        let content = self.archive.file(path, self.left, self.inflate)?;
        let content = content.ok_or(WorkbookFault::Damaged)?;
        self.left -= content.len();
        let content = String::from_utf8(content).map_err(|_| WorkbookFault::Damaged)?;
        Ok(content)
    }

    /// The relations in a part; their targets are paths in the archive.
    fn relations(&mut self, path: &str, folder: &str) -> Result<Vec<Relation>, WorkbookFault> {
        let mut relations = parts::relations(&self.required(path)?)?;
        for relation in &mut relations {
            relation.target = joined(folder, &relation.target);
        }
        Ok(relations)
    }
}

/// The path of a target that is named from a folder; `/` and `..` at its begin lead up.
fn joined(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let (mut folder, mut target) = (folder, target);
    while let Some(rest) = target.strip_prefix("../") {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        target = rest;
    }
    let target = target.strip_prefix("./").unwrap_or(target);
    if folder.is_empty() {
        target.to_owned()
    } else {
        format!("{folder}/{target}")
    }
}

impl From<ZipFault> for WorkbookFault {
    fn from(fault: ZipFault) -> Self {
        match fault {
            ZipFault::Damaged => WorkbookFault::Damaged,
            ZipFault::Encrypted => WorkbookFault::Encrypted,
            ZipFault::TooLarge => WorkbookFault::TooLarge,
        }
    }
}

impl From<ZipFault> for ListError {
    fn from(fault: ZipFault) -> Self {
        ListError::Workbook(fault.into())
    }
}

impl From<WorkbookFault> for ListError {
    fn from(fault: WorkbookFault) -> Self {
        ListError::Workbook(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::{joined, read};
    use crate::import::list_error::{ListError, WorkbookFault};
    use crate::import::table::{Source, Table};
    use crate::zip::{Writer, inflate};
    use proptest::prelude::*;

    const ROOT: &str = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"BOOK\"/></Relationships>";

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = Writer::default();
        for (name, content) in parts {
            writer.add(name, content.as_bytes());
        }
        writer.finish()
    }

    /// A workbook whose sheets have these names, states and contents.
    fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
        let (mut entries, mut relations) = (String::new(), String::new());
        let mut parts = Vec::new();
        for (place, (name, state, content)) in sheets.iter().enumerate() {
            entries.push_str(&format!(
                "<sheet name=\"{name}\" {state} r:id=\"s{place}\"/>"
            ));
            relations.push_str(&format!(
                "<Relationship Id=\"s{place}\" Type=\"x/worksheet\" Target=\"sheets/{place}.xml\"/>"
            ));
            let sheet = format!("<worksheet><sheetData>{content}</sheetData></worksheet>");
            parts.push((format!("xl/sheets/{place}.xml"), sheet));
        }
        let book = format!("<workbook><sheets>{entries}</sheets></workbook>");
        let relations = format!("<Relationships>{relations}</Relationships>");
        let root = ROOT.replace("BOOK", "xl/workbook2.xml");
        let mut all = vec![
            ("_rels/.rels", root.as_str()),
            ("xl/workbook2.xml", &book),
            ("XL\\_rels\\Workbook2.xml.rels", &relations),
        ];
        all.extend(
            parts
                .iter()
                .map(|(name, sheet)| (name.as_str(), sheet.as_str())),
        );
        archive(&all)
    }

    fn table(sheets: &[(&str, &str, &str)]) -> Result<Table, ListError> {
        read(&workbook(sheets), &inflate)
    }

    /// A row of texts.
    fn row(cells: &[&str]) -> String {
        let cell = |text: &&str| format!("<c t=\"str\"><v>{text}</v></c>");
        let cells: String = cells.iter().map(cell).collect();
        format!("<row>{cells}</row>")
    }

    #[test]
    fn the_sheet_with_headings_goes_before_one_that_has_none() {
        let title = row(&["Bestand"]);
        let list = row(&["Kundennr.", "Name"]) + &row(&["1", "A"]);
        let other = row(&["Kundennr.", "Name"]) + &row(&["2", "B"]);
        let sheet = |sheets: &[(&str, &str, &str)]| match table(sheets).unwrap().source {
            Source::Workbook { sheet, others } => (sheet, others.join(",")),
            Source::Text { .. } => panic!(),
        };
        let named = |sheet: &str, others: &str| (sheet.to_owned(), others.to_owned());
        assert_eq!(
            sheet(&[
                ("x", "", &title),
                ("y", "", &list),
                ("z", "state=\"visible\"", &other)
            ]),
            named("y", "x,z")
        );
        assert_eq!(
            sheet(&[
                ("x", "state=\"veryHidden\"", &list),
                ("y", "", ""),
                ("z", "", &title)
            ]),
            named("z", "y")
        );
        assert_eq!(
            table(&[("x", "", ""), ("y", "state=\"hidden\"", &list)]),
            Err(ListError::Empty)
        );
    }

    #[test]
    fn parts_that_are_missing_or_in_another_format_are_said() {
        let book = ROOT.replace("BOOK", "xl/workbook.bin");
        let fault = |parts: &[(&str, &str)]| read(&archive(parts), &inflate).err();
        assert_eq!(
            fault(&[("_rels/.rels", &book)]),
            Some(WorkbookFault::BinaryFormat.into())
        );
        for parts in [&[][..], &[("_rels/.rels", "")], &[("_rels/.rels", ROOT)]] {
            assert_eq!(
                fault(parts),
                Some(WorkbookFault::Damaged.into()),
                "{parts:?}"
            );
        }
    }

    #[test]
    fn targets_are_named_from_their_folder_or_from_the_top() {
        for (folder, target, expected) in [
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("xl/worksheets", "../styles.xml", "xl/styles.xml"),
            ("xl", "../../styles.xml", "styles.xml"),
            ("xl", "./styles.xml", "xl/styles.xml"),
        ] {
            assert_eq!(joined(folder, target), expected);
        }
    }

    proptest! {
        #[test]
        fn any_sheet_ends_in_a_table_or_in_a_message(
            content in "(<row( r=\"[0-9]{1,8}\")?>|</row>|<c( r=\"[A-Z]{0,4}[0-9]{0,2}\")?( t=\"[a-z]{1,9}\")?( s=\"[0-9]\")?/?>|</c>|<v>|</v>|<t>|</t>|[0-9.E-]{1,5}|&#x?[0-9]{1,9};|<!--|]]>|<!\\[CDATA\\[){0,30}",
        ) {
            match table(&[("x", "", &content)]) {
                Ok(table) => prop_assert!(!table.headings.is_empty()),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
