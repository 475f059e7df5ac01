//! How a fact stands in a form control: as text, and back. Enumerations are written with the names
//! of the caseload file, a three-valued fact as `yes`, `no` or nothing.

use caseload::CustomerNumber;
use caseload::letters::capitals;
use chrono::{Datelike, NaiveDate};
use rules::Fact;
use rules::calendar::iso_day;
use rules::facts::{
    Canceller, Category, Channel, ConsultationKind, Delivery, NextInvitation, Profile,
    ProfileIWork, ProfileZReason, SelfEmployment, Status, Supervision,
};
use rules::ordering::{OrderedSet, set};

/// Why what was typed is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There must be something.
    Empty,
    /// It is none of the values that are offered.
    NotOffered,
    /// It is no day of the calendar, or not a whole one.
    NoDay,
    /// The year cannot be meant.
    YearTooEarly,
    /// The day has not come yet.
    AfterToday,
    /// The end lies before the beginning.
    EndsBeforeItBegins,
}

impl Fault {
    /// What is wrong and what to do, in German.
    pub fn german(self) -> &'static str {
        match self {
            Fault::Empty => {
                "Bitte geben Sie eine Kundennummer ein; ohne sie lässt sich der Fall nicht wiederfinden."
            }
            Fault::NotOffered => "Bitte wählen Sie einen der angebotenen Werte.",
            Fault::NoDay => {
                "Der Tag ist unvollständig oder es gibt ihn nicht. Bitte geben Sie Tag, Monat und Jahr an, oder leeren Sie das Feld."
            }
            Fault::YearTooEarly => {
                "Bitte prüfen Sie das Jahr: Es muss vierstellig sein und nach 1900 liegen."
            }
            Fault::AfterToday => "Der Tag liegt in der Zukunft. Bitte prüfen Sie Tag und Jahr.",
            Fault::EndsBeforeItBegins => {
                "Das Ende liegt vor dem Beginn. Bitte berichtigen Sie einen der beiden Tage."
            }
        }
    }
}

/// A fact that a control can show and change.
pub trait Editable {
    /// As the control shows it.
    fn text(&self) -> String;
    /// Takes over what was typed.
    fn take(&mut self, typed: &str) -> Result<(), Fault>;
}

/// A value that can be written in a control.
pub trait Written: Sized {
    /// The written form, never empty.
    fn written(&self) -> String;
    /// Reads the written form.
    fn read(typed: &str) -> Result<Self, Fault>;
}

/// A value that is one of a few: each with its name in files and in German.
pub trait Listed: Copy + PartialEq + 'static {
    /// All of them, in the order in which they are offered.
    const LISTED: &'static [(Self, &'static str, &'static str)];
}

/// Names and German labels of a type's values.
pub fn offers<T: Listed>() -> Vec<(&'static str, &'static str)> {
    T::LISTED
        .iter()
        .map(|(_, key, label)| (*key, *label))
        .collect()
}

impl<T: Listed> Written for T {
    fn written(&self) -> String {
        let mut listed = T::LISTED.iter();
        let found = listed.find(|(value, ..)| value == self);
        found.map_or(String::new(), |(_, key, _)| (*key).to_owned())
    }

    fn read(typed: &str) -> Result<Self, Fault> {
        let mut listed = T::LISTED.iter();
        let found = listed.find(|(_, key, _)| *key == typed);
        found.map(|(value, ..)| *value).ok_or(Fault::NotOffered)
    }
}

/// Nobody who is looked after today was born before, and nothing was recorded before.
const EARLIEST_YEAR: i32 = 1900;

impl Written for NaiveDate {
    fn written(&self) -> String {
        self.to_string()
    }

    fn read(typed: &str) -> Result<Self, Fault> {
        let day = iso_day(typed).ok_or(Fault::NoDay)?;
        if day.year() < EARLIEST_YEAR {
            return Err(Fault::YearTooEarly);
        }
        Ok(day)
    }
}

impl Written for String {
    fn written(&self) -> String {
        self.clone()
    }

