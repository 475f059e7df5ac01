//! What is recorded about people beyond the facts that decide group, contacts and clock: the facts
//! that are checked.

use super::{known_or_not, yes_or_no};
use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use rules::facts::{
    Case, ConsultationKind, Contact, Delivery, FourPhases, NextInvitation, Origin, ProfileI,
    ProfileIWork, ProfileZ, ProfileZReason,
};

/// Days around `today` on which rules decide something, and now and then one from the ends of what
/// a file can hold.
fn some_day(today: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        8 => (0..400u64).prop_map(move |days| today + Days::new(days) - Days::new(200)),
        4 => (0..100u64).prop_map(move |days| today - Months::new(36) - Days::new(20) + Days::new(days)),
        1 => Just(NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()),
        1 => Just(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default()),
    ]
}

fn profile_i() -> impl Strategy<Value = ProfileI> {
    let work = proptest::sample::select(vec![
        ProfileIWork::FullTimeInsured,
        ProfileIWork::SelfEmployed,
        ProfileIWork::Other,
    ]);
    (
        yes_or_no(),
        known_or_not(work),
        yes_or_no(),
        yes_or_no(),
        yes_or_no(),
    )
        .prop_map(|(exhausted, work, need, reason, potential)| ProfileI {
            possibilities_exhausted: exhausted,
            work,
            still_in_need: need,
            reason_documented: reason,
            potential_exists: potential,
        })
}

fn profile_z(today: NaiveDate) -> impl Strategy<Value = ProfileZ> {
    let reason = proptest::sample::select(vec![
        ProfileZReason::ChildUnder3,
        ProfileZReason::Care,
        ProfileZReason::ReducedCapacity,
        ProfileZReason::DualTraining,
    ]);
    (
        known_or_not(some_day(today)),
        proptest::option::weighted(0.8, reason),
        known_or_not(some_day(today)),
        known_or_not(some_day(today)),
    )
        .prop_map(|(from, reason, child_born_on, until)| ProfileZ {
            from,
            reason,
            child_born_on,
            until,
        })
}

fn four_phases() -> impl Strategy<Value = FourPhases> {
    (
        yes_or_no(),
        yes_or_no(),
        yes_or_no(),
        yes_or_no(),
        yes_or_no(),
    )
        .prop_map(
            |(potential_analysis, goal, strategy, cooperation_plan, documented_with_task)| {
                FourPhases {
                    potential_analysis,
                    goal,
                    strategy,
                    cooperation_plan,
                    documented_with_task,
                }
            },
        )
}

/// The case with the facts that sections C and E check.
pub fn checked_case(
    case: impl Strategy<Value = Case>,
    today: NaiveDate,
) -> impl Strategy<Value = Case> {
    (
        case,
        yes_or_no(),
        yes_or_no(),
        proptest::option::of(profile_i()),
        proptest::option::of(profile_z(today)),
        four_phases(),
    )
        .prop_map(
            |(case, k3_marker_set, digital_consent, profile_i, profile_z, four_phases)| Case {
                k3_marker_set,
                digital_consent,
                profile_i,
                profile_z,
                four_phases,
                ..case
            },
        )
}

/// The contact with the facts that section C checks.
pub fn checked_contact(contact: impl Strategy<Value = Contact>) -> impl Strategy<Value = Contact> {
    let kind = proptest::sample::select(vec![ConsultationKind::First, ConsultationKind::FollowUp]);
    let ways = proptest::sample::subsequence(
        vec![
            Delivery::HandedOver,
            Delivery::Sent,
            Delivery::DigitalMailbox,
        ],
        0..=3,
    )
    .prop_map(|ways| ways.into_iter().collect());
    let invitation = proptest::sample::select(vec![
        NextInvitation::HandedOver,
        NextInvitation::TaskAndPlanNote,
        NextInvitation::None,
    ]);
    let origin = prop_oneof![4 => Just(Origin::Entered), 1 => Just(Origin::List)];
    (
        contact,
        (known_or_not(kind), known_or_not(30..90u16), yes_or_no()),
        proptest::option::weighted(0.8, 0..5u64),
        (yes_or_no(), known_or_not(ways)),
        yes_or_no(),
        known_or_not(invitation),
        origin,
    )
        .prop_map(
            |(contact, length, documented_after, plan, reviewed, invitation, origin)| Contact {
                kind: length.0,
                duration_minutes: length.1,
                duration_reason_documented: length.2,
                documented_on: documented_after.map(|days| contact.date + Days::new(days)),
                plan_updated: plan.0,
                plan_delivery: plan.1,
                category_reviewed: reviewed,
                next_invitation: invitation,
                origin,
                ..contact
            },
        )
}
