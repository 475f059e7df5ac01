//! Identifiers. One type per kind, so that a contact's id can never be looked up among the cases.
//! They are opaque text, compared byte by byte, and cheap to clone.

use std::fmt;
use std::sync::Arc;

/// Identifies a customer's case within one caseload.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseId(Arc<str>);

/// Identifies a contact within one caseload.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContactId(Arc<str>);

/// Identifies an appointment within one caseload.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AppointmentId(Arc<str>);

impl From<&str> for CaseId {
    fn from(text: &str) -> Self {
        CaseId(text.into())
    }
}

impl From<&str> for ContactId {
    fn from(text: &str) -> Self {
        ContactId(text.into())
    }
}

impl From<&str> for AppointmentId {
    fn from(text: &str) -> Self {
        AppointmentId(text.into())
    }
}

impl CaseId {
    /// The identifier as it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ContactId {
    /// The identifier as it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AppointmentId {
    /// The identifier as it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for AppointmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
