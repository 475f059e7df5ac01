//! Whatever a caseload holds comes back from its file, and no file makes the reader fall over.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod arbitrary;

use caseload::file::{read, write};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

const EVERY_FIELD: &[u8] = include_bytes!("../fixtures/v1/every-field.kkd.json");

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_caseload_comes_back_from_its_file(caseload in arbitrary::caseload(today())) {
        let written = write(&caseload);
        let back = read(&written, today());
        prop_assert_eq!(back.as_ref(), Ok(&caseload));
        prop_assert_eq!(back.map(|back| write(&back)), Ok(written));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_a_reason(
        damage in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        length in any::<Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = EVERY_FIELD.to_vec();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(length.index(bytes.len()));
        }
        match read(&bytes, today()) {
            Ok(caseload) => prop_assert_eq!(read(&write(&caseload), today()), Ok(caseload)),
            Err(error) => {
                prop_assert!(!error.faults().is_empty());
                for fault in error.faults() {
                    prop_assert!(!fault.to_string().is_empty() && !fault.german().is_empty());
                }
            }
        }
    }
}
