//! `mutants`: puts one small error after the other into a crate and looks whether a test notices.
//!
//! The code with such an error in it is a mutant. One that no test notices survives: it shows a decision that nobody has
//! pinned down, or code that does not matter. Survivors need a test, simpler code, or a reason in the crate's
//! `mutants.md` ([`reasons`]). [`plan`] is what was asked for, [`tree`] the copy of the sources that the errors are put
//! into, [`lab`] runs cargo-mutants there, [`outcomes`] keeps what became of each.
//!
//! A thousand builds take the better part of an hour, so this is no part of `test`. It goes on where it stopped: what is
//! known lies in `target/mutants/<package>/outcomes.txt`.

mod lab;
mod outcomes;
mod plan;
mod reasons;
mod tree;

pub use plan::Plan;

use crate::failure::Failure;
use crate::setup;
use crate::steps::Steps;
use crate::workspace;
use lab::Lab;
use outcomes::{Mutant, Outcome, Outcomes};
use plan::Start;
use reasons::Reasons;
use std::path::PathBuf;
use tree::Tree;

/// Mutants between two times that the outcomes are written down.
const AT_ONCE: usize = 40;

/// Tries what was asked for and compares the survivors with the reasons written down.
///
/// # Errors
/// The tests fail on the code as it is, cargo-mutants stops, or a mutant survives without a reason.
pub fn run(plan: &Plan) -> Result<(), Failure> {
    let mut steps = Steps::begin();
    let package = plan.package;
    let program = setup::mutation_tool(&mut steps)?;
    let tree = Tree::renewed()?;
    let lab = Lab::open(program, &tree, package)?;
    let all = lab.mutants()?;
    let kept = lab.folder().join("outcomes.txt");
    let mut outcomes = match plan.start {
        Start::Resume => Outcomes::read(&kept, &tree, package)?,
        Start::Fresh => Outcomes::none(&tree, package)?,
    };
    let due: Vec<&Mutant> = plan
        .part_of(&all)
        .filter(|mutant| outcomes.of(mutant).is_none())
        .collect();
    if due.is_empty() {
        steps.up_to_date("mutants", "nothing changed since they were tried");
    } else {
        let limit = steps.run("tests as they are", "must pass", || lab.unharmed())?;
        for (place, part) in due.chunks(AT_ONCE).enumerate() {
            let first = place * AT_ONCE;
            println!(
                "▶ {} to {} of {} to try",
                first + 1,
                first + part.len(),
                due.len()
            );
            outcomes.add(lab.tried(&all, part, limit)?);
            outcomes.write(&kept)?;
        }
    }
    close(plan, &all, &outcomes, &steps)
}

/// Says what became of all mutants and judges the survivors.
fn close(plan: &Plan, all: &[Mutant], outcomes: &Outcomes, steps: &Steps) -> Result<(), Failure> {
    let with = |outcome: Option<Outcome>| {
        all.iter()
            .filter(move |mutant| outcomes.of(mutant) == outcome)
    };
    let path = reasons_of(plan);
    let reasons = Reasons::read(&path)?;
    let verdict = reasons.compared(all, |mutant| outcomes.of(mutant));
    println!(
        "\nAfter {}: {} mutants of {}",
        steps.elapsed(),
        all.len(),
        plan.package.name()
    );
    for outcome in Outcome::ALL {
        println!("{:>6} {}", with(Some(outcome)).count(), outcome.words());
    }
    println!("{:>6} not tried yet", with(None).count());
    for mutant in with(Some(Outcome::TimedOut)) {
        println!("  ran out of time: {mutant}");
    }
    for stale in &verdict.stale {
        println!("  does not survive any more, take it out of mutants.md: {stale}");
    }
    for mutant in &verdict.unexplained {
        println!("✗ survives without a reason: {mutant}");
    }
    if verdict.unexplained.is_empty() && verdict.stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "{} survive without a reason, {} reasons are out of date",
            verdict.unexplained.len(),
            verdict.stale.len()
        ),
        format!(
            "add an example or a test, make the code simpler, or write the reason into {}",
            path.display()
        ),
    ))
}

fn reasons_of(plan: &Plan) -> PathBuf {
    workspace::root()
        .join("crates")
        .join(plan.package.name())
        .join("mutants.md")
}
