//! Table A against a second opinion, exhaustively.
//!
//! The second opinion reads the table in plain two-valued words and tries every completion of the
//! unknown facts, without any of the shortcuts of the crate. Every combination of known and unknown
//! facts is compared: the group, what it rests on, what is missing, and the grounds.

use chrono::NaiveDate;
use rules::edition::{Edition, EditionError, EditionId};
use rules::facts::{
    Case, Category, FederalState, OfficeDays, Profile, SelfEmployment, Status, Supervision,
};
use rules::{Fact, Setting, evaluate};
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-22";
const PROFILES: [Profile; 8] = [
    Profile::M,
    Profile::A,
    Profile::F,
    Profile::E,
    Profile::S,
    Profile::U,
    Profile::I,
    Profile::Z,
];
const STATUSES: [Status; 3] = [Status::Unemployed, Status::JobSeeking, Status::NotSet];
const YES_NO: [bool; 2] = [true, false];

/// The paths of the facts that the table reads, in the order in which [`Known`] holds them.
const PATHS: [&str; 6] = [
    "birth_date",
    "profile",
    "progress_expected",
    "self_employed/exit_to_insured_job_is_goal",
    "self_employed/main_occupation",
    "status",
];

/// One completion: every fact has a value.
#[derive(Debug, Clone, Copy)]
struct Known {
    under_25: bool,
    profile: Profile,
    progress: bool,
    exit: bool,
    main: bool,
    status: Status,
    integrated: bool,
}

/// The table as it stands: row by row, the first that applies.
fn table(known: Known) -> (&'static str, &'static str) {
    let unemployed = known.status == Status::Unemployed;
    if matches!(known.profile, Profile::I | Profile::Z) {
        ("k3", "A3")
    } else if known.integrated {
        ("k3", "A8")
    } else if known.under_25 && unemployed {
        ("u25", "A4")
    } else if known.under_25 {
        ("k3", "A5")
    } else if known.main && known.exit {
        ("k1", "A9")
    } else if known.main {
        ("k3", "A9")
    } else if !unemployed {
        ("k3", "A8")
    } else if !known.progress {
        ("k3", "A7")
    } else {
        ("k1", "A6")
    }
}

/// The facts as they are given, each with the values that it can still have.
#[derive(Debug, Clone)]
struct Given {
    under_25: Vec<bool>,
    profile: Vec<Profile>,
    progress: Vec<bool>,
    exit: Vec<bool>,
    main: Vec<bool>,
    status: Vec<Status>,
    integrated: bool,
    business: bool,
    category: Option<Category>,
}

impl Given {
    fn completions(&self) -> Vec<Known> {
        let mut all = Vec::new();
        for under_25 in &self.under_25 {
            for profile in &self.profile {
                for progress in &self.progress {
                    for exit in &self.exit {
                        for main in &self.main {
                            for status in &self.status {
                                all.push(Known {
                                    under_25: *under_25,
                                    profile: *profile,
                                    progress: *progress,
                                    exit: *exit,
                                    main: *main,
                                    status: *status,
                                    integrated: self.integrated,
                                });
                            }
                        }
                    }
                }
            }
        }
        all
    }

    /// Facts in which alone two completions differ that lie in different groups.
    fn missing(&self) -> BTreeSet<&'static str> {
        let all = self.completions();
        let mut missing = BTreeSet::new();
        for one in &all {
            for other in &all {
                let differ = [
                    one.under_25 != other.under_25,
                    one.profile != other.profile,
                    one.progress != other.progress,
                    one.exit != other.exit,
                    one.main != other.main,
                    one.status != other.status,
                ];
                let mut in_fact = PATHS.into_iter().zip(differ).filter(|(_, differ)| *differ);
                if let (Some((path, _)), None) = (in_fact.next(), in_fact.next())
                    && table(*one).0 != table(*other).0
                {
                    missing.insert(path);
                }
            }
        }
        missing
    }

    /// The group as a caseload line names it, and what it rests on.
    fn group(&self) -> (&'static str, Option<&'static str>) {
        let possible: BTreeSet<&str> = self.completions().into_iter().map(|k| table(k).0).collect();
        let has = |group: &str| possible.contains(group);
        match (possible.first(), possible.len(), self.category) {
            (Some(only), 1, _) => (only, Some("rules")),
            (_, _, Some(Category::K1)) if has("k1") => ("k1", Some("assigned")),
            (_, _, Some(Category::K1)) if has("u25") => ("u25", Some("assigned")),
            (_, _, Some(Category::K3)) if has("k3") => ("k3", Some("assigned")),
            _ => ("open", None),
        }
    }

    fn case(&self) -> Case {
        Case {
            birth_date: one_of(&self.under_25).map(|under_25| {
                let year = if under_25 { 2004 } else { 1985 };
                NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default()
            }),
            in_care_since: Fact::Known(NaiveDate::default()),
            profile: one_of(&self.profile),
            progress_expected: one_of(&self.progress),
            status: one_of(&self.status),
            integrated: self.integrated,
            self_employment: self.business.then(|| SelfEmployment {
                main_occupation: one_of(&self.main),
                exit_to_insured_job_is_goal: one_of(&self.exit),
            }),
            category: self.category,
            supervision: Supervision::Regular,
            ..Case::default()
        }
    }
}

