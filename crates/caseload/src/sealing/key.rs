//! Keys in memory.
//!
//! The 32 bytes stay on the heap from the first to the last moment: moving the owner moves a
//! pointer, so no copy is left behind on the stack, and dropping it overwrites them.

use super::entropy::{Entropy, NoEntropy};
use std::fmt;
use zeroize::Zeroizing;

/// Length of every key.
pub(super) const KEY_BYTES: usize = 32;

/// 32 secret bytes, overwritten on drop.
pub(super) struct KeyBytes(Box<Zeroizing<[u8; KEY_BYTES]>>);

impl KeyBytes {
    /// A place for a key that is about to be written.
    pub(super) fn blank() -> KeyBytes {
        KeyBytes(Box::new(Zeroizing::new([0; KEY_BYTES])))
    }

    pub(super) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    pub(super) fn bytes_mut(&mut self) -> &mut [u8; KEY_BYTES] {
        &mut self.0
    }
}

/// The key that seals a store's records and backups. It exists in memory while the store is
/// unlocked; dropping it locks. It belongs to the [`Vault`](super::Vault) that made or unlocked it.
pub struct DataKey(KeyBytes);

impl DataKey {
    /// A new key.
    pub(super) fn generate(entropy: &mut dyn Entropy) -> Result<DataKey, NoEntropy> {
        let mut key = KeyBytes::blank();
        entropy.fill(key.bytes_mut())?;
        Ok(DataKey(key))
    }

    pub(super) fn from_key(key: KeyBytes) -> DataKey {
        DataKey(key)
    }

    pub(super) fn key(&self) -> &KeyBytes {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(secret)")
    }
}
