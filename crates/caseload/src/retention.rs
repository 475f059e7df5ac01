//! How long closed customers are kept.
//!
//! A closed case is kept for a number of calendar months and is then marked: somebody looks at the
//! list and confirms, nothing is deleted by itself. Adding months keeps the number of the day, or
//! takes the last day of a shorter month.

use crate::record::{Caseload, Customer, CustomerNumber};
use chrono::{Days, Months, NaiveDate};
use rules::facts::CaseId;
use rules::ordering::sort_by;
use std::fmt;

/// Months for which a closed case is kept, 1 to 120 inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RetentionPeriod(u16);

/// A period outside 1 to 120 months. `Display` says so in German.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodOutOfRange;

impl fmt::Display for PeriodOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Bitte geben Sie eine ganze Zahl von {} bis {} Monaten an.",
            RetentionPeriod::LEAST,
            RetentionPeriod::MOST
        )
    }
}

impl std::error::Error for PeriodOutOfRange {}

impl RetentionPeriod {
    /// Fewest months.
    pub const LEAST: u16 = 1;
    /// Most months.
    pub const MOST: u16 = 120;

    /// A period of so many months.
    ///
    /// # Errors
    /// [`PeriodOutOfRange`] outside 1 to 120 inclusive.
    pub fn of_months(months: u16) -> Result<Self, PeriodOutOfRange> {
        if (Self::LEAST..=Self::MOST).contains(&months) {
            Ok(RetentionPeriod(months))
        } else {
            Err(PeriodOutOfRange)
        }
    }

    /// The period in months.
    pub fn months(self) -> u16 {
        self.0
    }

    /// First day on which a case closed on `closed_on` may be deleted; `None` beyond the calendar.
    pub fn delete_from(self, closed_on: NaiveDate) -> Option<NaiveDate> {
        closed_on.checked_add_months(Months::new(u32::from(self.0)))
    }
}

impl Default for RetentionPeriod {
    fn default() -> Self {
        RetentionPeriod(24)
    }
}

/// How many days ahead coming deletions are shown.
pub const NOTICE_DAYS: u64 = 30;

/// A closed case whose time is up, or will be soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: CustomerNumber,
    /// Day on which it was closed.
    pub closed_on: NaiveDate,
    /// First day on which it may be deleted, inclusive.
    pub delete_from: NaiveDate,
    /// Whether that day has come.
    pub ripeness: Ripeness,
}

/// Whether a case may be deleted yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ripeness {
    /// From today or an earlier day on.
    Due,
    /// Within [`NOTICE_DAYS`] days, the last of them inclusive.
    Coming,
}

/// The closed cases whose time is up on `today` or will be within [`NOTICE_DAYS`] days, by the day
/// from which they may be deleted, then by number.
pub fn due_for_deletion(
    caseload: &Caseload,
    period: RetentionPeriod,
    today: NaiveDate,
) -> Vec<Marked> {
    let customers = caseload.customers.iter();
    let mut marked: Vec<Marked> = customers
        .filter_map(|customer| mark(customer, period, today))
        .collect();
    sort_by(&mut marked, |one, other| {
        let key = |marked: &Marked| marked.delete_from;
        key(one)
            .cmp(&key(other))
            .then_with(|| one.number.cmp(&other.number))
            .then_with(|| one.case.cmp(&other.case))
    });
    marked
}

fn mark(customer: &Customer, period: RetentionPeriod, today: NaiveDate) -> Option<Marked> {
    let closed_on = customer.closed_on.filter(|closed| *closed <= today)?;
    let delete_from = period.delete_from(closed_on)?;
    let ripeness = if delete_from <= today {
        Ripeness::Due
    } else if today.checked_add_days(Days::new(NOTICE_DAYS))? >= delete_from {
        Ripeness::Coming
    } else {
        return None;
    };
    Some(Marked {
        case: customer.id.clone(),
        number: customer.number.clone(),
        closed_on,
        delete_from,
        ripeness,
    })
}

#[cfg(test)]
mod tests {
    use super::{PeriodOutOfRange, RetentionPeriod, Ripeness, due_for_deletion};
    use crate::record::{Caseload, Customer, CustomerNumber};
    use chrono::NaiveDate;
    use rules::facts::{CaseId, FederalState};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn months(count: u16) -> RetentionPeriod {
        RetentionPeriod::of_months(count).unwrap()
    }

    fn closed(cases: &[(&str, Option<&str>)]) -> Caseload {
        let mut caseload = Caseload::empty(FederalState::BW);
        for (number, closed_on) in cases {
            let id = CaseId::from(format!("c-{number}").as_str());
            let mut customer = Customer::new(id, CustomerNumber::new(number).unwrap());
            customer.closed_on = closed_on.map(day);
            caseload.customers.push(customer.into());
        }
        caseload
    }

    #[test]
    fn a_period_lies_between_a_month_and_ten_years() {
        assert_eq!(RetentionPeriod::default().months(), 24);
        assert_eq!(RetentionPeriod::of_months(0), Err(PeriodOutOfRange));
        assert_eq!(RetentionPeriod::of_months(121), Err(PeriodOutOfRange));
        assert_eq!(months(1).months(), 1);
        assert_eq!(months(120).months(), 120);
    }

    #[test]
    fn months_keep_the_day_or_end_with_the_month() {
        for (count, from, to) in [
            (24, "2024-11-22", "2026-11-22"),
            (1, "2026-01-31", "2026-02-28"),
            (1, "2028-01-31", "2028-02-29"),
            (12, "2028-02-29", "2029-02-28"),
            (48, "2024-02-29", "2028-02-29"),
            (6, "2026-08-31", "2027-02-28"),
            (1, "2026-04-30", "2026-05-30"),
        ] {
            let delete_from = months(count).delete_from(day(from));
            assert_eq!(delete_from, Some(day(to)), "{from} + {count}");
        }
        assert_eq!(months(1).delete_from(NaiveDate::MAX), None);
    }

    #[test]
    fn the_last_day_of_the_period_is_the_first_of_deletion() {
        let caseload = closed(&[("1", Some("2024-11-22"))]);
        let ripeness = |today| {
            let marked = due_for_deletion(&caseload, RetentionPeriod::default(), day(today));
            marked.first().map(|marked| marked.ripeness)
        };
        assert_eq!(ripeness("2026-10-22"), None);
        assert_eq!(ripeness("2026-10-23"), Some(Ripeness::Coming));
        assert_eq!(ripeness("2026-11-21"), Some(Ripeness::Coming));
        assert_eq!(ripeness("2026-11-22"), Some(Ripeness::Due));
    }

    #[test]
    fn open_cases_and_those_closed_ahead_are_not_marked() {
        let caseload = closed(&[("1", None), ("2", Some("2026-02-02"))]);
        let marked = due_for_deletion(&caseload, months(1), day("2026-02-01"));
        assert_eq!(marked, []);
    }

    #[test]
    fn the_list_is_in_the_order_of_days_then_numbers() {
        let caseload = closed(&[
            ("3", Some("2020-05-02")),
            ("2", Some("2020-05-01")),
            ("1", Some("2020-05-02")),
        ]);
        let marked = due_for_deletion(&caseload, months(24), day("2026-11-22"));
        let numbers: Vec<&str> = marked.iter().map(|marked| marked.number.as_str()).collect();
        assert_eq!(numbers, ["2", "1", "3"]);
    }
}
