//! Sealing bytes with AES-256-GCM: unreadable without the key, and any change is noticed.
//!
//! Two rules are the caller's. A **nonce** is used once per key: draw 12 random bytes for every
//! call (a store would need some billion records before two were likely to meet). The
//! **associated data** say what the bytes are and where they belong; they are not stored, but must
//! be the same when opening, so that a record cannot be moved to another place. Begin them with a
//! word that no other use has; sealed files begin theirs with `{"format":"kontaktdichte-sealed"`.

use super::key::{DataKey, KeyBytes};
use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use std::fmt;
use zeroize::Zeroizing;

/// Length of a nonce.
pub const NONCE_BYTES: usize = 12;

/// By how much sealed bytes are longer than plain ones.
pub const TAG_BYTES: usize = 16;

/// Seals `plain`: as many bytes of ciphertext, then the tag.
///
/// # Errors
/// [`TooLong`] above 64 GiB, the limit of the cipher; no store comes near it.
pub fn seal(
    key: &DataKey,
    associated: &[u8],
    nonce: [u8; NONCE_BYTES],
    plain: &[u8],
) -> Result<Vec<u8>, TooLong> {
    let mut sealed = Vec::with_capacity(plain.len() + TAG_BYTES);
    sealed.extend_from_slice(plain);
    let tag = encrypt(key.key(), associated, nonce, &mut sealed)?;
    sealed.extend_from_slice(&tag);
    Ok(sealed)
}

/// Opens what [`seal`] gave. The plain bytes are overwritten when they are dropped.
///
/// # Errors
/// [`Tampered`] if key, associated data, nonce or a single bit of `sealed` differ.
pub fn open(
    key: &DataKey,
    associated: &[u8],
    nonce: [u8; NONCE_BYTES],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Tampered> {
    let (ciphertext, tag) = sealed.split_last_chunk().ok_or(Tampered)?;
    let mut plain = Zeroizing::new(ciphertext.to_vec());
    decrypt(key.key(), associated, nonce, &mut plain, *tag)?;
    Ok(plain)
}

/// Encrypts in place and gives the tag.
pub(super) fn encrypt(
    key: &KeyBytes,
    associated: &[u8],
    nonce: [u8; NONCE_BYTES],
    bytes: &mut [u8],
) -> Result<[u8; TAG_BYTES], TooLong> {
    Aes256Gcm::new(key.bytes().into())
        .encrypt_inout_detached(&nonce.into(), associated, bytes.into())
        .map(Into::into)
        .map_err(|aes_gcm::Error| TooLong)
}

/// Decrypts in place; `bytes` are left alone if the tag does not fit.
pub(super) fn decrypt(
    key: &KeyBytes,
    associated: &[u8],
    nonce: [u8; NONCE_BYTES],
    bytes: &mut [u8],
    tag: [u8; TAG_BYTES],
) -> Result<(), Tampered> {
    Aes256Gcm::new(key.bytes().into())
        .decrypt_inout_detached(&nonce.into(), associated, bytes.into(), &tag.into())
        .map_err(|aes_gcm::Error| Tampered)
}

/// More bytes than the cipher can seal under one nonce.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("more bytes than can be sealed at once")
    }
}

impl std::error::Error for TooLong {}

/// The bytes are not the ones that were sealed, or not with this key, or not for this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tampered;

impl fmt::Display for Tampered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the sealed bytes were changed or belong elsewhere")
    }
}

impl std::error::Error for Tampered {}

#[cfg(test)]
mod tests {
    use super::super::entropy::counting::Counter;
    use super::*;
    use proptest::prelude::*;

    fn key() -> DataKey {
        DataKey::generate(&mut Counter::default()).unwrap()
    }

    #[test]
    fn another_implementation_gives_the_same_bytes() {
        // AES-256-GCM over OpenSSL; key 00..1f, nonce 12 times 07.
        let sealed = seal(&key(), b"record 1", [7; 12], b"Kontaktdichte").unwrap();
        let hex: String = sealed.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "4405c8280e64a390affe7bf4e57d537c65b47d35273fd8be9fd4f64e06"
        );
    }

    #[test]
    fn every_bit_matters() {
        let sealed = seal(&key(), b"a", [7; 12], b"plain").unwrap();
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(
                open(&key(), b"a", [7; 12], &changed),
                Err(Tampered),
                "{bit}"
            );
        }
        for length in 0..sealed.len() {
            let cut = &sealed[..length];
            assert_eq!(open(&key(), b"a", [7; 12], cut), Err(Tampered), "{length}");
        }
        assert_eq!(open(&key(), b"b", [7; 12], &sealed), Err(Tampered));
        assert_eq!(open(&key(), b"a", [8; 12], &sealed), Err(Tampered));
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_again(
            associated: Vec<u8>,
            nonce: [u8; 12],
            plain: Vec<u8>,
            other: [u8; 12],
        ) {
            let sealed = seal(&key(), &associated, nonce, &plain).unwrap();
            prop_assert_eq!(sealed.len(), plain.len() + TAG_BYTES);
            let opened = open(&key(), &associated, nonce, &sealed).unwrap();
            prop_assert_eq!(opened.as_slice(), plain.as_slice());
            prop_assume!(other != nonce);
            prop_assert_eq!(open(&key(), &associated, other, &sealed), Err(Tampered));
        }
    }
}
