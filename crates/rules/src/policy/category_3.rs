//! Customers for whom progress is far off (heading: Kategorie 3).
//!
//! K3 gathers customers whose needs are complex throughout, so that no progress towards work is
//! expected within a year. They are seen every six months, and after every contact somebody asks
//! whether that still holds. In VerBIS they carry a marker.

use crate::check::Dossier;
use crate::completions::{Circumstances, Progress};
use crate::due::Due;
use crate::edition::Parameters;
use crate::facts::Case;
use crate::finding::{CategoryProblem, ContactProblem, Correction, Finding, Problem, Severity};
use crate::group::{Group, Row, Standard};
use crate::{Fact, Rule};
use chrono::NaiveDate;

/// A7 — no progress expected within the horizon means K3.
pub(crate) fn only_complex_needs(known: Circumstances) -> Option<Row> {
    (known.progress == Progress::NotExpected).then_some(Row {
        rule: Rule::A7,
        standard: Standard::K3,
    })
}

/// D2 — the latest day of the next contact after one on `anchor` in K3, inclusive.
pub(crate) fn latest_k3(anchor: NaiveDate, parameters: &Parameters) -> NaiveDate {
    parameters.k3_months.after(anchor)
}

/// C6, E7 — in K3 the category is reviewed after every contact, whatever its channel and whether it
/// counts or not; the latest one tells.
pub(crate) fn category_not_reviewed(dossier: &Dossier<'_>) -> Option<Finding> {
    let Dossier { contacts, due, .. } = dossier;
    if due.group != Group::Under(Standard::K3) {
        return None;
    }
    let (latest, _) = contacts
        .iter()
        .zip(&due.judgements)
        .filter(|(_, judgement)| !judgement.is_set_aside())
        .max_by_key(|(contact, _)| (contact.date, &contact.id))?;
    (latest.category_reviewed == Fact::Known(false)).then(|| {
        let mut grounds = due.group_grounds();
        grounds.push(Rule::E7);
        let problem = ContactProblem::CategoryNotReviewed;
        Finding::of_contact(latest, Rule::C6, Severity::Warning, problem)
            .because(grounds)
            .corrected_by(Some(Correction::CategoryReviewed))
    })
}

/// E6 — K3 customers carry the marker in the system of record.
pub(crate) fn marker_not_set(case: &Case, due: &Due) -> Option<Finding> {
    let lacking =
        due.group == Group::Under(Standard::K3) && case.k3_marker_set == Fact::Known(false);
    lacking.then(|| {
        let problem = Problem::Category(CategoryProblem::K3MarkerNotSet);
        Finding::of_case(Rule::E6, Severity::Warning, problem)
            .because(due.group_grounds())
            .corrected_by(Some(Correction::K3MarkerSet))
    })
}
