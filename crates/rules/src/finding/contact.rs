//! What the duties that come with a contact can be missing.

use crate::edition::{Count, Minutes};
use crate::facts::Delivery;
use chrono::NaiveDate;

/// A duty of a contact that was not met, or a contact that does not count although somebody may
/// think so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactProblem {
    /// B4 — a group session in K3, where none counts.
    GroupSessionInK3,
    /// B4 — a group session beyond those that count in a calendar year.
    GroupSessionsUsedUp {
        /// How many count in a year.
        per_year: Count,
    },
    /// B7 — a contact on a day that has not come yet.
    LiesAhead {
        /// The day of the check.
        today: NaiveDate,
    },
    /// C1 — the cooperation plan was not updated.
    PlanNotUpdated,
    /// C2 — the plan was updated but did not reach the customer the right way.
    PlanNotDelivered {
        /// The right way: the mailbox if the customer agreed to it, else that of the channel, for
        /// which the mailbox would do as well.
        right_way: Delivery,
    },
    /// C3 — there is no documentation yet, and the time for it is over.
    NotDocumented {
        /// Last day for it, inclusive.
        by: NaiveDate,
    },
    /// C3 — documented too late.
    DocumentedLate {
        /// The day of documentation.
        on: NaiveDate,
        /// Last day for it, inclusive.
        by: NaiveDate,
    },
    /// C4 — of unusual length, and known to be without a documented reason.
    UnusualLength {
        /// How long it took.
        minutes: u16,
        /// How long it should have taken.
        usual: UsualLength,
    },
    /// C5 — nothing was arranged for the next consultation, and there is no appointment.
    NextInvitationMissing,
    /// C6 — the category of a K3 customer was not reviewed afterwards.
    CategoryNotReviewed,
}

/// The length that the policy gives a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsualLength {
    /// A first consultation takes this long.
    First(Minutes),
    /// A follow-up takes this long at most.
    FollowUpAtMost(Minutes),
    /// Nobody recorded which of the two it was; it is neither.
    Either {
        /// Length of a first consultation.
        first: Minutes,
        /// Longest follow-up.
        follow_up_at_most: Minutes,
    },
}
