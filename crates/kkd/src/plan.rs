//! `kkd plan`: the best plan of consultations for the weeks ahead.

use crate::failure::Failure;
use crate::plan_line::{PlanLine, ProposalLine};
use crate::{input, passphrase};
use caseload::{Caseload, Overview};
use chrono::NaiveDate;
use planner::{Customer, Plan, Weeks};
use rules::Due;
use rules::edition::EditionError;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

/// What `kkd plan` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    /// The day to plan from, as YYYY-MM-DD.
    #[arg(long, value_name = "DAY", value_parser = crate::day::today)]
    today: NaiveDate,
    /// How many weeks, 1 to 53, the one of the first plannable day included.
    #[arg(long, value_name = "N", default_value = "13", value_parser = weeks)]
    weeks: Weeks,
    /// A caseload file, backup or rescue file, or - for standard input.
    file: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::Args,
}

fn weeks(text: &str) -> Result<Weeks, String> {
    text.parse()
        .ok()
        .and_then(Weeks::new)
        .ok_or_else(|| "expected a number of weeks from 1 to 53".to_owned())
}

/// Writes the plan to standard output; nothing if the input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &Args) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.file)?;
    let caseload = input::caseload(&args.file, passphrase.as_ref(), args.today)?;
    let overview = caseload::overview(&caseload, args.today).map_err(|error| match error {
        EditionError::BeforeValidity { .. } => Failure::BadUsage(error.to_string()),
        EditionError::OutOfDomain(_) => Failure::BadInput(vec![error.to_string()]),
    })?;
    let customers = customers(&caseload, &overview);
    let plan = planner::plan(&customers, &[], args.weeks, &overview.setting)
        .map_err(|error| Failure::BadInput(vec![error.to_string()]))?;
    let mut out = io::stdout().lock();
    out.write_all(&lines(&plan)?)?;
    Ok(out.flush()?)
}

fn customers<'c>(caseload: &'c Caseload, overview: &'c Overview) -> Vec<Customer<'c>> {
    let due: BTreeMap<usize, &Due> = overview
        .entries
        .iter()
        .map(|entry| (entry.customer, &*entry.due))
        .collect();
    caseload
        .customers
        .iter()
        .enumerate()
        .map(|(place, customer)| Customer {
            id: &customer.id,
            case: &customer.facts,
            appointments: &customer.appointments,
            preferred_channel: customer.preferred_channel,
            due: due.get(&place).copied(),
        })
        .collect()
}

fn lines(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut lines = Vec::new();
    for proposal in &plan.proposals {
        add(&mut lines, &ProposalLine::of(proposal))?;
    }
    add(&mut lines, &PlanLine::of(plan))?;
    Ok(lines)
}

fn add(lines: &mut Vec<u8>, line: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *lines, line).map_err(io::Error::from)?;
    lines.push(b'\n');
    Ok(())
}
