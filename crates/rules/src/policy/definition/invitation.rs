//! What an invitation to the Jobcenter carries (heading: Definition).
//!
//! Invitations to a consultation in person come with the legal notice. Whoever missed an appointment
//! by phone or video is invited in person next, with that notice.

use crate::facts::{Appointment, Channel, Outcome};
use crate::finding::{AppointmentProblem, Finding, MissedCall, Severity};
use crate::{Fact, Rule};
use chrono::NaiveDate;

/// F6 — an invitation to a consultation in person carries the legal notice.
pub(crate) fn legal_notice_missing(appointment: &Appointment, today: NaiveDate) -> Option<Finding> {
    let lacking = appointment.outcome == Outcome::Open
        && appointment.channel == Fact::Known(Channel::InPerson)
        && appointment.date >= today
        && appointment.legal_notice == Fact::Known(false);
    lacking.then(|| {
        let problem = AppointmentProblem::LegalNoticeMissing;
        Finding::of_appointment(appointment, Rule::F6, Severity::Warning, problem)
    })
}

/// F9 — after a missed appointment by phone or video the next one is in person and with the legal
/// notice.
pub(crate) fn call_missed(appointments: &[Appointment]) -> Option<Finding> {
    let missed = unanswered_call(appointments)?;
    let Some(next) = next_open_after(missed.appointment, appointments) else {
        let problem = AppointmentProblem::NothingAfterMissedCall;
        return Some(Finding::of_appointment(
            missed.appointment,
            Rule::F9,
            Severity::Warning,
            problem,
        ));
    };
    let problem = unlike_after_a_call(next, missed.call)?;
    Some(Finding::of_appointment(
        next,
        Rule::F9,
        Severity::Warning,
        problem,
    ))
}

/// F9 — the missed call because of which the customer's next appointment, still to be arranged, has
/// to be in person and with the legal notice. `appointments` are those of the customer.
pub fn call_to_follow_in_person(appointments: &[Appointment]) -> Option<MissedCall> {
    let missed = unanswered_call(appointments)?;
    let arranged = next_open_after(missed.appointment, appointments).is_some();
    (!arranged).then_some(missed.call)
}

fn next_open_after<'c>(
    missed: &'c Appointment,
    appointments: &'c [Appointment],
) -> Option<&'c Appointment> {
    after(appointments, missed, Outcome::Open).min_by_key(|open| open.place_in_time())
}

/// F9 — the call that the customer missed last, as long as no appointment in person was held since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnansweredCall<'a> {
    /// The missed appointment.
    pub appointment: &'a Appointment,
    /// Its day and its channel.
    pub call: MissedCall,
}

/// F9 — whether a customer's next appointment has to be in person with the legal notice. Only the
/// latest missed one is looked at.
pub fn unanswered_call(appointments: &[Appointment]) -> Option<UnansweredCall<'_>> {
    let appointment = appointments
        .iter()
        .filter(|appointment| appointment.outcome == Outcome::NoShow)
        .max_by_key(|appointment| appointment.place_in_time())?;
    let channel = match appointment.channel {
        Fact::Known(channel @ (Channel::Phone | Channel::Video)) => channel,
        Fact::Known(Channel::InPerson | Channel::Group | Channel::Written) | Fact::Unknown => {
            return None;
        }
    };
    let mut held = after(appointments, appointment, Outcome::Held);
    if held.any(|held| held.channel == Fact::Known(Channel::InPerson)) {
        return None;
    }
    let date = appointment.date;
    let call = MissedCall { date, channel };
    Some(UnansweredCall { appointment, call })
}

/// Appointments after another one that had this outcome.
fn after<'a>(
    appointments: &'a [Appointment],
    missed: &'a Appointment,
    outcome: Outcome,
) -> impl Iterator<Item = &'a Appointment> {
    appointments.iter().filter(move |appointment| {
        appointment.outcome == outcome && appointment.place_in_time() > missed.place_in_time()
    })
}

fn unlike_after_a_call(next: &Appointment, call: MissedCall) -> Option<AppointmentProblem> {
    match (next.channel, next.legal_notice) {
        (
            Fact::Known(Channel::Video | Channel::Phone | Channel::Group | Channel::Written),
            Fact::Known(_) | Fact::Unknown,
        ) => Some(AppointmentProblem::NotInPersonAfterMissedCall(call)),
        (Fact::Known(Channel::InPerson) | Fact::Unknown, Fact::Known(false)) => {
            Some(AppointmentProblem::NoLegalNoticeAfterMissedCall(call))
        }
        (Fact::Known(Channel::InPerson) | Fact::Unknown, Fact::Known(true) | Fact::Unknown) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::call_to_follow_in_person;
    use crate::Fact;
    use crate::facts::{Appointment, Channel, Origin, Outcome};
    use crate::finding::MissedCall;
    use chrono::NaiveDate;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
    }

    fn appointment(number: u32, channel: Channel, outcome: Outcome) -> Appointment {
        let id = number.to_string();
        Appointment {
            channel: Fact::Known(channel),
            outcome,
            ..Appointment::bare(id.as_str().into(), "c".into(), day(number), Origin::Entered)
        }
    }

    #[test]
    fn a_missed_call_asks_for_the_next_one_in_person_until_there_is_one() {
        let missed = appointment(5, Channel::Video, Outcome::NoShow);
        let call = MissedCall {
            date: day(5),
            channel: Channel::Video,
        };
        for (then, expected) in [
            (vec![], Some(call)),
            (vec![(9, Channel::InPerson, Outcome::Open)], None),
            (vec![(9, Channel::Phone, Outcome::Open)], None),
            (vec![(9, Channel::InPerson, Outcome::Held)], None),
            (vec![(9, Channel::Video, Outcome::Held)], Some(call)),
            (vec![(3, Channel::InPerson, Outcome::Held)], Some(call)),
            (vec![(9, Channel::InPerson, Outcome::NoShow)], None),
        ] {
            let mut appointments = vec![missed.clone()];
            for (number, channel, outcome) in then {
                appointments.push(appointment(number, channel, outcome));
            }
            assert_eq!(
                call_to_follow_in_person(&appointments),
                expected,
                "{appointments:?}"
            );
        }
        let in_person = appointment(5, Channel::InPerson, Outcome::NoShow);
        assert_eq!(call_to_follow_in_person(&[in_person]), None);
    }
}
