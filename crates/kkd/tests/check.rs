//! `kkd check` as its users meet it: the real program, its output byte for byte, its exit status.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod program;

use program::{EXAMPLE, Ended, Office, bad_input, done, kkd, text};

const EXAMPLE_LINES: &str = concat!(
    r#"{"case":"c-0001","rule":"C2","severity":"warning","subject":"contact","id":"k-000001","#,
    r#""recorded":"zugesandt","expected":"im Postfach von JC.digital","text":"Der Kooperationsplan "#,
    r#"zum Kontakt vom 14.09.2026 (telefonisch) ging nicht in das Postfach von JC.digital, obwohl "#,
    r#"die Zustimmung vorliegt; bitte stellen Sie ihn dort ein."}"#,
    "\n",
    r#"{"case":"c-0001","rule":"C7","severity":"info","subject":"case","id":"c-0001","#,
    r#""recorded":"nicht erledigt: Dokumentation mit Aufgabe","#,
    r#""expected":"alle Schritte des 4-Phasen-Modells","text":"Noch nicht erledigt: Dokumentation "#,
    r#"mit Aufgabe; bitte holen Sie das nach."}"#,
    "\n",
);

/// Runs `kkd check` over a file on standard input.
fn check(arguments: &[&str], file: &str) -> Ended {
    let all = ["check", "--today", "2026-11-22"].iter().chain(arguments);
    let all: Vec<&str> = all.copied().chain(["-"]).collect();
    kkd(&all, file)
}

/// A caseload of these cases and contacts.
fn caseload(cases: &[&str], contacts: &[&str]) -> String {
    format!(
        r#"{{"format":"kontaktdichte-caseload","version":1,"edition":"2025-04","caseworker":{{"state":"BW"}},"cases":[{}],"contacts":[{}]}}"#,
        cases.join(","),
        contacts.join(",")
    )
}

/// Case, rule and id of each line.
fn places(ended: &Ended) -> Vec<String> {
    assert_eq!(ended.messages, "");
    let places = ended.out.lines().map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let part = |key: &str| value.get(key).unwrap().as_str().unwrap().to_owned();
        format!("{} {} {}", part("case"), part("rule"), part("id"))
    });
    places.collect()
}

#[test]
fn the_example_gives_lines_of_the_contract() {
    assert_eq!(check(&[], EXAMPLE), done(EXAMPLE_LINES));
}

