//! Wrong passphrases are slowed: from the third on, each makes the next one wait twice as long. The
//! count lies beside the vault, so a reload does not begin anew. It keeps an honest person from a
//! hurry and a passer-by from trying; against somebody who copies the store only the cost of the
//! key derivation helps.

use crate::store::database::Database;
use crate::store::fault::StoreError;
use caseload::history::Moment;
use rules::ordering::OrderedMap;
use std::time::Duration;

const KEY: &str = "attempts";
/// Wrong attempts without a wait, because anybody mistypes.
const FREE: u32 = 2;
const LONGEST: Duration = Duration::from_secs(60);

/// The wrong passphrases since the last right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attempts {
    count: u32,
    last: Option<Moment>,
}

impl Attempts {
    /// What the meta store says. What cannot be read counts as none.
    pub fn of(meta: &OrderedMap<String, String>) -> Self {
        let read = || {
            let (count, last) = meta.get(KEY)?.split_once(' ')?;
            Some(Attempts {
                count: count.parse().ok()?,
                last: Some(Moment(last.parse().ok()?)),
            })
        };
        read().unwrap_or_default()
    }

    /// Whether there was none.
    pub fn is_none(self) -> bool {
        self.count == 0
    }

    /// One more, at this moment.
    pub fn failed(self, at: Moment) -> Self {
        Attempts {
            count: self.count.saturating_add(1),
            last: Some(at),
        }
    }

    /// How long the next attempt still has to wait. A clock that was set back in between makes
    /// nobody wait longer than the longest wait.
    pub fn left(self, now: Moment) -> Duration {
        let Some(last) = self.last else {
            return Duration::ZERO;
        };
        let passed = u64::try_from(now.0 - last.0).map_or(Duration::ZERO, Duration::from_millis);
        self.wait().saturating_sub(passed)
    }

    fn wait(self) -> Duration {
        match self.count.checked_sub(FREE) {
            None | Some(0) => Duration::ZERO,
            Some(above) => {
                let seconds = 1_u64.checked_shl(above).unwrap_or(u64::MAX);
                Duration::from_secs(seconds).min(LONGEST)
            }
        }
    }

    /// Writes it beside the vault.
    ///
    /// # Errors
    /// [`StoreError`] if the storage refuses.
    pub async fn note(self, database: &Database) -> Result<(), StoreError> {
        let last = self.last.map_or(0, |Moment(at)| at);
        let text = format!("{} {last}", self.count);
        database.put_meta(&[(KEY, &text)]).await
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempts, KEY, LONGEST};
    use caseload::history::Moment;
    use rules::ordering::OrderedMap;
    use std::time::Duration;

    const START: Moment = Moment(1_795_000_000_000);

    fn after(failures: u32) -> Attempts {
        (0..failures).fold(Attempts::default(), |attempts, _| attempts.failed(START))
    }

    #[test]
    fn the_third_wrong_passphrase_makes_wait_and_each_further_one_longer() {
        let seconds = |failures| after(failures).left(START).as_secs();
        assert_eq!([0, 1, 2, 3, 4, 5].map(seconds), [0, 0, 0, 2, 4, 8]);
        assert_eq!(after(40).left(START), LONGEST);
        assert_eq!(after(90).left(START), LONGEST);
    }

    #[test]
    fn the_wait_passes_and_a_clock_set_back_does_not_prolong_it() {
        let attempts = after(4);
        let later = |millis: i64| attempts.left(Moment(START.0 + millis));
        assert_eq!(later(1_500), Duration::from_millis(2_500));
        assert_eq!(later(4_000), Duration::ZERO);
        assert_eq!(later(-1_000_000), Duration::from_secs(4));
    }

    #[test]
    fn what_cannot_be_read_counts_as_none() {
        for text in ["", "7", "seven 1", "-1 1"] {
            let meta = OrderedMap::from([(KEY.to_owned(), text.to_owned())]);
            assert!(Attempts::of(&meta).is_none(), "{text:?}");
        }
        let meta = OrderedMap::from([(KEY.to_owned(), format!("3 {}", START.0))]);
        assert_eq!(Attempts::of(&meta), after(3));
    }
}
