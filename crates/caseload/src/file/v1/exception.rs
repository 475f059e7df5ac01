//! Entries of `exceptions`: findings that are left as they are. The case need not be in the file:
//! a reason outlives the customer it was given for.

use super::super::fault::{Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::{Id, Value, or_null};
use super::ids::Ids;
use crate::record::Exception;
use json::Node;
use rules::facts::CaseId;

const FIELDS: &[&str] = &["id", "case", "rule", "reason", "noted_on"];

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    ids: &mut Ids<'n>,
    faults: &mut Faults,
) -> Result<Exception, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let id = ids.fresh(&mut fields, faults);
    let case: Result<Id<'_>, Noted> = fields.required("case", faults);
    let rule = fields.required("rule", faults);
    let reason = fields.optional::<&str>("reason", faults);
    let noted_on = fields.optional("noted_on", faults);
    let Id(case) = case?;
    Ok(Exception {
        id: id?.to_owned(),
        case: CaseId::from(case),
        rule: rule?,
        reason: reason.map(str::to_owned),
        noted_on,
    })
}

pub(crate) fn write(exception: &Exception) -> Node<'_> {
    Node::object([
        ("id", exception.id.as_str().node()),
        ("case", exception.case.as_str().node()),
        ("rule", exception.rule.node()),
        ("reason", or_null(exception.reason.as_deref())),
        ("noted_on", or_null(exception.noted_on)),
    ])
}
