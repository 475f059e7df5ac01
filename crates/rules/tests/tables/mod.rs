//! Reads the example tables under `cases/`.
//!
//! A table is a list of `[[case]]`: a sentence that a caseworker can check, the rule that it is
//! about, what is given and what is expected. Facts have the names and values of the caseload file;
//! what a case does not mention is unknown. So that a case stays short it can start from one of the
//! people in `customers.toml`. The schema is strict: a key that nobody knows is an error, because a
//! misspelt expectation would otherwise check nothing.

pub mod expect;
pub mod given;
mod words;

use expect::Expect;
use given::Given;
use rules::Rule;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// File with the people that cases start from; it holds no cases itself.
const CUSTOMERS: &str = "customers.toml";

/// What a case shows about its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The rule applies.
    Positive,
    /// It does not apply.
    Negative,
    /// The last day, number or combination on one side of it.
    Boundary,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Positive, Kind::Negative, Kind::Boundary];
}

/// One row as it stands in a file, before the people are put in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    rule: String,
    kind: Kind,
    today: String,
    given: toml::Table,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    case: Vec<Row>,
}

/// One example, ready to run.
pub struct Case {
    /// Name of the file that it stands in.
    pub file: String,
    pub name: String,
    pub rule: Rule,
    pub kind: Kind,
    pub today: String,
    pub given: Given,
    pub expect: Expect,
}

/// Reads every table under `cases/`, in the order of the file names.
pub fn read_all() -> Result<Vec<Case>, String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let customers = read_file(&directory.join(CUSTOMERS))?;
    let mut names: Vec<String> = fs::read_dir(&directory)
        .map_err(|error| error.to_string())?
        .map(|entry| {
            let entry = entry.map_err(|error| error.to_string())?;
            Ok(entry.file_name().to_string_lossy().into_owned())
        })
        .collect::<Result<_, String>>()?;
    names.retain(|name| name.ends_with(".toml") && name != CUSTOMERS);
    names.sort_unstable();
    let mut cases = Vec::new();
    for name in names {
        cases.extend(read_table(
            &name,
            &read_file(&directory.join(&name))?,
            &customers,
        )?);
    }
    Ok(cases)
}

fn read_file(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads the text of one table with the text of `customers.toml`.
pub fn read_table(file: &str, text: &str, customers: &str) -> Result<Vec<Case>, String> {
    let people: toml::Table = toml::from_str(customers).map_err(|error| error.to_string())?;
    let rows: Rows = toml::from_str(text).map_err(|error| format!("{file}: {error}"))?;
    rows.case
        .into_iter()
        .map(|row| {
            let place = format!("{file}: {:?}", row.name);
            let rule = row
                .rule
                .parse()
                .map_err(|error| format!("{place}: {error}"))?;
            let given = given::start_from(&people, row.given)
                .map_err(|error| format!("{place}: {error}"))?;
            Ok(Case {
                file: file.to_owned(),
                name: row.name,
                rule,
                kind: row.kind,
                today: row.today,
                given,
                expect: row.expect,
            })
        })
        .collect()
}

impl Case {
    /// Runs the case; the answer lists every expectation that does not hold.
    ///
    /// # Errors
    /// A word or a day in the case that the facts cannot hold.
    pub fn run(&self) -> Result<Vec<String>, String> {
        let situation = self.given.situation(&self.today)?;
        let due = rules::evaluate(
            &situation.case,
            &situation.contacts,
            &situation.appointments,
            &situation.setting,
        );
        self.expect.check(&due, &situation)
    }
}
