//! Times of day as minutes since midnight: what an appointment takes of its day.

use chrono::{NaiveTime, Timelike};
use rules::Fact;

/// Minutes of a day.
pub(crate) const MINUTES_OF_A_DAY: u32 = 24 * 60;

/// Minutes from midnight to `time`.
pub(crate) fn minute_of_day(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The time so many minutes after midnight; `None` beyond the day.
pub(crate) fn time_at(minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
}

/// Whether what is known of start and length ends on the same day; midnight still does.
pub(crate) fn ends_by_midnight(start: Fact<NaiveTime>, minutes: Fact<u16>) -> bool {
    match (start, minutes) {
        (Fact::Known(start), Fact::Known(minutes)) => {
            minute_of_day(start) + u32::from(minutes) <= MINUTES_OF_A_DAY
        }
        (Fact::Known(_) | Fact::Unknown, Fact::Known(_) | Fact::Unknown) => true,
    }
}
