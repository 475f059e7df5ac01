//! Version 1 of the caseload file. One module per kind of object, each with its fields, its reader
//! and its writer side by side; what stands between the objects (unique ids, references) is here.
//!
//! The modules' lists of fields are in the order in which files are written.

pub(crate) mod appointment;
pub(crate) mod case;
pub(crate) mod caseworker;
pub(crate) mod contact;
pub(crate) mod exception;
pub(crate) mod ids;
pub(crate) mod parameter;
pub(crate) mod transfer;

use super::fault::{Faults, Noted, ReadError};
use super::fields::Fields;
use super::node::{Node, Number};
use super::place::Place;
use super::value::Value;
use crate::record::{Caseload, Customer};
use chrono::NaiveDate;
use ids::Ids;
use rules::edition::EditionId;
use rules::facts::Contact;
use std::sync::Arc;

/// What `format` says in a caseload file.
pub(crate) const FORMAT: &str = "kontaktdichte-caseload";

/// What `version` says in a file of this version.
pub(crate) const VERSION: u16 = 1;

const FIELDS: &[&str] = &[
    "format",
    "version",
    "edition",
    "caseworker",
    "parameters",
    "cases",
    "contacts",
    "appointments",
    "exceptions",
    "transfers",
];

/// Reads the content of a file; its format and version are known to be right.
pub(crate) fn read(root: &Node<'_>, today: NaiveDate) -> Result<Caseload, ReadError> {
    let mut faults = Faults::default();
    let caseload = caseload(root, &Place::FILE, today, &mut faults);
    faults.unless_any(caseload)
}

/// Reads a caseload that stands at a place of a file; its format and version are known to be right.
pub(crate) fn caseload<'n>(
    root: &'n Node<'n>,
    place: &Place<'_>,
    today: NaiveDate,
    faults: &mut Faults,
) -> Result<Caseload, Noted> {
    let mut fields = Fields::of(root, place, FIELDS, faults)?;
    let edition = fields.required::<EditionId>("edition", faults);
    let caseworker = fields.inner_or_empty("caseworker", faults, caseworker::read);
    let parameters = fields.list("parameters", faults, parameter::read);

    let mut cases = Ids::of("cases");
    let customers = fields.list("cases", faults, |node, place, faults| {
        // A case that cannot be read keeps its place: what refers to it is not at fault.
        Ok(case::read(node, place, today, &mut cases, faults).ok())
    });
    let mut customers: Vec<Option<Customer>> = customers.unwrap_or_default();

    let mut ids = Ids::of("contacts");
    fields.each("contacts", faults, |node, place, faults| {
        let entry = contact::read(node, place, &cases, &mut ids, faults)?;
        if let Some(Some(customer)) = customers.get_mut(entry.case) {
            if let Some(topics) = entry.topics {
                let id = entry.contact.id.clone();
                customer.topics.insert(id, topics.to_owned());
            }
            customer.contacts.push(entry.contact);
        }
        Ok(())
    });
    let mut ids = Ids::of("appointments");
    fields.each("appointments", faults, |node, place, faults| {
        let entry = appointment::read(node, place, &cases, &mut ids, faults)?;
        if let Some(Some(customer)) = customers.get_mut(entry.case) {
            customer.appointments.push(entry.appointment);
        }
        Ok(())
    });
    let mut ids = Ids::of("exceptions");
    let exceptions = fields.list("exceptions", faults, |node, place, faults| {
        exception::read(node, place, &mut ids, faults)
    });
    let mut ids = Ids::of("transfers");
    let transfers = fields.list("transfers", faults, |node, place, faults| {
        transfer::read(node, place, &mut ids, faults)
    });
    Ok(Caseload {
        edition: edition?,
        caseworker: caseworker?,
        parameters: parameters.unwrap_or_default(),
        customers: customers.into_iter().flatten().map(Arc::new).collect(),
        exceptions: exceptions.unwrap_or_default(),
        transfers: transfers.unwrap_or_default(),
    })
}

/// The tree of a caseload.
pub(crate) fn write(caseload: &Caseload) -> Node<'_> {
    let customers = || caseload.customers.iter().map(Arc::as_ref);
    Node::object([
        ("format", FORMAT.node()),
        ("version", Node::Number(Number::Whole(VERSION.into()))),
        ("edition", caseload.edition.node()),
        ("caseworker", caseworker::write(&caseload.caseworker)),
        (
            "parameters",
            list(caseload.parameters.iter().map(parameter::write)),
        ),
        ("cases", list(customers().map(case::write))),
        (
            "contacts",
            list(customers().flat_map(|customer| {
                customer.contacts.iter().map(|contact| {
                    contact::write(contact, topics_of(customer, contact), &customer.id)
                })
            })),
        ),
        (
            "appointments",
            list(customers().flat_map(|customer| {
                customer
                    .appointments
                    .iter()
                    .map(|appointment| appointment::write(appointment, &customer.id))
            })),
        ),
        (
            "exceptions",
            list(caseload.exceptions.iter().map(exception::write)),
        ),
        (
            "transfers",
            list(caseload.transfers.iter().map(transfer::write)),
        ),
    ])
}

/// What a contact of a customer was about.
pub(crate) fn topics_of<'c>(customer: &'c Customer, contact: &Contact) -> Option<&'c str> {
    customer.topics.get(&contact.id).map(String::as_str)
}

/// A list of trees.
pub(crate) fn list<'n>(nodes: impl Iterator<Item = Node<'n>>) -> Node<'n> {
    Node::List(nodes.collect())
}
