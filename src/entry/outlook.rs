//! What would be saved, what is to be said about it, and what the rules would make of it. Nothing here
//! decides anything: [`caseload::recording`] and [`caseload::appointing`] are asked.

use super::fields::Input;
use crate::evaluation::Evaluation;
use caseload::appointing::{AppointmentField, Hint, Matter, hints};
use caseload::history::ContactEntry;
use caseload::recording::{ContactFault, ContactProblem, Preview, preview};
use caseload::typed::{self, Leaning, NoDay, NoTime};
use caseload::{Caseload, Customer};
use chrono::NaiveDate;
use rules::facts::{Appointment, CaseId, Outcome};
use rules::{Rule, Severity};
use std::sync::Arc;

/// Something said at a control.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Name of the control.
    pub at: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Whether it keeps the form from being saved, and from when on it is said.
    pub weight: Weight,
    /// The rule behind it.
    pub rule: Option<Rule>,
    /// What there is to say.
    pub text: String,
}

/// What a remark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It only says something.
    Light,
    /// The form cannot be saved like this.
    Blocking,
    /// The same, because something is still empty; said once saving was tried.
    Lacking,
}

/// What would follow from what stands in a form.
#[derive(Debug)]
pub struct Outlook {
    /// What was typed.
    pub input: Input,
    /// What is to be said, in the order of the controls.
    pub remarks: Vec<Remark>,
    /// The contact.
    pub contact: Option<ContactEntry>,
    /// What the rules would say with the contact.
    pub preview: Option<Preview>,
    /// The appointment, or the one that follows the contact.
    pub appointment: Option<Appointment>,
    /// The open appointment on the day of the contact.
    pub standing: Option<Appointment>,
    /// The day of cancellation.
    pub cancelled_on: Option<NaiveDate>,
}

impl Outlook {
    fn of(input: Input) -> Self {
        Outlook {
            input,
            remarks: Vec::new(),
            contact: None,
            preview: None,
            appointment: None,
            standing: None,
            cancelled_on: None,
        }
    }

    /// The appointment at which the contact took place.
    pub fn held(&self) -> Option<&Appointment> {
        self.standing.as_ref().filter(|_| self.input.at_appointment)
    }

    /// Whether nothing keeps it from being saved.
    pub fn can_be_saved(&self) -> bool {
        let mut remarks = self.remarks.iter();
        !remarks.any(|remark| remark.weight != Weight::Light)
    }
}

/// How a form comes to its outlook.
pub type Look = fn(&Evaluation, &Customer, Input) -> Outlook;

/// Of a contact, with the appointment that may follow it.
pub fn of_contact(evaluation: &Evaluation, customer: &Customer, input: Input) -> Outlook {
    let setting = &evaluation.overview.setting;
    let draft = input.contact.read(customer, setting.today);
    let mut outlook = Outlook::of(input);
    let mut customer = customer.clone();
    let day = draft.entry.as_ref().map(|entry| entry.contact.date);
    outlook.standing = day.and_then(|day| standing_on(&customer, day)).cloned();
    if let Some(standing) = outlook.held() {
        let mut appointments = customer.appointments.iter_mut();
        if let Some(held) = appointments.find(|known| known.id == standing.id) {
            held.outcome = Outcome::Held;
        }
    }
    let customer = &customer;
    for fault in &draft.faults {
        outlook.remarks.push(of_fault(*fault));
    }
    let follows = !outlook.input.appointment.date.trim().is_empty()
        || !outlook.input.appointment.start.trim().is_empty();
    let follow_up = follows.then(|| outlook.input.appointment.read(setting.today));
    let appointment = follow_up
        .as_ref()
        .and_then(|draft| draft.appointment.clone());
    outlook.preview = draft
        .entry
        .as_ref()
        .and_then(|entry| preview(customer, entry, appointment.as_ref(), setting));
    if let Some(preview) = &outlook.preview
        && let Some(vain) = preview.vain_agreement
    {
        outlook.remarks.push(of_fault(vain));
    }
    if let Some(follow_up) = &follow_up {
        // The appointment comes after the contact, so it is looked at beside it.
        let after = outlook
            .preview
            .as_ref()
            .map(|preview| with(&evaluation.caseload, preview.customer.clone()));
        let caseload = after.as_ref().unwrap_or(&evaluation.caseload);
        let mut told = follow_up.faults.clone();
        if let Some(appointment) = &follow_up.appointment {
            told.extend(told_of(appointment, caseload, evaluation));
        }
        for hint in &told {
            outlook.remarks.push(of_hint(hint, beside_contact));
        }
    }
    outlook.contact = draft.entry;
    outlook.appointment = appointment;
    outlook
}

