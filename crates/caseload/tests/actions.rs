//! What a caseworker does, as one step with one undo.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::actions::{self, Beside};
use caseload::history::{CaseloadId, Command, ContactEntry, Deed, EventId, Ledger, Moment, Stamp};
use caseload::missed::Helper;
use caseload::{Caseload, Customer, CustomerNumber, evaluate, kept, transfers};
use chrono::{NaiveDate, NaiveTime};
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Absence, Appointment, Canceller, CaseId, Channel, ConsultationKind, Contact, FederalState,
    Origin, Outcome,
};
use rules::{AppointmentBook, Dossier, Fact, Rule, Setting, check};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

fn ledger() -> Ledger {
    let mut caseload = Caseload::empty(FederalState::BW);
    for id in ["c-1", "c-2"] {
        let number = CustomerNumber::new(&id.to_uppercase()).unwrap();
        caseload
            .customers
            .push(Customer::new(CaseId::from(id), number).into());
    }
    Ledger::new(CaseloadId::new([1; 16]), caseload)
}

fn setting(ledger: &Ledger) -> Setting {
    let edition = Edition::in_force(EditionId::CURRENT, today(), &[]).unwrap();
    Setting::new(today(), edition, &ledger.caseload().caseworker.office)
}

fn stamp(count: u8) -> Stamp {
    let at = Moment(1_795_000_000_000 + i64::from(count));
    Stamp {
        id: EventId::new(at, [count; 10]),
        at,
    }
}

/// Carries a command out, and sees that one undo takes all of it back.
fn carry_out(ledger: &mut Ledger, command: &Command) -> Deed {
    let before = ledger.caseload().clone();
    let event = ledger.decide(command, stamp(1)).unwrap();
    let deed = event.deed;
    ledger.admit(event.clone()).unwrap();
    let mut undone = ledger.clone();
    let back = undone.decide(&Command::Undo, stamp(2)).unwrap();
    undone.admit(back).unwrap();
    assert_eq!(*undone.caseload(), before);
    deed
}

fn act(ledger: &mut Ledger, action: impl Fn(&Caseload, &Setting) -> Command) -> Deed {
    let command = action(ledger.caseload(), &setting(ledger));
    carry_out(ledger, &command)
}

