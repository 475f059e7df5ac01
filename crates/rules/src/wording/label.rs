//! Short German names: of groups, states, channels, and of facts that are missing.

use super::date;
use crate::facts::{
    Category, Channel, ConsultationKind, Contact, Delivery, Outcome, Profile, Status, Supervision,
};
use crate::{CaseFact, ContactFact, DueState, Group, MissingFact, Standard};

/// Name of a group, short enough for a column.
pub fn group_label(group: Group) -> &'static str {
    match group {
        Group::Under(standard) => standard_label(standard),
        Group::Exempt => "ausgenommen",
        Group::Open => "offen",
    }
}

/// Name of a standard.
pub fn standard_label(standard: Standard) -> &'static str {
    match standard {
        Standard::U25 => "U25",
        Standard::K1 => "K1",
        Standard::K3 => "K3",
    }
}

/// Name of a category.
pub fn category_label(category: Category) -> &'static str {
    match category {
        Category::K1 => "K1",
        Category::K3 => "K3",
    }
}

/// Name of a state, short enough for a badge.
pub fn state_label(state: DueState) -> &'static str {
    match state {
        DueState::Exempt => "ausgenommen",
        DueState::Open => "offen",
        DueState::Overdue => "überfällig",
        DueState::Scheduled => "terminiert",
        DueState::ScheduledLate => "Termin zu spät",
        DueState::LeadMissed => "Vorlauf verpasst",
        DueState::RecordNow => "jetzt eintragen",
        DueState::Ok => "im Rahmen",
    }
}

/// What a state means, in one sentence.
pub fn state_meaning(state: DueState) -> &'static str {
    match state {
        DueState::Exempt => "Für diese Person gilt keine Kontaktdichte dieses Konzepts.",
        DueState::Open => "Es fehlen Angaben, ohne die sich kein Tag bestimmen lässt.",
        DueState::Overdue => "Der späteste Tag ist vorbei.",
        DueState::Scheduled => "Ein offener Termin liegt rechtzeitig im Zeitfenster.",
        DueState::ScheduledLate => "Der nächste Termin liegt erst nach dem spätesten Tag.",
        DueState::LeadMissed => {
            "Der Tag, bis zu dem ein Termin in ATV stehen sollte, ist vorbei; der späteste Tag noch nicht."
        }
        DueState::RecordNow => "Jetzt ist der Termin in ATV einzutragen.",
        DueState::Ok => "Es ist noch nichts zu tun.",
    }
}

/// Name of a channel.
pub fn channel_label(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "persönlich",
        Channel::Video => "per Video",
        Channel::Phone => "telefonisch",
        Channel::Group => "Gruppenberatung",
        Channel::Written => "schriftlich",
    }
}

/// Name of what became of an appointment.
pub fn outcome_label(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "offen",
        Outcome::Held => "stattgefunden",
        Outcome::NotHeld => "nicht stattgefunden",
        Outcome::Cancelled => "abgesagt",
        Outcome::NoShow => "nicht erschienen",
        Outcome::Voided => "storniert",
    }
}

/// Name of a way in which the plan reached the customer.
pub fn delivery_label(way: Delivery) -> &'static str {
    match way {
        Delivery::HandedOver => "ausgehändigt",
        Delivery::Sent => "zugesandt",
        Delivery::DigitalMailbox => "im Postfach von JC.digital",
    }
}

/// Name of a kind of consultation.
pub fn kind_label(kind: ConsultationKind) -> &'static str {
    match kind {
        ConsultationKind::First => "Erstgespräch",
        ConsultationKind::FollowUp => "Folgegespräch",
    }
}

/// Name of a status.
pub fn status_label(status: Status) -> &'static str {
    match status {
        Status::Unemployed => "arbeitslos",
        Status::JobSeeking => "arbeitsuchend",
        Status::NotSet => "nicht gesetzt",
    }
}

/// Name of a profile: its letter.
pub fn profile_label(profile: Profile) -> &'static str {
    match profile {
        Profile::M => "M",
        Profile::A => "A",
        Profile::F => "F",
        Profile::E => "E",
        Profile::S => "S",
        Profile::U => "U",
        Profile::I => "I",
        Profile::Z => "Z",
    }
}

/// Name of whoever has the main supervision.
pub fn supervision_label(supervision: Supervision) -> &'static str {
    match supervision {
        Supervision::Regular => "Integrationsfachkraft",
        Supervision::CaseManagement => "Fallmanagement",
        Supervision::EmployerAcquisition => "Betriebsakquisiteur",
    }
}

/// Which fact is missing, named so that somebody can find its field. `contacts` are those that
/// were evaluated.
pub fn missing_label(missing: &MissingFact, contacts: &[Contact]) -> String {
    match missing {
        MissingFact::Case(fact) => case_fact_label(*fact).to_owned(),
        MissingFact::Contact(id, fact) => match contacts.iter().find(|contact| contact.id == *id) {
            Some(contact) => {
                format!(
                    "Kontakt vom {}: {}",
                    date(contact.date),
                    contact_fact(*fact)
                )
            }
            None => format!("Kontakt {id}: {}", contact_fact(*fact)),
        },
    }
}

