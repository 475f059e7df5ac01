//! An appointment is cancelled: by whom, and when it became known. Whether a gap is left that is to be
//! filled follows from both.

use super::appointment::input;
use super::fields::{CANCELLATION, Input};
use super::form::{Form, Groups, Saved};
use super::outlook::of_cancellation;
use super::parts::{ends, who};
use super::{Begun, Entering};
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::parts::rule_chip::rule_chip;
use crate::route::Route;
use crate::view::{View, view};
use caseload::Customer;
use caseload::actions::cancel;
use caseload::appointing::AppointmentForm;
use rules::facts::{Appointment, AppointmentId, Canceller, CaseId};
use rules::wording::{date, weekday_date};
use rules::{Fact, Rule};

const GROUPS: Groups = &[&CANCELLATION];

/// Begins the form.
pub fn begin(
    app: App,
    evaluation: &Evaluation,
    case: &CaseId,
    id: &AppointmentId,
) -> Option<Begun> {
    let customer = evaluation.caseload.customer(case)?;
    let mut appointments = customer.appointments.iter();
    let appointment = appointments.find(|known| known.id == *id)?.clone();
    let today = evaluation.overview.setting.today;
    let base = Input {
        cancelled_by: appointment.cancelled_by,
        cancelled_on: date(appointment.cancelled_on.known().unwrap_or(today)),
        ..input(AppointmentForm::of(&appointment))
    };
    let name = format!("cancel {}", id.as_str());
    let form = Form::new(app, case, name, base, GROUPS, of_cancellation);
    Some(Begun {
        title: "Absage",
        body: body(app, form, customer, appointment),
        first: "cancelled_by",
    })
}

fn body(app: App, form: Form, customer: &Customer, appointment: Appointment) -> View {
    let what = format!("Termin am {}", weekday_date(appointment.date));
    let day = appointment.date;
    let follows = move || {
        let (by, on) = form.tell(|outlook| (outlook.input.cancelled_by, outlook.cancelled_on))?;
        let notice = super::with_evaluation(app, |evaluation| {
            evaluation
                .overview
                .setting
                .edition
                .parameters()
                .cancel_notice_days
        })?;
        let (text, rule) = match by {
            Fact::Known(Canceller::Office) => (
                "Die Dienststelle sagt nicht ab: Vertretung, dann das Team, dann die Teamleitung übernehmen. Der Weg dahin steht unter „Terminausfall“.",
                Rule::F10,
            ),
            Fact::Known(Canceller::Customer) | Fact::Unknown => {
                if on? <= notice.before(day) {
                    (
                        "Rechtzeitig abgesagt: Die Lücke ist mit einer Einladung an jemand anderen nachzubesetzen. Vorschläge stehen unter „Terminausfall“.",
                        Rule::F7,
                    )
                } else {
                    (
                        "Kurzfristig abgesagt: Eine Lücke zum Nachbesetzen entsteht nicht.",
                        Rule::F7,
                    )
                }
            }
        };
        Some(view! {
            <p class="kd-entry__follow">
                {text}
                " "
                {rule_chip(rule)}
            </p>
        })
    };
    view! {
        {who(app, customer)}
        <form
            class="kd-entry"
            data-kd="cancel-form"
            autocomplete="off"
            novalidate
            on:submit=move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                save(app, form, &appointment);
            }
        >
            <p>
                <b>{what}</b>
            </p>
            {form.group("Absage", &CANCELLATION)}
            {follows}
            {ends(
                app,
                form.sheet,
                "cancel-save",
                view! {
                    <a class="kd-link" href=Route::Missed.href()>
                        "Terminausfall"
                    </a>
                },
            )}
        </form>
    }
}

fn save(app: App, form: Form, appointment: &Appointment) {
    let saved = form.save(|outlook, _| {
        let (Fact::Known(by), Some(on)) = (outlook.input.cancelled_by, outlook.cancelled_on) else {
            return Err(String::new());
        };
        let command = super::with_evaluation(app, |evaluation| {
            let setting = &evaluation.overview.setting;
            cancel(appointment, by, on, &evaluation.caseload, setting)
        });
        let command = command.ok_or_else(String::new)?;
        let done = format!("Termin am {} abgesagt.", weekday_date(appointment.date));
        app.change(&command, done)
            .map_err(|unchanged| unchanged.to_string())
    });
    if saved == Saved::Yes {
        Entering::expect().close();
    }
}
