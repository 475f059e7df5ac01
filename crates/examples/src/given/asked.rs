//! What a case asks about beyond its customer: a week of the caseworker, a sample of all customers.

use super::inner;
use crate::tree::Keys;
use rules::calendar::IsoWeek;
use rules::{Division, ExemptCustomers, SampleRequest};

/// What a case asks about beyond its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// A week of the caseworker.
    pub week: Option<IsoWeek>,
    /// A sample of the customers.
    pub sample: Option<SampleRequest>,
}

pub(super) fn asked(keys: &Keys<'_>) -> Result<Asked, String> {
    let week = keys.text("week")?.map(|text| text.parse::<IsoWeek>());
    Ok(Asked {
        week: week.transpose().map_err(|error| error.to_string())?,
        sample: inner(keys, "sample", sample)?,
    })
}

fn sample(keys: &Keys<'_>) -> Result<SampleRequest, String> {
    Ok(SampleRequest {
        seed: keys.required("seed")?.to_owned(),
        size: keys.small("size")?.unwrap_or_default().into(),
        division: match keys.flag("by_group")?.unwrap_or_default() {
            true => Division::ByGroup,
            false => Division::Together,
        },
        exempt: match keys.flag("all")?.unwrap_or_default() {
            true => ExemptCustomers::Drawn,
            false => ExemptCustomers::LeftOut,
        },
    })
}
