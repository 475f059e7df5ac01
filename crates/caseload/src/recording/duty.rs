//! What comes with a contact, as a checklist (rules C1 to C6).
//!
//! Which duties a contact has and what fulfils them is asked of the rules; a contact that they set
//! aside has none. As long as a contact is open its duties stand as if it counted, because it may.

use chrono::NaiveDate;
use rules::facts::{Contact, Delivery, NextInvitation, Origin};
use rules::wording::weekday_date;
use rules::{
    Counts, Due, Fact, Group, Judgement, Rule, Setting, Standard, UsualLength, document_by,
    has_usual_length, owes_documentation, plan_way, reaches_by, usual_length, usual_length_missed,
};
use std::fmt;

/// Something to do with a contact. `Display` says so in German.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// C1 — review and update the plan.
    PlanUpdated,
    /// C2 — let the plan reach the customer this way.
    PlanDelivered(Delivery),
    /// C3 — document the contact.
    Documented {
        /// Last day, inclusive.
        by: NaiveDate,
    },
    /// C4 — keep to this length, or document the reason.
    Length(UsualLength),
    /// C5 — arrange the next invitation.
    NextInvitation,
    /// C6 — ask whether K3 still holds.
    CategoryReviewed,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fulfilment {
    /// Done.
    Done,
    /// Known not to be done, or too late.
    Lacking,
    /// Nobody said yet.
    Open,
}

/// One line of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DutyLine {
    /// What there is to do.
    pub duty: Duty,
    /// How it stands.
    pub fulfilment: Fulfilment,
}

impl Duty {
    /// The rule that it comes from.
    pub fn rule(self) -> Rule {
        match self {
            Duty::PlanUpdated => Rule::C1,
            Duty::PlanDelivered(_) => Rule::C2,
            Duty::Documented { .. } => Rule::C3,
            Duty::Length(_) => Rule::C4,
            Duty::NextInvitation => Rule::C5,
            Duty::CategoryReviewed => Rule::C6,
        }
    }
}

impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Duty::PlanUpdated => "Kooperationsplan überprüfen und aktualisieren",
            Duty::PlanDelivered(Delivery::HandedOver) => {
                "Kooperationsplan aushändigen oder in das Postfach von JC.digital stellen"
            }
            Duty::PlanDelivered(Delivery::Sent) => {
                "Kooperationsplan zusenden oder in das Postfach von JC.digital stellen"
            }
            Duty::PlanDelivered(Delivery::DigitalMailbox) => {
                "Kooperationsplan in das Postfach von JC.digital stellen (Zustimmung liegt vor)"
            }
            Duty::Documented { by } => {
                return write!(f, "In VerBIS dokumentieren bis {}", weekday_date(*by));
            }
            Duty::Length(usual) => return length(*usual, f),
            Duty::NextInvitation => {
                "Nächste Einladung aushändigen, oder Aufgabe setzen und im Kooperationsplan vermerken"
            }
            Duty::CategoryReviewed => "Prüfen, ob K3 noch zutrifft",
        })
    }
}

fn length(usual: UsualLength, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match usual {
        UsualLength::First(first) => write!(f, "Dauer {} Minuten", first.0),
        UsualLength::FollowUpAtMost(most) => write!(f, "Dauer höchstens {} Minuten", most.0),
        UsualLength::Either {
            first,
            follow_up_at_most,
        } => write!(
            f,
            "Dauer {} Minuten im Erst-, höchstens {} im Folgegespräch",
            first.0, follow_up_at_most.0
        ),
    }?;
    f.write_str(", sonst den Grund dokumentieren")
}

/// The duties of the contact at `place` among those that `due` was made from.
pub(super) fn duties(
    contact: &Contact,
    judgement: &Judgement,
    place: usize,
    consent: Fact<bool>,
    due: &Due,
    setting: &Setting,
) -> Vec<DutyLine> {
    if matches!(judgement.rule, Rule::B7 | Rule::B8) {
        return Vec::new();
    }
    let may_count = judgement.counts != Counts::No;
    let starts_the_clock = contact.origin == Origin::Entered
        && due.last_qualified.is_some_and(|last| last.index == place);
    [
        may_count.then(|| DutyLine {
            duty: Duty::PlanUpdated,
            fulfilment: Fulfilment::of(contact.plan_updated),
        }),
        may_count
            .then(|| plan_delivered(contact, consent))
            .flatten(),
        documented(contact, setting),
        length_kept(contact, setting),
        starts_the_clock.then(|| next_invitation(contact, due)),
        (due.group == Group::Under(Standard::K3)).then(|| DutyLine {
            duty: Duty::CategoryReviewed,
            fulfilment: Fulfilment::of(contact.category_reviewed),
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Fulfilment {
    fn of(done: Fact<bool>) -> Self {
        match done {
            Fact::Known(true) => Fulfilment::Done,
            Fact::Known(false) => Fulfilment::Lacking,
            Fact::Unknown => Fulfilment::Open,
        }
    }
}

/// C2 — a plan that was not updated need not go out; as long as nobody said, it may not have to.
fn plan_delivered(contact: &Contact, consent: Fact<bool>) -> Option<DutyLine> {
    let way = plan_way(contact.channel, consent)?;
    let delivered = contact.plan_delivery.clone();
    let reached = Fulfilment::of(delivered.map(|ways| reaches_by(&ways, way)));
    let fulfilment = match (contact.plan_updated, reached) {
        (Fact::Known(false), _) => return None,
        (Fact::Unknown, Fulfilment::Lacking) => Fulfilment::Open,
        (Fact::Known(true) | Fact::Unknown, reached) => reached,
    };
    Some(DutyLine {
        duty: Duty::PlanDelivered(way),
        fulfilment,
    })
}

/// C3 — whoever has not documented yet may still have time.
fn documented(contact: &Contact, setting: &Setting) -> Option<DutyLine> {
    let by = document_by(
        contact.date,
        &setting.calendar,
        setting.edition.parameters(),
    );
    let fulfilment = match contact.documented_on {
        Some(on) if on <= by => Fulfilment::Done,
        None if setting.today <= by => Fulfilment::Open,
        Some(_) | None => Fulfilment::Lacking,
    };
    owes_documentation(contact).then_some(DutyLine {
        duty: Duty::Documented { by },
        fulfilment,
    })
}

/// C4 — the length as usual, or a documented reason.
fn length_kept(contact: &Contact, setting: &Setting) -> Option<DutyLine> {
    let parameters = setting.edition.parameters();
    let fulfilment = if contact.duration_minutes.is_unknown() {
        Fulfilment::Open
    } else if usual_length_missed(contact, parameters).is_none() {
        Fulfilment::Done
    } else {
        Fulfilment::of(contact.duration_reason_documented)
    };
    has_usual_length(contact.channel).then(|| DutyLine {
        duty: Duty::Length(usual_length(contact.kind, parameters)),
        fulfilment,
    })
}

/// C5 — an open appointment will do as well.
fn next_invitation(contact: &Contact, due: &Due) -> DutyLine {
    let fulfilment = match contact.next_invitation {
        _ if due.appointment.is_some() => Fulfilment::Done,
        Fact::Known(NextInvitation::HandedOver | NextInvitation::TaskAndPlanNote) => {
            Fulfilment::Done
        }
        Fact::Known(NextInvitation::None) => Fulfilment::Lacking,
        Fact::Unknown => Fulfilment::Open,
    };
    DutyLine {
        duty: Duty::NextInvitation,
        fulfilment,
    }
}
