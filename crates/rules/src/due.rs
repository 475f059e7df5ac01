//! The one due function: who must be seen, by when, and why.
//!
//! Every list, badge, print and command shows what [`evaluate`] returns. It goes through the policy
//! in the order in which a caseworker would argue: which group, which contacts count, from which day
//! the clock runs, what window follows, and in which state that leaves the customer today.

use crate::calendar::Calendar;
use crate::completions::Completions;
use crate::edition::Edition;
use crate::facts::{Appointment, Case, ConsultationKind, Contact, OfficeDays, Outcome};
use crate::group::{CountedAs, Group, Grouping, Standard, group_of};
use crate::missing::{CaseFact, MissingFact, sort_by_path};
use crate::policy::category_1::agreed_earlier;
use crate::policy::contacts::{Counts, Judgement, judge_all};
use crate::policy::{minimum_standards, u25};
use crate::{Fact, Rule};
use chrono::NaiveDate;

/// What all customers of a caseload share: the day, the edition in force, the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// The day for which everything is evaluated.
    pub today: NaiveDate,
    /// The numbers in force on that day.
    pub edition: Edition,
    /// The office's working days.
    pub calendar: Calendar,
    /// When the caseworker works.
    pub office: OfficeDays,
}

impl Setting {
    /// The setting of an office on `today`.
    pub fn new(today: NaiveDate, edition: Edition, office: &OfficeDays) -> Self {
        Setting {
            today,
            edition,
            calendar: Calendar::of(office),
            office: office.clone(),
        }
    }
}

/// The days by which a customer must be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Window {
    /// Latest day, inclusive (D1–D4, D9).
    pub latest: NaiveDate,
    /// Latest working day on or before it (D6).
    pub latest_appointment: NaiveDate,
    /// Latest day to record that appointment in ATV, inclusive (D7).
    pub record_by: NaiveDate,
}

/// Where a customer stands today; the first that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DueState {
    /// No standard of density holds.
    Exempt,
    /// Group or start of the clock is unknown.
    Open,
    /// The latest day has passed.
    Overdue,
    /// An open appointment lies within the window.
    Scheduled,
    /// The next open appointment lies after the latest day.
    ScheduledLate,
    /// The day to record an appointment has passed.
    LeadMissed,
    /// The day to record an appointment is near.
    RecordNow,
    /// Nothing to do yet.
    Ok,
}

impl DueState {
    /// Every state, in order.
    pub const ALL: [DueState; 8] = [
        DueState::Exempt,
        DueState::Open,
        DueState::Overdue,
        DueState::Scheduled,
        DueState::ScheduledLate,
        DueState::LeadMissed,
        DueState::RecordNow,
        DueState::Ok,
    ];

    /// The name used in files and marks.
    pub fn key(self) -> &'static str {
        match self {
            DueState::Exempt => "exempt",
            DueState::Open => "open",
            DueState::Overdue => "overdue",
            DueState::Scheduled => "scheduled",
            DueState::ScheduledLate => "scheduled_late",
            DueState::LeadMissed => "lead_missed",
            DueState::RecordNow => "record_now",
            DueState::Ok => "ok",
        }
    }
}

/// The last contact that counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LastQualified {
    /// Its place among the contacts that were evaluated.
    pub index: usize,
    /// Its day.
    pub date: NaiveDate,
}

/// What would follow if the latest open contact turned out to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Supposition {
    /// Place of that contact among those evaluated.
    pub index: usize,
    /// The latest day that would follow.
    pub latest: NaiveDate,
}

/// What the rules say about one customer today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The group of table A.
    pub group: Group,
    /// What the group rests on; `None` while it is open.
    pub counted_as: Option<CountedAs>,
    /// Standards that are possible with what is known, in order.
    pub possible: Vec<Standard>,
    /// The last contact that counted.
    pub last_qualified: Option<LastQualified>,
    /// The window; `None` for exempt customers and while group or clock are open.
    pub window: Option<Window>,
    /// Where the customer stands.
    pub state: DueState,
    /// Place of the earliest open appointment from today on among those evaluated.
    pub appointment: Option<usize>,
    /// Unknown facts that decide a result, in the order of their paths, each once.
    pub missing: Vec<MissingFact>,
    /// The 25th birthday, if it is near and changes the group.
    pub changes_on: Option<NaiveDate>,
    /// Rules that led here: rows of table A, then of the clock.
    pub grounds: Vec<Rule>,
    /// A judgement for each contact, in the order given.
    pub judgements: Vec<Judgement>,
    /// What the latest open contact would change.
    pub supposition: Option<Supposition>,
}

