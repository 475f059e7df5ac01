//! A table as a workbook (.xlsx): the least that a spreadsheet opens without a question.
//!
//! A workbook is a ZIP archive of XML parts. Six of them suffice: what kinds of parts there are, where
//! the workbook is, the workbook with its one sheet, where that is, the styles, and the sheet. Texts
//! stand in their cells, so none of them is ever a formula; days are numbers with a style that shows
//! them as 03.09.2026, so they can be sorted and reckoned with. Nobody's name and no time is written
//! into it, and the same table gives the same bytes.

mod markup;
mod sheet;

use super::sheet::Sheet;
use crate::zip::Writer;
use markup::escaped;

/// The bytes of the file.
pub fn write(table: &Sheet) -> Vec<u8> {
    let mut archive = Writer::default();
    let mut add = |name: &str, parts: &[&str]| {
        let mut content = String::from(markup::DECLARATION);
        for part in parts {
            content.push_str(part);
        }
        archive.add(name, content.as_bytes());
    };
    add("[Content_Types].xml", &[CONTENT_TYPES]);
    add("_rels/.rels", &[ROOT]);
    add(
        "xl/workbook.xml",
        &[WORKBOOK.0, &escaped(table.name), WORKBOOK.1],
    );
    add("xl/_rels/workbook.xml.rels", &[RELATIONS]);
    add("xl/styles.xml", &[STYLES]);
    add("xl/worksheets/sheet1.xml", &[&sheet::write(table)]);
    archive.finish()
}

const CONTENT_TYPES: &str = concat!(
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>"#,
    r#"<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>"#,
    r#"<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#,
    "</Types>"
);

const ROOT: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>"#,
    "</Relationships>"
);

/// What stands before and behind the name of the sheet.
const WORKBOOK: (&str, &str) = (
    concat!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#,
        r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
        r#"<sheets><sheet name=""#
    ),
    r#"" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
);

const RELATIONS: &str = concat!(
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    "</Relationships>"
);

/// In this order: plain, heading (bold), day, and a text that begins like a formula and stays one
/// when somebody edits its cell.
const STYLES: &str = concat!(
    r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<numFmts count="1"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts>"#,
    r#"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>"#,
    r#"<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#,
    r#"<fills count="2"><fill><patternFill patternType="none"/></fill>"#,
    r#"<fill><patternFill patternType="gray125"/></fill></fills>"#,
    r#"<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"#,
    r#"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#,
    r#"<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#,
    r#"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>"#,
    r#"<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#,
    r#"<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>"#,
    r#"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#
);
