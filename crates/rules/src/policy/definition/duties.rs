//! What comes with a contact (heading: Definition).
//!
//! A consultation is more than the talk: the cooperation plan is brought up to date and reaches the
//! customer, the talk is documented the next day at the latest, it takes the usual time or there is
//! a reason, and at its end it is settled how the customer hears of the next one. Facts that
//! nobody recorded are no breach; only what is known to be lacking is.

use crate::calendar::Calendar;
use crate::check::Dossier;
use crate::due::Setting;
use crate::edition::Parameters;
use crate::facts::{Channel, ConsultationKind, Contact, Delivery, NextInvitation, Origin};
use crate::finding::{ContactProblem, Correction, Finding, Severity, UsualLength};
use crate::ordering::OrderedSet;
use crate::policy::contacts::{Counts, Judgement};
use crate::{Fact, Rule};
use chrono::NaiveDate;

/// B7 — a contact that is dated after today.
pub(crate) fn lies_ahead(
    contact: &Contact,
    judgement: &Judgement,
    today: NaiveDate,
) -> Option<Finding> {
    (judgement.rule == Rule::B7).then(|| {
        let problem = ContactProblem::LiesAhead { today };
        Finding::of_contact(contact, Rule::B7, Severity::Warning, problem)
    })
}

/// C1 — the plan is reviewed and updated at every contact that counts.
pub(crate) fn plan_not_updated(contact: &Contact, judgement: &Judgement) -> Option<Finding> {
    let lacking = judgement.counts == Counts::Yes && contact.plan_updated == Fact::Known(false);
    lacking.then(|| {
        let problem = ContactProblem::PlanNotUpdated;
        Finding::of_contact(contact, Rule::C1, Severity::Warning, problem)
            .because(vec![judgement.rule])
    })
}

/// C2 — an updated plan reaches the customer: with consent in the digital mailbox, else the way of
/// the channel or in the mailbox all the same.
pub(crate) fn plan_not_delivered(
    contact: &Contact,
    judgement: &Judgement,
    consent: Fact<bool>,
) -> Option<Finding> {
    let Fact::Known(delivered) = &contact.plan_delivery else {
        return None;
    };
    let owed = judgement.counts == Counts::Yes && contact.plan_updated == Fact::Known(true);
    if !owed {
        return None;
    }
    let right_way = plan_way(contact.channel, consent)?;
    (!reaches_by(delivered, right_way)).then(|| {
        let problem = ContactProblem::PlanNotDelivered { right_way };
        Finding::of_contact(contact, Rule::C2, Severity::Warning, problem)
            .because(vec![judgement.rule])
    })
}

/// C2 — whether a plan that was delivered in these ways came by the right one; the mailbox always is.
pub fn reaches_by(delivered: &OrderedSet<Delivery>, right_way: Delivery) -> bool {
    delivered.contains(&right_way) || delivered.contains(&Delivery::DigitalMailbox)
}

/// C2 — how an updated plan is to reach the customer after a contact by this channel; `None` where
/// none does.
pub fn plan_way(channel: Fact<Channel>, consent: Fact<bool>) -> Option<Delivery> {
    match consent {
        Fact::Known(true) => Some(Delivery::DigitalMailbox),
        Fact::Known(false) | Fact::Unknown => own_way(channel),
    }
}

/// C2 — how a plan reaches the customer after a contact by this channel; `None` where no plan does.
fn own_way(channel: Fact<Channel>) -> Option<Delivery> {
    match channel {
        Fact::Known(Channel::InPerson | Channel::Group) => Some(Delivery::HandedOver),
        Fact::Known(Channel::Video | Channel::Phone) => Some(Delivery::Sent),
        Fact::Known(Channel::Written) | Fact::Unknown => None,
    }
}

/// C3 — every contact but a written one is documented in time. Those from a list stand for an entry
/// of another system and are documented there.
pub(crate) fn not_documented_in_time(contact: &Contact, setting: &Setting) -> Option<Finding> {
    let parameters = setting.edition.parameters();
    let reached = contact.documented_on.unwrap_or(setting.today);
    // Almost all are in time without a look at the calendar.
    if !owes_documentation(contact) || reached <= parameters.documentation_days.after(contact.date)
    {
        return None;
    }
    let by = document_by(contact.date, &setting.calendar, parameters);
    let problem = match contact.documented_on {
        _ if reached <= by => return None,
        Some(on) => ContactProblem::DocumentedLate { on, by },
        None => ContactProblem::NotDocumented { by },
    };
    Some(Finding::of_contact(
        contact,
        Rule::C3,
        Severity::Error,
        problem,
    ))
}

