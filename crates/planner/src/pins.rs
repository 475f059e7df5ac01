//! Proposals that the user fixed. A pin stands like an appointment: it takes its place, counts for
//! its week, and its customer needs no other. One that contradicts the calendar or another pin is
//! refused; of two that contradict each other the earlier in day, start and case stays.

use crate::answer::{PinRefusal, RefusedPin};
use crate::horizon::Horizon;
use crate::question::{Customer, Pin};
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{Appointment, AppointmentId, Channel, ConsultationKind, Origin};
use rules::ordering::sort_by;
use rules::{Schedule, Setting};

/// The pins that stay, as appointments, and those that do not. `customers` are in the order of their
/// ids.
pub(crate) fn settle(
    pins: &[Pin],
    customers: &[&Customer<'_>],
    horizon: &Horizon,
    schedule: &Schedule,
    setting: &Setting,
) -> (Vec<Appointment>, Vec<RefusedPin>) {
    let mut pins: Vec<&Pin> = pins.iter().collect();
    sort_by(&mut pins, |one, other| {
        (one.date, one.start, &one.case).cmp(&(other.date, other.start, &other.case))
    });
    let mut kept: Vec<Appointment> = Vec::new();
    let mut refused = Vec::new();
    for pin in pins {
        match settled(pin, &kept, customers, horizon, schedule, setting) {
            Ok(appointment) => kept.push(appointment),
            Err(reason) => refused.push(RefusedPin {
                pin: pin.clone(),
                reason,
            }),
        }
    }
    (kept, refused)
}

fn settled(
    pin: &Pin,
    kept: &[Appointment],
    customers: &[&Customer<'_>],
    horizon: &Horizon,
    schedule: &Schedule,
    setting: &Setting,
) -> Result<Appointment, PinRefusal> {
    let customer = customers
        .binary_search_by(|customer| customer.id.cmp(&pin.case))
        .ok()
        .and_then(|place| customers.get(place))
        .ok_or(PinRefusal::UnknownCustomer)?;
    let due = customer.due.ok_or(PinRefusal::UnknownCustomer)?;
    if horizon.days.binary_search(&pin.date).is_err() {
        return Err(PinRefusal::DayNotAvailable);
    }
    let own = kept.iter().filter(|other| other.case == pin.case);
    let is_that_day = |appointment: &&Appointment| appointment.date == pin.date;
    let stands = Schedule::places(customer.appointments);
    if own.clone().any(|other| is_that_day(&other)) || stands.iter().any(is_that_day) {
        return Err(PinRefusal::TwiceOnOneDay);
    }
    if pinned_on(kept, pin.date) + schedule.taken(pin.date) >= setting.max_per_day() {
        return Err(PinRefusal::DayFull);
    }
    let kind = if own.count() == 0 {
        due.next_kind()
    } else {
        ConsultationKind::FollowUp
    };
    let parameters = setting.edition.parameters();
    let length = match kind {
        ConsultationKind::First => parameters.first_minutes,
        ConsultationKind::FollowUp => parameters.follow_up_minutes,
    };
    let id = AppointmentId::from(pin.case.as_str());
    Ok(Appointment {
        start: pin.start,
        duration_minutes: Fact::Known(length.0),
        channel: Fact::Known(Channel::InPerson),
        kind: Fact::Known(kind),
        pinned: true,
        ..Appointment::bare(id, pin.case.clone(), pin.date, Origin::Entered)
    })
}

fn pinned_on(kept: &[Appointment], date: NaiveDate) -> u32 {
    let there = kept.iter().filter(|appointment| appointment.date == date);
    u32::try_from(there.count()).unwrap_or(u32::MAX)
}
