//! Laying consultations into the free time of a day.
//!
//! A day has few free stretches and few consultations, of two lengths, so every way to share them out is tried
//! until one fits, the longest first; ways that differ only in which of two equally long ones lies
//! where are one way.

use super::free_time::{FreeTime, Stretch};
use rules::edition::Minutes;
use std::cmp::Reverse;

/// Steps after which nobody knows. A day of an office takes some dozen.
const MOST_STEPS: u32 = 20_000;

/// Consultations that a day is to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub firsts: usize,
    pub follow_ups: usize,
}

impl Wanted {
    pub(crate) fn count(self) -> usize {
        self.firsts + self.follow_ups
    }
}

/// How long they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Lengths {
    pub first: Minutes,
    pub follow_up: Minutes,
}

/// Whether they fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fit {
    /// They do, with these starts.
    Fits(Starts),
    /// They do not.
    TooMuch,
    /// That would take too long to find out.
    Unknown,
}

/// Where consultations begin, in minutes since midnight, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Starts {
    pub firsts: Vec<u32>,
    pub follow_ups: Vec<u32>,
}

/// Lays consultations into a day, beside what has to be laid into it anyway.
pub(crate) fn fit(time: &FreeTime, wanted: Wanted, lengths: Lengths) -> Fit {
    let items = items(time, wanted, lengths);
    let mut search = Search {
        items: &items,
        left: time.stretches.iter().map(Stretch::minutes).collect(),
        chosen: Vec::new(),
        steps: 0,
    };
    if search.fits(0) {
        Fit::Fits(starts(&time.stretches, &items, &search.chosen))
    } else if search.steps < MOST_STEPS {
        Fit::TooMuch
    } else {
        Fit::Unknown
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    First,
    FollowUp,
    Standing,
}

#[derive(Debug, Clone, Copy)]
struct Item {
    what: What,
    length: u32,
}

/// Everything that is to be laid into a day, the longest first.
fn items(time: &FreeTime, wanted: Wanted, lengths: Lengths) -> Vec<Item> {
    let of = |what, length: Minutes, count| {
        let length = u32::from(length.0);
        std::iter::repeat_n(Item { what, length }, count)
    };
    let standing = time.afloat.iter().map(|length| Item {
        what: What::Standing,
        length: *length,
    });
    let mut items: Vec<Item> = of(What::First, lengths.first, wanted.firsts)
        .chain(of(What::FollowUp, lengths.follow_up, wanted.follow_ups))
        .chain(standing)
        .collect();
    rules::ordering::sort_by_key(&mut items, |item| (Reverse(item.length), item.what));
    items
}

struct Search<'i> {
    items: &'i [Item],
    /// Minutes left in each stretch.
    left: Vec<u32>,
    /// The stretch of each item so far.
    chosen: Vec<usize>,
    steps: u32,
}

impl Search<'_> {
    /// Whether this item and all after it fit into what is left.
    fn fits(&mut self, number: usize) -> bool {
        let Some(item) = self.items.get(number) else {
            return true;
        };
        let before = number
            .checked_sub(1)
            .and_then(|before| self.items.get(before));
        let is_alike = before.is_some_and(|before| before.length == item.length);
        let start = self
            .chosen
            .last()
            .filter(|_| is_alike)
            .copied()
            .unwrap_or(0);
        for stretch in start..self.left.len() {
            self.steps += 1;
            if self.steps >= MOST_STEPS {
                return false;
            }
            let Some(left) = self.left.get(stretch).copied() else {
                return false;
            };
            if left < item.length {
                continue;
            }
            self.leave(stretch, left - item.length);
            self.chosen.push(stretch);
            if self.fits(number + 1) {
                return true;
            }
            self.chosen.pop();
            self.leave(stretch, left);
        }
        false
    }

    fn leave(&mut self, stretch: usize, left: u32) {
        if let Some(there) = self.left.get_mut(stretch) {
            *there = left;
        }
    }
}

