//! The fixtures of version 1 mean today what they meant when they were written. They are part of
//! the contract and never change.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::file::{read, write};
use caseload::{Caseload, TransferSystem};
use chrono::{NaiveDate, NaiveTime, Weekday};
use rules::Fact::{Known, Unknown};
use rules::Rule;
use rules::edition::{EditionId, Parameter, ParameterValue, U25Mode};
use rules::facts::{
    AppointmentId, Canceller, Category, Channel, ConsultationKind, Delivery, FederalState, Fte,
    NextInvitation, Origin, Outcome, PhoneGrounds, Profile, ProfileIWork, ProfileZReason, Status,
    Supervision,
};
use rules::ordering::OrderedSet;

const EVERY_FIELD: &[u8] = include_bytes!("../fixtures/v1/every-field.kkd.json");
const REQUIRED_FIELDS: &[u8] = include_bytes!("../fixtures/v1/required-fields.kkd.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn fixture(bytes: &[u8]) -> Caseload {
    read(bytes, day("2026-11-22")).unwrap()
}

#[test]
fn caseworker_and_office() {
    let caseload = fixture(EVERY_FIELD);
    assert_eq!(caseload.edition, EditionId::E2025_04);
    assert_eq!(caseload.caseworker.name.as_deref(), Some("IFK 7"));
    let office = &caseload.caseworker.office;
    assert_eq!(office.fte, Fte::from_hundredths(75).unwrap());
    assert_eq!(office.state, FederalState::NW);
    assert_eq!(
        office.working_days,
        [Weekday::Mon, Weekday::Wed, Weekday::Sat]
    );
    let hours: Vec<_> = office.hours.iter().map(|h| (h.from, h.to)).collect();
    assert_eq!(
        hours,
        [
            (time("07:30"), time("11:45")),
            (time("14:00"), time("18:05"))
        ]
    );
    let absences: Vec<_> = office
        .absences
        .iter()
        .map(|a| (a.from, a.to, a.reason.as_deref()))
        .collect();
    assert_eq!(
        absences,
        [
            (day("2026-12-24"), day("2027-01-01"), Some("Urlaub")),
            (day("2027-02-01"), day("2027-02-01"), None),
        ]
    );
    let closures: Vec<_> = office
        .closures
        .iter()
        .map(|c| (c.date, c.reason.as_deref()))
        .collect();
    assert_eq!(
        closures,
        [
            (day("2026-12-31"), Some("Inventur „Lager“")),
            (day("2027-02-08"), None),
        ]
    );
}

#[test]
fn parameters() {
    let caseload = fixture(EVERY_FIELD);
    let changes: Vec<_> = caseload
        .parameters
        .iter()
        .map(|p| (p.parameter, p.value, p.since, p.reason.as_deref()))
        .collect();
    assert_eq!(
        changes,
        [
            (
                Parameter::K1Months,
                ParameterValue::Number(3),
                day("2026-11-01"),
                Some("Hausverfügung 3/2026"),
            ),
            (
                Parameter::U25Mode,
                ParameterValue::U25Mode(U25Mode::Rolling),
                day("2026-12-01"),
                None,
            ),
        ]
    );
}

