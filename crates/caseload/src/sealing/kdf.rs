//! From a passphrase to a key: Argon2id, slow on purpose.
//!
//! What a guess costs is written in the header beside the salt, so that it can be raised on
//! faster machines without a new format. Headers come from outside and may have been changed:
//! costs beyond the bounds are refused before anything is computed, because they would either
//! freeze the page or make guessing cheap.

use super::key::{KEY_BYTES, KeyBytes};
use super::passphrase::Passphrase;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::fmt;
use std::ops::RangeInclusive;
use zeroize::Zeroizing;

/// Length of a salt.
pub(super) const SALT_BYTES: usize = 16;

const MEMORY_KIB: RangeInclusive<u32> = 8 * 1024..=1024 * 1024;
const PASSES: RangeInclusive<u32> = 1..=20;
const LANES: RangeInclusive<u32> = 1..=4;

/// What one derivation costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes, one lane.
    pub const STANDARD: Cost = Cost {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// A cost of one's own: memory in KiB (8 MiB to 1 GiB), passes over it (1 to 20), lanes (1
    /// to 4; they are computed one after the other here).
    ///
    /// # Errors
    /// [`CostOutOfBounds`] if one of them is outside.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Cost, CostOutOfBounds> {
        if MEMORY_KIB.contains(&memory_kib) && PASSES.contains(&passes) && LANES.contains(&lanes) {
            Ok(Cost {
                memory_kib,
                passes,
                lanes,
            })
        } else {
            Err(CostOutOfBounds)
        }
    }

    /// The same memory and lanes with other passes: the dial to fit the time to a machine.
    ///
    /// # Errors
    /// [`CostOutOfBounds`] unless 1 to 20.
    pub fn with_passes(self, passes: u32) -> Result<Cost, CostOutOfBounds> {
        Cost::new(self.memory_kib, passes, self.lanes)
    }

    /// Memory in KiB.
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over the memory.
    pub fn passes(self) -> u32 {
        self.passes
    }

    /// Lanes.
    pub fn lanes(self) -> u32 {
        self.lanes
    }
}

/// A cost that would freeze the page or protect nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CostOutOfBounds;

impl fmt::Display for CostOutOfBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outside of 8 MiB to 1 GiB, 1 to 20 passes, 1 to 4 lanes")
    }
}

impl std::error::Error for CostOutOfBounds {}

/// Cost and salt: all that a derivation needs beside the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KdfParameters {
    pub(super) cost: Cost,
    pub(super) salt: [u8; SALT_BYTES],
}

impl KdfParameters {
    /// The key-encryption key. The memory in which it was computed is overwritten.
    pub(super) fn derive(&self, passphrase: &Passphrase) -> Result<KeyBytes, DerivationError> {
        let Cost {
            memory_kib,
            passes,
            lanes,
        } = self.cost;
        let params = Params::new(memory_kib, passes, lanes, Some(KEY_BYTES))
            .map_err(|_| DerivationError::Refused)?;
        let blocks = params.block_count();
        let mut memory = Zeroizing::new(Vec::new());
        memory
            .try_reserve_exact(blocks)
            .map_err(|_| DerivationError::OutOfMemory)?;
        memory.resize(blocks, Block::default());
        let mut key = KeyBytes::blank();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(
                passphrase.bytes(),
                &self.salt,
                key.bytes_mut(),
                memory.as_mut_slice(),
            )
            .map_err(|_| DerivationError::Refused)?;
        Ok(key)
    }
}

/// Why no key could be derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivationError {
    /// The machine did not give the memory that the derivation needs.
    OutOfMemory,
    /// An algorithm refused what it was given. Within the bounds that creating and reading
    /// enforce this does not happen.
    Refused,
}

impl fmt::Display for DerivationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DerivationError::OutOfMemory => "not enough memory to derive the key",
            DerivationError::Refused => "the key cannot be derived with these parameters",
        })
    }
}

impl std::error::Error for DerivationError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_implementation_derives_the_same_key() {
        // Argon2id over OpenSSL with the same parameters.
        let parameters = KdfParameters {
            cost: Cost::new(8192, 2, 2).unwrap(),
            salt: std::array::from_fn(|index| index as u8),
        };
        let key = parameters
            .derive(&Passphrase::for_unlocking("Fünf Äpfel am Baum"))
            .unwrap_or_else(|error| panic!("{error}"));
        let hex: String = key
            .bytes()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            hex,
            "13bedfeb79dd6afb00df5134c795a23251031c4148a7ce1068faaccedeec6d7e"
        );
    }

    #[test]
    fn costs_have_bounds() {
        let fits = |memory, passes, lanes| Cost::new(memory, passes, lanes).is_ok();
        assert!(fits(8192, 1, 1) && fits(1024 * 1024, 20, 4));
        for (memory, passes, lanes) in [
            (8191, 1, 1),
            (1024 * 1024 + 1, 1, 1),
            (8192, 0, 1),
            (8192, 21, 1),
            (8192, 1, 0),
            (8192, 1, 5),
        ] {
            assert!(!fits(memory, passes, lanes), "{memory} {passes} {lanes}");
        }
        assert_eq!(Cost::new(65536, 3, 1), Ok(Cost::STANDARD));
        assert_eq!(Cost::STANDARD.with_passes(4), Cost::new(65536, 4, 1));
        assert_eq!(Cost::STANDARD.with_passes(21), Err(CostOutOfBounds));
    }
}
