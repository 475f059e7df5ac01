//! "Warum?" for a finding: what was found with the rules behind it, then the chain from the facts to
//! the day.

use super::finding::Key;
use crate::app::App;
use crate::pages::due::why::explanation_with;
use crate::parts::rule_chip::rule_chips;
use crate::reactive::RwSignal;
use crate::view::{View, view};
use leptos::prelude::*;
use rules::ordering;
use rules::wording::{self, rule_text};

/// The explanation of the finding that was asked about, if one was.
#[component]
pub fn Why(asked: RwSignal<Option<Key>>) -> View {
    let app = App::expect();
    View::of(move || {
        let key = asked.get()?;
        let checked = app.checked.get()?;
        let (customer, found) = key.find(&checked)?;
        let overview = &checked.evaluation.overview;
        let mut entries = overview.entries.iter();
        let entry = entries.find(|entry| entry.customer == found.customer)?;
        let finding = &found.finding;
        let text = wording::finding(finding, &customer.contacts, &customer.appointments).text;
        let rules = [finding.rule]
            .into_iter()
            .chain(finding.grounds.iter().copied());
        let rules = ordering::set(rules).into_iter().collect();
        let numbers = overview.setting.edition.parameters();
        let lead = view! {
            <div class="kd-why__finding">
                <p>
                    <b>{text}</b>
                </p>
                <p>{rule_text(finding.rule, numbers)}</p>
                {rule_chips(rules)}
            </div>
        };
        let close = Callback::new(move |()| asked.set(None));
        Some(explanation_with(
            lead,
            customer,
            entry,
            &checked.evaluation,
            close,
        ))
    })
}
