//! Backups and rescue files of the app, as `kkd` meets them.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const BACKUP: &[u8] = include_bytes!("../../caseload/tests/fixtures/journal/backup-v1.kkd");
const RESCUE: &[u8] = include_bytes!("../../caseload/tests/fixtures/journal/rescue-v1.kkd-rettung");
const HANDOVER: &[u8] =
    include_bytes!("../../caseload/tests/fixtures/handover/handover-v1.kkd-handover");
const RETURN: &[u8] =
    include_bytes!("../../caseload/tests/fixtures/handover/return-v1.kkd-handover");
/// What the backup holds, as a caseload file.
const CONTENT: &[u8] = include_bytes!("../../caseload/fixtures/v1/every-field.kkd.json");
const PASSPHRASE: &str = "Neun Birnen am Kanal";

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
struct Ended {
    status: Option<i32>,
    out: String,
    messages: String,
}

/// A directory with these files, gone when it is dropped.
struct Office(tempfile::TempDir);

impl Office {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let office = Office(tempfile::tempdir().unwrap());
        for (name, content) in files {
            fs::write(office.path(name), content).unwrap();
        }
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `kkd` in the directory, with a standard input of these bytes.
    fn kkd(&self, arguments: &str, input: &[u8]) -> Ended {
        fs::write(self.path("input"), input).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_kkd"))
            .args(arguments.split(' '))
            .current_dir(self.0.path())
            .stdin(fs::File::open(self.path("input")).unwrap())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        Ended {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            messages: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn refused(&self, arguments: &str, status: i32, message: &str) {
        let ended = self.kkd(arguments, b"");
        assert_eq!(ended.status, Some(status), "{arguments}: {ended:?}");
        assert_eq!(ended.out, "", "{arguments}");
        assert!(ended.messages.contains(message), "{arguments}: {ended:?}");
    }
}

/// A directory with a backup, a rescue file and their passphrase.
fn office() -> Office {
    Office::new(&[
        ("b.kkd", BACKUP),
        ("r.kkd-rettung", RESCUE),
        ("c.json", CONTENT),
        (
            "right",
            format!("{PASSPHRASE}\r\nonly the first line counts\n").as_bytes(),
        ),
        ("wrong", b"Neun Birnen am Fluss\n"),
    ])
}

const DUE: &str = "due --today 2026-11-22";

#[test]
fn a_backup_is_evaluated_like_its_content() {
    let office = office();
    let expected = office.kkd(&format!("{DUE} c.json"), b"");
    assert_eq!(expected.status, Some(0), "{expected:?}");
    assert!(!expected.out.is_empty());
    let backup = office.kkd(&format!("{DUE} --passphrase-file right b.kkd"), b"");
    assert_eq!(backup, expected);
    let backup = office.kkd(&format!("{DUE} --passphrase-file right -"), BACKUP);
    assert_eq!(backup, expected);
    let typed = PASSPHRASE.as_bytes();
    let backup = office.kkd(&format!("{DUE} --passphrase-file - b.kkd"), typed);
    assert_eq!(backup, expected);
}

#[test]
fn a_hand_over_and_its_return_are_opened_like_a_backup() {
    let office = Office::new(&[
        ("h.kkd-handover", HANDOVER),
        ("r.kkd-handover", RETURN),
        ("cut.kkd-handover", &HANDOVER[..HANDOVER.len() - 1]),
        ("right", "Vier graue Gänse am Wehr\n".as_bytes()),
        ("wrong", b"Vier graue Enten am Wehr\n"),
    ]);
    for (file, outcome) in [("h.kkd-handover", "open"), ("r.kkd-handover", "held")] {
        let ended = office.kkd(
            &format!("convert --today 2026-11-22 --passphrase-file right {file}"),
            b"",
        );
        assert_eq!(ended.status, Some(0), "{ended:?}");
        let appointment = ended.out.split("\"t-a\"").nth(1).unwrap();
        let appointment = appointment.split('}').next().unwrap();
        assert!(
            appointment.contains(&format!("\"{outcome}\"")),
            "{appointment}"
        );
        assert!(ended.out.contains("617Db") && !ended.out.contains("617Dc"));
    }
    let refused = |arguments: &str, message: &str| office.refused(arguments, 3, message);
    refused(
        &format!("{DUE} --passphrase-file wrong h.kkd-handover"),
        "passphrase",
    );
    refused(
        &format!("{DUE} --passphrase-file right cut.kkd-handover"),
        "bytes",
    );
}

#[test]
fn a_rescue_file_is_evaluated() {
    let ended = office().kkd(&format!("{DUE} --passphrase-file right r.kkd-rettung"), b"");
    assert_eq!(ended.status, Some(0), "{ended:?}");
    let cases: Vec<&str> = ended.out.lines().map(|line| &line[..13]).collect();
    assert_eq!(
        cases,
        [r#"{"case":"c-1""#, r#"{"case":"c-2""#, r#"{"case":"c-3""#]
    );
}

#[test]
fn backups_stand_among_the_files_of_a_directory() {
    let office = office();
    fs::create_dir(office.path("all")).unwrap();
    fs::copy(office.path("b.kkd"), office.path("all/1.kkd")).unwrap();
    fs::copy(office.path("c.json"), office.path("all/2.kkd.json")).unwrap();
    fs::copy(
        office.path("r.kkd-rettung"),
        office.path("all/3.kkd-rettung"),
    )
    .unwrap();
    let ended = office.kkd(&format!("{DUE} --passphrase-file right --dir all"), b"");
    assert_eq!(ended.status, Some(0), "{ended:?}");
    let one = |file: &str| {
        office
            .kkd(&format!("{DUE} --passphrase-file right {file}"), b"")
            .out
    };
    let expected = [one("b.kkd"), one("c.json"), one("r.kkd-rettung")].concat();
    assert_eq!(ended.out, expected);
    office.refused(&format!("{DUE} --dir all"), 2, "1.kkd: the file is sealed");
    let message = "1.kkd: file: the passphrase does not fit";
    office.refused(
        &format!("{DUE} --passphrase-file wrong --dir all"),
        3,
        message,
    );
}

#[test]
fn the_passphrase_must_be_there_and_fit() {
    let office = office();
    fs::write(office.path("empty"), "\nsecond\n").unwrap();
    for (arguments, status, message) in [
        ("b.kkd", 2, "--passphrase-file is needed"),
        ("r.kkd-rettung", 2, "--passphrase-file is needed"),
        ("--passphrase-file absent b.kkd", 2, "absent: "),
        (
            "--passphrase-file empty b.kkd",
            2,
            "empty: the first line is empty",
        ),
        ("--passphrase-file b.kkd b.kkd", 2, "b.kkd: is not UTF-8"),
        ("--passphrase-file - -", 2, "cannot both be standard input"),
        (
            "--passphrase-file wrong b.kkd",
            3,
            "file: the passphrase does not fit",
        ),
        (
            "--passphrase-file wrong r.kkd-rettung",
            3,
            "file: the passphrase does not fit",
        ),
    ] {
        office.refused(&format!("{DUE} {arguments}"), status, message);
    }
}

#[test]
fn what_is_damaged_newer_or_foreign_is_bad_input() {
    let text = |bytes: &[u8], from: &str, to: &str| {
        let at = bytes
            .windows(from.len())
            .position(|part| part == from.as_bytes())
            .unwrap();
        [&bytes[..at], to.as_bytes(), &bytes[at + from.len()..]].concat()
    };
    let flipped = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        *bytes.last_mut().unwrap() ^= 1;
        bytes
    };
    let newer = |bytes| text(bytes, "\"version\":1", "\"version\":2");
    let cases = [
        (BACKUP[..BACKUP.len() - 1].to_vec(), "the sealed file has"),
        (
            BACKUP[..60].to_vec(),
            "the first line of the sealed file is damaged",
        ),
        ([BACKUP, b"\n"].concat(), "the sealed file has"),
        (newer(BACKUP), "version 2"),
        (text(BACKUP, "\"backup\"", "\"recipe\""), "recipe"),
        (flipped(BACKUP), "changed"),
        (BACKUP[..20].to_vec(), "ends here in the middle"),
        (RESCUE[..RESCUE.len() - 1].to_vec(), "is cut off"),
        ([RESCUE, b"\n"].concat(), "1 bytes too long"),
        (newer(RESCUE), "version 2"),
        (flipped(RESCUE), "event 3: changed, or from another store"),
        (b"KDT\x01".to_vec(), "not valid JSON"),
    ];
    let office = office();
    for (bytes, message) in cases {
        fs::write(office.path("x"), bytes).unwrap();
        office.refused(&format!("{DUE} --passphrase-file right x"), 3, message);
    }
}

#[test]
fn a_backup_becomes_a_caseload_file() {
    let office = office();
    let convert = "convert --today 2026-11-22 --passphrase-file right";
    let ended = office.kkd(&format!("{convert} b.kkd"), b"");
    assert_eq!((ended.status, ended.messages.as_str()), (Some(0), ""));
    let today = "2026-11-22".parse().unwrap();
    let read = |bytes: &[u8]| caseload::file::read(bytes, today).unwrap();
    assert_eq!(read(ended.out.as_bytes()), read(CONTENT));
    office.refused("convert --today 2026-11-22 b.kkd", 2, "--passphrase-file");
}

#[test]
fn a_damaged_rescue_file_gives_what_can_be_read() {
    let mut damaged = RESCUE.to_vec();
    *damaged.last_mut().unwrap() ^= 1;
    let office = office();
    fs::write(office.path("x"), damaged).unwrap();
    let ended = office.kkd("convert --today 2026-11-22 --passphrase-file right x", b"");
    assert_eq!(ended.status, Some(0), "{ended:?}");
    assert_eq!(
        ended.messages,
        "event 3: changed, or from another store\n2 of 3 events are readable\n"
    );
    let caseload = caseload::file::read(ended.out.as_bytes(), "2026-11-22".parse().unwrap());
    let customers = caseload.unwrap().customers;
    let ids: Vec<&str> = customers
        .iter()
        .map(|customer| customer.id.as_str())
        .collect();
    assert_eq!(ids, ["c-1", "c-2"]);
}
