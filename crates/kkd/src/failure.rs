//! How a run ends when it does not end well, and the exit status that follows.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// There are findings of a severity that was to be told: exit status 1, and nothing else to say,
    /// for all of them have been written.
    FindingsExist,
    /// What was asked for makes no sense or cannot be reached: exit status 2.
    BadUsage(String),
    /// The input cannot be taken; one message per fault: exit status 3.
    BadInput(Vec<String>),
    /// The result could not be written. Quiet with status 0 if the reader has gone (`kkd … | head`),
    /// otherwise exit status 2: somewhere to write to is part of the usage.
    Output(io::Error),
}

impl Failure {
    /// Says on standard error what is wrong and gives the exit status.
    pub fn report(self) -> ExitCode {
        match self {
            Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Failure::FindingsExist => ExitCode::from(1),
            Failure::BadUsage(_) | Failure::Output(_) => {
                say(&self);
                ExitCode::from(2)
            }
            Failure::BadInput(_) => {
                say(&self);
                ExitCode::from(3)
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::FindingsExist => f.write_str("findings exist"),
            Failure::BadUsage(message) => write!(f, "error: {message}"),
            Failure::BadInput(faults) => f.write_str(&faults.join("\n")),
            Failure::Output(error) => write!(f, "error: the result cannot be written: {error}"),
        }
    }
}

/// Writes to standard error. That nobody may be listening there is no reason to stop.
fn say(failure: &Failure) {
    let _unheard = writeln!(io::stderr().lock(), "{failure}");
}
