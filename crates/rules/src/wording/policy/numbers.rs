//! The numbers of the policy: their names, units and meaning.

use crate::edition::{Parameter, ParameterValue, U25Mode};

/// Name of a number.
pub fn parameter_label(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::YouthAge => "Altersgrenze für U25",
        Parameter::ProgressHorizonMonths => "Zeitraum für den Integrationsfortschritt",
        Parameter::GroupPerYear => "Gruppenberatungen im Kalenderjahr, die zählen",
        Parameter::DocumentationDays => "Frist für die Dokumentation",
        Parameter::FirstMinutes => "Dauer eines Erstgesprächs",
        Parameter::FollowUpMinutes => "Höchstdauer eines Folgegesprächs",
        Parameter::K1Months => "Abstand in K1",
        Parameter::K3Months => "Abstand in K3",
        Parameter::U25Months => "Abstand bei U25",
        Parameter::U25EntryDay => "U25: letzter Zugangstag für denselben Monat",
        Parameter::LeadDays => "Vorlauf in ATV",
        Parameter::RecordWindowDays => "Erinnerung vor dem Eintragen",
        Parameter::OutlookDays => "Vorschau auf Änderungen",
        Parameter::ChildAge => "Alter des Kindes bei Profillage Z",
        Parameter::ReducedCapacityMonths => "Erwerbsminderung bei Profillage Z",
        Parameter::MaxPerDay => "Höchstzahl der Termine am Tag",
        Parameter::WeeklyQuota => "Beratungen in der Woche",
        Parameter::SpreadWarning => "Unterschied zwischen den Tagen, ab dem gewarnt wird",
        Parameter::CancelNoticeDays => "Rechtzeitige Absage",
        Parameter::ReplacementDays => "Erinnerung an einen Ersatz",
        Parameter::MinGapDays => "Mindestabstand beim Planen",
        Parameter::U25Mode => "„Einmal im Monat“ bei U25",
    }
}

/// What a number decides.
pub fn parameter_meaning(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::YouthAge => {
            "Jünger als so viele Jahre gilt als U25; der Geburtstag selbst nicht mehr."
        }
        Parameter::ProgressHorizonMonths => {
            "So weit im Voraus wird beurteilt, ob ein Fortschritt zu erwarten ist."
        }
        Parameter::GroupPerYear => "So oft zählt eine Gruppenberatung je Person und Jahr.",
        Parameter::DocumentationDays => "So viele Tage nach dem Kontakt darf dokumentiert werden.",
        Parameter::FirstMinutes => "Mit Nachbereitung; davon abzuweichen braucht einen Grund.",
        Parameter::FollowUpMinutes => "Mit Nachbereitung; darüber braucht es einen Grund.",
        Parameter::K1Months => {
            "Spätestens so lange nach dem letzten zählenden Kontakt ist der nächste."
        }
        Parameter::K3Months => {
            "Spätestens so lange nach dem letzten zählenden Kontakt ist der nächste."
        }
        Parameter::U25Months => {
            "Im so vielten Monat nach dem letzten zählenden Kontakt ist der nächste."
        }
        Parameter::U25EntryDay => {
            "Wer bis zu diesem Tag dazukommt, ist noch im selben Monat zu sehen; 0 heißt immer im nächsten."
        }
        Parameter::LeadDays => "So lange vorher muss ein Termin in ATV stehen.",
        Parameter::RecordWindowDays => {
            "So lange vor „eintragen bis“ heißt der Stand „jetzt eintragen“."
        }
        Parameter::OutlookDays => {
            "So weit im Voraus werden Geburtstage und endende Gründe gezeigt."
        }
        Parameter::ChildAge => "Mit diesem Geburtstag des Kindes endet der Grund.",
        Parameter::ReducedCapacityMonths => {
            "So lange gilt volle Erwerbsminderung höchstens als Grund."
        }
        Parameter::MaxPerDay => "Mehr Termine an einem Tag sind ein Fehler.",
        Parameter::WeeklyQuota => "Je Vollzeitstelle; bei Teilzeit anteilig und aufgerundet.",
        Parameter::SpreadWarning => {
            "Voller und leerer Tag einer Woche dürfen sich um weniger unterscheiden."
        }
        Parameter::CancelNoticeDays => "Wer so früh absagt, dessen Lücke wird neu besetzt.",
        Parameter::ReplacementDays => {
            "So lange wird nach einem verpassten Termin an den Ersatz erinnert."
        }
        Parameter::MinGapDays => {
            "Beim Planen liegen so viele Tage zwischen zwei Gesprächen; die Frist geht vor."
        }
        Parameter::U25Mode => "Ob der Kalendermonat zählt oder ein Monat seit dem letzten Kontakt.",
    }
}

/// Unit of a number, as it follows it; empty where there is none.
pub fn unit(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::YouthAge | Parameter::ChildAge => "Jahre",
        Parameter::ProgressHorizonMonths
        | Parameter::K1Months
        | Parameter::K3Months
        | Parameter::U25Months
        | Parameter::ReducedCapacityMonths => "Monate",
        Parameter::DocumentationDays
        | Parameter::LeadDays
        | Parameter::RecordWindowDays
        | Parameter::OutlookDays
        | Parameter::CancelNoticeDays
        | Parameter::ReplacementDays
        | Parameter::MinGapDays => "Kalendertage",
        Parameter::FirstMinutes | Parameter::FollowUpMinutes => "Minuten",
        Parameter::U25EntryDay => "Tag des Monats",
        Parameter::MaxPerDay | Parameter::SpreadWarning => "Termine",
        Parameter::WeeklyQuota => "Beratungen",
        Parameter::GroupPerYear | Parameter::U25Mode => "",
    }
}

/// A value with its unit: "4 Monate", "Kalendermonat".
pub fn value_text(parameter: Parameter, value: ParameterValue) -> String {
    match value {
        ParameterValue::U25Mode(U25Mode::CalendarMonth) => "Kalendermonat".to_owned(),
        ParameterValue::U25Mode(U25Mode::Rolling) => {
            "ein Monat seit dem letzten Kontakt".to_owned()
        }
        ParameterValue::Number(number) => {
            let unit = match (unit(parameter), number) {
                ("Monate", 1) => "Monat",
                ("Jahre", 1) => "Jahr",
                ("Kalendertage", 1) => "Kalendertag",
                ("Termine", 1) => "Termin",
                ("Beratungen", 1) => "Beratung",
                ("Minuten", 1) => "Minute",
                ("Tag des Monats", _) => return format!("{number}. Tag des Monats"),
                ("", _) => return number.to_string(),
                (unit, _) => unit,
            };
            format!("{number} {unit}")
        }
    }
}
