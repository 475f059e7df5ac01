//! What can be wrong with an appointment.

/// An appointment that does not follow the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AppointmentProblem {}
