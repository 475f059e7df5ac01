//! Editions of the policy: which numbers hold on which day.
//!
//! An edition is valid from a day on and judges older contacts too, but nobody can ask it about a
//! day before it began. An office may change numbers locally; whatever is in force on the day asked
//! about makes up the edition that every result cites.

mod parameters;
mod units;

pub use parameters::{Domain, OutOfDomain, Parameter, ParameterValue, Parameters, U25Mode};
pub use units::{Count, DayOfMonth, Days, Minutes, Months, Years};

use crate::ordering::sort_by_key;
use chrono::NaiveDate;
use std::fmt;

/// An edition of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EditionId {
    /// Kundenkontaktdichtekonzept Nr. 2025-04.
    E2025_04,
}

impl EditionId {
    /// The edition that new caseloads start with.
    pub const CURRENT: EditionId = EditionId::E2025_04;

    /// The name used in files.
    pub fn key(self) -> &'static str {
        match self {
            EditionId::E2025_04 => "2025-04",
        }
    }

    /// The edition with this name in files.
    pub fn from_key(key: &str) -> Option<Self> {
        (key == EditionId::E2025_04.key()).then_some(EditionId::E2025_04)
    }

    /// The numbers as the policy has them, without local changes.
    pub fn published(self) -> Parameters {
        match self {
            EditionId::E2025_04 => parameters::EDITION_2025_04,
        }
    }

    /// First day on which the edition is in force, inclusive; there is no last day.
    pub fn valid_from(self) -> NaiveDate {
        match self {
            EditionId::E2025_04 => NaiveDate::from_ymd_opt(2025, 11, 27).unwrap_or_default(),
        }
    }
}

/// A number that an office changed, with the day it holds from and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalParameter {
    /// Which number.
    pub parameter: Parameter,
    /// Its new value, inside [`Parameter::domain`].
    pub value: ParameterValue,
    /// First day on which it holds, inclusive.
    pub since: NaiveDate,
    /// Why it was changed.
    pub reason: Option<String>,
}

/// The numbers in force on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    id: EditionId,
    parameters: Parameters,
    local: Vec<LocalParameter>,
}

/// Why there is no edition for a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionError {
    /// The day lies before the edition's first day.
    BeforeValidity {
        /// The day asked about.
        today: NaiveDate,
        /// First day of the edition, inclusive.
        valid_from: NaiveDate,
    },
    /// A local change lies outside what the parameter may be.
    OutOfDomain(OutOfDomain),
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditionError::BeforeValidity { today, valid_from } => {
                write!(
                    f,
                    "{today} lies before the edition's first day, {valid_from}"
                )
            }
            EditionError::OutOfDomain(OutOfDomain { parameter, .. }) => {
                write!(f, "{} is outside its range", parameter.key())
            }
        }
    }
}

impl std::error::Error for EditionError {}

impl Edition {
    /// The edition in force on `today`, with those local changes whose `since` has come. Of two
    /// changes of one number the later `since` wins, on the same day the later entry.
    ///
    /// # Errors
    /// [`EditionError::BeforeValidity`] if the edition had not begun, and
    /// [`EditionError::OutOfDomain`] if a local change cannot be applied.
    pub fn in_force(
        id: EditionId,
        today: NaiveDate,
        changes: &[LocalParameter],
    ) -> Result<Self, EditionError> {
        let valid_from = id.valid_from();
        if today < valid_from {
            return Err(EditionError::BeforeValidity { today, valid_from });
        }
        let mut parameters = id.published();
        let mut local: Vec<LocalParameter> = changes
            .iter()
            .filter(|change| change.since <= today)
            .cloned()
            .collect();
        sort_by_key(&mut local, |change| change.since);
        for change in &local {
            parameters
                .set(change.parameter, change.value)
                .map_err(EditionError::OutOfDomain)?;
        }
        Ok(Edition {
            id,
            parameters,
            local,
        })
    }

    /// Which edition it is.
    pub fn id(&self) -> EditionId {
        self.id
    }

    /// Its numbers.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The local changes in it, oldest first; empty for the edition as published.
    pub fn local(&self) -> &[LocalParameter] {
        &self.local
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Edition, EditionError, EditionId, LocalParameter, Months, Parameter, ParameterValue,
    };
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn k1(value: u16, since: &str) -> LocalParameter {
        LocalParameter {
            parameter: Parameter::K1Months,
            value: ParameterValue::Number(value),
            since: day(since),
            reason: None,
        }
    }

    #[test]
    fn the_day_before_the_edition_is_an_error() {
        let ask = |today| Edition::in_force(EditionId::CURRENT, day(today), &[]);
        let error = ask("2025-11-26").unwrap_err();
        assert!(matches!(error, EditionError::BeforeValidity { .. }));
        assert!(error.to_string().contains("2025-11-27"));
        assert!(ask("2025-11-27").is_ok());
    }

    #[test]
    fn local_changes_hold_from_their_day_and_the_latest_wins() {
        let changes = [k1(2, "2026-12-01"), k1(3, "2026-11-01")];
        let months = |today| {
            let edition = Edition::in_force(EditionId::CURRENT, day(today), &changes).unwrap();
            (edition.parameters().k1_months, edition.local().len())
        };
        assert_eq!(months("2026-10-31"), (Months(4), 0));
        assert_eq!(months("2026-11-01"), (Months(3), 1));
        assert_eq!(months("2026-12-01"), (Months(2), 2));
    }

    #[test]
    fn a_local_change_that_cannot_be_is_an_error_that_names_the_number() {
        let today = day("2026-11-02");
        let error = Edition::in_force(EditionId::CURRENT, today, &[k1(0, "2026-11-01")]);
        let error = error.unwrap_err();
        assert!(matches!(error, EditionError::OutOfDomain(_)));
        assert!(error.to_string().starts_with("k1_months "));
    }

    #[test]
    fn an_edition_is_known_by_its_name_only() {
        let id = EditionId::CURRENT;
        assert_eq!(id.key(), "2025-04");
        assert_eq!(EditionId::from_key("2025-04"), Some(id));
        assert_eq!(EditionId::from_key("2025-05"), None);
    }

    #[test]
    fn of_two_changes_on_one_day_the_later_entry_wins() {
        let changes = [k1(2, "2026-11-01"), k1(3, "2026-11-01")];
        let edition = Edition::in_force(EditionId::CURRENT, day("2026-11-02"), &changes).unwrap();
        assert_eq!(edition.parameters().k1_months, Months(3));
    }
}
