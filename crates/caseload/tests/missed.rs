//! When an appointment does not take place: who could come instead, and who is asked.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::missed::{Helper, affected, for_call, for_gap, request};
use caseload::{Caseload, Customer, CustomerNumber, overview};
use chrono::{Days, NaiveDate, NaiveTime};
use rules::Fact;
use rules::facts::{
    Appointment, CaseId, Channel, ConsultationKind, Contact, FederalState, Origin, Outcome,
    Profile, Status,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Monday.
fn today() -> NaiveDate {
    day("2026-12-07")
}

/// K1 with a consultation so many days ago.
fn customer(id: &str, ago: u64) -> Customer {
    let number = CustomerNumber::new(&id.to_uppercase()).unwrap();
    let mut customer = Customer::new(CaseId::from(id), number);
    customer.facts.birth_date = Fact::Known(day("1990-02-28"));
    customer.facts.status = Fact::Known(Status::Unemployed);
    customer.facts.progress_expected = Fact::Known(true);
    customer.facts.profile = Fact::Known(Profile::F);
    let mut contact = Contact::bare("k-1".into(), today() - Days::new(ago), Origin::Entered);
    contact.channel = Fact::Known(Channel::InPerson);
    customer.contacts.push(contact);
    customer
}

fn u25(id: &str, last: &str) -> Customer {
    let mut customer = customer(id, 0);
    customer.facts.birth_date = Fact::Known(day("2006-02-28"));
    customer.contacts.first_mut().unwrap().date = day(last);
    customer
}

fn appointment(id: &str, case: &str, date: &str) -> Appointment {
    let mut made = Appointment::bare(id.into(), case.into(), day(date), Origin::Entered);
    made.start = Fact::Known(NaiveTime::from_hms_opt(9, 0, 0).unwrap());
    made
}

fn of(customers: &[Customer]) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.customers = customers.iter().cloned().map(Into::into).collect();
    caseload
}

/// Whose appointment fell out.
fn absent(customers: &mut Vec<Customer>) {
    customers.push(customer("c-0", 200));
}

/// Numbers and reasons of those suggested for a gap on this day.
fn invited(customers: &[Customer], date: &str) -> Vec<String> {
    let mut customers = customers.to_vec();
    absent(&mut customers);
    let caseload = of(&customers);
    let overview = overview(&caseload, today()).unwrap();
    let gap = appointment("t-0", "c-0", date);
    for_gap(&gap, 9, &caseload, &overview)
        .iter()
        .map(|suggestion| {
            let customer = caseload.customers.get(suggestion.customer).unwrap();
            format!("{}: {}", customer.number, suggestion.reason())
        })
        .collect()
}

fn called(customers: &[Customer], most: usize) -> Vec<String> {
    let mut customers = customers.to_vec();
    absent(&mut customers);
    let caseload = of(&customers);
    let overview = overview(&caseload, today()).unwrap();
    let missed = appointment("t-0", "c-0", "2026-12-07");
    for_call(&missed, most, &caseload, &overview)
        .iter()
        .map(|suggestion| {
            let customer = caseload.customers.get(suggestion.customer).unwrap();
            customer.number.to_string()
        })
        .collect()
}

#[test]
fn a_gap_is_for_those_who_are_due_the_longest_overdue_first() {
    let mut never = customer("c-4", 0);
    never.contacts.clear();
    never.facts.in_care_since = Fact::Known(day("2026-08-20"));
    let customers = [
        customer("c-1", 100),
        customer("c-2", 122),
        customer("c-3", 144),
        never,
    ];
    assert_eq!(
        invited(&customers, "2026-12-16"),
        [
            "C-3: seit 21 Tagen überfällig, letzter Kontakt vor 144 Tagen",
            "C-4: fällig in 13 Tagen (spätestens 20.12.2026), noch kein Kontakt, der zählt",
            "C-1: fällig in 22 Tagen (spätestens 29.12.2026), letzter Kontakt vor 100 Tagen",
        ],
        "due today is not overdue, and the gap would come too late"
    );
    let today_gap = invited(&customers, "2026-12-07");
    assert_eq!(
        today_gap.get(1).unwrap(),
        "C-2: heute fällig, letzter Kontakt vor 122 Tagen"
    );
}

#[test]
fn whoever_has_an_appointment_needs_no_gap() {
    let mut scheduled = customer("c-1", 100);
    scheduled.appointments = vec![appointment("t-1", "c-1", "2026-12-21")];
    let mut past = customer("c-2", 100);
    past.appointments = vec![appointment("t-2", "c-2", "2026-12-04")];
    past.appointments.first_mut().unwrap().outcome = Outcome::Held;
    let invited = invited(&[scheduled, past], "2026-12-16");
    assert_eq!(invited.len(), 1);
    assert!(invited.first().unwrap().starts_with("C-2"));
}

#[test]
fn nobody_is_invited_too_early() {
    // Some weeks lie between two consultations.
    assert_eq!(invited(&[customer("c-1", 18)], "2026-12-16").len(), 0);
    assert_eq!(invited(&[customer("c-1", 19)], "2026-12-16").len(), 1);
    // A second contact in one month helps nobody under 25, one in the next month does.
    let monthly = [u25("c-1", "2026-12-01")];
    assert_eq!(invited(&monthly, "2026-12-30").len(), 0);
    assert_eq!(invited(&monthly, "2027-01-04").len(), 1);
    assert_eq!(invited(&[u25("c-1", "2026-11-30")], "2026-12-16").len(), 1);
    assert_eq!(invited(&[u25("c-1", "2026-11-30")], "2027-01-04").len(), 0);
}