#[test]
fn a_finding_without_a_record_or_an_expectation_says_null() {
    let file = caseload(&[r#"{"id":"c","customer_number":"N"}"#], &[]);
    let ended = check(&[], &file);
    let missing = ended.out.lines().next().unwrap();
    assert!(
        missing.starts_with(concat!(
            r#"{"case":"c","rule":"E2","severity":"warning","subject":"case","id":"c","#,
            r#""recorded":null,"expected":null,"text":"Es ist keine Kategorie erfasst, "#,
        )),
        "{missing}"
    );
}

#[test]
fn lines_come_by_customer_then_rule_then_id() {
    let case = |id: &str| {
        format!(
            r#"{{"id":"{id}","customer_number":"{id}","supervision":"case_management","profile":"Z","four_phases":{{"goal":false}}}}"#
        )
    };
    let contact = |id: &str, case: &str, date: &str| {
        format!(
            r#"{{"id":"{id}","case":"{case}","date":"{date}","channel":"in_person","plan_updated":false}}"#
        )
    };
    let file = caseload(
        &[&case("c-2"), &case("c-1")],
        &[
            &contact("k-9", "c-1", "2026-10-05"),
            &contact("k-3", "c-2", "2026-12-01"),
            &contact("k-10", "c-1", "2026-11-02"),
        ],
    );
    assert_eq!(
        places(&check(&[], &file)),
        [
            "c-2 B7 k-3",
            "c-2 C7 c-2",
            "c-2 E4 c-2",
            "c-1 C1 k-10",
            "c-1 C1 k-9",
            "c-1 C3 k-10",
            "c-1 C3 k-9",
            "c-1 C7 c-1",
            "c-1 E4 c-1",
        ]
    );
}

#[test]
fn closed_customers_have_no_findings_from_the_day_of_closing() {
    let file = EXAMPLE.replace(r#""closed_on": null"#, r#""closed_on": "2026-11-22""#);
    assert_eq!(check(&[], &file), done(""));
    let before = kkd(&["check", "--today", "2026-11-21", "-"], &file);
    assert_eq!(before, done(EXAMPLE_LINES));
}

#[test]
fn fail_on_tells_by_the_status_and_writes_all_the_same() {
    // The example holds a warning and an info.
    let with_status = |status: i32| Ended {
        status: Some(status),
        ..done(EXAMPLE_LINES)
    };
    assert_eq!(check(&["--fail-on", "warning"], EXAMPLE), with_status(1));
    assert_eq!(check(&["--fail-on", "error"], EXAMPLE), with_status(0));
    let only_info = EXAMPLE.replace(r#"["sent"]"#, r#"["digital_mailbox"]"#);
    assert_eq!(check(&["--fail-on", "warning"], &only_info).status, Some(0));
    let late = EXAMPLE.replace(
        r#""documented_on": "2026-09-15""#,
        r#""documented_on": "2026-09-16""#,
    );
    assert_eq!(check(&["--fail-on", "error"], &late).status, Some(1));
    assert_eq!(check(&["--fail-on", "warning"], &late).status, Some(1));
    assert_eq!(check(&[], &late).status, Some(0));
}

#[test]
fn a_directory_is_checked_in_the_order_of_the_names_and_one_finding_is_enough() {
    let good = EXAMPLE
        .replace(r#"["sent"]"#, r#"["digital_mailbox"]"#)
        .replace("c-0001", "c-0002");
    let office = Office::new(&[("b.kkd.json", EXAMPLE), ("a.kkd.json", &good)]);
    let dir = text(office.0.path());
    let on = |fail: &str| {
        let arguments = [
            "check",
            "--today",
            "2026-11-22",
            "--fail-on",
            fail,
            "--dir",
            dir,
        ];
        kkd(&arguments, "")
    };
    let ended = on("warning");
    assert_eq!(
        places(&ended),
        ["c-0002 C7 c-0002", "c-0001 C2 k-000001", "c-0001 C7 c-0001"]
    );
    assert_eq!(ended.status, Some(1));
    assert_eq!(on("error").status, Some(0));
}

#[test]
fn bad_input_goes_before_findings() {
    let office = Office::new(&[("a.kkd.json", EXAMPLE), ("b.kkd.json", "")]);
    let dir = text(office.0.path());
    let arguments = [
        "check",
        "--today",
        "2026-11-22",
        "--fail-on",
        "warning",
        "--dir",
        dir,
    ];
    assert_eq!(
        kkd(&arguments, ""),
        bad_input("b.kkd.json: file: empty, expected a caseload file\n")
    );
}

#[test]
fn bad_usage_ends_with_2() {
    let office = Office::new(&[("a.kkd.json", EXAMPLE)]);
    let file = office.path("a.kkd.json");
    let file = text(&file);
    let table: &[&[&str]] = &[
        &["check", file],
        &["check", "--today", "2026-11-22"],
        &["check", "--today", "2025-11-26", file],
        &["check", "--today", "2026-11-22", "--fail-on", "info", file],
        &["check", "--today", "2026-11-22", "--fail-on", file],
    ];
    for arguments in table {
        let ended = kkd(arguments, "");
        assert_eq!(ended.status, Some(2), "{arguments:?}");
        assert_eq!(ended.out, "", "{arguments:?}");
    }
}

#[test]
fn facts_that_contradict_each_other_are_checked_too() {
    let file = caseload(
        &[
            r#"{"id":"c","customer_number":"N","birth_date":"0001-01-01","in_care_since":"9999-12-31","profile":"Z","profile_z":{"reason":"child_under_3","child_born_on":"9999-12-31","from":"9999-12-31","until":"0001-01-01"}}"#,
            r#"{"id":"d","customer_number":"M","birth_date":"0001-01-01","profile":"Z","profile_z":{"reason":"reduced_capacity","from":"0001-01-01","until":"9999-12-31"}}"#,
            r#"{"id":"e","customer_number":"O","birth_date":"0001-01-01","profile":"Z","profile_z":{"reason":"dual_training","until":"0001-01-01"}}"#,
        ],
        &[
            r#"{"id":"k-1","case":"d","date":"0001-01-01","channel":"in_person","documented_on":"9999-12-31"}"#,
            r#"{"id":"k-2","case":"d","date":"9999-12-31","channel":"group"}"#,
        ],
    );
    assert_eq!(
        places(&check(&[], &file)),
        [
            "c E2 c", "c E5 c", "d B7 k-2", "d C3 k-1", "d E2 d", "d E5 d", "e E2 e", "e E5 e",
        ]
    );
}
