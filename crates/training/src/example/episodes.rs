//! What can go wrong, each once at least: a short episode for one customer or two, so that every
//! kind of finding can be seen on the example, on any day.

use caseload::{Caseload, Customer};
use chrono::{Days, Months, NaiveDate, NaiveTime};
use rules::Fact;
use rules::calendar::Calendar;
use rules::facts::{
    Appointment, AppointmentId, Canceller, Category, Channel, ConsultationKind, Contact, ContactId,
    Origin, Outcome, Profile, ProfileZ, ProfileZReason, Status, Supervision,
};
use std::sync::Arc;

/// Where an episode takes place.
struct Scene<'c> {
    today: NaiveDate,
    calendar: &'c Calendar,
    /// First day of the caseworker's absence.
    away: NaiveDate,
}

type Episode = fn(&mut Customer, &Scene<'_>);

const EPISODES: [Episode; 18] = [
    nearly_25,
    contact_ahead,
    second_group_session,
    group_session_of_k3,
    undocumented,
    overlong,
    plan_not_sent,
    nothing_agreed,
    profile_z_ended,
    profile_z_ending,
    capacity_too_long,
    no_outcome_yet,
    recorded_late,
    no_legal_notice,
    gap_not_refilled,
    missed_by_video,
    cancelled_by_office,
    during_absence,
];

/// Lets every episode happen to somebody who is looked after by the caseworker.
pub(super) fn stage(
    caseload: &mut Caseload,
    today: NaiveDate,
    away: NaiveDate,
    calendar: &Calendar,
) {
    let scene = Scene {
        today,
        calendar,
        away,
    };
    let mut places = Vec::new();
    for (place, customer) in caseload.customers.iter().enumerate() {
        let is_regular = customer.facts.supervision == Supervision::Regular;
        if is_regular && customer.closed_on.is_none() && place % 3 == 0 {
            places.push(place);
        }
    }
    let mut places = places.into_iter();
    for episode in EPISODES {
        if let Some(customer) = next(caseload, &mut places) {
            episode(customer, &scene);
        }
    }
    replaced(caseload, &mut places, &scene);
}

fn next<'c>(
    caseload: &'c mut Caseload,
    places: &mut impl Iterator<Item = usize>,
) -> Option<&'c mut Customer> {
    let place = places.next()?;
    caseload.customers.get_mut(place).map(Arc::make_mut)
}

impl Scene<'_> {
    fn working_day(&self, days_ago: u64) -> NaiveDate {
        self.calendar
            .working_day_on_or_before(self.today - Days::new(days_ago))
    }

    fn working_day_ahead(&self, days: u64) -> NaiveDate {
        self.calendar
            .working_day_on_or_after(self.today + Days::new(days))
    }
}

/// Somebody unemployed of 40 of whom everything is known.
fn settle(customer: &mut Customer, scene: &Scene<'_>) {
    let facts = &mut customer.facts;
    facts.birth_date = Fact::Known(scene.today - Months::new(40 * 12));
    facts.in_care_since = Fact::Known(scene.today - Months::new(24));
    facts.status = Fact::Known(Status::Unemployed);
    facts.integrated = false;
    facts.profile = Fact::Known(Profile::F);
    facts.progress_expected = Fact::Known(true);
    facts.self_employment = None;
    facts.profile_i = None;
    facts.profile_z = None;
    facts.category = Some(Category::K1);
}

fn contact<'c>(
    customer: &'c mut Customer,
    name: &str,
    date: NaiveDate,
    channel: Channel,
) -> Option<&'c mut Contact> {
    let id = ContactId::from(format!("{}-{name}", customer.id).as_str());
    let mut contact = Contact::bare(id, date, Origin::Entered);
    contact.channel = Fact::Known(channel);
    contact.kind = Fact::Known(ConsultationKind::FollowUp);
    contact.documented_on = Some(date);
    contact.plan_updated = Fact::Known(true);
    customer.contacts.push(contact);
    customer.contacts.last_mut()
}

/// An appointment of the past, made in time.
fn appointment<'c>(
    customer: &'c mut Customer,
    name: &str,
    date: NaiveDate,
    outcome: Outcome,
) -> Option<&'c mut Appointment> {
    let id = AppointmentId::from(format!("{}-{name}", customer.id).as_str());
    let mut appointment = Appointment::bare(id, customer.id.clone(), date, Origin::Entered);
    appointment.start = Fact::from(NaiveTime::from_hms_opt(15, 30, 0));
    appointment.duration_minutes = Fact::Known(45);
    appointment.kind = Fact::Known(ConsultationKind::FollowUp);
    appointment.channel = Fact::Known(Channel::InPerson);
    appointment.recorded_on = Some(date - Days::new(14));
    appointment.invited_on = appointment.recorded_on;
    appointment.legal_notice = Fact::Known(true);
    appointment.outcome = outcome;
    customer.appointments.push(appointment);
    customer.appointments.last_mut()
}

/// E8: somebody is about to leave the group of the young.
fn nearly_25(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let birthday = scene.today + Days::new(30);
    customer.facts.birth_date = Fact::Known(birthday - Months::new(25 * 12));
}

fn contact_ahead(customer: &mut Customer, scene: &Scene<'_>) {
    contact(
        customer,
        "e1",
        scene.today + Days::new(3),
        Channel::InPerson,
    );
}

fn second_group_session(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    for (name, days_ago) in [("e1", 2), ("e2", 1)] {
        contact(customer, name, scene.working_day(days_ago), Channel::Group);
    }
}

