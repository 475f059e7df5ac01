//! Making an appointment: what is said while it is typed.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::appointing::{AppointmentField, AppointmentForm, Hint, OffDay, hints, off_day};
use caseload::{Caseload, Customer, CustomerNumber, evaluate};
use chrono::{NaiveDate, NaiveTime, Weekday};
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Absence, Appointment, CaseId, Channel, Closure, ConsultationKind, Contact, FederalState,
    Origin, Outcome, Profile, Status,
};
use rules::{Fact, Rule, Setting, Severity};
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Friday.
fn today() -> NaiveDate {
    day("2026-11-20")
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// K1, last consulted on 14 September, so that the latest day is 14 January.
fn customer(id: &str) -> Customer {
    let number = CustomerNumber::new(&id.to_uppercase()).unwrap();
    let mut customer = Customer::new(CaseId::from(id), number);
    customer.facts.birth_date = Fact::Known(day("1990-02-28"));
    customer.facts.status = Fact::Known(Status::Unemployed);
    customer.facts.progress_expected = Fact::Known(true);
    customer.facts.profile = Fact::Known(Profile::F);
    let mut contact = Contact::bare("k-1".into(), day("2026-09-14"), Origin::Entered);
    contact.channel = Fact::Known(Channel::InPerson);
    customer.contacts.push(contact);
    customer
}

fn caseload() -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    for id in ["c-1", "c-2"] {
        caseload.customers.push(customer(id).into());
    }
    let office = &mut caseload.caseworker.office;
    office.absences.push(Absence {
        from: day("2026-12-21"),
        to: day("2026-12-23"),
        reason: Some("Urlaub".to_owned()),
    });
    office.closures.push(Closure {
        date: day("2026-12-31"),
        reason: None,
    });
    office.working_days.retain(|day| *day != Weekday::Wed);
    caseload
}

fn setting(caseload: &Caseload) -> Setting {
    let edition = Edition::in_force(EditionId::CURRENT, today(), &[]).unwrap();
    Setting::new(today(), edition, &caseload.caseworker.office)
}

fn appointment(id: &str, case: &str, date: &str, start: &str) -> Appointment {
    let mut made = Appointment::bare(id.into(), case.into(), day(date), Origin::Entered);
    made.start = Fact::Known(time(start));
    made.duration_minutes = Fact::Known(45);
    made.channel = Fact::Known(Channel::InPerson);
    made.kind = Fact::Known(ConsultationKind::FollowUp);
    made.legal_notice = Fact::Known(true);
    made
}

fn put(caseload: &mut Caseload, appointment: Appointment) {
    let mut customers = caseload.customers.iter_mut();
    let customer = customers
        .find(|customer| customer.id == appointment.case)
        .unwrap();
    Arc::make_mut(customer).appointments.push(appointment);
}

/// The hints about a draft, as field, rule and gravity.
fn said(
    caseload: &Caseload,
    draft: &Appointment,
) -> Vec<(AppointmentField, Option<Rule>, Severity)> {
    let hints = hints(draft, caseload, &setting(caseload));
    for hint in &hints {
        assert!(hint.to_string().ends_with('.'), "{hint}");
    }
    hints
        .iter()
        .map(|hint| (hint.field, hint.rule(), hint.severity()))
        .collect()
}

use AppointmentField::{Case, Date, End, LegalNotice, Start};
use Severity::{Error, Info, Warning};

#[test]
fn an_appointment_as_it_should_be_needs_no_hint() {
    let draft = appointment("t-1", "c-1", "2026-11-30", "09:00");
    assert_eq!(said(&caseload(), &draft), []);
}

#[test]
fn the_lead_counts_in_calendar_days() {
    let late = appointment("t-1", "c-1", "2026-11-27", "09:00");
    assert_eq!(said(&caseload(), &late), [(Date, Some(Rule::F1), Warning)]);
    let caseload = caseload();
    let hints = hints(&late, &caseload, &setting(&caseload));
    assert_eq!(
        hints.first().unwrap().to_string(),
        "Dafür war der Termin bis 17.11.2026 in ATV einzutragen. Mit Vorlauf geht es ab 30.11.2026."
    );
    // A slot that somebody missed and a gap that somebody left are filled at short notice.
    let mut refill = late.clone();
    refill.refills = Some("t-9".into());
    assert_eq!(said(&caseload, &refill), []);
}

