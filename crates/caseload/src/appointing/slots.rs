//! The day as stretches of time: what is taken, what overlaps, and where something would fit.

use crate::minute_of_day::{minute_of_day, time_at};
use crate::record::{Caseload, Customer};
use chrono::{NaiveDate, NaiveTime};
use rules::edition::Parameters;
use rules::facts::{Appointment, AppointmentId, Channel, ConsultationKind, Hours, Outcome};
use rules::ordering::sort_by_key;
use rules::{Fact, Setting};

/// Minutes of a day, from the first to before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub from: u32,
    pub to: u32,
}

impl Stretch {
    /// The time that an appointment takes; `None` without a start. One of unknown length takes as
    /// long as a follow-up.
    pub(super) fn of(appointment: &Appointment, parameters: &Parameters) -> Option<Self> {
        let from = minute_of_day(appointment.start.known()?);
        let minutes = appointment.duration_minutes.known();
        let minutes = minutes.unwrap_or(parameters.follow_up_minutes.0);
        Some(Stretch {
            from,
            to: from + u32::from(minutes),
        })
    }

    pub(super) fn of_hours(hours: Hours) -> Self {
        Stretch {
            from: minute_of_day(hours.from),
            to: minute_of_day(hours.to),
        }
    }

    pub(super) fn overlaps(self, other: Stretch) -> bool {
        self.from < other.to && other.from < self.to
    }

    pub(super) fn holds(self, other: Stretch) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

/// The length of a consultation as the policy has it (C4), 60 or 45 minutes by the edition.
pub fn usual_minutes(kind: ConsultationKind, parameters: &Parameters) -> u16 {
    match kind {
        ConsultationKind::First => parameters.first_minutes.0,
        ConsultationKind::FollowUp => parameters.follow_up_minutes.0,
    }
}

/// An appointment that takes time of a day, and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Standing<'c> {
    pub customer: &'c Customer,
    pub appointment: &'c Appointment,
}

/// What takes time on `day`, besides the appointment with the id `but`; of closed customers too.
pub(super) fn standing_on<'c>(
    day: NaiveDate,
    but: &AppointmentId,
    caseload: &'c Caseload,
) -> Vec<Standing<'c>> {
    let mut standing = Vec::new();
    for customer in &caseload.customers {
        for appointment in &customer.appointments {
            if appointment.date == day && takes_time(appointment) && appointment.id != *but {
                standing.push(Standing {
                    customer,
                    appointment,
                });
            }
        }
    }
    standing
}

/// A slot that a customer missed or gave back is free again.
fn takes_time(appointment: &Appointment) -> bool {
    match appointment.outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld => true,
        Outcome::Cancelled | Outcome::NoShow | Outcome::Voided => false,
    }
}

/// Whether two appointments are one group session (F2).
pub(super) fn are_one_session(one: &Appointment, other: &Appointment) -> bool {
    let group = Fact::Known(Channel::Group);
    one.channel == group && other.channel == group && one.start == other.start
}

/// Times on `day` at which a consultation of so many minutes could begin: one behind the other in
/// the caseworker's hours, clear of everything that stands there. None on a day without work.
pub fn free_slots(
    day: NaiveDate,
    minutes: u16,
    but: &AppointmentId,
    caseload: &Caseload,
    setting: &Setting,
) -> Vec<NaiveTime> {
    if !setting.is_available(day) || minutes == 0 {
        return Vec::new();
    }
    let parameters = setting.edition.parameters();
    let mut taken: Vec<Stretch> = standing_on(day, but, caseload)
        .iter()
        .filter_map(|standing| Stretch::of(standing.appointment, parameters))
        .collect();
    sort_by_key(&mut taken, |stretch| *stretch);
    let mut starts = Vec::new();
    for hours in &setting.office.hours {
        let open = Stretch::of_hours(*hours);
        let mut free_from = open.from;
        let closing = Stretch {
            from: open.to,
            to: open.to,
        };
        for next in taken.iter().chain([&closing]) {
            let until = next.from.min(open.to);
            while free_from + u32::from(minutes) <= until {
                starts.extend(time_at(free_from));
                free_from += u32::from(minutes);
            }
            free_from = free_from.max(next.to);
        }
    }
    starts
}
