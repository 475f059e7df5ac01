//! A rescue file (`*.kkd-rettung`): a store as it is, byte for byte, in one file.
//!
//! It begins with one line of JSON that says how long each part is; the parts follow without
//! anything between them. So a page whose program has failed can still write it, with nothing but
//! the browser's own means, and nothing has to be unlocked for it.
//!
//! ```text
//! {"format":"kontaktdichte-rescue","version":1,"written_at":"…","vault":"…" or null,
//!  "snapshots":[[number,length],…],"records":[[number,length],…]}⏎
//! snapshots, then records, in the order of the line (which has no breaks)
//! ```

use crate::sealing::moment;
use chrono::{DateTime, Utc};
use json::Node;
use std::fmt;

const FORMAT: &str = "kontaktdichte-rescue";

const VERSION: u64 = 1;

/// What every rescue file begins with, whoever wrote it.
const BEGINNING: &[u8] = br#"{"format":"kontaktdichte-rescue""#;

/// The parts of a rescue file, ready for [`super::replay()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue<'b> {
    /// When it was written, as the browser wrote it down.
    pub written_at: String,
    /// The written form of the store's vault; `None` if the store is not sealed.
    pub vault: Option<String>,
    /// Snapshots and their numbers.
    pub snapshots: Vec<(u64, &'b [u8])>,
    /// Records and their numbers.
    pub records: Vec<(u64, &'b [u8])>,
}

impl Rescue<'_> {
    /// When it was written, to the second; `None` if that is no moment in a browser's own spelling.
    pub fn moment(&self) -> Option<DateTime<Utc>> {
        let (whole_seconds, _) = self.written_at.split_once('.')?;
        moment(&format!("{whole_seconds}Z"))
    }
}

/// Why bytes are not read as a rescue file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RescueError {
    /// Something else.
    Foreign,
    /// Written by a newer version of the program.
    NewerVersion {
        /// The version in the file.
        found: u64,
    },
    /// The first line is not as the format has it.
    Malformed,
    /// The file ends before its parts do.
    Truncated {
        /// How many bytes are missing.
        missing: u64,
    },
    /// Something follows behind the last part.
    Overlong {
        /// How many bytes too many.
        surplus: u64,
    },
}

/// Whether bytes are meant to be a rescue file, whole or not.
pub fn is_rescue(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// Reads a rescue file.
///
/// # Errors
/// [`RescueError`].
pub fn parse(bytes: &[u8]) -> Result<Rescue<'_>, RescueError> {
    if !is_rescue(bytes) {
        return Err(RescueError::Foreign);
    }
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let Some((line, rest)) = end.and_then(|end| bytes.split_at_checked(end)) else {
        return Err(RescueError::Truncated { missing: 1 });
    };
    let mut rest = rest.get(1..).unwrap_or_default();
    let header = std::str::from_utf8(line)
        .ok()
        .and_then(|text| Node::parse(text).ok())
        .ok_or(RescueError::Malformed)?;
    let format = header.member("format").and_then(Node::text);
    let version = header.member("version").and_then(Node::count);
    match version {
        Some(found) if format == Some(FORMAT) && found > VERSION => {
            return Err(RescueError::NewerVersion { found });
        }
        Some(VERSION) if format == Some(FORMAT) => {}
        Some(_) | None => return Err(RescueError::Malformed),
    }
    let parts = parts(&header).ok_or(RescueError::Malformed)?;
    let snapshots = cut(&parts.snapshots, &mut rest)?;
    let records = cut(&parts.records, &mut rest)?;
    if !rest.is_empty() {
        let surplus = rest.len() as u64;
        return Err(RescueError::Overlong { surplus });
    }
    Ok(Rescue {
        written_at: parts.written_at,
        vault: parts.vault,
        snapshots,
        records,
    })
}

/// What the first line says beside format and version.
struct Parts {
    written_at: String,
    vault: Option<String>,
    snapshots: Vec<(u64, u64)>,
    records: Vec<(u64, u64)>,
}

fn parts(header: &Node<'_>) -> Option<Parts> {
    let [_, _, written_at, vault, snapshots, records] = header.members([
        "format",
        "version",
        "written_at",
        "vault",
        "snapshots",
        "records",
    ])?;
    Some(Parts {
        written_at: written_at.text()?.to_owned(),
        vault: match vault {
            Node::Null => None,
            vault @ (Node::Flag(_)
            | Node::Number(_)
            | Node::Text(_)
            | Node::List(_)
            | Node::Object(_)) => Some(vault.text()?.to_owned()),
        },
        snapshots: lengths(snapshots)?,
        records: lengths(records)?,
    })
}

/// Numbers and lengths in pairs.
fn lengths(list: &Node<'_>) -> Option<Vec<(u64, u64)>> {
    let pairs = list.list()?.iter().map(|pair| match pair.list()? {
        [number, length] => Some((number.count()?, length.count()?)),
        _ => None,
    });
    pairs.collect()
}

/// Cuts the parts that a list names off the front of the rest.
fn cut<'b>(parts: &[(u64, u64)], rest: &mut &'b [u8]) -> Result<Vec<(u64, &'b [u8])>, RescueError> {
    let mut cut = Vec::new();
    for (number, length) in parts {
        let (part, behind) = usize::try_from(*length)
            .ok()
            .and_then(|length| rest.split_at_checked(length))
            .ok_or(RescueError::Truncated {
                missing: length.saturating_sub(rest.len() as u64),
            })?;
        cut.push((*number, part));
        *rest = behind;
    }
    Ok(cut)
}

