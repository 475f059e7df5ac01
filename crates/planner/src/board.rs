//! The question in numbers: from customers and their appointments to an instance of the flow.

use crate::answer::{MoveForward, RefusedPin};
use crate::flow::{Day, Instance, Task, Week};
use crate::horizon::Horizon;
use crate::needs::{Need, Needs, needs, open_days, waiting};
use crate::pins;
use crate::question::{Customer, Pin};
use chrono::NaiveDate;
use rules::calendar::IsoWeek;
use rules::facts::{Appointment, Outcome};
use rules::ordering::sort_by;
use rules::{Schedule, Setting};

/// Everything that is known before planning begins.
pub(crate) struct Board<'c> {
    /// In the order of their ids; so the plan does not hang on the order of input.
    pub customers: Vec<&'c Customer<'c>>,
    pub horizon: Horizon,
    /// What each task of the instance stands for.
    pub needs: Vec<(usize, Need)>,
    pub instance: Instance,
    pub move_forward: Vec<MoveForward>,
    pub refused_pins: Vec<RefusedPin>,
    /// Appointments that take a place, by available day.
    pub standing: Vec<Vec<Appointment>>,
}

/// Lays out the board.
pub(crate) fn board<'c>(
    customers: &'c [Customer<'c>],
    pins: &[Pin],
    horizon: Horizon,
    setting: &Setting,
) -> Board<'c> {
    let mut customers: Vec<&Customer<'_>> = customers.iter().collect();
    sort_by(&mut customers, |one, other| one.id.cmp(other.id));
    let parameters = setting.edition.parameters();
    let recorded = || customers.iter().flat_map(|customer| customer.appointments);
    let schedule = Schedule::of(recorded(), parameters);
    let (kept, refused_pins) = pins::settle(pins, &customers, &horizon, &schedule, setting);
    let schedule = if kept.is_empty() {
        schedule
    } else {
        Schedule::of(recorded().chain(&kept), parameters)
    };
    let ahead = |appointment: &&Appointment| appointment.date >= horizon.lead_day;
    let places = Schedule::places(recorded().chain(&kept).filter(ahead));
    let standing = by_day(&places, &horizon);
    let instance = Instance {
        days: days(&horizon, &schedule, setting),
        weeks: weeks(&horizon, &schedule, setting),
        tasks: Vec::new(),
        after_last: offset(&horizon, horizon.last_day) + 1,
    };
    let mut board = Board {
        customers,
        horizon,
        needs: Vec::new(),
        instance,
        move_forward: Vec::new(),
        refused_pins,
        standing,
    };
    for number in 0..board.customers.len() {
        board.add_needs_of(number, &kept, setting);
    }
    board
}

impl Board<'_> {
    fn add_needs_of(&mut self, number: usize, kept: &[Appointment], setting: &Setting) {
        let Some(customer) = self.customers.get(number) else {
            return;
        };
        if customer.due.is_none() {
            return;
        }
        let pinned = kept.iter().filter(|pin| pin.case == *customer.id);
        let appointments = || customer.appointments.iter().chain(pinned.clone());
        let open = open_days(appointments(), setting);
        match needs(customer, &open, &self.horizon, setting) {
            Needs::Earlier(window) => self.move_forward.push(MoveForward {
                case: customer.id.clone(),
                date: open.into_iter().min().unwrap_or(window.latest_appointment),
                deadline: window.latest_appointment,
            }),
            Needs::Consultations(needs) => {
                let taken = taken(appointments(), &self.horizon);
                let waiting = waiting(customer, setting);
                for need in needs {
                    self.instance.tasks.push(Task {
                        customer: number,
                        first: self.horizon.from(need.earliest),
                        end: self.horizon.until(need.last),
                        taken: taken.clone(),
                        deadline: offset(&self.horizon, need.deadline),
                        duty: need.duty,
                        waiting,
                    });
                    self.needs.push((number, need));
                }
            }
        }
    }
}

/// Places of the days on which a customer has an appointment already, ascending.
fn taken<'c>(
    appointments: impl IntoIterator<Item = &'c Appointment>,
    horizon: &Horizon,
) -> Vec<usize> {
    let stands = |outcome: Outcome| match outcome {
        Outcome::Open | Outcome::Held | Outcome::NotHeld | Outcome::NoShow => true,
        Outcome::Cancelled | Outcome::Voided => false,
    };
    let mut taken: Vec<usize> = appointments
        .into_iter()
        .filter(|appointment| stands(appointment.outcome))
        .filter_map(|appointment| horizon.days.binary_search(&appointment.date).ok())
        .collect();
    sort_by(&mut taken, Ord::cmp);
    taken.dedup();
    taken
}

/// Calendar days after the lead day; negative before it.
pub(crate) fn offset(horizon: &Horizon, day: NaiveDate) -> i32 {
    let days = (day - horizon.lead_day).num_days();
    i32::try_from(days).unwrap_or(i32::MIN)
}

fn by_day(places: &[&Appointment], horizon: &Horizon) -> Vec<Vec<Appointment>> {
    let mut by_day = vec![Vec::new(); horizon.days.len()];
    for appointment in places {
        if let Ok(day) = horizon.days.binary_search(&appointment.date)
            && let Some(there) = by_day.get_mut(day)
        {
            there.push((*appointment).clone());
        }
    }
    by_day
}

/// The days with what stands on them (F2) and the room that is left.
fn days(horizon: &Horizon, schedule: &Schedule, setting: &Setting) -> Vec<Day> {
    let most = setting.max_per_day();
    horizon
        .days
        .iter()
        .map(|day| {
            let standing = schedule.taken(*day);
            Day {
                offset: offset(horizon, *day),
                week: horizon.weeks.partition_point(|week| week.sunday() < *day),
                standing,
                capacity: most.saturating_sub(standing),
            }
        })
        .collect()
}

/// The weeks with what they lack to the quota (F3).
fn weeks(horizon: &Horizon, schedule: &Schedule, setting: &Setting) -> Vec<Week> {
    let quota = setting.weekly_quota();
    let lacking = |week: &IsoWeek| Week {
        target: quota.saturating_sub(schedule.scheduled(*week)),
    };
    horizon.weeks.iter().map(lacking).collect()
}
