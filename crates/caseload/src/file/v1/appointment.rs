//! Entries of `appointments`.

use super::super::fault::{Expected, Faults, Noted};
use super::super::fields::Fields;
use super::super::place::Place;
use super::super::value::{Id, Minutes, Value, or_null};
use super::ids::Ids;
use crate::minute_of_day::ends_by_midnight;
use chrono::NaiveTime;
use json::Node;
use rules::Fact;
use rules::facts::{Appointment, AppointmentId, CaseId};

const FIELDS: &[&str] = &[
    "id",
    "case",
    "date",
    "start",
    "duration_minutes",
    "channel",
    "kind",
    "recorded_on",
    "invited_on",
    "legal_notice",
    "outcome",
    "cancelled_on",
    "cancelled_by",
    "replaces",
    "refills",
    "pinned",
    "origin",
];

/// An appointment as it was read.
pub(crate) struct Entry {
    /// Index of the case it belongs to.
    pub case: usize,
    pub appointment: Appointment,
}

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    cases: &Ids<'n>,
    ids: &mut Ids<'n>,
    faults: &mut Faults,
) -> Result<Entry, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let id = ids.fresh(&mut fields, faults);
    let case = cases.case(&mut fields, faults);
    let date = fields.required("date", faults);
    let start: Option<NaiveTime> = fields.optional("start", faults);
    let minutes: Option<Minutes> = fields.optional("duration_minutes", faults);
    let length = minutes.map(|Minutes(minutes)| minutes);
    if let Some(start) = start
        && !ends_by_midnight(Fact::Known(start), length.into())
    {
        fields.unexpected("duration_minutes", Expected::EndByMidnight(start), faults);
    }
    let channel = fields.optional("channel", faults);
    let kind = fields.optional("kind", faults);
    let recorded_on = fields.optional("recorded_on", faults);
    let invited_on = fields.optional("invited_on", faults);
    let legal_notice = fields.optional("legal_notice", faults);
    let outcome = fields.optional("outcome", faults);
    let cancelled_on = fields.optional("cancelled_on", faults);
    let cancelled_by = fields.optional("cancelled_by", faults);
    let replaces = reference("replaces", &mut fields, faults);
    let refills = reference("refills", &mut fields, faults);
    let pinned = fields.optional("pinned", faults);
    let origin = fields.optional("origin", faults);
    let (case, case_id) = case?;
    Ok(Entry {
        case,
        appointment: Appointment {
            id: AppointmentId::from(id?),
            case: CaseId::from(case_id),
            date: date?,
            start: start.into(),
            duration_minutes: length.into(),
            channel: channel.into(),
            kind: kind.into(),
            recorded_on,
            invited_on,
            legal_notice: legal_notice.into(),
            outcome: outcome.unwrap_or_default(),
            cancelled_on: cancelled_on.into(),
            cancelled_by: cancelled_by.into(),
            replaces,
            refills,
            pinned: pinned.unwrap_or_default(),
            origin: origin.unwrap_or_default(),
        },
    })
}

/// Another appointment. It may have been deleted since, so it need not be in the file.
fn reference(
    name: &'static str,
    fields: &mut Fields<'_, '_>,
    faults: &mut Faults,
) -> Option<AppointmentId> {
    let Id(id) = fields.optional(name, faults)?;
    Some(AppointmentId::from(id))
}

pub(crate) fn write<'n>(appointment: &'n Appointment, case: &'n CaseId) -> Node<'n> {
    let id = AppointmentId::as_str;
    Node::object([
        ("id", id(&appointment.id).node()),
        ("case", case.as_str().node()),
        ("date", appointment.date.node()),
        ("start", or_null(appointment.start.known())),
        (
            "duration_minutes",
            or_null(appointment.duration_minutes.map(Minutes).known()),
        ),
        ("channel", or_null(appointment.channel.known())),
        ("kind", or_null(appointment.kind.known())),
        ("recorded_on", or_null(appointment.recorded_on)),
        ("invited_on", or_null(appointment.invited_on)),
        ("legal_notice", or_null(appointment.legal_notice.known())),
        ("outcome", appointment.outcome.node()),
        ("cancelled_on", or_null(appointment.cancelled_on.known())),
        ("cancelled_by", or_null(appointment.cancelled_by.known())),
        ("replaces", or_null(appointment.replaces.as_ref().map(id))),
        ("refills", or_null(appointment.refills.as_ref().map(id))),
        ("pinned", appointment.pinned.node()),
        ("origin", appointment.origin.node()),
    ])
}
