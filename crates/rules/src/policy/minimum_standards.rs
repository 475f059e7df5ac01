//! From the clock to the day (heading: Mindeststandards).
//!
//! The standard gives a *latest day*. Offices do not open every day, so the latest day on which
//! there can be an appointment is the last working day on or before it; and because appointments
//! are recorded some days ahead, the day by which to record one lies earlier still. Users are shown
//! all three as one window.

use super::{category_1, category_3, u25};
use crate::Rule;
use crate::calendar::Calendar;
use crate::due::Window;
use crate::edition::Parameters;
use crate::group::Standard;
use chrono::NaiveDate;

/// D1–D3 — the latest day after a contact that counted, with the rule it comes from.
pub(crate) fn latest_after_contact(
    standard: Standard,
    last: NaiveDate,
    parameters: &Parameters,
) -> (NaiveDate, Rule) {
    match standard {
        Standard::K1 => (category_1::latest_k1(last, parameters), Rule::D1),
        Standard::K3 => (category_3::latest_k3(last, parameters), Rule::D2),
        Standard::U25 => (u25::latest_after_contact(last, parameters), Rule::D3),
    }
}

/// D4 — the latest day when no contact counted yet: the clock starts on the first day of the
/// present period of benefit.
pub(crate) fn latest_after_entry(
    standard: Standard,
    since: NaiveDate,
    parameters: &Parameters,
) -> (NaiveDate, Rule) {
    match standard {
        Standard::K1 => (category_1::latest_k1(since, parameters), Rule::D1),
        Standard::K3 => (category_3::latest_k3(since, parameters), Rule::D2),
        Standard::U25 => (u25::latest_after_entry(since, parameters), Rule::D3),
    }
}

/// D6, D7 — the window that ends on `latest`: the last working day in it and the day by which to
/// record the appointment.
pub(crate) fn window(latest: NaiveDate, calendar: &Calendar, parameters: &Parameters) -> Window {
    let latest_appointment = calendar.working_day_on_or_before(latest);
    Window {
        latest,
        latest_appointment,
        record_by: parameters.lead_days.before(latest_appointment),
    }
}
