//! The order of the due list (section D): longest overdue first, then by latest day, then the
//! unemployed before the others, then by customer number; open and exempt customers last.

use crate::due::{Due, DueState};
use crate::group::{Group, Standard};
use chrono::NaiveDate;

/// Where a customer stands in the due list; ties are broken by customer number. Days overdue need
/// no place of their own: more of them is the same as an earlier latest day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueRank {
    block: Block,
    latest: Option<NaiveDate>,
    priority: Priority,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Block {
    Dated,
    Open,
    Exempt,
}

/// The unemployed come first (heading: Vorwort).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Priority {
    U25,
    K1,
    K3,
    None,
}

/// The rank of one result.
pub fn due_rank(due: &Due) -> DueRank {
    DueRank {
        block: match due.state {
            DueState::Open => Block::Open,
            DueState::Exempt => Block::Exempt,
            DueState::Overdue
            | DueState::Scheduled
            | DueState::ScheduledLate
            | DueState::LeadMissed
            | DueState::RecordNow
            | DueState::Ok => Block::Dated,
        },
        latest: due.window.map(|window| window.latest),
        priority: match due.group {
            Group::Under(Standard::U25) => Priority::U25,
            Group::Under(Standard::K1) => Priority::K1,
            Group::Under(Standard::K3) => Priority::K3,
            Group::Exempt | Group::Open => Priority::None,
        },
    }
}
