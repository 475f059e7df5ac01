//! Sealed bytes of every past version open for ever.
//!
//! The files in `fixtures/sealing/` were written once, with the cheapest derivation that is read.
//! They are never written again; a new version adds its own beside them.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod counting;

use caseload::sealing::{Content, Cost, Passphrase, SealedFile, UnlockError, Vault, open, write};
use chrono::{DateTime, Utc};
use counting::Counter;

const VAULT_V1: &[u8] = include_bytes!("fixtures/sealing/vault-v1.json");
const BACKUP_V1: &[u8] = include_bytes!("fixtures/sealing/backup-v1.kkd");
/// `Kontaktdichte`, sealed as of `record 1` with the nonce 07 … 07.
const RECORD_V1: &[u8] = include_bytes!("fixtures/sealing/record-v1.bin");

const PASSPHRASE: &str = "Fünf Äpfel am Baum";
const PLAIN: &str = "{\"name\":\"Yağmur Öztürk\"}\n";

fn moment() -> DateTime<Utc> {
    "2026-11-22T18:40:00Z".parse().unwrap()
}

#[test]
fn a_vault_of_version_1_unlocks_its_records() {
    let vault = Vault::from_json(VAULT_V1).unwrap();
    assert_eq!(vault.store().to_string(), "AAECAwQFBgcICQoLDA0ODw");
    assert_eq!(vault.cost(), Cost::new(8192, 1, 1).unwrap());
    let key = vault
        .unlock(&Passphrase::for_unlocking(PASSPHRASE))
        .unwrap();
    let record = open(&key, b"record 1", [7; 12], RECORD_V1).unwrap();
    assert_eq!(record.as_slice(), b"Kontaktdichte");
    let other = vault.unlock(&Passphrase::for_unlocking("Fünf Birnen am Baum"));
    assert_eq!(other.err(), Some(UnlockError::WrongPassphrase));
}

#[test]
fn a_backup_of_version_1_opens() {
    let file = SealedFile::parse(BACKUP_V1).unwrap();
    assert_eq!(file.content(), Content::Backup);
    assert_eq!(file.written_at(), moment());
    assert_eq!(file.store(), Vault::from_json(VAULT_V1).unwrap().store());
    let plain = file.open(&Passphrase::for_unlocking(PASSPHRASE)).unwrap();
    assert_eq!(plain.as_slice(), PLAIN.as_bytes());
}

/// A changed spelling would still be read by the program that writes it, but no longer by the
/// versions before. It needs a new version number.
#[test]
fn version_1_is_still_written_byte_for_byte() {
    let mut entropy = Counter(0);
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let cost = Cost::new(8192, 1, 1).unwrap();
    let (vault, key) = Vault::create(&passphrase, cost, &mut entropy).unwrap();
    assert_eq!(vault.to_json().as_bytes(), VAULT_V1);
    let plain = PLAIN.as_bytes();
    let backup = write(Content::Backup, &vault, &key, moment(), plain, &mut entropy);
    assert_eq!(backup.unwrap(), BACKUP_V1);
}
