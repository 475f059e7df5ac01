//! `caseworker`: who keeps the caseload, and when and where that person works.

use super::super::fault::{Expected, Faults, Found, Noted};
use super::super::fields::{self, Fields};
use super::super::place::Place;
use super::super::value::{Value, or_null};
use crate::record::Caseworker;
use chrono::{NaiveDate, NaiveTime, Weekday};
use json::Node;
use rules::facts::{Absence, Closure, Hours, OfficeDays};
use rules::ordering::sort_by_key;

const FIELDS: &[&str] = &[
    "name",
    "fte",
    "state",
    "working_days",
    "hours",
    "absences",
    "closures",
];

const HOURS: &[&str] = &["from", "to"];
const ABSENCE: &[&str] = &["from", "to", "reason"];
const CLOSURE: &[&str] = &["date", "reason"];

pub(crate) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Caseworker, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let name = fields.optional::<&str>("name", faults);
    let fte = fields.optional("fte", faults);
    let state = fields.required("state", faults);
    let working_days = working_days(&mut fields, faults);
    let hours = fields.list("hours", faults, hours);
    let absences = fields.list("absences", faults, absence);
    let closures = fields.list("closures", faults, closure);
    let usual = OfficeDays::usual(state?);
    Ok(Caseworker {
        name: name.map(str::to_owned),
        office: OfficeDays {
            fte: fte.unwrap_or(usual.fte),
            working_days: working_days.unwrap_or(usual.working_days),
            hours: hours.unwrap_or(usual.hours),
            absences: absences.unwrap_or(usual.absences),
            closures: closures.unwrap_or(usual.closures),
            state: usual.state,
        },
    })
}

/// The weekdays, Monday first whatever the order in the file.
fn working_days(fields: &mut Fields<'_, '_>, faults: &mut Faults) -> Option<Vec<Weekday>> {
    let mut days: Vec<Weekday> = Vec::new();
    fields.list("working_days", faults, |node, place, faults| {
        let day = fields::read(node, place, faults)?;
        if days.contains(&day) {
            let found = Found::of(node);
            return Err(faults.unexpected(place, found, Expected::NotRepeated));
        }
        days.push(day);
        Ok(())
    })?;
    sort_by_key(&mut days, Weekday::num_days_from_monday);
    Some(days)
}

fn hours(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<Hours, Noted> {
    let mut fields = Fields::of(node, place, HOURS, faults)?;
    let from: Result<NaiveTime, Noted> = fields.required("from", faults);
    let to: Result<NaiveTime, Noted> = fields.required("to", faults);
    let (from, to) = (from?, to?);
    if from >= to {
        return Err(fields.unexpected("to", Expected::After(from), faults));
    }
    Ok(Hours { from, to })
}

fn absence(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<Absence, Noted> {
    let mut fields = Fields::of(node, place, ABSENCE, faults)?;
    let from: Result<NaiveDate, Noted> = fields.required("from", faults);
    let to: Result<NaiveDate, Noted> = fields.required("to", faults);
    let reason = fields.optional::<&str>("reason", faults);
    let (from, to) = (from?, to?);
    if from > to {
        return Err(fields.unexpected("to", Expected::NotBefore(from), faults));
    }
    Ok(Absence {
        from,
        to,
        reason: reason.map(str::to_owned),
    })
}

fn closure(node: &Node<'_>, place: &Place<'_>, faults: &mut Faults) -> Result<Closure, Noted> {
    let mut fields = Fields::of(node, place, CLOSURE, faults)?;
    let date = fields.required("date", faults);
    let reason = fields.optional::<&str>("reason", faults);
    Ok(Closure {
        date: date?,
        reason: reason.map(str::to_owned),
    })
}

pub(crate) fn write(caseworker: &Caseworker) -> Node<'_> {
    let office = &caseworker.office;
    Node::object([
        ("name", or_null(caseworker.name.as_deref())),
        ("fte", office.fte.node()),
        ("state", office.state.node()),
        (
            "working_days",
            Node::List(office.working_days.iter().map(|day| day.node()).collect()),
        ),
        (
            "hours",
            Node::List(office.hours.iter().map(write_hours).collect()),
        ),
        (
            "absences",
            Node::List(office.absences.iter().map(write_absence).collect()),
        ),
        (
            "closures",
            Node::List(office.closures.iter().map(write_closure).collect()),
        ),
    ])
}

fn write_hours<'n>(hours: &Hours) -> Node<'n> {
    Node::object([("from", hours.from.node()), ("to", hours.to.node())])
}

fn write_absence(absence: &Absence) -> Node<'_> {
    Node::object([
        ("from", absence.from.node()),
        ("to", absence.to.node()),
        ("reason", or_null(absence.reason.as_deref())),
    ])
}

fn write_closure(closure: &Closure) -> Node<'_> {
    Node::object([
        ("date", closure.date.node()),
        ("reason", or_null(closure.reason.as_deref())),
    ])
}
