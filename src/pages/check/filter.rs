//! What of the findings is on screen.

use crate::checked::{Checked, CheckedFinding};
use crate::reactive::RwSignal;
use rules::ordering;
use rules::ordering::OrderedMap;
use rules::{Rule, Severity};

/// The choice of the user.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    severity: RwSignal<Option<Severity>>,
    rule: RwSignal<Option<Rule>>,
    /// Whether findings that were left as they are stand among the others.
    pub with_kept: RwSignal<bool>,
    /// Sections that are shown whole.
    pub whole: RwSignal<Vec<(Severity, Rule)>>,
}

impl Filter {
    /// Everything that asks for something.
    pub fn new() -> Self {
        Filter {
            severity: RwSignal::new(None),
            rule: RwSignal::new(None),
            with_kept: RwSignal::new(false),
            whole: RwSignal::new(Vec::new()),
        }
    }

    /// Whether a finding is on screen.
    pub fn shows(&self, found: &CheckedFinding) -> bool {
        let finding = &found.finding;
        let severity = self.severity.get();
        let rule = self.rule.get();
        severity.is_none_or(|severity| severity == finding.severity)
            && rule.is_none_or(|rule| rule == finding.rule)
            && (found.kept.is_none() || self.with_kept.get())
    }

    /// Whether only this severity is on screen.
    pub fn shows_only(&self, severity: Severity) -> bool {
        self.severity.get() == Some(severity)
    }

    /// Shows only this severity, or all again.
    pub fn toggle(&self, severity: Severity) {
        self.severity
            .update(|shown| *shown = (*shown != Some(severity)).then_some(severity));
    }

    /// Shows only the rule with this id, or all again.
    pub fn choose_rule(&self, id: &str) {
        self.rule.set(id.parse().ok());
    }

    /// The id of the chosen rule, empty for all.
    pub fn rule_key(&self) -> &'static str {
        self.rule.get().map_or("", Rule::id)
    }

    /// Whether something is hidden by choice.
    pub fn is_narrow(&self) -> bool {
        self.severity.get().is_some() || self.rule.get().is_some()
    }

    /// Shows everything again.
    pub fn reset(&self) {
        self.severity.set(None);
        self.rule.set(None);
    }
}

/// The rules that found something, with how often.
pub fn rules(checked: &Checked) -> OrderedMap<Rule, usize> {
    let mut counts = ordering::map([]);
    for found in &checked.findings {
        *counts.entry(found.finding.rule).or_insert(0) += 1;
    }
    counts
}
