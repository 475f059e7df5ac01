//! A caseload as a whole, version 1: what a snapshot in the store holds, and a backup file.
//!
//! It is an object with `format`, `version`, `lineage` (the id of the caseload) and `caseload`: the
//! object that a caseload file of version 1 holds. It is not written as JSON but packed
//! ([`super::packed`]), because a start reads all of it.

use super::{ANY_DAY, packed};
use crate::file::fault::{Expected, Faults, Noted};
use crate::file::fields::Fields;
use crate::file::place::Place;
use crate::file::value::Value;
use crate::file::{ReadError, gate, v1};
use crate::history::CaseloadId;
use crate::record::Caseload;
use json::{Node, Number};

const FORMAT: &str = "kontaktdichte-snapshot";

const VERSION: u16 = 1;

const FIELDS: &[&str] = &["format", "version", "lineage", "caseload"];

/// The payload of a snapshot or a backup. The same caseload always gives the same bytes.
pub fn write_snapshot(lineage: CaseloadId, caseload: &Caseload) -> Vec<u8> {
    packed::write(&Node::object([
        ("format", FORMAT.node()),
        ("version", Node::Number(Number::Whole(VERSION.into()))),
        ("lineage", lineage.node()),
        ("caseload", v1::write(caseload)),
    ]))
}

/// Reads the payload of a snapshot or a backup.
///
/// # Errors
/// [`ReadError`] with every fault and its path; [`ReadError::is_newer_version`] if a newer version
/// of the program wrote it.
pub fn read_snapshot(bytes: &[u8]) -> Result<(CaseloadId, Caseload), ReadError> {
    let root = packed::read(bytes)?;
    let mut faults = Faults::default();
    let snapshot = snapshot(&root, &mut faults);
    faults.unless_any(snapshot)
}

fn snapshot(root: &Node<'_>, faults: &mut Faults) -> Result<(CaseloadId, Caseload), Noted> {
    let format = || Expected::OneOf(vec![FORMAT]);
    gate::format(root, &Place::FILE, FORMAT, format(), faults)?;
    gate::number(root, &Place::FILE, VERSION, faults)?;
    let mut fields = Fields::of(root, &Place::FILE, FIELDS, faults)?;
    let lineage = fields.required("lineage", faults);
    let caseload =
        fields.inner_required(
            "caseload",
            faults,
            |node, place, faults| match gate::version_at(node, place, faults)? {
                gate::Version::V1 => v1::caseload(node, place, ANY_DAY, faults),
            },
        );
    Ok((lineage?, caseload?))
}
