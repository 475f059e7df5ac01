//! Each rule in one or two sentences.

use super::super::months;
use crate::Rule;
use crate::edition::{Parameters, U25Mode};

/// What a rule says, with the numbers in force.
pub fn rule_text(rule: Rule, numbers: &Parameters) -> String {
    let fixed = match rule {
        Rule::A1 => {
            "Wer vom Fallmanagement betreut wird, hat keine Kontaktdichte nach diesem Konzept, und seine Termine müssen nicht im Voraus in ATV stehen. Alles andere gilt."
        }
        Rule::A2 => {
            "Wer in der Hauptbetreuung eines Betriebsakquisiteurs ist, hat keine Kontaktdichte nach diesem Konzept. Alles andere gilt, auch der Vorlauf in ATV."
        }
        Rule::A3 => {
            "Profillage I oder Z gehört immer zu K3, gleich wie alt und mit welchem Status."
        }
        Rule::A6 => "Wer arbeitslos ist und aktiviert werden kann, gehört zu K1.",
        Rule::A8 => {
            "Wer integriert ist, gehört zu K3. Ebenso, wer arbeitsuchend ist oder keinen Status hat, sofern keine Zeile davor zutrifft."
        }
        Rule::A9 => {
            "Hauptberuflich Selbständige gehören zu K1, wenn sie die Selbständigkeit zugunsten einer versicherungspflichtigen Beschäftigung aufgeben sollen, sonst zu K3."
        }
        Rule::B1 => "Ein persönliches Gespräch zählt als qualifizierter Kontakt.",
        Rule::B2 => "Ein Gespräch per Video zählt als qualifizierter Kontakt.",
        Rule::B3 => {
            "Ein Telefonat zählt nur, wenn der Grund dafür dokumentiert ist, der Kooperationsplan abgeschlossen oder aktualisiert und zugesandt wurde, und wenn entweder sofort gehandelt werden musste oder Präsenz und Video für diese Person nicht möglich oder nicht passend waren."
        }
        Rule::B5 => "Ein schriftlicher Kontakt zählt nie.",
        Rule::B6 => {
            "Ein ausgefallener, abgesagter oder stornierter Termin ist kein Kontakt; die Frist läuft weiter."
        }
        Rule::B7 => {
            "Ein Kontakt, dessen Tag noch nicht da ist, wird nicht beachtet und gemeldet; meist ist das Datum falsch."
        }
        Rule::B8 => {
            "Ein Kontakt vor dem Beginn des jetzigen Leistungsbezugs gehört zu einem früheren Zeitraum und wird nicht beachtet."
        }
        Rule::B9 => {
            "Ist die Kontaktart unbekannt, etwa in einer Liste, bleibt offen, ob der Kontakt zählt."
        }
        Rule::C1 => {
            "Bei jedem qualifizierten Kontakt wird der Kooperationsplan geprüft und aktualisiert."
        }
        Rule::C2 => {
            "Nach einem persönlichen Gespräch wird der Plan ausgehändigt, nach Video oder Telefon zugesandt. Wer JC digital zugestimmt hat, bekommt ihn dort ins Postfach."
        }
        Rule::C5 => {
            "Am Ende steht fest, wie es weitergeht: Die nächste Einladung wird ausgehändigt, oder eine Aufgabe ist gesetzt und im Plan vermerkt."
        }
        Rule::C6 | Rule::E7 => {
            "In K3 wird nach jedem Kontakt geprüft, ob die Kategorie noch stimmt."
        }
        Rule::C7 => {
            "Für alle gibt es Potenzialanalyse, Ziel, Strategie, Kooperationsplan und eine Dokumentation mit Aufgabe zur Nachhaltung."
        }
        Rule::D5 => {
            "Monate werden so gezählt, dass die Tageszahl bleibt; gibt es den Tag nicht, gilt der letzte des Monats. Gezählt wird immer vom Tag des Kontakts an."
        }
        Rule::D6 => {
            "Der letzte Termintag ist der letzte Arbeitstag bis zum spätesten Tag: Montag bis Freitag, kein Feiertag des Bundeslands, keine Büroschließung."
        }
        Rule::D9 => {
            "Wurde beim letzten Kontakt ein früherer Tag vereinbart, gilt dieser; die Fristen des Konzepts sind nur die Obergrenze."
        }
        Rule::E1 => "Die erfasste Kategorie passt zu dem, was sich aus den Angaben ergibt.",
        Rule::E2 => "Eine Kategorie ist erfasst, außer bei arbeitslosen Jugendlichen.",
        Rule::E3 => {
            "Profillage I setzt voraus: Möglichkeiten ausgeschöpft, in Vollzeit versicherungspflichtig oder selbständig, weiter hilfebedürftig, Begründung dokumentiert, kein weiteres Potenzial. Besteht Potenzial, ist ein Profiling fällig."
        }
        Rule::E4 => "Profillage Z hat einen der sieben anerkannten Gründe.",
        Rule::E6 => "In K3 ist die interne Kundenkennung in VerBIS auf K3 gesetzt.",
        Rule::E9 => {
            "Fehlen Angaben, von denen die Gruppe abhängt, werden sie genannt; geraten wird nicht."
        }
        Rule::F5 => {
            "Was aus einem Termin wurde, wird am selben Tag in ATV gekennzeichnet: stattgefunden, nicht stattgefunden, abgesagt, nicht erschienen oder storniert."
        }
        Rule::F6 => "Einladungen ins Jobcenter enthalten die Rechtsfolgenbelehrung.",
        Rule::F9 => {
            "Nach einem verpassten Telefon- oder Videotermin ist der nächste Termin persönlich und mit Rechtsfolgenbelehrung."
        }
        Rule::F10 => {
            "Das Jobcenter sagt keine Termine ab: Zuerst übernimmt die Vertretung, dann das Team, dann entscheidet die Teamleitung."
        }
        Rule::F11 => {
            "Eigene Abwesenheiten stehen in ATV; an solchen Tagen liegt kein offener Termin."
        }
        Rule::G1 => {
            "Die Stichprobe der Teamleitung wird so gezogen, dass jede Person sie mit denselben Angaben nachrechnen kann."
        }
        Rule::G2 => {
            "Die realisierte Kontaktdichte ist der Anteil derer, die nicht überfällig sind, an allen mit Mindeststandard und geklärter Frist."
        }
        Rule::G3 => {
            "Über die letzten zwölf Monate: Kontaktarten, nicht zählende Telefonate, wahrgenommene Termine, rechtzeitige Dokumentation, erreichte Wochenziele, Verteilung."
        }
        Rule::A4
        | Rule::A5
        | Rule::A7
        | Rule::B4
        | Rule::C3
        | Rule::C4
        | Rule::D1
        | Rule::D2
        | Rule::D3
        | Rule::D4
        | Rule::D7
        | Rule::D8
        | Rule::E5
        | Rule::E8
        | Rule::F1
        | Rule::F2
        | Rule::F3
        | Rule::F4
        | Rule::F7
        | Rule::F8 => return with_numbers(rule, numbers),
    };
    fixed.to_owned()
}

