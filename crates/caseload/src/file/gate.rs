//! The gates before the content of a file: size, encoding, JSON, format and version.
//!
//! Whatever fails here is one fault and not many. A file of a newer version in particular is said
//! to be newer, instead of listing every field that this program does not know yet.

use super::fault::{Expected, Fault, Faults, Found, Problem, ReadError, SyntaxProblem};
use super::node::{Node, Number};
use super::place::Place;
use super::value::small;
use super::{MAX_BYTES, v1};
use serde_json::error::Category;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A version of the format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    V1,
}

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > MAX_BYTES {
        return Err(Fault::TooLarge);
    }
    let content = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(content).map_err(|error| Fault::NotUtf8 {
        byte: bytes.len() - content.len() + error.valid_up_to() + 1,
    })?;
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(text)
}

/// The tree of a text.
pub(super) fn json(text: &str) -> Result<Node<'_>, Fault> {
    Node::parse(text).map_err(|error| {
        let line = text
            .lines()
            .nth(error.line().saturating_sub(1))
            .unwrap_or("");
        // The parser counts bytes up to and with the offender; a person counts characters.
        let read = match error.classify() {
            Category::Eof => error.column(),
            Category::Data | Category::Syntax | Category::Io => error.column().saturating_sub(1),
        };
        let before = line.get(..read.min(line.len())).unwrap_or(line);
        let problem = match error.classify() {
            Category::Eof => SyntaxProblem::Truncated,
            Category::Data => SyntaxProblem::TooDeep,
            Category::Syntax | Category::Io => SyntaxProblem::Unexpected {
                char: line
                    .get(before.len()..)
                    .and_then(|rest| rest.chars().next()),
                reason: reason(&error),
            },
        };
        Fault::Syntax {
            line: error.line(),
            column: before.chars().count() + 1,
            problem,
        }
    })
}

/// What the parser says, without the place that it adds.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((reason, _)) => reason.to_owned(),
        None => message,
    }
}

/// The version of a caseload file.
pub(super) fn version(root: &Node<'_>) -> Result<Version, ReadError> {
    let mut faults = Faults::default();
    let Node::Object(members) = root else {
        let noted = faults.unexpected(&Place::FILE, Found::of(root), Expected::Object);
        return faults.unless_any(Err(noted));
    };
    let member = |name: &'static str| {
        let found = members
            .iter()
            .enumerate()
            .find(|(_, (found, _))| found == name);
        match found {
            Some((position, (_, node))) => (Some(node), Place::FILE.field(name, position)),
            None => (None, Place::FILE.lacking(name)),
        }
    };
    let found = |node: Option<&Node<'_>>| node.map_or(Found::Missing, Found::of);

    let (format, place) = member("format");
    if !matches!(format, Some(Node::Text(name)) if name == v1::FORMAT) {
        let noted = faults.unexpected(&place, found(format), Expected::Format);
        return faults.unless_any(Err(noted));
    }
    let (version, place) = member("version");
    let read = match version {
        Some(node) if small(node) == Some(v1::VERSION) => Ok(Version::V1),
        Some(Node::Number(Number::Whole(newer))) if *newer > i64::from(v1::VERSION) => {
            let found = found(version);
            Err(faults.report(&place, Problem::NewerVersion { found }))
        }
        Some(_) | None => Err(faults.unexpected(&place, found(version), Expected::Version)),
    };
    faults.unless_any(read)
}
