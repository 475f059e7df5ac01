//! What follows for VerBIS and ATV from a change, and what ticking it off records.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::history::{
    CaseloadId, Command, ContactEntry, Deed, Edit, EventId, Ledger, Moment, Sheet, Stamp,
};
use caseload::transfers::{self, TransferKind, with_transfers};
use caseload::{Caseload, Customer, CustomerNumber, Transfer, TransferSystem};
use chrono::{NaiveDate, NaiveTime};
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Absence, Appointment, CaseId, Category, Channel, Contact, FederalState, Origin, Outcome,
};
use rules::{Fact, Setting};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

fn case() -> CaseId {
    CaseId::from("c-1")
}

fn setting(caseload: &Caseload) -> Setting {
    let edition = Edition::in_force(EditionId::CURRENT, today(), &[]).unwrap();
    Setting::new(today(), edition, &caseload.caseworker.office)
}

fn ledger() -> Ledger {
    let mut caseload = Caseload::empty(FederalState::BW);
    let mut customer = Customer::new(case(), CustomerNumber::new("617D1").unwrap());
    customer.name = Some("A. Muster".to_owned());
    caseload.customers.push(customer.into());
    Ledger::new(CaseloadId::new([1; 16]), caseload)
}

/// Makes edits with what follows from them.
fn make(ledger: &mut Ledger, edits: Vec<Edit>) {
    let setting = setting(ledger.caseload());
    let edits = with_transfers(edits, ledger.caseload(), &setting);
    let at = Moment(1_795_000_000_000);
    let stamp = Stamp {
        id: EventId::new(at, [1; 10]),
        at,
    };
    let deed = Deed::AppointmentMade;
    let event = ledger
        .decide(&Command::Edit { deed, edits }, stamp)
        .unwrap();
    ledger.admit(event).unwrap();
}

/// The open entries: system, title, due day.
fn open(ledger: &Ledger) -> Vec<(TransferSystem, String, String)> {
    transfers::open(ledger.caseload())
        .into_iter()
        .map(|transfer| {
            let due = transfer.due_on.unwrap().to_string();
            let title = transfers::title(ledger.caseload(), transfer);
            (transfer.system.known().unwrap(), title, due)
        })
        .collect()
}