impl Due {
    /// Days since the latest day passed; `None` unless overdue.
    pub fn days_overdue(&self, today: NaiveDate) -> Option<i64> {
        let days = (today - self.window?.latest).num_days();
        (days > 0).then_some(days)
    }

    /// The rows of table A that led to the group, in their order; none if it is not settled.
    pub fn group_grounds(&self) -> Vec<Rule> {
        self.grounds
            .iter()
            .copied()
            .filter(|rule| rule.id().starts_with('A'))
            .collect()
    }

    /// Whether the next consultation is a first one (D4).
    pub fn next_kind(&self) -> ConsultationKind {
        match self.last_qualified {
            Some(_) => ConsultationKind::FollowUp,
            None => ConsultationKind::First,
        }
    }
}

/// Evaluates sections A, B and D for one customer. `contacts` and `appointments` are those of this
/// customer, in any order.
pub fn evaluate(
    case: &Case,
    contacts: &[Contact],
    appointments: &[Appointment],
    setting: &Setting,
) -> Due {
    let Setting { today, edition, .. } = setting;
    let completions = Completions::of(case, *today, edition);
    let grouping = group_of(case, &completions);
    let judgements = judge_all(contacts, case, &grouping, &completions, *today, edition);
    let last = latest_contact(contacts, &judgements, Counts::Yes);
    let open_after_last = latest_contact(contacts, &judgements, Counts::Open)
        .filter(|open| last.is_none_or(|last| is_later(contacts, *open, last)));

    let standard = match grouping.group {
        Group::Under(standard) => Some(standard),
        Group::Exempt | Group::Open => None,
    };
    let clock = standard.and_then(|standard| clock(standard, case, contacts, last, setting));
    let window = clock.as_ref().map(|clock| clock.window);
    let appointment = next_open_appointment(appointments, *today);
    let supposition = open_after_last
        .zip(standard)
        .map(|(open, standard)| Supposition {
            index: open.index,
            latest: latest_from(standard, contacts, open, setting).0,
        });

    let mut grounds = grouping.grounds.clone();
    grounds.extend(clock.iter().flat_map(|clock| clock.grounds.iter().copied()));
    if last.is_none() && grouping.group != Group::Exempt {
        grounds.push(Rule::D4);
    }
    Due {
        group: grouping.group,
        counted_as: grouping.counted_as,
        last_qualified: last,
        window,
        state: state(
            grouping.group,
            window,
            next_date(appointments, appointment),
            setting,
        ),
        appointment,
        missing: missing(case, contacts, &grouping, &judgements, last),
        changes_on: change_on_birthday(case, &grouping, setting),
        grounds,
        judgements,
        supposition,
        possible: grouping.possible,
    }
}

/// A window and the rules that made it.
struct Clock {
    window: Window,
    grounds: Vec<Rule>,
}

fn clock(
    standard: Standard,
    case: &Case,
    contacts: &[Contact],
    last: Option<LastQualified>,
    setting: &Setting,
) -> Option<Clock> {
    let parameters = setting.edition.parameters();
    let (latest, grounds) = match (last, case.in_care_since) {
        (Some(last), _) => latest_from(standard, contacts, last, setting),
        (None, Fact::Known(since)) => {
            let (latest, rule) = minimum_standards::latest_after_entry(standard, since, parameters);
            (latest, vec![rule])
        }
        (None, Fact::Unknown) => return None,
    };
    Some(Clock {
        window: minimum_standards::window(latest, &setting.calendar, parameters),
        grounds,
    })
}

