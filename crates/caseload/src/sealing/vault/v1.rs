//! Version 1 of the vault's written form.
//!
//! ```json
//! {"format":"kontaktdichte-vault","version":1,"store":"…",
//!  "kdf":{"name":"argon2id","memory_kib":65536,"passes":3,"lanes":1,"salt":"…"},
//!  "key":{"cipher":"aes-256-gcm","nonce":"…","wrapped":"…"},"check":"…"}
//! ```
//!
//! Without the line breaks. `wrapped` is ciphertext and tag, `check` the check sum over all
//! the rest.

use super::super::kdf::{Cost, KdfParameters, SALT_BYTES};
use super::super::key::KEY_BYTES;
use super::super::seal::TAG_BYTES;
use super::super::token;
use super::{StoreId, Vault, VaultError, WrappedKey};
use blake2::Blake2b;
use blake2::digest::Digest;
use blake2::digest::consts::U16;
use json::Node;

const FORMAT: &str = "kontaktdichte-vault";
const VERSION: u32 = 1;
const KDF: &str = "argon2id";
const CIPHER: &str = "aes-256-gcm";
const CHECK_BYTES: usize = 16;

pub(super) fn read(json: &[u8]) -> Result<Vault, VaultError> {
    let text = std::str::from_utf8(json).map_err(|_| VaultError::Damaged)?;
    let node = Node::parse(text).map_err(|_| VaultError::Damaged)?;
    let format = node.member("format").and_then(Node::text);
    let version = node.member("version").and_then(Node::count);
    match version {
        Some(found) if format == Some(FORMAT) && found > u64::from(VERSION) => {
            Err(VaultError::NewerVersion { found })
        }
        Some(_) | None => vault(&node).ok_or(VaultError::Damaged),
    }
}

/// The vault, if everything is as version 1 writes it.
pub(in super::super) fn vault(node: &Node<'_>) -> Option<Vault> {
    let [format, version, store, kdf, key, sum] =
        node.members(["format", "version", "store", "kdf", "key", "check"])?;
    let [kdf, memory_kib, passes, lanes, salt] =
        kdf.members(["name", "memory_kib", "passes", "lanes", "salt"])?;
    let [cipher, nonce, wrapped] = key.members(["cipher", "nonce", "wrapped"])?;
    let is_named = format.text() == Some(FORMAT)
        && version.count() == Some(VERSION.into())
        && kdf.text() == Some(KDF)
        && cipher.text() == Some(CIPHER);
    if !is_named {
        return None;
    }
    let number = |node: &Node<'_>| u32::try_from(node.count()?).ok();
    let cost = Cost::new(number(memory_kib)?, number(passes)?, number(lanes)?).ok()?;
    let wrapped: [u8; KEY_BYTES + TAG_BYTES] = token::decode(wrapped.text()?)?;
    let (ciphertext, tag) = wrapped.split_first_chunk()?;
    let vault = Vault {
        store: StoreId(token::decode(store.text()?)?),
        kdf: KdfParameters {
            cost,
            salt: token::decode(salt.text()?)?,
        },
        wrapped: WrappedKey {
            nonce: token::decode(nonce.text()?)?,
            ciphertext: *ciphertext,
            tag: tag.try_into().ok()?,
        },
    };
    (token::decode(sum.text()?) == Some(check(&vault))).then_some(vault)
}

/// Every field is a number or of base64's letters, so nothing needs escaping.
pub(super) fn write(vault: &Vault) -> String {
    let Vault {
        store,
        kdf,
        wrapped,
    } = vault;
    format!(
        "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"store\":\"{store}\",\
         \"kdf\":{{\"name\":\"{KDF}\",\"memory_kib\":{},\"passes\":{},\"lanes\":{},\
         \"salt\":\"{}\"}},\
         \"key\":{{\"cipher\":\"{CIPHER}\",\"nonce\":\"{}\",\"wrapped\":\"{}\"}},\
         \"check\":\"{}\"}}",
        kdf.cost.memory_kib(),
        kdf.cost.passes(),
        kdf.cost.lanes(),
        token::encode(&kdf.salt),
        token::encode(&wrapped.nonce),
        token::encode(&[wrapped.ciphertext.as_slice(), &wrapped.tag].concat()),
        token::encode(&check(vault)),
    )
}