fn appointment() -> Appointment {
    let mut appointment =
        Appointment::bare("t-1".into(), case(), day("2026-12-07"), Origin::Entered);
    appointment.start = Fact::Known(NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    appointment.duration_minutes = Fact::Known(45);
    appointment.channel = Fact::Known(Channel::InPerson);
    appointment
}

fn put(appointment: &Appointment) -> Vec<Edit> {
    vec![Edit::Appointment(Box::new(appointment.clone()))]
}

fn tick(ledger: &mut Ledger, edits: fn(&Caseload, &Transfer) -> Vec<Edit>) {
    let caseload = ledger.caseload().clone();
    let transfer = caseload.transfers.first().unwrap();
    make(ledger, edits(&caseload, transfer));
}

#[test]
fn an_appointment_is_recorded_in_atv_ten_days_before() {
    let mut ledger = ledger();
    make(&mut ledger, put(&appointment()));
    let title = "Termin eintragen: Mo 07.12.2026, 09:00 Uhr, 45 Minuten, persönlich";
    let due = (
        TransferSystem::Atv,
        title.to_owned(),
        "2026-11-27".to_owned(),
    );
    assert_eq!(open(&ledger), [due.clone()]);
    let copied = transfers::copy_text(
        ledger.caseload(),
        ledger.caseload().transfers.first().unwrap(),
    );
    assert_eq!(copied, format!("617D1 A. Muster – {title}"));

    tick(&mut ledger, |caseload, transfer| {
        transfers::done(caseload, transfer, today())
    });
    assert_eq!(open(&ledger), []);
    let recorded = |ledger: &Ledger| {
        ledger
            .caseload()
            .customers
            .first()
            .unwrap()
            .appointments
            .first()
            .unwrap()
            .recorded_on
    };
    assert_eq!(recorded(&ledger), Some(today()));
    tick(&mut ledger, transfers::reopened);
    assert_eq!(open(&ledger), [due]);
    assert_eq!(recorded(&ledger), None);
}

#[test]
fn moving_asks_again_and_removing_asks_no_more() {
    let mut ledger = ledger();
    let mut moved = appointment();
    moved.recorded_on = Some(day("2026-11-19"));
    make(&mut ledger, put(&moved));
    assert_eq!(open(&ledger), [], "it stands in ATV already");
    moved.date = day("2026-12-08");
    moved.recorded_on = None;
    make(&mut ledger, put(&moved));
    let dues: Vec<String> = open(&ledger).into_iter().map(|(_, _, due)| due).collect();
    assert_eq!(dues, ["2026-11-28"]);
    make(
        &mut ledger,
        vec![Edit::AppointmentRemoved(case(), "t-1".into())],
    );
    assert_eq!(open(&ledger), []);
}

#[test]
fn an_outcome_is_marked_today_and_one_that_is_taken_back_is_not() {
    let mut ledger = ledger();
    let mut appointment = appointment();
    appointment.recorded_on = Some(day("2026-11-10"));
    make(&mut ledger, put(&appointment));
    appointment.outcome = Outcome::NoShow;
    make(&mut ledger, put(&appointment));
    let title = "Ergebnis kennzeichnen: Mo 07.12.2026, 09:00 Uhr – nicht erschienen";
    let due = (
        TransferSystem::Atv,
        title.to_owned(),
        "2026-11-20".to_owned(),
    );
    assert_eq!(open(&ledger), [due]);
    appointment.outcome = Outcome::Open;
    make(&mut ledger, put(&appointment));
    assert_eq!(open(&ledger), []);
}

#[test]
fn what_came_with_a_list_stands_there_already() {
    let mut ledger = ledger();
    let mut appointment = appointment();
    appointment.origin = Origin::List;
    let contact = Contact::bare("k-1".into(), today(), Origin::List);
    let entry = ContactEntry {
        contact,
        topics: None,
    };
    let mut edits = put(&appointment);
    edits.push(Edit::Contact(case(), Box::new(entry)));
    make(&mut ledger, edits);
    assert_eq!(open(&ledger), []);
}

#[test]
fn a_consultation_is_documented_by_the_next_working_day() {
    let mut ledger = ledger();
    // A Friday: Saturday and Sunday are no working days.
    let contact = Contact::bare("k-1".into(), today(), Origin::Entered);
    let entry = ContactEntry {
        contact,
        topics: Some("Bewerbung".to_owned()),
    };
    make(&mut ledger, vec![Edit::Contact(case(), Box::new(entry))]);
    let title = "Beratungsvermerk anlegen: 20.11.2026";
    let due = (
        TransferSystem::Verbis,
        title.to_owned(),
        "2026-11-23".to_owned(),
    );
    assert_eq!(open(&ledger), [due]);
    tick(&mut ledger, |caseload, transfer| {
        transfers::done(caseload, transfer, day("2026-11-23"))
    });
    let customer = ledger.caseload().customers.first().unwrap();
    assert_eq!(
        customer.contacts.first().unwrap().documented_on,
        Some(day("2026-11-23"))
    );
    assert_eq!(customer.topics.len(), 1, "topics stay");
    assert_eq!(open(&ledger), []);
}

#[test]
fn category_marker_profile_and_absence_go_over_today() {
    let mut ledger = ledger();
    let mut customer = Customer::clone(ledger.caseload().customers.first().unwrap());
    customer.facts.category = Some(Category::K3);
    customer.facts.k3_marker_set = Fact::Known(true);
    customer.note = Some("Anruf".to_owned());
    let mut caseworker = ledger.caseload().caseworker.clone();
    let absence = Absence {
        from: day("2026-12-24"),
        to: day("2027-01-01"),
        reason: None,
    };
    caseworker.office.absences.push(absence);
    make(
        &mut ledger,
        vec![
            Edit::Sheet(Box::new(Sheet::of(&customer))),
            Edit::Caseworker(Box::new(caseworker.clone())),
        ],
    );
    let titles: Vec<String> = open(&ledger)
        .into_iter()
        .map(|(_, title, _)| title)
        .collect();
    assert_eq!(
        titles,
        [
            "Kategorie ändern: K3",
            "Interne Kundenkennung: K3 setzen",
            "Abwesenheit eintragen: 24.12.2026 bis 01.01.2027",
        ]
    );
    caseworker.office.absences.clear();
    make(&mut ledger, vec![Edit::Caseworker(Box::new(caseworker))]);
    assert_eq!(open(&ledger).len(), 2);
}

#[test]
fn every_kind_is_read_as_it_is_written_and_foreign_ones_are_shown_as_they_are() {
    for kind in TransferKind::ALL {
        assert_eq!(TransferKind::from_key(kind.key()), Some(kind));
    }
    let foreign = Transfer {
        id: "u-1".to_owned(),
        case: "c-9".into(),
        system: Fact::Unknown,
        what: Some("Brief".to_owned()),
        subject: None,
        due_on: None,
        done_on: None,
    };
    let caseload = Caseload::empty(FederalState::BW);
    assert_eq!(transfers::title(&caseload, &foreign), "Brief");
    assert_eq!(transfers::copy_text(&caseload, &foreign), "Brief");
}

#[test]
fn due_days_are_said_as_people_say_them() {
    for (due, said) in [
        ("2026-11-20", "bis heute"),
        ("2026-11-21", "bis morgen"),
        ("2026-11-27", "bis 27.11.2026"),
        ("2026-11-19", "seit gestern überfällig"),
        ("2026-11-10", "seit 10 Tagen überfällig"),
    ] {
        assert_eq!(transfers::due_text(day(due), today()), said);
    }
}
