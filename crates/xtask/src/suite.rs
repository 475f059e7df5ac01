//! `test`: everything that must hold before a change lands.
//!
//! A failing step does not stop those that can run without it, so that one run shows everything there is to mend. The
//! last line counts all tests.

use crate::bundle;
use crate::e2e;
use crate::failure::Failure;
use crate::native;
use crate::setup;
use crate::steps::Steps;
use crate::tally::Tally;

/// One finished step.
struct Row {
    name: &'static str,
    result: Result<(), Failure>,
    tally: Tally,
}

/// Sets up and runs every check.
///
/// # Errors
/// Set-up fails or a check does.
pub fn run() -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let tools = setup::for_testing(&mut steps)?;
    let mut rows = Vec::new();

    let result = steps.run("format", "cargo fmt --check", native::format);
    rows.push(Row::without_tests("format", result));

    let result = steps.run(
        "clippy",
        "all crates and tests, no warning allowed",
        native::lints,
    );
    rows.push(Row::without_tests("clippy", result));

    if native::has_dependency_check() {
        let result = steps.run("dependencies", "cargo deny check", native::dependencies);
        rows.push(Row::without_tests("dependencies", result));
    } else {
        println!("– dependencies: left out, cargo-deny is not installed");
    }

    let mut tally = Tally::default();
    let result = steps.run("native tests", "cargo test", || native::tests(&mut tally));
    rows.push(Row {
        name: "native tests",
        result,
        tally,
    });

    let built = bundle::build(&mut steps, &tools);
    let is_built = built.is_ok();
    rows.push(Row::without_tests("page and size", built.map(|_| ())));

    if is_built {
        let mut tally = Tally::default();
        let result = steps.run("browser tests", "Chromium and Firefox", || {
            e2e::run(&[], &mut tally)
        });
        rows.push(Row {
            name: "browser tests",
            result,
            tally,
        });
    } else {
        println!("– browser tests: left out, there is no page to test");
    }

    close(&rows, &steps)
}

impl Row {
    fn without_tests(name: &'static str, result: Result<(), Failure>) -> Self {
        Self {
            name,
            result,
            tally: Tally::default(),
        }
    }

    /// A step that failed without counting a failed test counts as one itself.
    fn counted(&self) -> Tally {
        let mut tally = self.tally;
        if self.result.is_err() && tally.failed == 0 {
            tally.failed = 1;
        }
        tally
    }
}

fn close(rows: &[Row], steps: &Steps) -> Result<(), Failure> {
    println!("\nAfter {}:", steps.elapsed());
    for row in rows {
        match &row.result {
            Ok(()) if row.tally == Tally::default() => println!("✓ {}", row.name),
            Ok(()) => println!("✓ {}: {} passed", row.name, row.tally.passed),
            Err(failure) => println!("✗ {}:\n{failure}", row.name),
        }
    }
    let sum = rows
        .iter()
        .map(Row::counted)
        .fold(Tally::default(), Tally::plus);
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 {
        Ok(())
    } else {
        Err(Failure::new(
            "not everything holds",
            "see the marked steps above",
        ))
    }
}