/// Name of a fact of the case, as of its field.
pub(super) fn case_fact_label(fact: CaseFact) -> &'static str {
    match fact {
        CaseFact::BirthDate => "Geburtsdatum",
        CaseFact::InCareSince => "Beginn des Leistungsbezugs",
        CaseFact::Profile => "Profillage",
        CaseFact::ProgressExpected => "Integrationsfortschritt zu erwarten?",
        CaseFact::ExitToInsuredJob => {
            "Selbständigkeit: Aufgabe zugunsten einer Beschäftigung das Ziel?"
        }
        CaseFact::MainOccupation => "Selbständigkeit im Hauptberuf?",
        CaseFact::Status => "Status",
    }
}

fn contact_fact(fact: ContactFact) -> &'static str {
    match fact {
        ContactFact::Channel => "Kontaktart",
        ContactFact::ImmediateAction => "war sofortiges Handeln nötig?",
        ContactFact::OtherChannelUnsuitable => "waren Präsenz und Video unmöglich oder unpassend?",
        ContactFact::PlanSent => "wurde der Kooperationsplan zugesandt?",
        ContactFact::ReasonDocumented => "ist der Grund für das Telefonat dokumentiert?",
    }
}

/// "1 Tag", "21 Tage".
pub fn days(count: i64) -> String {
    if count == 1 {
        "1 Tag".to_owned()
    } else {
        format!("{count} Tage")
    }
}

/// "1 Monat", "4 Monate", as in "4 Monate nach".
pub fn months(count: u16) -> String {
    if count == 1 {
        "1 Monat".to_owned()
    } else {
        format!("{count} Monate")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of these values, one behind the other.
    fn said<T>(label: impl Fn(T) -> &'static str, values: impl IntoIterator<Item = T>) -> String {
        let names: Vec<&str> = values.into_iter().map(label).collect();
        names.join(" | ")
    }

    #[test]
    fn groups_categories_and_states() {
        let groups = [
            Group::Under(Standard::U25),
            Group::Under(Standard::K1),
            Group::Under(Standard::K3),
            Group::Exempt,
            Group::Open,
        ];
        assert_eq!(
            said(group_label, groups),
            "U25 | K1 | K3 | ausgenommen | offen"
        );
        assert_eq!(
            said(category_label, [Category::K1, Category::K3]),
            "K1 | K3"
        );
        assert_eq!(
            said(state_label, DueState::ALL),
            "ausgenommen | offen | überfällig | terminiert | Termin zu spät | Vorlauf verpasst \
             | jetzt eintragen | im Rahmen"
        );
    }

    #[test]
    fn every_state_means_something_of_its_own() {
        let mut meanings = DueState::ALL.map(state_meaning).to_vec();
        assert!(meanings.iter().all(|meaning| meaning.ends_with('.')));
        meanings.sort_unstable();
        meanings.dedup();
        assert_eq!(meanings.len(), DueState::ALL.len());
    }

    #[test]
    fn what_is_recorded_about_somebody() {
        let profiles = [
            Profile::M,
            Profile::A,
            Profile::F,
            Profile::E,
            Profile::S,
            Profile::U,
            Profile::I,
            Profile::Z,
        ];
        assert_eq!(
            said(profile_label, profiles),
            "M | A | F | E | S | U | I | Z"
        );
        let statuses = [Status::Unemployed, Status::JobSeeking, Status::NotSet];
        assert_eq!(
            said(status_label, statuses),
            "arbeitslos | arbeitsuchend | nicht gesetzt"
        );
        let supervisions = [
            Supervision::Regular,
            Supervision::CaseManagement,
            Supervision::EmployerAcquisition,
        ];
        assert_eq!(
            said(supervision_label, supervisions),
            "Integrationsfachkraft | Fallmanagement | Betriebsakquisiteur"
        );
    }

    #[test]
    fn what_is_recorded_about_a_contact_or_an_appointment() {
        let channels = [
            Channel::InPerson,
            Channel::Video,
            Channel::Phone,
            Channel::Group,
            Channel::Written,
        ];
        assert_eq!(
            said(channel_label, channels),
            "persönlich | per Video | telefonisch | Gruppenberatung | schriftlich"
        );
        let outcomes = [
            Outcome::Open,
            Outcome::Held,
            Outcome::NotHeld,
            Outcome::Cancelled,
            Outcome::NoShow,
            Outcome::Voided,
        ];
        assert_eq!(
            said(outcome_label, outcomes),
            "offen | stattgefunden | nicht stattgefunden | abgesagt | nicht erschienen | storniert"
        );
        let ways = [
            Delivery::HandedOver,
            Delivery::Sent,
            Delivery::DigitalMailbox,
        ];
        assert_eq!(
            said(delivery_label, ways),
            "ausgehändigt | zugesandt | im Postfach von JC.digital"
        );
        let kinds = [ConsultationKind::First, ConsultationKind::FollowUp];
        assert_eq!(said(kind_label, kinds), "Erstgespräch | Folgegespräch");
    }

    #[test]
    fn one_is_no_plural() {
        assert_eq!([0, 1, 2].map(days), ["0 Tage", "1 Tag", "2 Tage"]);
        assert_eq!([0, 1, 2].map(months), ["0 Monate", "1 Monat", "2 Monate"]);
    }
}
