//! Everyday changes: what each comes to, that one command is one step back, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::history::{
    CaseloadId, Command, ContactEntry, Deed, Edit, EventId, Ledger, Moment, Refusal, Sheet, Stamp,
};
use caseload::journal::{read_event, write_event};
use caseload::{Caseload, Customer, CustomerNumber, Exception, Transfer, TransferSystem};
use chrono::{NaiveDate, NaiveTime};
use rules::edition::{LocalParameter, Parameter, ParameterValue};
use rules::facts::{Appointment, CaseId, Category, Contact, FederalState, Origin};
use rules::{Fact, Rule};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case() -> CaseId {
    CaseId::from("c-1")
}

fn appointment(id: &str, date: &str) -> Appointment {
    Appointment::bare(id.into(), case(), day(date), Origin::Entered)
}

fn contact(id: &str, date: &str) -> ContactEntry {
    ContactEntry {
        contact: Contact::bare(id.into(), day(date), Origin::Entered),
        topics: Some("Bewerbung".to_owned()),
    }
}

fn transfer(id: &str) -> Transfer {
    Transfer {
        id: id.to_owned(),
        case: case(),
        system: Fact::Known(TransferSystem::Atv),
        what: Some("appointment".to_owned()),
        subject: Some("t-1".to_owned()),
        due_on: Some(day("2026-11-27")),
        done_on: None,
    }
}

fn exception(id: &str) -> Exception {
    Exception {
        id: id.to_owned(),
        case: case(),
        rule: Rule::E6,
        reason: Some("mit Teamleitung besprochen".to_owned()),
        noted_on: Some(day("2026-11-20")),
    }
}

fn ledger() -> Ledger {
    let mut caseload = Caseload::empty(FederalState::BW);
    for number in ["1", "2"] {
        let id = CaseId::from(format!("c-{number}").as_str());
        let number = CustomerNumber::new(&format!("617D{number}")).unwrap();
        caseload.customers.push(Customer::new(id, number).into());
    }
    Ledger::new(CaseloadId::new([1; 16]), caseload)
}

fn stamp(number: u8) -> Stamp {
    let at = Moment(1_795_000_000_000 + i64::from(number));
    let id = EventId::new(at, [number; 10]);
    Stamp { id, at }
}

fn edit(deed: Deed, edits: Vec<Edit>) -> Command {
    Command::Edit { deed, edits }
}

/// Does it, sends the event through the journal's form, takes it back and does it again.
fn there_and_back(ledger: &mut Ledger, command: &Command) {
    let before = ledger.caseload().clone();
    let event = ledger.decide(command, stamp(1)).unwrap();
    assert_eq!(read_event(&write_event(&event)).unwrap(), event);
    assert_eq!(ledger.admit(event), Ok(()));
    let after = ledger.caseload().clone();
    assert_ne!(before, after);
    for (turn, expected) in [(Command::Undo, before), (Command::Redo, after)] {
        let event = ledger.decide(&turn, stamp(2)).unwrap();
        assert_eq!(ledger.admit(event), Ok(()));
        assert_eq!(*ledger.caseload(), expected);
    }
}

#[test]
fn everything_that_can_be_put_can_be_revised_and_removed() {
    let mut ledger = ledger();
    let put = edit(
        Deed::AppointmentMade,
        vec![
            Edit::Appointment(Box::new(appointment("t-1", "2026-12-07"))),
            Edit::Appointment(Box::new(appointment("t-2", "2026-12-08"))),
            Edit::Contact(case(), Box::new(contact("k-1", "2026-11-20"))),
            Edit::Transfer(Box::new(transfer("u-1"))),
            Edit::Transfer(Box::new(transfer("u-2"))),
            Edit::Exception(Box::new(exception("x-1"))),
        ],
    );
    there_and_back(&mut ledger, &put);
    let customer = ledger.caseload().customers.first().unwrap();
    assert_eq!(customer.appointments.len(), 2);
    assert_eq!(customer.topics.len(), 1);
    assert_eq!(ledger.caseload().transfers.len(), 2);

    let mut moved = appointment("t-1", "2026-12-09");
    moved.recorded_on = Some(day("2026-11-22"));
    let revise = edit(
        Deed::AppointmentRevised,
        vec![
            Edit::Appointment(Box::new(moved.clone())),
            Edit::Contact(
                case(),
                Box::new(ContactEntry {
                    topics: None,
                    ..contact("k-1", "2026-11-19")
                }),
            ),
            Edit::Transfer(Box::new(Transfer {
                done_on: Some(day("2026-11-22")),
                ..transfer("u-1")
            })),
        ],
    );
    there_and_back(&mut ledger, &revise);
    let customer = ledger.caseload().customers.first().unwrap();
    assert_eq!(customer.appointments.first(), Some(&moved));
    assert!(customer.topics.is_empty());

    let remove = edit(
        Deed::AppointmentRemoved,
        vec![
            Edit::AppointmentRemoved(case(), "t-1".into()),
            Edit::AppointmentRemoved(case(), "t-2".into()),
            Edit::ContactRemoved(case(), "k-1".into()),
            Edit::TransferRemoved("u-1".to_owned()),
            Edit::ExceptionRemoved("x-1".to_owned()),
        ],
    );
    there_and_back(&mut ledger, &remove);
    let customer = ledger.caseload().customers.first().unwrap();
    assert!(customer.appointments.is_empty() && customer.contacts.is_empty());
}

