//! Which contacts a customer had: a first consultation, then follow-ups roughly as often as the
//! category asks, some of them late, by phone without grounds, or in writing.

use crate::dice::Dice;
use caseload::Customer;
use chrono::{Days, NaiveDate};
use rules::Fact;
use rules::calendar::Calendar;
use rules::facts::{
    Category, Channel, ConsultationKind, Contact, ContactId, Delivery, NextInvitation, Origin,
    PhoneGrounds, Status,
};
use rules::ordering::OrderedSet;

/// Contacts further back than this are not invented.
const LONGEST_PAST_DAYS: u64 = 540;

/// Fills in the past of a customer, up to the day before `today`.
pub(super) fn remember(
    customer: &mut Customer,
    dice: &mut Dice,
    today: NaiveDate,
    calendar: &Calendar,
) {
    let begin = customer.facts.in_care_since.known().unwrap_or(today);
    let mut day = begin.max(today - Days::new(LONGEST_PAST_DAYS));
    day = day + Days::new(u64::from(dice.between(2, 20)));
    let mut kind = ConsultationKind::First;
    // Some new customers have not been seen yet; a few older ones were lost sight of.
    let never_seen = begin + Days::new(150) > today && dice.chance(30);
    let lost_since = today - Days::new(dice.weighted(&[(93, 0), (7, 130)], 0));
    while day < today && !never_seen {
        let date = calendar.working_day_on_or_before(day);
        if date >= begin && date <= lost_since {
            let number = customer.contacts.len() + 1;
            let id = ContactId::from(format!("{}-k{number:02}", customer.id).as_str());
            let mut contact = consultation(dice, id, date, kind, today, calendar);
            if customer.facts.digital_consent == Fact::Known(true) && dice.chance(97) {
                contact.plan_delivery = Fact::Known(OrderedSet::from([Delivery::DigitalMailbox]));
            }
            customer.contacts.push(contact);
            kind = ConsultationKind::FollowUp;
        }
        day = day + Days::new(gap(customer, dice));
    }
}

/// Days until the next contact.
fn gap(customer: &Customer, dice: &mut Dice) -> u64 {
    let (least, most) = match (customer.facts.category, customer.facts.status) {
        (Some(Category::K3), _) => (100, 185),
        (Some(Category::K1), Fact::Known(Status::Unemployed)) => (45, 118),
        (Some(Category::K1), _) | (None, _) => (28, 100),
    };
    u64::from(dice.between(least, most))
}

fn consultation(
    dice: &mut Dice,
    id: ContactId,
    date: NaiveDate,
    kind: ConsultationKind,
    today: NaiveDate,
    calendar: &Calendar,
) -> Contact {
    let channel = dice.weighted(
        &[
            (58, Fact::Known(Channel::InPerson)),
            (13, Fact::Known(Channel::Video)),
            (18, Fact::Known(Channel::Phone)),
            (5, Fact::Known(Channel::Group)),
            (5, Fact::Known(Channel::Written)),
            (1, Fact::Unknown),
        ],
        Fact::Unknown,
    );
    let mut contact = Contact::bare(id, date, Origin::Entered);
    contact.channel = channel;
    contact.kind = Fact::Known(kind);
    contact.duration_minutes = Fact::Known(match kind {
        ConsultationKind::First => 60,
        ConsultationKind::FollowUp => dice.weighted(&[(70, 45), (20, 30), (10, 60)], 45),
    });
    contact.duration_reason_documented = Fact::Known(dice.chance(97));
    contact.documented_on = documented(dice, date, today, calendar);
    contact.plan_updated = Fact::Known(dice.chance(98));
    contact.plan_delivery = Fact::Known(OrderedSet::from([match channel {
        Fact::Known(Channel::InPerson | Channel::Group) => Delivery::HandedOver,
        Fact::Known(Channel::Phone | Channel::Video) => Delivery::Sent,
        Fact::Known(Channel::Written) | Fact::Unknown => Delivery::DigitalMailbox,
    }]));
    if channel == Fact::Known(Channel::Phone) {
        contact.phone_grounds = phone_grounds(dice);
    }
    contact.category_reviewed = Fact::Known(dice.chance(93));
    contact.next_invitation = dice.weighted(
        &[
            (65, Fact::Known(NextInvitation::HandedOver)),
            (30, Fact::Known(NextInvitation::TaskAndPlanNote)),
            (5, Fact::Known(NextInvitation::None)),
        ],
        Fact::Unknown,
    );
    contact.next_contact_by = dice.chance(6).then(|| date + Days::new(42));
    contact
}

/// Mostly the same day; the newest ones may still be waiting.
fn documented(
    dice: &mut Dice,
    date: NaiveDate,
    today: NaiveDate,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    let late = Days::new(dice.weighted(&[(76, 0), (23, 1), (1, 4)], 0));
    let day = calendar.working_day_on_or_after(date + late);
    (day < today).then_some(day)
}

fn phone_grounds(dice: &mut Dice) -> PhoneGrounds {
    let mut ground =
        |known: u32, yes: u32| Fact::from(dice.chance(known).then(|| dice.chance(yes)));
    PhoneGrounds {
        reason_documented: ground(95, 88),
        plan_sent: ground(92, 82),
        immediate_action: ground(92, 40),
        other_channel_unsuitable: ground(92, 60),
    }
}
