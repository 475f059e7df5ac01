//! The findings on screen, in sections: by severity, then by rule.

use super::filter::Filter;
use super::finding::Acts;
use crate::checked::Checked;
use crate::german;
use crate::parts::severity;
use crate::view::{View, view};
use rules::ordering::OrderedMap;
use rules::wording::rule_text;
use rules::{Rule, Severity};

/// Findings of a section that are shown before the rest is asked for.
const SHOWN: usize = 20;

/// Findings of one severity and one rule.
pub struct Section {
    severity: Severity,
    rule: Rule,
    /// Places among the findings, in their order.
    findings: Vec<usize>,
}

/// The sections on screen.
pub fn sections(checked: &Checked, filter: Filter) -> Vec<Section> {
    let mut sections: OrderedMap<(Severity, Rule), Vec<usize>> = OrderedMap::new();
    for (place, found) in checked.findings.iter().enumerate() {
        if filter.shows(found) {
            let key = (found.finding.severity, found.finding.rule);
            sections.entry(key).or_default().push(place);
        }
    }
    let mut all = Vec::with_capacity(sections.len());
    for ((severity, rule), findings) in sections {
        all.push(Section {
            severity,
            rule,
            findings,
        });
    }
    all
}

impl Section {
    /// The section with its findings.
    pub fn view(self, checked: &Checked, filter: Filter, acts: Acts) -> View {
        let Section {
            severity,
            rule,
            findings,
        } = self;
        let key = (severity, rule);
        let is_whole = filter.whole.with(|whole| whole.contains(&key));
        let hidden = if is_whole {
            0
        } else {
            findings.len().saturating_sub(SHOWN)
        };
        let shown = findings.len() - hidden;
        let rows: View = findings
            .iter()
            .take(shown)
            .filter_map(|place| acts.row(checked, checked.findings.get(*place)?))
            .collect();
        let more = (hidden > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="kd-link-button"
                    data-kd="finding-more"
                    on:click=move |_| filter.whole.update(|whole| whole.push(key))
                >
                    {format!("{} zeigen", german::counted(hidden, "weiteres", "weitere"))}
                </button>
            }
        });
        let numbers = checked.evaluation.overview.setting.edition.parameters();
        let count = german::counted(findings.len(), "Fall", "Fälle");
        view! {
            <section class=format!("kd-check__section {}", severity::tone(severity))>
                <h2 class="kd-check__title">
                    {severity::icon(severity).view()}
                    <span class="kern-sr-only">{severity::label(severity, 1)} ": "</span>
                    <span>{rule.id()} " · " {rule.heading()}</span>
                    <span class="kd-check__count">{count}</span>
                </h2>
                <p class="kd-muted">{rule_text(rule, numbers)}</p>
                <ul class="kd-check__list">{rows}</ul>
                {more}
            </section>
        }
    }
}
