//! Recording a contact: from what is typed to what is saved, with everything shown on the way.
//!
//! 1. [`ContactForm`] holds what was chosen and what was typed; reading it gives the contact as it
//!    would be saved and the faults of what was typed, each at its field.
//! 2. [`preview()`] adds that contact to the customer and asks the one due function: whether it
//!    counts, which days follow, and how the duties that come with it stand.
//! 3. [`note`] makes a consultation note of it, ready to paste into VerBIS.

mod duty;
mod fault;
mod form;
mod note;
mod preview;

pub use duty::{Duty, DutyLine, Fulfilment};
pub use fault::{ContactFault, ContactField, ContactProblem};
pub use form::{ContactDraft, ContactForm};
pub use note::{NoteInput, note};
pub(crate) use preview::put_appointment;
pub use preview::{Preview, preview};
