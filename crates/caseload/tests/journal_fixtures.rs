//! What version 1 of the journal wrote is read for ever. These files are never changed; a new
//! version gets files and a test of its own beside them.
//!
//! Everything sealed here has the passphrase of `stored::PASSPHRASE` and a vault that is cheap to
//! unlock.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

#[expect(
    dead_code,
    reason = "the fixtures take the place of the store that other tests make"
)]
mod stored;

use caseload::file;
use caseload::history::{
    CaseloadId, Change, ContactEntry, Deed, Event, EventId, Moment, Sheet, Step, Swap, Way,
};
use caseload::journal::{
    Protection, Verdict, load_event, load_snapshot, read_event, read_snapshot, replay, rescue,
};
use caseload::sealing::{Content, Passphrase, SealedFile, Vault};
use caseload::{Caseload, Customer};
use std::sync::Arc;
use stored::{PASSPHRASE, added, ledger, lineage};

const VAULT: &[u8] = include_bytes!("fixtures/journal/vault-v1.json");
const EVENT: &[u8] = include_bytes!("fixtures/journal/event-v1.json");
const SEALED_EVENT: &[u8] = include_bytes!("fixtures/journal/sealed-event-v1.record");
const PLAIN_EVENT: &[u8] = include_bytes!("fixtures/journal/plain-event-v1.record");
const SNAPSHOT: &[u8] = include_bytes!("fixtures/journal/snapshot-v1.packed");
const SEALED_SNAPSHOT: &[u8] = include_bytes!("fixtures/journal/sealed-snapshot-v1.record");
const BACKUP: &[u8] = include_bytes!("fixtures/journal/backup-v1.kkd");
const RESCUE: &[u8] = include_bytes!("fixtures/journal/rescue-v1.kkd-rettung");

/// A caseload in which every field of the format has a value.
fn every_field() -> Caseload {
    let bytes = include_bytes!("../fixtures/v1/every-field.kkd.json");
    file::read(bytes, "2026-11-22".parse().unwrap()).unwrap()
}

fn protection() -> Protection {
    let vault = Vault::from_json(VAULT).unwrap();
    let key = vault
        .unlock(&Passphrase::for_unlocking(PASSPHRASE))
        .unwrap();
    Protection::Sealed {
        store: vault.store(),
        key: Arc::new(key),
    }
}

fn swap<T>(before: T, after: T) -> Swap<T> {
    Swap { before, after }
}

fn come<T>(position: usize, subject: T) -> Step<T> {
    let way = Way::Added(Box::new(subject));
    Step { position, way }
}

/// An event with a change of every kind.
fn every_change() -> Event {
    let full = every_field();
    let empty = Caseload::empty(full.caseworker.office.state);
    let customer = full.customers.first().unwrap().clone();
    let bare = Customer::new(customer.id.clone(), customer.number.clone());
    let contact = customer.contacts.first().unwrap().clone();
    let topics = customer.topics.get(&contact.id).cloned();
    let entry = ContactEntry { contact, topics };
    let appointment = customer.appointments.first().unwrap().clone();
    let case = customer.id.clone();
    let before = CaseloadId::new([1; 16]);
    let revised = Way::Revised(Box::new(swap(
        ContactEntry {
            topics: None,
            ..entry.clone()
        },
        entry.clone(),
    )));
    Event {
        id: EventId::new(Moment(1_795_000_000_000), [5; 10]),
        at: Moment(1_795_000_000_000),
        deed: Deed::Redone(EventId::new(Moment(1_794_000_000_000), [6; 10])),
        changes: vec![
            Change::Lineage(swap(before, lineage())),
            Change::Edition(swap(empty.edition, full.edition)),
            Change::Caseworker(Box::new(swap(empty.caseworker, full.caseworker))),
            Change::Parameters(swap(Vec::new(), full.parameters)),
            Change::Customer(come(4, customer.clone())),
            Change::Sheet(Box::new(swap(Sheet::of(&bare), Sheet::of(&customer)))),
            Change::Contact(
                case.clone(),
                Step {
                    position: 3,
                    way: revised,
                },
            ),
            Change::Appointment(
                case,
                Step {
                    position: 0,
                    way: Way::Removed(Box::new(appointment)),
                },
            ),
            Change::Exception(come(0, full.exceptions.first().unwrap().clone())),
            Change::Transfer(come(1, full.transfers.first().unwrap().clone())),
        ],
    }
}

#[test]
fn the_payload_of_an_event() {
    assert_eq!(read_event(EVENT), Ok(every_change()));
}

#[test]
fn the_payload_of_a_snapshot() {
    assert_eq!(read_snapshot(SNAPSHOT), Ok((lineage(), every_field())));
}

#[test]
fn records() {
    let protection = protection();
    assert_eq!(
        load_event(&protection, 17, SEALED_EVENT),
        Ok(every_change())
    );
    assert_eq!(
        load_event(&Protection::Plain, 17, PLAIN_EVENT),
        Ok(every_change())
    );
    assert_eq!(
        load_snapshot(&protection, 16, SEALED_SNAPSHOT),
        Ok((lineage(), every_field()))
    );
}

#[test]
fn a_backup() {
    let file = SealedFile::parse(BACKUP).unwrap();
    assert_eq!(file.content(), Content::Backup);
    let payload = file.open(&Passphrase::for_unlocking(PASSPHRASE)).unwrap();
    assert_eq!(read_snapshot(&payload), Ok((lineage(), every_field())));
}

#[test]
fn a_rescue_file() {
    let rescue = rescue::parse(RESCUE).unwrap();
    assert_eq!(rescue.written_at, "2026-11-22T18:40:00.000Z");
    let vault = rescue.vault.unwrap();
    assert_eq!(vault.as_bytes(), VAULT);
    let replayed = replay(&protection(), &rescue.snapshots, &rescue.records).unwrap();
    assert_eq!(replayed.report.verdict(), Verdict::Sound);
    assert_eq!(replayed.snapshot, Some(2));
    assert_eq!(replayed.latest, Some(added(3).at));
    assert_eq!(replayed.ledger.caseload(), ledger(3).caseload());
    assert_eq!(replayed.ledger.events(), ledger(3).events());
}
