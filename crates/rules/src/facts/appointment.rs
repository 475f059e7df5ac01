//! An appointment in the calendar. It is not a contact: whatever its outcome, only a recorded
//! contact moves a clock (rule B6, heading Terminausfallmanagement), and the types keep it so.

use super::{AppointmentId, CaseId, Channel, ConsultationKind, Origin};
use crate::Fact;
use chrono::{NaiveDate, NaiveTime};

/// The facts of one appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Identifier.
    pub id: AppointmentId,
    /// Customer it is for.
    pub case: CaseId,
    /// Day.
    pub date: NaiveDate,
    /// Start, local time.
    pub start: Fact<NaiveTime>,
    /// Planned length in minutes.
    pub duration_minutes: Fact<u16>,
    /// Channel.
    pub channel: Fact<Channel>,
    /// First consultation or follow-up.
    pub kind: Fact<ConsultationKind>,
    /// Day on which it was recorded in ATV; `None` means not yet.
    pub recorded_on: Option<NaiveDate>,
    /// Day of the invitation; `None` means not yet.
    pub invited_on: Option<NaiveDate>,
    /// Whether the invitation carries the legal notice.
    pub legal_notice: Fact<bool>,
    /// What became of it.
    pub outcome: Outcome,
    /// Day of cancellation.
    pub cancelled_on: Fact<NaiveDate>,
    /// Who cancelled.
    pub cancelled_by: Fact<Canceller>,
    /// The missed appointment whose slot this one uses.
    pub replaces: Option<AppointmentId>,
    /// The cancelled appointment whose gap this one fills.
    pub refills: Option<AppointmentId>,
    /// Fixed by the user: planning leaves it where it is.
    pub pinned: bool,
    /// Where the entry comes from.
    pub origin: Origin,
}

impl Appointment {
    /// An open appointment of which nothing but the day is known.
    pub fn bare(id: AppointmentId, case: CaseId, date: NaiveDate, origin: Origin) -> Self {
        Appointment {
            id,
            case,
            date,
            start: Fact::Unknown,
            duration_minutes: Fact::Unknown,
            channel: Fact::Unknown,
            kind: Fact::Unknown,
            recorded_on: None,
            invited_on: None,
            legal_notice: Fact::Unknown,
            outcome: Outcome::Open,
            cancelled_on: Fact::Unknown,
            cancelled_by: Fact::Unknown,
            replaces: None,
            refills: None,
            pinned: false,
            origin,
        }
    }

    /// By what an appointment is earlier or later than another: day, then start, an unknown one
    /// last, then id.
    pub fn place_in_time(&self) -> (NaiveDate, Fact<NaiveTime>, &AppointmentId) {
        (self.date, self.start, &self.id)
    }
}

/// What became of an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Outcome {
    /// Nothing noted yet.
    #[default]
    Open,
    /// Stattgefunden.
    Held,
    /// Nicht stattgefunden.
    NotHeld,
    /// Abgesagt.
    Cancelled,
    /// Nicht erschienen.
    NoShow,
    /// Storniert.
    Voided,
}

/// Who cancelled an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Canceller {
    /// The customer.
    Customer,
    /// The office.
    Office,
}
