//! `kkd due`.

use crate::program::{self, EXAMPLE, Ended, Office, bad_input, done, kkd, text};
use std::fs;
use std::process::{Command, Stdio};

const EXAMPLE_LINE: &str = concat!(
    r#"{"case":"c-0001","group":"k1","counted_as":"rules","last_qualified":"2026-09-14","#,
    r#""latest":"2027-01-14","latest_appointment":"2027-01-14","record_by":"2027-01-04","#,
    r#""state":"scheduled","appointment":"t-000001","missing":[],"changes_on":null,"#,
    r#""grounds":[{"rule":"A6","heading":"Kategorie 1"},{"rule":"D1","heading":"Kategorie 1"}],"#,
    r#""contacts":[{"contact":"k-000001","counts":"yes","rules":["B3"]}]}"#,
    "\n"
);

fn due(office: &Office) -> Ended {
    let dir = text(office.0.path());
    kkd(&["due", "--today", "2026-11-22", "--dir", dir], "")
}

/// A caseload of bare customers.
fn caseload(ids: &[&str]) -> String {
    let cases: Vec<String> = ids
        .iter()
        .map(|id| {
            format!(r#"{{"id":"{id}","customer_number":"N","supervision":"case_management"}}"#)
        })
        .collect();
    program::caseload(&cases, &[])
}

/// The line of such a customer.
fn exempt_line(id: &str) -> String {
    format!(
        concat!(
            r#"{{"case":"{}","group":"exempt","counted_as":"rules","last_qualified":null,"#,
            r#""latest":null,"latest_appointment":null,"record_by":null,"state":"exempt","#,
            r#""appointment":null,"missing":[],"changes_on":null,"#,
            r#""grounds":[{{"rule":"A1","heading":"Mindeststandards (Schlussabsätze)"}}],"#,
            r#""contacts":[]}}"#,
            "\n"
        ),
        id
    )
}

#[test]
fn the_example_gives_the_line_of_the_contract() {
    let office = Office::new(&[("a.kkd.json", EXAMPLE)]);
    let file = office.path("a.kkd.json");
    let ended = kkd(&["due", "--today", "2026-11-22", text(&file)], "");
    assert_eq!(ended, done(EXAMPLE_LINE));
}

#[test]
fn a_dash_is_standard_input() {
    let ended = kkd(&["due", "--today", "2026-11-22", "-"], EXAMPLE);
    assert_eq!(ended, done(EXAMPLE_LINE));
}

#[test]
fn missing_facts_and_open_contacts_are_named_by_their_paths() {
    let file = EXAMPLE
        .replace(r#""status": "unemployed""#, r#""status": null"#)
        .replace(r#""plan_sent": true"#, r#""plan_sent": null"#);
    let ended = kkd(&["due", "--today", "2026-11-22", "-"], &file);
    let expected = concat!(
        r#"{"case":"c-0001","group":"k1","counted_as":"assigned","last_qualified":null,"#,
        r#""latest":"2025-07-01","latest_appointment":"2025-07-01","record_by":"2025-06-21","#,
        r#""state":"overdue","appointment":"t-000001","#,
        r#""missing":["contacts/k-000001/phone_grounds/plan_sent","status"],"changes_on":null,"#,
        r#""grounds":[{"rule":"D1","heading":"Kategorie 1"},{"rule":"D4","heading":"Mindeststandards"}],"#,
        r#""contacts":[{"contact":"k-000001","counts":"open","rules":["B3"]}]}"#,
        "\n"
    );
    assert_eq!(ended, done(expected));
}

#[test]
fn closed_customers_are_absent_from_the_day_of_closing() {
    let file = EXAMPLE.replace(r#""closed_on": null"#, r#""closed_on": "2026-11-22""#);
    let on = |today| kkd(&["due", "--today", today, "-"], &file);
    assert_eq!(on("2026-11-22"), done(""));
    assert_eq!(on("2026-11-21").out.lines().count(), 1);
}

#[test]
fn every_fault_stands_on_standard_error_and_nothing_on_standard_output() {
    let file = EXAMPLE
        .replace("birth_date", "brith_date")
        .replace("2026-09-14", "2026-09-31");
    assert_eq!(
        kkd(&["due", "--today", "2026-11-22", "-"], &file),
        bad_input(
            "cases[0].brith_date: unknown field, did you mean birth_date?\n\
             contacts[0].date: \"2026-09-31\", expected a day that exists, as YYYY-MM-DD\n"
        )
    );
}

#[test]
fn bad_usage_ends_with_2_and_says_why() {
    let office = Office::new(&[("a.kkd.json", EXAMPLE)]);
    let dir = text(office.0.path());
    let file = office.path("a.kkd.json");
    let file = text(&file);
    let absent = office.path("absent.kkd.json");
    let absent = text(&absent);
    let table: &[(&[&str], &str)] = &[
        (&[], "Usage: kkd"),
        (&["dew"], "unrecognized subcommand 'dew'"),
        (&["due", file], "--today"),
        (&["due", "--today", "2026-11-22"], "FILE"),
        (&["due", "--today", "2026-02-30", file], "expected a day"),
        (&["due", "--today", "22.11.2026", file], "expected a day"),
        (&["due", "--today", "2025-11-26", file], "2025-11-27"),
        (
            &["due", "--today", "2026-11-22", file, "--dir", dir],
            "--dir",
        ),
        (&["due", "--today", "2026-11-22", file, file], "unexpected"),
        (
            &["due", "--today", "2026-11-22", "--fail-on", "error", file],
            "--fail-on",
        ),
        (
            &["due", "--today", "2026-11-22", absent],
            "absent.kkd.json: ",
        ),
        (&["due", "--today", "2026-11-22", dir], "is a directory"),
        (
            &["due", "--today", "2026-11-22", "--dir", absent],
            "absent.kkd.json: ",
        ),
        (
            &["due", "--today", "2026-11-22", "--dir", file],
            "a.kkd.json: ",
        ),
    ];
    for (arguments, reason) in table {
        let ended = kkd(arguments, EXAMPLE);
        assert_eq!(ended.status, Some(2), "{arguments:?}");
        assert_eq!(ended.out, "", "{arguments:?}");
        assert!(ended.messages.contains(reason), "{arguments:?}: {ended:?}");
    }
}

#[test]
fn the_first_day_of_the_edition_is_good_usage() {
    let ended = kkd(&["due", "--today", "2025-11-27", "-"], EXAMPLE);
    assert_eq!(ended.status, Some(0), "{ended:?}");
}

#[test]
fn a_directory_is_read_in_the_order_of_the_names() {
    // The first file takes longest, so that the others are ready before it.
    let many: Vec<String> = (0..500).map(|number| format!("a-{number}")).collect();
    let ids: Vec<&str> = many.iter().map(String::as_str).collect();
    let office = Office::new(&[
        ("b.kkd.json", &caseload(&["b-1", "b-2"])),
        ("a.kkd.json", &caseload(&ids)),
        ("c.kkd.json", &caseload(&[])),
        ("d.kkd.json", &caseload(&["d-1"])),
        ("notes.txt", "not a caseload"),
        ("kkd.json", "neither"),
    ]);
    fs::create_dir(office.path("e.kkd.json")).unwrap();
    let expected: String = ids
        .iter()
        .chain(&["b-1", "b-2", "d-1"])
        .map(|id| exempt_line(id))
        .collect();
    assert_eq!(due(&office), done(&expected));
}

#[test]
fn one_bad_file_of_a_directory_holds_back_everything() {
    let office = Office::new(&[
        ("a.kkd.json", EXAMPLE),
        ("b.kkd.json", ""),
        ("c.kkd.json", EXAMPLE),
        ("d.kkd.json", &EXAMPLE.replace(r#""k-000001""#, "null")),
    ]);
    assert_eq!(
        due(&office),
        bad_input(
            "b.kkd.json: file: empty, expected a caseload file\n\
             d.kkd.json: contacts[0].id: null, expected a text that is not empty\n"
        )
    );
}

#[test]
fn an_empty_directory_is_bad_input() {
    let office = Office::new(&[("list.csv", "")]);
    let ended = due(&office);
    assert_eq!((ended.status, ended.out.as_str()), (Some(3), ""));
    assert!(
        ended.messages.ends_with(
            "no file whose name ends in .kkd.json or .kkd or .kkd-handover or .kkd-rettung\n"
        ),
        "{ended:?}"
    );
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    // More than a pipe holds, so that the writing meets the closed end.
    let many: Vec<String> = (0..2000).map(|number| format!("c-{number}")).collect();
    let ids: Vec<&str> = many.iter().map(String::as_str).collect();
    let office = Office::new(&[("a.kkd.json", &caseload(&ids))]);
    let file = office.path("a.kkd.json");
    for source in [vec![text(&file)], vec!["--dir", text(office.0.path())]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kkd"))
            .args(["due", "--today", "2026-11-22"])
            .args(source)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}
