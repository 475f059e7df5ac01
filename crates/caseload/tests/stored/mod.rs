//! A small store, the same at every run.

use caseload::history::{CaseloadId, Change, Deed, Event, EventId, Ledger, Moment, Step, Way};
use caseload::journal::{Protection, store_event, store_snapshot};
use caseload::sealing::{Cost, Entropy, NoEntropy, Passphrase, Vault};
use caseload::{Caseload, Customer, CustomerNumber};
use rules::facts::{CaseId, FederalState};
use std::sync::Arc;

/// The passphrase of everything that tests seal.
pub const PASSPHRASE: &str = "Neun Birnen am Kanal";

/// Bytes that count up: nothing for real keys, and the same at every run.
pub struct Counter(pub u8);

impl Entropy for Counter {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        for byte in bytes {
            *byte = self.0;
            self.0 = self.0.wrapping_add(1);
        }
        Ok(())
    }
}

/// A vault that is cheap to unlock; `first` sets it apart from others.
pub fn vault(first: u8) -> (Vault, Protection) {
    let cost = Cost::new(8 * 1024, 1, 1).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let (vault, key) = Vault::create(&passphrase, cost, &mut Counter(first)).unwrap();
    let protection = Protection::Sealed {
        store: vault.store(),
        key: Arc::new(key),
    };
    (vault, protection)
}

/// The id of the caseload.
pub fn lineage() -> CaseloadId {
    CaseloadId::new([7; 16])
}

/// The event that adds customer `number`, counted from 1.
pub fn added(number: u64) -> Event {
    let at = Moment(1_795_000_000_000 + number as i64 * 60_000);
    let mut customer = Customer::new(
        CaseId::from(format!("c-{number}").as_str()),
        CustomerNumber::new(&format!("617D{number:06}")).unwrap(),
    );
    customer.name = Some(format!("Ayşe Müller-{number}"));
    Event {
        id: EventId::new(at, [number as u8; 10]),
        at,
        deed: Deed::CustomerAdded,
        changes: vec![Change::Customer(Step {
            position: number as usize - 1,
            way: Way::Added(Box::new(customer.into())),
        })],
    }
}

/// The ledger after the first `count` customers were added.
pub fn ledger(count: u64) -> Ledger {
    let mut ledger = Ledger::new(lineage(), Caseload::empty(FederalState::NW));
    for number in 1..=count {
        ledger.admit(added(number)).unwrap();
    }
    ledger
}

/// Stored bytes with their numbers.
pub type Stored = Vec<(u64, Vec<u8>)>;

/// A store of `count` events with snapshots under these numbers.
pub fn store(protection: &Protection, count: u64, snapshots: &[u64]) -> (Stored, Stored) {
    let mut entropy = Counter(100);
    let snapshots = snapshots.iter().map(|number| {
        let caseload = Arc::clone(ledger(*number).caseload());
        let bytes = store_snapshot(protection, *number, lineage(), &caseload, &mut entropy);
        (*number, bytes.unwrap())
    });
    let snapshots = snapshots.collect();
    let records = (1..=count).map(|number| {
        let bytes = store_event(protection, number, &added(number), &mut entropy);
        (number, bytes.unwrap())
    });
    (snapshots, records.collect())
}
