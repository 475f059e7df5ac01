//! Which consultation at what time: each day's are laid into its hours, and days whose hours end
//! before their places do are reported.
//!
//! This is the one side condition that the network of [`flow`](crate::flow) cannot hold. How many
//! consultations fit into a day depends on how many of them are first ones, which take longer, and who
//! is there is what the flow decides. A bound on their number that holds whatever the mixture is can be
//! a capacity; see [`plan`](crate::plan()) for what becomes of the rest.

use crate::board::Board;
use crate::day::{Fit, FreeTime, Lengths, Starts, Wanted, fit};
use chrono::NaiveTime;
use rules::Setting;
use rules::edition::Minutes;
use rules::facts::ConsultationKind;

/// A task with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timed {
    pub task: usize,
    /// Place of the day.
    pub day: usize,
    pub start: NaiveTime,
    pub kind: ConsultationKind,
}

/// A day on which not everything fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Narrow {
    /// Place of the day.
    pub day: usize,
    /// How many fit.
    pub room: u32,
    pub why: WhyNarrow,
}

/// Why not everything fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhyNarrow {
    /// So many would not fit if all were of the shorter kind.
    Always,
    /// This mixture does not fit.
    Mixture,
}

/// The free time of the days, worked out once.
pub(crate) struct Hours {
    free: Vec<FreeTime>,
    lengths: Lengths,
}

/// The tasks of a day.
#[derive(Debug, Clone, Default)]
struct Tasks {
    firsts: Vec<usize>,
    follow_ups: Vec<usize>,
}

impl Hours {
    pub(crate) fn of(board: &Board<'_>, setting: &Setting) -> Self {
        let parameters = setting.edition.parameters();
        let lengths = Lengths {
            first: parameters.first_minutes,
            follow_up: parameters.follow_up_minutes,
        };
        let hours = &setting.office.hours;
        let days = board.standing.iter();
        Hours {
            free: days
                .map(|there| FreeTime::of(hours, there, lengths.follow_up))
                .collect(),
            lengths,
        }
    }

    /// The length of a kind of consultation.
    pub(crate) fn length(&self, kind: ConsultationKind) -> Minutes {
        match kind {
            ConsultationKind::First => self.lengths.first,
            ConsultationKind::FollowUp => self.lengths.follow_up,
        }
    }

    /// Times for everything that was placed.
    ///
    /// # Errors
    /// The days on which not all of it fits.
    pub(crate) fn times(
        &self,
        board: &Board<'_>,
        placed: &[Option<usize>],
    ) -> Result<Vec<Timed>, Vec<Narrow>> {
        let mut timed = Vec::new();
        let mut narrow = Vec::new();
        let by_day = by_day(board, placed);
        for (day, (time, tasks)) in self.free.iter().zip(&by_day).enumerate() {
            let wanted = tasks.wanted();
            if wanted.count() == 0 {
                continue;
            }
            match fit(time, wanted, self.lengths) {
                Fit::Fits(starts) => lay(day, tasks, &starts, &mut timed),
                Fit::TooMuch | Fit::Unknown => narrow.push(self.narrow(day, time, wanted)),
            }
        }
        if narrow.is_empty() {
            Ok(timed)
        } else {
            Err(narrow)
        }
    }

    fn narrow(&self, day: usize, time: &FreeTime, wanted: Wanted) -> Narrow {
        let count = wanted.count();
        if fit(time, self.of_the_shorter(count), self.lengths) == Fit::TooMuch {
            let fits = |count: &usize| self.fits(time, self.of_the_shorter(*count));
            return Narrow {
                day,
                room: number((0..count).rev().find(fits)),
                why: WhyNarrow::Always,
            };
        }
        let some_of_it_fits = |count: &usize| {
            let least = count.saturating_sub(wanted.follow_ups);
            (least..=wanted.firsts.min(*count)).any(|firsts| {
                let follow_ups = count - firsts;
                self.fits(time, Wanted { firsts, follow_ups })
            })
        };
        Narrow {
            day,
            room: number((0..count).rev().find(some_of_it_fits)),
            why: WhyNarrow::Mixture,
        }
    }

    fn fits(&self, time: &FreeTime, wanted: Wanted) -> bool {
        match fit(time, wanted, self.lengths) {
            Fit::Fits(_) => true,
            Fit::TooMuch | Fit::Unknown => false,
        }
    }

    fn of_the_shorter(&self, count: usize) -> Wanted {
        if self.lengths.first < self.lengths.follow_up {
            Wanted {
                firsts: count,
                follow_ups: 0,
            }
        } else {
            Wanted {
                firsts: 0,
                follow_ups: count,
            }
        }
    }
}

impl Tasks {
    fn wanted(&self) -> Wanted {
        Wanted {
            firsts: self.firsts.len(),
            follow_ups: self.follow_ups.len(),
        }
    }
}

fn lay(day: usize, tasks: &Tasks, starts: &Starts, timed: &mut Vec<Timed>) {
    let kinds = [
        (&tasks.firsts, &starts.firsts, ConsultationKind::First),
        (
            &tasks.follow_ups,
            &starts.follow_ups,
            ConsultationKind::FollowUp,
        ),
    ];
    for (tasks, starts, kind) in kinds {
        for (task, start) in tasks.iter().zip(starts) {
            let start = NaiveTime::from_num_seconds_from_midnight_opt(start * 60, 0);
            timed.push(Timed {
                task: *task,
                day,
                start: start.unwrap_or_default(),
                kind,
            });
        }
    }
}

fn number(room: Option<usize>) -> u32 {
    room.map_or(0, |room| u32::try_from(room).unwrap_or(u32::MAX))
}

/// The tasks of each day. A first consultation is, of each customer without a contact that counted,
/// the earliest task that has a day.
fn by_day(board: &Board<'_>, placed: &[Option<usize>]) -> Vec<Tasks> {
    let mut by_day = vec![Tasks::default(); board.instance.days.len()];
    let firsts = first_consultations(board, placed);
    for (task, day) in placed.iter().enumerate() {
        let Some(tasks) = day.and_then(|day| by_day.get_mut(day)) else {
            continue;
        };
        if firsts.binary_search(&task).is_ok() {
            tasks.firsts.push(task);
        } else {
            tasks.follow_ups.push(task);
        }
    }
    by_day
}

fn first_consultations(board: &Board<'_>, placed: &[Option<usize>]) -> Vec<usize> {
    let mut firsts: Vec<(usize, usize, usize)> = Vec::new();
    for (task, ((customer, _), day)) in board.needs.iter().zip(placed).enumerate() {
        let due = board
            .customers
            .get(*customer)
            .and_then(|customer| customer.due);
        let is_new = due.is_some_and(|due| due.next_kind() == ConsultationKind::First);
        let Some(day) = day.filter(|_| is_new) else {
            continue;
        };
        let found = (*customer, day, task);
        match firsts.last_mut().filter(|last| last.0 == *customer) {
            Some(last) => *last = found.min(*last),
            None => firsts.push(found),
        }
    }
    firsts.into_iter().map(|(_, _, task)| task).collect()
}
