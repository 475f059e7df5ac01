//! The plan as it is handed out: what is proposed, what is not, and why.

use crate::flow::Objective;
use crate::horizon::Horizon;
use crate::question::Pin;
use chrono::{NaiveDate, NaiveTime};
use rules::calendar::IsoWeek;
use rules::edition::Minutes;
use rules::facts::{Appointment, AppointmentId, CaseId, Channel, ConsultationKind, Origin};
use rules::{Fact, MissedCall};

/// The best plan that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What was planned.
    pub horizon: Horizon,
    /// Proposed consultations, in the order of day, start and case.
    pub proposals: Vec<Proposal>,
    /// Owed consultations without a day, in the order of the cases, then of the deadlines.
    pub unplaced: Vec<Unplaced>,
    /// Customers whose appointment comes too late and should be moved forward, in the order of the
    /// cases.
    pub move_forward: Vec<MoveForward>,
    /// Days on which the hours end before the places do, ascending.
    pub limited_days: Vec<NaiveDate>,
    /// The weeks of the horizon.
    pub weeks: Vec<WeekPlan>,
    /// Pins that could not be kept, with the reason.
    pub refused_pins: Vec<RefusedPin>,
    /// How good the plan is.
    pub objective: Objective,
    /// Whether it is known to be the best.
    pub optimality: Optimality,
}

/// Whether a plan is known to be the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Optimality {
    /// Prices prove it.
    Proven,
    /// It is good, but the hours of a day cut short what the proof rests on.
    Unproven,
}

/// A proposed consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Whose it is.
    pub case: CaseId,
    /// Its day.
    pub date: NaiveDate,
    /// Its start.
    pub start: NaiveTime,
    /// Its length.
    pub duration: Minutes,
    /// First consultation or follow-up.
    pub kind: ConsultationKind,
    /// In person, or by video where the customer wishes it. In person, it carries the legal notice.
    pub channel: Channel,
    /// The missed call because of which it has to be in person (F9).
    pub after_missed_call: Option<MissedCall>,
    /// Last day on time.
    pub deadline: NaiveDate,
    /// Calendar days after that; 0 if it is on time.
    pub late_days: u32,
    /// Why not on time; `None` if it is.
    pub obstacle: Option<Obstacle>,
    /// Why there is room for it that day.
    pub room: Room,
}

impl Proposal {
    /// The appointment that it becomes when it is accepted.
    pub fn appointment(&self, id: AppointmentId) -> Appointment {
        Appointment {
            start: Fact::Known(self.start),
            duration_minutes: Fact::Known(self.duration.0),
            channel: Fact::Known(self.channel),
            kind: Fact::Known(self.kind),
            legal_notice: match self.channel {
                Channel::InPerson => Fact::Known(true),
                Channel::Video | Channel::Phone | Channel::Group | Channel::Written => {
                    Fact::Unknown
                }
            },
            ..Appointment::bare(id, self.case.clone(), self.date, Origin::Entered)
        }
    }
}

/// What a day and its week hold with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Appointments on the day, all proposals included.
    pub on_day: u32,
    /// Most appointments on a day (F2).
    pub most: u32,
    /// Proposals in the week.
    pub in_week: u32,
    /// What the week should get.
    pub target: u32,
}

/// Why a consultation cannot be on time, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// The last day on time lies before the first that can be planned.
    BeforeLead,
    /// The caseworker is available on none of the days.
    NoAvailableDay,
    /// All days are full.
    DaysFull,
}

/// An owed consultation that found no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Whose it is.
    pub case: CaseId,
    /// Last day on time.
    pub deadline: NaiveDate,
    /// First day on which it could have been, inclusive.
    pub from: NaiveDate,
    /// Last day on which it could have been, inclusive.
    pub to: NaiveDate,
    /// Why it could not be on time.
    pub on_time: Obstacle,
    /// Why it could not be at all.
    pub at_all: Obstacle,
}

/// A customer whose next appointment lies after the latest day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveForward {
    /// Whose it is.
    pub case: CaseId,
    /// The appointment's day.
    pub date: NaiveDate,
    /// The day by which it should be.
    pub deadline: NaiveDate,
}

/// A week of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekPlan {
    /// Which week.
    pub week: IsoWeek,
    /// How many consultations it should get beside those that stand (F3).
    pub target: u32,
    /// How many it gets.
    pub placed: u32,
    /// Its available days from the lead day on.
    pub days: Vec<DayPlan>,
    /// What it lacks to the target.
    pub lack: Lack,
}

/// A day of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayPlan {
    /// The day.
    pub date: NaiveDate,
    /// Places taken by what stands (F2).
    pub standing: u32,
    /// Consultations placed.
    pub placed: u32,
    /// Consultations that had room beside what stands.
    pub capacity: u32,
}

/// What a week lacks to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lack {
    /// Places: even if every one were used, so many more would be needed.
    pub places: u32,
    /// Customers who may be seen in that week and are not seen elsewhere.
    pub customers: u32,
}

impl Lack {
    /// Both together.
    pub fn shortfall(self) -> u32 {
        self.places + self.customers
    }
}

/// A pin that was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedPin {
    /// The pin.
    pub pin: Pin,
    /// What speaks against it.
    pub reason: PinRefusal,
}

/// Why a pin cannot stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PinRefusal {
    /// There is no such customer in care.
    UnknownCustomer,
    /// The day lies outside of the horizon, or the caseworker is not available.
    DayNotAvailable,
    /// The customer has an appointment on that day already.
    TwiceOnOneDay,
    /// The day is full.
    DayFull,
}
