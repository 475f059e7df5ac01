//! What stands on each day, counted as the policy counts: once to see how full a day is (F2), once
//! to see whether the week's quota was scheduled (F3), and how much of it was held.
//!
//! The two counts differ on purpose. A cancelled appointment leaves its day free again, but counts
//! as scheduled unless there was time to fill the gap; a missed slot that somebody else got by phone
//! is one slot of the day, but both were scheduled.

use crate::Fact;
use crate::calendar::IsoWeek;
use crate::edition::{Days, Parameters};
use crate::facts::{Appointment, AppointmentId, Channel, Outcome};
use crate::ordering;
use chrono::{NaiveDate, NaiveTime};
use std::collections::{BTreeMap, BTreeSet};

/// The appointments of a caseworker, counted by day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schedule {
    days: BTreeMap<NaiveDate, Tally>,
}

/// The counts of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tally {
    taken: u32,
    scheduled: u32,
    held: u32,
}

impl Schedule {
    /// Counts the appointments of all customers, closed ones included, in any order.
    pub fn of<'c>(
        appointments: impl IntoIterator<Item = &'c Appointment>,
        parameters: &Parameters,
    ) -> Self {
        let all: Vec<&Appointment> = appointments.into_iter().collect();
        count(&all, parameters.cancel_notice_days)
    }

    /// F2 — places taken on `day`.
    pub fn taken(&self, day: NaiveDate) -> u32 {
        self.day(day).taken
    }

    /// F3 — appointments scheduled in `week`, for the quota.
    pub fn scheduled(&self, week: IsoWeek) -> u32 {
        week.days().map(|day| self.day(day).scheduled).sum()
    }

    /// Appointments held in `week`, every participant of a group session among them.
    pub fn held(&self, week: IsoWeek) -> u32 {
        week.days().map(|day| self.day(day).held).sum()
    }

    fn day(&self, day: NaiveDate) -> Tally {
        self.days.get(&day).copied().unwrap_or_default()
    }
}

fn count(all: &[&Appointment], notice: Days) -> Schedule {
    let replaced = replaced_slots(all);
    let (mut taken, mut scheduled) = (Sessions::default(), Sessions::default());
    let mut days: BTreeMap<NaiveDate, Tally> = BTreeMap::new();
    for appointment in all {
        let tally = days.entry(appointment.date).or_default();
        if takes_a_place(appointment, &replaced) && taken.is_another(appointment) {
            tally.taken += 1;
        }
        if counts_for_the_quota(appointment, notice) && scheduled.is_another(appointment) {
            tally.scheduled += 1;
        }
        if appointment.outcome == Outcome::Held {
            tally.held += 1;
        }
    }
    Schedule { days }
}

/// F2 — whether an appointment takes a place of its day: it was neither voided nor cancelled, nor
/// missed and its slot used by another.
fn takes_a_place(appointment: &Appointment, replaced: &BTreeSet<&AppointmentId>) -> bool {
    match appointment.outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld => true,
        Outcome::NoShow => !replaced.contains(&appointment.id),
        Outcome::Cancelled | Outcome::Voided => false,
    }
}

/// F3 — whether an appointment counts for the quota: all but voided ones and those that were
/// cancelled while there was time to fill the gap.
fn counts_for_the_quota(appointment: &Appointment, notice: Days) -> bool {
    appointment.outcome != Outcome::Voided && !is_cancelled_in_time(appointment, notice)
}

/// F7 — whether an appointment was cancelled at least so many days before, whoever did it. Without
/// a day of cancellation nobody knows, and it is not.
pub(in crate::policy) fn is_cancelled_in_time(appointment: &Appointment, notice: Days) -> bool {
    match appointment.cancelled_on {
        Fact::Known(day) => {
            appointment.outcome == Outcome::Cancelled && day <= notice.before(appointment.date)
        }
        Fact::Unknown => false,
    }
}

/// F2 — the appointments whose slot another one uses that was neither voided nor cancelled.
fn replaced_slots<'c>(all: &[&'c Appointment]) -> BTreeSet<&'c AppointmentId> {
    ordering::set(
        all.iter()
            .filter_map(|appointment| match appointment.outcome {
                Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::NoShow => {
                    appointment.replaces.as_ref()
                }
                Outcome::Cancelled | Outcome::Voided => None,
            }),
    )
}

/// F2 — group sessions that were counted already. Those with the same day and start are one; an
/// unknown start is not the same as another unknown start.
#[derive(Default)]
struct Sessions(BTreeSet<(NaiveDate, NaiveTime)>);

impl Sessions {
    fn is_another(&mut self, appointment: &Appointment) -> bool {
        if appointment.channel != Fact::Known(Channel::Group) {
            return true;
        }
        match appointment.start {
            Fact::Known(start) => self.0.insert((appointment.date, start)),
            Fact::Unknown => true,
        }
    }
}
