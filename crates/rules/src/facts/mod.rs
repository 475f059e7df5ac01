//! What somebody recorded: customers, contacts, appointments, and the caseworker's office.
//!
//! These types hold the facts that the rules read and nothing else. Names, notes and file formats
//! belong to the record around them. A missing entry is [`crate::Fact::Unknown`]; only three facts have an
//! ordinary case that holds until somebody states the exception (see [`Case`]).

mod appointment;
mod case;
mod contact;
mod ids;
mod office;

pub use appointment::{Appointment, Canceller, Outcome};
pub use case::{
    Case, Category, FourPhases, Profile, ProfileI, ProfileIWork, ProfileZ, ProfileZReason,
    SelfEmployment, Status, Supervision,
};
pub use contact::{
    Channel, ConsultationKind, Contact, Delivery, NextInvitation, Origin, PhoneGrounds,
};
pub use ids::{AppointmentId, CaseId, ContactId};
pub use office::{Absence, Closure, FederalState, Fte, FteOutOfRange, Hours, OfficeDays};