#[test]
fn a_customer_of_whom_everything_is_known() {
    let caseload = fixture(EVERY_FIELD);
    let customer = &caseload.customers[0];
    assert_eq!(customer.id.as_str(), "c-0001");
    assert_eq!(customer.number.as_str(), "617D000001");
    assert_eq!(customer.name.as_deref(), Some("Şule \"Zoë\" Müller"));
    assert_eq!(customer.preferred_channel, Known(Channel::Video));
    assert_eq!(customer.note.as_deref(), Some("erste Zeile\nzweite\tZeile"));
    assert_eq!(customer.closed_on, Some(day("2027-01-31")));
    assert_eq!(customer.closed_reason.as_deref(), Some("Umzug"));

    let facts = &customer.facts;
    assert_eq!(facts.birth_date, Known(day("1990-02-28")));
    assert_eq!(facts.in_care_since, Known(day("2025-03-01")));
    assert_eq!(facts.status, Known(Status::JobSeeking));
    assert!(facts.integrated);
    assert_eq!(facts.profile, Known(Profile::Z));
    assert_eq!(facts.category, Some(Category::K3));
    assert_eq!(facts.k3_marker_set, Known(false));
    assert_eq!(facts.supervision, Supervision::CaseManagement);
    assert_eq!(facts.progress_expected, Known(false));
    assert_eq!(facts.digital_consent, Known(true));

    let own = facts.self_employment.unwrap();
    assert_eq!(own.main_occupation, Known(true));
    assert_eq!(own.exit_to_insured_job_is_goal, Known(false));

    let profile_i = facts.profile_i.unwrap();
    assert_eq!(profile_i.possibilities_exhausted, Known(true));
    assert_eq!(profile_i.work, Known(ProfileIWork::FullTimeInsured));
    assert_eq!(profile_i.still_in_need, Known(false));
    assert_eq!(profile_i.reason_documented, Known(true));
    assert_eq!(profile_i.potential_exists, Known(false));

    let profile_z = facts.profile_z.unwrap();
    assert_eq!(profile_z.from, Known(day("2026-01-01")));
    assert_eq!(profile_z.reason, Some(ProfileZReason::ChildUnder3));
    assert_eq!(profile_z.child_born_on, Known(day("2025-12-24")));
    assert_eq!(profile_z.until, Known(day("2028-12-24")));

    let phases = facts.four_phases;
    assert_eq!(phases.potential_analysis, Known(true));
    assert_eq!(phases.goal, Known(false));
    assert_eq!(phases.strategy, Known(true));
    assert_eq!(phases.cooperation_plan, Known(false));
    assert_eq!(phases.documented_with_task, Known(true));
}

#[test]
fn a_contact_of_which_everything_is_known_and_one_of_which_little_is() {
    let caseload = fixture(EVERY_FIELD);
    let customer = &caseload.customers[0];
    let [full, bare] = customer.contacts.as_slice() else {
        panic!("two contacts expected");
    };
    assert_eq!(full.id.as_str(), "k-000001");
    assert_eq!(full.date, day("2026-09-14"));
    assert_eq!(full.channel, Known(Channel::Phone));
    assert_eq!(full.kind, Known(ConsultationKind::FollowUp));
    assert_eq!(full.duration_minutes, Known(45));
    assert_eq!(full.duration_reason_documented, Known(true));
    assert_eq!(full.documented_on, Some(day("2026-09-15")));
    assert_eq!(full.plan_updated, Known(true));
    assert_eq!(
        full.plan_delivery,
        Known(OrderedSet::from([Delivery::Sent, Delivery::DigitalMailbox]))
    );
    assert_eq!(full.phone_grounds.reason_documented, Known(true));
    assert_eq!(full.phone_grounds.plan_sent, Known(false));
    assert_eq!(full.phone_grounds.immediate_action, Known(true));
    assert_eq!(full.phone_grounds.other_channel_unsuitable, Known(false));
    assert_eq!(full.category_reviewed, Known(true));
    assert_eq!(full.next_invitation, Known(NextInvitation::TaskAndPlanNote));
    assert_eq!(full.next_contact_by, Some(day("2026-12-15")));
    assert_eq!(full.origin, Origin::List);
    let topics: Vec<_> = customer
        .topics
        .iter()
        .map(|(id, topics)| (id.as_str(), topics.as_str()))
        .collect();
    assert_eq!(topics, [("k-000001", "Führerschein")]);

    assert_eq!(bare.plan_delivery, Known(OrderedSet::new()));
    assert_eq!(bare.phone_grounds, PhoneGrounds::default());
    assert_eq!(bare.origin, Origin::Entered);
}

