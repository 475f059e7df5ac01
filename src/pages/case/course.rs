//! What took place and what is planned: a strip of time, the contacts with what the rules say about each,
//! the duties of the last one, and the appointments.

use crate::app::App;
use crate::entry::{self, Task, Which, outcome};
use crate::evaluation::Evaluation;
use crate::german;
use crate::pages::{act_button, task_button};
use crate::parts::icon::Icon;
use crate::parts::toast::Toast;
use crate::view::{View, view};
use caseload::Customer;
use caseload::actions::remove_contact;
use caseload::history::ContactEntry;
use caseload::recording::preview;
use caseload::transfers::appointment_words;
use rules::facts::{Appointment, CaseId, Contact};
use rules::ordering::sort_by;
use rules::wording::{channel_label, date, judgement_reason, kind_label, weekday_date};
use rules::{Counts, Due, Judgement};

/// Contacts and appointments shown each.
const SHOWN: usize = 24;

/// The section.
pub fn course(app: App, case: CaseId) -> View {
    View::of(move || {
        app.evaluation.with(|evaluated| {
            let evaluation = evaluated.as_ref()?.as_ref().ok()?;
            let customer = evaluation.caseload.customer(&case)?;
            Some(sections(app, evaluation, customer))
        })
    })
}

fn sections(app: App, evaluation: &Evaluation, customer: &Customer) -> View {
    let setting = &evaluation.overview.setting;
    let due = caseload::evaluate(customer, setting);
    let judged = judged(customer, &due);
    let contacts: View = judged
        .iter()
        .take(SHOWN)
        .map(|(contact, judgement)| {
            let reason = judgement_reason(contact, judgement, due.group, setting);
            contact_row(app, customer, contact, judgement.counts, reason)
        })
        .collect();
    let appointments = by_day(customer);
    let rows: View = appointments
        .iter()
        .take(SHOWN)
        .map(|appointment| appointment_row(app, customer, appointment))
        .collect();
    view! {
        <section class="kd-section" aria-labelledby="kd-course">
            <h2 id="kd-course">"Kontakte und Termine"</h2>
            {super::strip::strip(customer, &due, setting.today)}
            <div class="kd-course">
                <div>
                    <h3>{counted("Kontakte", judged.len())}</h3>
                    {nothing(judged.is_empty(), "Noch ist kein Kontakt erfasst.")}
                    <ul class="kd-course__list">{contacts}</ul>
                    {duties(customer, &judged, evaluation)}
                </div>
                <div>
                    <h3>{counted("Termine", appointments.len())}</h3>
                    {nothing(appointments.is_empty(), "Noch ist kein Termin angelegt.")}
                    <ul class="kd-course__list">{rows}</ul>
                </div>
            </div>
        </section>
    }
}

fn counted(what: &str, all: usize) -> String {
    if all > SHOWN {
        format!("{what} (die letzten {SHOWN} von {})", german::count(all))
    } else {
        what.to_owned()
    }
}

fn nothing(is_empty: bool, text: &'static str) -> View {
    View::of(is_empty.then(|| view! { <p class="kd-muted">{text}</p> }))
}

/// Contacts with what is said about them, the newest first.
fn judged<'c>(customer: &'c Customer, due: &'c Due) -> Vec<(&'c Contact, &'c Judgement)> {
    let mut judged: Vec<_> = customer.contacts.iter().zip(&due.judgements).collect();
    sort_by(&mut judged, |(one, _), (other, _)| {
        (other.date, &other.id).cmp(&(one.date, &one.id))
    });
    judged
}

/// Appointments, the latest first.
fn by_day(customer: &Customer) -> Vec<&Appointment> {
    let mut appointments: Vec<&Appointment> = customer.appointments.iter().collect();
    sort_by(&mut appointments, |one, other| {
        other.place_in_time().cmp(&one.place_in_time())
    });
    appointments
}

