//! `kkd plan`: the best plan of consultations for the weeks ahead.

use crate::evaluation::{self, add_line};
use crate::failure::Failure;
use crate::plan_line::{PlanLine, ProposalLine};
use caseload::{Caseload, Overview};
use planner::{Customer, Weeks};

/// What `kkd plan` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    evaluation: evaluation::Args,
    /// How many weeks, 1 to 53, the one of the first plannable day included.
    #[arg(long, value_name = "N", default_value = "13", value_parser = weeks)]
    weeks: Weeks,
}

fn weeks(text: &str) -> Result<Weeks, String> {
    text.parse()
        .ok()
        .and_then(Weeks::new)
        .ok_or_else(|| "expected a number of weeks from 1 to 53".to_owned())
}

/// Writes the plan of each caseload to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.evaluation
        .write(|caseload, overview| lines(caseload, overview, args.weeks))
}

/// The lines of one caseload: its proposals, then the plan as a whole.
fn lines(caseload: &Caseload, overview: &Overview, weeks: Weeks) -> Result<Vec<u8>, Failure> {
    let customers = customers(caseload, overview);
    let plan = planner::plan(&customers, &[], weeks, &overview.setting)
        .map_err(|error| Failure::BadInput(vec![error.to_string()]))?;
    let mut lines = Vec::new();
    for proposal in &plan.proposals {
        add_line(&mut lines, &ProposalLine::of(proposal))?;
    }
    add_line(&mut lines, &PlanLine::of(&plan))?;
    Ok(lines)
}

fn customers<'c>(caseload: &'c Caseload, overview: &'c Overview) -> Vec<Customer<'c>> {
    let results = overview.by_customer(caseload);
    let customers = caseload.customers.iter().zip(results);
    customers
        .map(|(customer, due)| Customer {
            id: &customer.id,
            case: &customer.facts,
            appointments: &customer.appointments,
            preferred_channel: customer.preferred_channel,
            due,
        })
        .collect()
}