#[test]
fn a_day_without_work_is_told_with_its_reason() {
    let caseload = caseload();
    for (date, rule, severity, text) in [
        (
            "2026-12-25",
            Rule::D6,
            Error,
            "Der Tag ist ein Feiertag (1. Weihnachtstag).",
        ),
        (
            "2026-12-31",
            Rule::D6,
            Error,
            "Die Dienststelle ist geschlossen.",
        ),
        ("2026-12-05", Rule::D6, Error, "Der Tag ist ein Samstag."),
        (
            "2026-12-21",
            Rule::F11,
            Error,
            "Sie sind an dem Tag abwesend (Urlaub).",
        ),
        (
            "2026-12-02",
            Rule::F3,
            Warning,
            "Der Mittwoch ist nicht Ihr Arbeitstag.",
        ),
    ] {
        let draft = appointment("t-1", "c-1", date, "09:00");
        assert_eq!(
            said(&caseload, &draft),
            [(Date, Some(rule), severity)],
            "{date}"
        );
        let hints = hints(&draft, &caseload, &setting(&caseload));
        assert!(
            hints.first().unwrap().to_string().starts_with(text),
            "{date}"
        );
        assert!(!hints.first().unwrap().is_blocking());
    }
    let setting = setting(&caseload);
    assert_eq!(off_day(day("2026-12-07"), &setting), None);
    // A public holiday says more than the weekday on which the caseworker is not there anyway.
    let epiphany = off_day(day("2027-01-06"), &setting);
    assert!(matches!(epiphany, Some(OffDay::Holiday(_))), "{epiphany:?}");
}

#[test]
fn a_day_that_is_over_cannot_be_taken_for_an_open_appointment() {
    let caseload = caseload();
    let mut draft = appointment("t-1", "c-1", "2026-11-19", "09:00");
    let blocking = |hints: Vec<Hint>| hints.iter().any(Hint::is_blocking);
    assert!(said(&caseload, &draft).contains(&(Date, Some(Rule::F5), Error)));
    assert!(blocking(hints(&draft, &caseload, &setting(&caseload))));
    draft.date = today();
    assert!(!blocking(hints(&draft, &caseload, &setting(&caseload))));
    draft.date = day("2026-11-19");
    draft.outcome = Outcome::NoShow;
    assert_eq!(said(&caseload, &draft), []);
}

#[test]
fn the_ninth_of_a_day_is_one_too_many() {
    let mut caseload = caseload();
    for place in 0..8 {
        let id = format!("t-{place}");
        let mut standing = appointment(&id, "c-2", "2026-11-30", "09:00");
        standing.start = Fact::Unknown;
        put(&mut caseload, standing);
    }
    let draft = appointment("t-9", "c-1", "2026-11-30", "09:00");
    assert_eq!(said(&caseload, &draft), [(Date, Some(Rule::F2), Error)]);
    let hints = hints(&draft, &caseload, &setting(&caseload));
    let text = hints.first().unwrap().to_string();
    assert!(text.starts_with("Das wäre der 9. Termin"), "{text}");
    // One that stands already is not counted twice.
    let known = caseload.customers.get(1).unwrap().appointments.first();
    let moved = known.unwrap().clone();
    let day_full = said(&caseload, &moved)
        .iter()
        .any(|(_, rule, _)| *rule == Some(Rule::F2));
    assert!(!day_full);
}

#[test]
fn times_that_overlap_are_told() {
    let mut caseload = caseload();
    put(
        &mut caseload,
        appointment("t-1", "c-2", "2026-11-30", "09:00"),
    );
    let at = |start: &str| appointment("t-2", "c-1", "2026-11-30", start);
    assert_eq!(said(&caseload, &at("08:15")), []);
    assert_eq!(said(&caseload, &at("08:16")), [(Start, None, Warning)]);
    assert_eq!(said(&caseload, &at("09:44")), [(Start, None, Warning)]);
    assert_eq!(said(&caseload, &at("09:45")), []);
    let hints = hints(&at("09:30"), &caseload, &setting(&caseload));
    let text = hints.first().unwrap().to_string();
    assert!(
        text.contains("Um 09:00 Uhr") && text.contains("(C-2)"),
        "{text}"
    );

    let mut session = at("09:00");
    session.channel = Fact::Known(Channel::Group);
    assert_eq!(said(&caseload, &session), [(Start, None, Warning)]);
    let other = Arc::make_mut(caseload.customers.get_mut(1).unwrap());
    let standing = other.appointments.first_mut().unwrap();
    standing.channel = Fact::Known(Channel::Group);
    assert_eq!(said(&caseload, &session), [], "one group session");
    let other = Arc::make_mut(caseload.customers.get_mut(1).unwrap());
    other.appointments.first_mut().unwrap().outcome = Outcome::Cancelled;
    assert_eq!(said(&caseload, &at("09:00")), [], "given back");
}

