//! Who a customer is: age, status, profile, category. Mostly consistent, sometimes with a gap or a
//! category that was not kept up, as in any real caseload.

use super::names;
use crate::dice::Dice;
use caseload::Customer;
use chrono::{Days, Months, NaiveDate};
use rules::Fact;
use rules::facts::{
    Category, FourPhases, Profile, ProfileI, ProfileIWork, ProfileZ, ProfileZReason,
    SelfEmployment, Status, Supervision,
};

/// Fills in the facts of a customer, as of `today`.
pub(super) fn describe(customer: &mut Customer, dice: &mut Dice, today: NaiveDate) {
    customer.name = Some(names::invent(dice));
    let facts = &mut customer.facts;
    facts.birth_date = Fact::Known(birth_date(dice, today));
    facts.in_care_since = Fact::Known(today - Days::new(u64::from(dice.between(5, 1000))));
    facts.status = dice.weighted(
        &[
            (74, Fact::Known(Status::Unemployed)),
            (18, Fact::Known(Status::JobSeeking)),
            (5, Fact::Known(Status::NotSet)),
            (3, Fact::Unknown),
        ],
        Fact::Unknown,
    );
    facts.profile = dice.weighted(
        &[
            (6, Fact::Known(Profile::M)),
            (10, Fact::Known(Profile::A)),
            (32, Fact::Known(Profile::F)),
            (18, Fact::Known(Profile::E)),
            (11, Fact::Known(Profile::S)),
            (6, Fact::Known(Profile::U)),
            (7, Fact::Known(Profile::I)),
            (8, Fact::Known(Profile::Z)),
            (2, Fact::Unknown),
        ],
        Fact::Unknown,
    );
    facts.progress_expected = dice.weighted(
        &[
            (78, Fact::Known(true)),
            (17, Fact::Known(false)),
            (5, Fact::Unknown),
        ],
        Fact::Unknown,
    );
    facts.supervision = dice.weighted(
        &[
            (94, Supervision::Regular),
            (4, Supervision::CaseManagement),
            (2, Supervision::EmployerAcquisition),
        ],
        Supervision::Regular,
    );
    facts.integrated = dice.chance(4);
    facts.digital_consent = dice.weighted(
        &[(50, Fact::Known(true)), (35, Fact::Known(false))],
        Fact::Unknown,
    );
    if dice.chance(4) {
        facts.self_employment = Some(SelfEmployment {
            main_occupation: Fact::Known(true),
            exit_to_insured_job_is_goal: Fact::from(dice.chance(80).then(|| dice.chance(50))),
        });
    }
    facts.profile_i = (facts.profile == Fact::Known(Profile::I)).then(|| profile_i(dice));
    facts.profile_z = (facts.profile == Fact::Known(Profile::Z)).then(|| profile_z(dice, today));
    facts.category = category(dice, facts.status, facts.profile, facts.progress_expected);
    facts.k3_marker_set = match facts.category {
        Some(Category::K3) => Fact::Known(dice.chance(90)),
        Some(Category::K1) | None => Fact::Unknown,
    };
    facts.four_phases = four_phases(dice);
    if dice.chance(3) {
        customer.closed_on = Some(today - Days::new(u64::from(dice.between(1, 300))));
        customer.closed_reason = Some("Leistungsbezug beendet".to_owned());
    }
}

/// Mostly 25 to 64; some younger, a few about to turn 25.
fn birth_date(dice: &mut Dice, today: NaiveDate) -> NaiveDate {
    let years = dice.weighted(&[(14, (17, 24)), (86, (25, 63))], (25, 63));
    if dice.chance(3) {
        let soon = u64::from(dice.between(3, 55));
        return today + Days::new(soon) - Months::new(25 * 12);
    }
    let months = dice.between(years.0 * 12 + 1, years.1 * 12 + 10);
    today - Months::new(months) - Days::new(u64::from(dice.between(1, 28)))
}

/// The category that a colleague would have recorded; now and then an old one.
fn category(
    dice: &mut Dice,
    status: Fact<Status>,
    profile: Fact<Profile>,
    progress: Fact<bool>,
) -> Option<Category> {
    // Where facts are missing nobody has come to a category yet either, more often than not.
    let unclear = status.is_unknown() || profile.is_unknown() || progress.is_unknown();
    if dice.chance(if unclear { 55 } else { 3 }) {
        return None;
    }
    let fits_k1 = status == Fact::Known(Status::Unemployed)
        && !matches!(profile, Fact::Known(Profile::I | Profile::Z))
        && progress != Fact::Known(false);
    let kept_up = !dice.chance(4);
    Some(if fits_k1 == kept_up {
        Category::K1
    } else {
        Category::K3
    })
}

fn profile_i(dice: &mut Dice) -> ProfileI {
    ProfileI {
        possibilities_exhausted: Fact::Known(dice.chance(92)),
        work: dice.weighted(
            &[
                (75, Fact::Known(ProfileIWork::FullTimeInsured)),
                (15, Fact::Known(ProfileIWork::SelfEmployed)),
                (10, Fact::Known(ProfileIWork::Other)),
            ],
            Fact::Unknown,
        ),
        still_in_need: Fact::Known(true),
        reason_documented: Fact::from(dice.chance(90).then(|| dice.chance(85))),
        potential_exists: Fact::from(dice.chance(90).then(|| dice.chance(8))),
    }
}

fn profile_z(dice: &mut Dice, today: NaiveDate) -> ProfileZ {
    let reason = dice.weighted(
        &[
            (35, Some(ProfileZReason::ChildUnder3)),
            (15, Some(ProfileZReason::Care)),
            (10, Some(ProfileZReason::ReducedCapacity)),
            (8, Some(ProfileZReason::CompulsorySchool)),
            (12, Some(ProfileZReason::FullTimeDegree)),
            (10, Some(ProfileZReason::TrainingAid)),
            (10, None),
        ],
        None,
    );
    let from = today - Days::new(u64::from(dice.between(20, 500)));
    ProfileZ {
        from: Fact::Known(from),
        reason,
        child_born_on: Fact::from((reason == Some(ProfileZReason::ChildUnder3)).then_some(from)),
        until: Fact::from(
            (reason == Some(ProfileZReason::ReducedCapacity)).then(|| from + Months::new(6)),
        ),
    }
}

fn four_phases(dice: &mut Dice) -> FourPhases {
    let mut done = || Fact::from(dice.chance(92).then(|| dice.chance(99)));
    FourPhases {
        potential_analysis: done(),
        goal: done(),
        strategy: done(),
        cooperation_plan: done(),
        documented_with_task: done(),
    }
}
