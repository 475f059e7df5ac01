//! Counts tests from what the test runners print at their end, so that one line can close the whole run.

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: usize,
    /// Tests that did not.
    pub failed: usize,
}

impl Tally {
    /// Takes in a line of `cargo test`: `test result: ok. 3 passed; 0 failed; …`.
    pub fn cargo_line(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        self.passed += before(counts, " passed");
        self.failed += before(counts, " failed");
    }

    /// Takes in a line of node's test runner: `ℹ pass 3` or `ℹ fail 0`.
    pub fn node_line(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        if words.next() != Some("ℹ") {
            return;
        }
        let (Some(what), Some(Ok(count)), None) = (
            words.next(),
            words.next().map(str::parse::<usize>),
            words.next(),
        ) else {
            return;
        };
        match what {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            _ => {}
        }
    }

    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// The number in front of a word.
fn before(text: &str, word: &str) -> usize {
    text.split_once(word)
        .and_then(|(front, _)| front.rsplit(' ').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn both_runners_are_counted() {
        let mut tally = Tally::default();
        tally.cargo_line("test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured");
        tally.cargo_line("test result: ok. 5 passed; 0 failed; 0 ignored");
        tally.cargo_line("test passed ... ok");
        assert_eq!(
            tally,
            Tally {
                passed: 17,
                failed: 3
            }
        );
        let mut tally = Tally::default();
        for line in [
            "ℹ tests 9",
            "ℹ pass 7",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "✔ pass 3 of 4 (1ms)",
            "ℹ pass x",
        ] {
            tally.node_line(line);
        }
        assert_eq!(
            tally,
            Tally {
                passed: 7,
                failed: 2
            }
        );
    }
}
