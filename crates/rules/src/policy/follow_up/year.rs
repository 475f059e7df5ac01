//! What the last year looked like (G3): by which channels customers were seen, how often a phone call
//! did not count, how many appointments came about, how much was documented in time; and for the
//! last weeks whether the quota was reached and the days evenly filled.

use super::Share;
use crate::calendar::IsoWeek;
use crate::check::Dossier;
use crate::facts::{Appointment, Channel, Contact, Outcome};
use crate::policy::contacts::{Counts, Judgement};
use crate::policy::definition::{not_documented_in_time, owes_documentation};
use crate::policy::scheduling::{Schedule, WeekFigures, WeekProblem};
use crate::{Fact, Setting};
use chrono::{Days, Months, NaiveDate};

/// Months and weeks that are looked back at. No numbers of the policy, which names none.
const MONTHS: Months = Months::new(12);
const WEEKS: usize = 12;

/// The figures of the last twelve months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFigures {
    /// First day, inclusive.
    pub from: NaiveDate,
    /// Last day, inclusive: today.
    pub to: NaiveDate,
    /// Contacts by channel, of those whose channel is known.
    pub channels: Channels,
    /// Contacts of unknown channel.
    pub unknown_channel: u32,
    /// Contacts by phone that do not count, of those that are settled.
    pub phone_not_counting: Share,
    /// Contacts by phone of which it is open whether they count.
    pub phone_open: u32,
    /// Appointments held, of those that were held, not held or missed.
    pub attendance: Share,
    /// Contacts documented in time, of those that had to be documented by now.
    pub documented_in_time: Share,
    /// The last twelve weeks that are over and lie in the time of the edition, oldest first.
    pub weeks: Vec<WeekFigures>,
    /// Weeks whose quota was scheduled.
    pub quota_reached: Share,
    /// Weeks whose days were evenly filled.
    pub even: Share,
}

/// How often each channel was used, of all contacts whose channel is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Channels {
    /// Face to face.
    pub in_person: Share,
    /// Video call.
    pub video: Share,
    /// Telephone.
    pub phone: Share,
    /// Group session.
    pub group: Share,
    /// Letter, e-mail or message.
    pub written: Share,
}

impl Channels {
    /// The share of one channel.
    pub fn share(&self, channel: Channel) -> Share {
        match channel {
            Channel::InPerson => self.in_person,
            Channel::Video => self.video,
            Channel::Phone => self.phone,
            Channel::Group => self.group,
            Channel::Written => self.written,
        }
    }
}

/// A contact with its judgement.
type Judged<'d> = (&'d Contact, &'d Judgement);

