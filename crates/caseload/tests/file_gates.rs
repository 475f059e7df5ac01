//! What is refused before anybody looks at the content of a file. It is always one fault.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::file::{Fault, MAX_BYTES, read};
use chrono::NaiveDate;

const REQUIRED_FIELDS: &[u8] = include_bytes!("../fixtures/v1/required-fields.kkd.json");

fn messages(bytes: &[u8]) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    match read(bytes, today) {
        Ok(_) => Vec::new(),
        Err(error) => error.faults().iter().map(Fault::to_string).collect(),
    }
}

#[test]
fn what_is_no_caseload_file_at_all_is_one_fault() {
    let table: [(&[u8], &str); 18] = [
        (b"", "file: empty, expected a caseload file"),
        (b" \r\n\t", "file: empty, expected a caseload file"),
        (b"\xEF\xBB\xBF", "file: empty, expected a caseload file"),
        (
            b"{\"a\": \"\xFF\"}",
            "file: byte 8 is not UTF-8, expected text in UTF-8",
        ),
        (
            b"\xEF\xBB\xBF{\"a\": \"\xFF\"}",
            "file: byte 11 is not UTF-8, expected text in UTF-8",
        ),
        (b"[]", "file: a list, expected an object"),
        (b"null", "file: null, expected an object"),
        (
            b"{}",
            "format: missing, expected \"kontaktdichte-caseload\"",
        ),
        (
            br#"{"format":"other"}"#,
            "format: \"other\", expected \"kontaktdichte-caseload\"",
        ),
        (
            br#"{"format":"kontaktdichte-caseload"}"#,
            "version: missing, expected version 1",
        ),
        (
            br#"{"format":"kontaktdichte-caseload","version":"1"}"#,
            "version: \"1\", expected version 1",
        ),
        (
            br#"{"format":"kontaktdichte-caseload","version":0}"#,
            "version: 0, expected version 1",
        ),
        (
            br#"{"version":2,"new":{},"format":"kontaktdichte-caseload"}"#,
            "version: 2 was written by a newer version of the program, expected 1",
        ),
        (
            b"{",
            "line 1, column 2: the file ends here in the middle, expected the rest of it",
        ),
        (
            "{\n \"Öl\": 1,\n \"ü\": x}".as_bytes(),
            "line 3, column 7: not valid JSON: expected value",
        ),
        (
            b"{\"a\": 1,}",
            "line 1, column 9: not valid JSON: expected a name in quotes",
        ),
        (
            b"{} {}",
            "line 1, column 4: not valid JSON: expected the end of the text",
        ),
        (
            b"{\"a\": 1e999}",
            "line 1, column 7: not valid JSON: expected a smaller number",
        ),
    ];
    for (bytes, expected) in table {
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(messages(bytes), [expected], "{shown}");
    }
}

#[test]
fn deep_nesting_is_refused_before_it_costs_anything() {
    let deep = "[".repeat(100_000);
    assert_eq!(
        messages(deep.as_bytes()),
        ["line 1, column 33: nested too deeply, expected the few levels of a caseload file"]
    );
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(REQUIRED_FIELDS);
    assert_eq!(messages(&bytes), [""; 0]);
}

#[test]
fn a_file_may_be_64_mib_long_and_not_a_byte_longer() {
    let mut bytes = REQUIRED_FIELDS.to_vec();
    bytes.resize(MAX_BYTES, b' ');
    assert_eq!(MAX_BYTES, 67_108_864);
    assert_eq!(messages(&bytes), [""; 0]);
    bytes.push(b' ');
    assert_eq!(
        messages(&bytes),
        ["file: larger than 64 MiB, expected at most that"]
    );
}
