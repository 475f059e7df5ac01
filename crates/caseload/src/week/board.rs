//! What stands on the days of a week.

use crate::agenda::AppointmentPlace;
use crate::appointing::{OffDay, off_day};
use crate::record::Caseload;
use chrono::NaiveDate;
use rules::calendar::IsoWeek;
use rules::facts::{Appointment, Outcome};
use rules::ordering::sort_by;
use rules::{Schedule, Setting};

/// One day of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardDay {
    /// The day.
    pub date: NaiveDate,
    /// Why there can be no appointments; `None` if there can.
    pub off: Option<OffDay>,
    /// Places taken (F2).
    pub taken: u32,
    /// Appointments that were neither voided nor cancelled, in the order of time; of closed customers
    /// too, for their places are taken.
    pub standing: Vec<AppointmentPlace>,
}

/// The seven days of a week. `schedule` is that of the whole caseload.
pub fn board(
    week: IsoWeek,
    caseload: &Caseload,
    schedule: &Schedule,
    setting: &Setting,
) -> Vec<BoardDay> {
    let mut days: Vec<BoardDay> = week
        .days()
        .map(|date| BoardDay {
            date,
            off: off_day(date, setting),
            taken: schedule.taken(date),
            standing: Vec::new(),
        })
        .collect();
    for (customer, record) in caseload.customers.iter().enumerate() {
        for (place, appointment) in record.appointments.iter().enumerate() {
            let mut on = days.iter_mut();
            if let Some(day) = on.find(|day| day.date == appointment.date && stands(appointment)) {
                day.standing.push(AppointmentPlace {
                    customer,
                    appointment: place,
                });
            }
        }
    }
    for day in &mut days {
        sort_by(&mut day.standing, |one, other| {
            let of = |place: &AppointmentPlace| place.of(caseload).map(Appointment::place_in_time);
            of(one).cmp(&of(other))
        });
    }
    days
}

/// Whether something was to be seen on the day itself.
fn stands(appointment: &Appointment) -> bool {
    match appointment.outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::NoShow => true,
        Outcome::Cancelled | Outcome::Voided => false,
    }
}
