//! What the rules make of a contact while it is typed: whether it counts and why, what comes with it,
//! and which days follow.

use super::form::Form;
use super::outlook::Outlook;
use super::parts::evaluation;
use crate::app::App;
use crate::parts::icon::Icon;
use crate::parts::rule_chip::rule_chip;
use crate::parts::state_badge::state_badge;
use crate::view::{View, view};
use caseload::Customer;
use caseload::recording::{DutyLine, Fulfilment, Preview};
use rules::facts::Contact;
use rules::wording::{date, group_label, judgement_reason, missing_label, weekday_date};
use rules::{Counts, Setting, Window};

/// The verdict, the duties and the days.
pub fn verdict(app: App, form: Form) -> View {
    let told = form.tell(|outlook| {
        let evaluation = evaluation(app)?;
        let setting = &evaluation.overview.setting;
        let before = evaluation.caseload.customer(&form.sheet.case())?;
        told(outlook, before, setting)
    });
    View::of(told.flatten())
}

fn told(outlook: &Outlook, before: &Customer, setting: &Setting) -> Option<View> {
    let contact = &outlook.contact.as_ref()?.contact;
    let preview = outlook.preview.as_ref()?;
    let held = outlook.held().map(|_| {
        view! { <p class="kd-muted">"Der Termin dieses Tages gilt mit dem Speichern als stattgefunden."</p> }
    });
    let duties = (!preview.duties.is_empty()).then(|| {
        view! {
            <h3>"Dazu gehört"</h3>
            <ul class="kd-duties">
                {preview.duties.iter().map(duty).collect::<View>()}
            </ul>
        }
    });
    Some(view! {
        {judgement(contact, preview, setting)}
        {held}
        {duties}
        <h3>"Nach dem Speichern"</h3>
        {days(preview, before, setting)}
    })
}

fn judgement(contact: &Contact, preview: &Preview, setting: &Setting) -> View {
    let Preview { judgement, due, .. } = preview;
    let (tone, icon) = match judgement.counts {
        Counts::Yes => ("kd-tone kd-tone--success", Icon::Check),
        Counts::No => ("kd-tone kd-tone--danger", Icon::Close),
        Counts::Open => ("kd-tone kd-tone--warning", Icon::Question),
    };
    let mut reason = judgement_reason(contact, judgement, due.group, setting);
    // A sentence begins with a capital.
    if let Some(first) = reason.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let missing: Vec<String> = judgement
        .undecided
        .iter()
        .map(|missing| missing_label(missing, &preview.customer.contacts))
        // Which contact is meant stands above.
        .map(|label| match label.split_once(": ") {
            Some((_, fact)) => fact.to_owned(),
            None => label,
        })
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        let text = format!("Es fehlt: {}", missing.join(" · "));
        view! { <p class="kd-muted">{text}</p> }
    });
    view! {
        <div class=format!("kd-counts {tone}") data-kd="counts" data-value=judgement.counts.key()>
            {icon.view()}
            <div>
                <p aria-live="polite">
                    <b>{reason}</b>
                </p>
                <p>{rule_chip(judgement.rule)}</p>
                {missing}
            </div>
        </div>
    }
}

/// A line of the checklist.
pub fn duty(line: &DutyLine) -> View {
    let (tone, icon, said) = match line.fulfilment {
        Fulfilment::Done => ("kd-tone kd-tone--success", Icon::CheckCircle, "erledigt: "),
        Fulfilment::Lacking => ("kd-tone kd-tone--danger", Icon::Alarm, "fehlt: "),
        Fulfilment::Open => ("kd-tone kd-tone--neutral", Icon::Minus, "offen: "),
    };
    let rule = line.duty.rule();
    view! {
        <li class=format!("kd-duty {tone}") data-kd="duty" data-rule=rule.id()>
            {icon.view()}
            <span>
                <span class="kern-sr-only">{said}</span>
                {line.duty.to_string()}
                " "
                {rule_chip(rule)}
            </span>
        </li>
    }
}

/// The days as they would be, each beside what it is now.
fn days(preview: &Preview, before: &Customer, setting: &Setting) -> View {
    let due = &preview.due;
    let now = caseload::evaluate(before, setting).window;
    type Pick = fn(&Window) -> chrono::NaiveDate;
    let lines: [(&str, Pick); 3] = [
        ("spätestens", |window| window.latest),
        ("letzter Termintag", |window| window.latest_appointment),
        ("eintragen bis", |window| window.record_by),
    ];
    let lines: View = lines
        .into_iter()
        .filter_map(|(what, pick)| {
            let day = pick(due.window.as_ref()?);
            let was = now.as_ref().map(pick).filter(|was| *was != day);
            let was = was.map(|was| format!(" statt {}", date(was)));
            Some(view! {
                <div>
                    <dt>{what}</dt>
                    <dd>
                        {date(day)}
                        <span class="kd-muted">{was}</span>
                    </dd>
                </div>
            })
        })
        .collect();
    let next = due
        .appointment
        .and_then(|place| preview.customer.appointments.get(place))
        .map(|next| {
            view! {
                <div>
                    <dt>"nächster Termin"</dt>
                    <dd>{weekday_date(next.date)}</dd>
                </div>
            }
        });
    let latest = due.window.map(|window| window.latest.to_string());
    view! {
        <p class="kd-entry__who">
            {state_badge(due.state)}
            <span>{group_label(due.group)}</span>
        </p>
        <dl class="kd-case__days" data-kd="after-saving" data-latest=latest>
            {lines}
            {next}
        </dl>
    }
}
