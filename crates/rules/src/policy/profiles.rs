//! Profiles I and Z (heading: Profillage I & Z).
//!
//! Both stand for customers who work already or need not look for work at present. They always
//! belong to K3, whatever their age or status. Because that takes customers out of sight for half a
//! year, both have to be well founded: profile I by five conditions that must all hold, profile Z by
//! one of the listed reasons, which end some day.

use crate::completions::{Circumstances, ProfileKind};
use crate::due::Setting;
use crate::facts::{Case, Profile, ProfileI, ProfileIWork, ProfileZ, ProfileZReason};
use crate::finding::{Birthday, CategoryProblem, Finding, Problem, ProfileICondition, Severity};
use crate::group::{Row, Standard};
use crate::policy::u25;
use crate::{Fact, Rule};
use chrono::NaiveDate;

/// A3 — profile I or Z means K3.
pub(crate) fn profile_i_or_z(known: Circumstances) -> Option<Row> {
    (known.profile == ProfileKind::IOrZ).then_some(Row {
        rule: Rule::A3,
        standard: Standard::K3,
    })
}

/// E3 — profile I although a condition is known not to hold, or nobody knows whether all do.
pub(crate) fn profile_i_unfounded(case: &Case) -> Option<Finding> {
    if case.profile != Fact::Known(Profile::I) {
        return None;
    }
    let conditions = profile_i_conditions(case.profile_i.unwrap_or_default());
    let all_hold = conditions
        .iter()
        .fold(Fact::Known(true), |all, (_, holds)| all.and(*holds));
    let those = |standing: Fact<bool>| {
        conditions
            .iter()
            .filter(|(_, holds)| *holds == standing)
            .map(|(condition, _)| *condition)
            .collect()
    };
    let (severity, problem) = match all_hold {
        Fact::Known(true) => return None,
        Fact::Known(false) => (
            Severity::Error,
            CategoryProblem::ProfileINotMet(those(Fact::Known(false))),
        ),
        Fact::Unknown => (
            Severity::Info,
            CategoryProblem::ProfileIOpen(those(Fact::Unknown)),
        ),
    };
    Some(Finding::of_case(
        Rule::E3,
        severity,
        Problem::Category(problem),
    ))
}

/// E3 — whether each condition of profile I holds.
fn profile_i_conditions(recorded: ProfileI) -> [(ProfileICondition, Fact<bool>); 5] {
    let work = recorded.work.map(|work| match work {
        ProfileIWork::FullTimeInsured | ProfileIWork::SelfEmployed => true,
        ProfileIWork::Other => false,
    });
    [
        (
            ProfileICondition::PossibilitiesExhausted,
            recorded.possibilities_exhausted,
        ),
        (ProfileICondition::FullTimeOrSelfEmployed, work),
        (ProfileICondition::StillInNeed, recorded.still_in_need),
        (
            ProfileICondition::ReasonDocumented,
            recorded.reason_documented,
        ),
        (
            ProfileICondition::NoPotential,
            recorded.potential_exists.map(|exists| !exists),
        ),
    ]
}

/// E4 — profile Z without one of the listed reasons.
pub(crate) fn profile_z_without_reason(case: &Case) -> Option<Finding> {
    let lacking = case.profile == Fact::Known(Profile::Z)
        && case
            .profile_z
            .is_none_or(|recorded| recorded.reason.is_none());
    lacking.then(|| {
        let problem = Problem::Category(CategoryProblem::ProfileZWithoutReason);
        Finding::of_case(Rule::E4, Severity::Warning, problem)
    })
}

/// E5 — the reason for profile Z has ended: the child or the trainee is too old for it, or its last
/// day is over, whichever reason it is.
pub(crate) fn profile_z_ended(case: &Case, setting: &Setting) -> Option<Finding> {
    let recorded = recorded_z(case)?;
    let reached = |birthday: &Birthday| birthday.on <= setting.today;
    let child = child_grows_out(recorded, setting).filter(reached);
    let trainee = trainee_grows_out(case, recorded, setting).filter(reached);
    let until = recorded
        .until
        .known()
        .filter(|until| *until < setting.today);
    if child.is_none() && trainee.is_none() && until.is_none() {
        return None;
    }
    let problem = CategoryProblem::ProfileZEnded {
        child,
        trainee,
        until,
    };
    Some(about_z(Severity::Error, problem))
}

/// E5 — a reduction of earning capacity that is to last longer than profile Z allows, counted from
/// its first day, or from today if that is not known.
pub(crate) fn reduced_capacity_too_long(case: &Case, setting: &Setting) -> Option<Finding> {
    let recorded = recorded_z(case)?;
    if recorded.reason != Some(ProfileZReason::ReducedCapacity) {
        return None;
    }
    let from = match recorded.from {
        Fact::Known(from) => from,
        Fact::Unknown => setting.today,
    };
    let longest = setting
        .edition
        .parameters()
        .reduced_capacity_months
        .after(from);
    let until = recorded.until.known().filter(|until| *until > longest)?;
    let problem = CategoryProblem::ReducedCapacityTooLong { until, longest };
    Some(about_z(Severity::Warning, problem))
}

/// E5 — the reason for profile Z ends within the outlook: the child comes of the age, or the last
/// day is near; that day itself is still covered.
pub(crate) fn profile_z_ending(case: &Case, setting: &Setting) -> Option<Finding> {
    let recorded = recorded_z(case)?;
    let today = setting.today;
    let in_sight = |day: NaiveDate| day <= setting.edition.parameters().outlook_days.after(today);
    let child = child_grows_out(recorded, setting)
        .filter(|birthday| today < birthday.on && in_sight(birthday.on));
    let until = recorded
        .until
        .known()
        .filter(|until| today <= *until && in_sight(*until));
    if child.is_none() && until.is_none() {
        return None;
    }
    let problem = CategoryProblem::ProfileZEnding { child, until };
    Some(about_z(Severity::Info, problem))
}

fn about_z(severity: Severity, problem: CategoryProblem) -> Finding {
    Finding::of_case(Rule::E5, severity, Problem::Category(problem))
}

/// What profile Z rests on, for customers who have it.
fn recorded_z(case: &Case) -> Option<ProfileZ> {
    case.profile_z
        .filter(|_| case.profile == Fact::Known(Profile::Z))
}

/// E5 — the birthday on which the child is no reason any more; born on 29 February it is 1 March.
fn child_grows_out(recorded: ProfileZ, setting: &Setting) -> Option<Birthday> {
    if recorded.reason != Some(ProfileZReason::ChildUnder3) {
        return None;
    }
    let age = setting.edition.parameters().child_age;
    let on = u25::birthday(recorded.child_born_on.known()?, age);
    Some(Birthday { age, on })
}

/// E5 — the birthday on which dual training is no reason any more.
fn trainee_grows_out(case: &Case, recorded: ProfileZ, setting: &Setting) -> Option<Birthday> {
    if recorded.reason != Some(ProfileZReason::DualTraining) {
        return None;
    }
    let age = setting.edition.parameters().youth_age;
    let on = u25::birthday(case.birth_date.known()?, age);
    Some(Birthday { age, on })
}
