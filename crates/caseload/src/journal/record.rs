//! One record as it lies in the store, version 1.
//!
//! ```text
//! 0  "KD"        2 bytes
//! 2  version     1 byte   1
//! 3  kind        1 byte   1 event, 2 snapshot, 3 draft
//! 4  protection  1 byte   0 plain, 1 AES-256-GCM
//! 5  number      8 bytes  big endian
//! 13 sealed:     nonce of 12 bytes, ciphertext, tag of 16 bytes
//!    plain:      payload, check sum of 16 bytes (BLAKE2b)
//! ```
//!
//! Tag and check sum also cover the header and the store's name, so a record that was moved to
//! another number, kind or store is refused like one of which a bit was flipped.

use crate::sealing::{DataKey, Entropy, NONCE_BYTES, NoEntropy, StoreId, TAG_BYTES, TooLong};
use crate::sealing::{open, seal};
use blake2::Blake2b;
use blake2::digest::Digest;
use blake2::digest::consts::U16;
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

const MAGIC: &[u8; 2] = b"KD";
const VERSION: u8 = 1;
const HEADER_BYTES: usize = 13;
const CHECK_BYTES: usize = 16;

/// Sets records apart from everything else that the same key seals.
const PURPOSE: &[u8] = b"kontaktdichte-record";

/// Stands for the name of a store that is not sealed; such a store has none.
const NO_STORE: [u8; 16] = [0; 16];

/// How the records of a store are protected.
#[derive(Debug, Clone)]
pub enum Protection {
    /// Not at all: invented customers. A check sum finds damage.
    Plain,
    /// Sealed.
    Sealed {
        /// The name of the store, which binds its records to it.
        store: StoreId,
        /// The store's data key; it goes when the last copy of this is dropped.
        key: Arc<DataKey>,
    },
}

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An event.
    Event,
    /// The caseload after the record with the same number.
    Snapshot,
    /// Something that is being typed and was not saved yet.
    Draft,
}

impl Kind {
    fn byte(self) -> u8 {
        match self {
            Kind::Event => 1,
            Kind::Snapshot => 2,
            Kind::Draft => 3,
        }
    }
}

impl Protection {
    fn byte(&self) -> u8 {
        match self {
            Protection::Plain => 0,
            Protection::Sealed { .. } => 1,
        }
    }

    fn store(&self) -> &[u8; 16] {
        match self {
            Protection::Plain => &NO_STORE,
            Protection::Sealed { store, .. } => store.as_bytes(),
        }
    }
}

/// Why a record could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteFault {
    /// There was no randomness for the nonce.
    NoEntropy,
    /// The payload is longer than the cipher takes.
    TooLong,
}

impl From<NoEntropy> for WriteFault {
    fn from(NoEntropy: NoEntropy) -> Self {
        WriteFault::NoEntropy
    }
}

impl From<TooLong> for WriteFault {
    fn from(TooLong: TooLong) -> Self {
        WriteFault::TooLong
    }
}

impl fmt::Display for WriteFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteFault::NoEntropy => NoEntropy.fmt(f),
            WriteFault::TooLong => TooLong.fmt(f),
        }
    }
}

impl std::error::Error for WriteFault {}

/// Why bytes are not the record that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordFault {
    /// There are no bytes.
    Empty,
    /// Fewer bytes than any record has.
    Truncated,
    /// Something else than a record.
    NotARecord,
    /// A version that this program does not read.
    NewerVersion {
        /// The version in the header.
        found: u8,
    },
    /// A record of another kind.
    WrongKind,
    /// A record of a sealed store in a plain one, or the other way round.
    WrongProtection,
    /// A record with another number.
    WrongNumber,
    /// Header or content were changed, or it belongs to another store or key.
    Tampered,
}

impl fmt::Display for RecordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RecordFault::Empty => "no bytes, expected a record",
            RecordFault::Truncated => "cut off",
            RecordFault::NotARecord => "not a record",
            RecordFault::NewerVersion { found } => {
                return write!(f, "written by a newer version of the program ({found})");
            }
            RecordFault::WrongKind => "a record of another kind",
            RecordFault::WrongProtection => "protected in another way than the store",
            RecordFault::WrongNumber => "a record with another number",
            RecordFault::Tampered => "changed, or from another store",
        })
    }
}

impl std::error::Error for RecordFault {}

