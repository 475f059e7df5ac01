//! What becomes of every command, how it is taken back, and how the history tells it.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::history::wording::{HistoryLine, Standing, Turn, deed_label};
use caseload::history::{
    CaseloadId, Command, Deed, Event, EventId, Ledger, Misfit, Moment, Refusal, Sheet, Stamp,
};
use caseload::{Caseload, Customer, CustomerNumber, Exception};
use chrono::NaiveDate;
use rules::facts::{
    Appointment, AppointmentId, CaseId, Channel, Contact, ContactId, FederalState, Origin, Status,
};
use rules::ordering::OrderedSet;
use rules::{Fact, Rule};
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp(number: u8) -> Stamp {
    let at = Moment(1_795_000_000_000 + i64::from(number));
    Stamp {
        id: EventId::new(at, [number; 10]),
        at,
    }
}

fn customer(number: &str) -> Customer {
    let id = CaseId::from(format!("c-{number}").as_str());
    let mut customer = Customer::new(id, CustomerNumber::new(number).unwrap());
    customer.name = Some(format!("Person {number}"));
    customer.facts.status = Fact::Known(Status::Unemployed);
    customer.facts.in_care_since = Fact::Known(day("2025-03-01"));
    customer
}

fn caseload(numbers: &[&str]) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    let customers = numbers.iter().map(|number| customer(number).into());
    caseload.customers = customers.collect();
    caseload
}

fn ledger(numbers: &[&str]) -> Ledger {
    Ledger::new(CaseloadId::new([1; 16]), caseload(numbers))
}

/// Decides and admits, and hands the event back.
fn done(ledger: &mut Ledger, command: &Command, number: u8) -> Event {
    let event = ledger.decide(command, stamp(number)).unwrap();
    assert_eq!(ledger.admit(event.clone()), Ok(()));
    event
}

fn refused(ledger: &Ledger, command: &Command) -> Refusal {
    ledger.decide(command, stamp(99)).unwrap_err()
}

/// A change of the sheet of a customer who is there.
fn revise(ledger: &Ledger, number: &str, change: impl FnOnce(&mut Customer)) -> Command {
    let customers = &ledger.caseload().customers;
    let found = customers.iter().find(|own| own.number.as_str() == number);
    let mut customer = (**found.unwrap()).clone();
    change(&mut customer);
    Command::ReviseCustomer(Box::new(Sheet::of(&customer)))
}

/// Does a command, takes it back and does it again.
fn there_and_back(mut ledger: Ledger, command: &Command, deed: Deed) -> Ledger {
    let before = (Arc::clone(ledger.caseload()), ledger.lineage());
    let event = done(&mut ledger, command, 1);
    assert_eq!(event.deed, deed);
    assert_eq!(ledger.undoable(), Some(&event));
    let after = (Arc::clone(ledger.caseload()), ledger.lineage());
    assert_ne!(before, after);

    let undo = done(&mut ledger, &Command::Undo, 2);
    assert_eq!(undo.deed, Deed::Undone(event.id));
    assert_eq!((Arc::clone(ledger.caseload()), ledger.lineage()), before);
    assert_eq!(ledger.undoable(), None, "undo is not undone");
    assert_eq!(ledger.redoable(), Some(&event));

    let redo = done(&mut ledger, &Command::Redo, 3);
    assert_eq!(redo.deed, Deed::Redone(event.id));
    assert_eq!((Arc::clone(ledger.caseload()), ledger.lineage()), after);
    assert_eq!(ledger.redoable(), None);
    ledger
}

