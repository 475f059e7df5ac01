//! The steps that the work with every customer starts with.

/// A step of the four-phase model as the policy lists them, in order (C7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// Potenzialanalyse.
    PotentialAnalysis,
    /// Zielfestlegung.
    Goal,
    /// Strategie.
    Strategy,
    /// Kooperationsplan.
    CooperationPlan,
    /// Documentation, with a task for follow-up.
    DocumentedWithTask,
}