#[test]
fn an_agreed_day_outweighs_the_weeks_between() {
    let mut agreed = customer("c-1", 5);
    agreed.contacts.first_mut().unwrap().next_contact_by = Some(day("2026-12-16"));
    assert_eq!(invited(&[agreed.clone()], "2026-12-15").len(), 0);
    assert_eq!(invited(&[agreed], "2026-12-16").len(), 1);
}

#[test]
fn calls_are_for_the_unemployed() {
    let mut working = customer("c-1", 143);
    working.facts.status = Fact::Known(Status::JobSeeking);
    let mut unknown = customer("c-2", 143);
    unknown.facts.status = Fact::Unknown;
    unknown.facts.category = Some(rules::facts::Category::K1);
    let mut spoken_to = customer("c-3", 143);
    let mut letter = Contact::bare("k-2".into(), today(), Origin::Entered);
    letter.channel = Fact::Known(Channel::Phone);
    spoken_to.contacts.push(letter);
    let mut missed_a_call = customer("c-4", 143);
    let mut call = appointment("t-1", "c-4", "2026-12-01");
    call.channel = Fact::Known(Channel::Phone);
    call.outcome = Outcome::NoShow;
    missed_a_call.appointments.push(call);
    let mut closed = customer("c-5", 143);
    closed.closed_on = Some(today());
    let customers = [
        working,
        unknown,
        spoken_to,
        missed_a_call,
        closed,
        customer("c-6", 100),
        customer("c-7", 143),
        u25("c-8", "2026-11-03"),
    ];
    assert_eq!(called(&customers, 5), ["C-7", "C-6", "C-8"]);
    assert_eq!(called(&customers, 2), ["C-7", "C-6"]);
    assert_eq!(called(&customers, 0), [""; 0]);
}

#[test]
fn a_suggestion_says_what_the_consultation_would_be() {
    let mut never = customer("c-1", 0);
    never.contacts.clear();
    never.facts.in_care_since = Fact::Known(day("2026-08-20"));
    let caseload = of(&[never]);
    let overview = overview(&caseload, today()).unwrap();
    let gap = appointment("t-0", "c-0", "2026-12-16");
    let suggestions = for_gap(&gap, 5, &caseload, &overview);
    let first = suggestions.first().unwrap();
    assert_eq!(first.kind, ConsultationKind::First);
    assert_eq!((first.days_until_due, first.days_since_last), (13, None));
    assert_eq!(first.window.latest, day("2026-12-20"));
}

#[test]
fn appointments_in_an_absence_are_listed_in_the_order_of_time() {
    let mut one = customer("c-1", 100);
    one.appointments = vec![
        appointment("t-1", "c-1", "2026-12-23"),
        appointment("t-2", "c-1", "2026-12-21"),
        appointment("t-3", "c-1", "2026-12-24"),
    ];
    let mut held = appointment("t-4", "c-2", "2026-12-22");
    held.outcome = Outcome::Held;
    let mut other = customer("c-2", 100);
    other.appointments = vec![held, appointment("t-5", "c-2", "2026-12-22")];
    let caseload = of(&[one, other]);
    let overview = overview(&caseload, today()).unwrap();
    let ids = |from: &str, to: &str| -> Vec<String> {
        affected((day(from), day(to)), &caseload, &overview)
            .iter()
            .map(|affected| affected.appointment.id.to_string())
            .collect()
    };
    assert_eq!(ids("2026-12-21", "2026-12-23"), ["t-2", "t-5", "t-1"]);
    assert_eq!(ids("2026-12-22", "2026-12-22"), ["t-5"]);
    assert_eq!(ids("2026-12-01", "2026-12-06"), [""; 0]);
    let text = request(
        Helper::Deputy,
        (day("2026-12-21"), day("2026-12-22")),
        &affected((day("2026-12-21"), day("2026-12-22")), &caseload, &overview),
    );
    assert_eq!(
        text,
        "Abwesenheit vom 21.12.2026 bis 22.12.2026. Bitte übernehmen Sie diese Termine als \
         Vertretung:\n\
         C-1: Mo 21.12.2026, 09:00 Uhr (spätestens 29.12.2026)\n\
         C-2: Di 22.12.2026, 09:00 Uhr (spätestens 29.12.2026)"
    );
}

#[test]
fn what_has_passed_today_is_no_matter_of_an_absence() {
    let mut one = customer("c-1", 100);
    one.appointments = vec![
        appointment("t-1", "c-1", "2026-12-04"),
        appointment("t-2", "c-1", "2026-12-07"),
    ];
    let caseload = of(&[one]);
    let overview = overview(&caseload, today()).unwrap();
    let found = affected((day("2026-12-01"), day("2026-12-31")), &caseload, &overview);
    assert_eq!(found.len(), 1);
}

#[test]
fn help_is_asked_for_step_by_step() {
    let labels = Helper::ALL.map(Helper::label);
    assert_eq!(labels, ["Vertretung", "Team", "Teamleitung"]);
    let texts = Helper::ALL.map(|helper| request(helper, (today(), today()), &[]));
    assert!(
        texts
            .iter()
            .all(|text| text.starts_with("Abwesenheit am 07.12.2026. "))
    );
    assert_eq!(rules::ordering::set(texts).len(), 3);
    assert!(
        Helper::ALL
            .iter()
            .all(|helper| helper.advice().ends_with('.'))
    );
}
