//! Who is exempt from the density (heading: Mindeststandards, closing paragraphs).
//!
//! Customers of Fallmanagement and of the Betriebsakquisiteure follow instructions of their own,
//! so no interval of this policy holds for them. Everything else in it does.

use crate::Rule;
use crate::facts::Supervision;

/// A1, A2 — whether the main supervision exempts a customer from the density, and by which rule.
pub(crate) fn exempt(supervision: Supervision) -> Option<Rule> {
    match supervision {
        Supervision::CaseManagement => Some(Rule::A1),
        Supervision::EmployerAcquisition => Some(Rule::A2),
        Supervision::Regular => None,
    }
}

/// A1 — whether the main supervision exempts a customer's appointments from the lead in ATV (F1).
pub(crate) fn exempt_from_lead(supervision: Supervision) -> bool {
    match supervision {
        Supervision::CaseManagement => true,
        Supervision::EmployerAcquisition | Supervision::Regular => false,
    }
}