/// In each stretch one after the other, in the order of the items.
fn starts(stretches: &[Stretch], items: &[Item], chosen: &[usize]) -> Starts {
    let mut starts = Starts::default();
    for (number, stretch) in stretches.iter().enumerate() {
        let mut start = stretch.from;
        for (item, _) in items
            .iter()
            .zip(chosen)
            .filter(|(_, chosen)| **chosen == number)
        {
            match item.what {
                What::First => starts.firsts.push(start),
                What::FollowUp => starts.follow_ups.push(start),
                What::Standing => {}
            }
            start += item.length;
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::{Fit, Lengths, Starts, Wanted, fit};
    use crate::day::free_time::{FreeTime, Stretch};
    use rules::edition::Minutes;

    const LENGTHS: Lengths = Lengths {
        first: Minutes(60),
        follow_up: Minutes(45),
    };

    /// A day with free stretches of these lengths, ten minutes apart from 8:00 on.
    fn time(lengths: &[u32], afloat: &[u32]) -> FreeTime {
        let mut from = 480;
        let stretches = lengths
            .iter()
            .map(|length| {
                let stretch = Stretch {
                    from,
                    to: from + length,
                };
                from = stretch.to + 10;
                stretch
            })
            .collect();
        FreeTime {
            stretches,
            afloat: afloat.to_vec(),
        }
    }

    fn fits(lengths: &[u32], afloat: &[u32], firsts: usize, follow_ups: usize) -> bool {
        let wanted = Wanted { firsts, follow_ups };
        match fit(&time(lengths, afloat), wanted, LENGTHS) {
            Fit::Fits(starts) => {
                assert_eq!(starts.firsts.len(), firsts);
                assert_eq!(starts.follow_ups.len(), follow_ups);
                true
            }
            Fit::TooMuch => false,
            Fit::Unknown => panic!("no day takes that long"),
        }
    }

    #[test]
    fn a_usual_day_holds_nine_follow_ups_or_seven_first_consultations() {
        let day = [240, 210];
        assert!(fits(&day, &[], 0, 9));
        assert!(!fits(&day, &[], 0, 10));
        assert!(fits(&day, &[], 7, 0));
        assert!(!fits(&day, &[], 8, 0));
        assert!(fits(&day, &[], 2, 6));
        assert!(fits(&day, &[], 3, 5));
        assert!(!fits(&day, &[], 4, 5));
    }

    #[test]
    fn nothing_is_cut_in_two() {
        assert!(!fits(&[44, 44, 44], &[], 0, 1));
        assert!(fits(&[45, 59], &[], 0, 2));
        assert!(!fits(&[45, 59], &[], 1, 1));
        assert!(fits(&[45, 60], &[], 1, 1));
    }

    #[test]
    fn the_first_stretch_is_not_the_best_for_everybody() {
        // 60 + 45 fill the second stretch, and two follow-ups the first.
        assert!(fits(&[90, 105], &[], 1, 3));
        assert!(!fits(&[89, 105], &[], 1, 3));
    }

    #[test]
    fn what_is_afloat_takes_its_time_somewhere() {
        assert!(fits(&[60, 45], &[45], 1, 0));
        assert!(!fits(&[60, 45], &[50], 1, 0));
        assert!(!fits(&[60], &[61], 0, 0));
    }

    #[test]
    fn consultations_follow_one_another() {
        let wanted = Wanted {
            firsts: 1,
            follow_ups: 2,
        };
        let expected = Starts {
            firsts: vec![480],
            follow_ups: vec![540, 595],
        };
        assert_eq!(
            fit(&time(&[105, 60], &[]), wanted, LENGTHS),
            Fit::Fits(expected)
        );
    }

    #[test]
    fn a_day_beyond_reason_is_given_up() {
        let afloat: Vec<u32> = (0..30).map(|number| 100 + number).collect();
        let wanted = Wanted {
            firsts: 0,
            follow_ups: 1,
        };
        let day = time(&[150; 29], &afloat);
        assert_eq!(fit(&day, wanted, LENGTHS), Fit::Unknown);
    }
}