/// Of an appointment.
pub fn of_appointment(evaluation: &Evaluation, _: &Customer, input: Input) -> Outlook {
    let draft = input.appointment.read(evaluation.overview.setting.today);
    let mut told = draft.faults;
    if let Some(appointment) = &draft.appointment {
        told.extend(told_of(appointment, &evaluation.caseload, evaluation));
    }
    let mut outlook = Outlook::of(input);
    for hint in &told {
        outlook.remarks.push(of_hint(hint, AppointmentField::key));
    }
    outlook.appointment = draft.appointment;
    outlook
}

/// Of a cancellation.
pub fn of_cancellation(evaluation: &Evaluation, _: &Customer, input: Input) -> Outlook {
    let today = evaluation.overview.setting.today;
    let mut outlook = Outlook::of(input);
    if outlook.input.cancelled_by.is_unknown() {
        outlook.remarks.push(Remark {
            at: "cancelled_by",
            severity: Severity::Error,
            weight: Weight::Lacking,
            rule: None,
            text: "Bitte wählen Sie, wer abgesagt hat; davon hängt ab, was zu tun ist.".to_owned(),
        });
    }
    let problem = match typed::day(&outlook.input.cancelled_on, Leaning::Back, today) {
        Ok(day) if day > today => Some(
            "Dieser Tag ist noch nicht gekommen. Bitte prüfen Sie den Tag der Absage.".to_owned(),
        ),
        Ok(day) => {
            outlook.cancelled_on = Some(day);
            None
        }
        Err(no_day) => Some(no_day.to_string()),
    };
    if let Some(text) = problem {
        outlook.remarks.push(Remark {
            at: "cancelled_on",
            severity: Severity::Error,
            weight: Weight::Blocking,
            rule: None,
            text,
        });
    }
    outlook
}

fn told_of(appointment: &Appointment, caseload: &Caseload, evaluation: &Evaluation) -> Vec<Hint> {
    hints(appointment, caseload, &evaluation.overview.setting)
}

/// The open appointment of a day.
pub fn standing_on(customer: &Customer, day: NaiveDate) -> Option<&Appointment> {
    let mut appointments = customer.appointments.iter();
    appointments.find(|known| known.date == day && known.outcome == Outcome::Open)
}

fn with(caseload: &Caseload, customer: Customer) -> Caseload {
    let mut caseload = caseload.clone();
    let mut customers = caseload.customers.iter_mut();
    if let Some(known) = customers.find(|known| known.id == customer.id) {
        *known = Arc::new(customer);
    }
    caseload
}

/// The customer with this id.
pub fn customer<'c>(evaluation: &'c Evaluation, case: &CaseId) -> Option<&'c Customer> {
    evaluation.caseload.customer(case)
}

fn of_fault(fault: ContactFault) -> Remark {
    let severity = fault.severity();
    Remark {
        at: fault.field.key(),
        severity,
        weight: match fault.problem {
            ContactProblem::NoDay(NoDay::Empty) => Weight::Lacking,
            ContactProblem::NoDay(_)
            | ContactProblem::NoMinutes(_)
            | ContactProblem::LiesAhead { .. }
            | ContactProblem::BeforeCare { .. }
            | ContactProblem::DocumentedBefore
            | ContactProblem::DocumentedAhead
            | ContactProblem::AgreedNotAfter
            | ContactProblem::AgreedTooLate { .. } => match severity {
                Severity::Error => Weight::Blocking,
                Severity::Warning | Severity::Info => Weight::Light,
            },
        },
        rule: fault.rule(),
        text: fault.to_string(),
    }
}

fn of_hint(hint: &Hint, name: fn(AppointmentField) -> &'static str) -> Remark {
    let is_lacking =
        hint.matter == Matter::NoDay(NoDay::Empty) || hint.matter == Matter::NoTime(NoTime::Empty);
    Remark {
        at: name(hint.field),
        severity: hint.severity(),
        weight: if is_lacking {
            Weight::Lacking
        } else if hint.is_blocking() {
            Weight::Blocking
        } else {
            Weight::Light
        },
        rule: hint.rule(),
        text: hint.to_string(),
    }
}

/// The control of an appointment that follows a contact; its end is not asked for.
fn beside_contact(field: AppointmentField) -> &'static str {
    match field {
        AppointmentField::Date | AppointmentField::Case => "follow_up/date",
        AppointmentField::Start => "follow_up/start",
        AppointmentField::End | AppointmentField::DurationMinutes => "follow_up/duration_minutes",
        AppointmentField::Channel => "follow_up/channel",
        AppointmentField::LegalNotice => "follow_up/legal_notice",
    }
}
