//! A customer with everything recorded about them, version 1: the objects of the caseload file,
//! together in one.

use super::ANY_DAY;
use crate::file::fault::{Faults, Noted};
use crate::file::fields::Fields;
use crate::file::node::Node;
use crate::file::place::Place;
use crate::file::v1::ids::Ids;
use crate::file::v1::{appointment, case, contact, list, topics_of};
use crate::record::Customer;
use std::sync::Arc;

const FIELDS: &[&str] = &["case", "contacts", "appointments"];

/// Reads a customer.
pub(super) fn read<'n>(
    node: &'n Node<'n>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Arc<Customer>, Noted> {
    let mut fields = Fields::of(node, place, FIELDS, faults)?;
    let mut cases = Ids::of("cases");
    let mut customer = fields.inner_required("case", faults, |node, place, faults| {
        case::read(node, place, ANY_DAY, &mut cases, faults)
    })?;
    let mut ids = Ids::of("contacts");
    fields.each("contacts", faults, |node, place, faults| {
        let entry = contact::read(node, place, &cases, &mut ids, faults)?;
        if let Some(topics) = entry.topics {
            let id = entry.contact.id.clone();
            customer.topics.insert(id, topics.to_owned());
        }
        customer.contacts.push(entry.contact);
        Ok(())
    });
    let mut ids = Ids::of("appointments");
    fields.each("appointments", faults, |node, place, faults| {
        let entry = appointment::read(node, place, &cases, &mut ids, faults)?;
        customer.appointments.push(entry.appointment);
        Ok(())
    });
    Ok(Arc::new(customer))
}

/// The tree of a customer.
pub(super) fn write(customer: &Customer) -> Node<'_> {
    let contacts = customer
        .contacts
        .iter()
        .map(|contact| contact::write(contact, topics_of(customer, contact), &customer.id));
    let appointments = customer
        .appointments
        .iter()
        .map(|appointment| appointment::write(appointment, &customer.id));
    Node::object([
        ("case", case::write(customer)),
        ("contacts", list(contacts)),
        ("appointments", list(appointments)),
    ])
}
