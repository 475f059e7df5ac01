//! Sealing: what leaves the memory of the program is unreadable without the passphrase.
//!
//! Three keys follow from each other. The **passphrase** is known to one person. From it
//! Argon2id derives a **key-encryption key**, slowly and with much memory, so that guessing is
//! dear. That key wraps the **data key**, 32 random bytes made once per store, and the data key
//! seals everything else with AES-256-GCM. A change of the passphrase therefore wraps 32 bytes
//! anew and touches no record, and a backup is written without typing anything.
//!
//! ```text
//! Passphrase ──Argon2id(cost, salt)──▶ key-encryption key ──unwraps──▶ DataKey ──seals──▶ bytes
//!                       └─────────── Vault: store, cost, salt, wrapped key ──────┘
//! ```
//!
//! The [`Vault`] is public: it lies beside the records and in the first line of every
//! [`SealedFile`]. There is no second way in. Whoever loses the passphrase has lost the data.
//!
//! Nothing here asks for the time or makes randomness; both come in ([`Entropy`]). Secrets are
//! overwritten when they are dropped and have no `Debug` that shows them.
//!
//! To add a version of the vault or of the sealed file: a reader beside `vault/v1.rs` or
//! `envelope/v1.rs`, and a fixture that stays for ever.

mod entropy;
mod envelope;
mod german;
mod kdf;
mod key;
mod passphrase;
mod seal;
mod strength;
mod token;
mod vault;

pub use entropy::{Entropy, NoEntropy};
pub use envelope::{Content, EnvelopeError, OpenError, SealedFile, WriteError, write};
pub(crate) use envelope::{moment, spelt};
pub use kdf::{Cost, CostOutOfBounds, DerivationError};
pub use key::DataKey;
pub use passphrase::{MIN_CHARS, Passphrase, TooShort};
pub use seal::{NONCE_BYTES, TAG_BYTES, Tampered, TooLong, open, seal};
pub use strength::{Strength, strength};
pub use vault::{CreateError, StoreId, UnlockError, Vault, VaultError};
