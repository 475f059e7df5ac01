//! In which way a consultation is proposed (heading: Definition).

use crate::question::Customer;
use rules::facts::Channel;
use rules::{Fact, MissedCall, call_to_follow_in_person};

/// Whether a consultation is the customer's next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The next.
    Next,
    /// One after it.
    Later,
}

/// In person, unless the customer prefers video. Whoever missed a call comes in person next, for the
/// reason that is given with it (F9).
pub(crate) fn channel(customer: &Customer<'_>, turn: Turn) -> (Channel, Option<MissedCall>) {
    let missed = match turn {
        Turn::Next => call_to_follow_in_person(customer.appointments),
        Turn::Later => None,
    };
    let prefers_video = customer.preferred_channel == Fact::Known(Channel::Video);
    if missed.is_none() && prefers_video {
        (Channel::Video, None)
    } else {
        (Channel::InPerson, missed)
    }
}
