//! What a caseworker does in the course of a day, each as one command: the record changes in one
//! step, with what follows from it for VerBIS and ATV, and one undo takes all of it back.

use crate::appointing::usual_minutes;
use crate::history::{Command, ContactEntry, Deed, Edit, EventId};
use crate::kept::keep;
use crate::missed::Helper;
use crate::record::{Caseload, Customer};
use crate::transfers::with_transfers;
use chrono::NaiveDate;
use rules::facts::{
    Appointment, AppointmentId, Canceller, CaseId, Channel, ContactId, Origin, Outcome,
};
use rules::{Due, Fact, Finding, Setting};

/// The id of a new contact. `seed` is made like the id of an event, so that it is unique over all
/// computers, and of two contacts the one recorded later has the larger id.
pub fn contact_id(seed: EventId) -> ContactId {
    ContactId::from(format!("k-{seed}").as_str())
}

/// The id of a new appointment; see [`contact_id`].
pub fn appointment_id(seed: EventId) -> AppointmentId {
    AppointmentId::from(format!("t-{seed}").as_str())
}

fn command(deed: Deed, edits: Vec<Edit>, caseload: &Caseload, setting: &Setting) -> Command {
    Command::Edit {
        deed,
        edits: with_transfers(edits, caseload, setting),
    }
}

/// Makes an appointment, or moves or changes one that stands.
pub fn save_appointment(
    appointment: Appointment,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let is_known = caseload
        .customer(&appointment.case)
        .is_some_and(|customer| {
            let mut appointments = customer.appointments.iter();
            appointments.any(|known| known.id == appointment.id)
        });
    let deed = if is_known {
        Deed::AppointmentRevised
    } else {
        Deed::AppointmentMade
    };
    let edit = Edit::Appointment(Box::new(appointment));
    command(deed, vec![edit], caseload, setting)
}

/// Makes the appointments that planning proposed, all in one step.
pub fn accept_plan(
    appointments: Vec<Appointment>,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let appointments = appointments.into_iter();
    let edits = appointments
        .map(|appointment| Edit::Appointment(Box::new(appointment)))
        .collect();
    command(Deed::PlanAccepted, edits, caseload, setting)
}

/// Removes an appointment that should never have been there.
pub fn remove_appointment(
    appointment: &Appointment,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let (case, id) = (appointment.case.clone(), appointment.id.clone());
    let edit = Edit::AppointmentRemoved(case, id);
    command(Deed::AppointmentRemoved, vec![edit], caseload, setting)
}

/// Says what became of an appointment; open takes it back. A cancellation has a day and somebody
/// who cancelled: see [`cancel`].
pub fn record_outcome(
    appointment: &Appointment,
    outcome: Outcome,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let edit = Edit::Appointment(Box::new(Appointment {
        outcome,
        cancelled_on: Fact::Unknown,
        cancelled_by: Fact::Unknown,
        ..appointment.clone()
    }));
    command(Deed::OutcomeRecorded, vec![edit], caseload, setting)
}

/// Cancels an appointment: who did, and on which day.
pub fn cancel(
    appointment: &Appointment,
    by: Canceller,
    on: NaiveDate,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let edit = Edit::Appointment(Box::new(Appointment {
        outcome: Outcome::Cancelled,
        cancelled_on: Fact::Known(on),
        cancelled_by: Fact::Known(by),
        ..appointment.clone()
    }));
    command(Deed::OutcomeRecorded, vec![edit], caseload, setting)
}

/// What comes with a contact when it is recorded.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// The next appointment, made in the same step.
    pub follow_up: Option<Appointment>,
    /// The appointment at which the contact took place; it is held from then on.
    pub held: Option<Appointment>,
}

/// Records a contact of a customer, or changes one, with what comes with it.
pub fn save_contact(
    case: &CaseId,
    entry: ContactEntry,
    beside: Beside,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let is_known = caseload.customer(case).is_some_and(|customer| {
        let mut contacts = customer.contacts.iter();
        contacts.any(|known| known.id == entry.contact.id)
    });
    let deed = if is_known {
        Deed::ContactRevised
    } else {
        Deed::ContactRecorded
    };
    let mut edits = vec![Edit::Contact(case.clone(), Box::new(entry))];
    let held = beside.held.map(|held| Appointment {
        outcome: Outcome::Held,
        ..held
    });
    let appointments = held.into_iter().chain(beside.follow_up);
    edits.extend(appointments.map(|appointment| Edit::Appointment(Box::new(appointment))));
    command(deed, edits, caseload, setting)
}

/// Removes a contact that did not take place.
pub fn remove_contact(
    case: &CaseId,
    contact: &ContactId,
    caseload: &Caseload,
    setting: &Setting,
) -> Command {
    let edit = Edit::ContactRemoved(case.clone(), contact.clone());
    command(Deed::ContactRemoved, vec![edit], caseload, setting)
}

/// F8 — the call with another customer in the time of an appointment that was missed, today; to be
/// saved with [`save_appointment`]. `due` is what the rules say about that customer.
pub fn replacement(
    id: AppointmentId,
    missed: &Appointment,
    customer: &Customer,
    due: &Due,
    setting: &Setting,
) -> Appointment {
    let mut call = usual(id, customer, due, setting.today, setting);
    call.channel = Fact::Known(Channel::Phone);
    // Later than on its day the time has passed.
    if missed.date == setting.today {
        call.start = missed.start;
    }
    call.replaces = Some(missed.id.clone());
    call
}

/// F7 — the invitation of another customer into the gap of an appointment that was cancelled: in
/// person and with the legal notice. To be saved with [`save_appointment`].
pub fn refill(
    id: AppointmentId,
    gap: &Appointment,
    customer: &Customer,
    due: &Due,
    setting: &Setting,
) -> Appointment {
    let mut invited = usual(id, customer, due, gap.date, setting);
    invited.start = gap.start;
    invited.channel = Fact::Known(Channel::InPerson);
    invited.legal_notice = Fact::Known(true);
    invited.refills = Some(gap.id.clone());
    invited
}

/// The consultation that is due, of the usual length.
fn usual(
    id: AppointmentId,
    customer: &Customer,
    due: &Due,
    day: NaiveDate,
    setting: &Setting,
) -> Appointment {
    let kind = due.next_kind();
    let minutes = usual_minutes(kind, setting.edition.parameters());
    let mut appointment = Appointment::bare(id, customer.id.clone(), day, Origin::Entered);
    appointment.kind = Fact::Known(kind);
    appointment.duration_minutes = Fact::Known(minutes);
    appointment
}

/// F10 — an appointment in an absence was taken over, so the finding about it (F11) stays as it is
/// with that reason.
pub fn taken_over(customer: &Customer, finding: &Finding, by: Helper, today: NaiveDate) -> Command {
    let mut reason = "übernommen: ".to_owned();
    reason.push_str(by.label());
    let exception = keep(customer, finding, &reason, today);
    Command::Edit {
        deed: Deed::FindingKept,
        edits: vec![Edit::Exception(Box::new(exception))],
    }
}
