//! The passphrase of sealed input. It comes from a file, because what stands on a command line can
//! be read by every process of the machine.

use crate::failure::Failure;
use crate::input;
use caseload::sealing::Passphrase;
use std::path::{Path, PathBuf};

/// The option for sealed input.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    /// For a backup (*.kkd), a hand-over file (*.kkd-handover) or a rescue file (*.kkd-rettung): a
    /// file whose first line is the passphrase, or - for standard input.
    #[arg(long, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
}

impl Args {
    /// The passphrase, if a file was named. `source` is what else is read.
    ///
    /// # Errors
    /// Bad usage if the file cannot be read or has no passphrase, or if both would be standard
    /// input.
    pub fn read(&self, source: &Path) -> Result<Option<Passphrase>, Failure> {
        let Some(path) = &self.passphrase_file else {
            return Ok(None);
        };
        let stdin = Path::new("-");
        if path == stdin && source == stdin {
            return Err(Failure::BadUsage(
                "FILE and --passphrase-file cannot both be standard input".to_owned(),
            ));
        }
        let bytes = input::bytes(path)?;
        let wrong = |what: &str| Failure::BadUsage(format!("{}: {what}", path.display()));
        let text = str::from_utf8(&bytes).map_err(|_| wrong("is not UTF-8"))?;
        // Some editors put a byte-order mark before the text; nobody can type it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match text.lines().next() {
            Some(line) if !line.is_empty() => Ok(Some(Passphrase::for_unlocking(line))),
            Some(_) | None => Err(wrong("the first line is empty, expected the passphrase")),
        }
    }
}
