//! A backup beside what is here: the dry run of a restore, and joining the two.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;
mod variants;

use caseload::comparison::{Conflict, Relation, compare, merge};
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use proptest::prelude::*;
use rules::Fact;
use rules::facts::{
    Appointment, AppointmentId, CaseId, Channel, Contact, ContactId, FederalState, Origin, Status,
};
use std::collections::BTreeSet;
use std::sync::Arc;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn customer(number: &str) -> Customer {
    let id = CaseId::from(format!("c-{number}").as_str());
    Customer::new(id, CustomerNumber::new(number).unwrap())
}

fn caseload(customers: &[Customer]) -> Caseload {
    Caseload {
        customers: customers.iter().cloned().map(Arc::new).collect(),
        ..Caseload::empty(FederalState::BW)
    }
}

fn contact(id: &str) -> Contact {
    Contact::bare(ContactId::from(id), today(), Origin::Entered)
}

#[test]
fn a_dry_run_says_who_is_new_changed_or_gone() {
    let mut here = customer("2");
    here.facts.status = Fact::Known(Status::Unemployed);
    here.contacts.push(contact("only-here"));
    let mut there = customer("2");
    there.facts.status = Fact::Known(Status::JobSeeking);
    there.name = Some("B. K.".to_owned());
    there.note = Some("alt".to_owned());
    there.contacts.push(contact("only-there"));
    let present = caseload(&[customer("4"), here, customer("3")]);
    let mut backup = caseload(&[there, customer("3"), customer("1")]);
    backup.caseworker.office.absences.clear();
    backup.caseworker.name = Some("IFK 1".to_owned());

    let comparison = compare(&present, &backup);
    let told: Vec<(&str, &str)> = comparison
        .customers
        .iter()
        .map(|customer| (customer.number.as_str(), customer.relation.label()))
        .collect();
    assert_eq!(told, [("1", "neu"), ("2", "geändert"), ("4", "entfällt")]);
    assert_eq!(comparison.unchanged, 1);
    assert_eq!(
        comparison.customers[1].relation,
        Relation::Changed(vec![
            "Name: hier unbekannt, in der Sicherung B. K.".to_owned(),
            "Status: hier arbeitslos, in der Sicherung arbeitsuchend".to_owned(),
            "Notiz: nur in der Sicherung".to_owned(),
            "Kontakt vom 22.11.2026 (Kontaktart unbekannt): nur in der Sicherung".to_owned(),
            "Kontakt vom 22.11.2026 (Kontaktart unbekannt): nur hier".to_owned(),
        ])
    );
    assert_eq!(
        comparison.general,
        ["Name der Integrationsfachkraft: hier unbekannt, in der Sicherung IFK 1"]
    );
}

#[test]
fn a_merge_fills_gaps_and_lists_what_both_know_differently() {
    let mut here = customer("1");
    here.facts.status = Fact::Known(Status::Unemployed);
    here.closed_on = Some(today());
    here.contacts.push(contact("k"));
    let mut there = customer("1");
    there.facts.status = Fact::Known(Status::JobSeeking);
    there.facts.digital_consent = Fact::Known(true);
    there.note = Some("aus der Sicherung".to_owned());
    there.contacts.push(contact("older"));
    let mut same = contact("k");
    same.channel = Fact::Known(Channel::Video);
    there.contacts.push(same.clone());
    there.topics.insert(same.id.clone(), "Weg".to_owned());

    let merged = merge(
        &caseload(&[here.clone()]),
        &caseload(&[there, customer("2")]),
    );
    let mut expected = here;
    expected.facts.digital_consent = Fact::Known(true);
    expected.note = Some("aus der Sicherung".to_owned());
    expected.topics.insert(same.id.clone(), "Weg".to_owned());
    expected.contacts = vec![same, contact("older")];
    assert_eq!(merged.caseload, caseload(&[expected, customer("2")]));
    assert_eq!(
        merged.conflicts,
        [Conflict {
            case: CaseId::from("c-1"),
            number: CustomerNumber::new("1"),
            lines: vec!["Status: hier arbeitslos, in der Sicherung arbeitsuchend".to_owned()],
        }]
    );
}

