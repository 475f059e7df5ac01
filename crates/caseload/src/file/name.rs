//! Enumerations of the format: each value of a domain type has one name, both ways.

use super::fault::Expected;
use super::value::Value;
use crate::record::TransferSystem;
use chrono::Weekday;
use json::Node;
use rules::Rule;
use rules::edition::{EditionId, Parameter, U25Mode};
use rules::facts::{
    Canceller, Category, Channel, ConsultationKind, Delivery, FederalState, NextInvitation, Origin,
    Outcome, Profile, ProfileIWork, ProfileZReason, Status, Supervision,
};

/// A type whose values have names in files.
pub(super) trait Named: Copy + 'static {
    /// Every value, in the order of the format's description.
    const ALL: &'static [Self];
    /// The name of the value.
    fn name(self) -> &'static str;
}

impl<'n, T: Named> Value<'n> for T {
    fn expected() -> Expected {
        Expected::OneOf(T::ALL.iter().map(|value| value.name()).collect())
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        let name = <&str>::of(node)?;
        T::ALL.iter().copied().find(|value| value.name() == name)
    }

    fn node(self) -> Node<'n> {
        self.name().node()
    }
}

impl<'n> Value<'n> for Rule {
    fn expected() -> Expected {
        Expected::RuleId
    }

    fn of(node: &'n Node<'n>) -> Option<Self> {
        <&str>::of(node)?.parse().ok()
    }

    fn node(self) -> Node<'n> {
        self.id().node()
    }
}

/// Gives every value of an enumeration its name; a forgotten one does not compile.
macro_rules! named {
    ($($kind:ident { $($value:ident = $name:literal),+ $(,)? })+) => { $(
        impl Named for $kind {
            const ALL: &'static [Self] = &[$($kind::$value),+];

            fn name(self) -> &'static str {
                match self {
                    $($kind::$value => $name,)+
                }
            }
        }
    )+ };
}

named! {
    Status { Unemployed = "unemployed", JobSeeking = "job_seeking", NotSet = "not_set" }
    Profile { M = "M", A = "A", F = "F", E = "E", S = "S", U = "U", I = "I", Z = "Z" }
    Category { K1 = "K1", K3 = "K3" }
    Supervision {
        Regular = "regular",
        CaseManagement = "case_management",
        EmployerAcquisition = "employer_acquisition",
    }
    ProfileIWork {
        FullTimeInsured = "full_time_insured",
        SelfEmployed = "self_employed",
        Other = "other",
    }
    ProfileZReason {
        ChildUnder3 = "child_under_3",
        Care = "care",
        ReducedCapacity = "reduced_capacity",
        CompulsorySchool = "compulsory_school",
        FullTimeDegree = "full_time_degree",
        DualTraining = "dual_training",
        TrainingAid = "training_aid",
    }
    Channel {
        InPerson = "in_person",
        Video = "video",
        Phone = "phone",
        Group = "group",
        Written = "written",
    }
    ConsultationKind { First = "first", FollowUp = "follow_up" }
    Delivery { HandedOver = "handed_over", Sent = "sent", DigitalMailbox = "digital_mailbox" }
    NextInvitation {
        HandedOver = "handed_over",
        TaskAndPlanNote = "task_and_plan_note",
        None = "none",
    }
    Outcome {
        Open = "open",
        Held = "held",
        NotHeld = "not_held",
        Cancelled = "cancelled",
        NoShow = "no_show",
        Voided = "voided",
    }
    Canceller { Customer = "customer", Office = "office" }
    Origin { Entered = "entered", List = "list" }
    TransferSystem { Verbis = "verbis", Atv = "atv" }
    U25Mode { CalendarMonth = "calendar_month", Rolling = "rolling" }
    Weekday {
        Mon = "mon",
        Tue = "tue",
        Wed = "wed",
        Thu = "thu",
        Fri = "fri",
        Sat = "sat",
        Sun = "sun",
    }
}

impl Named for FederalState {
    const ALL: &'static [Self] = &FederalState::ALL;

    fn name(self) -> &'static str {
        self.code()
    }
}

impl Named for Parameter {
    const ALL: &'static [Self] = &Parameter::ALL;

    fn name(self) -> &'static str {
        self.key()
    }
}

impl Named for EditionId {
    const ALL: &'static [Self] = &[EditionId::E2025_04];

    fn name(self) -> &'static str {
        self.key()
    }
}
