//! "Warum?": the chain from the facts to the day, each step with the rules it rests on.

use super::list::List;
use crate::app::App;
use crate::evaluation::Evaluation;
use crate::parts::dialog::Dialog;
use crate::parts::icon::Icon;
use crate::parts::rule_chip::rule_chips;
use crate::parts::state_badge::state_badge;
use crate::reactive::{Memo, RwSignal};
use crate::view::{View, view};
use caseload::{Customer, Entry};
use leptos::prelude::*;
use rules::Rule;
use rules::facts::CaseId;
use rules::wording::{self, Detail, Step, Tone};
use std::sync::Arc;

/// The explanation of the case that was asked about, if one was.
#[component]
pub fn Why(list: Memo<Option<Arc<List>>>, asked: RwSignal<Option<CaseId>>) -> View {
    View::of(move || {
        let case = asked.get()?;
        let list = list.get()?;
        let found = list.find(&case)?;
        let close = Callback::new(move |()| asked.set(None));
        Some(explanation(
            found.customer,
            found.entry,
            list.evaluation(),
            close,
        ))
    })
}

/// The explanation of the case that was asked about on a page without a list of its own.
pub fn asked(app: App, asked: RwSignal<Option<CaseId>>) -> View {
    View::of(move || {
        let case = asked.get()?;
        app.evaluation.with(|evaluated| {
            let evaluation = evaluated.as_ref()?.as_ref().ok()?;
            let customers = &evaluation.caseload.customers;
            let place = customers.iter().position(|customer| customer.id == case)?;
            let mut entries = evaluation.overview.entries.iter();
            let entry = entries.find(|entry| entry.customer == place)?;
            let close = Callback::new(move |()| asked.set(None));
            Some(explanation(customers.get(place)?, entry, evaluation, close))
        })
    })
}

/// The explanation of one entry of an evaluation.
pub fn explanation(
    customer: &Customer,
    entry: &Entry,
    evaluation: &Evaluation,
    on_close: Callback<()>,
) -> View {
    explanation_with(View::nothing(), customer, entry, evaluation, on_close)
}

/// The explanation of one entry, below what else there is to say.
pub fn explanation_with(
    lead: View,
    customer: &Customer,
    entry: &Entry,
    evaluation: &Evaluation,
    on_close: Callback<()>,
) -> View {
    let steps = wording::why(
        &customer.facts,
        &customer.contacts,
        &customer.appointments,
        &entry.due,
        &evaluation.overview.setting,
    );
    let number = customer.number.to_string();
    let state = entry.due.state;
    let title = match &customer.name {
        Some(name) => format!("Warum? {name}"),
        None => format!("Warum? {number}"),
    };
    view! {
        <Dialog title=title title_id="kd-why-title" on_close=on_close>
            <p class="kd-why__who">
                {number} {state_badge(state)}
            </p>
            {lead}
            <ol class="kd-why" data-kd="why-chain">
                {steps.into_iter().map(step).collect::<View>()}
            </ol>
        </Dialog>
    }
}

fn step(step: Step) -> View {
    // A rule that a detail cites stands there, where it can be followed.
    let own_rules: Vec<Rule> = step
        .rules
        .iter()
        .copied()
        .filter(|rule| {
            !step
                .details
                .iter()
                .any(|detail| detail.rules.contains(rule))
        })
        .collect();
    let details = (!step.details.is_empty()).then(|| {
        view! {
            <ul class="kd-why__details">{step.details.into_iter().map(detail).collect::<View>()}</ul>
        }
    });
    view! {
        <li class="kd-why__step">
            <h3>{step.title}</h3>
            <p>{step.text}</p>
            {rule_chips(own_rules)}
            {details}
        </li>
    }
}

fn detail(detail: Detail) -> View {
    let (class, icon) = match detail.tone {
        Tone::Counts => ("kd-detail kd-detail--counts", Some(Icon::Check)),
        Tone::DoesNotCount => ("kd-detail kd-detail--not", Some(Icon::Close)),
        Tone::Open => ("kd-detail kd-detail--open", Some(Icon::Question)),
        Tone::Plain => ("kd-detail", None),
    };
    view! {
        <li class=class>
            {icon.map(Icon::view)}
            <span>{detail.text} " " {rule_chips(detail.rules)}</span>
        </li>
    }
}
