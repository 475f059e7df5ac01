//! Why a sealed file is not read, not opened or not written.

use super::super::entropy::NoEntropy;
use super::super::kdf::DerivationError;
use super::super::seal::Tampered;
use super::super::vault::UnlockError;
use super::MAX_BYTES;
use std::fmt;

/// Why bytes are no sealed file that can be opened. Found without any secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnvelopeError {
    /// Nothing is in it.
    Empty,
    /// It is something else, or its very beginning is damaged.
    NotSealed,
    /// A later version of the program wrote it.
    NewerVersion {
        /// The version that it names.
        found: u64,
    },
    /// It is sealed, but holds something that is not read here.
    ForeignContent {
        /// What it says that it holds, at most 40 characters.
        found: String,
    },
    /// Its first line is incomplete or changed.
    DamagedHeader,
    /// Its end is missing.
    Truncated {
        /// Bytes that the file should have.
        expected: usize,
        /// Bytes that it has.
        found: usize,
    },
    /// Something was added to its end.
    Overlong {
        /// Bytes that the file should have.
        expected: usize,
        /// Bytes that it has.
        found: usize,
    },
    /// It is larger than 64 MiB.
    TooLarge {
        /// Bytes that it has.
        bytes: usize,
    },
}

impl fmt::Display for EnvelopeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EnvelopeError::Empty => f.write_str("the file is empty"),
            EnvelopeError::NotSealed => f.write_str("this is no sealed file of this program"),
            EnvelopeError::NewerVersion { found } => {
                write!(f, "the sealed file has version {found}, version 1 is read")
            }
            EnvelopeError::ForeignContent { found } => {
                write!(f, "the sealed file holds \"{}\"", found.escape_debug())
            }
            EnvelopeError::DamagedHeader => {
                f.write_str("the first line of the sealed file is damaged")
            }
            EnvelopeError::Truncated { expected, found } => {
                write!(f, "the sealed file has {found} of {expected} bytes")
            }
            EnvelopeError::Overlong { expected, found } => write!(
                f,
                "the sealed file has {found} bytes, {expected} belong to it"
            ),
            EnvelopeError::TooLarge { bytes } => {
                write!(
                    f,
                    "the file has {bytes} bytes, at most {MAX_BYTES} are read"
                )
            }
        }
    }
}

impl std::error::Error for EnvelopeError {}

/// Why a sealed file stays shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// The passphrase does not fit.
    WrongPassphrase,
    /// The passphrase fits, but the file is not as it was written.
    Tampered,
    /// No key could be derived; the passphrase was not tried.
    Derivation(DerivationError),
}

impl From<UnlockError> for OpenError {
    fn from(error: UnlockError) -> OpenError {
        match error {
            UnlockError::WrongPassphrase => OpenError::WrongPassphrase,
            UnlockError::Derivation(error) => OpenError::Derivation(error),
        }
    }
}

impl From<Tampered> for OpenError {
    fn from(_: Tampered) -> OpenError {
        OpenError::Tampered
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::WrongPassphrase => UnlockError::WrongPassphrase.fmt(f),
            OpenError::Tampered => Tampered.fmt(f),
            OpenError::Derivation(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for OpenError {}

/// Why no sealed file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// There is no randomness.
    NoEntropy,
    /// It would be larger than 64 MiB and could not be read again.
    TooLarge,
}

impl From<NoEntropy> for WriteError {
    fn from(_: NoEntropy) -> WriteError {
        WriteError::NoEntropy
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::NoEntropy => NoEntropy.fmt(f),
            WriteError::TooLarge => {
                write!(f, "the sealed file would be larger than {MAX_BYTES} bytes")
            }
        }
    }
}

impl std::error::Error for WriteError {}