/// D1–D3, D9 — the latest day counted from a contact.
fn latest_from(
    standard: Standard,
    contacts: &[Contact],
    from: LastQualified,
    setting: &Setting,
) -> (NaiveDate, Vec<Rule>) {
    let (latest, rule) =
        minimum_standards::latest_after_contact(standard, from.date, setting.edition.parameters());
    let agreed = contacts
        .get(from.index)
        .and_then(|contact| contact.next_contact_by);
    match agreed_earlier(agreed, latest) {
        Some(earlier) => (earlier, vec![rule, Rule::D9]),
        None => (latest, vec![rule]),
    }
}

/// The latest contact with this verdict; of two on one day the one with the larger id.
fn latest_contact(
    contacts: &[Contact],
    judgements: &[Judgement],
    counts: Counts,
) -> Option<LastQualified> {
    contacts
        .iter()
        .zip(judgements)
        .enumerate()
        .filter(|(_, (_, judgement))| judgement.counts == counts)
        .max_by_key(|(_, (contact, _))| (contact.date, &contact.id))
        .map(|(index, (contact, _))| LastQualified {
            index,
            date: contact.date,
        })
}

fn is_later(contacts: &[Contact], one: LastQualified, other: LastQualified) -> bool {
    let key = |place: LastQualified| {
        contacts
            .get(place.index)
            .map(|found| (found.date, &found.id))
    };
    key(one) > key(other)
}

/// Facts on which the group, a later open contact, or the start of the clock hang.
fn missing(
    case: &Case,
    contacts: &[Contact],
    grouping: &Grouping,
    judgements: &[Judgement],
    last: Option<LastQualified>,
) -> Vec<MissingFact> {
    if grouping.group == Group::Exempt {
        return Vec::new();
    }
    let mut missing: Vec<MissingFact> = grouping
        .missing
        .iter()
        .copied()
        .map(MissingFact::Case)
        .collect();
    for (index, (contact, judgement)) in contacts.iter().zip(judgements).enumerate() {
        let here = LastQualified {
            index,
            date: contact.date,
        };
        let matters = judgement.counts == Counts::Open
            && last.is_none_or(|last| is_later(contacts, here, last));
        if matters {
            missing.extend(judgement.undecided.iter().cloned());
        }
    }
    if last.is_none() && case.in_care_since.is_unknown() {
        missing.push(MissingFact::Case(CaseFact::InCareSince));
    }
    sort_by_path(&mut missing);
    missing
}

/// The earliest open appointment from `today` on; those without a start come last on their day.
fn next_open_appointment(appointments: &[Appointment], today: NaiveDate) -> Option<usize> {
    appointments
        .iter()
        .enumerate()
        .filter(|(_, appointment)| {
            appointment.outcome == Outcome::Open && appointment.date >= today
        })
        .min_by_key(|(_, appointment)| appointment.place_in_time())
        .map(|(index, _)| index)
}

fn next_date(appointments: &[Appointment], index: Option<usize>) -> Option<NaiveDate> {
    Some(appointments.get(index?)?.date)
}

fn state(
    group: Group,
    window: Option<Window>,
    next: Option<NaiveDate>,
    setting: &Setting,
) -> DueState {
    let window = match (group, window) {
        (Group::Exempt, _) => return DueState::Exempt,
        (Group::Open, _) | (Group::Under(_), None) => return DueState::Open,
        (Group::Under(_), Some(window)) => window,
    };
    let today = setting.today;
    let record_window = setting.edition.parameters().record_window_days;
    if window.latest < today {
        return DueState::Overdue;
    }
    match next {
        Some(date) if date <= window.latest => DueState::Scheduled,
        Some(_) => DueState::ScheduledLate,
        None if window.record_by < today => DueState::LeadMissed,
        None if today >= record_window.before(window.record_by) => DueState::RecordNow,
        None => DueState::Ok,
    }
}

/// D8 — the 25th birthday, if it lies within the outlook and the group, settled today, is another
/// one from that day on (heading: Mindeststandards).
fn change_on_birthday(case: &Case, grouping: &Grouping, setting: &Setting) -> Option<NaiveDate> {
    let birthday = u25::birthday_ahead(case, setting)?;
    if grouping.counted_as != Some(CountedAs::Rules) {
        return None;
    }
    let then = group_of(case, &Completions::of(case, birthday, &setting.edition));
    (then.group != grouping.group).then_some(birthday)
}
