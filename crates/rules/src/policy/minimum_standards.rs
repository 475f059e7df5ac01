//! From the clock to the day (heading: Mindeststandards).
//!
//! The standard gives a *latest day*. Offices do not open every day, so the latest day on which
//! there can be an appointment is the last working day on or before it; and because appointments
//! are recorded some days ahead, the day by which to record one lies earlier still. Users are shown
//! all three as one window.
//!
//! The category that somebody recorded by hand has to fit the group that the facts lead to.

use super::{category_1, category_3, u25};
use crate::Rule;
use crate::calendar::Calendar;
use crate::due::{Due, Window};
use crate::edition::Parameters;
use crate::facts::{Case, Category};
use crate::finding::{CategoryProblem, Correction, Finding, Problem, Severity};
use crate::group::{CountedAs, Group, Standard};
use crate::missing::{CaseFact, MissingFact};
use chrono::NaiveDate;

/// D1–D3 — the latest day after a contact that counted, with the rule it comes from.
pub(crate) fn latest_after_contact(
    standard: Standard,
    last: NaiveDate,
    parameters: &Parameters,
) -> (NaiveDate, Rule) {
    match standard {
        Standard::K1 => (category_1::latest_k1(last, parameters), Rule::D1),
        Standard::K3 => (category_3::latest_k3(last, parameters), Rule::D2),
        Standard::U25 => (u25::latest_after_contact(last, parameters), Rule::D3),
    }
}

/// D4 — the latest day when no contact counted yet: the clock starts on the first day of the
/// present period of benefit.
pub(crate) fn latest_after_entry(
    standard: Standard,
    since: NaiveDate,
    parameters: &Parameters,
) -> (NaiveDate, Rule) {
    match standard {
        Standard::K1 => (category_1::latest_k1(since, parameters), Rule::D1),
        Standard::K3 => (category_3::latest_k3(since, parameters), Rule::D2),
        Standard::U25 => (u25::latest_after_entry(since, parameters), Rule::D3),
    }
}

/// D6, D7 — the window that ends on `latest`: the last working day in it and the day by which to
/// record the appointment.
pub(crate) fn window(latest: NaiveDate, calendar: &Calendar, parameters: &Parameters) -> Window {
    let latest_appointment = calendar.working_day_on_or_before(latest);
    Window {
        latest,
        latest_appointment,
        record_by: parameters.lead_days.before(latest_appointment),
    }
}

/// E1 — the recorded category is not the one that the rules settle.
pub(crate) fn category_against_the_rules(case: &Case, due: &Due) -> Option<Finding> {
    if due.counted_as != Some(CountedAs::Rules) {
        return None;
    }
    let Group::Under(standard) = due.group else {
        return None;
    };
    let recorded = case.category?;
    let severity = match (recorded, standard) {
        (Category::K1, Standard::K3) | (Category::K3, Standard::K1) => Severity::Error,
        (Category::K3, Standard::U25) => Severity::Warning,
        (Category::K1, Standard::K1 | Standard::U25) | (Category::K3, Standard::K3) => return None,
    };
    let problem = Problem::Category(CategoryProblem::Wrong { recorded, standard });
    Some(
        Finding::of_case(Rule::E1, severity, problem)
            .because(due.group_grounds())
            .corrected_by(Some(Correction::Category(category_for(standard)))),
    )
}

/// E2 — no category is recorded although the group may need one.
pub(crate) fn category_missing(case: &Case, due: &Due) -> Option<Finding> {
    let expected = match due.group {
        Group::Exempt | Group::Under(Standard::U25) => return None,
        Group::Under(standard @ (Standard::K1 | Standard::K3)) => Some(category_for(standard)),
        Group::Open => None,
    };
    case.category.is_none().then(|| {
        let problem = Problem::Category(CategoryProblem::Missing { expected });
        Finding::of_case(Rule::E2, Severity::Warning, problem)
            .because(due.group_grounds())
            .corrected_by(expected.map(Correction::Category))
    })
}

/// The category that stands for a standard. U25 needs none; K1 is accepted.
fn category_for(standard: Standard) -> Category {
    match standard {
        Standard::K1 | Standard::U25 => Category::K1,
        Standard::K3 => Category::K3,
    }
}

/// E9 — facts are missing that decide the group, whether a category stands in for them or not.
pub(crate) fn group_open(due: &Due) -> Option<Finding> {
    let counted_as = match (due.group, due.counted_as) {
        (_, Some(CountedAs::Rules)) | (Group::Exempt, _) => return None,
        (Group::Under(standard), Some(CountedAs::Assigned) | None) => Some(standard),
        (Group::Open, Some(CountedAs::Assigned) | None) => None,
    };
    let missing = due
        .missing
        .iter()
        .filter_map(|missing| match missing {
            // The clock hangs on it, not the group.
            MissingFact::Case(CaseFact::InCareSince) | MissingFact::Contact(..) => None,
            MissingFact::Case(fact) => Some(*fact),
        })
        .collect();
    let problem = Problem::Category(CategoryProblem::GroupOpen {
        missing,
        counted_as,
    });
    Some(Finding::of_case(Rule::E9, Severity::Info, problem))
}
