//! A contact that took place.

use super::ContactId;
use crate::Fact;
use crate::ordering::OrderedSet;
use chrono::NaiveDate;

/// The facts of one contact with a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Identifier; of two contacts on one day the smaller one counts as the earlier.
    pub id: ContactId,
    /// Day of the contact.
    pub date: NaiveDate,
    /// Channel; lists from other systems often lack it.
    pub channel: Fact<Channel>,
    /// First consultation or follow-up.
    pub kind: Fact<ConsultationKind>,
    /// Length in minutes, follow-up work included.
    pub duration_minutes: Fact<u16>,
    /// Whether a reason for an unusual length is documented.
    pub duration_reason_documented: Fact<bool>,
    /// Day of documentation; `None` means not done yet.
    pub documented_on: Option<NaiveDate>,
    /// Whether the cooperation plan was reviewed and updated.
    pub plan_updated: Fact<bool>,
    /// Ways in which the plan reached the customer; known and empty means it did not.
    pub plan_delivery: Fact<OrderedSet<Delivery>>,
    /// Grounds for a contact by phone.
    pub phone_grounds: PhoneGrounds,
    /// Whether the category was reviewed afterwards.
    pub category_reviewed: Fact<bool>,
    /// How the next invitation was arranged.
    pub next_invitation: Fact<NextInvitation>,
    /// Latest day agreed for the next contact, inclusive; `None` means none was agreed.
    pub next_contact_by: Option<NaiveDate>,
    /// Where the entry comes from.
    pub origin: Origin,
}

impl Contact {
    /// A contact of which nothing but the day is known.
    pub fn bare(id: ContactId, date: NaiveDate, origin: Origin) -> Self {
        Contact {
            id,
            date,
            channel: Fact::Unknown,
            kind: Fact::Unknown,
            duration_minutes: Fact::Unknown,
            duration_reason_documented: Fact::Unknown,
            documented_on: None,
            plan_updated: Fact::Unknown,
            plan_delivery: Fact::Unknown,
            phone_grounds: PhoneGrounds::default(),
            category_reviewed: Fact::Unknown,
            next_invitation: Fact::Unknown,
            next_contact_by: None,
            origin,
        }
    }
}

/// Channel of a contact or an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// Face to face.
    InPerson,
    /// Video call.
    Video,
    /// Telephone.
    Phone,
    /// Group session.
    Group,
    /// Letter, e-mail or message.
    Written,
}

/// First consultation or follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ConsultationKind {
    /// Erstgespräch.
    First,
    /// Folgegespräch.
    FollowUp,
}

/// A way in which the cooperation plan reaches the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Delivery {
    /// Handed over in person.
    HandedOver,
    /// Sent by post or mail.
    Sent,
    /// Put into the customer's digital mailbox.
    DigitalMailbox,
}

/// How the invitation to the next consultation is arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NextInvitation {
    /// Handed over at the end.
    HandedOver,
    /// A task is set and the plan says that the invitation follows.
    TaskAndPlanNote,
    /// Not arranged.
    None,
}

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Origin {
    /// Typed in.
    #[default]
    Entered,
    /// Taken over from a list of another system.
    List,
}

/// Grounds that rule B3 asks for when a contact was by phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PhoneGrounds {
    /// The reason for phoning is documented.
    pub reason_documented: Fact<bool>,
    /// The cooperation plan was concluded or updated, and sent.
    pub plan_sent: Fact<bool>,
    /// Something had to be done at once.
    pub immediate_action: Fact<bool>,
    /// In person or by video was impossible or not appropriate for this customer.
    pub other_channel_unsuitable: Fact<bool>,
}
