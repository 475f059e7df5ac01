//! Where randomness enters.
//!
//! Salts, nonces and data keys must be unpredictable, and only the surroundings can promise that:
//! the browser with `crypto.getRandomValues`, the command line with the system's source. So they
//! hand it in. A source that cannot answer says so, and nothing is sealed with weak bytes instead.

use std::fmt;

/// A source of unpredictable bytes, fit for keys.
pub trait Entropy {
    /// Fills all of `bytes`.
    ///
    /// # Errors
    /// [`NoEntropy`] if the source cannot answer; `bytes` must not be used then.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The source of randomness did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoEntropy;

impl fmt::Display for NoEntropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the source of randomness did not answer")
    }
}

impl std::error::Error for NoEntropy {}

/// As many random bytes as the place needs that they go to. For salts, nonces and names, which
/// may be seen; a key is filled where it stays.
pub(super) fn random<const N: usize>(entropy: &mut dyn Entropy) -> Result<[u8; N], NoEntropy> {
    let mut bytes = [0; N];
    entropy.fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
pub(super) mod counting {
    //! Randomness that a test can foresee.

    use super::{Entropy, NoEntropy};

    /// Gives 0, 1, 2 … across all calls.
    #[derive(Default)]
    pub(in crate::sealing) struct Counter(u8);

    impl Entropy for Counter {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
            for byte in bytes {
                *byte = self.0;
                self.0 = self.0.wrapping_add(1);
            }
            Ok(())
        }
    }

    /// Never answers.
    pub(in crate::sealing) struct Dry;

    impl Entropy for Dry {
        fn fill(&mut self, _bytes: &mut [u8]) -> Result<(), NoEntropy> {
            Err(NoEntropy)
        }
    }
}
