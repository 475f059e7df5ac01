//! Sealed files: a backup (`*.kkd`), a hand-over file and its return (`*.kkd-handover`), and whatever
//! else leaves the program unreadable.
//!
//! ```text
//! {"format":"kontaktdichte-sealed","version":1,"content":"backup", … }⏎
//! ciphertext and tag
//! ```
//!
//! The first line says in plain JSON what the file is, when it was written and by which store, and
//! carries the vault of that moment; the rest is sealed with the store's data key. The line as it
//! stands is associated data of the sealing, so that no byte of the file can change unnoticed.
//! Writing needs the unlocked data key and no passphrase; opening needs the passphrase that was
//! valid when the file was written, and nothing else.
//!
//! Reading has two steps. [`SealedFile::parse`] is quick, needs no secret and answers whether
//! this is a whole file of a kind and version that is read. [`SealedFile::open`] derives the key.

mod error;
mod v1;

pub(crate) use v1::{moment, spelt};

pub use error::{EnvelopeError, OpenError, WriteError};

use super::entropy::{Entropy, random};
use super::key::DataKey;
use super::passphrase::Passphrase;
use super::seal::{NONCE_BYTES, TAG_BYTES, Tampered, TooLong, open, seal};
use super::vault::{StoreId, Vault};
use chrono::{DateTime, SubsecRound, Utc};
use zeroize::Zeroizing;

/// The largest sealed file that is written and read: 64 MiB.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What a sealed file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// The whole record of one store.
    Backup,
    /// Customers for a deputy ([`crate::handover`]).
    HandOver,
    /// Customers whom a deputy gives back.
    HandOverReturn,
}

impl Content {
    const ALL: [Content; 3] = [Content::Backup, Content::HandOver, Content::HandOverReturn];

    /// The name in the first line.
    pub fn key(self) -> &'static str {
        match self {
            Content::Backup => "backup",
            Content::HandOver => "handover",
            Content::HandOverReturn => "handover-return",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Content::ALL
            .into_iter()
            .find(|content| content.key() == key)
    }
}

/// A sealed file that is complete as far as can be told without its passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile<'b> {
    content: Content,
    written_at: DateTime<Utc>,
    vault: Vault,
    nonce: [u8; NONCE_BYTES],
    line: &'b [u8],
    body: &'b [u8],
}

impl<'b> SealedFile<'b> {
    /// Reads the first line and compares the length that it names.
    ///
    /// # Errors
    /// [`EnvelopeError`]: why this is no file that can be opened.
    pub fn parse(bytes: &'b [u8]) -> Result<SealedFile<'b>, EnvelopeError> {
        if bytes.is_empty() {
            return Err(EnvelopeError::Empty);
        }
        if bytes.len() > MAX_BYTES {
            return Err(EnvelopeError::TooLarge { bytes: bytes.len() });
        }
        v1::read(bytes)
    }

    /// What it holds.
    pub fn content(&self) -> Content {
        self.content
    }

    /// When it was written. As long as the file has not been opened this is only what it says.
    pub fn written_at(&self) -> DateTime<Utc> {
        self.written_at
    }

    /// The store that wrote it; the same caution applies.
    pub fn store(&self) -> StoreId {
        self.vault.store()
    }

    /// The vault of that moment.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The content, opened with the passphrase that was valid when the file was written.
    ///
    /// # Errors
    /// [`OpenError`]; a wrong passphrase and changed content are told apart.
    pub fn open(&self, passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let data_key = self.vault.unlock(passphrase)?;
        Ok(self.open_with_key(&data_key)?)
    }

    /// The content, opened with the data key of the store at hand. It fits every file of the same
    /// [`store`](SealedFile::store), also from before a change of the passphrase.
    ///
    /// # Errors
    /// [`Tampered`] if the file was changed or the key is another store's.
    pub fn open_with_key(&self, data_key: &DataKey) -> Result<Zeroizing<Vec<u8>>, Tampered> {
        open(data_key, self.line, self.nonce, self.body)
    }
}

/// Writes a sealed file. `vault` and `data_key` belong together and are those of the unlocked
/// store; `written_at` is kept to the second.
///
/// # Errors
/// [`WriteError`] without randomness, or if the file would be too large to be read again.
pub fn write(
    content: Content,
    vault: &Vault,
    data_key: &DataKey,
    written_at: DateTime<Utc>,
    plain: &[u8],
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>, WriteError> {
    let nonce = random(entropy)?;
    let written_at = written_at.trunc_subsecs(0);
    let length = plain.len().saturating_add(TAG_BYTES);
    let mut file = v1::first_line(content, vault, written_at, nonce, length).into_bytes();
    if file.len().saturating_add(length) > MAX_BYTES {
        return Err(WriteError::TooLarge);
    }
    let sealed = seal(data_key, &file, nonce, plain).map_err(|TooLong| WriteError::TooLarge)?;
    file.extend_from_slice(&sealed);
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::super::entropy::counting::{Counter, Dry};
    use super::super::kdf::Cost;
    use super::*;
    use chrono::TimeZone;

    const PLAIN: &[u8] = "Müller, Öztürk\n".as_bytes();

    fn moment() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 18, 40, 0).unwrap()
    }

    fn passphrase() -> Passphrase {
        Passphrase::new("Sieben blaue Enten").unwrap()
    }

    fn store() -> (Vault, DataKey) {
        let cost = Cost::new(8192, 1, 1).unwrap();
        Vault::create(&passphrase(), cost, &mut Counter::default()).unwrap()
    }

    fn backup(store: &(Vault, DataKey)) -> Vec<u8> {
        let (vault, key) = store;
        let mut entropy = Counter::default();
        write(Content::Backup, vault, key, moment(), PLAIN, &mut entropy).unwrap()
    }

