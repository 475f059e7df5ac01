//! What holds of every history, however odd.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end at the first surprise"
)]

mod arbitrary;
mod variants;

use caseload::history::{
    CaseloadId, Change, Command, Event, EventId, Ledger, Moment, Refusal, Sheet, Stamp, apply_all,
    difference,
};
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use rules::facts::{CaseId, FederalState};
use std::collections::BTreeSet;
use std::sync::Arc;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn lineage() -> CaseloadId {
    CaseloadId::new([7; 16])
}

fn stamp(number: usize) -> Stamp {
    let at = Moment(1_795_000_000_000 + i64::try_from(number).unwrap());
    Stamp {
        id: EventId::new(at, [1; 10]),
        at,
    }
}

fn applied(changes: &[Change], to: &Caseload) -> Caseload {
    let mut caseload = to.clone();
    assert_eq!(apply_all(changes, &mut caseload, &mut lineage()), Ok(()));
    let mut one_by_one = to.clone();
    for change in changes {
        assert_eq!(change.apply(&mut one_by_one, &mut lineage()), Ok(()));
    }
    assert_eq!(caseload, one_by_one);
    caseload
}

/// A step that somebody may take.
#[derive(Debug, Clone)]
enum Act {
    TakeOver(Index),
    Restore(Index),
    Add(u8),
    Revise(Index, Index),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => any::<Index>().prop_map(Act::TakeOver),
        1 => any::<Index>().prop_map(Act::Restore),
        1 => (0..4u8).prop_map(Act::Add),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(who, how)| Act::Revise(who, how)),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// The command of an act, if the caseload has what it is about.
fn command(act: &Act, ledger: &Ledger, pool: &[Caseload]) -> Option<Command> {
    let from_pool = |index: &Index| Arc::new(pool[index.index(pool.len())].clone());
    Some(match act {
        Act::TakeOver(index) => Command::TakeOverList(from_pool(index)),
        Act::Restore(index) => Command::RestoreBackup {
            lineage: lineage(),
            caseload: from_pool(index),
        },
        Act::Add(name) => {
            let id = CaseId::from(format!("new-{name}").as_str());
            let number = CustomerNumber::new(&format!("N{name}")).unwrap();
            Command::AddCustomer(Box::new(Customer::new(id, number)))
        }
        Act::Revise(who, how) => {
            let customers = &ledger.caseload().customers;
            let like = &pool[how.index(pool.len())].customers;
            if customers.is_empty() || like.is_empty() {
                return None;
            }
            let customer = &customers[who.index(customers.len())];
            let mut sheet = (*like[how.index(like.len())]).clone();
            sheet.id = customer.id.clone();
            sheet.number = customer.number.clone();
            Command::ReviseCustomer(Box::new(Sheet::of(&sheet)))
        }
        Act::Undo => Command::Undo,
        Act::Redo => Command::Redo,
    })
}

/// Takes all steps that are not refused.
fn acted(acts: &[Act], pool: &[Caseload]) -> Ledger {
    let mut ledger = Ledger::new(lineage(), pool[0].clone());
    for (number, act) in acts.iter().enumerate() {
        let Some(command) = command(act, &ledger, pool) else {
            continue;
        };
        if let Ok(event) = ledger.decide(&command, stamp(number)) {
            assert_eq!(ledger.admit(event), Ok(()), "{act:?}");
        }
    }
    ledger
}

fn events(ledger: &Ledger) -> Vec<Event> {
    let events = ledger.events().iter();
    events.map(|event| (**event).clone()).collect()
}

/// Undoes or redoes until nothing is left, and says how many times.
fn until_refused(ledger: &mut Ledger, command: &Command, end: &Refusal) -> usize {
    for count in 0.. {
        match ledger.decide(command, stamp(1000 + count)) {
            Ok(event) => assert_eq!(ledger.admit(event), Ok(())),
            Err(refusal) => {
                assert_eq!(&refusal, end);
                return count;
            }
        }
    }
    unreachable!()
}

