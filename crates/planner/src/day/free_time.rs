//! Where a day still has time: the caseworker's hours without what stands in them.
//!
//! An appointment with a known start takes its time there; if its length is unknown, as much as a
//! follow-up. One without a start takes its time somewhere in the day: it is *afloat*, and laid in like
//! the proposals are.

use chrono::{NaiveTime, Timelike};
use rules::Fact;
use rules::edition::Minutes;
use rules::facts::{Appointment, Hours};
use rules::ordering::sort_by_key;
use std::cmp::Reverse;

/// A stretch of free time, in minutes since midnight; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub from: u32,
    pub to: u32,
}

/// The free time of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FreeTime {
    /// Ascending, none empty.
    pub stretches: Vec<Stretch>,
    /// Lengths of appointments that have to be laid into them, longest first.
    pub afloat: Vec<u32>,
}

impl Stretch {
    pub(super) fn minutes(&self) -> u32 {
        self.to - self.from
    }
}

impl FreeTime {
    /// What the appointments of a day leave of the hours; `usual` is the length of those whose length is
    /// unknown.
    pub(crate) fn of(hours: &[Hours], standing: &[Appointment], usual: Minutes) -> Self {
        let mut stretches: Vec<Stretch> = hours
            .iter()
            .map(|hours| Stretch {
                from: minute(hours.from),
                to: minute(hours.to),
            })
            .collect();
        sort_by_key(&mut stretches, |stretch| (stretch.from, stretch.to));
        without_overlaps(&mut stretches);
        let mut afloat = Vec::new();
        for appointment in standing {
            let length = match appointment.duration_minutes {
                Fact::Known(minutes) => u32::from(minutes),
                Fact::Unknown => u32::from(usual.0),
            };
            match appointment.start {
                Fact::Known(start) => {
                    let from = minute(start);
                    stretches = without(
                        &stretches,
                        Stretch {
                            from,
                            to: from + length,
                        },
                    );
                }
                Fact::Unknown => afloat.push(length),
            }
        }
        sort_by_key(&mut afloat, |length| Reverse(*length));
        FreeTime { stretches, afloat }
    }
}

fn minute(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight() / 60
}

/// Cuts every stretch that begins before the one in front of it ends.
fn without_overlaps(stretches: &mut Vec<Stretch>) {
    let mut end = 0;
    for stretch in stretches.iter_mut() {
        stretch.from = stretch.from.max(end);
        end = end.max(stretch.to);
    }
    stretches.retain(|stretch| stretch.from < stretch.to);
}

fn without(stretches: &[Stretch], busy: Stretch) -> Vec<Stretch> {
    let mut left = Vec::with_capacity(stretches.len() + 1);
    for stretch in stretches {
        let before = Stretch {
            from: stretch.from,
            to: stretch.to.min(busy.from),
        };
        let after = Stretch {
            from: stretch.from.max(busy.to),
            to: stretch.to,
        };
        left.extend(
            [before, after]
                .into_iter()
                .filter(|part| part.from < part.to),
        );
    }
    left
}

#[cfg(test)]
mod tests {
    use super::{FreeTime, Stretch};
    use chrono::{NaiveDate, NaiveTime};
    use rules::edition::Minutes;
    use rules::facts::{Appointment, Hours, Origin};

    fn time(text: &str) -> NaiveTime {
        format!("{text}:00").parse().unwrap()
    }

    fn hours(stretches: &[(&str, &str)]) -> Vec<Hours> {
        let hours = |(from, to): &(&str, &str)| Hours {
            from: time(from),
            to: time(to),
        };
        stretches.iter().map(hours).collect()
    }

    fn standing(start: Option<&str>, minutes: Option<u16>) -> Appointment {
        let day = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();
        Appointment {
            start: start.map(time).into(),
            duration_minutes: minutes.into(),
            ..Appointment::bare("t".into(), "c".into(), day, Origin::Entered)
        }
    }

    fn left(day: &[(&str, &str)], there: &[Appointment]) -> Vec<(u32, u32)> {
        let time = FreeTime::of(&hours(day), there, Minutes(45));
        time.stretches
            .iter()
            .map(|Stretch { from, to }| (*from, *to))
            .collect()
    }

    const DAY: [(&str, &str); 2] = [("08:00", "12:00"), ("13:00", "16:30")];

    #[test]
    fn what_stands_is_cut_out() {
        assert_eq!(left(&DAY, &[]), [(480, 720), (780, 990)]);
        let there = [
            standing(Some("09:00"), Some(60)),
            standing(Some("11:30"), Some(120)),
        ];
        assert_eq!(left(&DAY, &there), [(480, 540), (600, 690), (810, 990)]);
        assert_eq!(
            left(&DAY, &[standing(Some("08:00"), None)]),
            [(525, 720), (780, 990)]
        );
        assert_eq!(left(&DAY, &[standing(Some("07:00"), Some(600))]), []);
        assert_eq!(
            left(&DAY, &[standing(Some("12:10"), Some(40))]),
            [(480, 720), (780, 990)]
        );
    }

    #[test]
    fn hours_may_be_in_any_order_overlap_or_be_empty() {
        let muddled = [
            ("13:00", "14:00"),
            ("08:00", "13:30"),
            ("09:00", "10:00"),
            ("15:00", "15:00"),
        ];
        assert_eq!(left(&muddled, &[]), [(480, 810), (810, 840)]);
        assert_eq!(left(&[], &[]), []);
    }

    #[test]
    fn without_a_start_an_appointment_is_afloat() {
        let there = [
            standing(None, None),
            standing(None, Some(60)),
            standing(None, Some(30)),
        ];
        let time = FreeTime::of(&hours(&DAY), &there, Minutes(45));
        assert_eq!(time.afloat, [60, 45, 30]);
        assert_eq!(time.stretches.len(), 2);
    }
}
