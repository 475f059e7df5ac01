//! A rule as the ground of a result: its id and the heading of the policy.

use crate::view::{View, view};
use rules::Rule;

/// "B3 · Definition".
pub fn rule_chip(rule: Rule) -> View {
    view! {
        <span class="kd-rule" data-rule=rule.id()>
            <b>{rule.id()}</b>
            " · "
            {rule.heading()}
        </span>
    }
}

/// Several rules in a row; nothing at all if there is none.
pub fn rule_chips(rules: Vec<Rule>) -> View {
    View::of((!rules.is_empty()).then(|| {
        view! { <span class="kd-rules">{rules.into_iter().map(rule_chip).collect::<View>()}</span> }
    }))
}
