//! Follow-up by the team lead (headings: Nachhaltung; Zielsetzung).
//!
//! The team lead looks at a sample of customers and at how many of them are seen in time. The sample
//! is random but can be drawn again by anyone; the figures are exact fractions, so that two people
//! who count get the same. They describe a caseload and rank nobody.

mod density;
mod sample;
mod year;

pub use density::{Density, in_care, month_ends, realised_density};
pub use sample::{Division, Drawn, ExemptCustomers, SampleRequest, draw_sample};
pub use year::{Channels, YearFigures, attendance, year_figures};

/// How many of how many; an exact fraction. There may be none to speak of: then both are 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Share {
    /// How many of them.
    pub part: u32,
    /// How many there are.
    pub of: u32,
}

impl Share {
    /// The share of those of which it is true.
    fn of(each: impl Iterator<Item = bool>) -> Self {
        let mut share = Share::default();
        for is_part in each {
            share.part += u32::from(is_part);
            share.of += 1;
        }
        share
    }
}