#[test]
fn every_command_is_done_undone_and_redone() {
    let other = Arc::new(caseload(&["3", "1"]));
    let ours = CaseloadId::new([1; 16]);
    for (command, deed) in [
        (Command::TakeOverList(other.clone()), Deed::ListImported),
        (Command::OpenFile(other.clone()), Deed::FileOpened),
        (Command::MergeBackup(other.clone()), Deed::BackupMerged),
        (
            Command::RestoreBackup {
                lineage: ours,
                caseload: other.clone(),
            },
            Deed::BackupRestored,
        ),
    ] {
        let ledger = there_and_back(ledger(&["1", "2"]), &command, deed);
        assert_eq!(ledger.caseload(), &other);
    }

    let add = Command::AddCustomer(Box::new(customer("3")));
    let added = there_and_back(ledger(&["1", "2"]), &add, Deed::CustomerAdded);
    assert_eq!(**added.caseload(), caseload(&["1", "2", "3"]));

    let own = ledger(&["1", "2"]);
    let note = revise(&own, "2", |own| own.note = Some("Anruf".to_owned()));
    there_and_back(own, &note, Deed::CustomerRevised);

    let mut own = ledger(&["1", "2"]);
    let close = revise(&own, "2", |own| own.closed_on = Some(day("2026-11-20")));
    there_and_back(own.clone(), &close, Deed::CustomerClosed);
    done(&mut own, &close, 9);
    let open = revise(&own, "2", |own| own.closed_on = None);
    let mut own = Ledger::new(own.lineage(), (**own.caseload()).clone());
    let moved = revise(&own, "2", |own| own.closed_on = Some(day("2026-11-21")));
    there_and_back(own.clone(), &moved, Deed::CustomerRevised);
    assert_eq!(done(&mut own, &open, 10).deed, Deed::CustomerReopened);
}

#[test]
fn a_backup_gives_an_empty_caseload_its_lineage_and_no_other() {
    let foreign = CaseloadId::new([9; 16]);
    let restore = Command::RestoreBackup {
        lineage: foreign,
        caseload: Arc::new(caseload(&["1"])),
    };
    let restored = there_and_back(ledger(&[]), &restore, Deed::BackupRestored);
    assert_eq!(restored.lineage(), foreign);
    assert_eq!(refused(&ledger(&["1"]), &restore), Refusal::ForeignBackup);
}

#[test]
fn something_new_ends_what_could_be_redone() {
    let mut ledger = ledger(&["1"]);
    let note = |ledger: &Ledger, text: &str| {
        let text = text.to_owned();
        revise(ledger, "1", |own| own.note = Some(text))
    };
    let first = note(&ledger, "eins");
    done(&mut ledger, &first, 1);
    done(&mut ledger, &Command::Undo, 2);
    let second = note(&ledger, "zwei");
    done(&mut ledger, &second, 3);
    assert_eq!(refused(&ledger, &Command::Redo), Refusal::NothingToRedo);
    done(&mut ledger, &Command::Undo, 4);
    assert_eq!(refused(&ledger, &Command::Undo), Refusal::NothingToUndo);
}

#[test]
fn what_cannot_be_done_is_refused_and_nothing_changes() {
    let own = ledger(&["1", "2"]);
    let same = Arc::clone(own.caseload());
    assert_eq!(
        refused(&own, &Command::TakeOverList(same)),
        Refusal::NothingChanged
    );
    assert_eq!(
        refused(&own, &revise(&own, "1", |_| {})),
        Refusal::NothingChanged
    );

    let stranger = Command::ReviseCustomer(Box::new(Sheet::of(&customer("7"))));
    assert_eq!(refused(&own, &stranger), Refusal::UnknownCustomer);

    let add = |customer: Customer| Command::AddCustomer(Box::new(customer));
    assert_eq!(refused(&own, &add(customer("1"))), Refusal::IdTaken);
    let mut twin = customer(" 2 ");
    twin.id = CaseId::from("twin");
    let two = CustomerNumber::new("2").unwrap();
    assert_eq!(refused(&own, &add(twin)), Refusal::NumberTaken(two.clone()));
    let taken = revise(&own, "1", |own| own.number = two.clone());
    assert_eq!(refused(&own, &taken), Refusal::NumberTaken(two));

    let early = revise(&own, "1", |own| own.closed_on = Some(day("2025-02-28")));
    let refusal = refused(&own, &early);
    assert!(matches!(refusal, Refusal::ClosedBeforeCare { .. }));
    assert_eq!(
        refusal.to_string(),
        "Der Abschluss (28.02.2025) liegt vor dem Beginn des Leistungsbezugs (01.03.2025). Bitte \
         berichtigen Sie einen der beiden Tage."
    );
    assert_eq!(**own.caseload(), caseload(&["1", "2"]));
}

