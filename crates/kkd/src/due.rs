//! `kkd due`: who must be seen by when, one line per customer who is not closed.

use crate::due_line::DueLine;
use crate::failure::Failure;
use crate::{input, office, passphrase};
use caseload::Caseload;
use chrono::NaiveDate;
use rules::edition::EditionError;
use std::io::{self, Write};
use std::path::PathBuf;

/// What `kkd due` is asked.
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
    /// A caseload file, backup or rescue file, or - for standard input.
    file: Option<PathBuf>,
    /// Every *.kkd.json, *.kkd and *.kkd-rettung of this directory, in the order of their names;
    /// one passphrase for all.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Writes the due lines to standard output; nothing if any input is bad.
///
/// # Errors
/// How the run ends if it does not end well.
pub fn run(args: &Args) -> Result<(), Failure> {
    let out = io::stdout().lock();
    match &args.source {
        Source { dir: Some(dir), .. } => {
            let passphrase = args.passphrase.read(dir)?;
            office::evaluate(dir, out, |path| {
                let caseload = input::caseload_of_dir(path, passphrase.as_ref(), args.today)?;
                lines(&caseload, args.today)
            })
        }
        Source {
            file: Some(file), ..
        } => {
            let passphrase = args.passphrase.read(file)?;
            let caseload = input::caseload(file, passphrase.as_ref(), args.today)?;
            let mut out = out;
            out.write_all(&lines(&caseload, args.today)?)?;
            Ok(out.flush()?)
        }
        // The group above is required, so the command line has been refused before.
        Source {
            file: None,
            dir: None,
        } => Err(Failure::BadUsage("a FILE or --dir is needed".to_owned())),
    }
}

/// The due lines of one caseload, in the order of its customers.
fn lines(caseload: &Caseload, today: NaiveDate) -> Result<Vec<u8>, Failure> {
    let overview = caseload::overview(caseload, today).map_err(|error| match error {
        EditionError::BeforeValidity { .. } => Failure::BadUsage(error.to_string()),
        EditionError::OutOfDomain(_) => Failure::BadInput(vec![error.to_string()]),
    })?;
    let mut lines = Vec::new();
    for entry in &overview.entries {
        if let Some(customer) = caseload.customers.get(entry.customer) {
            serde_json::to_writer(&mut lines, &DueLine::of(customer, entry))
                .map_err(io::Error::from)?;
            lines.push(b'\n');
        }
    }
    Ok(lines)
}