/// Makes a record of a payload.
///
/// # Errors
/// [`WriteFault`] if it cannot be sealed; a plain record can always be made.
pub fn write(
    protection: &Protection,
    kind: Kind,
    number: u64,
    payload: &[u8],
    entropy: &mut dyn Entropy,
) -> Result<Vec<u8>, WriteFault> {
    let header = header(protection, kind, number);
    let associated = associated(protection, &header);
    let mut record = Vec::with_capacity(HEADER_BYTES + NONCE_BYTES + payload.len() + TAG_BYTES);
    record.extend_from_slice(&header);
    match protection {
        Protection::Plain => {
            record.extend_from_slice(payload);
            record.extend_from_slice(&check(&associated, payload));
        }
        Protection::Sealed { key, .. } => {
            let mut nonce = [0; NONCE_BYTES];
            entropy.fill(&mut nonce)?;
            record.extend_from_slice(&nonce);
            record.extend_from_slice(&seal(key, &associated, nonce, payload)?);
        }
    }
    Ok(record)
}

/// The payload of the record that should have this kind and number. It is overwritten when it is
/// dropped.
///
/// # Errors
/// [`RecordFault`] if it is another record, or was changed.
pub fn read(
    protection: &Protection,
    kind: Kind,
    number: u64,
    bytes: &[u8],
) -> Result<Zeroizing<Vec<u8>>, RecordFault> {
    if bytes.is_empty() {
        return Err(RecordFault::Empty);
    }
    let begun = bytes.get(..MAGIC.len()).unwrap_or(bytes);
    if !MAGIC.starts_with(begun) {
        return Err(RecordFault::NotARecord);
    }
    let (header, content) = bytes
        .split_first_chunk::<HEADER_BYTES>()
        .ok_or(RecordFault::Truncated)?;
    let expected = self::header(protection, kind, number);
    let [
        _,
        _,
        version,
        found_kind,
        found_protection,
        found_number @ ..,
    ] = *header;
    if version > VERSION {
        // A single damaged byte must not lock a whole store up as "newer": what opens as version 1
        // was version 1.
        let as_expected = payload(protection, &expected, content);
        return Err(match as_expected {
            Ok(_) => RecordFault::Tampered,
            Err(_) => RecordFault::NewerVersion { found: version },
        });
    }
    if version != VERSION {
        return Err(RecordFault::Tampered);
    }
    if found_kind != kind.byte() {
        return Err(RecordFault::WrongKind);
    }
    if found_protection != protection.byte() {
        return Err(RecordFault::WrongProtection);
    }
    if found_number != number.to_be_bytes() {
        return Err(RecordFault::WrongNumber);
    }
    payload(protection, &expected, content)
}

fn payload(
    protection: &Protection,
    header: &[u8; HEADER_BYTES],
    content: &[u8],
) -> Result<Zeroizing<Vec<u8>>, RecordFault> {
    let associated = associated(protection, header);
    match protection {
        Protection::Plain => {
            let (payload, sum) = content
                .split_last_chunk::<CHECK_BYTES>()
                .ok_or(RecordFault::Truncated)?;
            if check(&associated, payload) == *sum {
                Ok(Zeroizing::new(payload.to_vec()))
            } else {
                Err(RecordFault::Tampered)
            }
        }
        Protection::Sealed { key, .. } => {
            let (nonce, sealed) = content
                .split_first_chunk::<NONCE_BYTES>()
                .filter(|(_, sealed)| sealed.len() >= TAG_BYTES)
                .ok_or(RecordFault::Truncated)?;
            open(key, &associated, *nonce, sealed).map_err(|_| RecordFault::Tampered)
        }
    }
}

fn header(protection: &Protection, kind: Kind, number: u64) -> [u8; HEADER_BYTES] {
    let [magic_1, magic_2] = *MAGIC;
    let [n1, n2, n3, n4, n5, n6, n7, n8] = number.to_be_bytes();
    let (kind, protection) = (kind.byte(), protection.byte());
    [
        magic_1, magic_2, VERSION, kind, protection, n1, n2, n3, n4, n5, n6, n7, n8,
    ]
}

fn associated(protection: &Protection, header: &[u8; HEADER_BYTES]) -> Vec<u8> {
    [PURPOSE, protection.store(), header].concat()
}

fn check(associated: &[u8], payload: &[u8]) -> [u8; CHECK_BYTES] {
    Blake2b::<U16>::new()
        .chain_update(associated)
        .chain_update(payload)
        .finalize()
        .into()
}
