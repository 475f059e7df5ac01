//! Filling in what is not known about a person. A [`Slot`] names one unknown fact; filling it in
//! gives the same customer with that fact recorded.

use super::{PAST_DAYS, Person};
use chrono::{Days, Months, NaiveDate};
use rules::facts::{Case, Channel, Profile, Status};
use rules::{CaseFact, ContactFact, Fact, MissingFact};

/// An unknown fact of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    Case(CaseFact),
    /// Of the contact at this place.
    Contact(usize, ContactFact),
}

/// Every fact that the rules on group, contacts and clock read and that is not known.
pub fn unknown_slots(person: &Person) -> Vec<Slot> {
    let case = &person.case;
    let business = case.self_employment.as_ref();
    let of_case = [
        (CaseFact::BirthDate, case.birth_date.is_unknown()),
        (CaseFact::InCareSince, case.in_care_since.is_unknown()),
        (CaseFact::Profile, case.profile.is_unknown()),
        (
            CaseFact::ProgressExpected,
            case.progress_expected.is_unknown(),
        ),
        (
            CaseFact::ExitToInsuredJob,
            business.is_some_and(|own| own.exit_to_insured_job_is_goal.is_unknown()),
        ),
        (
            CaseFact::MainOccupation,
            business.is_some_and(|own| own.main_occupation.is_unknown()),
        ),
        (CaseFact::Status, case.status.is_unknown()),
    ];
    let of_contacts = person
        .contacts
        .iter()
        .enumerate()
        .flat_map(|(place, contact)| {
            let grounds = contact.phone_grounds;
            [
                (ContactFact::Channel, contact.channel.is_unknown()),
                (
                    ContactFact::ImmediateAction,
                    grounds.immediate_action.is_unknown(),
                ),
                (
                    ContactFact::OtherChannelUnsuitable,
                    grounds.other_channel_unsuitable.is_unknown(),
                ),
                (ContactFact::PlanSent, grounds.plan_sent.is_unknown()),
                (
                    ContactFact::ReasonDocumented,
                    grounds.reason_documented.is_unknown(),
                ),
            ]
            .map(|(fact, unknown)| (Slot::Contact(place, fact), unknown))
        });
    of_case
        .into_iter()
        .map(|(fact, unknown)| (Slot::Case(fact), unknown))
        .chain(of_contacts)
        .filter_map(|(slot, unknown)| unknown.then_some(slot))
        .collect()
}

/// The slot that a missing fact names.
pub fn slot_of(missing: &MissingFact, person: &Person) -> Option<Slot> {
    match missing {
        MissingFact::Case(fact) => Some(Slot::Case(*fact)),
        MissingFact::Contact(id, fact) => person
            .contacts
            .iter()
            .position(|contact| contact.id == *id)
            .map(|place| Slot::Contact(place, *fact)),
    }
}

/// Choices below this number reach every value that [`filled`] tells apart.
pub const VALUES: usize = 5;

/// The person with one more fact recorded; `choice` picks the value.
///
/// A begin of the period of benefit is always before all contacts: one that is recorded later can
/// put contacts into an earlier period (B8), as an unknown begin ignores none.
pub fn filled(person: &Person, slot: Slot, choice: usize, today: NaiveDate) -> Person {
    let mut person = person.clone();
    let yes = Fact::Known(choice.is_multiple_of(2));
    match slot {
        Slot::Case(fact) => fill_case(&mut person.case, fact, choice, today),
        Slot::Contact(place, fact) => {
            if let Some(contact) = person.contacts.get_mut(place) {
                let grounds = &mut contact.phone_grounds;
                match fact {
                    ContactFact::Channel => contact.channel = Fact::Known(channel(choice)),
                    ContactFact::ImmediateAction => grounds.immediate_action = yes,
                    ContactFact::OtherChannelUnsuitable => grounds.other_channel_unsuitable = yes,
                    ContactFact::PlanSent => grounds.plan_sent = yes,
                    ContactFact::ReasonDocumented => grounds.reason_documented = yes,
                }
            }
        }
    }
    person
}

fn channel(choice: usize) -> Channel {
    match choice % 5 {
        0 => Channel::InPerson,
        1 => Channel::Video,
        2 => Channel::Phone,
        3 => Channel::Group,
        _ => Channel::Written,
    }
}

fn fill_case(case: &mut Case, fact: CaseFact, choice: usize, today: NaiveDate) {
    let yes = Fact::Known(choice.is_multiple_of(2));
    match fact {
        CaseFact::BirthDate => {
            let years = if choice.is_multiple_of(2) { 20 } else { 50 };
            case.birth_date = Fact::Known(today - Months::new(12 * years));
        }
        CaseFact::InCareSince => {
            let days = if choice.is_multiple_of(2) { 10 } else { 500 };
            case.in_care_since = Fact::Known(today - Days::new(PAST_DAYS + days));
        }
        CaseFact::Profile => {
            case.profile = Fact::Known(match choice % 3 {
                0 => Profile::A,
                1 => Profile::I,
                _ => Profile::Z,
            });
        }
        CaseFact::ProgressExpected => case.progress_expected = yes,
        CaseFact::ExitToInsuredJob => {
            if let Some(business) = &mut case.self_employment {
                business.exit_to_insured_job_is_goal = yes;
            }
        }
        CaseFact::MainOccupation => {
            if let Some(business) = &mut case.self_employment {
                business.main_occupation = yes;
            }
        }
        CaseFact::Status => {
            case.status = Fact::Known(match choice % 3 {
                0 => Status::Unemployed,
                1 => Status::JobSeeking,
                _ => Status::NotSet,
            });
        }
    }
}
