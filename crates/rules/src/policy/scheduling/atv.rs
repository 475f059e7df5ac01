//! What is entered in ATV for one appointment: that it is there, early enough; what became of it, on
//! its day; and that nobody is invited for a day on which the caseworker is away.

use crate::Rule;
use crate::due::Setting;
use crate::edition::Parameters;
use crate::facts::{Appointment, Origin, Outcome, Supervision};
use crate::finding::{AppointmentProblem, Finding, Severity};
use crate::policy::exemptions::exempt_from_lead;
use chrono::NaiveDate;

/// F1 — an appointment is recorded well ahead, whatever its channel.
pub(crate) fn not_recorded_in_time(
    appointment: &Appointment,
    supervision: Supervision,
    setting: &Setting,
) -> Option<Finding> {
    if appointment.outcome == Outcome::Voided {
        return None;
    }
    let by = record_by(appointment, supervision, setting.edition.parameters())?;
    let problem = match appointment.recorded_on {
        Some(on) if on > by => AppointmentProblem::RecordedLate { on, by },
        None if appointment.outcome == Outcome::Open && setting.today > by => {
            AppointmentProblem::NotRecorded { by }
        }
        Some(_) | None => return None,
    };
    Some(Finding::of_appointment(
        appointment,
        Rule::F1,
        Severity::Warning,
        problem,
    ))
}

/// F1 — the last day on which an appointment is recorded in time, inclusive; `None` if it need not be
/// recorded so early. One that uses the slot or the gap of another cannot be, one from a list stands
/// for an entry of another system, and Fallmanagement has a rule of its own (A1).
pub fn record_by(
    appointment: &Appointment,
    supervision: Supervision,
    parameters: &Parameters,
) -> Option<NaiveDate> {
    let at_short_notice = appointment.replaces.is_some() || appointment.refills.is_some();
    let owed =
        !at_short_notice && !exempt_from_lead(supervision) && appointment.origin == Origin::Entered;
    owed.then(|| parameters.lead_days.before(appointment.date))
}

/// F5 — what became of an appointment is noted on its day.
pub(crate) fn outcome_missing(appointment: &Appointment, today: NaiveDate) -> Option<Finding> {
    let lacking = appointment.outcome == Outcome::Open && appointment.date < today;
    lacking.then(|| {
        let problem = AppointmentProblem::OutcomeMissing;
        Finding::of_appointment(appointment, Rule::F5, Severity::Error, problem)
    })
}

/// F11 — nobody is invited for a day of absence.
pub(crate) fn on_absence(appointment: &Appointment, setting: &Setting) -> Option<Finding> {
    let invited = appointment.outcome == Outcome::Open && setting.is_absent(appointment.date);
    invited.then(|| {
        let problem = AppointmentProblem::OnAbsence;
        Finding::of_appointment(appointment, Rule::F11, Severity::Error, problem)
    })
}
