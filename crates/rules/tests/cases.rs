//! Runs the example tables under `cases/` and asserts that they leave no rule without an example.

use examples::{Examples, Kind};
use rules::{DueState, Rule};
use std::collections::BTreeSet;

/// The rules that need a positive, a negative and a boundary example. E7 is C6 once more, under the
/// heading of the category; what it finds is reported as C6, and the examples stand there.
fn rules_under_test() -> impl Iterator<Item = Rule> {
    Rule::ALL.into_iter().filter(|rule| {
        ["A", "B", "C", "D", "E", "F"]
            .iter()
            .any(|section| rule.id().starts_with(section))
            && *rule != Rule::E7
    })
}

#[test]
fn every_example_holds() {
    let examples = Examples::embedded().unwrap();
    let failures: Vec<String> = examples
        .all
        .iter()
        .filter_map(|example| {
            let wrong = match examples.run(example) {
                Ok(wrong) if wrong.is_empty() => return None,
                Ok(wrong) => format!("{wrong:#?}"),
                Err(error) => error.to_string(),
            };
            Some(format!("{} {:?}\n{wrong}", example.id, example.name))
        })
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {} examples fail:\n{}",
        failures.len(),
        examples.all.len(),
        failures.join("\n")
    );
}

#[test]
fn every_rule_has_a_positive_a_negative_and_a_boundary_example() {
    let shown: BTreeSet<(Rule, Kind)> = Examples::embedded()
        .unwrap()
        .all
        .iter()
        .map(|example| (example.rule, example.kind))
        .collect();
    let lacking: Vec<(Rule, Kind)> = rules_under_test()
        .flat_map(|rule| Kind::ALL.map(|kind| (rule, kind)))
        .filter(|wanted| !shown.contains(wanted))
        .collect();
    assert_eq!(lacking, []);
}

#[test]
fn every_state_appears_in_an_example() {
    let examples = Examples::embedded().unwrap();
    let shown: BTreeSet<&str> = examples
        .all
        .iter()
        .filter_map(|example| example.expect.get("state")?.as_str())
        .collect();
    for state in DueState::ALL {
        assert!(
            shown.contains(state.key()),
            "no example ends in {}",
            state.key()
        );
    }
}

#[test]
fn no_two_examples_have_the_same_name() {
    let mut seen = BTreeSet::new();
    for example in Examples::embedded().unwrap().all {
        assert!(seen.insert(example.name.clone()), "{}", example.name);
    }
}
