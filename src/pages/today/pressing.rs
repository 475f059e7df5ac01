//! Who is overdue, or nearly.

use crate::app::App;
use crate::checked::Checked;
use crate::entry::{Task, Which};
use crate::german;
use crate::pages::{case_link, task_button};
use crate::parts::state_badge::state_badge;
use crate::reactive::RwSignal;
use crate::route::Route;
use crate::view::{View, view};
use caseload::agenda::Agenda;
use caseload::{Customer, Entry};
use chrono::NaiveDate;
use rules::facts::CaseId;
use rules::wording::{date, group_label};

/// Rows shown here; the rest stands under Fällig.
const SHOWN: usize = 12;

/// The card.
pub fn card(app: App, checked: &Checked, agenda: &Agenda, asked: RwSignal<Option<CaseId>>) -> View {
    let evaluation = &checked.evaluation;
    let today = evaluation.overview.setting.today;
    let rows: View = agenda
        .pressing
        .iter()
        .take(SHOWN)
        .filter_map(|entry| {
            let customer = evaluation.caseload.customers.get(entry.customer)?;
            Some(row(app, customer, entry, today, asked))
        })
        .collect();
    let all = agenda.pressing.len();
    let rest = (all > SHOWN).then(|| format!("Alle {} unter „Fällig“", german::count(all)));
    let nobody = (all == 0).then(|| {
        view! { <p class="kd-muted">"Niemand ist überfällig oder knapp."</p> }
    });
    view! {
        <section class="kd-card" aria-labelledby="kd-pressing" data-kd="pressing">
            <h2 id="kd-pressing">"Überfällig und knapp"</h2>
            {nobody}
            <ul class="kd-pressing">{rows}</ul>
            {rest
                .map(|rest| {
                    view! {
                        <p>
                            <a class="kd-link" href=Route::Due.href()>
                                {rest}
                            </a>
                        </p>
                    }
                })}
        </section>
    }
}

fn row(
    app: App,
    customer: &Customer,
    entry: &Entry,
    today: NaiveDate,
    asked: RwSignal<Option<CaseId>>,
) -> View {
    let due = &entry.due;
    let since = due.days_overdue(today).map(usize::try_from);
    let when = match (since, due.window) {
        (Some(Ok(days)), _) => format!("seit {}", german::counted(days, "Tag", "Tagen")),
        (_, Some(window)) => format!(
            "letzter Termintag {} · eintragen bis {}",
            date(window.latest_appointment),
            date(window.record_by)
        ),
        (_, None) => String::new(),
    };
    let case = customer.id.clone();
    let contact = Task::Contact(case.clone(), Which::New);
    let appointment = Task::Appointment(case.clone());
    view! {
        <li class="kd-pressing__row" data-kd="pressing-row" data-case=case.as_str().to_owned()>
            <div class="kd-check__who">{case_link(app, customer)}</div>
            <span>{group_label(due.group)}</span>
            <span class="kd-due__now">
                {state_badge(due.state)}
                <span class="kd-muted">{when}</span>
            </span>
            <div class="kd-check__acts">
                {task_button(app, customer, "appointment-add", "Termin planen", appointment)}
                {task_button(app, customer, "contact-add", "Kontakt erfassen", contact)}
                <button
                    type="button"
                    class="kd-why-button"
                    data-kd="why"
                    on:click=move |_| asked.set(Some(case.clone()))
                >
                    "Warum?"
                </button>
            </div>
        </li>
    }
}
