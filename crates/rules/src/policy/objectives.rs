//! How the work with every customer starts (heading: Zielsetzung).
//!
//! Strengths and weaknesses are looked at, a goal is set, a strategy agreed, a cooperation plan
//! concluded, and all of it documented with a task for follow-up. The policy asks this for everybody,
//! the exempt included.

use crate::facts::FourPhases;
use crate::finding::{Finding, Phase, Problem, Severity};
use crate::{Fact, Rule};

/// C7 — the steps that are known not to have been taken.
pub(crate) fn phases_lacking(phases: FourPhases) -> Option<Finding> {
    let lacking: Vec<Phase> = [
        (Phase::PotentialAnalysis, phases.potential_analysis),
        (Phase::Goal, phases.goal),
        (Phase::Strategy, phases.strategy),
        (Phase::CooperationPlan, phases.cooperation_plan),
        (Phase::DocumentedWithTask, phases.documented_with_task),
    ]
    .into_iter()
    .filter(|(_, taken)| *taken == Fact::Known(false))
    .map(|(phase, _)| phase)
    .collect();
    (!lacking.is_empty())
        .then(|| Finding::of_case(Rule::C7, Severity::Info, Problem::Phases(lacking)))
}
