//! `kkd sample`.

use crate::program::{Ended, caseload, done, evaluate, texts};

/// Runs `kkd sample` over a file on standard input.
fn sample(arguments: &[&str], file: &str) -> Ended {
    evaluate("sample", arguments, file)
}

/// Two customers in K1, one each in K3 and U25, one of whom nothing is known, one exempt, one closed.
fn customers() -> String {
    let adult =
        r#""birth_date":"1985-03-10","status":"unemployed","profile":"F","progress_expected""#;
    let cases = [
        format!(r#"{{"id":"c-1","customer_number":"N1",{adult}:true}}"#),
        format!(r#"{{"id":"c-2","customer_number":"N2",{adult}:true}}"#),
        format!(r#"{{"id":"c-3","customer_number":"N3",{adult}:false}}"#),
        r#"{"id":"c-4","customer_number":"N4","birth_date":"2004-06-20","status":"unemployed","profile":"F"}"#.to_owned(),
        r#"{"id":"c-5","customer_number":"N5"}"#.to_owned(),
        r#"{"id":"c-6","customer_number":"N6","supervision":"case_management"}"#.to_owned(),
        r#"{"id":"c-7","customer_number":"N7","closed_on":"2026-11-22"}"#.to_owned(),
    ];
    caseload(&cases, &[])
}

/// Case and group of each line.
fn drawn(ended: &Ended) -> Vec<String> {
    assert_eq!(ended.status, Some(0));
    texts(ended, &["case", "group"])
}

#[test]
fn a_line_names_case_group_and_a_hash_that_any_tool_gives() {
    // printf '7:2026-11-22:c-2' | sha256sum
    assert_eq!(
        sample(&["--seed", "7", "--size", "1"], &customers()),
        done(concat!(
            r#"{"case":"c-2","group":"k1","hash":"500f3152d02378bc4d4af29a841eb1886ca873dfcad0fec66c1fa88cec55c707"}"#,
            "\n"
        ))
    );
}

#[test]
fn those_with_the_smallest_hashes_are_drawn_and_exempt_or_closed_ones_are_not() {
    let ended = sample(&["--seed", "7", "--size", "10"], &customers());
    assert_eq!(
        drawn(&ended),
        ["c-2 k1", "c-1 k1", "c-3 k3", "c-5 open", "c-4 u25"]
    );
    let ended = sample(&["--seed", "7", "--size", "4", "--all"], &customers());
    assert_eq!(drawn(&ended), ["c-2 k1", "c-1 k1", "c-3 k3", "c-6 exempt"]);
}

#[test]
fn by_group_is_group_after_group() {
    let ended = sample(
        &["--seed", "7", "--size", "2", "--by", "group"],
        &customers(),
    );
    assert_eq!(drawn(&ended), ["c-2 k1", "c-3 k3"]);
    let ended = sample(
        &["--seed", "7", "--size", "99", "--by", "group", "--all"],
        &customers(),
    );
    assert_eq!(
        drawn(&ended),
        [
            "c-2 k1",
            "c-1 k1",
            "c-3 k3",
            "c-4 u25",
            "c-5 open",
            "c-6 exempt"
        ]
    );
}

#[test]
fn a_seed_is_text() {
    let sevens = ["7", "07"].map(|seed| sample(&["--seed", seed, "--size", "5"], &customers()).out);
    assert_ne!(sevens[0], sevens[1]);
    let ended = sample(&["--seed", "Prüfung Herbst", "--size", "5"], &customers());
    assert_eq!(drawn(&ended).len(), 5);
}

#[test]
fn bad_usage_ends_with_2() {
    for arguments in [
        ["--seed", "7"].as_slice(),
        &["--size", "3"],
        &["--seed", "", "--size", "3"],
        &["--seed", "7", "--size", "-1"],
        &["--seed", "7", "--size", "many"],
        &["--seed", "7", "--size", "3", "--by", "age"],
    ] {
        let ended = sample(arguments, &customers());
        assert_eq!(
            (ended.status, ended.out.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
    }
}
