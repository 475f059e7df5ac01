//! The index from rule to code to examples, read off the repository itself: the doc comment of a function names the
//! rules that it decides, and an example names the one that it is about. `cargo xtask trace` writes it to
//! docs/rules.md; a test fails if that file is out of date or a rule has no function or too few examples.

use crate::failure::Failure;
use crate::workspace;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Letters of the sections, each with the number of its last rule.
const SECTIONS: [(char, usize); 7] = [
    ('A', 9),
    ('B', 9),
    ('C', 7),
    ('D', 9),
    ('E', 9),
    ('F', 11),
    ('G', 3),
];
/// How many examples every rule has at least: one that applies, one that does not, one on the border.
const FEWEST_EXAMPLES: usize = 3;
/// E7 is the same finding as C6 and has no examples of its own.
const REPORTED_AS_ANOTHER: [(&str, &str); 1] = [("E7", "C6")];
/// A function follows its doc comment within so many lines.
const LONGEST_COMMENT: usize = 20;

/// What belongs to one rule.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Traces {
    /// "file: function", in the order of the files.
    functions: Vec<String>,
    /// "table/place", in the order of the tables.
    examples: Vec<String>,
}

/// Writes the index.
///
/// # Errors
/// A source cannot be read, the index cannot be written, or it has a gap.
pub fn run() -> Result<(), Failure> {
    let traces = traces()?;
    workspace::write(&index_file(), index(&traces))?;
    let gaps = gaps(&traces);
    println!("docs/rules.md: {} rules", rules().len());
    if gaps.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(
            format!("gaps in the index:\n{}", gaps.join("\n")),
            "name the rule in the doc comment of the function that decides it, and give it examples in crates/rules/cases/",
        ))
    }
}

fn index_file() -> PathBuf {
    workspace::root().join("docs/rules.md")
}

fn rules() -> Vec<String> {
    SECTIONS
        .iter()
        .flat_map(|(letter, last)| (1..=*last).map(move |number| format!("{letter}{number}")))
        .collect()
}

fn traces() -> Result<BTreeMap<String, Traces>, Failure> {
    let mut traces: BTreeMap<String, Traces> = BTreeMap::new();
    let crates = workspace::root().join("crates");
    for source in ["rules/src", "caseload/src"] {
        for file in workspace::files(&crates.join(source), "rs")? {
            let text = workspace::read_text(&file)?;
            let name = shown(&file);
            for (rule, function) in functions(&text) {
                let own = traces.entry(rule).or_default();
                own.functions.push(format!("{name}: `{function}`"));
            }
        }
    }
    for file in workspace::files(&crates.join("rules/cases"), "toml")? {
        let text = workspace::read_text(&file)?;
        let table = file.file_stem().unwrap_or_default().to_string_lossy();
        for (place, rule) in examples(&text).into_iter().enumerate() {
            let own = traces.entry(rule).or_default();
            own.examples.push(format!("{table}/{}", place + 1));
        }
    }
    Ok(traces)
}

/// Rules and functions in a source text: `/// C3 — …` above `fn …`.
fn functions(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut found = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let Some((ids, _)) = line
            .strip_prefix("/// ")
            .and_then(|doc| doc.split_once(" — "))
        else {
            continue;
        };
        let Some(ids) = ids_in(ids) else { continue };
        let below = lines.iter().skip(place).take(LONGEST_COMMENT);
        if let Some(function) = below.filter_map(|line| function_in(line)).next() {
            found.extend(ids.into_iter().map(|id| (id, function.to_owned())));
        }
    }
    found
}

/// "D1", "A1, A2", "D1–D3"; nothing if it is anything else.
fn ids_in(text: &str) -> Option<Vec<String>> {
    let mut ids = Vec::new();
    for part in text.split(", ") {
        match part.split_once('–') {
            None => ids.push(id(part)?),
            Some((first, last)) => {
                let (first, last) = (id(first)?, id(last)?);
                let number = |id: &str| id.get(1..)?.parse::<usize>().ok();
                let letter = first.get(..1)?.to_owned();
                ids.extend(
                    (number(&first)?..=number(&last)?).map(|number| format!("{letter}{number}")),
                );
            }
        }
    }
    Some(ids)
}

