//! `kkd week`: quota, days and spread of the caseworker's weeks, one line per week.

use crate::evaluation::{self, add_line};
use crate::fail_on::FailOn;
use crate::failure::Failure;
use crate::week_line::WeekLine;
use caseload::{Caseload, Overview};
use rules::Severity;
use rules::calendar::IsoWeek;

/// What `kkd week` is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    evaluation: evaluation::Args,
    /// The week, as in 2026-W50, or the first and the last of several, as in 2026-W50..2027-W02.
    #[arg(long = "week", value_name = "WEEK", value_parser = weeks)]
    weeks: Weeks,
    #[command(flatten)]
    fail_on: FailOn,
}

/// Weeks in a row, both inclusive.
#[derive(Debug, Clone, Copy)]
struct Weeks {
    first: IsoWeek,
    last: IsoWeek,
}

/// Writes a line for each week to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well, or [`Failure::FindingsExist`].
pub fn run(args: &Args) -> Result<(), Failure> {
    args.fail_on.watch(|tell| {
        args.evaluation
            .write(|caseload, overview| lines(caseload, overview, args.weeks, tell))
    })
}

/// The lines of one caseload; `tell` hears of the severity of each finding.
fn lines(
    caseload: &Caseload,
    overview: &Overview,
    weeks: Weeks,
    tell: &(dyn Fn(Severity) + Sync),
) -> Result<Vec<u8>, Failure> {
    let setting = &overview.setting;
    let schedule = caseload::schedule(caseload, setting);
    let mut lines = Vec::new();
    for week in weeks.all() {
        let figures = schedule.week(week, setting);
        for problem in &figures.problems {
            tell(problem.severity());
        }
        add_line(&mut lines, &WeekLine::of(&figures))?;
    }
    Ok(lines)
}

impl Weeks {
    fn all(self) -> impl Iterator<Item = IsoWeek> {
        std::iter::successors(Some(self.first), |week| Some(week.next()))
            .take_while(move |week| *week <= self.last)
    }
}

/// Reads `--week`.
fn weeks(text: &str) -> Result<Weeks, String> {
    let week = |text: &str| {
        text.parse::<IsoWeek>()
            .map_err(|error| format!("{error}; a year has 52 or 53 weeks"))
    };
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let weeks = Weeks {
        first: week(first)?,
        last: week(last)?,
    };
    if weeks.last < weeks.first {
        return Err("the last week lies before the first".to_owned());
    }
    Ok(weeks)
}
