//! The numbers of the policy, each with its unit, its range and the rule that it belongs to.
//!
//! Rule code never holds a number of its own: it asks the edition in force. An office may change a
//! number from a day on, with a reason; the result is a *local* edition and says so.

use super::units::{Count, DayOfMonth, Days, Minutes, Months, Years};
use crate::Rule;

/// How the monthly contact of U25 is read (rule D3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum U25Mode {
    /// One contact in each calendar month.
    CalendarMonth,
    /// One contact within a month of the last.
    Rolling,
}

/// Every number of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// Age at which the youth standard ends, exclusive. (rule A4)
    pub youth_age: Years,
    /// Horizon within which progress is expected or not. (rule A7)
    pub progress_horizon_months: Months,
    /// Group sessions that count per calendar year and customer. (rule B4)
    pub group_per_year: Count,
    /// Days after a contact by which it is documented. (rule C3)
    pub documentation_days: Days,
    /// Length of a first consultation. (rule C4)
    pub first_minutes: Minutes,
    /// Longest usual follow-up consultation. (rule C4)
    pub follow_up_minutes: Minutes,
    /// Interval of K1. (rule D1)
    pub k1_months: Months,
    /// Interval of K3. (rule D2)
    pub k3_months: Months,
    /// Interval of U25: calendar months ahead, or months in rolling mode. (rule D3)
    pub u25_months: Months,
    /// Last day of the month on which a U25 entry is still due in the same month, inclusive. (rule D4)
    pub u25_entry_day: DayOfMonth,
    /// Calendar days between recording in ATV and the appointment. (rule F1)
    pub lead_days: Days,
    /// Days before the record-by day from which recording is called for. (rule D7)
    pub record_window_days: Days,
    /// How far ahead coming changes are shown. (rule D8)
    pub outlook_days: Days,
    /// Age of the child at which its reason for profile Z ends. (rule E5)
    pub child_age: Years,
    /// Longest reduction of earning capacity under profile Z. (rule E5)
    pub reduced_capacity_months: Months,
    /// Most appointments on one day. (rule F2)
    pub max_per_day: Count,
    /// Appointments per week and full-time post. (rule F3)
    pub weekly_quota: Count,
    /// Difference between the fullest and the emptiest day that is reported. (rule F4)
    pub spread_warning: Count,
    /// Days before the appointment up to which a cancellation is in time. (rule F7)
    pub cancel_notice_days: Days,
    /// Days for which a missed slot still asks for a replacement. (rule F8)
    pub replacement_days: Days,
    /// Days that planning keeps between two contacts of one customer. (rule F3)
    pub min_gap_days: Days,
    /// How the monthly contact of U25 is read (rule D3).
    pub u25_mode: U25Mode,
}

/// The numbers of edition 2025-04.
pub(super) const EDITION_2025_04: Parameters = Parameters {
    youth_age: Years(25),
    progress_horizon_months: Months(12),
    group_per_year: Count(1),
    documentation_days: Days(1),
    first_minutes: Minutes(60),
    follow_up_minutes: Minutes(45),
    k1_months: Months(4),
    k3_months: Months(6),
    u25_months: Months(1),
    u25_entry_day: DayOfMonth(15),
    lead_days: Days(10),
    record_window_days: Days(14),
    outlook_days: Days(60),
    child_age: Years(3),
    reduced_capacity_months: Months(6),
    max_per_day: Count(8),
    weekly_quota: Count(25),
    spread_warning: Count(3),
    cancel_notice_days: Days(7),
    replacement_days: Days(7),
    min_gap_days: Days(28),
    u25_mode: U25Mode::CalendarMonth,
};

