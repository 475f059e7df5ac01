//! The example: enough invented customers to look like a real morning.

use caseload::Caseload;
use chrono::NaiveDate;

/// As many as one caseworker has.
const CUSTOMERS: usize = 320;

/// The same customers for everybody, so that two people can talk about one screen.
const SEED: u64 = 4;

/// The example's caseload, as it stands on `day`.
pub fn caseload(day: NaiveDate) -> Caseload {
    training::example_caseload(SEED, day, CUSTOMERS)
}
