//! What holds for every customer: knowing more never takes back an answer, order never matters,
//! and what is reported as missing is exactly what could change the answer.

mod chance;
mod checking;
mod follow_up;
mod people;

use chrono::{Days, NaiveDate};
use people::slots::{Slot, VALUES, filled, slot_of, unknown_slots};
use people::{Person, person};
use proptest::prelude::*;
use rules::facts::{Channel, Contact, ContactId, Origin};
use rules::ordering::OrderedMap;
use rules::{
    CaseFact, ContactFact, CountedAs, Counts, Due, DueState, Fact, Group, MissingFact, Rule,
    Setting,
};

fn config() -> ProptestConfig {
    chance::config(1000)
}

/// The key by which contacts are earlier or later.
fn place_in_time(contact: &Contact) -> (NaiveDate, &ContactId) {
    (contact.date, &contact.id)
}

/// Contacts that are open and later than the last one that counts.
fn open_after_last<'a>(person: &'a Person, due: &'a Due) -> impl Iterator<Item = &'a Contact> {
    let last = due
        .last_qualified
        .and_then(|last| person.contacts.get(last.index))
        .map(place_in_time);
    person
        .contacts
        .iter()
        .zip(&due.judgements)
        .filter(move |(contact, judgement)| {
            judgement.counts == Counts::Open
                && last.is_none_or(|last| place_in_time(contact) > last)
        })
        .map(|(contact, _)| contact)
}

/// The day the clock starts, where it is settled.
fn clock_start(person: &Person, due: &Due) -> Option<NaiveDate> {
    due.last_qualified
        .map(|last| last.date)
        .or(person.case.in_care_since.known())
}

/// Whether `slot` is a channel that was filled in with a group session. That alone may take the
/// place of a later session in its year: until then it is not taken for one (B4).
fn becomes_group_session(after: &Person, slot: Slot) -> bool {
    match slot {
        Slot::Contact(place, ContactFact::Channel) => {
            after.contacts.get(place).map(|contact| contact.channel)
                == Some(Fact::Known(Channel::Group))
        }
        Slot::Contact(..) | Slot::Case(_) => false,
    }
}

/// A settled result of before that is another one after; `None` if all of them stand.
fn taken_back(
    (before, was): (&Person, &Due),
    (after, is): (&Person, &Due),
) -> Option<&'static str> {
    if was.counted_as == Some(CountedAs::Rules)
        && (is.group, is.counted_as) != (was.group, was.counted_as)
    {
        return Some("group");
    }
    let assigned = was.counted_as == Some(CountedAs::Assigned);
    let verdict_changed = was.judgements.iter().zip(&is.judgements).any(|(old, new)| {
        // A group session counted by the recorded category gives way to the rules.
        let by_assignment = assigned && old.rule == Rule::B4;
        let same = (old.counts, old.rule) == (new.counts, new.rule);
        old.counts != Counts::Open && !by_assignment && !same
    });
    if verdict_changed {
        return Some("verdict on a contact");
    }
    // An open contact is the one exception: settling it may move the clock.
    let start = clock_start(before, was);
    let settled = start.is_some() && !assigned && open_after_last(before, was).next().is_none();
    (settled && start != clock_start(after, is)).then_some("start of the clock")
}

/// The results that completions are compared by.
fn results(person: &Person, setting: &Setting) -> (Group, Vec<Counts>, Option<NaiveDate>) {
    let due = person.due(setting);
    let counts = due.judgements.iter().map(|judged| judged.counts).collect();
    (due.group, counts, clock_start(person, &due))
}