#[test]
fn the_break_and_the_evening_lie_outside_the_hours() {
    let caseload = caseload();
    for (start, fits) in [
        ("07:45", false),
        ("08:00", true),
        ("11:15", true),
        ("11:30", false),
        ("12:15", false),
        ("13:00", true),
        ("15:45", true),
        ("15:46", false),
    ] {
        let draft = appointment("t-1", "c-1", "2026-11-30", start);
        let expected = if fits {
            vec![]
        } else {
            vec![(Start, None, Warning)]
        };
        assert_eq!(said(&caseload, &draft), expected, "{start}");
    }
}

#[test]
fn another_appointment_of_the_customer_is_told() {
    let mut caseload = caseload();
    put(
        &mut caseload,
        appointment("t-1", "c-1", "2026-11-30", "09:00"),
    );
    let second = appointment("t-2", "c-1", "2026-11-30", "14:00");
    assert_eq!(said(&caseload, &second), [(Date, None, Warning)]);
    let later = appointment("t-2", "c-1", "2026-12-07", "14:00");
    assert_eq!(said(&caseload, &later), [(Case, None, Info)]);
}

#[test]
fn a_day_after_the_window_is_told_as_long_as_the_window_is_open() {
    let mut caseload = caseload();
    let draft = appointment("t-1", "c-1", "2027-01-15", "09:00");
    assert_eq!(said(&caseload, &draft), [(Date, Some(Rule::D6), Warning)]);
    let in_time = appointment("t-1", "c-1", "2027-01-14", "09:00");
    assert_eq!(said(&caseload, &in_time), []);
    // For somebody overdue every day is late, and the next is the best.
    let overdue = Arc::make_mut(caseload.customers.get_mut(0).unwrap());
    overdue.contacts.first_mut().unwrap().date = day("2026-06-01");
    assert_eq!(said(&caseload, &draft), []);
}

#[test]
fn channel_and_notice_follow_the_rules() {
    let mut caseload = caseload();
    let mut draft = appointment("t-2", "c-1", "2026-11-30", "09:00");
    draft.legal_notice = Fact::Known(false);
    assert_eq!(
        said(&caseload, &draft),
        [(LegalNotice, Some(Rule::F6), Warning)]
    );
    let mut missed = appointment("t-1", "c-1", "2026-11-16", "09:00");
    missed.channel = Fact::Known(Channel::Video);
    missed.outcome = Outcome::NoShow;
    put(&mut caseload, missed);
    assert_eq!(
        said(&caseload, &draft),
        [
            (LegalNotice, Some(Rule::F6), Warning),
            (LegalNotice, Some(Rule::F9), Warning)
        ]
    );
    draft.channel = Fact::Known(Channel::Phone);
    let hints = hints(&draft, &caseload, &setting(&caseload));
    let hint = hints.first().unwrap();
    assert_eq!(hint.field, AppointmentField::Channel);
    assert_eq!(
        hint.to_string(),
        "Der letzte Termin (16.11.2026, per Video) wurde verpasst; der nächste ist persönlich, mit Rechtsfolgenbelehrung."
    );
}

#[test]
fn a_missed_slot_is_for_somebody_unemployed_and_the_phone() {
    let mut caseload = caseload();
    let mut draft = appointment("t-2", "c-1", "2026-11-20", "09:00");
    draft.replaces = Some("t-1".into());
    assert_eq!(said(&caseload, &draft), [(Case, Some(Rule::F8), Warning)]);
    draft.channel = Fact::Known(Channel::Phone);
    assert_eq!(said(&caseload, &draft), []);
    let customer = Arc::make_mut(caseload.customers.get_mut(0).unwrap());
    customer.facts.status = Fact::Known(Status::JobSeeking);
    assert_eq!(said(&caseload, &draft), [(Case, Some(Rule::F8), Warning)]);
}

