//! What all commands have in common that evaluate caseloads: the day, where the caseloads are, and
//! lines on standard output only if all input is good.

use crate::failure::Failure;
use crate::{input, office, passphrase};
use caseload::{Caseload, Overview};
use chrono::NaiveDate;
use rules::edition::EditionError;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;

/// What every evaluation is asked.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    /// The day to evaluate, as YYYY-MM-DD.
    #[arg(long, value_name = "DAY", value_parser = crate::day::today)]
    today: NaiveDate,
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    passphrase: passphrase::Args,
}

/// Where the caseloads are.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Source {
    /// A caseload file, backup, hand-over file or rescue file, or - for standard input.
    file: Option<PathBuf>,
    /// Every *.kkd.json, *.kkd, *.kkd-handover and *.kkd-rettung of this directory, in the order of
    /// their names; one passphrase for all.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Args {
    /// Writes what `lines` makes of each caseload to standard output, in the order of the input;
    /// nothing if any input is bad.
    ///
    /// # Errors
    /// How the run ends if it does not end well.
    pub fn write(
        &self,
        lines: impl Fn(&Caseload, &Overview) -> Result<Vec<u8>, Failure> + Sync,
    ) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let lines = |caseload: &Caseload| lines(caseload, &overview(caseload, self.today)?);
        match &self.source {
            Source { dir: Some(dir), .. } => {
                let passphrase = self.passphrase.read(dir)?;
                office::evaluate(dir, out, |path| {
                    lines(&input::caseload_of_dir(
                        path,
                        passphrase.as_ref(),
                        self.today,
                    )?)
                })
            }
            Source {
                file: Some(file), ..
            } => {
                let passphrase = self.passphrase.read(file)?;
                let caseload = input::caseload(file, passphrase.as_ref(), self.today)?;
                out.write_all(&lines(&caseload)?)?;
                Ok(out.flush()?)
            }
            // The group above is required, so the command line has been refused before.
            Source {
                file: None,
                dir: None,
            } => Err(Failure::BadUsage("a FILE or --dir is needed".to_owned())),
        }
    }
}

fn overview(caseload: &Caseload, today: NaiveDate) -> Result<Overview, Failure> {
    caseload::overview(caseload, today).map_err(|error| match error {
        EditionError::BeforeValidity { .. } => Failure::BadUsage(error.to_string()),
        EditionError::OutOfDomain(_) => Failure::BadInput(vec![error.to_string()]),
    })
}

/// Adds one line of JSON.
///
/// # Errors
/// What the writing of JSON can meet; nothing of ours does.
pub fn add_line(lines: &mut Vec<u8>, line: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *lines, line).map_err(io::Error::from)?;
    lines.push(b'\n');
    Ok(())
}