/// Names one parameter, for files and for the page that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Parameter {
    /// Age at which the youth standard ends, exclusive.
    YouthAge,
    /// Horizon within which progress is expected or not.
    ProgressHorizonMonths,
    /// Group sessions that count per calendar year and customer.
    GroupPerYear,
    /// Days after a contact by which it is documented.
    DocumentationDays,
    /// Length of a first consultation.
    FirstMinutes,
    /// Longest usual follow-up consultation.
    FollowUpMinutes,
    /// Interval of K1.
    K1Months,
    /// Interval of K3.
    K3Months,
    /// Interval of U25: calendar months ahead, or months in rolling mode.
    U25Months,
    /// Last day of the month on which a U25 entry is still due in the same month, inclusive.
    U25EntryDay,
    /// Calendar days between recording in ATV and the appointment.
    LeadDays,
    /// Days before the record-by day from which recording is called for.
    RecordWindowDays,
    /// How far ahead coming changes are shown.
    OutlookDays,
    /// Age of the child at which its reason for profile Z ends.
    ChildAge,
    /// Longest reduction of earning capacity under profile Z.
    ReducedCapacityMonths,
    /// Most appointments on one day.
    MaxPerDay,
    /// Appointments per week and full-time post.
    WeeklyQuota,
    /// Difference between the fullest and the emptiest day that is reported.
    SpreadWarning,
    /// Days before the appointment up to which a cancellation is in time.
    CancelNoticeDays,
    /// Days for which a missed slot still asks for a replacement.
    ReplacementDays,
    /// Days that planning keeps between two contacts of one customer.
    MinGapDays,
    /// How the monthly contact of U25 is read.
    U25Mode,
}

/// What a parameter may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// A whole number between these two, both inclusive.
    Number {
        /// Smallest value.
        least: u16,
        /// Largest value.
        most: u16,
    },
    /// One of the readings of [`U25Mode`].
    U25Mode,
}

/// The value of one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterValue {
    /// A number in the parameter's unit.
    Number(u16),
    /// A reading of the monthly contact.
    U25Mode(U25Mode),
}

/// A value that the parameter cannot take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfDomain {
    /// The parameter.
    pub parameter: Parameter,
    /// What it may be.
    pub domain: Domain,
}

impl Parameter {
    /// Every parameter, in the order of the rules' description.
    pub const ALL: [Parameter; 22] = [
        Parameter::YouthAge,
        Parameter::ProgressHorizonMonths,
        Parameter::GroupPerYear,
        Parameter::DocumentationDays,
        Parameter::FirstMinutes,
        Parameter::FollowUpMinutes,
        Parameter::K1Months,
        Parameter::K3Months,
        Parameter::U25Months,
        Parameter::U25EntryDay,
        Parameter::LeadDays,
        Parameter::RecordWindowDays,
        Parameter::OutlookDays,
        Parameter::ChildAge,
        Parameter::ReducedCapacityMonths,
        Parameter::MaxPerDay,
        Parameter::WeeklyQuota,
        Parameter::SpreadWarning,
        Parameter::CancelNoticeDays,
        Parameter::ReplacementDays,
        Parameter::MinGapDays,
        Parameter::U25Mode,
    ];

