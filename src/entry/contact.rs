//! *Kontakt erfassen*: one form, with what the rules make of it beside it. A usual follow-up takes the
//! channel, one press for what is usual, and saving.

use super::fields::{
    AT_APPOINTMENT, CONTACT, DUTIES, FOLLOW_UP, Input, LENGTH, PHONE, REVIEW, TEXTS,
};
use super::form::{Form, Groups, Saved};
use super::outlook::{Outlook, of_contact, standing_on};
use super::parts::{ends, slots, who};
use super::verdict::verdict;
use super::{Begun, Entering};
use crate::app::App;
use crate::copying;
use crate::evaluation::Evaluation;
use crate::parts::focus;
use crate::parts::icon::Icon;
use crate::view::{View, view};
use crate::written::Written;
use caseload::Customer;
use caseload::actions::{Beside, appointment_id, contact_id, save_contact};
use caseload::appointing::{AppointmentForm, usual_minutes};
use caseload::history::{ContactEntry, EventId};
use caseload::recording::{ContactForm, NoteInput, note};
use leptos::prelude::*;
use rules::facts::{
    AppointmentId, CaseId, Channel, ConsultationKind, Contact, ContactId, NextInvitation,
};
use rules::ordering::set;
use rules::wording::{date, judgement_reason};
use rules::{Fact, Group, Standard, plan_way, usual_length_missed};

const GROUPS: Groups = &[
    &CONTACT,
    &AT_APPOINTMENT,
    &PHONE,
    &DUTIES,
    &LENGTH,
    &REVIEW,
    &TEXTS,
    &FOLLOW_UP,
];

/// Which contact it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// A new one; at the appointment of today, if there is one.
    New,
    /// A new one, at an appointment that was held.
    Held(AppointmentId),
    /// One that is recorded already.
    Known(ContactId),
}

/// Begins the form.
pub fn begin(
    app: App,
    evaluation: &Evaluation,
    case: &CaseId,
    which: &Which,
    (first, second): (EventId, EventId),
) -> Option<Begun> {
    let customer = evaluation.caseload.customer(case)?;
    let setting = &evaluation.overview.setting;
    let due = caseload::evaluate(customer, setting);
    let parameters = setting.edition.parameters();
    let id = contact_id(first);
    let (name, contact) = match which {
        Which::New => {
            let contact = match standing_on(customer, setting.today) {
                Some(standing) => ContactForm::of_held(id, standing),
                None => ContactForm::new(id, &due, setting.today),
            };
            ("contact".to_owned(), contact)
        }
        Which::Held(appointment) => {
            let mut appointments = customer.appointments.iter();
            let held = appointments.find(|known| known.id == *appointment)?;
            let name = format!("contact {}", appointment.as_str());
            (name, ContactForm::of_held(id, held))
        }
        Which::Known(id) => {
            let mut contacts = customer.contacts.iter();
            let contact = contacts.find(|known| known.id == *id)?.clone();
            let topics = customer.topics.get(id).cloned();
            let name = format!("contact {}", id.as_str());
            (name, ContactForm::of(&ContactEntry { contact, topics }))
        }
    };
    let mut next = AppointmentForm::new(
        appointment_id(second),
        customer,
        &due,
        setting.today,
        parameters,
    );
    // What comes after a consultation is a follow-up, whatever that one was.
    next.chosen.kind = Fact::Known(ConsultationKind::FollowUp);
    next.duration_minutes = usual_minutes(ConsultationKind::FollowUp, parameters).to_string();
    let base = Input {
        contact,
        appointment: next,
        at_appointment: true,
        channel_reason: String::new(),
        length_reason: String::new(),
        agreements: String::new(),
        cancelled_by: Fact::Unknown,
        cancelled_on: String::new(),
    };
    let form = Form::new(app, case, name, base, GROUPS, of_contact);
    let title = match which {
        Which::New | Which::Held(_) => "Kontakt erfassen",
        Which::Known(_) => "Kontakt ändern",
    };
    Some(Begun {
        title,
        body: body(app, form, customer, which),
        first: "channel",
    })
}