#[test]
fn a_new_form_is_for_the_consultation_that_is_due() {
    let mut customer = customer("c-1");
    let caseload = caseload();
    let setting = setting(&caseload);
    let form = |customer: &Customer| {
        let due = evaluate(customer, &setting);
        let parameters = setting.edition.parameters();
        AppointmentForm::new("t-1".into(), customer, &due, today(), parameters)
    };
    assert_eq!(form(&customer).duration_minutes, "45");
    assert_eq!(
        form(&customer).chosen.channel,
        Fact::Known(Channel::InPerson)
    );
    assert_eq!(form(&customer).chosen.legal_notice, Fact::Known(true));
    customer.preferred_channel = Fact::Known(Channel::Video);
    assert_eq!(form(&customer).chosen.channel, Fact::Known(Channel::Video));
    let mut missed = appointment("t-0", "c-1", "2026-11-16", "09:00");
    missed.channel = Fact::Known(Channel::Video);
    missed.outcome = Outcome::NoShow;
    customer.appointments.push(missed);
    assert_eq!(
        form(&customer).chosen.channel,
        Fact::Known(Channel::InPerson)
    );
    customer.contacts.clear();
    assert_eq!(form(&customer).duration_minutes, "60");
    assert!(form(&customer).read(today()).appointment.is_none());
}

/// What a form of so much text comes to.
fn typed(date: &str, start: &str, end: &str, minutes: &str) -> (Option<Appointment>, Vec<Hint>) {
    let caseload = caseload();
    let setting = setting(&caseload);
    let due = evaluate(&customer("c-1"), &setting);
    let parameters = setting.edition.parameters();
    let mut form = AppointmentForm::new("t-1".into(), &customer("c-1"), &due, today(), parameters);
    form.date = date.to_owned();
    form.start = start.to_owned();
    form.end = end.to_owned();
    form.duration_minutes = minutes.to_owned();
    let draft = form.read(today());
    assert!(draft.faults.iter().all(Hint::is_blocking));
    (draft.appointment, draft.faults)
}

#[test]
fn what_is_typed_becomes_an_appointment() {
    let (made, faults) = typed("in 2 wochen", "9", "", "60");
    let made = made.unwrap();
    assert_eq!(faults, []);
    assert_eq!(made.date, day("2026-12-04"));
    assert_eq!(made.start, Fact::Known(time("09:00")));
    assert_eq!(made.duration_minutes, Fact::Known(60));
    let (until, _) = typed("7.12.", "9", "9:30", "60");
    assert_eq!(until.unwrap().duration_minutes, Fact::Known(30));
    let (bare, faults) = typed("7.12.", "", "", "");
    assert_eq!(faults, []);
    assert!(bare.unwrap().start.is_unknown());
}

#[test]
fn what_cannot_be_read_is_told_at_its_field() {
    let faults = |date, start, end, minutes| -> Vec<AppointmentField> {
        let (_, faults) = typed(date, start, end, minutes);
        faults.iter().map(|fault| fault.field).collect()
    };
    assert_eq!(faults("", "9", "", ""), [Date]);
    assert_eq!(
        faults("31.2.", "14:3", "", "lang"),
        [Date, Start, AppointmentField::DurationMinutes]
    );
    assert_eq!(faults("7.12.", "9", "8:30", ""), [End]);
    assert_eq!(faults("7.12.", "9", "9", ""), [End]);
    assert_eq!(faults("7.12.", "9", "20", ""), [End]);
    assert_eq!(faults("7.12.", "", "9", ""), [Start]);
    assert_eq!(faults("7.12.", "x", "9", ""), [Start]);
    assert_eq!(
        faults("7.12.", "23:30", "", "31"),
        [AppointmentField::DurationMinutes]
    );
    assert_eq!(faults("7.12.", "23:30", "", "30"), []);
}

#[test]
fn at_another_time_it_is_recorded_and_invited_anew() {
    let mut before = appointment("t-1", "c-1", "2026-12-07", "09:00");
    before.recorded_on = Some(day("2026-11-10"));
    before.invited_on = Some(day("2026-11-10"));
    let read = |change: fn(&mut AppointmentForm)| {
        let mut form = AppointmentForm::of(&before);
        change(&mut form);
        form.read(today()).appointment.unwrap()
    };
    assert_eq!(read(|_| ()), before);
    let longer = read(|form| form.duration_minutes = "60".to_owned());
    assert_eq!(longer.recorded_on, before.recorded_on);
    for change in [
        (|form: &mut AppointmentForm| form.date = "8.12.".to_owned()) as fn(&mut AppointmentForm),
        |form| form.start = "10".to_owned(),
    ] {
        let moved = read(change);
        assert_eq!((moved.recorded_on, moved.invited_on), (None, None));
    }
    let recorded = read(|form| {
        form.date = "8.12.".to_owned();
        form.chosen.recorded_on = Some(today());
    });
    assert_eq!(
        (recorded.recorded_on, recorded.invited_on),
        (Some(today()), None)
    );
}
