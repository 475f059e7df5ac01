//! `kkd`: the rules of the app as a batch command.
//!
//! It reads caseload files, writes one JSON object a line to standard output in the order of the
//! input, and speaks to people on standard error only. Each subcommand is a module with an `Args`
//! and a `run`; how a run ends is one enum, [`failure::Failure`], and it alone knows the exit
//! statuses. `kkd` reads no clock: the day is always given.
#![forbid(unsafe_code)]

mod check;
mod check_line;
mod convert;
mod day;
mod due;
mod due_line;
mod evaluation;
mod fail_on;
mod failure;
mod input;
mod office;
mod passphrase;
mod plan;
mod plan_line;
mod report;
mod report_line;
mod sample;
mod sealed;
mod week;
mod week_line;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Contact density rules over caseload files, as JSON Lines.
///
/// Exit status: 0 done, 1 findings exist (only with --fail-on), 2 bad usage, 3 bad input (every
/// fault on standard error, nothing on standard output).
#[derive(Parser)]
#[command(name = "kkd", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Who must be seen by when, and why: one line per customer who is not closed.
    Due(evaluation::Args),
    /// What about the record is not as the rules want it: one line per finding.
    Check(check::Args),
    /// How full the caseworker's weeks are: quota, days and spread, one line per week.
    Week(week::Args),
    /// Customers drawn at random for the team lead, so that anybody can draw them again.
    Sample(sample::Args),
    /// Realised density and the shares of the last year, one object per caseload.
    Report(evaluation::Args),
    /// The best plan for the weeks ahead: one line per proposed consultation, then one about the whole.
    Plan(plan::Args),
    /// Turns a list out of another system, a backup, a hand-over file or a rescue file into a caseload
    /// file.
    Convert(convert::Args),
}

fn main() -> ExitCode {
    let ended = match Cli::parse().command {
        Command::Due(args) => due::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Week(args) => week::run(&args),
        Command::Sample(args) => sample::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Convert(args) => convert::run(&args),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