/// A fact is known if only one value is left.
fn one_of<T: Copy>(values: &[T]) -> Fact<T> {
    match values {
        [only] => Fact::Known(*only),
        _ => Fact::Unknown,
    }
}

/// Each single value, and all of them for "unknown".
fn known_or_not<T: Copy>(values: &[T]) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = values.iter().map(|value| vec![*value]).collect();
    all.push(values.to_vec());
    all
}

/// Self-employment: none, or an object with two parts that are known or not.
fn businesses() -> Vec<(bool, Vec<bool>, Vec<bool>)> {
    let mut all = vec![(false, vec![false], vec![false])];
    for main in known_or_not(&YES_NO) {
        for exit in known_or_not(&YES_NO) {
            all.push((true, main.clone(), exit));
        }
    }
    all
}

fn everything_that_can_be_given() -> Vec<Given> {
    let mut all = Vec::new();
    for under_25 in known_or_not(&YES_NO) {
        for profile in [vec![Profile::F], vec![Profile::I], PROFILES.to_vec()] {
            for progress in known_or_not(&YES_NO) {
                for status in known_or_not(&STATUSES) {
                    for (business, main, exit) in businesses() {
                        for integrated in YES_NO {
                            for category in [None, Some(Category::K1), Some(Category::K3)] {
                                all.push(Given {
                                    under_25: under_25.clone(),
                                    profile: profile.clone(),
                                    progress: progress.clone(),
                                    exit: exit.clone(),
                                    main: main.clone(),
                                    status: status.clone(),
                                    integrated,
                                    business,
                                    category,
                                });
                            }
                        }
                    }
                }
            }
        }
    }
    all
}

fn setting() -> Result<Setting, EditionError> {
    let today = TODAY.parse().unwrap_or_default();
    let edition = Edition::in_force(EditionId::CURRENT, today, &[])?;
    Ok(Setting::new(
        today,
        edition,
        &OfficeDays::usual(FederalState::BW),
    ))
}

#[test]
fn every_combination_agrees_with_trying_every_completion() {
    let setting = setting().unwrap();
    let all = everything_that_can_be_given();
    assert_eq!(all.len(), 3 * 3 * 3 * 4 * 10 * 2 * 3);
    for given in all {
        let due = evaluate(&given.case(), &[], &[], &setting);
        let counted_as = due.counted_as.map(|counted| counted.key());
        assert_eq!((due.group.key(), counted_as), given.group(), "{given:?}");

        let missing: BTreeSet<String> = due.missing.iter().map(ToString::to_string).collect();
        let expected = if counted_as == Some("rules") {
            BTreeSet::new()
        } else {
            given.missing()
        };
        assert!(
            missing.iter().map(String::as_str).eq(expected),
            "{missing:?} {given:?}"
        );

        let rows: BTreeSet<String> = due
            .grounds
            .iter()
            .map(ToString::to_string)
            .filter(|rule| rule.starts_with('A'))
            .collect();
        let expected: BTreeSet<&str> = if counted_as == Some("rules") {
            given
                .completions()
                .into_iter()
                .map(|known| table(known).1)
                .collect()
        } else {
            BTreeSet::new()
        };
        assert!(
            rows.iter().map(String::as_str).eq(expected),
            "{rows:?} {given:?}"
        );
    }
}

#[test]
fn every_profile_and_status_lands_where_the_table_says() {
    let setting = setting().unwrap();
    for profile in PROFILES {
        for status in STATUSES {
            for under_25 in YES_NO {
                let given = Given {
                    under_25: vec![under_25],
                    profile: vec![profile],
                    progress: vec![true],
                    exit: vec![false],
                    main: vec![false],
                    status: vec![status],
                    integrated: false,
                    business: false,
                    category: None,
                };
                let due = evaluate(&given.case(), &[], &[], &setting);
                assert_eq!(due.group.key(), given.group().0, "{given:?}");
            }
        }
    }
}
