//! An appointment: made, moved, or for somebody who is invited into a gap. What the rules object to is
//! said while it is typed.

use super::fields::{APPOINTMENT, Input};
use super::form::{Form, Groups, Saved};
use super::outlook::of_appointment;
use super::parts::{ends, slots, who};
use super::{Begun, Entering, Task};
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::parts::icon::Icon;
use crate::view::{View, view};
use caseload::Customer;
use caseload::actions::{appointment_id, refill, remove_appointment, save_appointment};
use caseload::appointing::AppointmentForm;
use caseload::history::EventId;
use caseload::recording::ContactForm;
use rules::Fact;
use rules::facts::{Appointment, AppointmentId, Contact, Origin};
use rules::wording::weekday_date;

const GROUPS: Groups = &[&APPOINTMENT];

/// Begins the form.
pub fn begin(app: App, evaluation: &Evaluation, task: &Task, seed: EventId) -> Option<Begun> {
    let customer = evaluation.caseload.customer(task.case())?;
    let setting = &evaluation.overview.setting;
    let due = caseload::evaluate(customer, setting);
    let id = appointment_id(seed);
    let (title, name, form) = match task {
        Task::Move(_, id) => {
            let known = known(customer, id)?;
            let name = format!("appointment {}", id.as_str());
            ("Termin ändern", name, AppointmentForm::of(known))
        }
        Task::Refill { of, gap, .. } => {
            let gap = known(evaluation.caseload.customer(of)?, gap)?;
            let invited = refill(id, gap, customer, &due, setting);
            let form = AppointmentForm {
                before: None,
                ..AppointmentForm::of(&invited)
            };
            let name = format!("refill {}", gap.id.as_str());
            ("In die Lücke einladen", name, form)
        }
        Task::Appointment(_) | Task::Contact(..) | Task::Cancel(..) => {
            let parameters = setting.edition.parameters();
            let form = AppointmentForm::new(id, customer, &due, setting.today, parameters);
            ("Termin anlegen", "appointment".to_owned(), form)
        }
    };
    let before = form.before.clone();
    let base = input(form);
    let form = Form::new(app, &customer.id, name, base, GROUPS, of_appointment);
    Some(Begun {
        title,
        body: body(app, form, customer, before),
        first: "date",
    })
}

fn known<'c>(customer: &'c Customer, id: &AppointmentId) -> Option<&'c Appointment> {
    let mut appointments = customer.appointments.iter();
    appointments.find(|known| known.id == *id)
}

/// What a form about an appointment begins with.
pub fn input(appointment: AppointmentForm) -> Input {
    let nobody = Contact::bare("".into(), appointment.chosen.date, Origin::Entered);
    Input {
        contact: ContactForm::of(&caseload::history::ContactEntry {
            contact: nobody,
            topics: None,
        }),
        appointment,
        at_appointment: false,
        channel_reason: String::new(),
        length_reason: String::new(),
        agreements: String::new(),
        cancelled_by: Fact::Unknown,
        cancelled_on: String::new(),
    }
}

fn body(app: App, form: Form, customer: &Customer, before: Option<Appointment>) -> View {
    let remove = before.map(|before| {
        view! {
            <button
                type="button"
                class="kd-link-button"
                data-kd="appointment-remove"
                on:click=move |_| remove(app, form, &before)
            >
                {Icon::Trash.view()}
                "Termin löschen"
            </button>
        }
    });
    view! {
        {who(app, customer)}
        <form
            class="kd-entry"
            data-kd="appointment-form"
            autocomplete="off"
            novalidate
            on:submit=move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                save(app, form);
            }
        >
            {form.group_with("Termin", &APPOINTMENT, slots(app, form, "date", "start"))}
            {ends(app, form.sheet, "appointment-save", View::of(remove))}
        </form>
    }
}

fn save(app: App, form: Form) {
    let saved = form.save(|outlook, _| {
        let appointment = outlook.appointment.clone().ok_or_else(String::new)?;
        let done = format!(
            "Termin am {} gespeichert. In ATV steht er auf der Übertragsliste.",
            weekday_date(appointment.date)
        );
        let command = super::with_evaluation(app, |evaluation| {
            let setting = &evaluation.overview.setting;
            save_appointment(appointment, &evaluation.caseload, setting)
        });
        let command = command.ok_or_else(String::new)?;
        app.change(&command, done)
            .map_err(|unchanged| unchanged.to_string())
    });
    if saved == Saved::Yes {
        Entering::expect().close();
    }
}

fn remove(app: App, form: Form, before: &Appointment) {
    let command = super::with_evaluation(app, |evaluation| {
        let setting = &evaluation.overview.setting;
        remove_appointment(before, &evaluation.caseload, setting)
    });
    let Some(command) = command else { return };
    let done = format!("Termin am {} gelöscht.", weekday_date(before.date));
    match app.change(&command, done) {
        Ok(()) => {
            form.sheet.finish();
            Entering::expect().close();
        }
        Err(unchanged) => form.sheet.refused.set(Some(unchanged.to_string())),
    }
}
