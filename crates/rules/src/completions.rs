//! Trying every completion of the unknown facts that table A reads.
//!
//! A result is settled if it is the same whatever the unknown facts turn out to be. A missing fact
//! decides a result if two completions that differ in that fact alone give different results.
//! Facts with many values are reduced to what the table asks of them (profile I or Z or another;
//! under the youth age or not), so there are never more than 96 completions.

use crate::Fact;
use crate::edition::Edition;
use crate::facts::{Case, Profile, Status};
use crate::missing::CaseFact;
use crate::policy::u25;
use chrono::NaiveDate;

/// One way in which the facts that table A reads can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Circumstances {
    pub profile: ProfileKind,
    pub integrated: Integration,
    pub age: Age,
    pub status: Status,
    pub work: OwnBusiness,
    pub aim: BusinessAim,
    pub progress: Progress,
}

/// Profile, as far as table A asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProfileKind {
    IOrZ,
    Other,
}

/// Whether the customer has found work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Integration {
    Integrated,
    NotIntegrated,
}

/// Age, as far as table A asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    UnderYouthAge,
    YouthAgeOrOlder,
}

/// Self-employment, as far as table A asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwnBusiness {
    MainOccupation,
    NoneOrSideline,
}

/// What is to become of a self-employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BusinessAim {
    GiveUpForInsuredJob,
    Continue,
}

/// Whether progress is expected within the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    Expected,
    NotExpected,
}

/// Everything the facts of a case may still turn out to be.
pub(crate) struct Completions {
    all: Vec<Circumstances>,
    unknown: Vec<CaseFact>,
}

impl Completions {
    /// The completions of `case` on `today`.
    pub(crate) fn of(case: &Case, today: NaiveDate, edition: &Edition) -> Self {
        let mut unknown = Vec::new();
        let mut read = |fact: CaseFact, is_unknown: bool| {
            if is_unknown {
                unknown.push(fact);
            }
        };
        let age = case
            .birth_date
            .map(|born| u25::age(born, today, edition.parameters()));
        let business = case.self_employment;
        let main = business.map_or(Fact::Known(false), |own| own.main_occupation);
        let exit = business.map_or(Fact::Known(false), |own| own.exit_to_insured_job_is_goal);
        read(CaseFact::Profile, case.profile.is_unknown());
        read(CaseFact::BirthDate, age.is_unknown());
        read(CaseFact::Status, case.status.is_unknown());
        read(CaseFact::MainOccupation, main.is_unknown());
        read(CaseFact::ExitToInsuredJob, exit.is_unknown());
        read(
            CaseFact::ProgressExpected,
            case.progress_expected.is_unknown(),
        );

        // Where a fact is unknown the value here is only the first of its alternatives.
        let first = Circumstances {
            profile: match case.profile {
                Fact::Known(Profile::I | Profile::Z) => ProfileKind::IOrZ,
                Fact::Known(
                    Profile::M | Profile::A | Profile::F | Profile::E | Profile::S | Profile::U,
                )
                | Fact::Unknown => ProfileKind::Other,
            },
            integrated: if case.integrated {
                Integration::Integrated
            } else {
                Integration::NotIntegrated
            },
            age: age.known().unwrap_or(Age::YouthAgeOrOlder),
            status: case.status.known().unwrap_or(Status::Unemployed),
            work: own_business(main),
            aim: business_aim(exit),
            progress: progress(case.progress_expected),
        };
        let mut all = vec![first];
        for fact in &unknown {
            let so_far = all.len();
            let with_others = all
                .clone()
                .into_iter()
                .flat_map(|known| others(*fact, known).into_iter().flatten());
            all.reserve(2 * so_far);
            all.extend(with_others);
        }
        Completions { all, unknown }
    }

    /// What `decide` says about each completion, in a fixed order.
    pub(crate) fn results<R>(&self, decide: impl Fn(Circumstances) -> R) -> Vec<R> {
        self.all.iter().map(|known| decide(*known)).collect()
    }

    /// The unknown facts that change what `decide` says while all others stay as they are. Looking from
    /// each value of a fact at those after its first meets every two completions that differ in it alone.
    pub(crate) fn undecided<R: PartialEq>(
        &self,
        decide: impl Fn(Circumstances) -> R,
    ) -> Vec<CaseFact> {
        let flips = |fact: CaseFact| {
            self.all.iter().any(|known| {
                let result = decide(*known);
                others(fact, *known)
                    .into_iter()
                    .flatten()
                    .any(|other| decide(other) != result)
            })
        };
        self.unknown
            .iter()
            .copied()
            .filter(|fact| flips(*fact))
            .collect()
    }
}

fn own_business(main: Fact<bool>) -> OwnBusiness {
    match main {
        Fact::Known(true) => OwnBusiness::MainOccupation,
        Fact::Known(false) | Fact::Unknown => OwnBusiness::NoneOrSideline,
    }
}

fn business_aim(exit: Fact<bool>) -> BusinessAim {
    match exit {
        Fact::Known(true) => BusinessAim::GiveUpForInsuredJob,
        Fact::Known(false) | Fact::Unknown => BusinessAim::Continue,
    }
}

fn progress(expected: Fact<bool>) -> Progress {
    match expected {
        Fact::Known(false) => Progress::NotExpected,
        Fact::Known(true) | Fact::Unknown => Progress::Expected,
    }
}

/// `known` with every value that `fact` can take but the first, which stands where it is unknown.
fn others(fact: CaseFact, known: Circumstances) -> [Option<Circumstances>; 2] {
    let one = |other| [Some(other), None];
    match fact {
        CaseFact::Profile => one(Circumstances {
            profile: ProfileKind::IOrZ,
            ..known
        }),
        CaseFact::BirthDate => one(Circumstances {
            age: Age::UnderYouthAge,
            ..known
        }),
        CaseFact::Status => [Status::JobSeeking, Status::NotSet]
            .map(|status| Some(Circumstances { status, ..known })),
        CaseFact::MainOccupation => one(Circumstances {
            work: OwnBusiness::MainOccupation,
            ..known
        }),
        CaseFact::ExitToInsuredJob => one(Circumstances {
            aim: BusinessAim::GiveUpForInsuredJob,
            ..known
        }),
        CaseFact::ProgressExpected => one(Circumstances {
            progress: Progress::NotExpected,
            ..known
        }),
        // Table A does not read when the period of benefit began.
        CaseFact::InCareSince => [None, None],
    }
}
