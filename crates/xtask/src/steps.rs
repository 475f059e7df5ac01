//! Shows progress: what runs now, what it is for, how long it took, and how long it took last time.
//!
//! The times of the last run lie in the user's cache, one line a step, so that somebody in front of a fresh clone can
//! see whether to wait or to fetch a coffee.

use crate::cache;
use crate::failure::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The steps of one chore and the times of the last run.
#[derive(Debug)]
pub struct Steps {
    begun: Instant,
    last: BTreeMap<String, Duration>,
    kept_in: PathBuf,
}

impl Steps {
    /// Begins a chore and reads the times of the last run. Missing or damaged times are no reason to stop.
    pub fn begin() -> Self {
        let kept_in = cache::folder().join("step-times.txt");
        let last = parse(&fs::read_to_string(&kept_in).unwrap_or_default());
        Self {
            begun: Instant::now(),
            last,
            kept_in,
        }
    }

    /// Says that a step has nothing to do.
    pub fn up_to_date(&self, name: &str, what: &str) {
        println!("✓ {name}: {what}");
    }

    /// Runs a step and remembers how long it took if it succeeds.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn run<T>(
        &mut self,
        name: &str,
        what: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let last = self.last.get(name).map_or_else(
            || "first time".to_owned(),
            |last| format!("last time {}", human(*last)),
        );
        println!("▶ {name}: {what} ({last})");
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        match &result {
            Ok(_) => {
                println!("✓ {name}: {}", human(took));
                self.last.insert(name.to_owned(), took);
                self.keep();
            }
            Err(_) => println!("✗ {name}: failed after {}", human(took)),
        }
        result
    }

    /// Time since the chore began.
    pub fn elapsed(&self) -> String {
        human(self.begun.elapsed())
    }

    /// The times are a courtesy: a cache that cannot be written costs nothing but them.
    fn keep(&self) {
        let text: String = self
            .last
            .iter()
            .map(|(name, took)| format!("{}\t{name}\n", took.as_millis()))
            .collect();
        if let Some(folder) = self.kept_in.parent() {
            drop(fs::create_dir_all(folder));
        }
        drop(fs::write(&self.kept_in, text));
    }
}

fn parse(text: &str) -> BTreeMap<String, Duration> {
    text.lines()
        .filter_map(|line| {
            let (millis, name) = line.split_once('\t')?;
            Some((name.to_owned(), Duration::from_millis(millis.parse().ok()?)))
        })
        .collect()
}

/// A duration as people say it: `0.4 s`, `12 s`, `7 min 42 s`.
pub fn human(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 10 {
        format!("{:.1} s", duration.as_secs_f64())
    } else if seconds < 60 {
        format!("{seconds} s")
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::{human, parse};
    use std::time::Duration;

    #[test]
    fn durations_read_like_speech() {
        assert_eq!(human(Duration::from_millis(420)), "0.4 s");
        assert_eq!(human(Duration::from_secs(12)), "12 s");
        assert_eq!(human(Duration::from_secs(462)), "7 min 42 s");
    }

    #[test]
    fn damaged_times_are_left_out() {
        let times = parse("1500\tpage\nnonsense\nx\ty\n");
        assert_eq!(times.len(), 1);
        assert_eq!(times.get("page"), Some(&Duration::from_millis(1500)));
    }
}