fn body(app: App, form: Form, customer: &Customer, which: &Which) -> View {
    let is_new = !matches!(which, Which::Known(_));
    let by_phone = move || channel(form) == Fact::Known(Channel::Phone);
    let usual_missed = move || {
        let asks = form.tell(|outlook| {
            let contact = &outlook.contact.as_ref()?.contact;
            super::with_evaluation(app, |evaluation| {
                let setting = &evaluation.overview.setting;
                usual_length_missed(contact, setting.edition.parameters()).is_some()
            })
        });
        asks.flatten().unwrap_or_default()
    };
    let in_k3 = move || {
        let group = form.tell(|outlook| Some(outlook.preview.as_ref()?.due.group));
        group.flatten() == Some(Group::Under(Standard::K3))
    };
    let stands = move || {
        let standing = form.tell(|outlook| outlook.standing.is_some());
        standing.unwrap_or_default()
    };
    let follow_up = is_new.then(|| {
        form.group_with(
            "Nächster Termin (freiwillig)",
            &FOLLOW_UP,
            slots(app, form, "follow_up/date", "follow_up/start"),
        )
    });
    let save = move || save(app, form);
    view! {
        {who(app, customer)}
        <form
            class="kd-entry kd-entry--beside"
            data-kd="contact-form"
            autocomplete="off"
            novalidate
            on:submit=move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                save();
            }
            on:keydown=move |event: web_sys::KeyboardEvent| shortcut(&event, form)
        >
            <div class="kd-entry__asked">
                <fieldset class="kd-case__part">
                    <legend>"Gespräch"</legend>
                    <div class="kd-case__group">
                        {form.controls(CONTACT.get(..1).unwrap_or_default())}
                        <div class="kd-entry__usual">
                            <button
                                type="button"
                                class="kern-btn kern-btn--secondary kd-button"
                                data-kd="contact-usual"
                                aria-describedby="kd-usual"
                                on:click=move |_| fill_usual(app, form)
                            >
                                {Icon::Check.view()}
                                <span class="kern-label">"Wie üblich"</span>
                            </button>
                        </div>
                        {form.controls(CONTACT.get(1..).unwrap_or_default())}
                    </div>
                    <p class="kd-muted" id="kd-usual">
                        "„Wie üblich“ füllt, was leer ist: vorgesehene Dauer, Plan aktualisiert und übermittelt, nächste Einladung."
                    </p>
                    <div class="kd-case__group" hidden=move || !stands()>
                        {form.controls(&AT_APPOINTMENT)}
                    </div>
                </fieldset>
                <div hidden=move || !by_phone()>{form.group("Voraussetzungen für Telefonate", &PHONE)}</div>
                {form.group("Was dazugehört", &DUTIES)}
                <div hidden=move || !usual_missed()>{form.group("Ungewöhnliche Dauer", &LENGTH)}</div>
                <div hidden=move || !in_k3()>{form.group("Kategorie 3", &REVIEW)}</div>
                {form.group("Inhalt", &TEXTS)}
                {follow_up}
            </div>
            <div class="kd-entry__follows">{move || verdict(app, form)}</div>
            {ends(
                app,
                form.sheet,
                "contact-save",
                view! {
                    <button
                        type="button"
                        class="kern-btn kern-btn--secondary kd-button"
                        data-kd="note-copy"
                        on:click=move |_| copy_note(app, form)
                    >
                        {Icon::Copy.view()}
                        <span class="kern-label">"Vermerk kopieren"</span>
                    </button>
                },
            )}
        </form>
    }
}

/// Alt+T goes to the next appointment, Alt+U fills in what is usual.
fn shortcut(event: &web_sys::KeyboardEvent, form: Form) {
    let key = event.key();
    if event.alt_key() && key.eq_ignore_ascii_case("t") {
        event.prevent_default();
        focus::on(&format!("#{}", super::form::id("follow_up/date")));
    } else if event.alt_key() && key.eq_ignore_ascii_case("u") {
        event.prevent_default();
        fill_usual(form.sheet.app, form);
    }
}

