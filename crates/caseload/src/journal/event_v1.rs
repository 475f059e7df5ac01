//! Events as the store holds them, version 1: one JSON object without white space.
//!
//! The objects inside are those of version 1 of the caseload file, so what is known about reading
//! and writing them is in one place. Nothing here depends on today's date: what could be recorded
//! once can be read for ever, also on a computer whose clock was set back.

use super::{change_v1, deed_v1};
use crate::file::ReadError;
use crate::file::fault::{Faults, Noted};
use crate::file::fields::Fields;
use crate::file::place::Place;
use crate::file::v1::list;
use crate::file::value::Value;
use crate::file::{gate, print};
use crate::history::Event;
use json::{Node, Number};

const VERSION: u16 = 1;

const FIELDS: &[&str] = &["version", "id", "at", "deed", "changes"];

/// The payload of an event's record. The same event always gives the same bytes.
pub fn write_event(event: &Event) -> Vec<u8> {
    print::compact(&Node::object([
        ("version", Node::Number(Number::Whole(VERSION.into()))),
        ("id", event.id.node()),
        ("at", event.at.node()),
        ("deed", deed_v1::write(event.deed)),
        ("changes", list(event.changes.iter().map(change_v1::write))),
    ]))
}

/// Reads the payload of an event's record.
///
/// # Errors
/// [`ReadError`] with every fault and its path; [`ReadError::is_newer_version`] if a newer version
/// of the program wrote it.
pub fn read_event(bytes: &[u8]) -> Result<Event, ReadError> {
    let text = gate::text(bytes)?;
    let root = gate::json(text)?;
    let mut faults = Faults::default();
    let event = event(&root, &mut faults);
    faults.unless_any(event)
}

fn event(root: &Node<'_>, faults: &mut Faults) -> Result<Event, Noted> {
    gate::number(root, &Place::FILE, VERSION, faults)?;
    let mut fields = Fields::of(root, &Place::FILE, FIELDS, faults)?;
    let id = fields.required("id", faults);
    let at = fields.required("at", faults);
    let deed = fields.inner_required("deed", faults, deed_v1::read);
    let changes = fields.list("changes", faults, change_v1::read);
    Ok(Event {
        id: id?,
        at: at?,
        deed: deed?,
        changes: changes.unwrap_or_default(),
    })
}
