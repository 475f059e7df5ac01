//! Changes, version 1: an object with one member, which says what changed; in it before and after,
//! or the place in a list and what came, was revised or went. What is held there are the objects of
//! the caseload file.

use super::values::Position;
use super::{ANY_DAY, customer_v1};
use crate::file::fault::{Expected, Faults, Found, Noted};
use crate::file::fields::{self, Fields};
use crate::file::node::Node;
use crate::file::place::Place;
use crate::file::v1::ids::Ids;
use crate::file::v1::{
    appointment, case, caseworker, contact, exception, list, parameter, transfer,
};
use crate::file::value::{Id, Value, or_null};
use crate::history::{CaseloadId, Change, ContactEntry, Sheet, Step, Swap, Way};
use crate::record::{Exception, Transfer};
use rules::edition::{EditionId, LocalParameter};
use rules::facts::{Appointment, CaseId};

const KINDS: &[&str] = &[
    "lineage",
    "edition",
    "caseworker",
    "parameters",
    "customer",
    "sheet",
    "contact",
    "appointment",
    "exception",
    "transfer",
];

const SWAP: &[&str] = &["before", "after"];
const STEP: &[&str] = &["position", "added", "revised", "removed"];
const STEP_OF_CASE: &[&str] = &["case", "position", "added", "revised", "removed"];

/// Reads a change.
pub(super) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Change, Noted> {
    let one_kind = || Expected::OneOf(KINDS.to_vec());
    let Node::Object(members) = node else {
        return Err(faults.unexpected(place, Found::of(node), Expected::Object));
    };
    let [(kind, inner)] = members.as_slice() else {
        return Err(faults.unexpected(place, Found::Object, one_kind()));
    };
    let place = &place.field(kind, 0);
    Ok(match kind.as_ref() {
        "lineage" => Change::Lineage(swap(inner, place, faults, fields::read::<CaseloadId>)?),
        "edition" => Change::Edition(swap(inner, place, faults, fields::read::<EditionId>)?),
        "caseworker" => Change::Caseworker(Box::new(swap(inner, place, faults, caseworker::read)?)),
        "parameters" => Change::Parameters(swap(inner, place, faults, parameters)?),
        "customer" => Change::Customer(step(inner, place, faults, customer_v1::read)?),
        "sheet" => Change::Sheet(Box::new(swap(inner, place, faults, sheet)?)),
        "contact" => {
            let (case, step) = step_of_case(inner, place, faults, contact_entry)?;
            Change::Contact(case, step)
        }
        "appointment" => {
            let (case, step) = step_of_case(inner, place, faults, appointment)?;
            Change::Appointment(case, step)
        }
        "exception" => Change::Exception(step(inner, place, faults, exception)?),
        "transfer" => Change::Transfer(step(inner, place, faults, transfer)?),
        _ => return Err(faults.unexpected(place, Found::text(kind), one_kind())),
    })
}

fn swap<'n, T>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
    read: impl Fn(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
) -> Result<Swap<T>, Noted> {
    let mut fields = Fields::of(node, place, SWAP, faults)?;
    let before = fields.inner_required("before", faults, &read);
    let after = fields.inner_required("after", faults, &read);
    Ok(Swap {
        before: before?,
        after: after?,
    })
}

fn step<'n, T>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
    read: impl Fn(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
) -> Result<Step<T>, Noted> {
    let mut fields = Fields::of(node, place, STEP, faults)?;
    position_and_way(&mut fields, place, faults, read)
}

/// A step in a list that every customer has.
fn step_of_case<'n, T>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
    read: impl Fn(&'n Node<'n>, &Place<'_>, &Ids<'n>, &mut Faults) -> Result<T, Noted>,
) -> Result<(CaseId, Step<T>), Noted> {
    let mut fields = Fields::of(node, place, STEP_OF_CASE, faults)?;
    let Id(case) = fields.required("case", faults)?;
    let cases = Ids::only("cases", case);
    let step = position_and_way(&mut fields, place, faults, |node, place, faults| {
        read(node, place, &cases, faults)
    });
    Ok((CaseId::from(case), step?))
}

