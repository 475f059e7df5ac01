//! `kkd sample`: customers drawn at random, so that anybody can draw them again.

use crate::evaluation::{self, add_line};
use crate::failure::Failure;
use caseload::{Caseload, Overview};
use rules::{Division, Drawn, ExemptCustomers, SampleRequest};
use serde::Serialize;

/// What `kkd sample` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    evaluation: evaluation::Args,
    /// Any text; the same text, day and customers give the same sample.
    #[arg(long, value_name = "SEED", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    seed: String,
    /// How many customers to draw; all of them if there are fewer.
    #[arg(long, value_name = "SIZE")]
    size: usize,
    /// Shares the sample out over the groups by their size, instead of drawing from all together.
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,
    /// Draws customers too for whom no standard of density holds.
    #[arg(long)]
    all: bool,
}

/// By what a sample is shared out.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum By {
    Group,
}

/// A line of the output; the order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
struct SampleLine<'d> {
    case: &'d str,
    group: &'static str,
    hash: &'d str,
}

/// Writes who is drawn to standard output, from each caseload as many; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &Args) -> Result<(), Failure> {
    let request = args.request();
    args.evaluation
        .write(|caseload, overview| lines(caseload, overview, &request))
}

impl Args {
    fn request(&self) -> SampleRequest {
        SampleRequest {
            seed: self.seed.clone(),
            size: self.size,
            division: match self.by {
                Some(By::Group) => Division::ByGroup,
                None => Division::Together,
            },
            exempt: if self.all {
                ExemptCustomers::Drawn
            } else {
                ExemptCustomers::LeftOut
            },
        }
    }
}

/// The customers drawn from one caseload, in the order drawn.
fn lines(
    caseload: &Caseload,
    overview: &Overview,
    request: &SampleRequest,
) -> Result<Vec<u8>, Failure> {
    let mut lines = Vec::new();
    for Drawn { case, group, hash } in caseload::sample(caseload, overview, request) {
        let line = SampleLine {
            case: case.as_str(),
            group: group.key(),
            hash: &hash,
        };
        add_line(&mut lines, &line)?;
    }
    Ok(lines)
}
