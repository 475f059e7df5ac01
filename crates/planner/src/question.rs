//! What is asked: whose consultations, in which office, for how many weeks, with what fixed already.

use chrono::{NaiveDate, NaiveTime};
use rules::facts::{Appointment, Case, CaseId, Channel};
use rules::{Due, Fact};

/// A customer, as far as planning asks.
#[derive(Debug, Clone, Copy)]
pub struct Customer<'c> {
    /// Identifier of the case; no two customers share one.
    pub id: &'c CaseId,
    /// What the rules ask about.
    pub case: &'c Case,
    /// Every appointment, past ones included, in any order.
    pub appointments: &'c [Appointment],
    /// Channel that the customer prefers.
    pub preferred_channel: Fact<Channel>,
    /// What the rules say today; `None` for a closed customer, of whom only the appointments matter.
    pub due: Option<&'c Due>,
}

/// A number of weeks to plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weeks(u16);

impl Weeks {
    /// A quarter of a year.
    pub const QUARTER: Weeks = Weeks(13);
    /// The longest horizon: every week of a long year.
    pub const MOST: Weeks = Weeks(53);

    /// So many weeks; `None` unless it is 1 to 53.
    pub fn new(weeks: u16) -> Option<Self> {
        (1..=Weeks::MOST.0).contains(&weeks).then_some(Weeks(weeks))
    }

    /// The number.
    pub fn count(self) -> usize {
        usize::from(self.0)
    }
}

/// A proposal that the user fixed: it stays on its day, and planning goes on around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Whose it is.
    pub case: CaseId,
    /// Its day.
    pub date: NaiveDate,
    /// Its start, if that is fixed too.
    pub start: Fact<NaiveTime>,
}