fn group_session_of_k3(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    customer.facts.progress_expected = Fact::Known(false);
    customer.facts.category = Some(Category::K3);
    customer.facts.k3_marker_set = Fact::Known(false);
    let date = scene.working_day(9);
    if let Some(contact) = contact(customer, "e1", date, Channel::Group) {
        contact.category_reviewed = Fact::Known(false);
    }
}

fn undocumented(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let date = scene.working_day(8);
    if let Some(contact) = contact(customer, "e1", date, Channel::InPerson) {
        contact.documented_on = None;
        contact.plan_updated = Fact::Known(false);
    }
}

fn overlong(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let date = scene.working_day(6);
    if let Some(contact) = contact(customer, "e1", date, Channel::InPerson) {
        contact.duration_minutes = Fact::Known(75);
        contact.duration_reason_documented = Fact::Known(false);
    }
}

fn plan_not_sent(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    customer.facts.digital_consent = Fact::Known(false);
    let date = scene.working_day(5);
    if let Some(contact) = contact(customer, "e1", date, Channel::Video) {
        contact.plan_delivery = Fact::Known([].into());
    }
}

fn nothing_agreed(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    customer
        .appointments
        .retain(|appointment| appointment.outcome != Outcome::Open);
    let date = scene.working_day(4);
    if let Some(contact) = contact(customer, "e1", date, Channel::InPerson) {
        contact.next_invitation = Fact::Known(rules::facts::NextInvitation::None);
    }
}

fn profile_z(customer: &mut Customer, reason: ProfileZReason) -> &mut ProfileZ {
    customer.facts.profile = Fact::Known(Profile::Z);
    customer.facts.category = Some(Category::K3);
    customer.facts.profile_z.insert(ProfileZ {
        reason: Some(reason),
        ..ProfileZ::default()
    })
}

fn profile_z_ended(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let child = scene.today - Months::new(36) - Days::new(4);
    profile_z(customer, ProfileZReason::ChildUnder3).child_born_on = Fact::Known(child);
}

fn profile_z_ending(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let until = scene.today + Days::new(20);
    profile_z(customer, ProfileZReason::FullTimeDegree).until = Fact::Known(until);
}

fn capacity_too_long(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    let own = profile_z(customer, ProfileZReason::ReducedCapacity);
    own.from = Fact::Known(scene.today - Months::new(2));
    own.until = Fact::Known(scene.today + Months::new(9));
}

fn no_outcome_yet(customer: &mut Customer, scene: &Scene<'_>) {
    appointment(customer, "e1", scene.working_day(1), Outcome::Open);
}

fn recorded_late(customer: &mut Customer, scene: &Scene<'_>) {
    let date = scene.working_day_ahead(6);
    if let Some(appointment) = appointment(customer, "e1", date, Outcome::Open) {
        appointment.recorded_on = Some(date - Days::new(8));
    }
}

fn no_legal_notice(customer: &mut Customer, scene: &Scene<'_>) {
    let date = scene.working_day_ahead(12);
    if let Some(appointment) = appointment(customer, "e1", date, Outcome::Open) {
        appointment.legal_notice = Fact::Known(false);
    }
}

fn gap_not_refilled(customer: &mut Customer, scene: &Scene<'_>) {
    let date = scene.working_day_ahead(9);
    if let Some(appointment) = appointment(customer, "e1", date, Outcome::Cancelled) {
        appointment.cancelled_by = Fact::Known(Canceller::Customer);
        appointment.cancelled_on = Fact::Known(scene.today - Days::new(1));
    }
}

fn missed_by_video(customer: &mut Customer, scene: &Scene<'_>) {
    settle(customer, scene);
    customer.appointments.clear();
    if let Some(missed) = appointment(customer, "e1", scene.working_day(3), Outcome::NoShow) {
        missed.channel = Fact::Known(Channel::Video);
    }
    let date = scene.working_day_ahead(14);
    if let Some(again) = appointment(customer, "e2", date, Outcome::Open) {
        again.channel = Fact::Known(Channel::Video);
    }
}

fn cancelled_by_office(customer: &mut Customer, scene: &Scene<'_>) {
    let date = scene.working_day(2);
    if let Some(appointment) = appointment(customer, "e1", date, Outcome::Cancelled) {
        appointment.cancelled_by = Fact::Known(Canceller::Office);
        appointment.cancelled_on = Fact::Known(date - Days::new(1));
    }
}

fn during_absence(customer: &mut Customer, scene: &Scene<'_>) {
    let date = scene.calendar.working_day_on_or_after(scene.away);
    appointment(customer, "e1", date, Outcome::Open);
}

/// A missed slot that nobody got, and one that somebody got who is not unemployed, in person.
fn replaced(caseload: &mut Caseload, places: &mut impl Iterator<Item = usize>, scene: &Scene<'_>) {
    let date = scene.working_day(2);
    if let Some(customer) = next(caseload, places) {
        appointment(customer, "e1", date, Outcome::NoShow);
    }
    let missed = next(caseload, places).and_then(|customer| {
        let missed = appointment(customer, "e1", date, Outcome::NoShow)?;
        Some(missed.id.clone())
    });
    if let Some(customer) = next(caseload, places) {
        customer.facts.status = Fact::Known(Status::JobSeeking);
        if let Some(instead) = appointment(customer, "e1", date, Outcome::Held) {
            instead.replaces = missed;
        }
    }
}
