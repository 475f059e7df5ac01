//! What can be wrong with category, profile and marker.

/// A category, profile or marker that does not fit the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CategoryProblem {}
