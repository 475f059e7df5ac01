//! Looking at an appointment before it is saved.

use super::hint::{AppointmentField, Hint, Matter, OffDay};
use super::slots::{Stretch, are_one_session, standing_on};
use crate::overview::evaluate;
use crate::record::{Caseload, Customer};
use crate::recording::put_appointment;
use chrono::{Datelike, NaiveDate, Weekday};
use rules::calendar::public_holiday;
use rules::facts::{Appointment, AppointmentId, Outcome};
use rules::ordering::sort_by_key;
use rules::wording::time;
use rules::{
    AppointmentBook, AppointmentProblem, Dossier, Due, Finding, Problem, Schedule, Setting,
    Subject, check,
};

/// What is worth knowing about an open appointment as it would be saved, the gravest first. One
/// that has an outcome already is past all that.
pub fn hints(draft: &Appointment, caseload: &Caseload, setting: &Setting) -> Vec<Hint> {
    let Some(customer) = caseload.customer(&draft.case) else {
        return Vec::new();
    };
    if draft.outcome != Outcome::Open {
        return Vec::new();
    }
    let mut hints = Vec::new();
    if draft.date < setting.today {
        hints.push(at(AppointmentField::Date, Matter::InThePast));
    }
    let off = off_day(draft.date, setting).map(Matter::OffDay);
    hints.extend(off.map(|matter| at(AppointmentField::Date, matter)));
    hints.extend(day_full(draft, caseload, setting));
    hints.extend(overlap(draft, caseload, setting));
    hints.extend(outside_hours(draft, setting));
    hints.extend(beside_another(draft, customer, setting.today));
    hints.extend(by_the_rules(draft, customer, setting));
    sort_by_key(&mut hints, Hint::severity);
    hints
}

fn at(field: AppointmentField, matter: Matter) -> Hint {
    Hint { field, matter }
}

/// Why nobody has appointments with the caseworker on `day`; `None` if there can be some (F3).
pub fn off_day(day: NaiveDate, setting: &Setting) -> Option<OffDay> {
    if setting.is_available(day) {
        return None;
    }
    let office = &setting.office;
    let mut closures = office.closures.iter();
    let mut absences = office.absences.iter();
    Some(
        if let Some(holiday) = public_holiday(setting.calendar.state(), day) {
            OffDay::Holiday(holiday)
        } else if let Some(closure) = closures.find(|closure| closure.date == day) {
            OffDay::Closure(closure.reason.clone())
        } else if let Some(absence) =
            absences.find(|absence| (absence.from..=absence.to).contains(&day))
        {
            OffDay::Absence(absence.reason.clone())
        } else {
            match day.weekday() {
                weekend @ (Weekday::Sat | Weekday::Sun) => OffDay::Weekend(weekend),
                other @ (Weekday::Mon
                | Weekday::Tue
                | Weekday::Wed
                | Weekday::Thu
                | Weekday::Fri) => OffDay::OtherWeekday(other),
            }
        },
    )
}

/// F2 — the draft would be one too many on its day.
fn day_full(draft: &Appointment, caseload: &Caseload, setting: &Setting) -> Option<Hint> {
    let others = caseload
        .customers
        .iter()
        .flat_map(|customer| customer.appointments.iter())
        .filter(|other| other.id != draft.id);
    let schedule = Schedule::of(others.chain([draft]), setting.edition.parameters());
    let (taken, most) = (schedule.taken(draft.date), setting.max_per_day());
    (taken > most).then(|| at(AppointmentField::Date, Matter::DayFull { taken, most }))
}

/// The first appointment that the draft would overlap.
fn overlap(draft: &Appointment, caseload: &Caseload, setting: &Setting) -> Option<Hint> {
    let parameters = setting.edition.parameters();
    let wanted = Stretch::of(draft, parameters)?;
    let mut overlapped: Vec<_> = standing_on(draft.date, &draft.id, caseload)
        .into_iter()
        .filter(|standing| !are_one_session(standing.appointment, draft))
        .filter(|standing| {
            Stretch::of(standing.appointment, parameters)
                .is_some_and(|taken| taken.overlaps(wanted))
        })
        .collect();
    sort_by_key(&mut overlapped, |standing| {
        standing.appointment.place_in_time()
    });
    let first = overlapped.first()?;
    let start = first.appointment.start.known()?;
    let number = first.customer.number.clone();
    Some(at(
        AppointmentField::Start,
        Matter::Overlaps { start, number },
    ))
}

