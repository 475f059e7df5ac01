//! What can be wrong with category, profile and marker.

use crate::CaseFact;
use crate::Standard;
use crate::edition::Years;
use crate::facts::Category;
use chrono::NaiveDate;

/// A category, profile or marker that does not fit the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CategoryProblem {
    /// E1 — the recorded category is not that of the settled group.
    Wrong {
        /// What is recorded.
        recorded: Category,
        /// What the rules say.
        standard: Standard,
    },
    /// E2 — no category is recorded.
    Missing {
        /// The category to record; `None` while the group is open.
        expected: Option<Category>,
    },
    /// E3 — profile I, and these conditions are known not to hold.
    ProfileINotMet(Vec<ProfileICondition>),
    /// E3 — profile I, nothing speaks against it, and of these conditions nobody knows.
    ProfileIOpen(Vec<ProfileICondition>),
    /// E4 — profile Z, and no reason is recorded.
    ProfileZWithoutReason,
    /// E5 — the reason for profile Z has ended, in one of these ways or several.
    ProfileZEnded {
        /// The birthday on which the child grew out of the reason.
        child: Option<Birthday>,
        /// The birthday on which the trainee did.
        trainee: Option<Birthday>,
        /// The last day of the reason, inclusive.
        until: Option<NaiveDate>,
    },
    /// E5 — the earning capacity is reduced for longer than profile Z allows.
    ReducedCapacityTooLong {
        /// Last day that is recorded, inclusive.
        until: NaiveDate,
        /// Last day that the profile allows, inclusive.
        longest: NaiveDate,
    },
    /// E5 — the reason for profile Z ends soon.
    ProfileZEnding {
        /// The birthday on which the child grows out of the reason.
        child: Option<Birthday>,
        /// The last day of the reason, inclusive.
        until: Option<NaiveDate>,
    },
    /// E6 — the K3 marker is not set.
    K3MarkerNotSet,
    /// E8 — the birthday that ends the youth standard is near.
    YouthEnds(Birthday),
    /// E9 — facts are missing that decide the group.
    GroupOpen {
        /// The facts, in the order of their paths.
        missing: Vec<CaseFact>,
        /// The standard that the recorded category stands for meanwhile.
        counted_as: Option<Standard>,
    },
}

/// A condition of profile I.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProfileICondition {
    /// The customer works as much as personally possible.
    PossibilitiesExhausted,
    /// The work is full-time and insured, or self-employment.
    FullTimeOrSelfEmployed,
    /// The customer still needs benefits.
    StillInNeed,
    /// It is documented why there is no further potential.
    ReasonDocumented,
    /// There is no potential to end the need.
    NoPotential,
}

/// A day on which somebody completes a year of age that a rule asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birthday {
    /// The age.
    pub age: Years,
    /// The day.
    pub on: NaiveDate,
}
