//! What can be wrong with an appointment.

use super::{Finding, Problem, Severity, Subject};
use crate::Rule;
use crate::facts::{Appointment, Channel, Status};
use chrono::NaiveDate;

/// An appointment that does not follow the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppointmentProblem {
    /// It was recorded in ATV too late (F1).
    RecordedLate {
        /// Day on which it was recorded.
        on: NaiveDate,
        /// Last day that would have been in time, inclusive.
        by: NaiveDate,
    },
    /// It is not recorded in ATV, and it is too late for it (F1).
    NotRecorded {
        /// Last day that would have been in time, inclusive.
        by: NaiveDate,
    },
    /// Its day has passed, and nobody noted what became of it (F5).
    OutcomeMissing,
    /// The invitation to the Jobcenter lacks the legal notice (F6).
    LegalNoticeMissing,
    /// It was cancelled in time, and nobody else was invited instead (F7).
    GapNotRefilled {
        /// Day of the cancellation.
        cancelled_on: NaiveDate,
    },
    /// It was missed, and nobody else was advised instead (F8).
    SlotNotReplaced {
        /// Last day on which that is still asked for, inclusive.
        until: NaiveDate,
    },
    /// It uses a missed slot and is not as it should be: by phone, with somebody who is unemployed
    /// (F8).
    UnfitReplacement(Unfit),
    /// It is the next one after a missed call, and not in person (F9).
    NotInPersonAfterMissedCall(MissedCall),
    /// It is the next one after a missed call, and the invitation lacks the legal notice (F9).
    NoLegalNoticeAfterMissedCall(MissedCall),
    /// It is a missed call, and no appointment follows it (F9).
    NothingAfterMissedCall,
    /// The office cancelled it (F10).
    CancelledByOffice,
    /// It is open and lies in an absence of the caseworker (F11).
    OnAbsence,
}

/// In what a consultation in a missed slot is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// By this channel instead of by phone.
    Channel(Channel),
    /// With a customer of this status, who is not unemployed.
    Status(Status),
    /// Both.
    Both(Channel, Status),
}

/// An appointment by phone or video that the customer missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissedCall {
    /// Its day.
    pub date: NaiveDate,
    /// Its channel.
    pub channel: Channel,
}

impl Finding {
    /// A finding about an appointment.
    pub(crate) fn of_appointment(
        appointment: &Appointment,
        rule: Rule,
        severity: Severity,
        problem: AppointmentProblem,
    ) -> Self {
        Finding {
            subject: Subject::Appointment(appointment.id.clone()),
            ..Finding::of_case(rule, severity, Problem::Appointment(problem))
        }
    }
}
