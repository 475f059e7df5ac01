//! Whatever a caseload holds comes back from events and snapshots, and nothing makes their readers
//! fall over.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;

use caseload::history::{
    CaseloadId, Change, ContactEntry, Deed, Event, EventId, Moment, Sheet, Step, Swap, Way,
};
use caseload::journal::{read_event, read_snapshot, write_event, write_snapshot};
use caseload::{Caseload, Customer};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// Every way in which things can stand in a list.
fn steps<T: Clone>(one: &[T], other: &[T]) -> Vec<Step<T>> {
    let come = one
        .iter()
        .map(|subject| Way::Added(Box::new(subject.clone())));
    let go = other
        .iter()
        .map(|subject| Way::Removed(Box::new(subject.clone())));
    let stay = one.iter().zip(other).map(|(before, after)| {
        Way::Revised(Box::new(Swap {
            before: before.clone(),
            after: after.clone(),
        }))
    });
    let ways = come.chain(go).chain(stay).enumerate();
    ways.map(|(position, way)| Step { position, way }).collect()
}

fn swap<T: Clone>(before: &T, after: &T) -> Swap<T> {
    Swap {
        before: before.clone(),
        after: after.clone(),
    }
}

fn entries(customer: &Customer) -> Vec<ContactEntry> {
    let contacts = customer.contacts.iter();
    contacts
        .map(|contact| ContactEntry {
            contact: contact.clone(),
            topics: customer.topics.get(&contact.id).cloned(),
        })
        .collect()
}

/// Changes of every kind, made of what two caseloads hold.
fn changes(one: &Caseload, other: &Caseload) -> Vec<Change> {
    let mut changes = vec![
        Change::Lineage(swap(&CaseloadId::new([1; 16]), &CaseloadId::new([2; 16]))),
        Change::Edition(swap(&one.edition, &other.edition)),
        Change::Caseworker(Box::new(swap(&one.caseworker, &other.caseworker))),
        Change::Parameters(swap(&one.parameters, &other.parameters)),
    ];
    changes.extend(
        steps(&one.customers, &other.customers)
            .into_iter()
            .map(Change::Customer),
    );
    changes.extend(
        steps(&one.exceptions, &other.exceptions)
            .into_iter()
            .map(Change::Exception),
    );
    changes.extend(
        steps(&one.transfers, &other.transfers)
            .into_iter()
            .map(Change::Transfer),
    );
    for (before, after) in one.customers.iter().zip(&other.customers) {
        let sheets = swap(&Sheet::of(before), &Sheet::of(after));
        changes.push(Change::Sheet(Box::new(sheets)));
        let contacts = steps(&entries(before), &entries(after)).into_iter();
        changes.extend(contacts.map(|step| Change::Contact(before.id.clone(), step)));
        let appointments = steps(&before.appointments, &before.appointments).into_iter();
        changes.extend(appointments.map(|step| Change::Appointment(before.id.clone(), step)));
    }
    changes
}