fn position_and_way<'n, T>(
    fields: &mut Fields<'n, '_>,
    place: &Place<'_>,
    faults: &mut Faults,
    read: impl Fn(&'n Node<'n>, &Place<'_>, &mut Faults) -> Result<T, Noted>,
) -> Result<Step<T>, Noted> {
    let position: Result<Position, Noted> = fields.required("position", faults);
    let ways = ["added", "revised", "removed"];
    let there: Vec<&str> = ways.into_iter().filter(|way| fields.has(way)).collect();
    let way = match there.as_slice() {
        ["added"] => Way::Added(Box::new(fields.inner_required("added", faults, read)?)),
        ["revised"] => {
            let swap = fields.inner_required("revised", faults, |node, place, faults| {
                swap(node, place, faults, read)
            });
            Way::Revised(Box::new(swap?))
        }
        ["removed"] => Way::Removed(Box::new(fields.inner_required("removed", faults, read)?)),
        _ => {
            let expected = Expected::OneOf(ways.to_vec());
            return Err(faults.unexpected(place, Found::Object, expected));
        }
    };
    let Position(position) = position?;
    Ok(Step { position, way })
}

fn parameters<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Vec<LocalParameter>, Noted> {
    let Node::List(nodes) = node else {
        return Err(faults.unexpected(place, Found::of(node), Expected::List));
    };
    nodes
        .iter()
        .enumerate()
        .map(|(index, node)| parameter::read(node, &place.item(index), faults))
        .collect()
}

fn sheet<'n>(node: &'n Node<'n>, place: &Place<'_>, faults: &mut Faults) -> Result<Sheet, Noted> {
    let customer = case::read(node, place, ANY_DAY, &mut Ids::of("cases"), faults)?;
    Ok(Sheet::of(&customer))
}

fn contact_entry<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    cases: &Ids<'n>,
    faults: &mut Faults,
) -> Result<ContactEntry, Noted> {
    let entry = contact::read(node, place, cases, &mut Ids::of("contacts"), faults)?;
    Ok(ContactEntry {
        contact: entry.contact,
        topics: entry.topics.map(str::to_owned),
    })
}

fn appointment<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    cases: &Ids<'n>,
    faults: &mut Faults,
) -> Result<Appointment, Noted> {
    let mut ids = Ids::of("appointments");
    Ok(appointment::read(node, place, cases, &mut ids, faults)?.appointment)
}

fn exception<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Exception, Noted> {
    exception::read(node, place, &mut Ids::of("exceptions"), faults)
}

fn transfer<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Transfer, Noted> {
    transfer::read(node, place, &mut Ids::of("transfers"), faults)
}

/// The tree of a change.
pub(super) fn write(change: &Change) -> Node<'_> {
    let (kind, inner) = match change {
        Change::Lineage(swap) => ("lineage", write_swap(swap, |lineage| lineage.node())),
        Change::Edition(swap) => ("edition", write_swap(swap, |edition| edition.node())),
        Change::Caseworker(swap) => ("caseworker", write_swap(swap, caseworker::write)),
        Change::Parameters(swap) => (
            "parameters",
            write_swap(swap, |changes| list(changes.iter().map(parameter::write))),
        ),
        Change::Customer(step) => (
            "customer",
            write_step(None, step, |customer| customer_v1::write(customer)),
        ),
        Change::Sheet(swap) => (
            "sheet",
            write_swap(swap, |sheet| case::write(sheet.customer())),
        ),
        Change::Contact(case, step) => (
            "contact",
            write_step(Some(case), step, |entry| {
                contact::write(&entry.contact, entry.topics.as_deref(), case)
            }),
        ),
        Change::Appointment(case, step) => (
            "appointment",
            write_step(Some(case), step, |subject| {
                appointment::write(subject, case)
            }),
        ),
        Change::Exception(step) => ("exception", write_step(None, step, exception::write)),
        Change::Transfer(step) => ("transfer", write_step(None, step, transfer::write)),
    };
    Node::object([(kind, inner)])
}

fn write_swap<'n, T>(swap: &'n Swap<T>, write: impl Fn(&'n T) -> Node<'n>) -> Node<'n> {
    Node::object([
        ("before", write(&swap.before)),
        ("after", write(&swap.after)),
    ])
}

fn write_step<'n, T>(
    case: Option<&'n CaseId>,
    step: &'n Step<T>,
    write: impl Fn(&'n T) -> Node<'n>,
) -> Node<'n> {
    let (way, subject) = match &step.way {
        Way::Added(subject) => ("added", write(subject)),
        Way::Revised(swap) => ("revised", write_swap(swap, write)),
        Way::Removed(subject) => ("removed", write(subject)),
    };
    Node::object([
        ("case", or_null(case.map(CaseId::as_str))),
        ("position", Position(step.position).node()),
        (way, subject),
    ])
}