    /// The name used in files.
    pub fn key(self) -> &'static str {
        match self {
            Parameter::YouthAge => "youth_age",
            Parameter::ProgressHorizonMonths => "progress_horizon_months",
            Parameter::GroupPerYear => "group_per_year",
            Parameter::DocumentationDays => "documentation_days",
            Parameter::FirstMinutes => "first_minutes",
            Parameter::FollowUpMinutes => "follow_up_minutes",
            Parameter::K1Months => "k1_months",
            Parameter::K3Months => "k3_months",
            Parameter::U25Months => "u25_months",
            Parameter::U25EntryDay => "u25_entry_day",
            Parameter::LeadDays => "lead_days",
            Parameter::RecordWindowDays => "record_window_days",
            Parameter::OutlookDays => "outlook_days",
            Parameter::ChildAge => "child_age",
            Parameter::ReducedCapacityMonths => "reduced_capacity_months",
            Parameter::MaxPerDay => "max_per_day",
            Parameter::WeeklyQuota => "weekly_quota",
            Parameter::SpreadWarning => "spread_warning",
            Parameter::CancelNoticeDays => "cancel_notice_days",
            Parameter::ReplacementDays => "replacement_days",
            Parameter::MinGapDays => "min_gap_days",
            Parameter::U25Mode => "u25_mode",
        }
    }

    /// The parameter with this name in files.
    pub fn from_key(key: &str) -> Option<Self> {
        Parameter::ALL
            .into_iter()
            .find(|parameter| parameter.key() == key)
    }

    /// The rule that the number belongs to.
    pub fn rule(self) -> Rule {
        match self {
            Parameter::YouthAge => Rule::A4,
            Parameter::ProgressHorizonMonths => Rule::A7,
            Parameter::GroupPerYear => Rule::B4,
            Parameter::DocumentationDays => Rule::C3,
            Parameter::FirstMinutes => Rule::C4,
            Parameter::FollowUpMinutes => Rule::C4,
            Parameter::K1Months => Rule::D1,
            Parameter::K3Months => Rule::D2,
            Parameter::U25Months => Rule::D3,
            Parameter::U25EntryDay => Rule::D4,
            Parameter::LeadDays => Rule::F1,
            Parameter::RecordWindowDays => Rule::D7,
            Parameter::OutlookDays => Rule::D8,
            Parameter::ChildAge => Rule::E5,
            Parameter::ReducedCapacityMonths => Rule::E5,
            Parameter::MaxPerDay => Rule::F2,
            Parameter::WeeklyQuota => Rule::F3,
            Parameter::SpreadWarning => Rule::F4,
            Parameter::CancelNoticeDays => Rule::F7,
            Parameter::ReplacementDays => Rule::F8,
            Parameter::MinGapDays => Rule::F3,
            Parameter::U25Mode => Rule::D3,
        }
    }

    /// What the parameter may be.
    pub fn domain(self) -> Domain {
        let (least, most) = match self {
            Parameter::YouthAge => (18, 30),
            Parameter::ProgressHorizonMonths => (1, 36),
            Parameter::GroupPerYear => (0, 12),
            Parameter::DocumentationDays => (0, 14),
            Parameter::FirstMinutes => (15, 240),
            Parameter::FollowUpMinutes => (15, 240),
            Parameter::K1Months => (1, 24),
            Parameter::K3Months => (1, 24),
            Parameter::U25Months => (1, 12),
            Parameter::U25EntryDay => (0, 31),
            Parameter::LeadDays => (0, 60),
            Parameter::RecordWindowDays => (0, 90),
            Parameter::OutlookDays => (1, 365),
            Parameter::ChildAge => (1, 18),
            Parameter::ReducedCapacityMonths => (1, 36),
            Parameter::MaxPerDay => (1, 20),
            Parameter::WeeklyQuota => (1, 100),
            Parameter::SpreadWarning => (1, 20),
            Parameter::CancelNoticeDays => (0, 60),
            Parameter::ReplacementDays => (0, 60),
            Parameter::MinGapDays => (0, 180),
            Parameter::U25Mode => return Domain::U25Mode,
        };
        Domain::Number { least, most }
    }
}

impl Parameters {
    /// The value of one parameter.
    pub fn get(&self, parameter: Parameter) -> ParameterValue {
        ParameterValue::Number(match parameter {
            Parameter::YouthAge => self.youth_age.0,
            Parameter::ProgressHorizonMonths => self.progress_horizon_months.0,
            Parameter::GroupPerYear => self.group_per_year.0,
            Parameter::DocumentationDays => self.documentation_days.0,
            Parameter::FirstMinutes => self.first_minutes.0,
            Parameter::FollowUpMinutes => self.follow_up_minutes.0,
            Parameter::K1Months => self.k1_months.0,
            Parameter::K3Months => self.k3_months.0,
            Parameter::U25Months => self.u25_months.0,
            Parameter::U25EntryDay => self.u25_entry_day.0,
            Parameter::LeadDays => self.lead_days.0,
            Parameter::RecordWindowDays => self.record_window_days.0,
            Parameter::OutlookDays => self.outlook_days.0,
            Parameter::ChildAge => self.child_age.0,
            Parameter::ReducedCapacityMonths => self.reduced_capacity_months.0,
            Parameter::MaxPerDay => self.max_per_day.0,
            Parameter::WeeklyQuota => self.weekly_quota.0,
            Parameter::SpreadWarning => self.spread_warning.0,
            Parameter::CancelNoticeDays => self.cancel_notice_days.0,
            Parameter::ReplacementDays => self.replacement_days.0,
            Parameter::MinGapDays => self.min_gap_days.0,
            Parameter::U25Mode => return ParameterValue::U25Mode(self.u25_mode),
        })
    }

