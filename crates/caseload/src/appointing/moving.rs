//! Moving an appointment to another day, without typing a time.

use super::reading::moved;
use super::slots::{Stretch, are_one_session, free_slots, standing_on};
use crate::record::Caseload;
use chrono::NaiveDate;
use rules::facts::Appointment;
use rules::{Fact, Setting};

/// The appointment as it would be on another day: at the same time if that is free there, else at the
/// first free one, and at the same time all the same if there is none. It has to be recorded in ATV
/// and the customer invited once more.
pub fn moved_to(
    appointment: &Appointment,
    date: NaiveDate,
    caseload: &Caseload,
    setting: &Setting,
) -> Appointment {
    let mut draft = Appointment {
        date,
        ..appointment.clone()
    };
    if !is_free(&draft, caseload, setting) {
        let parameters = setting.edition.parameters();
        let minutes = draft.duration_minutes.known();
        let minutes = minutes.unwrap_or(parameters.follow_up_minutes.0);
        let free = free_slots(date, minutes, &draft.id, caseload, setting);
        if let Some(start) = free.first() {
            draft.start = Fact::Known(*start);
        }
    }
    moved(draft, appointment)
}

/// Whether nothing takes the time of the draft, and it lies within the hours. One without a begin
/// needs none.
fn is_free(draft: &Appointment, caseload: &Caseload, setting: &Setting) -> bool {
    let parameters = setting.edition.parameters();
    let Some(wanted) = Stretch::of(draft, parameters) else {
        return true;
    };
    let mut hours = setting.office.hours.iter();
    let others = standing_on(draft.date, &draft.id, caseload);
    hours.any(|hours| Stretch::of_hours(*hours).holds(wanted))
        && !others.iter().any(|standing| {
            !are_one_session(standing.appointment, draft)
                && Stretch::of(standing.appointment, parameters)
                    .is_some_and(|taken| taken.overlaps(wanted))
        })
}
