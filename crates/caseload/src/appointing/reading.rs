//! From what was typed to an appointment, or to the faults at their fields.

use super::form::AppointmentForm;
use super::hint::{AppointmentField, Hint, Matter};
use crate::minute_of_day::{ends_by_midnight, minute_of_day};
use crate::record::LENGTHS;
use crate::typed::{self, Leaning, NoMinutes, NoTime};
use chrono::{NaiveDate, NaiveTime};
use rules::Fact;
use rules::facts::Appointment;

/// An appointment as it was read from the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointmentDraft {
    /// The appointment; `None` as long as it has no day.
    pub appointment: Option<Appointment>,
    /// What could not be read, in the order of the fields.
    pub faults: Vec<Hint>,
}

pub(super) fn read(form: &AppointmentForm, today: NaiveDate) -> AppointmentDraft {
    let mut faults = Faults(Vec::new());
    let day = match typed::day(&form.date, Leaning::Ahead, today) {
        Ok(day) => Some(day),
        Err(no_day) => faults.note(AppointmentField::Date, Matter::NoDay(no_day)),
    };
    let start = faults.time(AppointmentField::Start, &form.start);
    let end = faults.time(AppointmentField::End, &form.end);
    let minutes = match end {
        Some(end) => faults.until(start, end),
        None => match typed::minutes(&form.duration_minutes) {
            Ok(minutes) => minutes,
            Err(none) => faults.note(AppointmentField::DurationMinutes, Matter::NoMinutes(none)),
        },
    };
    let (start, duration_minutes) = (Fact::from(start), Fact::from(minutes));
    if !ends_by_midnight(start, duration_minutes) {
        faults.note::<()>(AppointmentField::DurationMinutes, Matter::EndsAfterMidnight);
    }
    AppointmentDraft {
        appointment: day.map(|date| {
            let draft = Appointment {
                date,
                start,
                duration_minutes,
                ..form.chosen.clone()
            };
            match &form.before {
                Some(before) => moved(draft, before),
                None => draft,
            }
        }),
        faults: faults.0,
    }
}

/// At another time an appointment has to be recorded in ATV and the customer invited once more.
pub(super) fn moved(mut draft: Appointment, before: &Appointment) -> Appointment {
    if (draft.date, draft.start) != (before.date, before.start) {
        draft.recorded_on = draft
            .recorded_on
            .filter(|_| draft.recorded_on != before.recorded_on);
        draft.invited_on = draft
            .invited_on
            .filter(|_| draft.invited_on != before.invited_on);
    }
    draft
}

struct Faults(Vec<Hint>);

impl Faults {
    /// Notes a fault; then there is no value.
    fn note<T>(&mut self, field: AppointmentField, matter: Matter) -> Option<T> {
        self.0.push(Hint { field, matter });
        None
    }

    /// A time that may be left out.
    fn time(&mut self, field: AppointmentField, text: &str) -> Option<NaiveTime> {
        match typed::time(text) {
            Ok(time) => Some(time),
            Err(NoTime::Empty) => None,
            Err(no_time) => self.note(field, Matter::NoTime(no_time)),
        }
    }

    /// The minutes from the begin to the end.
    fn until(&mut self, start: Option<NaiveTime>, end: NaiveTime) -> Option<u16> {
        let Some(start) = start else {
            // A begin that cannot be read is told already.
            if !self
                .0
                .iter()
                .any(|fault| fault.field == AppointmentField::Start)
            {
                self.note::<()>(AppointmentField::Start, Matter::NoTime(NoTime::Empty));
            }
            return None;
        };
        let minutes = minute_of_day(end).checked_sub(minute_of_day(start));
        match minutes.map(u16::try_from) {
            None | Some(Ok(0)) => self.note(AppointmentField::End, Matter::EndsBeforeStart),
            Some(Ok(minutes)) if LENGTHS.contains(&minutes) => Some(minutes),
            Some(_) => self.note(
                AppointmentField::End,
                Matter::NoMinutes(NoMinutes::OutOfRange),
            ),
        }
    }
}
