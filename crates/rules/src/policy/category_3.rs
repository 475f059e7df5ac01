//! Customers for whom progress is far off (heading: Kategorie 3).
//!
//! K3 gathers customers whose needs are complex throughout, so that no progress towards work is
//! expected within a year. They are seen every six months.

use crate::Rule;
use crate::completions::{Circumstances, Progress};
use crate::edition::Parameters;
use crate::group::{Row, Standard};
use chrono::NaiveDate;

/// A7 — no progress expected within the horizon means K3.
pub(crate) fn only_complex_needs(known: Circumstances) -> Option<Row> {
    (known.progress == Progress::NotExpected).then_some(Row {
        rule: Rule::A7,
        standard: Standard::K3,
    })
}

/// D2 — the latest day of the next contact after one on `anchor` in K3, inclusive.
pub(crate) fn latest_k3(anchor: NaiveDate, parameters: &Parameters) -> NaiveDate {
    parameters.k3_months.after(anchor)
}
