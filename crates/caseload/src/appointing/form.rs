//! An appointment while it is typed.

use super::reading::{self, AppointmentDraft};
use super::slots::usual_minutes;
use crate::record::Customer;
use chrono::NaiveDate;
use rules::edition::Parameters;
use rules::facts::{Appointment, AppointmentId, Channel, Origin};
use rules::wording::{date, time};
use rules::{Due, Fact, unanswered_call};

/// An appointment as it stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointmentForm {
    /// What was chosen. What is typed takes the place of its day, its begin and its length.
    pub chosen: Appointment,
    /// The appointment as it stands in the caseload; `None` for a new one.
    pub before: Option<Appointment>,
    /// Its day, as typed.
    pub date: String,
    /// Its begin, as typed; it may be left out.
    pub start: String,
    /// Its end, as typed; where it is left out the length holds.
    pub end: String,
    /// Its length, as typed.
    pub duration_minutes: String,
}

impl AppointmentForm {
    /// The form of a new appointment with a customer of whom the rules say `due`: without a day, in
    /// person with legal notice, of the usual length. Where the customer would rather meet by video
    /// it is by video, unless they missed the last call (F9).
    pub fn new(
        id: AppointmentId,
        customer: &Customer,
        due: &Due,
        today: NaiveDate,
        parameters: &Parameters,
    ) -> Self {
        let kind = due.next_kind();
        let by_video = customer.preferred_channel == Fact::Known(Channel::Video)
            && unanswered_call(&customer.appointments).is_none();
        let channel = if by_video {
            Channel::Video
        } else {
            Channel::InPerson
        };
        let mut chosen = Appointment::bare(id, customer.id.clone(), today, Origin::Entered);
        chosen.kind = Fact::Known(kind);
        chosen.channel = Fact::Known(channel);
        chosen.legal_notice = Fact::Known(true);
        chosen.duration_minutes = Fact::Known(usual_minutes(kind, parameters));
        AppointmentForm {
            before: None,
            date: String::new(),
            ..AppointmentForm::of(&chosen)
        }
    }

    /// The form of an appointment that stands already.
    pub fn of(appointment: &Appointment) -> Self {
        let start = appointment.start.known();
        let minutes = appointment.duration_minutes.known();
        AppointmentForm {
            date: date(appointment.date),
            start: start.map_or(String::new(), time),
            end: String::new(),
            duration_minutes: minutes.map_or(String::new(), |minutes| minutes.to_string()),
            before: Some(appointment.clone()),
            chosen: appointment.clone(),
        }
    }

    /// Reads what was typed.
    pub fn read(&self, today: NaiveDate) -> AppointmentDraft {
        reading::read(self, today)
    }
}
