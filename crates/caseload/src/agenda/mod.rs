//! What a caseworker sees in the morning (Heute): the appointments of the day, what there is to do
//! and until when, who is overdue or nearly, and how full week and day are.
//!
//! Nothing here decides anything: it gathers what the due function, the findings and the schedule
//! say, so that every figure is the same as on the page behind it.

mod chore;

pub use chore::{Chore, Todo};

use crate::overview::{Entry, Overview};
use crate::record::Caseload;
use crate::transfers;
use chrono::NaiveDate;
use rules::calendar::IsoWeek;
use rules::facts::{Appointment, Case, Contact, Outcome};
use rules::ordering::{set, sort_by};
use rules::{
    DueState, Finding, Rule, Schedule, Setting, Subject, document_by, owes_documentation, record_by,
};

/// The agenda of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The appointments of the day that were not voided, in the order of time.
    pub appointments: Vec<AppointmentPlace>,
    /// Open appointments of earlier days, of which nobody said what became (F5), in the order of time.
    pub unresolved: Vec<AppointmentPlace>,
    /// What there is to do, in the order of [`Chore`]; nothing that there is none of.
    pub todos: Vec<Todo>,
    /// Customers who are overdue or nearly so, in the order of the due list.
    pub pressing: Vec<Entry>,
    /// Appointments scheduled this week, and how many there should be (F3).
    pub week: Meter,
    /// Places taken today, and how many there may be (F2).
    pub day: Meter,
}

/// Where an appointment stands in a caseload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppointmentPlace {
    /// Place of the customer in [`Caseload::customers`].
    pub customer: usize,
    /// Place of the appointment among those of the customer.
    pub appointment: usize,
}

impl AppointmentPlace {
    /// The appointment.
    pub fn of(self, caseload: &Caseload) -> Option<&Appointment> {
        let customer = caseload.customers.get(self.customer)?;
        customer.appointments.get(self.appointment)
    }
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meter {
    /// How many there are.
    pub is: u32,
    /// How many there should or may be.
    pub of: u32,
}

/// Gathers the agenda of the day of an overview. `findings` are those that count, each with the
/// place of its customer; `schedule` is that of the whole caseload.
pub fn agenda(
    caseload: &Caseload,
    overview: &Overview,
    findings: &[(usize, &Finding)],
    schedule: &Schedule,
) -> Agenda {
    let setting = &overview.setting;
    let mut tally = Tally::default();
    for entry in &overview.entries {
        let Some(customer) = caseload.customers.get(entry.customer) else {
            continue;
        };
        tally.waiting(entry);
        for contact in &customer.contacts {
            tally.contact(contact, setting);
        }
        for (place, appointment) in customer.appointments.iter().enumerate() {
            let place = AppointmentPlace {
                customer: entry.customer,
                appointment: place,
            };
            tally.appointment(appointment, place, &customer.facts, setting);
        }
    }
    tally.findings(findings, caseload);
    for transfer in transfers::open(caseload) {
        tally.add(Chore::Transfer, transfer.due_on);
    }
    let of = |place: &AppointmentPlace| place.of(caseload).map(Appointment::place_in_time);
    sort_by(&mut tally.today, |one, other| of(one).cmp(&of(other)));
    sort_by(&mut tally.unresolved, |one, other| of(one).cmp(&of(other)));
    let week = schedule.week(IsoWeek::of(setting.today), setting);
    Agenda {
        appointments: tally.today,
        unresolved: tally.unresolved,
        todos: tally
            .todos
            .into_iter()
            .filter(|todo| todo.count > 0)
            .collect(),
        pressing: pressing(caseload, overview),
        week: Meter {
            is: week.scheduled,
            of: week.quota,
        },
        day: Meter {
            is: schedule.taken(setting.today),
            of: setting.max_per_day(),
        },
    }
}

/// Overdue, late, or with the day near by which an appointment is to be recorded.
fn pressing(caseload: &Caseload, overview: &Overview) -> Vec<Entry> {
    overview
        .in_due_order(caseload)
        .into_iter()
        .filter(|entry| match entry.due.state {
            DueState::Overdue
            | DueState::ScheduledLate
            | DueState::LeadMissed
            | DueState::RecordNow => true,
            DueState::Exempt | DueState::Open | DueState::Scheduled | DueState::Ok => false,
        })
        .cloned()
        .collect()
}

/// What has been gathered so far.
struct Tally {
    today: Vec<AppointmentPlace>,
    unresolved: Vec<AppointmentPlace>,
    todos: [Todo; 8],
}

impl Default for Tally {
    fn default() -> Self {
        Tally {
            today: Vec::new(),
            unresolved: Vec::new(),
            todos: Chore::ALL.map(Todo::none),
        }
    }
}

impl Tally {
    fn add(&mut self, chore: Chore, deadline: Option<NaiveDate>) {
        for todo in &mut self.todos {
            if todo.chore == chore {
                todo.add(deadline);
            }
        }
    }

