//! `kkd plan`.

use crate::program::{EXAMPLE, Ended, Office, done, evaluate, kkd, text};

/// Runs `kkd plan` over a file on standard input.
fn plan(arguments: &[&str], file: &str) -> Ended {
    evaluate("plan", arguments, file)
}

/// The example without its appointment: somebody to plan for.
fn unscheduled() -> String {
    EXAMPLE.replace(r#""outcome": "open""#, r#""outcome": "voided""#)
}

/// The values of the last line, which is about the whole plan.
fn whole(ended: &Ended) -> serde_json::Value {
    assert_eq!((ended.status, ended.messages.as_str()), (Some(0), ""));
    serde_json::from_str(ended.out.lines().last().unwrap()).unwrap()
}

#[test]
fn a_proposal_and_the_plan_are_the_lines_of_the_contract() {
    let proposal = concat!(
        r#"{"case":"c-0001","date":"2026-12-02","start":"08:00","duration_minutes":45,"#,
        r#""kind":"follow_up","channel":"in_person","latest":"2027-01-14","late_days":0}"#,
        "\n"
    );
    let whole = concat!(
        r#"{"unplaced":[],"move_forward":[],"limited_days":[],"weeks":["#,
        r#"{"week":"2026-W49","target":25,"placed":1,"per_day":[1,0,0],"shortfall":24},"#,
        r#"{"week":"2026-W50","target":25,"placed":0,"per_day":[0,0,0,0,0],"shortfall":25}],"#,
        r#""objective":[0,0,0,49,1],"optimal":true}"#,
        "\n"
    );
    assert_eq!(
        plan(&["--weeks", "2"], &unscheduled()),
        done(&format!("{proposal}{whole}"))
    );
}

#[test]
fn without_a_number_of_weeks_it_is_a_quarter_of_a_year() {
    let ended = plan(&[], EXAMPLE);
    let whole = whole(&ended);
    assert_eq!(ended.out.lines().count(), 1, "an appointment stands");
    let weeks = whole["weeks"].as_array().unwrap();
    assert_eq!(weeks.len(), 13);
    assert_eq!(weeks[12]["week"], "2027-W08");
    assert_eq!(weeks[1]["target"], 24, "the appointment is in week 50");
}

#[test]
fn what_cannot_be_is_named_with_the_reason() {
    let away = unscheduled().replace(
        r#""from":"2026-12-24","to":"2027-01-01""#,
        r#""from":"2026-11-24","to":"2027-03-31""#,
    );
    let whole = whole(&plan(&["--weeks", "7"], &away));
    let unplaced = serde_json::json!([{
        "case": "c-0001",
        "deadline": "2027-01-14",
        "why": "Zwischen 02.12.2026 und 17.01.2027 ist kein Tag verfügbar."
    }]);
    assert_eq!(whole["unplaced"], unplaced);
    assert_eq!(whole["objective"], serde_json::json!([1, 1, 4, 175, 0]));
}

#[test]
fn an_appointment_after_the_latest_day_is_to_be_moved_forward() {
    let late = EXAMPLE.replace(r#""date": "2026-12-07""#, r#""date": "2027-01-20""#);
    let ended = plan(&["--weeks", "1"], &late);
    assert_eq!(whole(&ended)["move_forward"], serde_json::json!(["c-0001"]));
    assert_eq!(ended.out.lines().count(), 1);
}

#[test]
fn days_too_short_for_a_consultation_are_named_and_hold_none() {
    let short = unscheduled().replace(
        r#"[{"from":"08:00","to":"12:00"},{"from":"13:00","to":"16:30"}]"#,
        r#"[{"from":"08:00","to":"08:44"}]"#,
    );
    let ended = plan(&["--weeks", "1"], &short);
    assert_eq!(ended.out.lines().count(), 1);
    assert_eq!(
        whole(&ended)["limited_days"],
        serde_json::json!(["2026-12-02", "2026-12-03", "2026-12-04"])
    );
    let enough = short.replace("08:44", "08:45");
    assert_eq!(plan(&["--weeks", "1"], &enough).out.lines().count(), 2);
}

#[test]
fn a_directory_gives_each_plan_in_the_order_of_the_names() {
    let office = Office::new(&[("b.kkd.json", EXAMPLE), ("a.kkd.json", &unscheduled())]);
    let folder = text(office.0.path());
    let arguments = ["--today", "2026-11-22", "--weeks", "1", "--dir", folder];
    let ended = kkd(&[&["plan"], &arguments[..]].concat(), "");
    let begins: Vec<&str> = ended.out.lines().map(|line| &line[..8]).collect();
    assert_eq!(begins, [r#"{"case":"#, r#"{"unplac"#, r#"{"unplac"#]);
}

#[test]
fn a_number_of_weeks_that_cannot_be_is_bad_usage() {
    for weeks in ["0", "54", "", "13.0", "viele", "70000"] {
        let ended = plan(&["--weeks", weeks], EXAMPLE);
        assert_eq!(
            (ended.status, ended.out.as_str()),
            (Some(2), ""),
            "{weeks:?}"
        );
        assert!(ended.messages.contains("--weeks"), "{}", ended.messages);
    }
    assert_eq!(plan(&["--weeks", "53"], EXAMPLE).status, Some(0));
}
