//! The findings of the caseload on screen, for the page that lists them and for every figure that
//! counts them.

use crate::evaluation::{Evaluated, Evaluation};
use crate::reactive::Memo;
use caseload::{Checks, Customer, Exception, kept};
use rules::{Finding, Severity};
use std::sync::Arc;

/// What checking an evaluation found.
#[derive(Debug)]
pub struct Checked {
    /// What was checked.
    pub evaluation: Arc<Evaluation>,
    /// In the order of the customers, then by rule.
    pub findings: Vec<CheckedFinding>,
    checks: Checks,
}

/// A finding, and whether it was left as it is.
#[derive(Debug)]
pub struct CheckedFinding {
    /// Place of the customer in the caseload.
    pub customer: usize,
    /// What was found.
    pub finding: Arc<Finding>,
    /// The exception by which it stays as it is.
    pub kept: Option<Exception>,
}

impl Checked {
    fn of(evaluation: Arc<Evaluation>, before: Option<&Checked>) -> Self {
        let caseload = &evaluation.caseload;
        let checks = match before {
            Some(before) => before.checks.renewed(
                (&before.evaluation.caseload, &before.evaluation.overview),
                caseload,
                &evaluation.overview,
            ),
            None => Checks::of(caseload, &evaluation.overview),
        };
        let findings = checks
            .findings
            .iter()
            .map(|found| {
                let customer = caseload.customers.get(found.customer);
                let kept = customer
                    .and_then(|customer| kept(caseload, customer, &found.finding))
                    .cloned();
                CheckedFinding {
                    customer: found.customer,
                    finding: Arc::clone(&found.finding),
                    kept,
                }
            })
            .collect();
        Checked {
            evaluation,
            findings,
            checks,
        }
    }

    /// The customer whom a finding is about.
    pub fn customer(&self, found: &CheckedFinding) -> Option<&Customer> {
        let customers = &self.evaluation.caseload.customers;
        customers.get(found.customer).map(AsRef::as_ref)
    }

    /// How many findings of a severity ask for something.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|found| found.kept.is_none() && found.finding.severity == severity)
            .count()
    }
}

/// What checking the caseload on screen finds; `None` without one. Two results are never compared:
/// a new one is made only for a new evaluation.
pub fn checked(evaluation: Memo<Option<Evaluated>>) -> Memo<Option<Arc<Checked>>> {
    Memo::new_with_compare(
        move |before: Option<&Option<Arc<Checked>>>| {
            let before = before.and_then(Option::as_deref);
            evaluation.with(|evaluated| {
                let evaluation = evaluated.as_ref()?.as_ref().ok()?;
                Some(Arc::new(Checked::of(Arc::clone(evaluation), before)))
            })
        },
        |_, _| true,
    )
}
