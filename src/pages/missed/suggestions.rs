//! Who could use time that has become free, ranked, each with the reason and the step to take.

use crate::app::App;
use crate::changing;
use crate::checked::Checked;
use crate::entry::{Entering, Task, Which};
use crate::evaluation::Evaluation;
use crate::pages::{act_button, case_link};
use crate::parts::toast::Toast;
use crate::view::{View, view};
use caseload::Customer;
use caseload::actions::{appointment_id, replacement, save_appointment};
use caseload::missed::{Suggestion, for_call, for_gap};
use rules::facts::{Appointment, CaseId};

/// How many are named.
const MOST: usize = 5;

/// F7 — whom to invite into a gap.
pub fn invitations(app: App, checked: &Checked, of: &CaseId, gap: &Appointment) -> View {
    let evaluation = &checked.evaluation;
    let found = for_gap(gap, MOST, &evaluation.caseload, &evaluation.overview);
    list(app, evaluation, &found, "Einladen", "invite", &|invited| {
        let task = Task::Refill {
            of: of.clone(),
            gap: gap.id.clone(),
            invited: invited.id.clone(),
        };
        let entering = Entering::expect();
        Box::new(move || entering.open(task.clone()))
    })
}

/// F8 — whom to phone in the time of somebody who did not come.
pub fn calls(app: App, checked: &Checked, of: &CaseId, missed: &Appointment) -> View {
    let evaluation = &checked.evaluation;
    let replaced = evaluation
        .caseload
        .customers
        .iter()
        .flat_map(|customer| customer.appointments.iter())
        .any(|other| other.replaces.as_ref() == Some(&missed.id));
    if replaced {
        return View::nothing();
    }
    let found = for_call(missed, MOST, &evaluation.caseload, &evaluation.overview);
    list(app, evaluation, &found, "Anrufen", "call", &|called| {
        let (missed, of, called) = (missed.clone(), of.clone(), called.id.clone());
        let entering = Entering::expect();
        Box::new(move || call(app, entering, &missed, &of, &called))
    })
}

type Act = Box<dyn Fn()>;

fn list(
    app: App,
    evaluation: &Evaluation,
    suggestions: &[Suggestion],
    label: &'static str,
    mark: &'static str,
    act: &dyn Fn(&Customer) -> Act,
) -> View {
    if suggestions.is_empty() {
        return view! { <p class="kd-muted">"Zurzeit passt niemand: Alle haben einen Termin, oder es wäre zu früh."</p> };
    }
    let rows: View = suggestions
        .iter()
        .filter_map(|suggestion| {
            let customer = evaluation.caseload.customers.get(suggestion.customer)?;
            let name = customer.name.as_deref().unwrap_or(customer.number.as_str());
            let button = act_button(app, mark, label, name, act(customer));
            Some(view! {
                <li class="kd-suggestion" data-kd="suggestion" data-case=customer.id.as_str().to_owned()>
                    <div class="kd-check__who">{case_link(app, customer)}</div>
                    <span>{suggestion.reason()}</span>
                    <div class="kd-check__acts">{button}</div>
                </li>
            })
        })
        .collect();
    view! { <ol class="kd-suggestions">{rows}</ol> }
}

/// Makes the call an appointment in the time of the missed one, and opens the form for what was said.
fn call(app: App, entering: Entering, missed: &Appointment, of: &CaseId, called: &CaseId) {
    let command = app.evaluation.with_untracked(|evaluated| {
        let evaluation = evaluated.as_ref()?.as_ref().ok()?;
        let (caseload, setting) = (&evaluation.caseload, &evaluation.overview.setting);
        let customer = caseload.customer(called)?;
        let due = caseload::evaluate(customer, setting);
        let id = appointment_id(changing::fresh_id()?);
        let call = replacement(id, missed, customer, &due, setting);
        Some(save_appointment(call, caseload, setting))
    });
    let Some(command) = command else { return };
    let number = app.caseload_untracked().and_then(|caseload| {
        let customer = caseload.customer(of)?;
        Some(customer.number.to_string())
    });
    let done = format!(
        "Anruf in der Zeit von {} angelegt.",
        number.unwrap_or_default()
    );
    match app.change(&command, done) {
        Ok(()) => entering.open(Task::Contact(called.clone(), Which::New)),
        Err(unchanged) => app.toast.set(Some(Toast::plain(unchanged.to_string()))),
    }
}
