//! The gates before the content of a file: size, encoding, JSON, format and version.
//!
//! Whatever fails here is one fault and not many. A file of a newer version in particular is said
//! to be newer, instead of listing every field that this program does not know yet.

use super::fault::{Expected, Fault, Faults, Found, Noted, Problem, ReadError, SyntaxProblem};
use super::place::Place;
use super::value::small;
use super::{MAX_BYTES, v1};
use json::{Node, Number};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A version of the format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
}

/// The text of a file.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Fault> {
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
pub(crate) fn json(text: &str) -> Result<Node<'_>, Fault> {
    Node::parse(text).map_err(|fault| {
        let (before, from) = text.split_at_checked(fault.at).unwrap_or((text, ""));
        // A person counts characters, and lines from 1.
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        let problem = match fault.problem {
            json::Problem::Truncated => SyntaxProblem::Truncated,
            json::Problem::TooDeep => SyntaxProblem::TooDeep,
            json::Problem::Unexpected(expected) => SyntaxProblem::Unexpected {
                char: from
                    .chars()
                    .next()
                    .filter(|char| !matches!(char, '\r' | '\n')),
                reason: expected,
            },
        };
        Fault::Syntax {
            line: before.matches('\n').count() + 1,
            column: line_before.chars().count() + 1,
            problem,
        }
    })
}

/// The version of a caseload file.
pub(super) fn version(root: &Node<'_>) -> Result<Version, ReadError> {
    let mut faults = Faults::default();
    let version = version_at(root, &Place::FILE, &mut faults);
    faults.unless_any(version)
}

/// The version of a caseload that stands at a place of a file.
pub(crate) fn version_at(
    root: &Node<'_>,
    place: &Place<'_>,
    faults: &mut Faults,
) -> Result<Version, Noted> {
    format(root, place, v1::FORMAT, Expected::Format, faults)?;
    number(root, place, v1::VERSION, faults)?;
    Ok(Version::V1)
}

/// Notes a `format` that is not `name`.
pub(crate) fn format(
    root: &Node<'_>,
    place: &Place<'_>,
    name: &str,
    expected: Expected,
    faults: &mut Faults,
) -> Result<(), Noted> {
    let (format, place) = member(root, "format", place, faults)?;
    match format {
        Some(Node::Text(found)) if found == name => Ok(()),
        _ => Err(faults.unexpected(&place, found(format), expected)),
    }
}

/// Notes a `version` that is not `known`; a greater one is newer.
pub(crate) fn number(
    root: &Node<'_>,
    place: &Place<'_>,
    known: u16,
    faults: &mut Faults,
) -> Result<(), Noted> {
    let (version, place) = member(root, "version", place, faults)?;
    match version {
        Some(node) if small(node) == Some(known) => Ok(()),
        Some(Node::Number(Number::Whole(newer))) if *newer > i64::from(known) => {
            let found = found(version);
            Err(faults.report(&place, Problem::NewerVersion { found }))
        }
        Some(_) | None => Err(faults.unexpected(&place, found(version), Expected::Version)),
    }
}

/// A member of an object, which it may lack, and its place.
fn member<'n, 'p>(
    root: &'n Node<'n>,
    name: &'static str,
    place: &'p Place<'p>,
    faults: &mut Faults,
) -> Result<(Option<&'n Node<'n>>, Place<'p>), Noted> {
    let Node::Object(members) = root else {
        return Err(faults.unexpected(place, Found::of(root), Expected::Object));
    };
    let found = members
        .iter()
        .enumerate()
        .find(|(_, (found, _))| found == name);
    Ok(match found {
        Some((position, (_, node))) => (Some(node), place.field(name, position)),
        None => (None, place.lacking(name)),
    })
}

fn found(node: Option<&Node<'_>>) -> Found {
    node.map_or(Found::Missing, Found::of)
}
