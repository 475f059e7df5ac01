//! Version 1 of a sealed file's first line.
//!
//! ```json
//! {"format":"kontaktdichte-sealed","version":1,"content":"backup",
//!  "written_at":"2026-11-22T18:40:00Z","vault":{…},"nonce":"…","length":12345}
//! ```
//!
//! In one line, ended by a line feed. `length` counts the bytes behind it, the tag included.

use super::super::seal::{NONCE_BYTES, TAG_BYTES};
use super::super::token;
use super::super::vault::{Vault, vault_in};
use super::{Content, EnvelopeError, SealedFile};
use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use json::Node;

/// How every sealed file begins, whatever its version.
const BEGIN: &str = "{\"format\":\"kontaktdichte-sealed\",";
const FORMAT: &str = "kontaktdichte-sealed";
const VERSION: u32 = 1;

/// No first line is longer, so that a foreign file is not searched to its end.
const MAX_LINE: usize = 4096;

/// Takes the bytes of a file apart.
pub(super) fn read(bytes: &[u8]) -> Result<SealedFile<'_>, EnvelopeError> {
    let begin = BEGIN.as_bytes();
    if !bytes.starts_with(begin) {
        // Of a file that was cut off so early only the beginning of the beginning is left.
        return Err(if begin.starts_with(bytes) {
            EnvelopeError::DamagedHeader
        } else {
            EnvelopeError::NotSealed
        });
    }
    let end = bytes
        .iter()
        .take(MAX_LINE)
        .position(|byte| *byte == b'\n')
        .ok_or(EnvelopeError::DamagedHeader)?;
    let (line, body) = bytes
        .split_at_checked(end + 1)
        .ok_or(EnvelopeError::DamagedHeader)?;

    let header = std::str::from_utf8(line)
        .ok()
        .and_then(|text| Node::parse(text).ok())
        .ok_or(EnvelopeError::DamagedHeader)?;
    gate(&header)?;
    let (file, length) = file(&header, line, body).ok_or(EnvelopeError::DamagedHeader)?;
    let expected = line.len().saturating_add(length);
    let found = bytes.len();
    if found < expected {
        Err(EnvelopeError::Truncated { expected, found })
    } else if found > expected {
        Err(EnvelopeError::Overlong { expected, found })
    } else {
        Ok(file)
    }
}

/// Lets pass what claims to be of this version and a known content.
fn gate(header: &Node<'_>) -> Result<(), EnvelopeError> {
    let version = |node: &Node<'_>| node.member("version").and_then(Node::count);
    let vault = header.member("vault").and_then(version);
    let newest = version(header)
        .ok_or(EnvelopeError::DamagedHeader)?
        .max(vault.unwrap_or(0));
    if newest > u64::from(VERSION) {
        return Err(EnvelopeError::NewerVersion { found: newest });
    }
    match header.member("content").and_then(Node::text) {
        Some(content) if Content::from_key(content).is_none() => {
            Err(EnvelopeError::ForeignContent {
                found: content.chars().take(40).collect(),
            })
        }
        Some(_) | None => Ok(()),
    }
}

/// The file, and how many bytes the line says that follow it.
fn file<'b>(header: &Node<'_>, line: &'b [u8], body: &'b [u8]) -> Option<(SealedFile<'b>, usize)> {
    let [format, version, content, written_at, vault, nonce, length] = header.members([
        "format",
        "version",
        "content",
        "written_at",
        "vault",
        "nonce",
        "length",
    ])?;
    let length = usize::try_from(length.count()?).ok()?;
    let is_named = format.text() == Some(FORMAT)
        && version.count() == Some(VERSION.into())
        && length >= TAG_BYTES;
    if !is_named {
        return None;
    }
    let file = SealedFile {
        content: Content::from_key(content.text()?)?,
        written_at: moment(written_at.text()?)?,
        vault: vault_in(vault)?,
        nonce: token::decode(nonce.text()?)?,
        line,
        body,
    };
    Some((file, length))
}

/// The first line with its line feed. Every value is a number, a date or of base64's letters, so
/// nothing needs escaping.
pub(super) fn first_line(
    content: Content,
    vault: &Vault,
    written_at: DateTime<Utc>,
    nonce: [u8; NONCE_BYTES],
    length: usize,
) -> String {
    let content = content.key();
    format!(
        "{BEGIN}\"version\":{VERSION},\"content\":\"{content}\",\"written_at\":\"{}\",\
         \"vault\":{},\"nonce\":\"{}\",\"length\":{length}}}\n",
        spelt_utc(written_at),
        vault.to_json(),
        token::encode(&nonce),
    )
}

/// A moment to the second: `2026-11-22T18:00:00`.
pub(crate) fn spelt(moment: NaiveDateTime) -> String {
    // Without fractions this is the only spelling, whatever the year.
    format!("{:?}", moment.trunc_subsecs(0))
}

/// A moment as it is written.
fn spelt_utc(moment: DateTime<Utc>) -> String {
    format!("{}Z", spelt(moment.naive_utc()))
}