/// The draft does not lie in one stretch of the caseworker's hours.
fn outside_hours(draft: &Appointment, setting: &Setting) -> Option<Hint> {
    let wanted = Stretch::of(draft, setting.edition.parameters())?;
    let hours = &setting.office.hours;
    let fits = hours
        .iter()
        .any(|hours| Stretch::of_hours(*hours).holds(wanted));
    if hours.is_empty() || fits {
        return None;
    }
    let hours: Vec<String> = hours
        .iter()
        .map(|hours| format!("{}–{}", time(hours.from), time(hours.to)))
        .collect();
    Some(at(
        AppointmentField::Start,
        Matter::OutsideHours(hours.join(", ")),
    ))
}

/// The customer has an open appointment from today on already.
fn beside_another(draft: &Appointment, customer: &Customer, today: NaiveDate) -> Option<Hint> {
    let mut others: Vec<&Appointment> = customer
        .appointments
        .iter()
        .filter(|other| {
            other.outcome == Outcome::Open && other.id != draft.id && other.date >= today
        })
        .collect();
    if others.iter().any(|other| other.date == draft.date) {
        return Some(at(AppointmentField::Date, Matter::SecondOnDay));
    }
    sort_by_key(&mut others, |other| other.date);
    let first = others.first()?.date;
    Some(at(AppointmentField::Case, Matter::Another(first)))
}

/// What the rules would say about the customer with the draft.
fn by_the_rules(draft: &Appointment, customer: &Customer, setting: &Setting) -> Vec<Hint> {
    let mut customer = customer.clone();
    put_appointment(&mut customer.appointments, draft);
    let due = evaluate(&customer, setting);
    let dossier = Dossier {
        case: &customer.facts,
        contacts: &customer.contacts,
        appointments: &customer.appointments,
        due: &due,
    };
    // Nothing is said here about gaps and slots of others.
    let findings = check(dossier, &AppointmentBook::default(), setting);
    let mut hints: Vec<Hint> = findings
        .iter()
        .filter_map(|finding| of_finding(finding, &draft.id, setting))
        .collect();
    hints.extend(too_late(draft, &customer, &due, setting.today));
    hints
}

/// What a finding about the draft says while it is a draft.
fn of_finding(finding: &Finding, draft: &AppointmentId, setting: &Setting) -> Option<Hint> {
    let Problem::Appointment(problem) = &finding.problem else {
        return None;
    };
    if finding.subject != Subject::Appointment(draft.clone()) {
        return None;
    }
    let (field, matter) = match *problem {
        AppointmentProblem::NotRecorded { by } | AppointmentProblem::RecordedLate { by, .. } => {
            let lead = setting.edition.parameters().lead_days;
            let first = lead.after(setting.today);
            (AppointmentField::Date, Matter::LeadMissed { by, first })
        }
        AppointmentProblem::LegalNoticeMissing => {
            (AppointmentField::LegalNotice, Matter::LegalNoticeMissing)
        }
        AppointmentProblem::NotInPersonAfterMissedCall(call) => {
            (AppointmentField::Channel, Matter::NotInPerson(call))
        }
        AppointmentProblem::NoLegalNoticeAfterMissedCall(call) => {
            (AppointmentField::LegalNotice, Matter::NoLegalNotice(call))
        }
        AppointmentProblem::UnfitReplacement(unfit) => {
            (AppointmentField::Case, Matter::UnfitReplacement(unfit))
        }
        // The day itself is told otherwise, and the others are about what an appointment became.
        AppointmentProblem::OnAbsence
        | AppointmentProblem::OutcomeMissing
        | AppointmentProblem::GapNotRefilled { .. }
        | AppointmentProblem::SlotNotReplaced { .. }
        | AppointmentProblem::NothingAfterMissedCall
        | AppointmentProblem::CancelledByOffice => return None,
    };
    Some(at(field, matter))
}

/// D6 — the customer's next appointment lies after their window, which is not over yet.
fn too_late(draft: &Appointment, customer: &Customer, due: &Due, today: NaiveDate) -> Option<Hint> {
    let window = due.window?;
    let next = customer.appointments.get(due.appointment?)?;
    let late = next.id == draft.id && draft.date > window.latest && window.latest >= today;
    late.then(|| {
        let latest_appointment = window.latest_appointment;
        at(
            AppointmentField::Date,
            Matter::TooLate { latest_appointment },
        )
    })
}