    fn read(typed: &str) -> Result<Self, Fault> {
        Ok(typed.to_owned())
    }
}

/// What is typed and read later, such as a day in any German form.
impl Editable for String {
    fn text(&self) -> String {
        self.clone()
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        typed.clone_into(self);
        Ok(())
    }
}

impl<T: Written + Clone> Editable for Fact<T> {
    fn text(&self) -> String {
        match self {
            Fact::Known(value) => value.written(),
            Fact::Unknown => String::new(),
        }
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        *self = match typed.trim() {
            "" => Fact::Unknown,
            typed => Fact::Known(T::read(typed)?),
        };
        Ok(())
    }
}

impl<T: Written> Editable for Option<T> {
    fn text(&self) -> String {
        self.as_ref().map_or(String::new(), T::written)
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        *self = match typed.trim() {
            "" => None,
            typed => Some(T::read(typed)?),
        };
        Ok(())
    }
}

impl Editable for bool {
    fn text(&self) -> String {
        self.written()
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        *self = !typed.is_empty() && bool::read(typed)?;
        Ok(())
    }
}

impl Editable for Supervision {
    fn text(&self) -> String {
        self.written()
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        *self = Supervision::read(typed)?;
        Ok(())
    }
}

impl Editable for CustomerNumber {
    fn text(&self) -> String {
        self.as_str().to_owned()
    }

    /// Numbers are written as lists write them: without surrounding blanks, in capitals.
    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        *self = CustomerNumber::new(&capitals(typed.trim())).ok_or(Fault::Empty)?;
        Ok(())
    }
}

impl Editable for Option<SelfEmployment> {
    fn text(&self) -> String {
        self.is_some().written()
    }

    fn take(&mut self, typed: &str) -> Result<(), Fault> {
        let mut is_self_employed = self.is_some();
        is_self_employed.take(typed)?;
        *self = is_self_employed.then(|| self.unwrap_or_default());
        Ok(())
    }
}

impl Listed for bool {
    const LISTED: &'static [(Self, &'static str, &'static str)] =
        &[(true, "yes", "ja"), (false, "no", "nein")];
}

impl Listed for Status {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (Status::Unemployed, "unemployed", "arbeitslos"),
        (Status::JobSeeking, "job_seeking", "arbeitsuchend"),
        (Status::NotSet, "not_set", "nicht gesetzt"),
    ];
}

impl Listed for Profile {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (Profile::M, "M", "M – Marktprofil"),
        (Profile::A, "A", "A – Aktivierungsprofil"),
        (Profile::F, "F", "F – Förderprofil"),
        (Profile::E, "E", "E – Entwicklungsprofil"),
        (Profile::S, "S", "S – Stabilisierungsprofil"),
        (Profile::U, "U", "U – Unterstützungsprofil"),
        (Profile::I, "I", "I – integriert, weiter hilfebedürftig"),
        (Profile::Z, "Z", "Z – Zuordnung nicht erforderlich"),
    ];
}

impl Listed for Category {
    const LISTED: &'static [(Self, &'static str, &'static str)] =
        &[(Category::K1, "K1", "K1"), (Category::K3, "K3", "K3")];
}

impl Listed for Supervision {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (Supervision::Regular, "regular", "Integrationsfachkraft"),
        (
            Supervision::CaseManagement,
            "case_management",
            "Fallmanagement",
        ),
        (
            Supervision::EmployerAcquisition,
            "employer_acquisition",
            "Betriebsakquisiteur",
        ),
    ];
}

impl Listed for ProfileIWork {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (
            ProfileIWork::FullTimeInsured,
            "full_time_insured",
            "versicherungspflichtig in Vollzeit",
        ),
        (ProfileIWork::SelfEmployed, "self_employed", "selbständig"),
        (ProfileIWork::Other, "other", "andere Arbeit"),
    ];
}

