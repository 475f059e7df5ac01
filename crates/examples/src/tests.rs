//! The reader and the comparison themselves: what is misspelt is refused, and what does not hold is found.

use super::{Example, Examples, Mismatch};
use serde_json::{Map, Value, json};

/// A single case about profile I, as a table.
fn one(given: Value, expect: Value) -> Result<Examples, String> {
    let row = json!({
        "name": "…", "rule": "A3", "kind": "positive", "today": "2026-11-22",
        "given": given, "expect": expect,
    });
    let mut tables = Map::new();
    tables.insert("one".to_owned(), json!({ "case": [row] }));
    let somebody = json!({ "somebody": { "status": "unemployed", "profile": "I" } });
    tables.insert("customers".to_owned(), somebody);
    Examples::read(&tables)
}

/// What becomes of it.
fn run(given: Value, expect: Value) -> Result<Vec<Mismatch>, String> {
    let examples = one(given, expect)?;
    let example: &Example = examples.all.first().unwrap();
    examples.run(example).map_err(|error| error.to_string())
}

#[test]
fn a_wrong_expectation_is_found_under_its_key() {
    let given = || json!({ "customer": "somebody", "contacts": [{ "date": "2026-11-02", "channel": "video" }] });
    let right = json!({ "group": "k3", "counts": { "k-1": "yes" }, "latest": "2027-05-02", "findings": [] });
    assert_eq!(run(given(), right), Ok(Vec::new()));
    for (expect, key) in [
        (json!({ "group": "k1" }), "group"),
        (json!({ "counted_as": "assigned" }), "counted_as"),
        (json!({ "last_qualified": "none" }), "last_qualified"),
        (json!({ "latest": "2027-05-03" }), "latest"),
        (
            json!({ "latest_appointment": "2027-05-02" }),
            "latest_appointment",
        ),
        (json!({ "record_by": "none" }), "record_by"),
        (json!({ "state": "overdue" }), "state"),
        (json!({ "appointment": "t-1" }), "appointment"),
        (json!({ "missing": ["status"] }), "missing"),
        (json!({ "changes_on": "2027-01-01" }), "changes_on"),
        (json!({ "grounds": ["A3"] }), "grounds"),
        (json!({ "counts": { "k-1": "no" } }), "counts of k-1"),
        (json!({ "rules": { "k-1": "B1" } }), "rule of k-1"),
        (json!({ "next_kind": "first" }), "next_kind"),
        (
            json!({ "latest_if_counted": "2027-05-02" }),
            "latest_if_counted",
        ),
        (json!({ "findings": ["error k-1"] }), "findings"),
    ] {
        let found = run(given(), expect.clone()).unwrap();
        assert!(
            matches!(found.as_slice(), [only] if only.key == key),
            "{expect}: {found:?}"
        );
    }
}

#[test]
fn a_wrong_expectation_of_the_whole_caseload_is_found_under_its_key() {
    let given = || {
        json!({
            "customer": "somebody", "week": "2026-W50", "sample": { "seed": "7", "size": 1 },
            "contacts": [{ "date": "2026-11-02", "channel": "video" }],
            "appointments": [{ "date": "2026-12-07", "times": 3 }], "others": [{}],
        })
    };
    for (right, wrong, key) in [
        (
            json!({ "week": { "scheduled": 3 } }),
            json!({ "week": { "scheduled": 2 } }),
            "scheduled of 2026-W50",
        ),
        (
            json!({ "sample": ["c-2"] }),
            json!({ "sample": ["c-1"] }),
            "sample",
        ),
        (
            json!({ "density": { "k3": "1/1" } }),
            json!({ "density": { "k3": "0/1" } }),
            "density of k3",
        ),
        (
            json!({ "density_on": { "2026-10-31": "0/0", "2025-10-31": "none" } }),
            json!({ "density_on": { "2026-10-31": "1/1" } }),
            "density on 2026-10-31",
        ),
        (
            json!({ "year": { "video": "1/1" } }),
            json!({ "year": { "video": "0/1" } }),
            "video of the year",
        ),
    ] {
        assert_eq!(run(given(), right), Ok(Vec::new()));
        let found = run(given(), wrong).unwrap();
        assert!(
            matches!(found.as_slice(), [only] if only.key == key),
            "{key}: {found:?}"
        );
    }
}

#[test]
fn what_nobody_can_read_or_what_expects_nothing_is_refused() {
    let fine = || json!({ "group": "k3" });
    for (given, expect) in [
        (json!({ "brith_date": "1990-01-01" }), fine()),
        (
            json!({ "contacts": [{ "date": "2026-11-02", "chanel": "video" }] }),
            fine(),
        ),
        (json!({ "contacts": [{ "channel": "video" }] }), fine()),
        (json!({ "self_employed": { "main": true } }), fine()),
        (json!({ "customer": "stranger" }), fine()),
        (
            json!({ "customer": "somebody", "unknown": ["birth_date"] }),
            fine(),
        ),
        (json!({ "status": true }), fine()),
        (json!({ "status": "employed" }), fine()),
        (json!({ "birth_date": "1990-02-31" }), fine()),
        (json!({ "state": "XX" }), fine()),
        (
            json!({ "others": [{ "brith_date": "1990-01-01" }] }),
            fine(),
        ),
        (json!({ "fte": 0.755 }), fine()),
        (
            json!({ "parameters": [{ "name": "k2_months", "value": 3, "since": "2026-01-01" }] }),
            fine(),
        ),
        (
            json!({ "parameters": [{ "name": "k1_months", "value": 99, "since": "2026-01-01" }] }),
            fine(),
        ),
        (json!({ "customer": "somebody" }), json!({})),
        (
            json!({ "customer": "somebody" }),
            json!({ "counts": { "k-1": "yes" } }),
        ),
        (json!({}), json!({ "groop": "k3" })),
        (json!({ "week": "2025-W53" }), fine()),
        (json!({ "sample": { "size": 3 } }), fine()),
        (json!({}), json!({ "week": { "quota": 25 } })),
        (json!({}), json!({ "sample": [] })),
        (json!({}), json!({ "density": { "k2": "0/0" } })),
        (json!({}), json!({ "density_on": { "2026-02-30": "0/0" } })),
        (json!({}), json!({ "year": { "telepathy": "0/0" } })),
    ] {
        let found = run(given.clone(), expect.clone());
        assert!(found.is_err(), "{given} {expect}: {found:?}");
    }
}
