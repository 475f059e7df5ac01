//! The appointments of the day, each with the keys that say what became of it.

use crate::app::App;
use crate::checked::Checked;
use crate::entry::{Task, Which, outcome};
use crate::pages::missed::calls;
use crate::pages::{case_link, task_button};
use crate::view::{View, view};
use caseload::Customer;
use caseload::agenda::{Agenda, AppointmentPlace};
use rules::Fact;
use rules::facts::{Appointment, Outcome};
use rules::wording::{channel_label, kind_label, time, weekday_date};

/// The card of today, and one of earlier days if something is open there.
pub fn cards(app: App, checked: &Checked, agenda: &Agenda) -> View {
    let today = list(app, checked, &agenda.appointments);
    let today = if agenda.appointments.is_empty() {
        view! { <p class="kd-muted">"Heute stehen keine Termine."</p> }
    } else {
        today
    };
    let earlier = (!agenda.unresolved.is_empty()).then(|| {
        view! {
            <section class="kd-card" aria-labelledby="kd-earlier" data-kd="earlier">
                <h2 id="kd-earlier">"Noch ohne Ergebnis"</h2>
                {list(app, checked, &agenda.unresolved)}
            </section>
        }
    });
    view! {
        <div class="kd-today__main">
            <section class="kd-card" aria-labelledby="kd-appointments" data-kd="appointments">
                <h2 id="kd-appointments">"Termine"</h2>
                {today}
            </section>
            {earlier}
        </div>
    }
}

fn list(app: App, checked: &Checked, places: &[AppointmentPlace]) -> View {
    let caseload = &checked.evaluation.caseload;
    let rows: View = places
        .iter()
        .filter_map(|place| {
            let customer = caseload.customers.get(place.customer)?;
            Some(row(app, checked, customer, place.of(caseload)?))
        })
        .collect();
    view! { <ul class="kd-slotted">{rows}</ul> }
}

fn row(app: App, checked: &Checked, customer: &Customer, appointment: &Appointment) -> View {
    let setting = &checked.evaluation.overview.setting;
    let start = match appointment.start {
        Fact::Known(start) => time(start),
        Fact::Unknown => "–".to_owned(),
    };
    let is_today = appointment.date == setting.today;
    let when = if is_today {
        start
    } else {
        format!("{} {start}", weekday_date(appointment.date))
    };
    let kind = appointment.kind.known().map(kind_label);
    let channel = appointment.channel.known().map(channel_label);
    let what: Vec<&str> = kind.into_iter().chain(channel).collect();
    let recorded = customer
        .contacts
        .iter()
        .any(|contact| contact.date == appointment.date);
    let to_record = (appointment.outcome == Outcome::Held && !recorded).then(|| {
        let task = Task::Contact(customer.id.clone(), Which::Held(appointment.id.clone()));
        task_button(app, customer, "contact-add", "Kontakt erfassen", task)
    });
    let replacement = (is_today && appointment.outcome == Outcome::NoShow)
        .then(|| calls(app, checked, &customer.id, appointment));
    view! {
        <li class="kd-slotted__row" data-case=customer.id.as_str().to_owned()>
            <span class="kd-slotted__when">{when}</span>
            <div class="kd-check__who">{case_link(app, customer)}</div>
            <span class="kd-muted">{what.join(", ")}</span>
            <div class="kd-slotted__do">{outcome::keys(app, customer, appointment)} {to_record}</div>
            {replacement}
        </li>
    }
}
