//! Caseloads that have something in common: the same customers, partly as they were, partly
//! different, gone, or in another order.

use crate::arbitrary;
use caseload::Caseload;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many caseloads of one caseworker.
pub fn caseloads(today: NaiveDate, count: usize) -> impl Strategy<Value = Vec<Caseload>> {
    let first = arbitrary::caseload(today).prop_map(belong_to_customers);
    first.prop_flat_map(move |first| {
        let others = prop::collection::vec(variant(first.clone(), today), count - 1);
        others.prop_map(move |mut all| {
            all.insert(0, first.clone());
            all
        })
    })
}

fn variant(first: Caseload, today: NaiveDate) -> impl Strategy<Value = Caseload> {
    let taken = prop::collection::vec(any::<[bool; 3]>(), 4);
    (arbitrary::caseload(today), taken).prop_flat_map(move |(other, taken)| {
        let mut variant = belong_to_customers(other);
        let own = variant.customers.clone();
        variant.customers.clear();
        for (place, [kept, turned, dropped]) in taken.into_iter().enumerate() {
            let source = if kept { &first.customers } else { &own };
            let Some(mut customer) = source.get(place).cloned().filter(|_| !dropped) else {
                continue;
            };
            if turned {
                let customer = Arc::make_mut(&mut customer);
                customer.contacts.reverse();
                customer.appointments.reverse();
            }
            variant.customers.push(customer);
        }
        drop_loose_references(&mut variant);
        let customers = Just(variant.customers.clone()).prop_shuffle();
        let exceptions = Just(variant.exceptions.clone()).prop_shuffle();
        let transfers = Just(variant.transfers.clone()).prop_shuffle();
        (customers, exceptions, transfers).prop_map(move |(customers, exceptions, transfers)| {
            Caseload {
                customers,
                exceptions,
                transfers,
                ..variant.clone()
            }
        })
    })
}

/// Takes away what refers to an appointment of a customer who is not there.
fn drop_loose_references(caseload: &mut Caseload) {
    let known: BTreeSet<String> = caseload
        .customers
        .iter()
        .flat_map(|customer| &customer.appointments)
        .map(|appointment| appointment.id.to_string())
        .collect();
    for customer in &mut caseload.customers {
        for own in &mut Arc::make_mut(customer).appointments {
            own.refills = own.refills.take().filter(|id| known.contains(id.as_str()));
        }
    }
    for transfer in &mut caseload.transfers {
        transfer.subject = transfer.subject.take().filter(|id| known.contains(id));
    }
}

/// Exceptions and transfers are about the first customer, as far as there is one, and some
/// appointments of others refer to theirs.
fn belong_to_customers(mut caseload: Caseload) -> Caseload {
    let Some(first) = caseload.customers.first() else {
        return caseload;
    };
    let id = first.id.clone();
    let appointment = first.appointments.first().map(|own| own.id.clone());
    for (exception, place) in caseload.exceptions.iter_mut().zip(0..) {
        if place % 2 == 0 {
            exception.case = id.clone();
        }
    }
    for (transfer, place) in caseload.transfers.iter_mut().zip(0..) {
        if place % 2 == 0 {
            transfer.case = id.clone();
        } else {
            transfer.subject = appointment.as_ref().map(ToString::to_string);
        }
    }
    for other in caseload.customers.iter_mut().skip(1) {
        for own in &mut Arc::make_mut(other).appointments {
            own.refills.clone_from(&appointment);
        }
    }
    caseload
}
