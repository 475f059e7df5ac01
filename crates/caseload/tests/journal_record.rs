//! A record is read as it was written, at its place, or refused.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

#[expect(dead_code, reason = "each test uses its part of the store")]
mod stored;

use caseload::journal::record::{read, write};
use caseload::journal::{Kind, Protection, RecordFault, WriteFault};
use caseload::sealing::{Entropy, NoEntropy};
use stored::{Counter, vault};

const NUMBER: u64 = 0x0102_0304_0506_0708;
const PAYLOAD: &[u8] = "{\"name\":\"Öztürk\"}".as_bytes();

fn record(protection: &Protection) -> Vec<u8> {
    write(protection, Kind::Event, NUMBER, PAYLOAD, &mut Counter(0)).unwrap()
}

fn fault(protection: &Protection, bytes: &[u8]) -> RecordFault {
    read(protection, Kind::Event, NUMBER, bytes).unwrap_err()
}

/// What a flipped bit in this byte comes to.
fn class(place: usize) -> RecordFault {
    match place {
        0..2 => RecordFault::NotARecord,
        // A version that cannot be, or one that opens as version 1 and so was none other.
        2 => RecordFault::Tampered,
        3 => RecordFault::WrongKind,
        4 => RecordFault::WrongProtection,
        5..13 => RecordFault::WrongNumber,
        _ => RecordFault::Tampered,
    }
}

#[test]
fn a_record_comes_back() {
    for protection in [Protection::Plain, vault(1).1] {
        let bytes = record(&protection);
        let payload = read(&protection, Kind::Event, NUMBER, &bytes).unwrap();
        assert_eq!(payload.as_slice(), PAYLOAD);
        assert_eq!(&bytes[..5], [b'K', b'D', 1, 1, bytes[4]]);
        assert_eq!(bytes[5..13], NUMBER.to_be_bytes());
    }
}

#[test]
fn a_sealed_record_shows_nothing_of_its_content() {
    let bytes = record(&vault(1).1);
    assert!(
        !bytes
            .windows(4)
            .any(|part| PAYLOAD.windows(4).any(|plain| plain == part))
    );
}

#[test]
fn every_flipped_bit_is_noticed_and_named() {
    for protection in [Protection::Plain, vault(1).1] {
        let whole = record(&protection);
        for place in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.clone();
                bytes[place] ^= 1 << bit;
                let expected = class(place);
                assert_eq!(
                    fault(&protection, &bytes),
                    expected,
                    "byte {place}, bit {bit}"
                );
            }
        }
    }
}

#[test]
fn every_shorter_and_longer_record_is_refused() {
    for (protection, least) in [(Protection::Plain, 13 + 16), (vault(1).1, 13 + 12 + 16)] {
        let whole = record(&protection);
        for length in 0..whole.len() {
            let expected = match length {
                0 => RecordFault::Empty,
                _ if length < least => RecordFault::Truncated,
                _ => RecordFault::Tampered,
            };
            assert_eq!(
                fault(&protection, &whole[..length]),
                expected,
                "{length} bytes"
            );
        }
        let longer = [whole.as_slice(), b"\0"].concat();
        assert_eq!(fault(&protection, &longer), RecordFault::Tampered);
    }
}

#[test]
fn a_record_stays_at_its_place() {
    let (_, sealed) = vault(1);
    for protection in [&Protection::Plain, &sealed] {
        let bytes = record(protection);
        let elsewhere = |kind, number| read(protection, kind, number, &bytes).unwrap_err();
        assert_eq!(elsewhere(Kind::Event, NUMBER + 1), RecordFault::WrongNumber);
        assert_eq!(elsewhere(Kind::Snapshot, NUMBER), RecordFault::WrongKind);
        assert_eq!(elsewhere(Kind::Draft, NUMBER), RecordFault::WrongKind);
    }
    let (_, other) = vault(2);
    assert_eq!(fault(&other, &record(&sealed)), RecordFault::Tampered);
    assert_eq!(
        fault(&Protection::Plain, &record(&sealed)),
        RecordFault::WrongProtection
    );
    assert_eq!(
        fault(&sealed, &record(&Protection::Plain)),
        RecordFault::WrongProtection
    );
}

#[test]
fn the_name_of_the_store_is_sealed_in() {
    let (Protection::Sealed { key, .. }, (other, _)) = (vault(1).1, vault(2)) else {
        panic!("a vault seals");
    };
    let moved = Protection::Sealed {
        store: other.store(),
        key,
    };
    assert_eq!(fault(&moved, &record(&vault(1).1)), RecordFault::Tampered);
}

#[test]
fn a_newer_version_is_told_from_a_damaged_version() {
    let (_, sealed) = vault(1);
    let mut bytes = record(&sealed);
    bytes[2] = 2;
    assert_eq!(
        fault(&sealed, &bytes),
        RecordFault::Tampered,
        "it opens as version 1"
    );
    // A newer version has its version sealed in, and whatever else it does differently.
    bytes[20] ^= 1;
    assert_eq!(
        fault(&sealed, &bytes),
        RecordFault::NewerVersion { found: 2 }
    );
}

#[test]
fn without_randomness_nothing_is_sealed() {
    struct Dry;
    impl Entropy for Dry {
        fn fill(&mut self, _bytes: &mut [u8]) -> Result<(), NoEntropy> {
            Err(NoEntropy)
        }
    }
    let (_, sealed) = vault(1);
    let written = write(&sealed, Kind::Event, 1, PAYLOAD, &mut Dry);
    assert_eq!(written, Err(WriteFault::NoEntropy));
    assert!(write(&Protection::Plain, Kind::Event, 1, PAYLOAD, &mut Dry).is_ok());
}