#[test]
fn an_event_that_does_not_fit_is_applied_as_far_as_possible() {
    let mut elsewhere = ledger(&["1", "2"]);
    let note = revise(&elsewhere, "2", |own| own.note = Some("neu".to_owned()));
    let event = done(&mut elsewhere, &note, 1);
    let mut own = ledger(&["1"]);
    assert_eq!(own.admit(event.clone()), Err(Misfit));
    assert_eq!(own.events().len(), 1);

    let mut other = ledger(&["2"]);
    let status = revise(&other, "2", |own| own.facts.status = Fact::Unknown);
    done(&mut other, &status, 2);
    assert_eq!(other.admit(event), Err(Misfit));
    assert_eq!(other.caseload().customers[0].note.as_deref(), Some("neu"));
    let status = other.caseload().customers[0].facts.status;
    assert_eq!(status, Fact::Unknown, "what somebody else wrote stays");
}

fn told(lines: &[HistoryLine]) -> Vec<(Deed, Vec<&str>)> {
    let told = lines.iter();
    told.map(|line| (line.deed, line.lines.iter().map(String::as_str).collect()))
        .collect()
}

#[test]
fn the_history_of_a_customer_tells_every_fact_newest_first() {
    let mut own = ledger(&["1"]);
    let mut listed = caseload(&["1"]);
    let mut two = customer("2");
    let contact = ContactId::from("k");
    two.contacts
        .push(Contact::bare(contact, day("2026-09-14"), Origin::List));
    listed.customers.push(two.into());
    done(
        &mut own,
        &Command::TakeOverList(Arc::new(listed.clone())),
        1,
    );
    let case = CaseId::from("c-2");

    let changed = Arc::make_mut(&mut listed.customers[1]);
    changed.contacts[0].channel = Fact::Known(Channel::Phone);
    changed
        .topics
        .insert(ContactId::from("k"), "Weg".to_owned());
    let mut face = Contact::bare(ContactId::from("m"), day("2026-11-02"), Origin::List);
    face.channel = Fact::Known(Channel::InPerson);
    changed.contacts.push(face);
    changed.appointments.push(Appointment::bare(
        AppointmentId::from("t"),
        case.clone(),
        day("2026-12-07"),
        Origin::List,
    ));
    listed.exceptions.push(Exception {
        id: "x".to_owned(),
        case: case.clone(),
        rule: Rule::E6,
        reason: None,
        noted_on: None,
    });
    done(&mut own, &Command::TakeOverList(Arc::new(listed)), 2);
    let status = revise(&own, "2", |own| {
        own.facts.status = Fact::Known(Status::JobSeeking);
        own.note = Some("Anruf abwarten".to_owned());
    });
    done(&mut own, &status, 3);

    let history = own.history_of(&case);
    assert_eq!(
        told(&history),
        [
            (
                Deed::CustomerRevised,
                vec!["Status: arbeitslos → arbeitsuchend", "Notiz hinzugefügt"]
            ),
            (
                Deed::ListImported,
                vec![
                    "Kontakt vom 02.11.2026 (persönlich) hinzugefügt",
                    "Kontakt vom 14.09.2026, Kontaktart: unbekannt → telefonisch",
                    "Kontakt vom 14.09.2026, Themen hinzugefügt",
                    "Termin am 07.12.2026 hinzugefügt",
                    "Ausnahme zu Regel E6 hinzugefügt",
                ]
            ),
            (
                Deed::ListImported,
                vec!["Aus Liste übernommen: neu, mit 1 Kontakt"]
            ),
        ]
    );
    let newer: Vec<Standing> = history.iter().map(|line| line.state).collect();
    let undoable = |newer| Standing::Undoable { newer };
    assert_eq!(newer, [undoable(0), undoable(1), undoable(2)]);
    assert_eq!(own.history_of(&CaseId::from("c-1")), []);
}