/// Everything in a result that does not depend on the order of the input, by id.
fn by_id(person: &Person, due: &Due) -> String {
    let judged: OrderedMap<&ContactId, _> = person
        .contacts
        .iter()
        .map(|contact| &contact.id)
        .zip(&due.judgements)
        .collect();
    let appointment = due
        .appointment
        .and_then(|index| person.appointments.get(index))
        .map(|appointment| (appointment.date, &appointment.id));
    let contact = |index: usize| person.contacts.get(index).map(|contact| &contact.id);
    let last = due.last_qualified.and_then(|last| contact(last.index));
    let supposition = due
        .supposition
        .map(|supposed| (contact(supposed.index), supposed.latest));
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {judged:?} {appointment:?} {last:?} {supposition:?}",
        due.group, due.counted_as, due.window, due.state, due.missing, due.changes_on, due.grounds
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn adding_a_fact_never_takes_back_a_settled_result((setting, before) in person()) {
        let was = before.due(&setting);
        for slot in unknown_slots(&before) {
            for choice in 0..VALUES {
                let after = filled(&before, slot, choice, setting.today);
                if becomes_group_session(&after, slot) {
                    continue;
                }
                let taken_back = taken_back((&before, &was), (&after, &after.due(&setting)));
                prop_assert_eq!(taken_back, None, "{:?} filled in, value {}", slot, choice);
            }
        }
    }

    #[test]
    fn the_order_of_contacts_and_appointments_never_matters(
        (setting, given, shuffled) in person().prop_flat_map(|(setting, given)| {
            let contacts = Just(given.contacts.clone()).prop_shuffle();
            let appointments = Just(given.appointments.clone()).prop_shuffle();
            let case = given.case.clone();
            let shuffled = (contacts, appointments).prop_map(move |(contacts, appointments)| Person {
                case: case.clone(),
                contacts,
                appointments,
            });
            (Just(setting), Just(given), shuffled)
        })
    ) {
        let (one, other) = (given.due(&setting), shuffled.due(&setting));
        prop_assert_eq!(by_id(&given, &one), by_id(&shuffled, &other));
    }

    #[test]
    fn a_later_contact_never_brings_the_latest_day_forward(
        (setting, mut given) in person(),
        ago in 0..900u64,
    ) {
        for contact in &mut given.contacts {
            contact.next_contact_by = None;
        }
        let was = given.due(&setting);
        let (Some(window), Some(start)) = (was.window, clock_start(&given, &was)) else {
            return Ok(());
        };
        let date = start.max(setting.today - Days::new(ago));
        given.contacts.push(Contact {
            channel: Fact::Known(Channel::InPerson),
            ..Contact::bare("k-later".into(), date, Origin::Entered)
        });
        let is = given.due(&setting);
        prop_assert_eq!(was.group, is.group);
        let latest = is.window.map(|window| window.latest);
        prop_assert!(latest >= Some(window.latest), "{:?} after {:?}", latest, window.latest);
    }

    #[test]
    fn something_is_missing_exactly_if_something_is_open((setting, given) in person()) {
        let due = given.due(&setting);
        let open = due.group != Group::Exempt
            && (due.counted_as != Some(CountedAs::Rules)
                || clock_start(&given, &due).is_none()
                || open_after_last(&given, &due).next().is_some());
        prop_assert_eq!(!due.missing.is_empty(), open);
        let paths: Vec<String> = due.missing.iter().map(ToString::to_string).collect();
        prop_assert!(paths.is_sorted_by(|one, other| one < other), "{:?}", paths);
        if due.state == DueState::Open {
            prop_assert!(!due.missing.is_empty());
        }
    }

    #[test]
    fn each_missing_fact_can_change_a_result((setting, given) in person(), seed in any::<u64>()) {
        for missing in given.due(&setting).missing {
            let slot = slot_of(&missing, &given).unwrap();
            prop_assert!(can_change(&given, slot, &setting, seed), "{}", missing);
        }
    }

    #[test]
    fn with_everything_missing_filled_in_nothing_is_missing(
        (setting, given) in person(),
        seed in any::<u64>(),
    ) {
        let due = given.due(&setting);
        // A group used as assigned may give way, and older contacts come to the fore again.
        if due.counted_as == Some(CountedAs::Assigned) {
            return Ok(());
        }
        let mut dice = Dice(seed);
        let complete = due.missing.iter().fold(given.clone(), |known, missing| {
            let slot = slot_of(missing, &given).unwrap();
            // By phone or in a group a contact would have questions of its own.
            let choice = match missing {
                MissingFact::Contact(_, ContactFact::Channel) => 0,
                MissingFact::Contact(..) | MissingFact::Case(_) => dice.roll(),
            };
            filled(&known, slot, choice, setting.today)
        });
        let left = complete.due(&setting).missing;
        prop_assert!(left.is_empty(), "{:?} after {:?}", left, due.missing);
    }

    #[test]
    fn the_window_is_in_order_and_on_a_working_day((setting, given) in person()) {
        let due = given.due(&setting);
        let Some(window) = due.window else {
            prop_assert!(matches!(due.state, DueState::Open | DueState::Exempt));
            return Ok(());
        };
        prop_assert!(window.record_by <= window.latest_appointment);
        prop_assert!(window.latest_appointment <= window.latest);
        prop_assert!(setting.calendar.is_working_day(window.latest_appointment));
        prop_assert_eq!(due.state == DueState::Overdue, window.latest < setting.today);
        prop_assert_eq!(due.days_overdue(setting.today).is_some(), due.state == DueState::Overdue);
    }
}

/// Whether two completions that differ in `slot` alone give different results. Completions are
/// drawn, not tried one after the other; a fact that decides anything does so in many of them.
fn can_change(given: &Person, slot: Slot, setting: &Setting, seed: u64) -> bool {
    let begin = Slot::Case(CaseFact::InCareSince);
    let mut dice = Dice(seed);
    let mut others = unknown_slots(given);
    others.retain(|other| *other != slot && *other != begin);
    if slot == begin {
        // The clock starts without regard to open contacts, so they are left open here.
        others.retain(|other| matches!(other, Slot::Case(_)));
    }
    (0..400).any(|_| {
        let known = others.iter().fold(given.clone(), |known, other| {
            filled(&known, *other, dice.roll(), setting.today)
        });
        let first = results(&filled(&known, slot, 0, setting.today), setting);
        (1..VALUES)
            .any(|value| results(&filled(&known, slot, value, setting.today), setting) != first)
    })
}

/// Numbers without a pattern, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        // A multiple of the two, three and five values that facts can have.
        usize::try_from(self.0 >> 40).unwrap_or_default() % 30
    }
}
