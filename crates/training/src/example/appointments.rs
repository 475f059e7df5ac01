//! Which appointment comes next, if any: laid into a diary of weekdays and slots, so that no day
//! holds more than it may.

use crate::dice::Dice;
use caseload::Customer;
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use rules::Fact;
use rules::calendar::Calendar;
use rules::facts::{Appointment, AppointmentId, Channel, ConsultationKind, OfficeDays, Origin};
use rules::ordering::OrderedMap;

/// Start of each consultation of a full day, hour and minute.
const SLOTS: [(u32, u32); 8] = [
    (8, 0),
    (8, 45),
    (9, 30),
    (10, 15),
    (11, 0),
    (13, 0),
    (13, 45),
    (14, 30),
];

/// How far ahead the diary goes.
const DAYS_AHEAD: u64 = 56;

/// Working days ahead, with the number of slots already taken.
pub(super) struct Diary(OrderedMap<NaiveDate, usize>);

impl Diary {
    /// The days from the day after `today` on, on which the caseworker is there.
    pub(super) fn new(today: NaiveDate, office: &OfficeDays, calendar: &Calendar) -> Self {
        let present = |day: &NaiveDate| {
            calendar.is_working_day(*day)
                && office.working_days.contains(&day.weekday())
                && !office
                    .absences
                    .iter()
                    .any(|away| (away.from..=away.to).contains(day))
        };
        let days = (0..=DAYS_AHEAD)
            .map(|ahead| today + Days::new(ahead))
            .filter(present);
        Diary(days.map(|day| (day, 0)).collect())
    }

    /// Takes the next slot on or after `from`; at most five a day, which makes 25 a week.
    fn take(&mut self, from: NaiveDate) -> Option<(NaiveDate, NaiveTime)> {
        let mut days = self.0.iter_mut();
        let (day, taken) = days.find(|(day, taken)| **day >= from && **taken < 5)?;
        let (hour, minute) = *SLOTS.get(*taken)?;
        *taken += 1;
        Some((*day, NaiveTime::from_hms_opt(hour, minute, 0)?))
    }
}

/// Gives about a third of the customers an open appointment.
pub(super) fn plan(customer: &mut Customer, dice: &mut Dice, diary: &mut Diary, today: NaiveDate) {
    if customer.closed_on.is_some() || !dice.chance(34) {
        return;
    }
    // Enough of them today that the day looks like one.
    let is_soon = dice.chance(10);
    let ahead = dice.between(0, 45);
    let from = today + Days::new(if is_soon { 0 } else { u64::from(ahead) });
    let Some((date, start)) = diary.take(from) else {
        return;
    };
    let id = AppointmentId::from(format!("{}-t01", customer.id).as_str());
    let mut appointment = Appointment::bare(id, customer.id.clone(), date, Origin::Entered);
    appointment.start = Fact::Known(start);
    appointment.duration_minutes = Fact::Known(45);
    appointment.kind = Fact::Known(match customer.contacts.is_empty() {
        true => ConsultationKind::First,
        false => ConsultationKind::FollowUp,
    });
    appointment.channel = dice.weighted(
        &[
            (80, Fact::Known(Channel::InPerson)),
            (20, Fact::Known(Channel::Video)),
        ],
        Fact::Unknown,
    );
    let recorded = date - Days::new(u64::from(dice.between(8, 30)));
    appointment.recorded_on = (recorded <= today).then_some(recorded);
    appointment.invited_on = appointment.recorded_on;
    appointment.legal_notice = Fact::Known(dice.chance(93));
    customer.appointments.push(appointment);
}
