//! What stands under Heute.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::agenda::{Agenda, Chore, Meter, agenda};
use caseload::{Caseload, Customer, CustomerNumber, Transfer, overview, schedule};
use chrono::{NaiveDate, NaiveTime};
use rules::facts::{
    Appointment, Canceller, CaseId, Category, Channel, Contact, FederalState, Origin, Outcome,
    Profile, Status, Supervision,
};
use rules::{AppointmentBook, Dossier, Fact, Finding, check};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Monday.
fn today() -> NaiveDate {
    day("2026-12-07")
}

/// K1 with a consultation on this day.
fn customer(id: &str, last: &str) -> Customer {
    let number = CustomerNumber::new(&id.to_uppercase()).unwrap();
    let mut customer = Customer::new(CaseId::from(id), number);
    customer.facts.birth_date = Fact::Known(day("1990-02-28"));
    customer.facts.status = Fact::Known(Status::Unemployed);
    customer.facts.progress_expected = Fact::Known(true);
    customer.facts.profile = Fact::Known(Profile::F);
    customer.facts.category = Some(Category::K1);
    let mut contact = Contact::bare("k-1".into(), day(last), Origin::Entered);
    contact.channel = Fact::Known(Channel::InPerson);
    contact.documented_on = Some(contact.date);
    customer.contacts.push(contact);
    customer
}

fn appointment(id: &str, date: &str, hour: u32) -> Appointment {
    let case = CaseId::from("c-1");
    let mut made = Appointment::bare(id.into(), case, day(date), Origin::Entered);
    made.start = Fact::Known(NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    made.recorded_on = Some(day("2026-11-02"));
    made
}

fn of(customers: Vec<Customer>) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.customers = customers.into_iter().map(Into::into).collect();
    caseload
}

fn gathered(caseload: &Caseload) -> Agenda {
    let overview = overview(caseload, today()).unwrap();
    let all = caseload
        .customers
        .iter()
        .flat_map(|customer| &customer.appointments);
    let book = AppointmentBook::of(all);
    let findings: Vec<(usize, Finding)> = overview
        .entries
        .iter()
        .flat_map(|entry| {
            let customer = caseload.customers.get(entry.customer).unwrap();
            let dossier = Dossier {
                case: &customer.facts,
                contacts: &customer.contacts,
                appointments: &customer.appointments,
                due: &entry.due,
            };
            check(dossier, &book, &overview.setting)
                .into_iter()
                .map(|finding| (entry.customer, finding))
        })
        .collect();
    let findings: Vec<(usize, &Finding)> = findings
        .iter()
        .map(|(place, found)| (*place, found))
        .collect();
    let schedule = schedule(caseload, &overview.setting);
    agenda(caseload, &overview, &findings, &schedule)
}

fn todos(caseload: &Caseload) -> Vec<String> {
    let agenda = gathered(caseload);
    agenda.todos.iter().map(|todo| todo.text(today())).collect()
}

#[test]
fn the_day_is_told_in_the_order_of_time() {
    let mut one = customer("c-1", "2026-11-30");
    one.appointments = vec![
        appointment("t-3", "2026-12-07", 14),
        appointment("t-4", "2026-12-08", 8),
    ];
    let mut other = customer("c-2", "2026-11-30");
    let mut unknown = appointment("t-1", "2026-12-07", 8);
    unknown.start = Fact::Unknown;
    let mut missed = appointment("t-2", "2026-12-07", 9);
    missed.outcome = Outcome::NoShow;
    let mut voided = appointment("t-5", "2026-12-07", 10);
    voided.outcome = Outcome::Voided;
    other.appointments = vec![unknown, missed, voided];
    let caseload = of(vec![one, other]);
    let agenda = gathered(&caseload);
    let ids: Vec<&str> = agenda
        .appointments
        .iter()
        .map(|place| place.of(&caseload).unwrap().id.as_str())
        .collect();
    assert_eq!(ids, ["t-2", "t-3", "t-1"]);
    assert_eq!(agenda.unresolved, []);
    // The voided one counts nowhere.
    assert_eq!(agenda.day, Meter { is: 3, of: 8 });
    assert_eq!(agenda.week, Meter { is: 4, of: 25 });
}

#[test]
fn a_day_on_which_all_is_done_has_nothing_to_do() {
    let caseload = of(vec![customer("c-1", "2026-11-30")]);
    assert_eq!(todos(&caseload), [""; 0]);
    assert_eq!(gathered(&caseload).pressing, []);
}

#[test]
fn documentation_is_due_on_the_next_working_day() {
    let mut customer = customer("c-1", "2026-12-04");
    customer.contacts.first_mut().unwrap().documented_on = None;
    let mut caseload = of(vec![customer.clone()]);
    assert_eq!(todos(&caseload), ["1 Vermerk schreiben (bis heute)"]);
    let mut second = Contact::bare("k-2".into(), today(), Origin::Entered);
    second.channel = Fact::Known(Channel::Phone);
    customer.contacts.push(second.clone());
    // Neither a letter, nor an entry of a list, nor a contact of tomorrow has to be documented.
    for (id, change) in [
        (
            "k-3",
            (|c: &mut Contact| c.channel = Fact::Known(Channel::Written)) as fn(&mut Contact),
        ),
        ("k-4", |c| c.origin = Origin::List),
        ("k-5", |c| c.date = c.date.succ_opt().unwrap()),
    ] {
        let mut contact = second.clone();
        contact.id = id.into();
        change(&mut contact);
        customer.contacts.push(contact);
    }
    caseload = of(vec![customer]);
    assert_eq!(
        todos(&caseload),
        ["2 Vermerke schreiben (bis heute – morgen)"]
    );
}

