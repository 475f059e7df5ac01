//! What a caseworker enters in the course of a day: contacts, appointments and what became of them. Each
//! is a dialog that opens over any page, by button or by key, and gives the focus back where it came
//! from.
//!
//! A page says what it wants as a [`Task`]; the dialog for it is built in one place. [`fields`] lists
//! the controls, [`sheet`] keeps what is typed, [`outlook`] asks what would follow from it, and
//! [`form`] shows all that. The rules stay where they are: behind the outlook.

mod appointment;
mod cancel;
mod contact;
mod fields;
mod form;
mod keys;
pub mod outcome;
mod outlook;
mod parts;
pub mod sheet;
mod verdict;

pub use contact::Which;
pub use keys::{is_in_dialog, is_typing};
pub use verdict::duty;

use crate::app::App;
use crate::changing;
use crate::evaluation::Evaluation;
use crate::pace;
use crate::parts::dialog::{self, Dialog};
use crate::parts::focus;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use caseload::history::EventId;
use leptos::prelude::*;
use rules::facts::{AppointmentId, CaseId};

/// Something to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// A contact.
    Contact(CaseId, Which),
    /// A new appointment.
    Appointment(CaseId),
    /// Another day, time or channel for an appointment.
    Move(CaseId, AppointmentId),
    /// The invitation of a customer into the gap that an appointment of somebody else has left.
    Refill {
        /// Whose appointment was cancelled.
        of: CaseId,
        /// The appointment that was cancelled.
        gap: AppointmentId,
        /// Who is invited.
        invited: CaseId,
    },
    /// A cancellation.
    Cancel(CaseId, AppointmentId),
}

impl Task {
    /// Whom the form is about.
    fn case(&self) -> &CaseId {
        match self {
            Task::Contact(case, _)
            | Task::Appointment(case)
            | Task::Move(case, _)
            | Task::Cancel(case, _)
            | Task::Refill { invited: case, .. } => case,
        }
    }
}

/// What is being entered.
#[derive(Debug, Clone, Copy)]
pub struct Entering {
    task: RwSignal<Option<Task>>,
}

impl Entering {
    /// Makes it the context of everything below the caller, and listens for its keys.
    pub fn provide(app: App) {
        let entering = Entering {
            task: RwSignal::new(None),
        };
        provide_context(entering);
        keys::listen(app, entering);
    }

    /// The state, inside any component.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Opens the dialog for a task.
    pub fn open(&self, task: Task) {
        self.task.set(Some(task));
    }

    /// Closes it, as the user would.
    pub fn close(&self) {
        dialog::close_open();
    }
}

/// Asks the evaluation on screen, without following it.
pub fn with_evaluation<T>(app: App, of: impl FnOnce(&Evaluation) -> T) -> Option<T> {
    parts::evaluation(app).map(|evaluation| of(&evaluation))
}

/// A form that has begun.
struct Begun {
    title: &'static str,
    body: View,
    /// The control to begin with.
    first: &'static str,
}

/// The place of the dialog.
#[component]
pub fn EntryPlace() -> View {
    let app = App::expect();
    let entering = Entering::expect();
    // A caseload that is locked or changed takes the dialog with it; what was typed stays a draft.
    let mode = app.mode;
    View::of(move || {
        mode.track();
        let task = entering.task.get()?;
        untrack(|| dialog(app, entering, &task))
    })
}

fn dialog(app: App, entering: Entering, task: &Task) -> Option<View> {
    let evaluation = parts::evaluation(app)?;
    let seeds: (EventId, EventId) = (changing::fresh_id()?, changing::fresh_id()?);
    let case = task.case();
    let begun = match task {
        Task::Contact(case, which) => contact::begin(app, &evaluation, case, which, seeds),
        Task::Appointment(_) | Task::Move(..) | Task::Refill { .. } => {
            appointment::begin(app, &evaluation, task, seeds.0)
        }
        Task::Cancel(case, id) => cancel::begin(app, &evaluation, case, id),
    };
    let Begun { title, body, first } = begun?;
    let customer = evaluation.caseload.customer(case)?;
    let name = customer.name.as_deref();
    let title = format!("{title}: {}", name.unwrap_or(customer.number.as_str()));
    let opener = keys::opener();
    let closed = move |()| {
        entering.task.set(None);
        let opener = opener.clone();
        pace::when_shown(move || keys::give_back(opener.as_deref()));
    };
    let first = format!("#{}", form::id(first));
    pace::when_shown(move || focus::on(&first));
    Some(view! {
        <Dialog title=title title_id="kd-entry-title" on_close=closed>
            {body}
        </Dialog>
    })
}
