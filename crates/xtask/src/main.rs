//! Every chore of the repository behind one command: `cargo xtask start`, `test`, `doctor` and a few parts of them.
//!
//! A chore is a list of steps. Each step is named, timed and shown with the time it took before; a step that is up to
//! date says so and costs nothing. A step that fails says what is wrong and what to do ([`failure::Failure`]).
//!
//! Order of the rooms: [`setup`] brings the tools ([`wasm_toolchain`], [`debian`], [`node`], [`tools`]), [`page`]
//! compiles the hosted variant into `dist/`, [`bundle`] makes the one file from it, [`size`] holds the budget,
//! [`serve`] shows the hosted variant, [`native`] checks the Rust code and [`e2e`] drives both browsers; [`mutants`] tries
//! the tests themselves.

mod bench;
mod browsers;
mod bundle;
mod cache;
mod csp;
mod data_url;
mod debian;
mod doctor;
mod e2e;
#[path = "../../examples/tables.rs"]
mod example_tables;
mod failure;
mod fingerprint;
mod function_order;
mod kill_test;
mod leaks;
mod markup;
mod mutants;
mod native;
mod node;
mod page;
mod run;
mod serve;
mod setup;
mod short_names;
mod size;
mod start;
mod steps;
mod suite;
mod tally;
mod tools;
mod trace;
mod wasm_toolchain;
mod workspace;

use bench::{Bench, Runs};
use failure::Failure;
use std::process::ExitCode;
use steps::Steps;

const USAGE: &str = "\
cargo xtask start [--no-serve]   set up, build, write dist/kontaktdichte.html, serve the hosted variant
cargo xtask test                 set up and run everything: format, clippy, native tests, page, budget, browsers
cargo xtask e2e [FILE…]          build and run the browser tests, all or the named files of tests/e2e
cargo xtask bundle               build and write dist/kontaktdichte.html
cargo xtask size                 build and show every part of the one file against its budget
cargo xtask bench-start [RUNS]   cold start of the one file against the first paint of a blank page
cargo xtask bench-store [RUNS]   saving and unlocking, for caseloads of several sizes, in both browsers
cargo xtask bench-plan [RUNS]    planning a quarter of a year for 320 customers, in both browsers
cargo xtask kill-test --runs N [--browser chromium|firefox] [--fresh]
                                 hard kills of a saving browser, N in each; goes on where it stopped
cargo xtask mutants [--package rules|planner] [--shard K/N] [--fresh] [FILE or FOLDER…]
                                 small errors in the code, one at a time: which does no test notice; goes on where it stopped
cargo xtask trace                write docs/rules.md: which function decides a rule, which examples show it
cargo xtask doctor               what is there, what is missing, which versions, where";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<(), Failure> {
    match words {
        ["start"] => start::run(start::Afterwards::Serve),
        ["start", "--no-serve"] => start::run(start::Afterwards::Stop),
        ["test"] => suite::run(),
        ["e2e", files @ ..] => e2e::run_alone(files),
        ["bundle"] => {
            let mut steps = Steps::begin();
            let tools = setup::for_building(&mut steps)?;
            bundle::build(&mut steps, &tools).map(|_| ())
        }
        ["size"] => {
            let mut steps = Steps::begin();
            let tools = setup::for_building(&mut steps)?;
            let bundled = bundle::build(&mut steps, &tools)?;
            size::check(&bundled)
        }
        ["kill-test", wishes @ ..] => kill_test::run(&kill_test::Plan::parse(wishes)?),
        ["mutants", wishes @ ..] => mutants::run(&mutants::Plan::parse(wishes)?),
        ["trace"] => trace::run(),
        ["doctor"] => doctor::run(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        unknown => bench(unknown),
    }
}

fn bench(words: &[&str]) -> Result<(), Failure> {
    let (bench, runs) = match words {
        [name] => (Bench::named(name), Runs::USUAL),
        [name, runs] => (Bench::named(name), Runs::parse(runs)?),
        [] | [_, _, _, ..] => (None, Runs::USUAL),
    };
    let bench =
        bench.ok_or_else(|| Failure::new(format!("unknown chore `{}`", words.join(" ")), USAGE))?;
    bench::run(bench, runs)
}
