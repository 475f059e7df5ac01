//! Runs other programs. Three ways: shown (the output is the progress), quiet (the output matters only on failure) and
//! asked (a version, a path). A program that may hang on a closed network is given a time limit.

use crate::failure::Failure;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const LINES_SHOWN_ON_FAILURE: usize = 40;

/// Runs a program with its output on our terminal.
///
/// # Errors
/// It cannot be started or ends with a failure; `remedy` says what to do then.
pub fn shown(command: &mut Command, remedy: &str) -> Result<(), Failure> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(
            format!("`{}` failed ({status})", name(command)),
            remedy,
        ))
    }
}

/// Runs a program with its output on our terminal and hands every line of standard output to `line` as well.
///
/// # Errors
/// It cannot be started or ends with a failure; `remedy` says what to do then.
pub fn watched(
    command: &mut Command,
    remedy: &str,
    mut line: impl FnMut(&str),
) -> Result<(), Failure> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{text}");
            line(&text);
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(
            format!("`{}` failed ({status})", name(command)),
            remedy,
        ))
    }
}

/// Runs a program silently; the end of its output becomes part of the failure.
///
/// # Errors
/// It cannot be started or ends with a failure; `remedy` says what to do then.
pub fn quiet(command: &mut Command, remedy: &str) -> Result<(), Failure> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.len().saturating_sub(LINES_SHOWN_ON_FAILURE);
    let end = lines.get(first..).unwrap_or_default().join("\n  ");
    Err(Failure::new(
        format!("`{}` failed ({}):\n  {end}", name(command), output.status),
        remedy,
    ))
}

/// Runs a program with its output on our terminal; how it ended is for the caller to judge.
///
/// # Errors
/// It cannot be started.
pub fn ended(command: &mut Command) -> Result<(), Failure> {
    command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| not_started(command, &error))?;
    Ok(())
}

/// Everything a program prints on standard output.
///
/// # Errors
/// It cannot be started or ends with a failure; `remedy` says what to do then.
pub fn printed(command: &mut Command, remedy: &str) -> Result<String, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(
        format!("`{}` failed ({})", name(command), output.status),
        remedy,
    ))
}

/// The first line a program prints, or nothing if it is missing or fails.
pub fn asked(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().next().map(|line| line.trim().to_owned())
}

/// How a program with a time limit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It succeeded.
    Done,
    /// It could not be started, or failed.
    Failed,
    /// It was still running at the limit and was ended.
    TimedOut,
}

/// Runs a program silently for at most `limit`.
pub fn bounded(command: &mut Command, limit: Duration) -> Outcome {
    let spawned = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = spawned else {
        return Outcome::Failed;
    };
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Outcome::Done,
            Ok(Some(_)) | Err(_) => return Outcome::Failed,
            Ok(None) if started.elapsed() < limit => thread::sleep(Duration::from_millis(50)),
            Ok(None) => {
                // It may have ended in this very moment; either way it is gone afterwards.
                drop(child.kill());
                drop(child.wait());
                return Outcome::TimedOut;
            }
        }
    }
}

fn name(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("`{}` could not be started: {error}", name(command)),
        "`cargo xtask doctor` shows which programs are missing",
    )
}

#[cfg(test)]
mod tests {
    use super::{Outcome, asked, bounded, quiet};
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn a_missing_program_is_a_failure_not_a_panic() {
        let missing = "kontaktdichte-no-such-program";
        assert_eq!(asked(&mut Command::new(missing)), None);
        assert_eq!(
            bounded(&mut Command::new(missing), Duration::from_secs(1)),
            Outcome::Failed
        );
        let failure = quiet(&mut Command::new(missing), "-").expect_err("must fail");
        assert!(failure.to_string().contains(missing));
    }

    #[cfg(unix)]
    #[test]
    fn the_end_of_the_output_is_part_of_the_failure() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo the reason >&2; exit 3"]);
        let failure = quiet(&mut command, "read it").expect_err("must fail");
        assert!(failure.to_string().contains("the reason"));
        assert!(failure.to_string().contains("read it"));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_is_ended_at_its_limit() {
        let mut command = Command::new("sleep");
        command.arg("30");
        assert_eq!(
            bounded(&mut command, Duration::from_millis(100)),
            Outcome::TimedOut
        );
    }
}