#[test]
fn nobody_is_taken_twice_and_nothing_passes_to_somebody_else() {
    let mut here = customer("1");
    here.contacts.push(contact("k"));
    let mut twin = customer("1");
    twin.id = CaseId::from("twin");
    let mut thief = customer("2");
    thief.contacts.push(contact("k"));
    let present = caseload(&[here.clone()]);
    let merged = merge(&present, &caseload(&[twin, thief]));
    assert_eq!(merged.caseload, caseload(&[here, customer("2")]));
    let cases: Vec<&str> = merged.conflicts.iter().map(|c| c.case.as_str()).collect();
    assert_eq!(cases, ["twin", "c-2"]);
}

#[test]
fn an_appointment_never_comes_to_last_beyond_midnight() {
    let appointment = || {
        let case = CaseId::from("c-1");
        Appointment::bare(AppointmentId::from("t"), case, today(), Origin::Entered)
    };
    let with = |appointment: Appointment| {
        let mut customer = customer("1");
        customer.appointments.push(appointment);
        caseload(&[customer])
    };
    let mut late = appointment();
    late.start = Fact::Known(chrono::NaiveTime::from_hms_opt(23, 50, 0).unwrap());
    let mut long = appointment();
    long.duration_minutes = Fact::Known(45);
    let merged = merge(&with(late.clone()), &with(long.clone()));
    assert_eq!(merged.caseload, with(late.clone()));
    assert_eq!(merged.conflicts.len(), 1);
    long.duration_minutes = Fact::Known(10);
    let merged = merge(&with(late.clone()), &with(long));
    late.duration_minutes = Fact::Known(10);
    assert_eq!(merged.caseload, with(late));
}

fn ids(caseload: &Caseload) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for customer in &caseload.customers {
        ids.insert(customer.id.to_string());
        ids.extend(customer.contacts.iter().map(|entry| entry.id.to_string()));
        ids.extend(
            customer
                .appointments
                .iter()
                .map(|entry| entry.id.to_string()),
        );
    }
    ids.extend(caseload.exceptions.iter().map(|entry| entry.id.clone()));
    ids.extend(caseload.transfers.iter().map(|entry| entry.id.clone()));
    ids
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_caseload_beside_itself_is_the_same(caseload in arbitrary::caseload(today())) {
        let comparison = compare(&caseload, &caseload);
        prop_assert!(comparison.is_same());
        prop_assert_eq!(comparison.unchanged, caseload.customers.len());
        let merged = merge(&caseload, &caseload);
        prop_assert_eq!(merged.caseload, caseload);
        prop_assert_eq!(merged.conflicts, []);
        prop_assert!(merged.general.is_empty());
    }

    #[test]
    fn whoever_differs_is_listed_with_what_differs(pair in variants::caseloads(today(), 2)) {
        let comparison = compare(&pair[0], &pair[1]);
        for customer in &comparison.customers {
            if let Relation::Changed(lines) = &customer.relation {
                prop_assert!(!lines.is_empty());
            }
        }
        let find = |caseload: &Caseload, id: &CaseId| {
            caseload.customers.iter().find(|customer| customer.id == *id).cloned()
        };
        let all: BTreeSet<CaseId> = pair.iter()
            .flat_map(|caseload| &caseload.customers)
            .map(|customer| customer.id.clone())
            .collect();
        let differing = all.iter().filter(|id| find(&pair[0], id) != find(&pair[1], id)).count();
        prop_assert_eq!(comparison.customers.len(), differing);
        prop_assert_eq!(comparison.unchanged, all.len() - differing);
    }

    #[test]
    fn merging_again_changes_nothing_and_nothing_known_here_changes(
        pair in variants::caseloads(today(), 2),
    ) {
        let (present, backup) = (&pair[0], &pair[1]);
        let once = merge(present, backup);
        let twice = merge(&once.caseload, backup);
        prop_assert_eq!(&twice.caseload, &once.caseload);
        prop_assert_eq!(&twice.conflicts, &once.conflicts);

        let (here, after) = (ids(present), ids(&once.caseload));
        prop_assert!(here.is_subset(&after));
        // Filling what was merged from what is here finds no contradiction: nothing was overwritten.
        let back = merge(&once.caseload, present);
        prop_assert_eq!(&back.caseload, &once.caseload);
        prop_assert_eq!(back.conflicts, []);
    }
}
