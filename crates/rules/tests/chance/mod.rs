//! How many customers or calendars a property is tried on.

use proptest::prelude::ProptestConfig;

/// As many as the property usually wants, or as `PROPTEST_CASES` says where that is set.
pub fn config(usual: u32) -> ProptestConfig {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig {
            cases: usual,
            ..config
        },
    }
}