    /// How far a changed file got.
    #[derive(Debug, PartialEq, Eq)]
    enum Refused {
        AtParsing(EnvelopeError),
        AtOpening,
    }

    fn refused(bytes: &[u8], key: &DataKey) -> Option<Refused> {
        match SealedFile::parse(bytes) {
            Err(error) => Some(Refused::AtParsing(error)),
            Ok(file) => match file.open_with_key(key) {
                Err(Tampered) => Some(Refused::AtOpening),
                Ok(_) => None,
            },
        }
    }

    #[test]
    fn what_is_written_opens_with_passphrase_or_key() {
        let store = store();
        let bytes = backup(&store);
        let file = SealedFile::parse(&bytes).unwrap();
        assert_eq!(file.content(), Content::Backup);
        assert_eq!(file.written_at(), moment());
        assert_eq!(file.store(), store.0.store());
        assert_eq!(file.vault(), &store.0);
        assert_eq!(file.open(&passphrase()).unwrap().as_slice(), PLAIN);
        assert_eq!(file.open_with_key(&store.1).unwrap().as_slice(), PLAIN);
        assert!(!bytes.windows(4).any(|part| part == &PLAIN[..4]));
    }

    #[test]
    fn every_bit_of_the_file_is_protected() {
        let store = store();
        let bytes = backup(&store);
        let body = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for index in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[index] ^= 1 << bit;
                let refused = refused(&changed, &store.1);
                if index >= body {
                    assert_eq!(refused, Some(Refused::AtOpening), "{index} {bit}");
                } else {
                    assert_ne!(refused, None, "{index} {bit}");
                    assert_ne!(
                        refused,
                        Some(Refused::AtParsing(EnvelopeError::Empty)),
                        "{index} {bit}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_changed_vault_is_no_wrong_passphrase() {
        let store = store();
        let bytes = backup(&store);
        let text = String::from_utf8_lossy(&bytes);
        let vault = text.find("\"vault\":").unwrap() + "\"vault\":".len();
        let end = vault + store.0.to_json().len();
        for index in vault..end {
            let mut changed = bytes.clone();
            changed[index] ^= 1;
            let refused = SealedFile::parse(&changed).err();
            assert!(
                matches!(
                    refused,
                    Some(EnvelopeError::DamagedHeader | EnvelopeError::NewerVersion { .. })
                ),
                "{index}: {refused:?}"
            );
        }
    }

    #[test]
    fn every_cut_is_refused() {
        let store = store();
        let bytes = backup(&store);
        let body = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for length in 0..bytes.len() {
            let expected = match length {
                0 => EnvelopeError::Empty,
                _ if length < body => EnvelopeError::DamagedHeader,
                _ => EnvelopeError::Truncated {
                    expected: bytes.len(),
                    found: length,
                },
            };
            assert_eq!(
                SealedFile::parse(&bytes[..length]),
                Err(expected),
                "{length}"
            );
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(
            SealedFile::parse(&longer),
            Err(EnvelopeError::Overlong {
                expected: bytes.len(),
                found: bytes.len() + 1
            })
        );
    }

    #[test]
    fn wrong_passphrase_and_changed_content_are_told_apart() {
        let store = store();
        let mut bytes = backup(&store);
        let wrong = Passphrase::for_unlocking("Sieben blaue Gänse");
        let file = SealedFile::parse(&bytes).unwrap();
        assert_eq!(file.open(&wrong).err(), Some(OpenError::WrongPassphrase));
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        let file = SealedFile::parse(&bytes).unwrap();
        assert_eq!(file.open(&wrong).err(), Some(OpenError::WrongPassphrase));
        assert_eq!(file.open(&passphrase()).err(), Some(OpenError::Tampered));
    }

    #[test]
    fn a_backup_keeps_the_passphrase_of_its_time_and_the_key_of_its_store() {
        let (vault, key) = store();
        let bytes = backup(&(vault.clone(), key));
        let key = vault.unlock(&passphrase()).unwrap();
        let new = Passphrase::new("Acht rote Hennen").unwrap();
        let mut entropy = Counter::default();
        let changed = vault
            .rewrap(&key, &new, vault.cost(), &mut entropy)
            .unwrap();
        let file = SealedFile::parse(&bytes).unwrap();
        assert!(file.open(&passphrase()).is_ok());
        assert_eq!(file.open(&new).err(), Some(OpenError::WrongPassphrase));
        assert!(file.open_with_key(&changed.unlock(&new).unwrap()).is_ok());
    }

    #[test]
    fn parts_of_a_second_are_left_out() {
        let store = store();
        let late = moment() + chrono::TimeDelta::milliseconds(999);
        let mut entropy = Counter::default();
        let bytes = write(
            Content::Backup,
            &store.0,
            &store.1,
            late,
            PLAIN,
            &mut entropy,
        )
        .unwrap();
        assert_eq!(bytes, backup(&store));
    }

    #[test]
    fn what_could_not_be_read_again_is_not_written() {
        let (vault, key) = store();
        let huge = vec![0; MAX_BYTES - 100];
        let mut entropy = Counter::default();
        let written = write(Content::Backup, &vault, &key, moment(), &huge, &mut entropy);
        assert_eq!(written, Err(WriteError::TooLarge));
        assert_eq!(
            SealedFile::parse(&vec![b'{'; MAX_BYTES + 1]),
            Err(EnvelopeError::TooLarge {
                bytes: MAX_BYTES + 1
            })
        );
        let written = write(Content::Backup, &vault, &key, moment(), PLAIN, &mut Dry);
        assert_eq!(written, Err(WriteError::NoEntropy));
    }
}