/// "persönlich, Folgegespräch, 45 Minuten".
fn words(contact: &Contact) -> String {
    let channel = contact.channel.known().map(channel_label);
    let kind = contact.kind.known().map(kind_label);
    let minutes = contact.duration_minutes.known();
    let minutes = minutes.map(|minutes| format!("{minutes} Minuten"));
    let parts = [channel.map(str::to_owned), kind.map(str::to_owned), minutes];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

fn contact_row(
    app: App,
    customer: &Customer,
    contact: &Contact,
    counts: Counts,
    reason: String,
) -> View {
    let (tone, icon) = match counts {
        Counts::Yes => ("kd-tone kd-tone--success", Icon::Check),
        Counts::No => ("kd-tone kd-tone--danger", Icon::Close),
        Counts::Open => ("kd-tone kd-tone--warning", Icon::Question),
    };
    let day = date(contact.date);
    let topics = customer.topics.get(&contact.id).cloned();
    let topics = topics.map(|topics| view! { <p class="kd-muted">{topics}</p> });
    let revise = Task::Contact(customer.id.clone(), Which::Known(contact.id.clone()));
    let remove = {
        let (case, id, day) = (customer.id.clone(), contact.id.clone(), day.clone());
        act_button(app, "contact-remove", "Löschen", &day.clone(), move || {
            let command = entry::with_evaluation(app, |evaluation| {
                let setting = &evaluation.overview.setting;
                remove_contact(&case, &id, &evaluation.caseload, setting)
            });
            let Some(command) = command else { return };
            let done = format!("Kontakt vom {day} gelöscht.");
            if let Err(unchanged) = app.change(&command, done) {
                app.toast.set(Some(Toast::plain(unchanged.to_string())));
            }
        })
    };
    view! {
        <li class=format!("kd-course__entry {tone}") data-kd="contact-row" data-id=contact.id.as_str().to_owned()>
            {icon.view()}
            <div>
                <p>
                    <b>{day}</b>
                    " "
                    {words(contact)}
                </p>
                <p>{reason}</p>
                {topics}
            </div>
            <div class="kd-check__acts">
                {task_button(app, customer, "contact-edit", "Ändern", revise)} {remove}
            </div>
        </li>
    }
}

fn appointment_row(app: App, customer: &Customer, appointment: &Appointment) -> View {
    let recorded = match appointment.recorded_on {
        Some(day) => format!("in ATV seit {}", date(day)),
        None => "noch nicht in ATV".to_owned(),
    };
    let revise = Task::Move(customer.id.clone(), appointment.id.clone());
    view! {
        <li class="kd-course__entry" data-kd="appointment-row" data-id=appointment.id.as_str().to_owned()>
            {Icon::CalendarCheck.view()}
            <div>
                <p>
                    <b>{weekday_date(appointment.date)}</b>
                    " "
                    {appointment_words(appointment).split_once(", ").map(|(_, rest)| rest.to_owned())}
                </p>
                <p class="kd-muted">{recorded}</p>
                {outcome::keys(app, customer, appointment)}
            </div>
            <div class="kd-check__acts">
                {task_button(app, customer, "appointment-edit", "Ändern", revise)}
            </div>
        </li>
    }
}

/// The duties of the last contact, as they stand.
fn duties(
    customer: &Customer,
    judged: &[(&Contact, &Judgement)],
    evaluation: &Evaluation,
) -> Option<View> {
    let (last, _) = judged.first()?;
    let entry = ContactEntry {
        contact: (*last).clone(),
        topics: None,
    };
    let preview = preview(customer, &entry, None, &evaluation.overview.setting)?;
    let duties: View = preview.duties.iter().map(entry::duty).collect();
    (!preview.duties.is_empty()).then(|| {
        view! {
            <h3>"Zum letzten Kontakt gehört"</h3>
            <ul class="kd-duties" data-kd="duties">
                {duties}
            </ul>
        }
    })
}