fn stacks(ledger: &Ledger) -> (Vec<EventId>, Vec<EventId>) {
    let ids = |mut ledger: Ledger, command, top: fn(&Ledger) -> Option<&Event>| {
        let mut ids = Vec::new();
        while let Some(event) = top(&ledger) {
            ids.push(event.id);
            let turn = ledger.decide(&command, stamp(2000 + ids.len())).unwrap();
            assert_eq!(ledger.admit(turn), Ok(()));
        }
        ids
    };
    (
        ids(ledger.clone(), Command::Undo, Ledger::undoable),
        ids(ledger.clone(), Command::Redo, Ledger::redoable),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_difference_leads_there_and_its_inverse_back(pair in variants::caseloads(today(), 2)) {
        let (before, after) = (&pair[0], &pair[1]);
        let changes = difference(before, after);
        prop_assert_eq!(&applied(&changes, before), after);
        let back: Vec<Change> = changes.iter().rev().map(Change::inverse).collect();
        prop_assert_eq!(&applied(&back, after), before);
        prop_assert_eq!(difference(after, after), []);
    }

    #[test]
    fn any_order_is_reached_with_few_moves(
        (before, after) in (0..40usize).prop_flat_map(|count| {
            let all: Vec<usize> = (0..count).collect();
            let some = || proptest::sample::subsequence(all.clone(), 0..=count).prop_shuffle();
            (some(), some())
        }),
    ) {
        let caseload = |order: &[usize]| {
            let mut caseload = Caseload::empty(FederalState::BW);
            caseload.customers = order.iter().map(|place| {
                let number = CustomerNumber::new(&format!("{place}")).unwrap();
                Customer::new(CaseId::from(format!("c-{place}").as_str()), number).into()
            }).collect();
            caseload
        };
        let (before, after) = (caseload(&before), caseload(&after));
        let changes = difference(&before, &after);
        prop_assert_eq!(&applied(&changes, &before), &after);
        prop_assert!(changes.len() <= before.customers.len() + after.customers.len());
    }

    #[test]
    fn replayed_or_remembered_events_give_the_same_ledger(
        pool in variants::caseloads(today(), 3),
        acts in prop::collection::vec(act(), 0..16),
    ) {
        let ledger = acted(&acts, &pool);
        let mut replayed = Ledger::new(lineage(), pool[0].clone());
        let mut remembered = Ledger::new(lineage(), (**ledger.caseload()).clone());
        for event in events(&ledger) {
            prop_assert_eq!(replayed.admit(event.clone()), Ok(()));
            remembered.remember(event);
        }
        prop_assert_eq!(replayed.caseload(), ledger.caseload());
        prop_assert_eq!(replayed.lineage(), ledger.lineage());
        prop_assert_eq!(stacks(&replayed), stacks(&ledger));
        prop_assert_eq!(stacks(&remembered), stacks(&ledger));
        prop_assert_eq!(remembered.history(), ledger.history());
    }

    #[test]
    fn everything_can_be_undone_and_done_again(
        pool in variants::caseloads(today(), 3),
        acts in prop::collection::vec(act(), 0..16),
    ) {
        let mut ledger = acted(&acts, &pool);
        let redone = until_refused(&mut ledger, &Command::Redo, &Refusal::NothingToRedo);
        let end = Arc::clone(ledger.caseload());
        let undone = until_refused(&mut ledger, &Command::Undo, &Refusal::NothingToUndo);
        prop_assert_eq!(&**ledger.caseload(), &pool[0]);
        prop_assert!(redone <= undone);
        let again = until_refused(&mut ledger, &Command::Redo, &Refusal::NothingToRedo);
        prop_assert_eq!(again, undone);
        prop_assert_eq!(ledger.caseload(), &end);
    }

    #[test]
    fn of_the_forgotten_no_trace_is_left_and_everything_else_can_be_undone(
        pool in variants::caseloads(today(), 3),
        acts in prop::collection::vec(act(), 0..16),
        forgotten in proptest::sample::subsequence(vec![0, 1, 2], 1..=3),
    ) {
        let ledger = acted(&acts, &pool);
        let cases: BTreeSet<CaseId> = forgotten
            .iter()
            .map(|place| CaseId::from(format!("c {place} „ü“").as_str()))
            .collect();
        let mut left = ledger.without(&cases);
        let everything = format!("{left:?}");
        for place in &forgotten {
            for trace in [format!("c {place} "), format!("\"k/{place}/"), format!("\"t/{place}/")] {
                prop_assert!(!everything.contains(&trace), "{trace} in {everything}");
            }
        }
        let expected = Ledger::new(lineage(), pool[0].clone());
        let kept: Vec<&CaseId> = expected.caseload().customers.iter()
            .map(|customer| &customer.id)
            .filter(|id| !cases.contains(id))
            .collect();
        prop_assert_eq!(stacks(&left), stacks(&left.without(&cases)));
        until_refused(&mut left, &Command::Undo, &Refusal::NothingToUndo);
        let ids: Vec<&CaseId> = left.caseload().customers.iter().map(|c| &c.id).collect();
        prop_assert_eq!(ids, kept);
        for customer in &left.caseload().customers {
            let first = pool[0].customers.iter().find(|other| other.id == customer.id).unwrap();
            prop_assert_eq!(&customer.facts, &first.facts);
            prop_assert_eq!(&customer.contacts, &first.contacts);
        }
    }
}
