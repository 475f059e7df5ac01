//! The policy, heading by heading: one function per rule, named for what it decides.

pub(crate) mod category_1;
pub(crate) mod category_3;
pub(crate) mod contacts;
pub(crate) mod definition;
pub(crate) mod exemptions;
pub(crate) mod minimum_standards;
pub(crate) mod missed_appointments;
pub(crate) mod objectives;
pub(crate) mod profiles;
pub(crate) mod scheduling;
pub(crate) mod u25;
