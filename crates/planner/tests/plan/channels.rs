//! In person by default, by video where wished, in person after a missed call.

use crate::office::{Office, appointment, k1, u25};
use rules::Fact;
use rules::facts::{Appointment, Channel, Outcome};

fn channels(person: crate::office::Person) -> Vec<(Channel, bool)> {
    let plan = Office::of([person]).plan();
    plan.proposals
        .iter()
        .map(|proposal| (proposal.channel, proposal.after_missed_call.is_some()))
        .collect()
}

fn preferring(channel: Channel) -> crate::office::Person {
    let mut person = u25("a", "2004-05-05", "2026-11-03");
    person.preferred_channel = Fact::Known(channel);
    person
}

fn missed(channel: Channel) -> Appointment {
    Appointment {
        channel: Fact::Known(channel),
        outcome: Outcome::NoShow,
        ..appointment("2026-11-10", Some("09:00"), Some(45))
    }
}

#[test]
fn in_person_unless_video_is_wished() {
    assert_eq!(
        channels(k1("a", "2026-08-15")),
        [(Channel::InPerson, false)]
    );
    assert_eq!(
        channels(preferring(Channel::Video)),
        [(Channel::Video, false); 3]
    );
    for other in [
        Channel::InPerson,
        Channel::Phone,
        Channel::Group,
        Channel::Written,
    ] {
        assert_eq!(channels(preferring(other)), [(Channel::InPerson, false); 3]);
    }
}

#[test]
fn the_next_after_a_missed_call_is_in_person() {
    let missed_call = preferring(Channel::Video).with_appointment(missed(Channel::Phone));
    assert_eq!(
        channels(missed_call),
        [
            (Channel::InPerson, true),
            (Channel::Video, false),
            (Channel::Video, false)
        ]
    );
    let missed_in_person = preferring(Channel::Video).with_appointment(missed(Channel::InPerson));
    assert_eq!(channels(missed_in_person), [(Channel::Video, false); 3]);
}

#[test]
fn a_proposal_becomes_an_appointment_as_it_was_proposed() {
    let plan = Office::of([k1("a", "2026-08-15")]).plan();
    let proposal = plan.proposals.first().unwrap();
    let made = proposal.appointment("t-1".into());
    assert_eq!((made.id.as_str(), made.case.as_str()), ("t-1", "a"));
    assert_eq!(
        (made.date, made.start),
        (proposal.date, Fact::Known(proposal.start))
    );
    assert_eq!(made.duration_minutes, Fact::Known(45));
    assert_eq!(made.legal_notice, Fact::Known(true));
    assert_eq!((made.outcome, made.recorded_on), (Outcome::Open, None));
    let by_video = Office::of([preferring(Channel::Video)]).plan();
    let made = by_video
        .proposals
        .first()
        .unwrap()
        .appointment("t-2".into());
    assert_eq!(made.channel, Fact::Known(Channel::Video));
    assert_eq!(made.legal_notice, Fact::Unknown);
}