impl Listed for ProfileZReason {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (
            ProfileZReason::ChildUnder3,
            "child_under_3",
            "Kind unter drei Jahren",
        ),
        (ProfileZReason::Care, "care", "Pflege von Angehörigen"),
        (
            ProfileZReason::ReducedCapacity,
            "reduced_capacity",
            "befristete volle Erwerbsminderung",
        ),
        (
            ProfileZReason::CompulsorySchool,
            "compulsory_school",
            "Vollzeitschulpflicht",
        ),
        (
            ProfileZReason::FullTimeDegree,
            "full_time_degree",
            "Abschluss in Vollzeit",
        ),
        (
            ProfileZReason::DualTraining,
            "dual_training",
            "duale Ausbildung",
        ),
        (
            ProfileZReason::TrainingAid,
            "training_aid",
            "Ausbildungsförderung",
        ),
    ];
}

impl Listed for Channel {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (Channel::InPerson, "in_person", "persönlich"),
        (Channel::Video, "video", "per Video"),
        (Channel::Phone, "phone", "telefonisch"),
        (Channel::Group, "group", "Gruppenberatung"),
        (Channel::Written, "written", "schriftlich"),
    ];
}

impl Listed for ConsultationKind {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (ConsultationKind::FollowUp, "follow_up", "Folgegespräch"),
        (ConsultationKind::First, "first", "Erstgespräch"),
    ];
}

impl Listed for NextInvitation {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (NextInvitation::HandedOver, "handed_over", "ausgehändigt"),
        (
            NextInvitation::TaskAndPlanNote,
            "task_and_plan_note",
            "Aufgabe gesetzt und im Plan vermerkt",
        ),
        (NextInvitation::None, "none", "nicht vereinbart"),
    ];
}

impl Listed for Canceller {
    const LISTED: &'static [(Self, &'static str, &'static str)] = &[
        (Canceller::Customer, "customer", "Kundin oder Kunde"),
        (Canceller::Office, "office", "Dienststelle"),
    ];
}

/// Every way in which a plan can have reached somebody, alone and together.
pub const DELIVERIES: [(&str, &str); 8] = [
    ("handed_over", "ausgehändigt"),
    ("sent", "zugesandt"),
    ("digital_mailbox", "JC.digital"),
    ("handed_over+digital_mailbox", "ausgehändigt und JC.digital"),
    ("sent+digital_mailbox", "zugesandt und JC.digital"),
    ("handed_over+sent", "ausgehändigt und zugesandt"),
    ("handed_over+sent+digital_mailbox", "auf allen drei Wegen"),
    ("none", "nicht übermittelt"),
];

const WAYS: [(Delivery, &str); 3] = [
    (Delivery::HandedOver, "handed_over"),
    (Delivery::Sent, "sent"),
    (Delivery::DigitalMailbox, "digital_mailbox"),
];

impl Written for OrderedSet<Delivery> {
    fn written(&self) -> String {
        let ways = WAYS.iter().filter(|(way, _)| self.contains(way));
        let names: Vec<&str> = ways.map(|(_, name)| *name).collect();
        if names.is_empty() {
            "none".to_owned()
        } else {
            names.join("+")
        }
    }

    fn read(typed: &str) -> Result<Self, Fault> {
        if !DELIVERIES.iter().any(|(name, _)| *name == typed) {
            return Err(Fault::NotOffered);
        }
        let ways = WAYS
            .iter()
            .filter(|(_, name)| typed.split('+').any(|part| part == *name));
        Ok(set(ways.map(|(way, _)| *way)))
    }
}

#[cfg(test)]
mod tests {
    use super::{DELIVERIES, Written};
    use rules::facts::Delivery;
    use rules::ordering::OrderedSet;

    #[test]
    fn every_way_of_delivery_is_offered_once_and_read_back() {
        let mut read = Vec::new();
        for (name, _) in DELIVERIES {
            let ways: OrderedSet<Delivery> = Written::read(name).unwrap();
            assert_eq!(ways.written(), name);
            assert!(!read.contains(&ways), "{name}");
            read.push(ways);
        }
        assert_eq!(read.len(), 8);
        assert!(<OrderedSet<Delivery> as Written>::read("post").is_err());
    }
}
