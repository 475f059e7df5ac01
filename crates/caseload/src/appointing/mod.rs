//! Making and moving appointments: what is worth knowing before one is saved.
//!
//! [`AppointmentForm`] holds what was chosen and typed, like its sister for contacts. [`hints()`]
//! looks at the appointment that it would become: at its day, at the hours, at what else stands
//! there, and at what the rules of section F would object to. Most hints keep nobody from saving:
//! an appointment that breaks a rule may still be the one that was made. Only what cannot be is
//! refused ([`Hint::is_blocking`]). [`free_slots`] lists where a consultation would fit.

mod form;
mod hint;
mod hints;
mod moving;
mod reading;
mod slots;

pub use form::AppointmentForm;
pub use hint::{AppointmentField, Hint, Matter, OffDay};
pub use hints::{hints, off_day};
pub use moving::moved_to;
pub use reading::AppointmentDraft;
pub use slots::{free_slots, usual_minutes};
