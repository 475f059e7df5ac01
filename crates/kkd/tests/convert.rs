//! `kkd convert` as a shell sees it: exit status, standard output, standard error.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../caseload/fixtures/lists/fachverfahren-windows-1252.csv"
);

/// Runs `kkd` with a standard input that ends at once after `input`.
fn kkd(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kkd"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not wait for the input.
    let _refused = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn convert(arguments: &[&str], input: &[u8]) -> Output {
    let all: Vec<&str> = ["convert", "--today", "2026-11-22"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    kkd(&all, input)
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_list_with_faulty_rows_is_converted_and_reported() {
    let output = convert(&["--name", "IFK 4", "--state", "BY", LIST], b"");
    assert_eq!(output.status.code(), Some(0));
    let day = "2026-11-22".parse().unwrap();
    let caseload = caseload::file::read(&output.stdout, day).unwrap();
    assert_eq!(caseload.customers.len(), 6);
    assert_eq!(caseload.caseworker.name.as_deref(), Some("IFK 4"));
    assert_eq!(caseload.caseworker.office.state.code(), "BY");
    let report = text(&output.stderr);
    assert!(
        report.starts_with(
            "8 Zeilen: 3 neu, 0 geändert, 0 unverändert, 5 fehlerhaft (davon 2 nicht übernommen)\n"
        ),
        "{report}"
    );
    assert!(
        report.contains("Zeile 6, Spalte „Geb.-Datum“, Wert „31.02.1990“"),
        "{report}"
    );
}

#[test]
fn the_result_can_be_evaluated_at_once() {
    let list = "Kundennr.;Letzter Kontakt;Kontaktart;Status;Interne Kundenkennung\n\
                B7;14.09.2026;persönlich;arbeitslos;K1\n";
    let converted = convert(&["-"], list.as_bytes());
    assert_eq!(converted.status.code(), Some(0));
    let due = kkd(&["due", "--today", "2026-11-22", "-"], &converted.stdout);
    assert_eq!(due.status.code(), Some(0), "{}", text(&due.stderr));
    let line = text(&due.stdout);
    assert!(line.starts_with("{\"case\":\"liste-B7\""), "{line}");
    assert!(line.contains("\"last_qualified\":\"2026-09-14\""), "{line}");
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn what_is_no_list_leaves_standard_output_empty() {
    let cases: [(&[u8], &str); 4] = [
        (b"", "leer"),
        (b"PK\x03\x04xl/workbook.xml", "in Excel"),
        (b"Name;Status\nA;AL\n", "Kundennummer"),
        (b"A7;Ida\nA8;Eva\n", "keine Überschriften"),
    ];
    for (input, word) in cases {
        let output = convert(&["-"], input);
        assert_eq!(output.status.code(), Some(3), "{word}");
        assert!(output.stdout.is_empty(), "{word}");
        assert!(text(&output.stderr).contains(word), "{word}");
    }
}

#[test]
fn bad_usage_has_its_own_status() {
    let cases: [&[&str]; 5] = [
        &["convert", LIST],
        &["convert", "--today", "2025-11-26", LIST],
        &["convert", "--today", "22.11.2026", LIST],
        &["convert", "--today", "2026-11-22", "--state", "XX", LIST],
        &["convert", "--today", "2026-11-22", "no-such-list.csv"],
    ];
    for arguments in cases {
        let output = kkd(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}
