//! When an appointment does not take place (heading: Terminausfallmanagement).
//!
//! Time that was kept for a customer is not lost: if one cancels early enough another is invited
//! into the gap, and if one does not come or cannot be reached, somebody who is unemployed is
//! advised by phone instead. The office itself cancels nothing; when the caseworker is away the
//! deputy takes over, then the team, then the team lead decides.

use super::scheduling::is_cancelled_in_time;
use crate::appointment_book::AppointmentBook;
use crate::due::Setting;
use crate::facts::{Appointment, Canceller, Channel, Outcome, Status};
use crate::finding::{AppointmentProblem, Finding, Severity, Unfit};
use crate::{Fact, Rule};

/// F7 — a gap that a customer's cancellation left early enough is filled with another invitation.
/// Unless it is known that the office cancelled, the customer did.
pub(crate) fn gap_not_refilled(
    appointment: &Appointment,
    book: &AppointmentBook,
    setting: &Setting,
) -> Option<Finding> {
    let notice = setting.edition.parameters().cancel_notice_days;
    let a_gap_ahead = appointment.cancelled_by != Fact::Known(Canceller::Office)
        && is_cancelled_in_time(appointment, notice)
        && appointment.date >= setting.today;
    if !a_gap_ahead || book.is_refilled(&appointment.id) {
        return None;
    }
    let cancelled_on = appointment.cancelled_on.known()?;
    let problem = AppointmentProblem::GapNotRefilled { cancelled_on };
    Some(Finding::of_appointment(
        appointment,
        Rule::F7,
        Severity::Warning,
        problem,
    ))
}

/// F8 — the slot of somebody who did not come or could not be reached is used for another
/// unemployed customer.
pub(crate) fn slot_not_replaced(
    appointment: &Appointment,
    book: &AppointmentBook,
    setting: &Setting,
) -> Option<Finding> {
    let asked_for = setting.edition.parameters().replacement_days;
    let recent = (asked_for.before(setting.today)..=setting.today).contains(&appointment.date);
    if appointment.outcome != Outcome::NoShow || !recent || book.is_replaced(&appointment.id) {
        return None;
    }
    let until = asked_for.after(appointment.date);
    let problem = AppointmentProblem::SlotNotReplaced { until };
    Some(Finding::of_appointment(
        appointment,
        Rule::F8,
        Severity::Info,
        problem,
    ))
}

/// F8 — a consultation in a missed slot is by phone, and with somebody who is unemployed. `status`
/// is that of its customer.
pub(crate) fn unfit_replacement(
    appointment: &Appointment,
    status: Fact<Status>,
) -> Option<Finding> {
    if appointment.replaces.is_none() || appointment.outcome == Outcome::Voided {
        return None;
    }
    let channel = appointment
        .channel
        .known()
        .filter(|channel| *channel != Channel::Phone);
    let status = status
        .known()
        .filter(|status| *status != Status::Unemployed);
    let unfit = match (channel, status) {
        (None, None) => return None,
        (Some(channel), None) => Unfit::Channel(channel),
        (None, Some(status)) => Unfit::Status(status),
        (Some(channel), Some(status)) => Unfit::Both(channel, status),
    };
    let problem = AppointmentProblem::UnfitReplacement(unfit);
    Some(Finding::of_appointment(
        appointment,
        Rule::F8,
        Severity::Warning,
        problem,
    ))
}

/// F10 — the office does not cancel.
pub(crate) fn cancelled_by_office(appointment: &Appointment) -> Option<Finding> {
    (appointment.cancelled_by == Fact::Known(Canceller::Office)).then(|| {
        let problem = AppointmentProblem::CancelledByOffice;
        Finding::of_appointment(appointment, Rule::F10, Severity::Warning, problem)
    })
}
