//! `--fail-on`: whether findings end a run with a status of their own. What was found is written all
//! the same.

use crate::failure::Failure;
use rules::Severity;
use std::sync::atomic::{AtomicBool, Ordering};

/// The option of every command that writes findings.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct FailOn {
    /// Ends with status 1 if there are findings of this severity or a graver one; they are written
    /// all the same.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<Limit>,
}

/// The least grave severity at which a run fails.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Limit {
    Error,
    Warning,
}

impl Limit {
    /// Whether a finding of this severity makes the run fail.
    fn is_reached_by(self, severity: Severity) -> bool {
        match self {
            Limit::Error => severity == Severity::Error,
            Limit::Warning => matches!(severity, Severity::Error | Severity::Warning),
        }
    }
}

impl FailOn {
    /// Lets `run` tell the severity of each finding, from any core.
    ///
    /// # Errors
    /// Those of `run`, or [`Failure::FindingsExist`] if a finding was grave enough.
    pub fn watch(
        &self,
        run: impl FnOnce(&(dyn Fn(Severity) + Sync)) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let reached = AtomicBool::new(false);
        run(&|severity| {
            if self
                .fail_on
                .is_some_and(|limit| limit.is_reached_by(severity))
            {
                reached.store(true, Ordering::Relaxed);
            }
        })?;
        if reached.into_inner() {
            return Err(Failure::FindingsExist);
        }
        Ok(())
    }
}
