//! Runs the example tables under `cases/` and asserts that they leave no rule without an example.

mod tables;

use rules::{DueState, Rule};
use std::collections::BTreeSet;
use tables::{Case, Kind, read_all, read_table};

/// The rules that need a positive, a negative and a boundary example.
fn rules_under_test() -> impl Iterator<Item = Rule> {
    Rule::ALL.into_iter().filter(|rule| {
        ["A", "B", "D"]
            .iter()
            .any(|section| rule.id().starts_with(section))
    })
}

/// What went wrong in each case, by file and name.
fn failures(cases: &[Case]) -> Vec<String> {
    cases
        .iter()
        .filter_map(|case| {
            let wrong = match case.run() {
                Ok(wrong) if wrong.is_empty() => return None,
                Ok(wrong) => wrong,
                Err(error) => vec![error],
            };
            let place = format!("{} {} {:?}", case.file, case.rule, case.name);
            Some(format!("{place}\n    {}", wrong.join("\n    ")))
        })
        .collect()
}

#[test]
fn every_example_holds() {
    let cases = read_all().unwrap();
    let failures = failures(&cases);
    assert!(
        failures.is_empty(),
        "{} of {} examples fail:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

#[test]
fn every_rule_has_a_positive_a_negative_and_a_boundary_example() {
    let shown: BTreeSet<(Rule, Kind)> = read_all()
        .unwrap()
        .iter()
        .map(|case| (case.rule, case.kind))
        .collect();
    let lacking: Vec<(Rule, Kind)> = rules_under_test()
        .flat_map(|rule| Kind::ALL.map(|kind| (rule, kind)))
        .filter(|wanted| !shown.contains(wanted))
        .collect();
    assert_eq!(lacking, []);
}

#[test]
fn every_state_appears_in_an_example() {
    let cases = read_all().unwrap();
    let shown: BTreeSet<&str> = cases
        .iter()
        .filter_map(|case| case.expect.state.as_deref())
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
    for case in read_all().unwrap() {
        assert!(seen.insert(case.name.clone()), "{}", case.name);
    }
}

const CUSTOMERS: &str = "[somebody]\nstatus = \"unemployed\"\nprofile = \"I\"\n";

/// A table of one case.
fn one(given: &str, expect: &str) -> Result<Vec<Case>, String> {
    let text = format!(
        "[[case]]\nname = \"…\"\nrule = \"A3\"\nkind = \"positive\"\ntoday = \"2026-11-22\"\n\
         given = {given}\nexpect = {expect}\n"
    );
    read_table("one.toml", &text, CUSTOMERS)
}

#[test]
fn a_wrong_expectation_is_found_under_its_key() {
    let given =
        r#"{ customer = "somebody", contacts = [{ date = "2026-11-02", channel = "video" }] }"#;
    let right = one(
        given,
        r#"{ group = "k3", counts = { k-1 = "yes" }, latest = "2027-05-02" }"#,
    );
    assert_eq!(failures(&right.unwrap()), Vec::<String>::new());
    for (expect, key) in [
        (r#"{ group = "k1" }"#, "group: "),
        (r#"{ counted_as = "assigned" }"#, "counted_as: "),
        (r#"{ last_qualified = "none" }"#, "last_qualified: "),
        (r#"{ latest = "2027-05-03" }"#, "latest: "),
        (
            r#"{ latest_appointment = "2027-05-02" }"#,
            "latest_appointment: ",
        ),
        (r#"{ record_by = "none" }"#, "record_by: "),
        (r#"{ state = "overdue" }"#, "state: "),
        (r#"{ appointment = "t-1" }"#, "appointment: "),
        (r#"{ missing = ["status"] }"#, "missing: "),
        (r#"{ changes_on = "2027-01-01" }"#, "changes_on: "),
        (r#"{ grounds = ["A3"] }"#, "grounds: "),
        (r#"{ counts = { k-1 = "no" } }"#, "counts of k-1: "),
        (r#"{ rules = { k-1 = "B1" } }"#, "rule of k-1: "),
        (r#"{ next_kind = "first" }"#, "next_kind: "),
        (
            r#"{ latest_if_counted = "2027-05-02" }"#,
            "latest_if_counted: ",
        ),
    ] {
        let found = failures(&one(given, expect).unwrap());
        assert!(
            matches!(found.as_slice(), [only] if only.contains(key)),
            "{expect}: {found:?}"
        );
    }
}

#[test]
fn a_case_that_nobody_can_read_is_refused() {
    let fine = r#"{ group = "k3" }"#;
    for (given, expect) in [
        (r#"{ brith_date = "1990-01-01" }"#, fine),
        (
            r#"{ contacts = [{ date = "2026-11-02", chanel = "video" }] }"#,
            fine,
        ),
        (r#"{ contacts = [{ channel = "video" }] }"#, fine),
        (r#"{ self_employed = { main = true } }"#, fine),
        (r#"{ customer = "stranger" }"#, fine),
        (
            r#"{ customer = "somebody", unknown = ["birth_date"] }"#,
            fine,
        ),
        (r#"{ status = true }"#, fine),
        ("{}", r#"{ groop = "k3" }"#),
    ] {
        assert!(one(given, expect).is_err(), "{given} {expect}");
    }
}

#[test]
fn a_case_with_impossible_facts_or_nothing_expected_fails() {
    let fine = r#"{ group = "k3" }"#;
    for (given, expect) in [
        (r#"{ status = "employed" }"#, fine),
        (r#"{ birth_date = "1990-02-31" }"#, fine),
        (r#"{ state = "XX" }"#, fine),
        (
            r#"{ parameters = [{ name = "k2_months", value = 3, since = "2026-01-01" }] }"#,
            fine,
        ),
        (
            r#"{ parameters = [{ name = "k1_months", value = 99, since = "2026-01-01" }] }"#,
            fine,
        ),
        (r#"{ customer = "somebody" }"#, "{}"),
        (
            r#"{ customer = "somebody" }"#,
            r#"{ counts = { k-1 = "yes" } }"#,
        ),
    ] {
        let found = failures(&one(given, expect).unwrap());
        assert_eq!(found.len(), 1, "{given} {expect}");
    }
}
