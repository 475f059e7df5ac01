//! Faults in English, for the messages of `kkd` and whoever automates with it. What they look like
//! is part of the format's contract: place, value found, what is expected.

use super::fault::{Expected, Fault, Found, Problem, SyntaxProblem};
use std::fmt;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::TooLarge => f.write_str("file: larger than 64 MiB, expected at most that"),
            Fault::Empty => f.write_str("file: empty, expected a caseload file"),
            Fault::NotUtf8 { byte } => {
                write!(f, "file: byte {byte} is not UTF-8, expected text in UTF-8")
            }
            Fault::Syntax {
                line,
                column,
                problem,
            } => write!(f, "line {line}, column {column}: {problem}"),
            Fault::Malformed { byte } => {
                write!(
                    f,
                    "file: byte {byte} makes no sense, expected the bytes of a backup"
                )
            }
            Fault::Content { path, problem } => write!(f, "{path}: {problem}"),
        }
    }
}

impl fmt::Display for SyntaxProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SyntaxProblem::Truncated => {
                f.write_str("the file ends here in the middle, expected the rest of it")
            }
            SyntaxProblem::TooDeep => {
                f.write_str("nested too deeply, expected the few levels of a caseload file")
            }
            SyntaxProblem::Unexpected { reason, .. } => write!(f, "not valid JSON: {reason}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::UnknownField {
                near: Some(near), ..
            } => write!(f, "unknown field, did you mean {near}?"),
            Problem::UnknownField { near: None, known } => {
                write!(f, "unknown field, expected one of {}", known.join(", "))
            }
            Problem::RepeatedField => f.write_str("the field stands here again, expected it once"),
            Problem::NewerVersion { found } => {
                write!(
                    f,
                    "{found} was written by a newer version of the program, expected 1"
                )
            }
            Problem::Unexpected { found, expected } => write!(f, "{found}, expected {expected}"),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Found::Missing => f.write_str("missing"),
            Found::Null => f.write_str("null"),
            Found::Flag(flag) => write!(f, "{flag}"),
            Found::Number(number) => f.write_str(number),
            Found::Text(text) => write!(f, "{text:?}"),
            Found::List => f.write_str("a list"),
            Found::Object => f.write_str("an object"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Format => f.write_str("\"kontaktdichte-caseload\""),
            Expected::Version => f.write_str("version 1"),
            Expected::Object => f.write_str("an object"),
            Expected::List => f.write_str("a list"),
            Expected::Text => f.write_str("a text"),
            Expected::NonEmptyText => f.write_str("a text that is not empty"),
            Expected::Flag => f.write_str("true or false"),
            Expected::Date => f.write_str("a day that exists, as YYYY-MM-DD"),
            Expected::Time => f.write_str("a time from 00:00 to 23:59, as HH:MM"),
            Expected::Share => f.write_str("a number from 0.05 to 1.00 in hundredths"),
            Expected::WholeNumber { least, most } => {
                write!(f, "a whole number from {least} to {most}")
            }
            Expected::OneOf(names) => match names.as_slice() {
                [name] => f.write_str(name),
                names => write!(f, "one of {}", names.join(", ")),
            },
            Expected::RuleId => f.write_str("the id of a rule, such as E6"),
            Expected::NotAfterToday(today) => write!(f, "a day not after today, {today}"),
            Expected::NotBefore(from) => write!(f, "a day not before {from}, its first day"),
            Expected::After(from) => write!(f, "a time after {}", rules::wording::time(*from)),
            Expected::EndByMidnight(start) => {
                write!(
                    f,
                    "an end by 24:00 (start {})",
                    rules::wording::time(*start)
                )
            }
            Expected::NotRepeated => f.write_str("each of them once"),
            Expected::FreshId { taken } => write!(f, "an id of its own ({taken} has this one)"),
            Expected::KnownCase => f.write_str("the id of a case in this file"),
            Expected::Uuid => f.write_str("a UUID"),
            Expected::Moment => f.write_str("whole milliseconds since 1970"),
            Expected::Position => f.write_str("a place in a list, counted from 0"),
        }
    }
}