/// G3 — the figures of the last twelve months. `dossiers` and `schedule` are those of all customers,
/// closed ones included: what was done for them was done.
pub fn year_figures(
    dossiers: &[Dossier<'_>],
    schedule: &Schedule,
    setting: &Setting,
) -> YearFigures {
    let (from, to) = last_year(setting.today);
    let contacts: Vec<Judged<'_>> = dossiers
        .iter()
        .flat_map(|dossier| dossier.contacts.iter().zip(&dossier.due.judgements))
        .filter(|(contact, judgement)| {
            (from..=to).contains(&contact.date) && !judgement.is_set_aside()
        })
        .collect();
    let appointments = dossiers.iter().flat_map(|dossier| dossier.appointments);
    let weeks = ended_weeks(schedule, setting);
    YearFigures {
        from,
        to,
        channels: channels(&contacts),
        unknown_channel: count(&contacts, |(contact, _)| contact.channel.is_unknown()),
        phone_not_counting: phone_not_counting(&contacts),
        phone_open: count(&contacts, |(contact, judgement)| {
            is_by_phone(contact) && judgement.counts == Counts::Open
        }),
        attendance: attendance(appointments, setting.today),
        documented_in_time: documented_in_time(&contacts, setting),
        quota_reached: Share::of(weeks.iter().map(|week| week.shortfall == 0)),
        even: Share::of(weeks.iter().map(is_even)),
        weeks,
    }
}

/// G3 — the shares of the channels.
fn channels(contacts: &[Judged<'_>]) -> Channels {
    let share = |channel| channel_share(channel, contacts);
    Channels {
        in_person: share(Channel::InPerson),
        video: share(Channel::Video),
        phone: share(Channel::Phone),
        group: share(Channel::Group),
        written: share(Channel::Written),
    }
}

/// G3 — the share of a channel among the contacts whose channel is known.
fn channel_share(wanted: Channel, contacts: &[Judged<'_>]) -> Share {
    let channels = contacts.iter().map(|(contact, _)| contact.channel);
    Share::of(
        channels
            .filter_map(Fact::known)
            .map(|channel| channel == wanted),
    )
}

/// G3 — contacts by phone that do not count, of those of which that is settled.
fn phone_not_counting(contacts: &[Judged<'_>]) -> Share {
    let by_phone = contacts.iter().filter(|(contact, _)| is_by_phone(contact));
    Share::of(
        by_phone.filter_map(|(_, judgement)| match judgement.counts {
            Counts::Yes => Some(false),
            Counts::No => Some(true),
            Counts::Open => None,
        }),
    )
}

fn is_by_phone(contact: &Contact) -> bool {
    contact.channel == Fact::Known(Channel::Phone)
}

/// First and last day of the last twelve months, both inclusive.
fn last_year(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today - MONTHS + Days::new(1), today)
}

/// G3 — appointments held in the last twelve months, of those that were held, not held or missed.
pub fn attendance<'c>(
    appointments: impl Iterator<Item = &'c Appointment>,
    today: NaiveDate,
) -> Share {
    let (from, to) = last_year(today);
    let in_time = appointments.filter(|appointment| (from..=to).contains(&appointment.date));
    Share::of(in_time.filter_map(|appointment| came_about(appointment.outcome)))
}

/// G3 — attendance: whether an appointment came about. Cancelled, voided and open ones do not say.
fn came_about(outcome: Outcome) -> Option<bool> {
    match outcome {
        Outcome::Held => Some(true),
        Outcome::NotHeld | Outcome::NoShow => Some(false),
        Outcome::Open | Outcome::Cancelled | Outcome::Voided => None,
    }
}

/// G3 — contacts documented in time as C3 sees it, of those that are documented or should be by now.
fn documented_in_time(contacts: &[Judged<'_>], setting: &Setting) -> Share {
    let owing = contacts
        .iter()
        .map(|(contact, _)| *contact)
        .filter(|contact| owes_documentation(contact));
    Share::of(owing.filter_map(|contact| {
        let late = not_documented_in_time(contact, setting).is_some();
        (late || contact.documented_on.is_some()).then_some(!late)
    }))
}

/// G3 — spread: whether F4 has nothing against a week.
fn is_even(week: &WeekFigures) -> bool {
    !week
        .problems
        .iter()
        .any(|problem| matches!(problem, WeekProblem::Uneven { .. }))
}

fn count(contacts: &[Judged<'_>], counts: impl Fn(&Judged<'_>) -> bool) -> u32 {
    Share::of(contacts.iter().map(counts)).part
}

/// G3 — the last twelve weeks that are over, oldest first; without those that ended before the edition
/// began.
fn ended_weeks(schedule: &Schedule, setting: &Setting) -> Vec<WeekFigures> {
    let begin = setting.edition.id().valid_from();
    let last = IsoWeek::of(setting.today).previous();
    let mut weeks: Vec<WeekFigures> =
        std::iter::successors(Some(last), |week| Some(week.previous()))
            .take(WEEKS)
            .filter(|week| week.sunday() >= begin)
            .map(|week| schedule.week(week, setting))
            .collect();
    weeks.reverse();
    weeks
}
