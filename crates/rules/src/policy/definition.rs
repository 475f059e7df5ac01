//! What a qualified contact is, by channel (heading: Definition).
//!
//! In person and by video a contact counts as it is. By phone it counts only with grounds: a
//! documented reason, a plan that was sent, and either something that could not wait or a customer
//! for whom no other channel would do. Writing to each other is no consultation. What comes with a
//! contact is in `duties`.

mod duties;

pub use duties::{
    document_by, has_usual_length, owes_documentation, plan_way, reaches_by, usual_length,
    usual_length_missed,
};
pub(crate) use duties::{
    lies_ahead, next_invitation_missing, not_documented_in_time, plan_not_delivered,
    plan_not_updated, unusual_length,
};

mod invitation;

pub use invitation::{UnansweredCall, call_to_follow_in_person, unanswered_call};
pub(crate) use invitation::{call_missed, legal_notice_missing};

use crate::Fact;
use crate::facts::PhoneGrounds;
use crate::missing::ContactFact;

/// B3 — whether a contact by phone counts, over all 81 ways in which its grounds can stand.
pub(crate) fn phone(grounds: PhoneGrounds) -> Fact<bool> {
    let no_other_way = grounds
        .immediate_action
        .or(grounds.other_channel_unsuitable);
    grounds
        .reason_documented
        .and(grounds.plan_sent)
        .and(no_other_way)
}

/// B3 — the unknown grounds that alone can change whether the contact counts.
pub(crate) fn undecided_phone_grounds(grounds: PhoneGrounds) -> Vec<ContactFact> {
    let PhoneGrounds {
        reason_documented,
        plan_sent,
        immediate_action,
        other_channel_unsuitable,
    } = grounds;
    let no_other_way = immediate_action.or(other_channel_unsuitable);
    // Each ground appears once in the rule, so it decides exactly if all others can let it.
    let decides = [
        (
            ContactFact::ReasonDocumented,
            reason_documented,
            plan_sent.can_be(true) && no_other_way.can_be(true),
        ),
        (
            ContactFact::PlanSent,
            plan_sent,
            reason_documented.can_be(true) && no_other_way.can_be(true),
        ),
        (
            ContactFact::ImmediateAction,
            immediate_action,
            reason_documented.can_be(true)
                && plan_sent.can_be(true)
                && other_channel_unsuitable.can_be(false),
        ),
        (
            ContactFact::OtherChannelUnsuitable,
            other_channel_unsuitable,
            reason_documented.can_be(true)
                && plan_sent.can_be(true)
                && immediate_action.can_be(false),
        ),
    ];
    decides
        .into_iter()
        .filter(|(_, value, others_let_it)| value.is_unknown() && *others_let_it)
        .map(|(fact, ..)| fact)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{phone, undecided_phone_grounds};
    use crate::Fact::{self, Known, Unknown};
    use crate::facts::PhoneGrounds;
    use crate::missing::ContactFact;

    const VALUES: [Fact<bool>; 3] = [Known(true), Known(false), Unknown];
    const FACTS: [ContactFact; 4] = [
        ContactFact::ReasonDocumented,
        ContactFact::PlanSent,
        ContactFact::ImmediateAction,
        ContactFact::OtherChannelUnsuitable,
    ];

    fn grounds(values: [Fact<bool>; 4]) -> PhoneGrounds {
        let [
            reason_documented,
            plan_sent,
            immediate_action,
            other_channel_unsuitable,
        ] = values;
        PhoneGrounds {
            reason_documented,
            plan_sent,
            immediate_action,
            other_channel_unsuitable,
        }
    }

    /// The rule in two-valued words, as a second opinion.
    fn counts(known: [bool; 4]) -> bool {
        let [reason, plan, at_once, unsuitable] = known;
        reason && plan && (at_once || unsuitable)
    }

    fn completions(values: [Fact<bool>; 4]) -> Vec<[bool; 4]> {
        (0..16u8)
            .map(|bits| [0, 1, 2, 3].map(|place| bits >> place & 1 == 1))
            .filter(|known| {
                values
                    .iter()
                    .zip(known)
                    .all(|(fact, value)| fact.can_be(*value))
            })
            .collect()
    }

    #[test]
    fn all_81_combinations_agree_with_trying_every_completion() {
        let mut seen = 0;
        for a in VALUES {
            for b in VALUES {
                for c in VALUES {
                    for d in VALUES {
                        seen += 1;
                        check([a, b, c, d]);
                    }
                }
            }
        }
        assert_eq!(seen, 81);
    }

    fn check(values: [Fact<bool>; 4]) {
        let all = completions(values);
        let results: Vec<bool> = all.iter().map(|known| counts(*known)).collect();
        let settled = match (results.contains(&true), results.contains(&false)) {
            (true, false) => Known(true),
            (false, true) => Known(false),
            _ => Unknown,
        };
        assert_eq!(phone(grounds(values)), settled, "{values:?}");

        let flips = |place: usize| {
            all.iter().any(|known| {
                let mut other = *known;
                other[place] = !other[place];
                counts(*known) != counts(other)
            })
        };
        let expected: Vec<ContactFact> = (0..4)
            .filter(|place| values[*place].is_unknown() && flips(*place))
            .map(|place| FACTS[place])
            .collect();
        assert_eq!(
            undecided_phone_grounds(grounds(values)),
            expected,
            "{values:?}"
        );
    }
}
