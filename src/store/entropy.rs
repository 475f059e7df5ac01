//! The browser's dice, for keys and nonces.

use caseload::sealing::{Entropy, NoEntropy};
use web_sys::Crypto;

/// The browser hands over this many random bytes at most in one go.
const AT_ONCE: usize = 65_536;

/// Random bytes fit for keys, from the browser.
#[derive(Debug, Clone)]
pub struct BrowserEntropy {
    crypto: Crypto,
}

impl BrowserEntropy {
    /// Takes hold of the browser's source.
    ///
    /// # Errors
    /// [`NoEntropy`] if there is none.
    pub fn new() -> Result<BrowserEntropy, NoEntropy> {
        let crypto = web_sys::window()
            .ok_or(NoEntropy)?
            .crypto()
            .map_err(|_| NoEntropy)?;
        if crypto.is_undefined() {
            return Err(NoEntropy);
        }
        Ok(BrowserEntropy { crypto })
    }
}

impl Entropy for BrowserEntropy {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        for part in bytes.chunks_mut(AT_ONCE) {
            self.crypto
                .get_random_values_with_u8_array(part)
                .map_err(|_| NoEntropy)?;
        }
        Ok(())
    }
}