fn channel(form: Form) -> Fact<Channel> {
    let channel = form.tell(|outlook| outlook.input.contact.chosen.channel);
    channel.unwrap_or_default()
}

/// Fills what is empty with what a consultation usually is; what makes a call count is never among it.
fn fill_usual(app: App, form: Form) {
    let sheet = form.sheet;
    let Some(outlook) = form.outlook.get_untracked() else {
        return;
    };
    let contact: &Contact = &outlook.input.contact.chosen;
    let case = sheet.case();
    let consent = app.caseload_untracked().and_then(|caseload| {
        let customer = caseload.customer(&case)?;
        Some(customer.facts.digital_consent)
    });
    let minutes = super::with_evaluation(app, |evaluation| match contact.kind {
        Fact::Known(kind) => Some(usual_minutes(
            kind,
            evaluation.overview.setting.edition.parameters(),
        )),
        Fact::Unknown => None,
    });
    let minutes = minutes.flatten().map(|minutes| minutes.to_string());
    let way = plan_way(contact.channel, consent.unwrap_or_default());
    let is_talk = way.is_some();
    let invitation = match contact.channel {
        Fact::Known(Channel::InPerson | Channel::Group) => NextInvitation::HandedOver,
        Fact::Known(Channel::Video | Channel::Phone | Channel::Written) | Fact::Unknown => {
            NextInvitation::TaskAndPlanNote
        }
    };
    let usual = [
        ("duration_minutes", minutes),
        ("plan_updated", is_talk.then(|| true.written())),
        ("plan_delivery", way.map(|way| set([way]).written())),
        ("next_invitation", is_talk.then(|| invitation.written())),
    ];
    for (control, text) in usual {
        if let Some(text) = text
            && untrack(|| sheet.text(control)).is_empty()
        {
            sheet.put(control, text);
        }
    }
}

fn save(app: App, form: Form) {
    let saved = form.save(|outlook, customer| {
        let entry = outlook.contact.clone().ok_or_else(String::new)?;
        let done = done(app, outlook, &entry);
        let beside = Beside {
            follow_up: outlook.appointment.clone(),
            held: outlook.held().cloned(),
        };
        let command = super::with_evaluation(app, |evaluation| {
            let (caseload, setting) = (&evaluation.caseload, &evaluation.overview.setting);
            save_contact(&customer.id, entry, beside, caseload, setting)
        });
        let command = command.ok_or_else(String::new)?;
        app.change(&command, done)
            .map_err(|unchanged| unchanged.to_string())
    });
    if saved == Saved::Yes {
        Entering::expect().close();
    }
}

/// "Kontakt vom 26.11.2026 gespeichert – zählt: Beratung in Präsenz. Nächster spätestens 26.03.2027."
fn done(app: App, outlook: &Outlook, entry: &ContactEntry) -> String {
    let mut done = format!("Kontakt vom {} gespeichert", date(entry.contact.date));
    if let Some(preview) = &outlook.preview {
        let reason = super::with_evaluation(app, |evaluation| {
            let setting = &evaluation.overview.setting;
            judgement_reason(
                &entry.contact,
                &preview.judgement,
                preview.due.group,
                setting,
            )
        });
        if let Some(reason) = reason {
            done.push_str(" – ");
            done.push_str(&reason);
        }
        if let Some(window) = preview.due.window {
            done.push_str(". Nächster spätestens ");
            done.push_str(&date(window.latest));
        }
    }
    done.push('.');
    done
}

fn copy_note(app: App, form: Form) {
    let text = form.outlook.get_untracked().and_then(|outlook| {
        let input = NoteInput {
            entry: outlook.contact.as_ref()?,
            channel_reason: &outlook.input.channel_reason,
            length_reason: &outlook.input.length_reason,
            agreements: &outlook.input.agreements,
            follow_up: outlook.appointment.as_ref(),
        };
        super::with_evaluation(app, |evaluation| {
            note(input, evaluation.overview.setting.edition.parameters())
        })
    });
    match text {
        Some(text) => copying::copy(app, text),
        None => focus::on(&format!("#{}", super::form::id("date"))),
    }
}
