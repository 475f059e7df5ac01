//! The one place that asks the system clock, and only for the day.
//!
//! The day changes while the page is open: at midnight, or when a computer wakes up on another
//! day. So the page looks again every minute and whenever it becomes visible.

use chrono::NaiveDate;
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