fn id(text: &str) -> Option<String> {
    let known = rules();
    known.into_iter().find(|rule| rule == text)
}

fn function_in(line: &str) -> Option<&str> {
    let from = line.strip_prefix("fn ").or_else(|| {
        let (before, after) = line.split_once("fn ")?;
        (before.starts_with("pub") && before.ends_with(' ')).then_some(after)
    })?;
    let end = from.find(|sign: char| !sign.is_alphanumeric() && sign != '_')?;
    from.get(..end)
}

/// The rule of every example in a table, in order.
fn examples(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.strip_prefix("rule"))
        .filter_map(|rest| {
            let quoted = rest
                .trim_start()
                .strip_prefix('=')?
                .trim()
                .trim_matches('"');
            id(quoted)
        })
        .collect()
}

fn gaps(traces: &BTreeMap<String, Traces>) -> Vec<String> {
    let none = Traces::default();
    let mut gaps = Vec::new();
    for rule in rules() {
        let own = traces.get(&rule).unwrap_or(&none);
        if own.functions.is_empty() {
            gaps.push(format!("{rule} has no function"));
        }
        let is_reported_here = !REPORTED_AS_ANOTHER.iter().any(|(other, _)| *other == rule);
        if is_reported_here && own.examples.len() < FEWEST_EXAMPLES {
            gaps.push(format!("{rule} has {} examples", own.examples.len()));
        }
    }
    gaps
}

fn index(traces: &BTreeMap<String, Traces>) -> String {
    let mut text = String::from(
        "# Rules, functions, examples\n\nWritten by `cargo xtask trace`. A function is found by the rule id in its doc comment, an example by\nits table in `crates/rules/cases/` and its place there.\n\n| rule | functions | examples |\n|---|---|---|\n",
    );
    let none = Traces::default();
    for rule in rules() {
        let own = traces.get(&rule).unwrap_or(&none);
        let examples = match REPORTED_AS_ANOTHER.iter().find(|(other, _)| *other == rule) {
            Some((_, reported)) => format!("reported as {reported}"),
            None => own.examples.join(", "),
        };
        text.push_str(&format!(
            "| {rule} | {} | {examples} |\n",
            own.functions.join("<br>")
        ));
    }
    text
}

fn shown(file: &Path) -> String {
    let root = workspace::root();
    let inside = file.strip_prefix(&root).unwrap_or(file);
    inside.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::{examples, functions, gaps, index, index_file, traces};
    use crate::workspace;

    #[test]
    fn the_index_is_up_to_date_and_has_no_gap() {
        let traces = traces().expect("sources");
        assert_eq!(gaps(&traces), Vec::<String>::new());
        let written = workspace::read_text(&index_file()).expect("docs/rules.md");
        assert!(
            written == index(&traces),
            "docs/rules.md is out of date: run `cargo xtask trace`"
        );
    }

    #[test]
    fn functions_and_examples_are_found_by_their_rules() {
        let source = "/// D1–D3, D9 — the day.\n///\n/// More.\n#[must_use]\npub(crate) fn latest(day: Day) {}\n/// Not a rule — no.\nfn other() {}\n";
        let found = functions(source);
        let rules: Vec<&str> = found.iter().map(|(rule, _)| rule.as_str()).collect();
        assert_eq!(rules, ["D1", "D2", "D3", "D9"]);
        assert!(found.iter().all(|(_, function)| function == "latest"));
        let table = "[[case]]\nname = \"rule = B9\"\nrule = \"B3\"\nkind = \"positive\"\n[[case]]\nrule = \"Z9\"\n";
        assert_eq!(examples(table), ["B3"]);
    }
}
