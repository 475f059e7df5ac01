//! Entries of `contacts`.

use super::super::fault::{Faults, Noted};
use super::super::fields::{self, Fields};
use super::super::place::Place;
use super::super::value::{Minutes, Value, or_null};
use super::ids::Ids;
use json::Node;
use rules::Fact;
use rules::facts::{CaseId, Contact, ContactId, Delivery, PhoneGrounds};
use rules::ordering;
use rules::ordering::OrderedSet;

const FIELDS: &[&str] = &[
    "id",
    "case",
    "date",
    "channel",
    "kind",
    "duration_minutes",
    "duration_reason_documented",
    "documented_on",
    "plan_updated",
    "plan_delivery",
    "phone_grounds",
    "category_reviewed",
    "next_invitation",
    "next_contact_by",
    "topics",
    "origin",
];

const PHONE_GROUNDS: &[&str] = &[
    "reason_documented",
    "plan_sent",
    "immediate_action",
    "other_channel_unsuitable",
];

/// A contact as it was read.
pub(crate) struct Entry<'n> {
    /// Index of the case it belongs to.
    pub case: usize,
    pub contact: Contact,
    pub topics: Option<&'n str>,
}

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    cases: &Ids<'n>,
    ids: &mut Ids<'n>,
    faults: &mut Faults,
) -> Result<Entry<'n>, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let id = ids.fresh(&mut fields, faults);
    let case = cases.case(&mut fields, faults);
    let date = fields.required("date", faults);
    let channel = fields.optional("channel", faults);
    let kind = fields.optional("kind", faults);
    let minutes: Option<Minutes> = fields.optional("duration_minutes", faults);
    let duration_reason_documented = fields.optional("duration_reason_documented", faults);
    let documented_on = fields.optional("documented_on", faults);
    let plan_updated = fields.optional("plan_updated", faults);
    let plan_delivery = fields.list("plan_delivery", faults, fields::read::<Delivery>);
    let phone_grounds = fields.inner("phone_grounds", faults, phone_grounds);
    let category_reviewed = fields.optional("category_reviewed", faults);
    let next_invitation = fields.optional("next_invitation", faults);
    let next_contact_by = fields.optional("next_contact_by", faults);
    let topics = fields.optional("topics", faults);
    let origin = fields.optional("origin", faults);
    let (case, _) = case?;
    Ok(Entry {
        case,
        contact: Contact {
            id: ContactId::from(id?),
            date: date?,
            channel: channel.into(),
            kind: kind.into(),
            duration_minutes: minutes.map(|Minutes(minutes)| minutes).into(),
            duration_reason_documented: duration_reason_documented.into(),
            documented_on,
            plan_updated: plan_updated.into(),
            // A way that is named twice is the same as one named once.
            plan_delivery: plan_delivery.map(ordering::set).into(),
            phone_grounds: phone_grounds.unwrap_or_default(),
            category_reviewed: category_reviewed.into(),
            next_invitation: next_invitation.into(),
            next_contact_by,
            origin: origin.unwrap_or_default(),
        },
        topics,
    })
}

fn phone_grounds(
    node: &Node<'_>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<PhoneGrounds, Noted> {
    let mut fields = Fields::of(node, place, PHONE_GROUNDS, faults)?;
    Ok(PhoneGrounds {
        reason_documented: fields.optional("reason_documented", faults).into(),
        plan_sent: fields.optional("plan_sent", faults).into(),
        immediate_action: fields.optional("immediate_action", faults).into(),
        other_channel_unsuitable: fields.optional("other_channel_unsuitable", faults).into(),
    })
}

pub(crate) fn write<'n>(
    contact: &'n Contact,
    topics: Option<&'n str>,
    case: &'n CaseId,
) -> Node<'n> {
    Node::object([
        ("id", contact.id.as_str().node()),
        ("case", case.as_str().node()),
        ("date", contact.date.node()),
        ("channel", or_null(contact.channel.known())),
        ("kind", or_null(contact.kind.known())),
        (
            "duration_minutes",
            or_null(contact.duration_minutes.map(Minutes).known()),
        ),
        (
            "duration_reason_documented",
            or_null(contact.duration_reason_documented.known()),
        ),
        ("documented_on", or_null(contact.documented_on)),
        ("plan_updated", or_null(contact.plan_updated.known())),
        ("plan_delivery", write_delivery(&contact.plan_delivery)),
        ("phone_grounds", write_phone_grounds(contact.phone_grounds)),
        (
            "category_reviewed",
            or_null(contact.category_reviewed.known()),
        ),
        ("next_invitation", or_null(contact.next_invitation.known())),
        ("next_contact_by", or_null(contact.next_contact_by)),
        ("topics", or_null(topics)),
        ("origin", contact.origin.node()),
    ])
}

fn write_delivery<'n>(delivery: &Fact<OrderedSet<Delivery>>) -> Node<'n> {
    match delivery {
        Fact::Known(ways) => Node::List(ways.iter().map(|way| way.node()).collect()),
        Fact::Unknown => Node::Null,
    }
}

/// Grounds of which nothing is known are no grounds yet.
fn write_phone_grounds<'n>(grounds: PhoneGrounds) -> Node<'n> {
    if grounds == PhoneGrounds::default() {
        return Node::Null;
    }
    Node::object([
        (
            "reason_documented",
            or_null(grounds.reason_documented.known()),
        ),
        ("plan_sent", or_null(grounds.plan_sent.known())),
        (
            "immediate_action",
            or_null(grounds.immediate_action.known()),
        ),
        (
            "other_channel_unsuitable",
            or_null(grounds.other_channel_unsuitable.known()),
        ),
    ])
}
