//! Why a contact counts, does not count, or is open.

use super::{channel_label, date};
use crate::facts::{Channel, Contact, PhoneGrounds};
use crate::{Counts, Fact, Group, Judgement, Rule, Setting, Standard};

/// The reason for a judgement, as a part of a sentence that follows the day and the channel:
/// "zählt: persönliche Beratung".
pub fn judgement_reason(
    contact: &Contact,
    judgement: &Judgement,
    group: Group,
    setting: &Setting,
) -> String {
    if judgement.rule == Rule::B7 {
        return format!(
            "bleibt außer Betracht: Der Tag liegt nach heute ({})",
            date(setting.today)
        );
    }
    if judgement.rule == Rule::B8 {
        return "bleibt außer Betracht: vor Beginn des jetzigen Leistungsbezugs".to_owned();
    }
    match contact.channel {
        Fact::Known(Channel::InPerson) => "zählt: Beratung in Präsenz".to_owned(),
        Fact::Known(Channel::Video) => "zählt: Beratung per Video".to_owned(),
        Fact::Known(Channel::Phone) => phone(contact.phone_grounds, judgement.counts),
        Fact::Known(Channel::Group) => group_session(judgement.counts, group, setting),
        Fact::Known(Channel::Written) => "zählt nicht: Schriftliches ist keine Beratung".to_owned(),
        Fact::Unknown => "offen: Die Kontaktart ist nicht bekannt".to_owned(),
    }
}

fn phone(grounds: PhoneGrounds, counts: Counts) -> String {
    match counts {
        Counts::Yes => {
            let ground = match grounds.immediate_action {
                Fact::Known(true) => "sofortiges Handeln war nötig",
                Fact::Known(false) | Fact::Unknown => "ein anderer Weg kam nicht in Frage",
            };
            format!("zählt: Grund dokumentiert, Kooperationsplan zugesandt, {ground}")
        }
        Counts::No => format!("zählt nicht: {}", lacking(grounds).join(", ")),
        Counts::Open => "offen: Zu den Voraussetzungen für Telefonate fehlen Angaben".to_owned(),
    }
}

/// The grounds that are known to be lacking.
fn lacking(grounds: PhoneGrounds) -> Vec<&'static str> {
    let no_other_way = grounds
        .immediate_action
        .or(grounds.other_channel_unsuitable);
    [
        (
            grounds.reason_documented,
            "der Grund ist nicht dokumentiert",
        ),
        (
            grounds.plan_sent,
            "der Kooperationsplan wurde nicht zugesandt",
        ),
        (
            no_other_way,
            "weder war Eile geboten noch ein anderer Weg ausgeschlossen",
        ),
    ]
    .into_iter()
    .filter(|(ground, _)| *ground == Fact::Known(false))
    .map(|(_, text)| text)
    .collect()
}

fn group_session(counts: Counts, group: Group, setting: &Setting) -> String {
    let per_year = setting.edition.parameters().group_per_year.0;
    let allowance = match per_year {
        1 => "die erste im Kalenderjahr".to_owned(),
        more => format!("unter den ersten {more} im Kalenderjahr"),
    };
    match (counts, group) {
        (Counts::Yes, _) => format!("zählt: Gruppenberatung, {allowance}"),
        (Counts::No, Group::Under(Standard::K3)) => {
            "zählt nicht: Gruppenberatungen zählen nicht in K3".to_owned()
        }
        (Counts::No, _) => {
            "zählt nicht: In diesem Kalenderjahr ist die Gruppenberatung schon angerechnet"
                .to_owned()
        }
        (Counts::Open, _) => "offen: Ob die Gruppenberatung zählt, hängt an der Gruppe".to_owned(),
    }
}

/// "14.09.2026, telefonisch".
pub(super) fn day_and_channel(contact: &Contact) -> String {
    match contact.channel {
        Fact::Known(channel) => format!("{}, {}", date(contact.date), channel_label(channel)),
        Fact::Unknown => format!("{}, Kontaktart unbekannt", date(contact.date)),
    }
}