/// What the wrapped key is bound to: the associated data of its wrapping. Fields of fixed length
/// in a fixed order.
pub(super) fn bound(store: StoreId, kdf: &KdfParameters) -> Vec<u8> {
    let salt: &[u8; SALT_BYTES] = &kdf.salt;
    [
        FORMAT.as_bytes(),
        &VERSION.to_be_bytes(),
        store.as_bytes(),
        &kdf.cost.memory_kib().to_be_bytes(),
        &kdf.cost.passes().to_be_bytes(),
        &kdf.cost.lanes().to_be_bytes(),
        salt,
    ]
    .concat()
}

/// Finds accidents, not forgers: anybody can compute it.
fn check(vault: &Vault) -> [u8; CHECK_BYTES] {
    Blake2b::<U16>::new()
        .chain_update(bound(vault.store, &vault.kdf))
        .chain_update(vault.wrapped.nonce)
        .chain_update(vault.wrapped.ciphertext)
        .chain_update(vault.wrapped.tag)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::super::super::entropy::counting::Counter;
    use super::super::super::passphrase::Passphrase;
    use super::*;

    fn vault() -> Vault {
        let passphrase = Passphrase::for_unlocking("Sieben blaue Enten");
        let cost = Cost::new(8192, 1, 1).unwrap();
        let (vault, _) = Vault::create(&passphrase, cost, &mut Counter::default()).unwrap();
        vault
    }

    #[test]
    fn what_is_written_is_read_again() {
        let vault = vault();
        assert_eq!(read(write(&vault).as_bytes()), Ok(vault));
    }

    #[test]
    fn every_accident_is_noticed_before_a_passphrase_is_asked_for() {
        let json = write(&vault()).into_bytes();
        for index in 0..json.len() {
            for bit in 0..8 {
                let mut changed = json.clone();
                changed[index] ^= 1 << bit;
                assert!(read(&changed).is_err(), "{index} {bit}");
            }
            assert_eq!(read(&json[..index]), Err(VaultError::Damaged), "{index}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        let json = write(&vault());
        let with = |from: &str, to: &str| {
            assert!(json.contains(from), "{from}");
            read(json.replace(from, to).as_bytes()).err()
        };
        let newer = Some(VaultError::NewerVersion { found: 2 });
        assert_eq!(with("\"version\":1", "\"version\":2"), newer);
        assert_eq!(with("\"version\":1", "\"version\":2,\"new\":[]"), newer);
        for (from, to) in [
            ("\"version\":1", "\"version\":0"),
            ("\"version\":1", "\"version\":\"2\""),
            ("\"version\":1", "\"version\":1,\"version\":1"),
            ("\"version\":1", "\"version\":1,\"extra\":1"),
            ("kontaktdichte-vault", "kontaktdichte-sealed"),
            ("argon2id", "argon2i"),
            ("aes-256-gcm", "aes-128-gcm"),
            ("\"memory_kib\":8192", "\"memory_kib\":4294967295"),
            ("\"memory_kib\":8192", "\"memory_kib\":8"),
            ("\"passes\":1", "\"passes\":4000000000"),
            ("\"lanes\":1", "\"lanes\":-1"),
        ] {
            assert_eq!(with(from, to), Some(VaultError::Damaged), "{to}");
        }
        for foreign in ["", "{}", "[]", "null", "kdf", "{\"version\":2}"] {
            assert_eq!(
                read(foreign.as_bytes()),
                Err(VaultError::Damaged),
                "{foreign}"
            );
        }
    }
}
