//! The example cases of the rules.
//!
//! A case is a sentence that a caseworker can check, the rule that it is about, what is given and
//! what is expected. People write them in the tables under `crates/rules/cases/`; here they are
//! embedded, read and run; the page carries the tables beside its program. The same cases test the rules natively, are listed and run in the page,
//! and give the training its material.
//!
//! Facts have the names and values of the caseload file; what a case does not mention is unknown. So
//! that a case stays short it can start from one of the people in `customers.toml`.
#![forbid(unsafe_code)]

mod expect;
mod follow_up;
mod german;
mod given;
mod tree;
mod value;
mod week;
mod words;

pub use expect::Mismatch;
pub use german::{expect_lines, given_lines};
pub use given::{Asked, Person, SUBJECT, Situation};

use rules::Rule;
use std::fmt;
use tree::Keys;
pub use value::{Map, Value};

/// The tables by name, as `build.rs` embedded them.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/examples.json"));
/// The table with the people that cases start from; it holds no cases itself.
const PEOPLE: &str = "customers";

/// What a case shows about its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The rule applies.
    Positive,
    /// It does not apply.
    Negative,
    /// The last day, number or combination on one side of it.
    Boundary,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Positive, Kind::Negative, Kind::Boundary];

    /// The name used in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Positive => "positive",
            Kind::Negative => "negative",
            Kind::Boundary => "boundary",
        }
    }
}

/// One example, ready to run.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// Identifier: the table's name and the place in it, counted from 1, as in `b_contacts/7`.
    pub id: String,
    /// The sentence.
    pub name: String,
    /// The rule that it is about.
    pub rule: Rule,
    /// What it shows about the rule.
    pub kind: Kind,
    /// The day on which it plays.
    pub today: String,
    /// What is given, with the words of the caseload file.
    pub given: Map,
    /// What is expected.
    pub expect: Map,
}

/// All examples and the people whom they start from.
#[derive(Debug, Clone, PartialEq)]
pub struct Examples {
    /// The people by name, each with facts.
    pub people: Map,
    /// The examples, in the order of the tables.
    pub all: Vec<Example>,
}

/// A table that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

impl Examples {
    /// The examples of the repository.
    ///
    /// # Errors
    /// [`Unreadable`] if a table is not as it should be; the tests make sure that none is.
    pub fn embedded() -> Result<Self, Unreadable> {
        Examples::of(EMBEDDED)
    }

    /// The examples of the tables that [`EMBEDDED`] holds, wherever they were kept.
    ///
    /// # Errors
    /// [`Unreadable`] if a table is not as it should be.
    pub fn of(tables: &str) -> Result<Self, Unreadable> {
        let tables = Value::read(tables).map_err(Unreadable)?;
        let tables = tables.as_object().cloned().unwrap_or_default();
        Examples::read(&tables).map_err(Unreadable)
    }

    /// Reads tables by name, the people among them.
    fn read(tables: &Map) -> Result<Self, String> {
        let people = tables
            .get(PEOPLE)
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default();
        let mut all = Vec::new();
        for (table, value) in tables.iter().filter(|(name, _)| *name != PEOPLE) {
            let keys = Keys::of(value).map_err(|error| format!("{table}: {error}"))?;
            for (row, place) in keys.list("case")?.iter().zip(1..) {
                let id = format!("{table}/{place}");
                all.push(example(row, &id).map_err(|error| format!("{id}: {error}"))?);
            }
            keys.finish().map_err(|error| format!("{table}: {error}"))?;
        }
        Ok(Examples { people, all })
    }

    /// Runs an example; the answer lists every expectation that does not hold.
    ///
    /// # Errors
    /// A word or a day in the case that the facts cannot hold, or an expectation that nobody knows.
    pub fn run(&self, example: &Example) -> Result<Vec<Mismatch>, Unreadable> {
        let situation = self.situation(example)?;
        expect::compare(&example.expect, example.rule, &situation).map_err(Unreadable)
    }

    /// What an example gives, as the rules take it.
    ///
    /// # Errors
    /// A word or a day in the case that the facts cannot hold.
    pub fn situation(&self, example: &Example) -> Result<Situation, Unreadable> {
        given::situation(&self.people, &example.given, &example.today).map_err(Unreadable)
    }
}

fn example(row: &Value, id: &str) -> Result<Example, String> {
    let keys = Keys::of(row)?;
    let kind = keys.required("kind")?;
    let table = |key| {
        keys.value(key)
            .and_then(Value::as_object)
            .cloned()
            .ok_or_else(|| format!("{key} is missing"))
    };
    let example = Example {
        id: id.to_owned(),
        name: keys.required("name")?.to_owned(),
        rule: keys
            .required("rule")?
            .parse()
            .map_err(|error| format!("{error}"))?,
        kind: Kind::ALL
            .into_iter()
            .find(|one| one.key() == kind)
            .ok_or_else(|| format!("{kind} is no kind of example"))?,
        today: keys.required("today")?.to_owned(),
        given: table("given")?,
        expect: table("expect")?,
    };
    keys.finish()?;
    Ok(example)
}

#[cfg(test)]
mod tests;
