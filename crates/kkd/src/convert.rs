//! `kkd convert`: the list import of the app without the app.
//!
//! A list out of another system becomes a caseload file on standard output; what became of each
//! row goes to standard error. A row with a fault stops no other: the run ends well as long as the
//! file is a list and has the customer numbers.
//!
//! A backup, a hand-over file or a rescue file becomes a caseload file as well. A damaged rescue file
//! gives what can still be read of it; what cannot is reported.

use crate::failure::Failure;
use crate::sealed::{self, Opened, Sealed};
use crate::{input, passphrase};
use caseload::Caseload;
use caseload::import::{self, Hint, ImportPlan};
use caseload::journal::Verdict;
use caseload::sealing::Passphrase;
use chrono::NaiveDate;
use rules::facts::FederalState;
use std::io::{self, Write};
use std::path::PathBuf;

/// What `kkd convert` is asked.
#[derive(clap::Args)]
pub struct Args {
    /// The day of the import, YYYY-MM-DD.
    #[arg(long, value_name = "DAY", value_parser = crate::day::today)]
    today: NaiveDate,
    /// For a list: federal state of the office, two letters: it decides the public holidays.
    #[arg(long, value_name = "STATE", value_parser = state, default_value = "BW")]
    state: FederalState,
    /// For a list: name or designation of the caseworker.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// A list as CSV or workbook (.xlsx), a backup, hand-over or rescue file, or - for standard input.
    list: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::Args,
}

/// Runs `kkd convert`.
///
/// # Errors
/// [`Failure::BadUsage`] if the file cannot be opened or its passphrase is missing,
/// [`Failure::BadInput`] if it is none of these or a list without customer numbers,
/// [`Failure::Output`] if the result cannot be written.
pub fn run(args: &Args) -> Result<(), Failure> {
    let passphrase = args.passphrase.read(&args.list)?;
    let bytes = input::bytes(&args.list)?;
    let caseload = match sealed::recognise(&bytes)? {
        Some(file) => saved(&file, passphrase.as_ref())?,
        None => listed(&bytes, args)?,
    };
    let mut output = io::stdout().lock();
    output.write_all(&caseload::file::write(&caseload))?;
    output.flush()?;
    Ok(())
}

/// The caseload of a file that the app saved.
fn saved(file: &Sealed<'_>, passphrase: Option<&Passphrase>) -> Result<Caseload, Failure> {
    let Opened { caseload, report } = file.open(passphrase)?;
    if let Some(report) = report {
        let lines = report.to_string();
        match report.verdict() {
            // That nobody may be listening is no reason to stop.
            Verdict::Sound | Verdict::Damaged => drop(writeln!(io::stderr().lock(), "{lines}")),
            Verdict::NewerVersion => {
                return Err(Failure::BadInput(
                    lines.lines().map(str::to_owned).collect(),
                ));
            }
        }
    }
    Ok(caseload)
}

/// The caseload of a list.
fn listed(bytes: &[u8], args: &Args) -> Result<Caseload, Failure> {
    let bad_input = |message: String| Failure::BadInput(vec![message]);
    let table = import::read_table(bytes).map_err(|error| bad_input(error.to_string()))?;
    let mut caseload = Caseload::empty(args.state);
    caseload.caseworker.name.clone_from(&args.name);
    let plan = import::plan(&table, &table.guess_mapping(), &caseload, args.today)
        .map_err(|error| bad_input(error.to_string()))?;
    // That nobody may be listening for the report is no reason to stop.
    let _unheard = report(&plan, &mut io::stderr().lock());
    Ok(plan.apply(&caseload))
}

/// Reads `--state`.
fn state(text: &str) -> Result<FederalState, String> {
    FederalState::ALL
        .into_iter()
        .find(|state| state.code().eq_ignore_ascii_case(text))
        .ok_or_else(|| {
            let codes = FederalState::ALL.map(FederalState::code);
            format!("expected one of {}", codes.join(", "))
        })
}

/// Writes what became of the list, in German like the import page: counts, notes about the list,
/// then each fault and hint with its row.
fn report(plan: &ImportPlan, out: &mut impl Write) -> io::Result<()> {
    let counts = plan.counts();
    let verdicts =
        import::Verdict::ALL.map(|verdict| format!("{} {}", counts.of(verdict), verdict.label()));
    writeln!(
        out,
        "{} Zeilen: {} (davon {} nicht übernommen)",
        plan.rows.len(),
        verdicts.join(", "),
        counts.passed_over
    )?;
    for note in &plan.notes {
        writeln!(out, "Hinweis: {note}")?;
    }
    for row in &plan.rows {
        for fault in &row.faults {
            writeln!(out, "{fault}")?;
        }
        for hint in row.hints.iter().filter(|hint| !is_in_notes(hint)) {
            writeln!(out, "Zeile {}, Hinweis: {hint}", row.row)?;
        }
    }
    Ok(())
}

/// Whether the notes about the whole list say the same already.
fn is_in_notes(hint: &Hint) -> bool {
    match hint {
        Hint::LostLetters | Hint::NameKept(_) | Hint::Garbled => true,
        Hint::CustomerClosed
        | Hint::ContactAhead(_)
        | Hint::AppointmentPast(_)
        | Hint::CareAhead(_)
        | Hint::CategoryContradicted(_)
        | Hint::OtherChannelRecorded(..)
        | Hint::AppointmentKept(_)
        | Hint::AppointmentRevived(_) => false,
    }
}
