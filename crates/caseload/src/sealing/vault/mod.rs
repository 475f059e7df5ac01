//! The vault: how a passphrase leads to the data key of one store.
//!
//! It holds nothing that must stay secret: a random name for the store, what the derivation costs,
//! and the data key wrapped with the key-encryption key. Name, version, cost and salt are
//! associated data of the wrapping, so nobody can exchange one of them unnoticed.
//!
//! A passphrase that does not fit and a vault that was changed by someone look the same, because
//! only the passphrase can tell. A vault that was damaged by **accident** must not look like that:
//! whoever is told "wrong passphrase" searches in the wrong place. So the written form carries a
//! check sum over all of it, which tells the two apart before anything is derived.

mod v1;

pub(super) use v1::vault as vault_in;

use super::entropy::{Entropy, NoEntropy, random};
use super::kdf::{Cost, DerivationError, KdfParameters};
use super::key::{DataKey, KEY_BYTES, KeyBytes};
use super::passphrase::Passphrase;
use super::seal::{self, NONCE_BYTES, TAG_BYTES, Tampered, TooLong};
use super::token;
use std::fmt;

/// The random name of a store. It tells whether a backup belongs to the store at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StoreId([u8; STORE_BYTES]);

const STORE_BYTES: usize = 16;

impl StoreId {
    /// The 16 bytes, for associated data.
    pub fn as_bytes(&self) -> &[u8; STORE_BYTES] {
        &self.0
    }
}

impl fmt::Display for StoreId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&token::encode(&self.0))
    }
}

/// What lies beside sealed records and leads from the passphrase to their key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vault {
    store: StoreId,
    kdf: KdfParameters,
    wrapped: WrappedKey,
}

/// The data key under the key-encryption key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WrappedKey {
    nonce: [u8; NONCE_BYTES],
    ciphertext: [u8; KEY_BYTES],
    tag: [u8; TAG_BYTES],
}

impl Vault {
    /// A new store with a new data key.
    ///
    /// # Errors
    /// [`CreateError`] without randomness or memory.
    pub fn create(
        passphrase: &Passphrase,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<(Vault, DataKey), CreateError> {
        let store = StoreId(random(entropy)?);
        let data_key = DataKey::generate(entropy)?;
        let vault = Vault::wrap(store, &data_key, passphrase, cost, entropy)?;
        Ok((vault, data_key))
    }

    /// The same store and data key under another passphrase, with a new salt. `data_key` must be
    /// this vault's own, from [`Vault::create`] or [`Vault::unlock`]. Backups that were written
    /// before keep the passphrase of their time.
    ///
    /// # Errors
    /// [`CreateError`] without randomness or memory.
    pub fn rewrap(
        &self,
        data_key: &DataKey,
        passphrase: &Passphrase,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<Vault, CreateError> {
        Vault::wrap(self.store, data_key, passphrase, cost, entropy)
    }

    fn wrap(
        store: StoreId,
        data_key: &DataKey,
        passphrase: &Passphrase,
        cost: Cost,
        entropy: &mut dyn Entropy,
    ) -> Result<Vault, CreateError> {
        let kdf = KdfParameters {
            cost,
            salt: random(entropy)?,
        };
        let nonce = random(entropy)?;
        let wrapping = kdf.derive(passphrase)?;
        let mut ciphertext = *data_key.key().bytes();
        let tag = seal::encrypt(&wrapping, &v1::bound(store, &kdf), nonce, &mut ciphertext)
            .map_err(|TooLong| DerivationError::Refused)?;
        Ok(Vault {
            store,
            kdf,
            wrapped: WrappedKey {
                nonce,
                ciphertext,
                tag,
            },
        })
    }

    /// The data key, if the passphrase fits. Takes the time and memory of [`Vault::cost`].
    ///
    /// # Errors
    /// [`UnlockError`].
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<DataKey, UnlockError> {
        let wrapping = self.kdf.derive(passphrase)?;
        let mut key = KeyBytes::blank();
        *key.bytes_mut() = self.wrapped.ciphertext;
        seal::decrypt(
            &wrapping,
            &v1::bound(self.store, &self.kdf),
            self.wrapped.nonce,
            key.bytes_mut(),
            self.wrapped.tag,
        )
        .map_err(|Tampered| UnlockError::WrongPassphrase)?;
        Ok(DataKey::from_key(key))
    }

    /// The store that it belongs to.
    pub fn store(&self) -> StoreId {
        self.store
    }

    /// What one unlocking costs.
    pub fn cost(&self) -> Cost {
        self.kdf.cost
    }

    /// The written form, one line of JSON without a line end.
    pub fn to_json(&self) -> String {
        v1::write(self)
    }

    /// Reads what [`Vault::to_json`] wrote.
    ///
    /// # Errors
    /// [`VaultError`]; bounds on the cost and the check sum are part of the reading.
    pub fn from_json(json: &[u8]) -> Result<Vault, VaultError> {
        v1::read(json)
    }
}

/// Why no vault could be made. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreateError {
    /// There is no randomness.
    NoEntropy,
    /// The key-encryption key could not be derived.
    Derivation(DerivationError),
}

impl From<NoEntropy> for CreateError {
    fn from(_: NoEntropy) -> CreateError {
        CreateError::NoEntropy
    }
}

impl From<DerivationError> for CreateError {
    fn from(error: DerivationError) -> CreateError {
        CreateError::Derivation(error)
    }
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CreateError::NoEntropy => NoEntropy.fmt(f),
            CreateError::Derivation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CreateError {}

/// Why a vault stays shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockError {
    /// The passphrase does not fit, or somebody forged the vault.
    WrongPassphrase,
    /// The key-encryption key could not be derived; the passphrase was not tried.
    Derivation(DerivationError),
}

impl From<DerivationError> for UnlockError {
    fn from(error: DerivationError) -> UnlockError {
        UnlockError::Derivation(error)
    }
}

impl fmt::Display for UnlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UnlockError::WrongPassphrase => f.write_str("the passphrase does not fit"),
            UnlockError::Derivation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UnlockError {}

/// Why bytes are not read as a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaultError {
    /// A later version of the program wrote it.
    NewerVersion {
        /// The version that it names.
        found: u64,
    },
    /// It is incomplete or changed, or no vault at all.
    Damaged,
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VaultError::NewerVersion { found } => {
                write!(f, "the vault has version {found}, version 1 is read")
            }
            VaultError::Damaged => f.write_str("the vault is damaged"),
        }
    }
}

