//! Profiles I and Z (heading: Profillage I & Z).
//!
//! Both stand for customers who work already or need not look for work at present. They always
//! belong to K3, whatever their age or status.

use crate::Rule;
use crate::completions::{Circumstances, ProfileKind};
use crate::group::{Row, Standard};

/// A3 — profile I or Z means K3.
pub(crate) fn profile_i_or_z(known: Circumstances) -> Option<Row> {
    (known.profile == ProfileKind::IOrZ).then_some(Row {
        rule: Rule::A3,
        standard: Standard::K3,
    })
}