    /// D7 — an appointment has to be made and recorded soon, or should have been.
    fn waiting(&mut self, entry: &Entry) {
        let waits = match entry.due.state {
            DueState::LeadMissed | DueState::RecordNow => true,
            DueState::Exempt
            | DueState::Open
            | DueState::Overdue
            | DueState::Scheduled
            | DueState::ScheduledLate
            | DueState::Ok => false,
        };
        if waits {
            let record_by = entry.due.window.map(|window| window.record_by);
            self.add(Chore::MakeAppointment, record_by);
        }
    }

    /// C3 — a contact is not documented yet.
    fn contact(&mut self, contact: &Contact, setting: &Setting) {
        let owed = contact.documented_on.is_none()
            && contact.date <= setting.today
            && owes_documentation(contact);
        if owed {
            let parameters = setting.edition.parameters();
            let by = document_by(contact.date, &setting.calendar, parameters);
            self.add(Chore::Document, Some(by));
        }
    }

    fn appointment(
        &mut self,
        appointment: &Appointment,
        place: AppointmentPlace,
        case: &Case,
        setting: &Setting,
    ) {
        let today = setting.today;
        if appointment.date == today && appointment.outcome != Outcome::Voided {
            self.today.push(place);
        }
        if appointment.outcome != Outcome::Open {
            return;
        }
        if appointment.date < today {
            // F5.
            self.unresolved.push(place);
            self.add(Chore::Outcome, Some(appointment.date));
        } else if appointment.recorded_on.is_none() {
            // F1.
            let parameters = setting.edition.parameters();
            if let Some(by) = record_by(appointment, case.supervision, parameters) {
                self.add(Chore::RecordAppointment, Some(by));
            }
        }
    }

    /// F7, F8 — time that is free; E1, E2, C6 — categories in doubt, once for each customer.
    fn findings(&mut self, findings: &[(usize, &Finding)], caseload: &Caseload) {
        let mut doubtful = Vec::new();
        for (customer, finding) in findings {
            if finding.rule == Rule::F7 {
                self.add(Chore::Refill, day_of(*customer, finding, caseload));
            } else if is_missed_slot(finding, caseload, *customer) {
                self.add(Chore::Replace, day_of(*customer, finding, caseload));
            } else if [Rule::E1, Rule::E2, Rule::C6].contains(&finding.rule) {
                doubtful.push(*customer);
            }
        }
        for _ in set(doubtful) {
            self.add(Chore::CheckCategory, None);
        }
    }
}

/// F8 — the finding is about a slot, not about whoever is to use it.
fn is_missed_slot(finding: &Finding, caseload: &Caseload, customer: usize) -> bool {
    finding.rule == Rule::F8
        && appointment_of(customer, finding, caseload)
            .is_some_and(|appointment| appointment.outcome == Outcome::NoShow)
}

fn day_of(customer: usize, finding: &Finding, caseload: &Caseload) -> Option<NaiveDate> {
    appointment_of(customer, finding, caseload).map(|appointment| appointment.date)
}

fn appointment_of<'c>(
    customer: usize,
    finding: &Finding,
    caseload: &'c Caseload,
) -> Option<&'c Appointment> {
    let Subject::Appointment(id) = &finding.subject else {
        return None;
    };
    let mut appointments = caseload.customers.get(customer)?.appointments.iter();
    appointments.find(|appointment| appointment.id == *id)
}
