//! The example is what most people see first: it has to show everything and repeat itself.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::{findings, overview};
use chrono::NaiveDate;
use rules::DueState;
use training::example_caseload;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_same_seed_makes_the_same_people() {
    let today = day("2026-11-22");
    assert_eq!(
        example_caseload(7, today, 320),
        example_caseload(7, today, 320)
    );
    assert_ne!(
        example_caseload(7, today, 320),
        example_caseload(8, today, 320)
    );
}

#[test]
fn every_state_and_every_group_can_be_seen_on_any_day_of_a_year() {
    for today in day("2026-01-01").iter_days().step_by(29).take(13) {
        let caseload = example_caseload(7, today, 320);
        let overview = overview(&caseload, today).unwrap();
        for (state, count) in overview.counts() {
            assert!(count > 0, "no customer in state {} on {today}", state.key());
        }
        let mut groups: Vec<&str> = overview
            .entries
            .iter()
            .map(|entry| entry.due.group.key())
            .collect();
        groups.sort_unstable();
        groups.dedup();
        assert_eq!(groups, ["exempt", "k1", "k3", "open", "u25"], "on {today}");
        assert!(
            overview
                .entries
                .iter()
                .any(|entry| entry.due.changes_on.is_some()),
            "{today}"
        );
        assert!(
            overview
                .entries
                .iter()
                .any(|entry| entry.due.supposition.is_some()),
            "{today}"
        );
    }
}

#[test]
fn most_customers_are_in_order_and_none_is_in_two_minds() {
    let today = day("2026-11-22");
    let caseload = example_caseload(7, today, 320);
    assert_eq!(caseload.customers.len(), 320);
    let overview = overview(&caseload, today).unwrap();
    let overdue = overview
        .entries
        .iter()
        .filter(|e| e.due.state == DueState::Overdue)
        .count();
    assert!(
        (10..=90).contains(&overdue),
        "{overdue} of {} overdue",
        overview.entries.len()
    );
    let mut ahead = 0;
    for customer in &caseload.customers {
        for contact in &customer.contacts {
            ahead += usize::from(contact.date >= today);
            assert!(customer.facts.in_care_since.known().unwrap() <= contact.date);
        }
    }
    assert_eq!(ahead, 1, "one is dated wrong, so that it can be seen");
}

#[test]
fn every_kind_of_finding_can_be_seen_on_any_day_of_a_year() {
    const REPORTED: [&str; 25] = [
        "B4", "B7", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "E1", "E2", "E3", "E4", "E5", "E6",
        "E8", "E9", "F1", "F5", "F6", "F7", "F8", "F9", "F10", "F11",
    ];
    for today in day("2026-01-01").iter_days().step_by(29).take(13) {
        let caseload = example_caseload(7, today, 320);
        let overview = overview(&caseload, today).unwrap();
        let found = findings(&caseload, &overview);
        let lacking: Vec<&str> = REPORTED
            .into_iter()
            .filter(|rule| !found.iter().any(|one| one.finding.rule.id() == *rule))
            .collect();
        assert_eq!(lacking, [""; 0], "on {today}");
    }
}
