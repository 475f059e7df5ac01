//! Entries of `transfers`: what is still to be entered in the systems of record, and what has been.
//! The case need not be in the file any more.

use super::super::fault::{Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::{Id, Value, or_null};
use super::ids::Ids;
use crate::record::Transfer;
use json::Node;
use rules::facts::CaseId;

const FIELDS: &[&str] = &[
    "id", "case", "system", "what", "subject", "due_on", "done_on",
];

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    ids: &mut Ids<'n>,
    faults: &mut Faults,
) -> Result<Transfer, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let id = ids.fresh(&mut fields, faults);
    let case: Result<Id<'_>, Noted> = fields.required("case", faults);
    let system = fields.optional("system", faults);
    let what = fields.optional::<&str>("what", faults);
    let subject = fields.optional::<&str>("subject", faults);
    let due_on = fields.optional("due_on", faults);
    let done_on = fields.optional("done_on", faults);
    let Id(case) = case?;
    Ok(Transfer {
        id: id?.to_owned(),
        case: CaseId::from(case),
        system: system.into(),
        what: what.map(str::to_owned),
        subject: subject.map(str::to_owned),
        due_on,
        done_on,
    })
}

pub(crate) fn write(transfer: &Transfer) -> Node<'_> {
    Node::object([
        ("id", transfer.id.as_str().node()),
        ("case", transfer.case.as_str().node()),
        ("system", or_null(transfer.system.known())),
        ("what", or_null(transfer.what.as_deref())),
        ("subject", or_null(transfer.subject.as_deref())),
        ("due_on", or_null(transfer.due_on)),
        ("done_on", or_null(transfer.done_on)),
    ])
}
