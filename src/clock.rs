//! The one place that asks the system clock.
//!
//! The day changes while the page is open: at midnight, or when a computer wakes up on another
//! day. So the page looks again every minute and whenever it becomes visible.

use caseload::history::Moment;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// The day on this computer, in its time zone.
#[expect(
    clippy::disallowed_methods,
    reason = "the only clock of the page; everything else is given the day"
)]
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// This moment on this computer.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock of the page, as a moment: for what is recorded and for waiting"
)]
pub fn now() -> Moment {
    Moment(chrono::Utc::now().timestamp_millis())
}

/// Day and time of a moment in the time zone of this computer; `None` beyond the calendar.
pub fn local(moment: Moment) -> Option<NaiveDateTime> {
    utc(moment).map(|utc| utc.with_timezone(&chrono::Local).naive_local())
}

/// A moment as files write it; `None` beyond the calendar.
pub fn utc(moment: Moment) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(moment.0)
}

/// A signal with the day on this computer. It changes when the day does.
pub fn watch() -> ReadSignal<NaiveDate> {
    let (day, set_day) = signal(today());
    let look = move || {
        let now = today();
        if day.get_untracked() != now {
            set_day.set(now);
        }
    };
    set_interval(look, LOOK_AGAIN);
    let on_return = window_event_listener(ev::visibilitychange, move |_| look());
    on_cleanup(move || on_return.remove());
    day
}