    /// Changes one parameter.
    ///
    /// # Errors
    /// [`OutOfDomain`] if the value is outside [`Parameter::domain`]; nothing is changed then.
    pub fn set(&mut self, parameter: Parameter, value: ParameterValue) -> Result<(), OutOfDomain> {
        let domain = parameter.domain();
        match (domain, value) {
            (Domain::U25Mode, ParameterValue::U25Mode(mode)) => self.u25_mode = mode,
            (Domain::Number { least, most }, ParameterValue::Number(number))
                if (least..=most).contains(&number) =>
            {
                self.set_number(parameter, number);
            }
            (Domain::U25Mode | Domain::Number { .. }, _) => {
                return Err(OutOfDomain { parameter, domain });
            }
        }
        Ok(())
    }

    fn set_number(&mut self, parameter: Parameter, number: u16) {
        match parameter {
            Parameter::YouthAge => self.youth_age = Years(number),
            Parameter::ProgressHorizonMonths => self.progress_horizon_months = Months(number),
            Parameter::GroupPerYear => self.group_per_year = Count(number),
            Parameter::DocumentationDays => self.documentation_days = Days(number),
            Parameter::FirstMinutes => self.first_minutes = Minutes(number),
            Parameter::FollowUpMinutes => self.follow_up_minutes = Minutes(number),
            Parameter::K1Months => self.k1_months = Months(number),
            Parameter::K3Months => self.k3_months = Months(number),
            Parameter::U25Months => self.u25_months = Months(number),
            Parameter::U25EntryDay => self.u25_entry_day = DayOfMonth(number),
            Parameter::LeadDays => self.lead_days = Days(number),
            Parameter::RecordWindowDays => self.record_window_days = Days(number),
            Parameter::OutlookDays => self.outlook_days = Days(number),
            Parameter::ChildAge => self.child_age = Years(number),
            Parameter::ReducedCapacityMonths => self.reduced_capacity_months = Months(number),
            Parameter::MaxPerDay => self.max_per_day = Count(number),
            Parameter::WeeklyQuota => self.weekly_quota = Count(number),
            Parameter::SpreadWarning => self.spread_warning = Count(number),
            Parameter::CancelNoticeDays => self.cancel_notice_days = Days(number),
            Parameter::ReplacementDays => self.replacement_days = Days(number),
            Parameter::MinGapDays => self.min_gap_days = Days(number),
            Parameter::U25Mode => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Domain, EDITION_2025_04, Parameter, ParameterValue, U25Mode};

    #[test]
    fn every_parameter_is_set_and_read_back_under_its_own_name() {
        for parameter in Parameter::ALL {
            assert_eq!(Parameter::from_key(parameter.key()), Some(parameter));
            let values = match parameter.domain() {
                Domain::Number { least, most } => {
                    [ParameterValue::Number(least), ParameterValue::Number(most)]
                }
                Domain::U25Mode => [
                    ParameterValue::U25Mode(U25Mode::Rolling),
                    ParameterValue::U25Mode(U25Mode::CalendarMonth),
                ],
            };
            for value in values {
                let mut changed = EDITION_2025_04;
                changed.set(parameter, value).unwrap();
                assert_eq!(changed.get(parameter), value, "{parameter:?}");
                for other in Parameter::ALL
                    .into_iter()
                    .filter(|other| *other != parameter)
                {
                    assert_eq!(changed.get(other), EDITION_2025_04.get(other), "{other:?}");
                }
            }
        }
    }

    #[test]
    fn the_numbers_of_the_edition_lie_in_their_domains() {
        for parameter in Parameter::ALL {
            let mut copy = EDITION_2025_04;
            assert_eq!(copy.set(parameter, EDITION_2025_04.get(parameter)), Ok(()));
        }
    }

    #[test]
    fn a_value_outside_the_domain_changes_nothing() {
        for parameter in Parameter::ALL {
            let wrong = match parameter.domain() {
                Domain::Number { most, .. } => ParameterValue::Number(most + 1),
                Domain::U25Mode => ParameterValue::Number(1),
            };
            let mut changed = EDITION_2025_04;
            assert!(changed.set(parameter, wrong).is_err(), "{parameter:?}");
            assert_eq!(changed, EDITION_2025_04);
        }
    }
}
