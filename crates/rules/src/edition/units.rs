//! Units of the policy's numbers, so that days are never added where months are meant.

use chrono::{Months as ChronoMonths, NaiveDate};

/// Calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub u16);

/// Calendar months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Months(pub u16);

/// Years of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Years(pub u16);

/// Minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u16);

/// A number of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(pub u16);

/// A day of the month; 0 stands before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayOfMonth(pub u16);

impl Days {
    /// The day this many days after `day`.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        day + chrono::Days::new(u64::from(self.0))
    }

    /// The day this many days before `day`.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        day - chrono::Days::new(u64::from(self.0))
    }
}

impl Months {
    /// D5 — adding months keeps the number of the day, or takes the last day of a shorter month
    /// (heading: Mindeststandards).
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        day + ChronoMonths::new(u32::from(self.0))
    }
}