fn with_numbers(rule: Rule, numbers: &Parameters) -> String {
    let age = numbers.youth_age.0;
    match rule {
        Rule::A4 => format!("Wer unter {age} und arbeitslos ist, gehört zu U25."),
        Rule::A5 => format!("Wer unter {age} und nicht arbeitslos ist, gehört zu K3."),
        Rule::A7 => format!(
            "Wer nur komplexe Handlungsbedarfe hat, bei denen in {} Monaten kein Integrationsfortschritt zu erwarten ist, gehört zu K3.",
            numbers.progress_horizon_months.0
        ),
        Rule::B4 => format!(
            "Eine Gruppenberatung zählt je Person höchstens {}-mal im Kalenderjahr, und nur in K1 und U25.",
            numbers.group_per_year.0
        ),
        Rule::C3 => format!(
            "Dokumentiert wird am selben Tag, spätestens {} danach; ist das kein Arbeitstag, am nächsten Arbeitstag.",
            super::super::days(i64::from(numbers.documentation_days.0))
        ),
        Rule::C4 => format!(
            "Ein Erstgespräch dauert {} Minuten, ein Folgegespräch höchstens {}, jeweils mit Nachbereitung. Wer davon abweicht, dokumentiert den Grund.",
            numbers.first_minutes.0, numbers.follow_up_minutes.0
        ),
        Rule::D1 => format!(
            "K1: Der nächste Kontakt ist spätestens {} nach dem letzten, der zählte.",
            months(numbers.k1_months.0)
        ),
        Rule::D2 => format!(
            "K3: Der nächste Kontakt ist spätestens {} nach dem letzten, der zählte.",
            months(numbers.k3_months.0)
        ),
        Rule::D3 => match numbers.u25_mode {
            U25Mode::CalendarMonth if numbers.u25_months.0 == 1 => {
                "U25: In jedem Kalendermonat ein Kontakt; spätestens am letzten Tag des Monats nach dem letzten, der zählte.".to_owned()
            }
            U25Mode::CalendarMonth => format!(
                "U25: Spätestens am letzten Tag des {}. Kalendermonats nach dem letzten Kontakt, der zählte.",
                numbers.u25_months.0
            ),
            U25Mode::Rolling => format!(
                "U25: Spätestens {} nach dem letzten Kontakt, der zählte.",
                months(numbers.u25_months.0)
            ),
        },
        Rule::D4 => format!(
            "Gab es noch keinen Kontakt, läuft die Frist ab Beginn des Leistungsbezugs. Bei U25 gilt der laufende Monat, wenn der Beginn bis zum {}. liegt, sonst der nächste. Das nächste Gespräch ist ein Erstgespräch.",
            numbers.u25_entry_day.0
        ),
        Rule::D7 => format!(
            "Der Termin ist bis {} Kalendertage vor dem letzten Termintag in ATV einzutragen; {} Tage davor wird daran erinnert.",
            numbers.lead_days.0, numbers.record_window_days.0
        ),
        Rule::D8 => format!(
            "Am {age}. Geburtstag wechselt die Gruppe sofort, gezählt vom selben Kontakt. Liegt der Tag in den nächsten {} Tagen, wird er gezeigt.",
            numbers.outlook_days.0
        ),
        Rule::E5 => format!(
            "Ein Grund für Profillage Z endet: mit dem {}. Geburtstag des Kindes, mit dem angegebenen Ende, mit dem {age}. Geburtstag in dualer Ausbildung. Volle Erwerbsminderung gilt höchstens {} Monate.",
            numbers.child_age.0, numbers.reduced_capacity_months.0
        ),
        Rule::E8 => format!(
            "Wer in den nächsten {} Tagen {age} wird, wird gemeldet: Danach gilt eine andere Gruppe.",
            numbers.outlook_days.0
        ),
        Rule::F1 => format!(
            "Termine stehen mindestens {} Kalendertage vorher in ATV, gleich auf welchem Weg beraten wird. Ausgenommen sind Fallmanagement, Ersatztermine und nachbesetzte Lücken.",
            numbers.lead_days.0
        ),
        Rule::F2 => format!(
            "Höchstens {} Termine am Tag; eine Gruppenberatung zählt einmal.",
            numbers.max_per_day.0
        ),
        Rule::F3 => format!(
            "{} Beratungen in der Woche je Vollzeitstelle, bei Teilzeit anteilig aufgerundet. Ist das nicht zu schaffen, spricht die Fachkraft mit der Teamleitung.",
            numbers.weekly_quota.0
        ),
        Rule::F4 => format!(
            "Die Termine sind gleichmäßig auf die verfügbaren Tage verteilt; ab {} Terminen Unterschied wird gewarnt.",
            numbers.spread_warning.0
        ),
        Rule::F7 => format!(
            "Sagt jemand mindestens {} Tage vorher ab, wird die Lücke mit einer anderen Einladung gefüllt.",
            numbers.cancel_notice_days.0
        ),
        Rule::F8 => format!(
            "Erscheint jemand nicht oder ist nicht erreichbar, wird in dieser Zeit eine andere arbeitslose Person telefonisch beraten. Daran wird {} Tage lang erinnert.",
            numbers.replacement_days.0
        ),
        other => other.heading().to_owned(),
    }
}