impl RescueError {
    /// What is wrong and what to do, for the user.
    pub fn german(&self) -> String {
        match self {
            RescueError::Foreign => "Die Datei ist keine Rettungsdatei von Kontaktdichte. Bitte \
                wählen Sie eine Datei mit der Endung .kkd-rettung."
                .to_owned(),
            RescueError::NewerVersion { .. } => "Die Rettungsdatei stammt aus einer neueren \
                Fassung von Kontaktdichte. Bitte öffnen Sie sie mit der neuesten \
                kontaktdichte.html."
                .to_owned(),
            RescueError::Malformed => "Der Anfang der Rettungsdatei ist beschädigt. Bitte \
                kopieren Sie die Datei noch einmal vom ursprünglichen Ort."
                .to_owned(),
            RescueError::Truncated { .. } => "Die Rettungsdatei ist unvollständig, ihr Ende \
                fehlt. Bitte kopieren oder speichern Sie sie noch einmal."
                .to_owned(),
            RescueError::Overlong { surplus } => format!(
                "Die Rettungsdatei ist um {surplus} Byte zu lang, sie wurde nachträglich \
                 verändert. Bitte kopieren Sie sie noch einmal vom ursprünglichen Ort."
            ),
        }
    }
}

impl fmt::Display for RescueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RescueError::Foreign => f.write_str("not a rescue file"),
            RescueError::NewerVersion { found } => write!(
                f,
                "a rescue file of version {found}, written by a newer version of the program"
            ),
            RescueError::Malformed => f.write_str("the first line of the rescue file is damaged"),
            RescueError::Truncated { missing } => write!(
                f,
                "the rescue file is cut off, at least {missing} bytes are missing"
            ),
            RescueError::Overlong { surplus } => {
                write!(f, "the rescue file is {surplus} bytes too long")
            }
        }
    }
}

impl std::error::Error for RescueError {}

#[cfg(test)]
mod tests {
    use super::{RescueError, parse};

    const LINE: &str = concat!(
        r#"{"format":"kontaktdichte-rescue","version":1,"written_at":"2026-11-22T18:00:00.000Z","#,
        r#""vault":null,"snapshots":[[0,3]],"records":[[1,2],[2,0],[4,1]]}"#,
        "\n"
    );

    fn file(line: &str, parts: &str) -> Vec<u8> {
        [line, parts].concat().into_bytes()
    }

    #[test]
    fn the_parts_come_back_with_their_numbers() {
        let file = file(LINE, "abcdef");
        let rescue = parse(&file).unwrap();
        assert_eq!(rescue.written_at, "2026-11-22T18:00:00.000Z");
        assert_eq!(rescue.vault, None);
        assert_eq!(rescue.snapshots, [(0, b"abc".as_slice())]);
        let records: [(u64, &[u8]); 3] = [(1, b"de"), (2, b""), (4, b"f")];
        assert_eq!(rescue.records, records);
    }

    #[test]
    fn the_moment_of_writing_is_read_to_the_second() {
        let moment = |written_at: &str| {
            let line = LINE.replace("2026-11-22T18:00:00.000Z", written_at);
            let read = parse(&file(&line, "abcdef")).unwrap().moment();
            read.map(|moment| moment.to_string())
        };
        for (written_at, expected) in [
            ("2026-11-22T18:00:00.000Z", Some("2026-11-22 18:00:00 UTC")),
            ("2026-11-22T18:00:59.999Z", Some("2026-11-22 18:00:59 UTC")),
            ("2026-02-30T18:00:00.000Z", None),
            ("2026-11-22T18:00:00+01:00", None),
            ("gestern", None),
        ] {
            assert_eq!(moment(written_at).as_deref(), expected, "{written_at}");
        }
    }

    #[test]
    fn a_vault_is_handed_on_as_it_was_written() {
        let line = LINE.replace("null", r#""{\"a\":1}""#);
        let file = file(&line, "abcdef");
        assert_eq!(parse(&file).unwrap().vault.as_deref(), Some(r#"{"a":1}"#));
    }

    #[test]
    fn what_is_no_whole_rescue_file_is_refused_by_its_class() {
        let line = |from: &str, to: &str| LINE.replace(from, to);
        let cases = [
            (String::new(), "", RescueError::Foreign),
            ("{}\n".to_owned(), "", RescueError::Foreign),
            (LINE.replace("rescue", "sealed"), "", RescueError::Foreign),
            (
                line("\"version\":1", "\"version\":2"),
                "abcdef",
                RescueError::NewerVersion { found: 2 },
            ),
            (
                line("\"version\":1", "\"version\":0"),
                "abcdef",
                RescueError::Malformed,
            ),
            (line("[4,1]", "[4,-1]"), "abcdef", RescueError::Malformed),
            (
                line("\"vault\"", "\"fault\""),
                "abcdef",
                RescueError::Malformed,
            ),
            (
                LINE.trim_end().to_owned(),
                "",
                RescueError::Truncated { missing: 1 },
            ),
            (
                LINE.to_owned(),
                "abcde",
                RescueError::Truncated { missing: 1 },
            ),
            (LINE.to_owned(), "ab", RescueError::Truncated { missing: 1 }),
            (
                LINE.to_owned(),
                "abcdefg",
                RescueError::Overlong { surplus: 1 },
            ),
        ];
        for (line, parts, error) in cases {
            assert_eq!(parse(&file(&line, parts)), Err(error), "{line}{parts}");
            assert!(!error.german().is_empty() && !error.to_string().is_empty());
        }
    }
}
