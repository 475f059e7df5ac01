//! Unemployed customers who can be activated (heading: Kategorie 1).
//!
//! K1 is for customers who are unemployed and can move towards work. Whoever found work, or is no
//! longer registered as unemployed, leaves it for K3. The self-employed stay in K1 only if giving
//! the business up for an insured job is the aim. The caseworker may agree on a tighter interval;
//! the four months are a cap. One group session a year counts like a consultation.

use crate::Rule;
use crate::completions::{BusinessAim, Circumstances, Integration, OwnBusiness};
use crate::due::Due;
use crate::edition::Parameters;
use crate::facts::{Contact, Status};
use crate::finding::{ContactProblem, Finding, Severity};
use crate::group::{Group, Row, Standard};
use crate::policy::contacts::{Counts, Judgement};
use chrono::NaiveDate;

/// A6 — unemployed and activatable means K1. The last row: nothing above it applied.
pub(crate) fn unemployed_and_activatable() -> Row {
    Row {
        rule: Rule::A6,
        standard: Standard::K1,
    }
}

/// A8 — integrated means K3.
pub(crate) fn integrated(known: Circumstances) -> Option<Row> {
    (known.integrated == Integration::Integrated).then_some(Row {
        rule: Rule::A8,
        standard: Standard::K3,
    })
}

/// A8 — status job-seeking or not set means K3.
pub(crate) fn not_unemployed(known: Circumstances) -> Option<Row> {
    match known.status {
        Status::JobSeeking | Status::NotSet => Some(Row {
            rule: Rule::A8,
            standard: Standard::K3,
        }),
        Status::Unemployed => None,
    }
}

/// A9 — self-employed as main occupation means K1 if giving it up for an insured job is the aim,
/// else K3.
pub(crate) fn self_employed(known: Circumstances) -> Option<Row> {
    match (known.work, known.aim) {
        (OwnBusiness::MainOccupation, BusinessAim::GiveUpForInsuredJob) => Some(Row {
            rule: Rule::A9,
            standard: Standard::K1,
        }),
        (OwnBusiness::MainOccupation, BusinessAim::Continue) => Some(Row {
            rule: Rule::A9,
            standard: Standard::K3,
        }),
        (OwnBusiness::NoneOrSideline, _) => None,
    }
}

/// B4 — whether group sessions can count at all in a group.
pub(crate) fn group_sessions_count(group: Group) -> bool {
    match group {
        Group::Under(Standard::K1 | Standard::U25) | Group::Exempt => true,
        Group::Under(Standard::K3) | Group::Open => false,
    }
}

/// B4 — a group session that does not count is reported: in K3, or beyond those of the year.
pub(crate) fn group_session_not_counted(
    contact: &Contact,
    judgement: &Judgement,
    due: &Due,
    parameters: &Parameters,
) -> Option<Finding> {
    if judgement.rule != Rule::B4 || judgement.counts != Counts::No {
        return None;
    }
    let (problem, grounds) = match due.group {
        Group::Under(Standard::K3) => (ContactProblem::GroupSessionInK3, due.group_grounds()),
        Group::Under(Standard::K1 | Standard::U25) | Group::Exempt | Group::Open => (
            ContactProblem::GroupSessionsUsedUp {
                per_year: parameters.group_per_year,
            },
            Vec::new(),
        ),
    };
    Some(Finding::of_contact(contact, Rule::B4, Severity::Warning, problem).because(grounds))
}

/// D1 — the latest day of the next contact after one on `anchor` in K1, inclusive.
pub(crate) fn latest_k1(anchor: NaiveDate, parameters: &Parameters) -> NaiveDate {
    parameters.k1_months.after(anchor)
}

/// D9 — the earlier of what the standard allows and what was agreed with the customer; `None` if
/// nothing was agreed or it changes nothing.
pub(crate) fn agreed_earlier(agreed: Option<NaiveDate>, latest: NaiveDate) -> Option<NaiveDate> {
    agreed.filter(|by| *by < latest)
}
