//! Which of a customer's contacts count (headings: Definition; Kategorie 1 for group sessions).
//!
//! Each contact gets a judgement: yes, no or open, the rule that decided, and for an open one the
//! facts that would settle it. Two kinds are out before anything else is asked: a day that has not
//! come yet, and a day of an earlier period of benefit. Group sessions need a look at the whole
//! year, because only the earliest counts.

use super::{category_1, definition};
use crate::completions::Completions;
use crate::edition::Edition;
use crate::facts::{Case, Channel, Contact};
use crate::group::{Group, Grouping, Standard};
use crate::missing::{CaseFact, ContactFact, MissingFact};
use crate::ordering::{sort_by, sort_by_key};
use crate::{Fact, Rule};
use chrono::{Datelike, NaiveDate};

/// Whether a contact counts as qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counts {
    /// It counts.
    Yes,
    /// It does not.
    No,
    /// Facts are missing that decide it.
    Open,
}

impl Counts {
    /// The name used in files and marks.
    pub fn key(self) -> &'static str {
        match self {
            Counts::Yes => "yes",
            Counts::No => "no",
            Counts::Open => "open",
        }
    }
}

impl From<Fact<bool>> for Counts {
    fn from(fact: Fact<bool>) -> Self {
        match fact {
            Fact::Known(true) => Counts::Yes,
            Fact::Known(false) => Counts::No,
            Fact::Unknown => Counts::Open,
        }
    }
}

/// What the rules say about one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Whether it counts.
    pub counts: Counts,
    /// The rule that decided.
    pub rule: Rule,
    /// For an open one: the unknown facts that would settle it, in the order of their paths.
    pub undecided: Vec<MissingFact>,
}

impl Judgement {
    fn settled(counts: Counts, rule: Rule) -> Self {
        Judgement {
            counts,
            rule,
            undecided: Vec::new(),
        }
    }

    /// B7, B8 — whether every other rule ignores the contact.
    pub(crate) fn is_set_aside(&self) -> bool {
        matches!(self.rule, Rule::B7 | Rule::B8)
    }
}

/// Judges every contact of a customer, in the order in which they are given.
pub(crate) fn judge_all(
    contacts: &[Contact],
    case: &Case,
    grouping: &Grouping,
    completions: &Completions,
    today: NaiveDate,
    edition: &Edition,
) -> Vec<Judgement> {
    contacts
        .iter()
        .map(|contact| match ignored(contact, case, today) {
            Some(rule) => Judgement::settled(Counts::No, rule),
            None => judge(contact, grouping, completions, || {
                earlier_group_sessions(contact, contacts, case, today)
                    < usize::from(edition.parameters().group_per_year.0)
            }),
        })
        .collect()
}

/// B7, B8 — the rule by which every other rule ignores a contact: its day has not come yet, or it
/// lies before the present period of benefit. An unknown begin of that period ignores nothing.
pub(crate) fn ignored(contact: &Contact, case: &Case, today: NaiveDate) -> Option<Rule> {
    if contact.date > today {
        return Some(Rule::B7);
    }
    match case.in_care_since {
        Fact::Known(since) if contact.date < since => Some(Rule::B8),
        Fact::Known(_) | Fact::Unknown => None,
    }
}

fn judge(
    contact: &Contact,
    grouping: &Grouping,
    completions: &Completions,
    within_the_year: impl FnOnce() -> bool,
) -> Judgement {
    match contact.channel {
        // B1, B2 (heading: Definition).
        Fact::Known(Channel::InPerson) => Judgement::settled(Counts::Yes, Rule::B1),
        Fact::Known(Channel::Video) => Judgement::settled(Counts::Yes, Rule::B2),
        Fact::Known(Channel::Phone) => by_phone(contact),
        Fact::Known(Channel::Group) => group_session(grouping, completions, within_the_year()),
        // B5 (heading: Definition).
        Fact::Known(Channel::Written) => Judgement::settled(Counts::No, Rule::B5),
        // B9 (heading: Definition).
        Fact::Unknown => Judgement {
            counts: Counts::Open,
            rule: Rule::B9,
            undecided: vec![MissingFact::Contact(
                contact.id.clone(),
                ContactFact::Channel,
            )],
        },
    }
}

fn by_phone(contact: &Contact) -> Judgement {
    let counts = Counts::from(definition::phone(contact.phone_grounds));
    let mut undecided: Vec<ContactFact> = match counts {
        Counts::Open => definition::undecided_phone_grounds(contact.phone_grounds),
        Counts::Yes | Counts::No => Vec::new(),
    };
    sort_by(&mut undecided, Ord::cmp);
    let undecided = undecided
        .into_iter()
        .map(|fact| MissingFact::Contact(contact.id.clone(), fact))
        .collect();
    Judgement {
        counts,
        rule: Rule::B3,
        undecided,
    }
}

/// B4 — whether a group session counts: in the right group, and among the first of its calendar
/// year. With an open group every group that is still possible is tried.
fn group_session(
    grouping: &Grouping,
    completions: &Completions,
    within_the_year: bool,
) -> Judgement {
    let counts_for = |standard: Standard| {
        within_the_year && category_1::group_sessions_count(Group::Under(standard))
    };
    if grouping.group != Group::Open {
        let counts = within_the_year && category_1::group_sessions_count(grouping.group);
        return Judgement::settled(Counts::from(Fact::Known(counts)), Rule::B4);
    }
    let mut results = grouping
        .possible
        .iter()
        .map(|standard| counts_for(*standard));
    let first = results.next().unwrap_or(false);
    if results.all(|result| result == first) {
        return Judgement::settled(Counts::from(Fact::Known(first)), Rule::B4);
    }
    let mut undecided: Vec<CaseFact> =
        completions.undecided(|known| counts_for(crate::group::first_row(known).standard));
    sort_by_key(&mut undecided, |fact| fact.path());
    Judgement {
        counts: Counts::Open,
        rule: Rule::B4,
        undecided: undecided.into_iter().map(MissingFact::Case).collect(),
    }
}

/// B4 — how many group sessions of the same calendar year came before this one. Of two on one day
/// the smaller id is the earlier; ignored ones do not take part. A contact of unknown channel is open
/// itself (B9) and not taken for a session, or a list without channels would unsettle them all.
fn earlier_group_sessions(
    session: &Contact,
    contacts: &[Contact],
    case: &Case,
    today: NaiveDate,
) -> usize {
    contacts
        .iter()
        .filter(|other| other.channel == Fact::Known(Channel::Group))
        .filter(|other| other.date.year() == session.date.year())
        .filter(|other| (other.date, &other.id) < (session.date, &session.id))
        .filter(|other| ignored(other, case, today).is_none())
        .count()
}
