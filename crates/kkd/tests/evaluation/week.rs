//! `kkd week`.

use crate::program::{EXAMPLE, Ended, Office, done, evaluate, kkd, text};

/// Week 50 of the example: one appointment on its Monday.
const EXAMPLE_LINE: &str = concat!(
    r#"{"week":"2026-W50","quota":25,"#,
    r#""available_days":["2026-12-07","2026-12-08","2026-12-09","2026-12-10","2026-12-11"],"#,
    r#""reachable":25,"scheduled":1,"held":0,"#,
    r#""per_day":{"2026-12-07":1,"2026-12-08":0,"2026-12-09":0,"2026-12-10":0,"2026-12-11":0},"#,
    r#""spread":1,"shortfall":24,"findings":[{"rule":"F3","severity":"warning","day":null}]}"#,
    "\n"
);

/// The last week of 2026, with the absence and the closure of the example: no day is left.
const LAST_WEEK_LINE: &str = concat!(
    r#"{"week":"2026-W53","quota":25,"available_days":[],"reachable":0,"scheduled":0,"held":0,"#,
    r#""per_day":{},"spread":0,"shortfall":25,"#,
    r#""findings":[{"rule":"F3","severity":"warning","day":null}]}"#,
    "\n"
);

/// The first week of 2027: the Wednesday is a holiday.
const FIRST_WEEK_LINE: &str = concat!(
    r#"{"week":"2027-W01","quota":25,"#,
    r#""available_days":["2027-01-04","2027-01-05","2027-01-07","2027-01-08"],"#,
    r#""reachable":25,"scheduled":0,"held":0,"#,
    r#""per_day":{"2027-01-04":0,"2027-01-05":0,"2027-01-07":0,"2027-01-08":0},"#,
    r#""spread":0,"shortfall":25,"findings":[{"rule":"F3","severity":"warning","day":null}]}"#,
    "\n"
);

/// Runs `kkd week` over a file on standard input.
fn week(arguments: &[&str], file: &str) -> Ended {
    evaluate("week", arguments, file)
}

/// The example with more appointments on the Monday of week 50.
fn with_appointments(count: usize) -> String {
    let more: Vec<String> = (0..count)
        .map(|place| format!(r#"{{"id":"m-{place}","case":"c-0001","date":"2026-12-07"}}"#))
        .collect();
    EXAMPLE.replace(
        r#""appointments": ["#,
        &format!(r#""appointments": [{},"#, more.join(",")),
    )
}

#[test]
fn the_example_gives_the_line_of_the_contract() {
    assert_eq!(week(&["--week", "2026-W50"], EXAMPLE), done(EXAMPLE_LINE));
}

#[test]
fn several_weeks_are_a_line_each_over_the_turn_of_the_year() {
    assert_eq!(
        week(&["--week", "2026-W53..2027-W01"], EXAMPLE),
        done(&format!("{LAST_WEEK_LINE}{FIRST_WEEK_LINE}"))
    );
    assert_eq!(
        week(&["--week", "2026-W50..2026-W50"], EXAMPLE),
        done(EXAMPLE_LINE)
    );
}

#[test]
fn a_day_with_too_many_is_named_and_stands_before_the_rest() {
    let ended = week(&["--week", "2026-W50"], &with_appointments(8));
    let findings = concat!(
        r#""findings":[{"rule":"F2","severity":"error","day":"2026-12-07"},"#,
        r#"{"rule":"F3","severity":"warning","day":null},"#,
        r#"{"rule":"F4","severity":"warning","day":null}]}"#,
        "\n"
    );
    assert_eq!(ended.status, Some(0));
    assert!(ended.out.ends_with(findings), "{}", ended.out);
}

#[test]
fn slots_of_closed_customers_count() {
    let closed = EXAMPLE.replace(r#""closed_on": null"#, r#""closed_on": "2026-11-01""#);
    assert_eq!(week(&["--week", "2026-W50"], &closed), done(EXAMPLE_LINE));
}

#[test]
fn fail_on_tells_by_the_status_and_writes_all_the_same() {
    let ask = |limit, file: &str| {
        let ended = week(&["--week", "2026-W50", "--fail-on", limit], file);
        assert_eq!(ended.messages, "");
        assert_eq!(ended.out.lines().count(), 1);
        ended.status
    };
    assert_eq!(ask("error", EXAMPLE), Some(0));
    assert_eq!(ask("warning", EXAMPLE), Some(1));
    assert_eq!(ask("error", &with_appointments(8)), Some(1));
    // A full week without a fault: every weekday is filled.
    let quiet = EXAMPLE.replace(
        r#""parameters": []"#,
        r#""parameters": [{"name":"weekly_quota","value":1,"since":"2026-11-01"}]"#,
    );
    assert_eq!(ask("warning", &quiet), Some(0));
}

#[test]
fn a_directory_gives_the_weeks_of_each_file_in_the_order_of_the_names() {
    let one = EXAMPLE.replace(r#""outcome": "open""#, r#""outcome": "voided""#);
    let office = Office::new(&[("b.kkd.json", EXAMPLE), ("a.kkd.json", &one)]);
    let ended = kkd(
        &[
            "week",
            "--today",
            "2026-11-22",
            "--week",
            "2026-W50",
            "--dir",
            text(office.0.path()),
        ],
        "",
    );
    let scheduled: Vec<bool> = ended
        .out
        .lines()
        .map(|line| line.contains(r#""scheduled":1"#))
        .collect();
    assert_eq!(scheduled, [false, true]);
}

#[test]
fn weeks_that_do_not_exist_and_reversed_ones_are_bad_usage() {
    for weeks in [
        "2025-W53",
        "2026-W54",
        "2026-W00",
        "2026-W5",
        "2026-50",
        "2026-12-07",
        "",
        "2026-W50..",
        "..2026-W50",
        "2026-W50..2026-W49",
        "2026-W50..2025-W53",
        "2026-W50...2026-W51",
        "2026-W50..2026-W51..2026-W52",
    ] {
        let ended = week(&["--week", weeks], EXAMPLE);
        assert_eq!(
            (ended.status, ended.out.as_str()),
            (Some(2), ""),
            "{weeks:?}"
        );
        assert!(
            ended.messages.contains("--week"),
            "{weeks:?}: {}",
            ended.messages
        );
    }
    let ended = week(&[], EXAMPLE);
    assert_eq!((ended.status, ended.out.as_str()), (Some(2), ""));
}