/// C3 — whether a contact has to be documented here: not a written one, and not one from a list.
pub fn owes_documentation(contact: &Contact) -> bool {
    match (contact.channel, contact.origin) {
        (Fact::Known(Channel::Written), _) | (_, Origin::List) => false,
        (
            Fact::Known(Channel::InPerson | Channel::Video | Channel::Phone | Channel::Group)
            | Fact::Unknown,
            Origin::Entered,
        ) => true,
    }
}

/// C3 — the last day on which a contact on `day` is documented in time, inclusive: the next day, or
/// the first working day after it.
pub fn document_by(day: NaiveDate, calendar: &Calendar, parameters: &Parameters) -> NaiveDate {
    calendar.working_day_on_or_after(parameters.documentation_days.after(day))
}

/// C4 — a talk in person, by video or by phone takes the usual time, or the reason is documented.
pub(crate) fn unusual_length(contact: &Contact, parameters: &Parameters) -> Option<Finding> {
    if contact.duration_reason_documented != Fact::Known(false) {
        return None;
    }
    let minutes = contact.duration_minutes.known()?;
    let usual = usual_length_missed(contact, parameters)?;
    let problem = ContactProblem::UnusualLength { minutes, usual };
    Some(
        Finding::of_contact(contact, Rule::C4, Severity::Warning, problem)
            .corrected_by(Some(Correction::DurationReasonDocumented)),
    )
}

/// C4 — whether a contact is a talk that has a usual length.
pub fn has_usual_length(channel: Fact<Channel>) -> bool {
    match channel {
        Fact::Known(Channel::InPerson | Channel::Video | Channel::Phone) => true,
        Fact::Known(Channel::Group | Channel::Written) | Fact::Unknown => false,
    }
}

/// C4 — the length that the policy gives a consultation.
pub fn usual_length(kind: Fact<ConsultationKind>, parameters: &Parameters) -> UsualLength {
    let (first, follow_up_at_most) = (parameters.first_minutes, parameters.follow_up_minutes);
    match kind {
        Fact::Known(ConsultationKind::First) => UsualLength::First(first),
        Fact::Known(ConsultationKind::FollowUp) => UsualLength::FollowUpAtMost(follow_up_at_most),
        Fact::Unknown => UsualLength::Either {
            first,
            follow_up_at_most,
        },
    }
}

/// C4 — the length that a talk should have had; `None` if it had it, or nobody knows how long it
/// took.
pub fn usual_length_missed(contact: &Contact, parameters: &Parameters) -> Option<UsualLength> {
    let minutes = contact.duration_minutes.known()?;
    let usual = usual_length(contact.kind, parameters);
    let missed = match usual {
        UsualLength::First(first) => minutes != first.0,
        UsualLength::FollowUpAtMost(most) => minutes > most.0,
        // Whichever of the two it was, it had not the usual length.
        UsualLength::Either {
            first,
            follow_up_at_most,
        } => minutes != first.0 && minutes > follow_up_at_most.0,
    };
    (has_usual_length(contact.channel) && missed).then_some(usual)
}

/// C5 — at the end of the latest contact that counts the next invitation is arranged; an open
/// appointment will do as well.
pub(crate) fn next_invitation_missing(dossier: &Dossier<'_>) -> Option<Finding> {
    let Dossier { contacts, due, .. } = dossier;
    let last = due.last_qualified?;
    let contact = contacts.get(last.index)?;
    let judgement = due.judgements.get(last.index)?;
    let lacking = contact.next_invitation == Fact::Known(NextInvitation::None)
        && contact.origin == Origin::Entered
        && due.appointment.is_none();
    lacking.then(|| {
        let problem = ContactProblem::NextInvitationMissing;
        Finding::of_contact(contact, Rule::C5, Severity::Warning, problem)
            .because(vec![judgement.rule])
    })
}