#[test]
fn appointments_stand_with_their_customers() {
    let caseload = fixture(EVERY_FIELD);
    let [appointment] = caseload.customers[0].appointments.as_slice() else {
        panic!("one appointment expected");
    };
    assert_eq!(appointment.id.as_str(), "t-000001");
    assert_eq!(appointment.case.as_str(), "c-0001");
    assert_eq!(appointment.date, day("2026-12-07"));
    assert_eq!(appointment.start, Known(time("23:00")));
    assert_eq!(appointment.duration_minutes, Known(60));
    assert_eq!(appointment.channel, Known(Channel::InPerson));
    assert_eq!(appointment.kind, Known(ConsultationKind::First));
    assert_eq!(appointment.recorded_on, Some(day("2026-11-20")));
    assert_eq!(appointment.invited_on, Some(day("2026-11-21")));
    assert_eq!(appointment.legal_notice, Known(true));
    assert_eq!(appointment.outcome, Outcome::Cancelled);
    assert_eq!(appointment.cancelled_on, Known(day("2026-11-22")));
    assert_eq!(appointment.cancelled_by, Known(Canceller::Customer));
    assert_eq!(appointment.replaces, Some(AppointmentId::from("t-000002")));
    assert_eq!(appointment.refills, Some(AppointmentId::from("t-000003")));
    assert!(appointment.pinned);
    assert_eq!(appointment.origin, Origin::List);

    assert_eq!(
        caseload.customers[1].appointments[0].id.as_str(),
        "t-000002"
    );
}

#[test]
fn exceptions_and_transfers() {
    let caseload = fixture(EVERY_FIELD);
    let exception = &caseload.exceptions[0];
    assert_eq!(exception.id, "x-1");
    assert_eq!(exception.case.as_str(), "c-0001");
    assert_eq!(exception.rule, Rule::E6);
    assert_eq!(exception.reason.as_deref(), Some("so vereinbart"));
    assert_eq!(exception.noted_on, Some(day("2026-11-20")));

    let transfer = &caseload.transfers[0];
    assert_eq!(transfer.id, "u-1");
    assert_eq!(transfer.case.as_str(), "c-0001");
    assert_eq!(transfer.system, Known(TransferSystem::Atv));
    assert_eq!(transfer.what.as_deref(), Some("appointment"));
    assert_eq!(transfer.subject.as_deref(), Some("t-000001"));
    assert_eq!(transfer.due_on, Some(day("2026-11-27")));
    assert_eq!(transfer.done_on, Some(day("2026-11-26")));
}

#[test]
fn a_file_with_every_field_is_written_as_it_was() {
    let written = write(&fixture(EVERY_FIELD));
    assert_eq!(
        String::from_utf8(written).unwrap(),
        String::from_utf8(EVERY_FIELD.to_vec()).unwrap()
    );
}

#[test]
fn what_is_absent_is_unknown_or_the_ordinary_case() {
    let caseload = fixture(REQUIRED_FIELDS);
    let office = &caseload.caseworker.office;
    assert_eq!(caseload.caseworker.name, None);
    assert_eq!(office.fte, Fte::FULL);
    assert_eq!(
        office.working_days,
        [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri
        ]
    );
    let hours: Vec<_> = office.hours.iter().map(|h| (h.from, h.to)).collect();
    assert_eq!(
        hours,
        [
            (time("08:00"), time("12:00")),
            (time("13:00"), time("16:30"))
        ]
    );
    assert!(office.absences.is_empty() && office.closures.is_empty());

    let customer = &caseload.customers[0];
    assert_eq!(customer.facts, rules::facts::Case::default());
    assert_eq!(customer.preferred_channel, Unknown);
    assert_eq!(
        customer.contacts,
        [rules::facts::Contact::bare(
            "k".into(),
            day("2026-01-02"),
            Origin::Entered
        )]
    );
    assert_eq!(
        customer.appointments,
        [rules::facts::Appointment::bare(
            "t".into(),
            "c".into(),
            day("2026-01-03"),
            Origin::Entered
        )]
    );
}

#[test]
fn absent_and_null_are_the_same() {
    let written = String::from_utf8(write(&fixture(REQUIRED_FIELDS))).unwrap();
    let nulls = written.matches("null").count();
    assert!(
        nulls > 30,
        "every unknown field is written as null: {nulls}"
    );
    assert_eq!(fixture(written.as_bytes()), fixture(REQUIRED_FIELDS));
}
