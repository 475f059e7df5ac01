//! The policy in plain words: complete, and with the numbers in force.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use rules::Rule;
use rules::edition::{
    Domain, Edition, EditionId, LocalParameter, Parameter, ParameterValue, U25Mode,
};
use rules::wording::{
    open_questions, parameter_label, parameter_meaning, rule_text, unit, value_text,
};
use std::collections::BTreeSet;

fn edition(changes: &[LocalParameter]) -> Edition {
    Edition::in_force(EditionId::CURRENT, "2026-11-22".parse().unwrap(), changes).unwrap()
}

fn change(parameter: Parameter, value: ParameterValue) -> LocalParameter {
    let since = "2026-11-01".parse().unwrap();
    LocalParameter {
        parameter,
        value,
        since,
        reason: None,
    }
}

#[test]
fn every_rule_has_a_sentence_of_its_own() {
    let edition = edition(&[]);
    let mut seen = BTreeSet::new();
    for rule in Rule::ALL {
        let text = rule_text(rule, edition.parameters());
        assert!(text.ends_with('.') && text.len() > 30, "{rule}: {text}");
        assert!(seen.insert(text) || rule == Rule::E7, "{rule}");
    }
}

#[test]
fn a_number_that_belongs_to_a_rule_stands_in_its_sentence() {
    // Told beside another rule, or not told as a number.
    let elsewhere = [
        Parameter::MinGapDays,
        Parameter::U25Mode,
        Parameter::U25Months,
    ];
    for parameter in Parameter::ALL {
        let Domain::Number { most, .. } = parameter.domain() else {
            continue;
        };
        if elsewhere.contains(&parameter) {
            continue;
        }
        let changed = edition(&[change(parameter, ParameterValue::Number(most))]);
        let before = rule_text(parameter.rule(), edition(&[]).parameters());
        let after = rule_text(parameter.rule(), changed.parameters());
        assert_ne!(before, after, "{}", parameter.key());
        assert!(
            after.contains(&most.to_string()),
            "{}: {after}",
            parameter.key()
        );
    }
}

#[test]
fn the_two_readings_of_the_month_are_told_apart() {
    let calendar = rule_text(Rule::D3, edition(&[]).parameters());
    let rolling = change(
        Parameter::U25Mode,
        ParameterValue::U25Mode(U25Mode::Rolling),
    );
    let rolling = rule_text(Rule::D3, edition(&[rolling]).parameters());
    assert!(calendar.contains("jedem Kalendermonat") && !rolling.contains("Kalendermonat"));
    let wide = change(Parameter::U25Months, ParameterValue::Number(2));
    assert!(rule_text(Rule::D3, edition(&[wide]).parameters()).contains("2."));
}

#[test]
fn every_number_has_a_name_and_a_meaning() {
    let mut names = BTreeSet::new();
    for parameter in Parameter::ALL {
        assert!(names.insert(parameter_label(parameter)));
        assert!(parameter_meaning(parameter).ends_with('.'));
        if matches!(parameter.domain(), Domain::Number { .. }) {
            let several = value_text(parameter, ParameterValue::Number(7));
            assert!(several.starts_with('7') && several.ends_with(unit(parameter)));
        }
    }
    let said = |parameter, number| value_text(parameter, ParameterValue::Number(number));
    assert_eq!(said(Parameter::K1Months, 1), "1 Monat");
    assert_eq!(said(Parameter::K1Months, 4), "4 Monate");
    assert_eq!(said(Parameter::DocumentationDays, 1), "1 Kalendertag");
    assert_eq!(said(Parameter::U25EntryDay, 15), "15. Tag des Monats");
    assert_eq!(said(Parameter::GroupPerYear, 1), "1");
}

#[test]
fn all_open_questions_are_told_with_their_decision() {
    assert_eq!(open_questions().len(), 17);
    for asked in open_questions() {
        assert!(asked.decision.ends_with('.'), "{}", asked.question);
    }
}