#[test]
fn appointments_are_recorded_ten_days_before() {
    let mut customer = customer("c-1", "2026-11-30");
    for (id, date) in [
        ("t-1", "2026-12-14"),
        ("t-2", "2026-12-21"),
        ("t-3", "2026-12-17"),
    ] {
        let mut made = appointment(id, date, 9);
        made.recorded_on = None;
        customer.appointments.push(made);
    }
    let mut refill = appointment("t-4", "2026-12-09", 9);
    refill.recorded_on = None;
    refill.refills = Some("t-9".into());
    customer.appointments.push(refill);
    let caseload = of(vec![customer.clone()]);
    assert_eq!(
        todos(&caseload),
        ["3 Termine in ATV eintragen (bis 04.12.2026 – 11.12.2026)"]
    );
    customer.facts.supervision = Supervision::CaseManagement;
    assert_eq!(todos(&of(vec![customer])), [""; 0]);
}

#[test]
fn what_passed_without_an_outcome_is_told() {
    let mut customer = customer("c-1", "2026-11-30");
    customer.appointments = vec![
        appointment("t-1", "2026-12-04", 9),
        appointment("t-2", "2026-12-07", 9),
    ];
    let caseload = of(vec![customer]);
    assert_eq!(todos(&caseload), ["1 Termin ohne Ergebnis (04.12.2026)"]);
    let unresolved: Vec<&str> = gathered(&caseload)
        .unresolved
        .iter()
        .map(|place| place.of(&caseload).unwrap().id.as_str())
        .collect();
    assert_eq!(unresolved, ["t-1"]);
}

#[test]
fn free_time_is_told_until_it_is_used() {
    let mut one = customer("c-1", "2026-11-30");
    let mut cancelled = appointment("t-1", "2026-12-16", 9);
    cancelled.outcome = Outcome::Cancelled;
    cancelled.cancelled_on = Fact::Known(day("2026-12-07"));
    cancelled.cancelled_by = Fact::Known(Canceller::Customer);
    let mut missed = appointment("t-2", "2026-12-07", 9);
    missed.outcome = Outcome::NoShow;
    missed.channel = Fact::Known(Channel::InPerson);
    one.appointments = vec![cancelled, missed];
    let mut other = customer("c-2", "2026-11-30");
    assert_eq!(
        todos(&of(vec![one.clone(), other.clone()])),
        [
            "1 Ersatzgespräch führen (heute)",
            "1 Lücke nachbesetzen (16.12.2026)"
        ]
    );
    let mut refill = appointment("t-3", "2026-12-16", 9);
    refill.refills = Some("t-1".into());
    let mut replacement = appointment("t-4", "2026-12-07", 9);
    replacement.replaces = Some("t-2".into());
    // Not by phone: that is another finding about the same rule, and nothing to do here.
    replacement.channel = Fact::Known(Channel::InPerson);
    other.appointments = vec![refill, replacement];
    assert_eq!(todos(&of(vec![one, other])), [""; 0]);
}

#[test]
fn each_customer_with_a_doubtful_category_counts_once() {
    let mut doubtful = customer("c-1", "2026-11-30");
    doubtful.facts.progress_expected = Fact::Known(false);
    doubtful.contacts.first_mut().unwrap().category_reviewed = Fact::Known(false);
    assert_eq!(
        todos(&of(vec![doubtful, customer("c-2", "2026-11-30")])),
        ["1 Kategorie prüfen"]
    );
}

#[test]
fn open_transfers_are_counted_with_their_days() {
    let mut caseload = of(vec![customer("c-1", "2026-11-30")]);
    for (id, due_on, done_on) in [
        ("u-1", Some("2026-12-09"), None),
        ("u-2", None, None),
        ("u-3", Some("2026-12-01"), Some("2026-12-01")),
    ] {
        caseload.transfers.push(Transfer {
            id: id.to_owned(),
            case: "c-1".into(),
            system: Fact::Unknown,
            what: None,
            subject: None,
            due_on: due_on.map(day),
            done_on: done_on.map(day),
        });
    }
    assert_eq!(
        todos(&caseload),
        ["2 Überträge nach VerBIS und ATV (bis 09.12.2026)"]
    );
}

#[test]
fn the_overdue_come_before_those_who_are_nearly_so() {
    let mut scheduled = customer("c-4", "2026-08-10");
    scheduled.appointments = vec![appointment("t-1", "2026-12-08", 9)];
    let caseload = of(vec![
        customer("c-1", "2026-11-30"),
        customer("c-2", "2026-09-01"),
        customer("c-3", "2026-08-10"),
        scheduled,
        customer("c-5", "2026-07-01"),
    ]);
    let agenda = gathered(&caseload);
    let pressing: Vec<usize> = agenda.pressing.iter().map(|entry| entry.customer).collect();
    assert_eq!(pressing, [4, 2, 1]);
    // Latest 10.12., record by 30.11.; latest 01.01.2027, last working day 31.12., record by 21.12.
    let todo = agenda
        .todos
        .iter()
        .find(|todo| todo.chore == Chore::MakeAppointment)
        .unwrap();
    assert_eq!(
        todo.text(today()),
        "2 Termine vergeben (bis 30.11.2026 – 21.12.2026)"
    );
}
