//! Why what was typed is no working time, and how to say it.

use crate::typed::{NoDay, NoTime};
use std::fmt;

/// What is wrong. `Display` says so in German, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkingTimeFault {
    /// No share of a post.
    NoShare,
    /// A stretch of hours has no begin or no end.
    HalfAStretch,
    /// A time of a stretch cannot be read.
    NoTime(NoTime),
    /// A stretch ends before it begins, or at once.
    EndsBeforeStart,
    /// Two stretches overlap.
    Overlap,
    /// The first day cannot be read.
    NoFirstDay(NoDay),
    /// The last day cannot be read.
    NoLastDay(NoDay),
    /// The last day lies before the first.
    LastBeforeFirst,
    /// It is entered already.
    Known,
}

impl fmt::Display for WorkingTimeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WorkingTimeFault::NoShare => {
                "Der Stellenanteil ist eine ganze Zahl von 5 bis 100 Prozent."
            }
            WorkingTimeFault::HalfAStretch => {
                "Die Sprechzeiten brauchen je einen Beginn und ein Ende, z. B. 08:00–12:00, 13:00–16:30."
            }
            WorkingTimeFault::NoTime(no_time) => return no_time.fmt(f),
            WorkingTimeFault::EndsBeforeStart => {
                "Eine Sprechzeit endet, bevor sie beginnt. Bitte berichtigen Sie eine der beiden Zeiten."
            }
            WorkingTimeFault::Overlap => {
                "Zwei Sprechzeiten überschneiden sich. Bitte fassen Sie sie zusammen oder berichtigen Sie eine."
            }
            WorkingTimeFault::NoFirstDay(no_day) | WorkingTimeFault::NoLastDay(no_day) => {
                return no_day.fmt(f);
            }
            WorkingTimeFault::LastBeforeFirst => {
                "Der letzte Tag liegt vor dem ersten. Bitte berichtigen Sie einen der beiden."
            }
            WorkingTimeFault::Known => "Das ist schon eingetragen.",
        })
    }
}

impl std::error::Error for WorkingTimeFault {}
