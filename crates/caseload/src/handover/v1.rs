//! What a hand-over file and its return hold, version 1.
//!
//! It is an object with `format`, `version`, `loan` and `owner` (two lineages), `from` and `to`,
//! `base`, what was handed over, and of a return `now`, what the deputy has: both objects that a
//! caseload file of version 1 holds. It is packed like a backup, so what is the same in both is
//! written once.

use super::{HandOver, Opened, Return};
use crate::file::fault::{Expected, Faults, Noted};
use crate::file::fields::Fields;
use crate::file::place::Place;
use crate::file::value::Value;
use crate::file::{ReadError, gate, v1};
use crate::journal::{ANY_DAY, packed};
use crate::record::Caseload;
use json::{Node, Number};

const FORMAT: &str = "kontaktdichte-handover";

const VERSION: u16 = 1;

const FIELDS: &[&str] = &[
    "format", "version", "loan", "owner", "from", "to", "base", "now",
];

/// The content of a hand-over file. The same loan always gives the same bytes.
pub fn write(lent: &HandOver) -> Vec<u8> {
    packed::write(&node(lent, Node::Null))
}

/// The content of the file that is given back.
pub fn write_return(back: &Return) -> Vec<u8> {
    packed::write(&node(&back.lent, v1::write(&back.now)))
}

fn node<'n>(lent: &'n HandOver, now: Node<'n>) -> Node<'n> {
    Node::object([
        ("format", FORMAT.node()),
        ("version", Node::Number(Number::Whole(VERSION.into()))),
        ("loan", lent.loan.node()),
        ("owner", lent.owner.node()),
        ("from", lent.from.node()),
        ("to", lent.to.node()),
        ("base", v1::write(&lent.base)),
        ("now", now),
    ])
}

/// Reads the content of a hand-over file or of its return.
///
/// # Errors
/// [`ReadError`] with every fault and its path; [`ReadError::is_newer_version`] if a newer version
/// of the program wrote it.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    let root = packed::read(bytes)?;
    let mut faults = Faults::default();
    let opened = opened(&root, &mut faults);
    faults.unless_any(opened)
}

fn opened(root: &Node<'_>, faults: &mut Faults) -> Result<Opened, Noted> {
    let format = Expected::OneOf(vec![FORMAT]);
    gate::format(root, &Place::FILE, FORMAT, format, faults)?;
    gate::number(root, &Place::FILE, VERSION, faults)?;
    let mut fields = Fields::of(root, &Place::FILE, FIELDS, faults)?;
    let loan = fields.required("loan", faults);
    let owner = fields.required("owner", faults);
    let from = fields.required("from", faults);
    let to = fields.required("to", faults);
    let base = fields.inner_required("base", faults, caseload);
    let lent = HandOver {
        loan: loan?,
        owner: owner?,
        from: from?,
        to: to?,
        base: base?,
    };
    if fields.has("now") {
        let now = fields.inner_required("now", faults, caseload)?;
        return Ok(Opened::Back(Box::new(Return { lent, now })));
    }
    Ok(Opened::Lent(Box::new(lent)))
}

fn caseload<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Caseload, Noted> {
    match gate::version_at(node, place, faults)? {
        gate::Version::V1 => v1::caseload(node, place, ANY_DAY, faults),
    }
}
