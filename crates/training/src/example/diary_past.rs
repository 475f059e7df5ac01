//! The appointments behind the contacts of the past, and those that came to nothing.

use crate::dice::Dice;
use caseload::Customer;
use chrono::{Days, NaiveDate, NaiveTime};
use rules::Fact;
use rules::calendar::Calendar;
use rules::facts::{Appointment, AppointmentId, Canceller, Channel, Contact, Origin, Outcome};

/// Further back there are contacts, but no appointments any more.
const REMEMBERED: Days = Days::new(400);

/// Fills in the appointments that led to contacts, and now and then one that was missed.
pub(super) fn remember(
    customer: &mut Customer,
    dice: &mut Dice,
    today: NaiveDate,
    calendar: &Calendar,
) {
    let held: Vec<&Contact> = customer
        .contacts
        .iter()
        .filter(|contact| contact.date + REMEMBERED > today)
        .filter(|contact| contact.channel != Fact::Known(Channel::Written))
        .collect();
    let mut past = Vec::new();
    for contact in held {
        if dice.chance(9) {
            let missed = calendar.working_day_on_or_before(contact.date - Days::new(9));
            let outcome = dice.weighted(
                &[
                    (60, Outcome::NoShow),
                    (30, Outcome::Cancelled),
                    (10, Outcome::NotHeld),
                ],
                Outcome::NoShow,
            );
            // What was missed by phone or video is followed by an invitation to the office.
            past.push((missed, outcome, Fact::Known(Channel::InPerson)));
        }
        past.push((contact.date, Outcome::Held, contact.channel));
    }
    for (number, (date, outcome, channel)) in past.into_iter().enumerate() {
        let id = AppointmentId::from(format!("{}-p{:02}", customer.id, number + 1).as_str());
        let mut appointment = Appointment::bare(id, customer.id.clone(), date, Origin::Entered);
        appointment.start = Fact::from(NaiveTime::from_hms_opt(dice.between(8, 11), 0, 0));
        appointment.duration_minutes = Fact::Known(45);
        appointment.channel = channel;
        appointment.recorded_on = Some(date - Days::new(u64::from(dice.between(11, 30))));
        appointment.invited_on = appointment.recorded_on;
        appointment.legal_notice = Fact::Known(true);
        appointment.outcome = outcome;
        if outcome == Outcome::Cancelled {
            appointment.cancelled_by = Fact::Known(Canceller::Customer);
            appointment.cancelled_on = Fact::Known(date - Days::new(2));
        }
        customer.appointments.push(appointment);
    }
}