#[test]
fn the_office_and_its_numbers_change_as_one_step_each() {
    let mut ledger = ledger();
    let parameters = vec![LocalParameter {
        parameter: Parameter::K1Months,
        value: ParameterValue::Number(3),
        since: day("2026-11-22"),
        reason: Some("Hausverfügung".to_owned()),
    }];
    there_and_back(
        &mut ledger,
        &edit(Deed::ParametersChanged, vec![Edit::Parameters(parameters)]),
    );
    let mut caseworker = ledger.caseload().caseworker.clone();
    caseworker.name = Some("IFK 1".to_owned());
    there_and_back(
        &mut ledger,
        &edit(
            Deed::OfficeRevised,
            vec![Edit::Caseworker(Box::new(caseworker))],
        ),
    );
}

#[test]
fn a_customer_goes_with_what_refers_to_them_and_comes_back_with_it() {
    let mut ledger = ledger();
    let put = edit(
        Deed::ContactRecorded,
        vec![
            Edit::Contact(case(), Box::new(contact("k-1", "2026-11-20"))),
            Edit::Transfer(Box::new(transfer("u-1"))),
            Edit::Transfer(Box::new(Transfer {
                case: "c-2".into(),
                ..transfer("u-2")
            })),
            Edit::Transfer(Box::new(transfer("u-3"))),
            Edit::Exception(Box::new(exception("x-1"))),
        ],
    );
    there_and_back(&mut ledger, &put);
    let gone = edit(Deed::CustomerRemoved, vec![Edit::CustomerRemoved(case())]);
    there_and_back(&mut ledger, &gone);
    let left: Vec<&str> = ledger
        .caseload()
        .transfers
        .iter()
        .map(|t| t.id.as_str())
        .collect();
    assert_eq!(left, ["u-2"]);
    assert!(ledger.caseload().exceptions.is_empty());
    assert_eq!(ledger.caseload().customers.len(), 1);
}

#[test]
fn a_fact_and_what_follows_from_it_are_one_step() {
    let mut ledger = ledger();
    let mut customer = Customer::clone(ledger.caseload().customers.first().unwrap());
    customer.facts.category = Some(Category::K3);
    let command = edit(
        Deed::FindingCorrected,
        vec![
            Edit::Sheet(Box::new(Sheet::of(&customer))),
            Edit::Transfer(Box::new(transfer("u-1"))),
        ],
    );
    there_and_back(&mut ledger, &command);
    let told = ledger.history_of(&case());
    let told = told.first().unwrap();
    assert_eq!(told.deed, Deed::FindingCorrected);
    assert_eq!(told.lines.len(), 2, "{:?}", told.lines);
    let summary = ledger.summary(ledger.undoable().unwrap());
    assert!(summary.ends_with("617D1"), "{summary}");
}

#[test]
fn what_cannot_be_is_refused_and_nothing_changes() {
    let ledger = ledger();
    let stranger = CaseId::from("c-9");
    let mut late = appointment("t-1", "2026-12-07");
    late.start = Fact::Known(NaiveTime::from_hms_opt(23, 30, 0).unwrap());
    late.duration_minutes = Fact::Known(31);
    let mut to_midnight = late.clone();
    to_midnight.duration_minutes = Fact::Known(30);
    let mut taken = Customer::clone(ledger.caseload().customers.first().unwrap());
    taken.number = CustomerNumber::new("617D2").unwrap();
    for (edits, refusal) in [
        (vec![], Refusal::NothingChanged),
        (vec![Edit::Parameters(Vec::new())], Refusal::NothingChanged),
        (
            vec![Edit::Contact(
                stranger.clone(),
                Box::new(contact("k-1", "2026-11-20")),
            )],
            Refusal::UnknownCustomer,
        ),
        (
            vec![Edit::CustomerRemoved(stranger)],
            Refusal::UnknownCustomer,
        ),
        (
            vec![Edit::ContactRemoved(case(), "k-1".into())],
            Refusal::EntryGone,
        ),
        (
            vec![Edit::AppointmentRemoved(case(), "t-1".into())],
            Refusal::EntryGone,
        ),
        (
            vec![Edit::TransferRemoved("u-1".to_owned())],
            Refusal::EntryGone,
        ),
        (
            vec![Edit::Appointment(Box::new(late))],
            Refusal::EndsAfterMidnight,
        ),
        (
            vec![Edit::Sheet(Box::new(Sheet::of(&taken)))],
            Refusal::NumberTaken(CustomerNumber::new("617D2").unwrap()),
        ),
    ] {
        let command = edit(Deed::ContactRecorded, edits);
        assert_eq!(ledger.decide(&command, stamp(1)), Err(refusal));
    }
    let fits = edit(
        Deed::AppointmentMade,
        vec![Edit::Appointment(Box::new(to_midnight))],
    );
    assert!(ledger.decide(&fits, stamp(1)).is_ok());
}
