//! Randomness that is always the same, so that sealed bytes can be compared.

use caseload::sealing::{Entropy, NoEntropy};

/// The bytes 0, 1, 2 …: what the fixtures were made with.
pub struct Counter(pub u8);

impl Entropy for Counter {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        for byte in bytes {
            *byte = self.0;
            self.0 = self.0.wrapping_add(1);
        }
        Ok(())
    }
}
