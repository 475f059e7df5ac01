//! Values as people read them.

use crate::record::{CustomerNumber, TransferSystem};
use chrono::{NaiveDate, NaiveTime};
use rules::Fact;
use rules::edition::EditionId;
use rules::facts::{
    Canceller, Category, Channel, ConsultationKind, Delivery, FederalState, Fte, NextInvitation,
    Origin, Outcome, Profile, ProfileIWork, ProfileZReason, Status, Supervision,
};
use rules::ordering::OrderedSet;
use rules::wording::{
    category_label, channel_label, date, kind_label, outcome_label, profile_label, status_label,
    supervision_label,
};
use std::fmt;

/// What is said of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// There is something.
    Said(String),
    /// There is nothing; the word for that.
    Gap(&'static str),
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Word::Said(text) => f.write_str(text),
            Word::Gap(text) => f.write_str(text),
        }
    }
}

/// Something that can be said in a word or two.
pub(super) trait Spoken {
    fn word(&self) -> Word;
}

impl<T: Spoken> Spoken for Fact<T> {
    fn word(&self) -> Word {
        match self {
            Fact::Known(value) => value.word(),
            Fact::Unknown => Word::Gap("unbekannt"),
        }
    }
}

/// Gives every type its words.
macro_rules! spoken {
    ($($kind:ty: |$value:ident| $text:expr;)+) => { $(
        impl Spoken for $kind {
            fn word(&self) -> Word {
                let $value = self;
                Word::Said($text.into())
            }
        }
    )+ };
}

spoken! {
    bool: |yes| if *yes { "ja" } else { "nein" };
    String: |text| text.as_str();
    NaiveDate: |day| date(*day);
    NaiveTime: |time| format!("{} Uhr", rules::wording::time(*time));
    Minutes: |minutes| minutes_text(*minutes);
    CustomerNumber: |number| number.as_str();
    Channel: |channel| channel_label(*channel);
    EditionId: |edition| edition.key();
    FederalState: |state| state.code();
    Fte: |share| format!("{},{:02}", share.hundredths() / 100, share.hundredths() % 100);
    OrderedSet<Delivery>: |ways| ways_text(ways);
    Status: |status| status_label(*status);
    Profile: |profile| profile_label(*profile);
    Category: |category| category_label(*category);
    Supervision: |supervision| supervision_label(*supervision);
    ProfileIWork: |work| match work {
        ProfileIWork::FullTimeInsured => "versicherungspflichtig in Vollzeit",
        ProfileIWork::SelfEmployed => "selbständig",
        ProfileIWork::Other => "andere Arbeit",
    };
    ProfileZReason: |reason| match reason {
        ProfileZReason::ChildUnder3 => "Kind unter drei Jahren",
        ProfileZReason::Care => "Pflege von Angehörigen",
        ProfileZReason::ReducedCapacity => "befristete volle Erwerbsminderung",
        ProfileZReason::CompulsorySchool => "Vollzeitschulpflicht",
        ProfileZReason::FullTimeDegree => "Abschluss in Vollzeit",
        ProfileZReason::DualTraining => "duale Ausbildung",
        ProfileZReason::TrainingAid => "Ausbildungsförderung",
    };
    ConsultationKind: |kind| kind_label(*kind);
    NextInvitation: |invitation| match invitation {
        NextInvitation::HandedOver => "am Ende ausgehändigt",
        NextInvitation::TaskAndPlanNote => "Aufgabe gesetzt und im Plan vermerkt",
        NextInvitation::None => "nicht geregelt",
    };
    Origin: |origin| match origin {
        Origin::Entered => "selbst erfasst",
        Origin::List => "aus einer Liste",
    };
    Canceller: |canceller| match canceller {
        Canceller::Customer => "von der Kundin oder dem Kunden",
        Canceller::Office => "von der Dienststelle",
    };
    TransferSystem: |system| match system {
        TransferSystem::Verbis => "VerBIS",
        TransferSystem::Atv => "ATV",
    };
}

impl Spoken for Outcome {
    /// Open is not an outcome yet.
    fn word(&self) -> Word {
        let label = outcome_label(*self);
        match self {
            Outcome::Open => Word::Gap(label),
            Outcome::Held
            | Outcome::NotHeld
            | Outcome::Cancelled
            | Outcome::NoShow
            | Outcome::Voided => Word::Said(label.to_owned()),
        }
    }
}

/// A length in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Minutes(pub(super) u16);

fn minutes_text(Minutes(count): Minutes) -> String {
    if count == 1 {
        "1 Minute".to_owned()
    } else {
        format!("{count} Minuten")
    }
}

fn ways_text(ways: &OrderedSet<Delivery>) -> String {
    if ways.is_empty() {
        return "gar nicht".to_owned();
    }
    let named: Vec<&str> = ways
        .iter()
        .map(|way| match way {
            Delivery::HandedOver => "ausgehändigt",
            Delivery::Sent => "zugesandt",
            Delivery::DigitalMailbox => "ins digitale Postfach",
        })
        .collect();
    named.join(", ")
}