/// A moment in the one spelling that is written.
pub(crate) fn moment(text: &str) -> Option<DateTime<Utc>> {
    let (day, rest) = text.split_once('T')?;
    let (year, month_and_day) = day.split_at_checked(day.len().checked_sub(6)?)?;
    let number = |digits: Option<&str>| digits?.parse().ok();
    let month = number(month_and_day.get(1..3))?;
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month, number(month_and_day.get(4..))?)?;
    let [hour, minute, second] = [rest.get(..2), rest.get(3..5), rest.get(6..8)].map(number);
    let moment = day.and_hms_opt(hour?, minute?, second?)?.and_utc();
    // What else could be read as the same moment is another spelling.
    (spelt_utc(moment) == text).then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::super::super::entropy::counting::Counter;
    use super::super::super::kdf::Cost;
    use super::super::super::passphrase::Passphrase;
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;

    fn line(written_at: DateTime<Utc>) -> String {
        let passphrase = Passphrase::for_unlocking("Sieben blaue Enten");
        let cost = Cost::new(8192, 1, 1).unwrap();
        let (vault, _) = Vault::create(&passphrase, cost, &mut Counter::default()).unwrap();
        first_line(Content::Backup, &vault, written_at, [7; 12], 16)
    }

    fn file(line: &str) -> Vec<u8> {
        let mut file = line.as_bytes().to_vec();
        file.extend_from_slice(&[0; 16]);
        file
    }

    fn moment_2026() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 18, 40, 0).unwrap()
    }

    #[test]
    fn other_first_lines_are_refused() {
        let line = line(moment_2026());
        assert!(read(&file(&line)).is_ok());
        let damaged = EnvelopeError::DamagedHeader;
        let newer = |found| EnvelopeError::NewerVersion { found };
        for (from, to, expected) in [
            ("sealed\",\"version\":1", "sealed\",\"version\":2", newer(2)),
            (
                "sealed\",\"version\":1",
                "sealed\",\"version\":9,\"new\":{}",
                newer(9),
            ),
            (
                "vault\",\"version\":1",
                "vault\",\"version\":3,\"new\":0",
                newer(3),
            ),
            (
                "sealed\",\"version\":1",
                "sealed\",\"version\":0",
                damaged.clone(),
            ),
            (
                "sealed\",\"version\":1",
                "sealed\",\"version\":\"1\"",
                damaged.clone(),
            ),
            (
                "\"backup\"",
                "\"diary\",\"recipient\":1",
                EnvelopeError::ForeignContent {
                    found: "diary".to_owned(),
                },
            ),
            ("\"backup\"", "null", damaged.clone()),
            ("T18:40:00Z", "T18:40:00", damaged.clone()),
            ("T18:40:00Z", "T18:40:00+01:00", damaged.clone()),
            ("2026-11-22T", "2026-02-30T", damaged.clone()),
            ("2026-11-22T", "2026-11-22t", damaged.clone()),
            ("T18:40:00Z", "T18:40:0Z", damaged.clone()),
            ("\"length\":16", "\"length\":15", damaged.clone()),
            (
                "\"length\":16",
                "\"length\":16,\"extra\":1",
                damaged.clone(),
            ),
            (
                "\"length\":16",
                "\"length\":16,\"length\":16",
                damaged.clone(),
            ),
            ("\"length\":16", "\"length\":-1", damaged.clone()),
            ("\"length\":16", "\"length\":16.5", damaged.clone()),
            (
                "\"memory_kib\":8192",
                "\"memory_kib\":999999999",
                damaged.clone(),
            ),
            ("}\n", "}", damaged.clone()),
        ] {
            assert!(line.contains(from), "{from}");
            let changed = file(&line.replace(from, to));
            assert_eq!(read(&changed), Err(expected), "{to}");
        }
    }

    #[test]
    fn a_length_beyond_every_memory_is_only_a_truncation() {
        let line = line(moment_2026()).replace("\"length\":16", "\"length\":4294967295");
        let refused = read(&file(&line)).err();
        assert!(
            matches!(refused, Some(EnvelopeError::Truncated { .. })),
            "{refused:?}"
        );
    }

    #[test]
    fn foreign_files_are_not_sealed() {
        for foreign in [
            "PK\u{3}\u{4}",
            "Kundennr.;Name\n",
            "{\"format\":\"kontaktdichte-caseload\",\"version\":1}",
            "{ \"format\":\"kontaktdichte-sealed\",\"version\":1}\n",
        ] {
            let refused = read(foreign.as_bytes());
            assert_eq!(refused, Err(EnvelopeError::NotSealed), "{foreign}");
        }
    }

    #[test]
    fn a_first_line_without_end_is_damaged() {
        let endless = format!("{BEGIN}{}\n", " ".repeat(MAX_LINE));
        assert_eq!(read(endless.as_bytes()), Err(EnvelopeError::DamagedHeader));
    }

    #[test]
    fn a_clock_far_off_makes_no_unreadable_file() {
        for year in [-1, 0, 1970, 9999, 10_000, 200_000] {
            let far = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
            let file = file(&line(far));
            assert_eq!(read(&file).map(|file| file.written_at()), Ok(far), "{year}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd_to_be_refused(foreign: Vec<u8>, json in "[\\PC\n]{0,40}") {
            prop_assert!(read(&foreign).is_err());
            let begun = format!("{BEGIN}{json}");
            prop_assert!(read(begun.as_bytes()).is_err());
        }
    }
}