fn appointment() -> Appointment {
    let date = day("2026-12-07");
    let mut made = Appointment::bare("t-1".into(), "c-1".into(), date, Origin::Entered);
    made.start = Fact::Known(NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    made.duration_minutes = Fact::Known(45);
    made.channel = Fact::Known(Channel::Video);
    made
}

fn standing(ledger: &Ledger, case: &str, id: &str) -> Appointment {
    let customer = ledger.caseload().customer(&case.into()).unwrap();
    let mut appointments = customer.appointments.iter();
    appointments
        .find(|appointment| appointment.id.as_str() == id)
        .unwrap()
        .clone()
}

/// Kinds of the open transfers, in the order of their days.
fn open(ledger: &Ledger) -> Vec<String> {
    transfers::open(ledger.caseload())
        .iter()
        .map(|transfer| transfer.what.clone().unwrap())
        .collect()
}

#[test]
fn an_appointment_is_made_moved_and_removed() {
    let mut ledger = ledger();
    let deed = act(&mut ledger, |caseload, setting| {
        actions::save_appointment(appointment(), caseload, setting)
    });
    assert_eq!(deed, Deed::AppointmentMade);
    assert_eq!(standing(&ledger, "c-1", "t-1"), appointment());
    assert_eq!(open(&ledger), ["appointment"]);

    let moved = Appointment {
        date: day("2026-12-08"),
        ..appointment()
    };
    let deed = act(&mut ledger, |caseload, setting| {
        actions::save_appointment(moved.clone(), caseload, setting)
    });
    assert_eq!(deed, Deed::AppointmentRevised);
    assert_eq!(standing(&ledger, "c-1", "t-1").date, day("2026-12-08"));
    assert_eq!(open(&ledger), ["appointment"]);
    let due_on = ledger.caseload().transfers.first().unwrap().due_on;
    assert_eq!(due_on, Some(day("2026-11-28")));

    let deed = act(&mut ledger, |caseload, setting| {
        actions::remove_appointment(&moved, caseload, setting)
    });
    assert_eq!(deed, Deed::AppointmentRemoved);
    assert_eq!(open(&ledger), [""; 0]);
}

#[test]
fn an_accepted_plan_is_one_step_with_an_entry_for_atv_for_each_appointment() {
    let mut ledger = ledger();
    let mut second = appointment();
    second.id = "t-2".into();
    second.date = day("2027-01-11");
    let deed = act(&mut ledger, |caseload, setting| {
        actions::accept_plan(vec![appointment(), second.clone()], caseload, setting)
    });
    assert_eq!(deed, Deed::PlanAccepted);
    assert_eq!(standing(&ledger, "c-1", "t-2"), second);
    assert_eq!(open(&ledger), ["appointment", "appointment"]);
}

#[test]
fn an_outcome_is_marked_in_atv_and_taken_back() {
    let mut ledger = ledger();
    act(&mut ledger, |caseload, setting| {
        actions::save_appointment(appointment(), caseload, setting)
    });
    let deed = act(&mut ledger, |caseload, setting| {
        actions::record_outcome(&appointment(), Outcome::NoShow, caseload, setting)
    });
    assert_eq!(deed, Deed::OutcomeRecorded);
    assert_eq!(standing(&ledger, "c-1", "t-1").outcome, Outcome::NoShow);
    assert!(open(&ledger).contains(&"outcome".to_owned()));
    let missed = standing(&ledger, "c-1", "t-1");
    act(&mut ledger, |caseload, setting| {
        actions::record_outcome(&missed, Outcome::Open, caseload, setting)
    });
    assert_eq!(open(&ledger), ["appointment"]);
}

#[test]
fn a_cancellation_has_its_day_and_whoever_cancelled() {
    let mut ledger = ledger();
    act(&mut ledger, |caseload, setting| {
        actions::save_appointment(appointment(), caseload, setting)
    });
    let on = day("2026-11-19");
    act(&mut ledger, |caseload, setting| {
        actions::cancel(&appointment(), Canceller::Customer, on, caseload, setting)
    });
    let cancelled = standing(&ledger, "c-1", "t-1");
    assert_eq!(cancelled.outcome, Outcome::Cancelled);
    assert_eq!(cancelled.cancelled_on, Fact::Known(on));
    assert_eq!(cancelled.cancelled_by, Fact::Known(Canceller::Customer));
    act(&mut ledger, |caseload, setting| {
        actions::record_outcome(&cancelled, Outcome::Held, caseload, setting)
    });
    let held = standing(&ledger, "c-1", "t-1");
    assert_eq!(held.outcome, Outcome::Held);
    assert!(held.cancelled_on.is_unknown() && held.cancelled_by.is_unknown());
}

#[test]
fn a_contact_its_appointment_and_the_next_one_are_one_step() {
    let mut ledger = ledger();
    let mut held = appointment();
    held.date = today();
    act(&mut ledger, |caseload, setting| {
        actions::save_appointment(held.clone(), caseload, setting)
    });
    let mut contact = Contact::bare("k-1".into(), today(), Origin::Entered);
    contact.channel = Fact::Known(Channel::InPerson);
    let entry = ContactEntry {
        contact,
        topics: Some("Bewerbungen".to_owned()),
    };
    let next = Appointment {
        id: "t-2".into(),
        date: day("2027-01-11"),
        ..appointment()
    };
    let deed = act(&mut ledger, |caseload, setting| {
        let beside = Beside {
            follow_up: Some(next.clone()),
            held: Some(held.clone()),
        };
        actions::save_contact(&"c-1".into(), entry.clone(), beside, caseload, setting)
    });
    assert_eq!(deed, Deed::ContactRecorded);
    assert_eq!(standing(&ledger, "c-1", "t-1").outcome, Outcome::Held);
    assert_eq!(standing(&ledger, "c-1", "t-2"), next);
    let customer = ledger.caseload().customer(&"c-1".into()).unwrap();
    assert_eq!(customer.contacts, std::slice::from_ref(&entry.contact));
    assert_eq!(customer.topics.get(&"k-1".into()), entry.topics.as_ref());
    let mut kinds = open(&ledger);
    kinds.sort_unstable();
    assert_eq!(kinds, ["appointment", "appointment", "note", "outcome"]);

    let longer = ContactEntry {
        topics: None,
        ..entry
    };
    let deed = act(&mut ledger, |caseload, setting| {
        let beside = Beside::default();
        actions::save_contact(&"c-1".into(), longer.clone(), beside, caseload, setting)
    });
    assert_eq!(deed, Deed::ContactRevised);
    let deed = act(&mut ledger, |caseload, setting| {
        actions::remove_contact(&"c-1".into(), &"k-1".into(), caseload, setting)
    });
    assert_eq!(deed, Deed::ContactRemoved);
    assert!(!open(&ledger).contains(&"note".to_owned()));
}

#[test]
fn the_time_of_a_missed_appointment_is_used_on_the_phone() {
    let ledger = ledger();
    let setting = setting(&ledger);
    let other = ledger.caseload().customer(&"c-2".into()).unwrap();
    let due = evaluate(other, &setting);
    let mut missed = appointment();
    missed.outcome = Outcome::NoShow;
    missed.date = today();
    let call = actions::replacement("t-2".into(), &missed, other, &due, &setting);
    assert_eq!(call.case, CaseId::from("c-2"));
    assert_eq!((call.date, call.start), (today(), missed.start));
    assert_eq!(call.channel, Fact::Known(Channel::Phone));
    assert_eq!(call.kind, Fact::Known(ConsultationKind::First));
    assert_eq!(call.duration_minutes, Fact::Known(60));
    assert_eq!(call.replaces, Some(missed.id.clone()));
    assert_eq!(call.outcome, Outcome::Open);
    missed.date = day("2026-11-18");
    let later = actions::replacement("t-2".into(), &missed, other, &due, &setting);
    assert_eq!((later.date, later.start), (today(), Fact::Unknown));
}

#[test]
fn a_gap_is_refilled_in_person_with_legal_notice() {
    let ledger = ledger();
    let setting = setting(&ledger);
    let other = ledger.caseload().customer(&"c-2".into()).unwrap();
    let due = evaluate(other, &setting);
    let gap = appointment();
    let refill = actions::refill("t-2".into(), &gap, other, &due, &setting);
    assert_eq!((refill.date, refill.start), (gap.date, gap.start));
    assert_eq!(refill.channel, Fact::Known(Channel::InPerson));
    assert_eq!(refill.legal_notice, Fact::Known(true));
    assert_eq!(refill.refills, Some(gap.id));
    assert_eq!(refill.replaces, None);
}

#[test]
fn what_a_deputy_took_over_is_left_as_it_is() {
    let mut ledger = ledger();
    act(&mut ledger, |caseload, setting| {
        actions::save_appointment(appointment(), caseload, setting)
    });
    let mut setting = setting(&ledger);
    setting.office.absences.push(Absence {
        from: day("2026-12-07"),
        to: day("2026-12-07"),
        reason: None,
    });
    let customer = ledger.caseload().customer(&"c-1".into()).unwrap().clone();
    let due = evaluate(&customer, &setting);
    let dossier = Dossier {
        case: &customer.facts,
        contacts: &customer.contacts,
        appointments: &customer.appointments,
        due: &due,
    };
    let findings = check(dossier, &AppointmentBook::default(), &setting);
    let mut findings = findings.iter();
    let finding = findings.find(|finding| finding.rule == Rule::F11).unwrap();
    let command = actions::taken_over(&customer, finding, Helper::Team, today());
    assert_eq!(carry_out(&mut ledger, &command), Deed::FindingKept);
    let exception = kept(ledger.caseload(), &customer, finding).unwrap();
    assert_eq!(exception.reason.as_deref(), Some("übernommen: Team"));
}

#[test]
fn ids_are_unique_and_in_the_order_of_time() {
    let (early, late) = (stamp(1).id, stamp(2).id);
    assert!(actions::contact_id(early) < actions::contact_id(late));
    assert!(actions::contact_id(early).as_str().starts_with("k-"));
    assert!(actions::appointment_id(early).as_str().starts_with("t-"));
    // Those of files count up from one and are smaller.
    assert!(actions::contact_id(early) > "k-000001".into());
}
