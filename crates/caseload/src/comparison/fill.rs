//! Filling gaps of a record from another record of the same thing.
//!
//! A gap is what nobody recorded: an unknown fact, a note that is not there, a day that has not come.
//! What has an ordinary case (supervision, self-employment, integration) is no gap, and neither is an
//! agreement that was not made or a case that is not closed.

use crate::minute_of_day::ends_by_midnight;
use crate::record::{Customer, Exception, Transfer};
use rules::Fact;
use rules::facts::{
    Appointment, Case, Contact, FourPhases, Outcome, PhoneGrounds, ProfileI, ProfileZ,
    SelfEmployment,
};

fn fact<T: Clone>(place: &mut Fact<T>, other: &Fact<T>) {
    if place.is_unknown() {
        place.clone_from(other);
    }
}

fn option<T: Clone>(place: &mut Option<T>, other: &Option<T>) {
    if place.is_none() {
        place.clone_from(other);
    }
}

/// Fills what is recorded about a customer besides contacts and appointments.
pub(super) fn sheet(place: &mut Customer, other: &Customer) {
    option(&mut place.name, &other.name);
    case(&mut place.facts, &other.facts);
    fact(&mut place.preferred_channel, &other.preferred_channel);
    option(&mut place.note, &other.note);
    // A reason belongs to its day: the reason of another closing says nothing about this one.
    if place.closed_on == other.closed_on {
        option(&mut place.closed_reason, &other.closed_reason);
    }
}

fn case(place: &mut Case, other: &Case) {
    fact(&mut place.birth_date, &other.birth_date);
    fact(&mut place.in_care_since, &other.in_care_since);
    fact(&mut place.status, &other.status);
    fact(&mut place.profile, &other.profile);
    option(&mut place.category, &other.category);
    fact(&mut place.k3_marker_set, &other.k3_marker_set);
    fact(&mut place.progress_expected, &other.progress_expected);
    if let (Some(place), Some(other)) = (&mut place.self_employment, &other.self_employment) {
        self_employment(place, other);
    }
    match (&mut place.profile_i, &other.profile_i) {
        (Some(place), Some(other)) => profile_i(place, other),
        (place, other) => option(place, other),
    }
    match (&mut place.profile_z, &other.profile_z) {
        (Some(place), Some(other)) => profile_z(place, other),
        (place, other) => option(place, other),
    }
    fact(&mut place.digital_consent, &other.digital_consent);
    four_phases(&mut place.four_phases, &other.four_phases);
}

fn self_employment(place: &mut SelfEmployment, other: &SelfEmployment) {
    fact(&mut place.main_occupation, &other.main_occupation);
    fact(
        &mut place.exit_to_insured_job_is_goal,
        &other.exit_to_insured_job_is_goal,
    );
}

fn profile_i(place: &mut ProfileI, other: &ProfileI) {
    fact(
        &mut place.possibilities_exhausted,
        &other.possibilities_exhausted,
    );
    fact(&mut place.work, &other.work);
    fact(&mut place.still_in_need, &other.still_in_need);
    fact(&mut place.reason_documented, &other.reason_documented);
    fact(&mut place.potential_exists, &other.potential_exists);
}

fn profile_z(place: &mut ProfileZ, other: &ProfileZ) {
    fact(&mut place.from, &other.from);
    option(&mut place.reason, &other.reason);
    fact(&mut place.child_born_on, &other.child_born_on);
    fact(&mut place.until, &other.until);
}

fn four_phases(place: &mut FourPhases, other: &FourPhases) {
    fact(&mut place.potential_analysis, &other.potential_analysis);
    fact(&mut place.goal, &other.goal);
    fact(&mut place.strategy, &other.strategy);
    fact(&mut place.cooperation_plan, &other.cooperation_plan);
    fact(&mut place.documented_with_task, &other.documented_with_task);
}

/// Fills what is recorded about a contact.
pub(super) fn contact(place: &mut Contact, other: &Contact) {
    fact(&mut place.channel, &other.channel);
    fact(&mut place.kind, &other.kind);
    fact(&mut place.duration_minutes, &other.duration_minutes);
    fact(
        &mut place.duration_reason_documented,
        &other.duration_reason_documented,
    );
    option(&mut place.documented_on, &other.documented_on);
    fact(&mut place.plan_updated, &other.plan_updated);
    fact(&mut place.plan_delivery, &other.plan_delivery);
    phone_grounds(&mut place.phone_grounds, &other.phone_grounds);
    fact(&mut place.category_reviewed, &other.category_reviewed);
    fact(&mut place.next_invitation, &other.next_invitation);
}

fn phone_grounds(place: &mut PhoneGrounds, other: &PhoneGrounds) {
    fact(&mut place.reason_documented, &other.reason_documented);
    fact(&mut place.plan_sent, &other.plan_sent);
    fact(&mut place.immediate_action, &other.immediate_action);
    fact(
        &mut place.other_channel_unsuitable,
        &other.other_channel_unsuitable,
    );
}

/// Fills what is recorded about an appointment. Start and length are filled together, and only if
/// they go together; who cancelled and when belongs to the outcome.
pub(super) fn appointment(place: &mut Appointment, other: &Appointment) {
    let (mut start, mut length) = (place.start, place.duration_minutes);
    fact(&mut start, &other.start);
    fact(&mut length, &other.duration_minutes);
    if ends_by_midnight(start, length) {
        place.start = start;
        place.duration_minutes = length;
    }
    fact(&mut place.channel, &other.channel);
    fact(&mut place.kind, &other.kind);
    option(&mut place.recorded_on, &other.recorded_on);
    option(&mut place.invited_on, &other.invited_on);
    fact(&mut place.legal_notice, &other.legal_notice);
    if place.outcome == Outcome::Open {
        place.outcome = other.outcome;
    }
    if place.outcome == other.outcome {
        fact(&mut place.cancelled_on, &other.cancelled_on);
        fact(&mut place.cancelled_by, &other.cancelled_by);
    }
}

/// Fills what is recorded about an exception.
pub(super) fn exception(place: &mut Exception, other: &Exception) {
    option(&mut place.reason, &other.reason);
    option(&mut place.noted_on, &other.noted_on);
}

/// Fills what is recorded about a transfer.
pub(super) fn transfer(place: &mut Transfer, other: &Transfer) {
    fact(&mut place.system, &other.system);
    option(&mut place.what, &other.what);
    option(&mut place.subject, &other.subject);
    option(&mut place.due_on, &other.due_on);
    option(&mut place.done_on, &other.done_on);
}
