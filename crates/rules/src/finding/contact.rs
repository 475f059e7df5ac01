//! What the duties that come with a contact can be missing.

/// A duty of a contact that was not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactProblem {}
