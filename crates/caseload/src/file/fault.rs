//! What can be wrong with a file. Every fault says where it is, what was found and what is
//! expected; `Display` says it in English for `kkd` and logs of automation, and
//! [`Fault::german`] for the page.

use super::place::{FieldPath, FileOrder, Place, shortened};
use chrono::{NaiveDate, NaiveTime};
use rules::ordering::sort_by;
use std::fmt;

/// Why a file was refused. Nothing of it was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    faults: Vec<Fault>,
}

impl ReadError {
    /// Every fault, in the order of the file; there is at least one.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether a newer version of the program wrote this: nothing is wrong with it, only this
    /// program cannot read it.
    pub fn is_newer_version(&self) -> bool {
        self.faults.iter().any(|fault| match fault {
            Fault::Content { problem, .. } => matches!(problem, Problem::NewerVersion { .. }),
            Fault::TooLarge
            | Fault::Empty
            | Fault::NotUtf8 { .. }
            | Fault::Syntax { .. }
            | Fault::Malformed { .. } => false,
        })
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        ReadError {
            faults: vec![fault],
        }
    }
}

impl fmt::Display for ReadError {
    /// Writes one fault a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ReadError {}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Longer than [`super::MAX_BYTES`]; it was not looked into.
    TooLarge,
    /// There is nothing in it.
    Empty,
    /// Not UTF-8.
    NotUtf8 {
        /// The first byte that cannot be read, counted from 1.
        byte: usize,
    },
    /// Not JSON.
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// Character in the line, counted from 1.
        column: usize,
        /// What is wrong there.
        problem: SyntaxProblem,
    },
    /// Packed bytes of a snapshot or backup that make no sense.
    Malformed {
        /// The first byte that cannot be read, counted from 1.
        byte: usize,
    },
    /// JSON, but not as the format has it.
    Content {
        /// Where.
        path: FieldPath,
        /// What is wrong there.
        problem: Problem,
    },
}

/// What is wrong with text that should be JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// The text ends before the document does.
    Truncated,
    /// Lists and objects are nested deeper than in any caseload file.
    TooDeep,
    /// Something stands there that does not belong there.
    Unexpected {
        /// The character at that place, if the line does not end there.
        char: Option<char>,
        /// What should stand there; in English.
        reason: json::Expected,
    },
}

/// What is wrong with a value or a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The format has no such field.
    UnknownField {
        /// The field that is probably meant.
        near: Option<&'static str>,
        /// The fields that the object can have.
        known: &'static [&'static str],
    },
    /// The object has the field already.
    RepeatedField,
    /// A newer version of the format than this program reads.
    NewerVersion {
        /// The version in the file.
        found: Found,
    },
    /// Another value than the format asks for.
    Unexpected {
        /// What stands there.
        found: Found,
        /// What should.
        expected: Expected,
    },
}

/// What stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The field is not there.
    Missing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as text.
    Number(String),
    /// A text, cut if it is long.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// What the format asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// The name of the format.
    Format,
    /// A version that this program reads.
    Version,
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A text that is not empty.
    NonEmptyText,
    /// `true` or `false`.
    Flag,
    /// A day that exists, as `YYYY-MM-DD`.
    Date,
    /// A time of day, as `HH:MM`.
    Time,
    /// A share of a full-time post.
    Share,
    /// A whole number between these two, both inclusive.
    WholeNumber {
        /// Smallest value.
        least: u16,
        /// Largest value.
        most: u16,
    },
    /// One of these names.
    OneOf(Vec<&'static str>),
    /// The id of a rule.
    RuleId,
    /// A day not after this one, which is today.
    NotAfterToday(NaiveDate),
    /// The last day of a stretch that begins on this day.
    NotBefore(NaiveDate),
    /// A time after this one.
    After(NaiveTime),
    /// A duration that ends by 24:00, counted from this start.
    EndByMidnight(NaiveTime),
    /// An element that is not in the list already.
    NotRepeated,
    /// An id that nothing else of its kind has.
    FreshId {
        /// Where the id stands already.
        taken: FieldPath,
    },
    /// The id of a case in the same file.
    KnownCase,
    /// A UUID.
    Uuid,
    /// A whole number, in milliseconds since 1970.
    Moment,
    /// A place in a list, counted from 0.
    Position,
}

impl Found {
    /// A text of the file.
    pub(crate) fn text(text: &str) -> Self {
        Found::Text(shortened(text))
    }
}

/// Gathers the faults of one file.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    gathered: Vec<(FileOrder, Fault)>,
}

/// Stands for a value that could not be read. Only [`Faults`] can make one, so whoever returns it
/// has noted a fault.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noted(());

impl Faults {
    /// Notes a problem.
    pub(crate) fn report(&mut self, place: &Place<'_>, problem: Problem) -> Noted {
        let (path, order) = place.resolve();
        self.gathered
            .push((order, Fault::Content { path, problem }));
        Noted(())
    }

    /// Notes that something else was expected.
    pub(crate) fn unexpected(
        &mut self,
        place: &Place<'_>,
        found: Found,
        expected: Expected,
    ) -> Noted {
        self.report(place, Problem::Unexpected { found, expected })
    }

    /// What was read, unless anything was noted on the way.
    pub(crate) fn unless_any<T>(mut self, read: Result<T, Noted>) -> Result<T, ReadError> {
        match read {
            Ok(read) if self.gathered.is_empty() => Ok(read),
            Ok(_) | Err(Noted(())) => {
                // Checks across objects come after those inside them; a person reads top to bottom.
                sort_by(&mut self.gathered, |(one, _), (other, _)| one.cmp(other));
                Err(ReadError {
                    faults: self.gathered.into_iter().map(|(_, fault)| fault).collect(),
                })
            }
        }
    }
}