impl std::error::Error for VaultError {}

#[cfg(test)]
mod tests {
    use super::super::entropy::counting::{Counter, Dry};
    use super::super::seal::{open, seal};
    use super::*;

    fn cheap() -> Cost {
        Cost::new(8192, 1, 1).unwrap()
    }

    fn passphrase() -> Passphrase {
        Passphrase::new("Sieben blaue Enten").unwrap()
    }

    /// Equal keys open each other's seals; they cannot be compared otherwise.
    fn same(a: &DataKey, b: &DataKey) -> bool {
        let sealed = seal(a, b"", [1; 12], b"same?").unwrap();
        open(b, b"", [1; 12], &sealed).is_ok()
    }

    #[test]
    fn only_the_passphrase_opens() {
        let (vault, key) = Vault::create(&passphrase(), cheap(), &mut Counter::default()).unwrap();
        assert!(same(&key, &vault.unlock(&passphrase()).unwrap()));
        for other in ["sieben blaue Enten", "Sieben blaue Enten ", ""] {
            let other = vault.unlock(&Passphrase::for_unlocking(other));
            assert_eq!(other.err(), Some(UnlockError::WrongPassphrase));
        }
    }

    #[test]
    fn the_spelling_of_an_umlaut_does_not_matter() {
        let typed = Passphrase::new("Fünf Äpfel am Baum").unwrap();
        let (vault, _) = Vault::create(&typed, cheap(), &mut Counter::default()).unwrap();
        let apart = Passphrase::for_unlocking("Fu\u{308}nf A\u{308}pfel am Baum");
        assert!(vault.unlock(&apart).is_ok());
    }

    #[test]
    fn a_change_of_passphrase_keeps_store_and_data_key() {
        let mut entropy = Counter::default();
        let (vault, key) = Vault::create(&passphrase(), cheap(), &mut entropy).unwrap();
        let new = Passphrase::new("Acht rote Hennen").unwrap();
        let dearer = cheap().with_passes(2).unwrap();
        let changed = vault.rewrap(&key, &new, dearer, &mut entropy).unwrap();
        assert_eq!(changed.store(), vault.store());
        assert_eq!(changed.cost(), dearer);
        assert_ne!(changed.kdf.salt, vault.kdf.salt);
        assert!(same(&key, &changed.unlock(&new).unwrap()));
        assert_eq!(
            changed.unlock(&passphrase()).err(),
            Some(UnlockError::WrongPassphrase)
        );
    }

    #[test]
    fn without_randomness_nothing_is_made() {
        let created = Vault::create(&passphrase(), cheap(), &mut Dry);
        assert_eq!(created.err(), Some(CreateError::NoEntropy));
    }

    #[test]
    fn every_part_is_bound_to_the_key() {
        let (vault, _) = Vault::create(&passphrase(), cheap(), &mut Counter::default()).unwrap();
        let refused = |change: &dyn Fn(&mut Vault)| {
            let mut changed = vault.clone();
            change(&mut changed);
            changed.unlock(&passphrase()).err() == Some(UnlockError::WrongPassphrase)
        };
        assert!(refused(&|vault| vault.store.0[0] ^= 1));
        assert!(refused(&|vault| vault.kdf.salt[15] ^= 1));
        assert!(refused(
            &|vault| vault.kdf.cost = cheap().with_passes(2).unwrap()
        ));
        assert!(refused(&|vault| vault.wrapped.nonce[0] ^= 1));
        assert!(refused(&|vault| vault.wrapped.ciphertext[31] ^= 1));
        assert!(refused(&|vault| vault.wrapped.tag[0] ^= 1));
    }

    #[test]
    fn a_secret_shows_in_no_debug() {
        let (_, key) = Vault::create(&passphrase(), cheap(), &mut Counter::default()).unwrap();
        assert_eq!(format!("{key:?}"), "DataKey(secret)");
    }
}