fn deed() -> impl Strategy<Value = Deed> {
    let id =
        (any::<i64>(), any::<[u8; 10]>()).prop_map(|(at, random)| EventId::new(Moment(at), random));
    let plain = select(vec![
        Deed::ListImported,
        Deed::FileOpened,
        Deed::BackupRestored,
        Deed::BackupMerged,
        Deed::CustomerAdded,
        Deed::CustomerRevised,
        Deed::CustomerClosed,
        Deed::CustomerReopened,
        Deed::CustomerRemoved,
        Deed::CustomersRevised,
        Deed::ContactRecorded,
        Deed::ContactRevised,
        Deed::ContactRemoved,
        Deed::AppointmentMade,
        Deed::AppointmentRevised,
        Deed::AppointmentRemoved,
        Deed::OutcomeRecorded,
        Deed::PlanAccepted,
        Deed::FindingCorrected,
        Deed::FindingKept,
        Deed::FindingReopened,
        Deed::ParametersChanged,
        Deed::TransferDone,
        Deed::TransferReopened,
        Deed::OfficeRevised,
        Deed::HandoverTaken,
        Deed::HandoverGivenBack,
        Deed::HandoverReturned,
    ]);
    prop_oneof![
        plain,
        id.clone().prop_map(Deed::Undone),
        id.prop_map(Deed::Redone),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let caseload = || arbitrary::caseload(today());
    (
        any::<i64>(),
        any::<[u8; 10]>(),
        deed(),
        caseload(),
        caseload(),
    )
        .prop_map(|(at, random, deed, one, other)| Event {
            id: EventId::new(Moment(at), random),
            at: Moment(at),
            deed,
            changes: changes(&one, &other),
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_event_comes_back(event in event()) {
        let written = write_event(&event);
        prop_assert!(!written.contains(&b'\n'));
        let back = read_event(&written);
        prop_assert_eq!(back.as_ref(), Ok(&event));
        prop_assert_eq!(back.map(|back| write_event(&back)), Ok(written));
    }

    #[test]
    fn a_snapshot_comes_back(
        caseload in arbitrary::caseload(today()),
        lineage in any::<[u8; 16]>(),
    ) {
        let lineage = CaseloadId::new(lineage);
        let written = write_snapshot(lineage, &caseload);
        prop_assert_eq!(read_snapshot(&written), Ok((lineage, caseload)));
    }

    #[test]
    fn a_damaged_payload_is_read_or_refused_with_a_reason(
        event in event(),
        caseload in arbitrary::caseload(today()),
        damage in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let spoil = |mut bytes: Vec<u8>| {
            for (place, byte) in &damage {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
            bytes
        };
        let event = read_event(&spoil(write_event(&event))).map(drop);
        let snapshot = read_snapshot(&spoil(write_snapshot(CaseloadId::new([3; 16]), &caseload)));
        for error in [event, snapshot.map(drop)].into_iter().filter_map(Result::err) {
            for fault in error.faults() {
                prop_assert!(!fault.to_string().is_empty() && !fault.german().is_empty());
            }
        }
    }
}

const HEAD: &str =
    r#""version":1,"id":"01a1ee8a-2c00-7000-8000-000000000000","at":1795000000000,"deed""#;

fn faults(text: &str) -> Vec<String> {
    let error = read_event(text.as_bytes()).unwrap_err();
    error.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn someone_born_after_today_is_read_because_the_clock_may_have_been_set_back() {
    let text = format!(
        r#"{{{HEAD}:"customer_added","changes":[{{"customer":{{"position":0,"added":{{"case":{}}}}}}}]}}"#,
        r#"{"id":"c","customer_number":"1","birth_date":"9999-12-31"}"#
    );
    assert!(read_event(text.as_bytes()).is_ok());
}

#[test]
fn what_is_not_known_is_refused_with_its_path() {
    let cases = [
        (
            format!(r#"{{{HEAD}:"customer_added","changes":[],"more":1}}"#),
            "more: unknown field, expected one of version, id, at, deed, changes",
        ),
        (
            format!(r#"{{{HEAD}:"customer_eaten"}}"#),
            "deed: \"customer_eaten\", expected one of list_imported, file_opened, \
             backup_restored, backup_merged, customer_added, customer_revised, customer_closed, \
             customer_reopened, customer_removed, customers_revised, contact_recorded, \
             contact_revised, contact_removed, appointment_made, appointment_revised, \
             appointment_removed, outcome_recorded, plan_accepted, finding_corrected, \
             finding_kept, finding_reopened, parameters_changed, transfer_done, \
             transfer_reopened, office_revised, handover_taken, handover_given_back, \
             handover_returned",
        ),
        (
            format!(r#"{{{HEAD}:{{"undone":"x"}}}}"#),
            "deed.undone: \"x\", expected a UUID",
        ),
        (
            format!(
                r#"{{{HEAD}:"list_imported","changes":[{{"contact":{{"case":"c","position":-1,"removed":{{"id":"k","case":"d","date":"2026-02-30"}}}}}}]}}"#
            ),
            "changes[0].contact.position: -1, expected a place in a list, counted from 0\n\
             changes[0].contact.removed.case: \"d\", expected the id of a case in this file\n\
             changes[0].contact.removed.date: \"2026-02-30\", expected a day that exists, as YYYY-MM-DD",
        ),
        (
            format!(r#"{{{HEAD}:"list_imported","changes":[{{"weather":1}}]}}"#),
            "changes[0].weather: \"weather\", expected one of lineage, edition, caseworker, \
             parameters, customer, sheet, contact, appointment, exception, transfer",
        ),
        (
            format!(r#"{{{HEAD}:"list_imported","changes":[{{"exception":{{"position":0}}}}]}}"#),
            "changes[0].exception: an object, expected one of added, revised, removed",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(faults(&text).join("\n"), expected);
    }
}

#[test]
fn a_newer_version_is_told_from_a_fault() {
    let error = read_event(br#"{"version":2,"what":"else"}"#).unwrap_err();
    assert!(error.is_newer_version());
    let error = read_event(br#"{"version":"2"}"#).unwrap_err();
    assert!(!error.is_newer_version());
}