#[test]
fn taking_back_is_told_where_it_was_done() {
    let mut own = ledger(&["1"]);
    let case = CaseId::from("c-1");
    let note = revise(&own, "1", |own| own.note = Some("eins".to_owned()));
    let first = done(&mut own, &note, 1);
    done(&mut own, &Command::Undo, 2);
    done(&mut own, &Command::Redo, 3);
    done(&mut own, &Command::Undo, 4);
    let history = own.history_of(&case);
    assert_eq!(
        told(&history),
        [(Deed::CustomerRevised, vec!["Notiz hinzugefügt"])]
    );
    assert_eq!(history[0].state, Standing::Redoable { earlier: 0 });
    let turns = [
        Turn::Undone(stamp(2).at),
        Turn::Redone(stamp(3).at),
        Turn::Undone(stamp(4).at),
    ];
    assert_eq!(history[0].turns, turns);

    let status = revise(&own, "1", |own| own.facts.status = Fact::Unknown);
    done(&mut own, &status, 5);
    let history = own.history_of(&case);
    assert_eq!(history[0].lines, ["Status: arbeitslos → unbekannt"]);
    assert_eq!(
        (history[1].event, history[1].state),
        (first.id, Standing::Undone)
    );

    // Of a turn alone only the turn can be told.
    let mut late = Ledger::new(own.lineage(), (**own.caseload()).clone());
    late.remember((*own.events()[1]).clone());
    let history = late.history_of(&case);
    assert_eq!(history[0].lines, ["Notiz entfernt"]);
    assert_eq!(history[0].state, Standing::Fixed);
    assert_eq!(deed_label(history[0].deed), "Rückgängig gemacht");
}

#[test]
fn a_sentence_sums_up_an_event_without_a_name() {
    let mut own = ledger(&["617D1"]);
    let mut number = 0;
    let mut sentence = |own: &mut Ledger, command: &Command| {
        number += 1;
        let event = done(own, command, number);
        let sentence = own.summary(&event);
        assert!(!sentence.contains("Person"), "{sentence}");
        sentence
    };
    let status = revise(&own, "617D1", |own| own.facts.status = Fact::Unknown);
    assert_eq!(sentence(&mut own, &status), "Status geändert: 617D1");
    assert_eq!(
        sentence(&mut own, &Command::Undo),
        "Rückgängig gemacht – Status geändert: 617D1"
    );
    let two = revise(&own, "617D1", |own| {
        own.facts.status = Fact::Unknown;
        own.note = Some("neu".to_owned());
    });
    assert_eq!(sentence(&mut own, &two), "Status und Notiz geändert: 617D1");
    let three = revise(&own, "617D1", |own| {
        own.facts.integrated = true;
        own.facts.category = Some(rules::facts::Category::K3);
        own.note = None;
    });
    assert_eq!(sentence(&mut own, &three), "3 Angaben geändert: 617D1");
    let close = revise(&own, "617D1", |own| own.closed_on = Some(day("2026-11-20")));
    assert_eq!(sentence(&mut own, &close), "Fall abgeschlossen: 617D1");
    let add = Command::AddCustomer(Box::new(customer("617D2")));
    assert_eq!(sentence(&mut own, &add), "Fall aufgenommen: 617D2");
    let mut list = caseload(&["617D3", "617D2", "617D4"]);
    Arc::make_mut(&mut list.customers[1]).note = Some("Liste".to_owned());
    let import = Command::TakeOverList(Arc::new(list));
    assert_eq!(
        sentence(&mut own, &import),
        "Aus Liste übernommen: 2 neu, 1 geändert, 1 entfernt"
    );
    let history = own.history();
    assert_eq!(history.len(), 6, "the turn is not told by itself");
    assert_eq!(history[1].lines, ["Fall aufgenommen: 617D2"]);
}

#[test]
fn what_is_only_about_the_forgotten_can_no_longer_be_undone() {
    let mut own = ledger(&["1", "2", "3"]);
    let note =
        |own: &Ledger, number: &str| revise(own, number, |own| own.note = Some("Notiz".to_owned()));
    let kept = note(&own, "3");
    let kept = done(&mut own, &kept, 1);
    let dropped = note(&own, "2");
    done(&mut own, &dropped, 2);
    done(&mut own, &Command::Undo, 3);
    let list = Arc::new(caseload(&["3"]));
    let list = done(&mut own, &Command::TakeOverList(list), 4);

    let mut left = own.without(&OrderedSet::from([CaseId::from("c-2")]));
    let ids: Vec<EventId> = left.events().iter().map(|event| event.id).collect();
    assert_eq!(ids, [kept.id, list.id]);
    done(&mut left, &Command::Undo, 5);
    done(&mut left, &Command::Undo, 6);
    assert_eq!(**left.caseload(), caseload(&["1", "3"]));
    assert_eq!(refused(&left, &Command::Undo), Refusal::NothingToUndo);
}
