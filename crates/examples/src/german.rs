//! Examples for people who do not read files: facts and results with their German names.

use crate::value::{Map, Value};

/// What a case gives, one line each; somebody it starts from comes first.
pub fn given_lines(given: &Map) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(name) = given.get("customer").and_then(Value::as_str) {
        lines.push(person(name).to_owned());
    }
    for (key, value) in given.iter().filter(|(key, _)| *key != "customer") {
        match (key, value) {
            ("contacts", Value::Array(entries)) => numbered("Kontakt", entries, &mut lines),
            ("appointments", Value::Array(entries)) => numbered("Termin", entries, &mut lines),
            ("others", Value::Array(entries)) => numbered("Andere Person", entries, &mut lines),
            ("unknown", Value::Array(keys)) => {
                let names: Vec<&str> = keys.iter().filter_map(Value::as_str).map(label).collect();
                lines.push(format!("nicht bekannt: {}", names.join(", ")));
            }
            _ => lines.push(pair(key, value)),
        }
    }
    lines
}

/// What a case expects, one line each.
pub fn expect_lines(expect: &Map) -> Vec<String> {
    expect.iter().map(|(key, value)| pair(key, value)).collect()
}

/// The people in `customers.toml`.
fn person(name: &str) -> &str {
    match name {
        "k1" => "arbeitslos, über 25, Fortschritt erwartet",
        "k3" => "arbeitslos, über 25, kein Fortschritt in zwölf Monaten erwartet",
        "u25" => "arbeitslos, Anfang zwanzig",
        "exempt" => "im Fallmanagement",
        other => other,
    }
}

fn numbered(what: &str, entries: &[Value], lines: &mut Vec<String>) {
    for (entry, place) in entries.iter().zip(1..) {
        let parts = entry
            .as_object()
            .map_or_else(|| vec![word(entry)], given_lines);
        let number = if entries.len() == 1 {
            String::new()
        } else {
            format!(" {place}")
        };
        lines.push(format!("{what}{number}: {}", parts.join(", ")));
    }
}

fn pair(key: &str, value: &Value) -> String {
    let is_empty = value.as_array().is_some_and(<[Value]>::is_empty);
    let said = if is_empty {
        "keine".to_owned()
    } else {
        word(value)
    };
    format!("{}: {said}", label(key))
}

fn word(value: &Value) -> String {
    match value {
        Value::Null => "unbekannt".to_owned(),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nein".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => day(text).unwrap_or_else(|| term(text).to_owned()),
        Value::Array(entries) => {
            let words: Vec<String> = entries.iter().map(word).collect();
            words.join(", ")
        }
        Value::Object(members) => {
            let pairs: Vec<String> = members
                .iter()
                .map(|(key, value)| pair(key, value))
                .collect();
            pairs.join("; ")
        }
    }
}

/// "14.09.2026" for "2026-09-14".
fn day(text: &str) -> Option<String> {
    rules::calendar::iso_day(text).map(rules::wording::date)
}

fn label(key: &str) -> &str {
    named(LABELS, key)
}

fn term(text: &str) -> &str {
    // A finding is written as its severity and what it is about.
    match text.split_once(' ') {
        Some(("error" | "warning" | "info", _)) => text,
        _ => named(TERMS, text),
    }
}

fn named<'t>(names: &[(&str, &'t str)], text: &'t str) -> &'t str {
    names
        .iter()
        .find(|(key, _)| *key == text)
        .map_or(text, |(_, name)| name)
}

const LABELS: &[(&str, &str)] = &[
    ("absences", "Abwesenheiten"),
    ("all", "auch Ausgenommene"),
    ("appointment", "nächster Termin"),
    ("attendance", "wahrgenommene Termine"),
    ("available_days", "verfügbare Tage"),
    ("birth_date", "Geburtsdatum"),
    ("by_group", "nach Gruppen"),
    ("cancelled_by", "abgesagt von"),
    ("cancelled_on", "abgesagt am"),
    ("category", "Kategorie"),
    ("category_reviewed", "Kategorie geprüft"),
    ("changes_on", "Gruppe wechselt am"),
    ("channel", "Kontaktart"),
    ("child_born_on", "Kind geboren am"),
    ("closures", "Büroschließungen"),
    ("cooperation_plan", "Kooperationsplan"),
    ("counted_as", "Grundlage der Gruppe"),
    ("counts", "zählt"),
    ("date", "Tag"),
    ("density", "realisierte Kontaktdichte"),
    ("density_on", "realisierte Kontaktdichte am Monatsende"),
    ("digital_consent", "Zustimmung JC digital"),
    ("documented_in_time", "rechtzeitig dokumentiert"),
    ("documented_on", "dokumentiert am"),
    ("documented_with_task", "dokumentiert mit Aufgabe"),
    ("duration_minutes", "Minuten"),
    ("duration_reason_documented", "Grund der Dauer dokumentiert"),
    ("even", "gleichmäßig verteilte Wochen"),
    (
        "exit_to_insured_job_is_goal",
        "Aufgabe der Selbständigkeit ist Ziel",
    ),
    ("findings", "Prüfergebnisse"),
    ("four_phases", "4-Phasen-Modell"),
    ("from", "von"),
    ("fte", "Stellenanteil"),
    ("goal", "Ziel"),
    ("grounds", "Regeln"),
    ("group", "Gruppe"),
    ("held", "stattgefunden"),
    ("hours", "Sprechzeiten"),
    ("id", "Kennung"),
    ("immediate_action", "sofortiges Handeln nötig"),
    ("in_care_since", "Beginn des Leistungsbezugs"),
    ("in_person", "persönlich"),
    ("integrated", "integriert"),
    ("invited_on", "eingeladen am"),
    ("k1", "K1"),
    ("k3", "K3"),
    ("k3_marker_set", "Kennung K3 gesetzt"),
    ("kind", "Art"),
    ("last_qualified", "letzter zählender Kontakt"),
    ("latest", "spätestens"),
    ("latest_appointment", "letzter Termintag"),
    (
        "latest_if_counted",
        "spätestens, wenn der offene Kontakt zählt",
    ),
    ("legal_notice", "Rechtsfolgenbelehrung"),
    ("main_occupation", "hauptberuflich"),
    ("missing", "es fehlt"),
    ("name", "Name"),
    ("next_contact_by", "vereinbart bis"),
    ("next_invitation", "nächste Einladung"),
    ("next_kind", "nächstes Gespräch"),
    ("origin", "Herkunft"),
    (
        "other_channel_unsuitable",
        "Präsenz und Video nicht möglich oder unpassend",
    ),
    ("outcome", "Ergebnis"),
    ("parameters", "örtliche Werte"),
    ("per_day", "Termine je Tag"),
    ("phone", "telefonisch"),
    ("phone_grounds", "Telefonat"),
    ("phone_not_counting", "Telefonate, die nicht zählen"),
    ("phone_open", "Telefonate, bei denen es offen ist"),
    ("plan_delivery", "Plan übermittelt"),
    ("plan_sent", "Plan zugesandt"),
    ("plan_updated", "Plan aktualisiert"),
    ("possibilities_exhausted", "Möglichkeiten ausgeschöpft"),
    ("potential_analysis", "Potenzialanalyse"),
    ("potential_exists", "Potenzial besteht"),
    ("profile", "Profillage"),
    ("profile_i", "Profillage I"),
    ("profile_z", "Profillage Z"),
    ("progress_expected", "Fortschritt erwartet"),
    ("quota", "Wochenvorgabe"),
    ("quota_reached", "Wochen mit erreichter Vorgabe"),
    ("reachable", "erreichbar"),
    ("reason", "Grund"),
    ("reason_documented", "Grund dokumentiert"),
    ("record_by", "eintragen bis"),
    ("recorded_on", "in ATV erfasst am"),
    ("refills", "besetzt neu"),
    ("replaces", "ersetzt"),
    ("rules", "entschieden nach"),
    ("sample", "Stichprobe"),
    ("scheduled", "terminiert"),
    ("seed", "Startwert"),
    ("self_employed", "Selbständigkeit"),
    ("shortfall", "es fehlen"),
    ("since", "seit"),
    ("size", "Umfang"),
    ("spread", "Verteilung"),
    ("start", "Beginn"),
    ("state", "Stand"),
    ("status", "Status"),
    ("still_in_need", "weiter hilfebedürftig"),
    ("strategy", "Strategie"),
    ("supervision", "Hauptbetreuung"),
    ("times", "Anzahl"),
    ("to", "bis"),
    ("u25", "U25"),
    ("unknown_channel", "unbekannte Kontaktart"),
    ("until", "bis"),
    ("value", "Wert"),
    ("video", "per Video"),
    ("week", "Woche"),
    ("weeks", "Wochen"),
    ("work", "Arbeit"),
    ("working_days", "Arbeitstage"),
    ("written", "schriftlich"),
    ("year", "letzte zwölf Monate"),
];

const TERMS: &[(&str, &str)] = &[
    ("assigned", "laut Kategorie"),
    ("calendar_month", "Kalendermonat"),
    ("cancelled", "abgesagt"),
    ("care", "Pflege"),
    ("case_management", "Fallmanagement"),
    ("child_under_3", "Kind unter drei Jahren"),
    ("compulsory_school", "Vollzeitschulpflicht"),
    ("customer", "Kundin oder Kunde"),
    ("digital_mailbox", "ins digitale Postfach"),
    ("dual_training", "duale Ausbildung"),
    ("employer_acquisition", "Betriebsakquisiteur"),
    ("entered", "selbst erfasst"),
    ("error", "Fehler"),
    ("exempt", "ausgenommen"),
    ("first", "Erstgespräch"),
    ("follow_up", "Folgegespräch"),
    ("full_time_degree", "Abschluss in Vollzeit"),
    ("full_time_insured", "versicherungspflichtig in Vollzeit"),
    ("group", "Gruppenberatung"),
    ("handed_over", "ausgehändigt"),
    ("held", "stattgefunden"),
    ("in_person", "persönlich"),
    ("info", "Hinweis"),
    ("job_seeking", "arbeitsuchend"),
    ("k1", "K1"),
    ("k3", "K3"),
    ("lead_missed", "Vorlauf verpasst"),
    ("list", "aus einer Liste"),
    ("no", "nein"),
    ("no_show", "nicht erschienen"),
    ("none", "keiner"),
    ("not_held", "nicht stattgefunden"),
    ("not_set", "nicht gesetzt"),
    ("office", "Dienststelle"),
    ("ok", "im Rahmen"),
    ("open", "offen"),
    ("other", "andere"),
    ("overdue", "überfällig"),
    ("phone", "telefonisch"),
    ("record_now", "jetzt eintragen"),
    ("reduced_capacity", "befristete volle Erwerbsminderung"),
    ("regular", "Integrationsfachkraft"),
    ("rolling", "ein Monat seit dem letzten Kontakt"),
    ("rules", "nach Regeln"),
    ("scheduled", "terminiert"),
    ("scheduled_late", "Termin zu spät"),
    ("self_employed", "selbständig"),
    ("sent", "zugesandt"),
    ("task_and_plan_note", "Aufgabe und Vermerk im Plan"),
    ("training_aid", "Ausbildungsförderung"),
    ("u25", "U25"),
    ("unemployed", "arbeitslos"),
    ("video", "per Video"),
    ("voided", "storniert"),
    ("warning", "Warnung"),
    ("written", "schriftlich"),
    ("yes", "ja"),
];

#[cfg(test)]
mod tests {
    use super::{LABELS, expect_lines, given_lines, label};
    use crate::Examples;
    use crate::value::Value;
    use serde_json::json;

    fn read(value: &serde_json::Value) -> Value {
        Value::read(&value.to_string()).unwrap()
    }

    #[test]
    fn facts_are_said_in_german() {
        let given = json!({
            "customer": "k1",
            "contacts": [
                { "date": "2026-09-14", "channel": "phone", "phone_grounds": { "plan_sent": true } },
            ],
            "integrated": false,
            "unknown": ["status"],
        });
        assert_eq!(
            given_lines(read(&given).as_object().unwrap()),
            [
                "arbeitslos, über 25, Fortschritt erwartet",
                "Kontakt: Kontaktart: telefonisch, Tag: 14.09.2026, Telefonat: Plan zugesandt: ja",
                "integriert: nein",
                "nicht bekannt: Status",
            ]
        );
        let expect = json!({ "counts": { "k-1": "yes" }, "findings": [], "latest": "2027-01-14" });
        assert_eq!(
            expect_lines(read(&expect).as_object().unwrap()),
            [
                "zählt: k-1: ja",
                "Prüfergebnisse: keine",
                "spätestens: 14.01.2027"
            ]
        );
    }

    #[test]
    fn every_key_of_the_tables_has_a_german_name() {
        let mut strange = Vec::new();
        let mut look = |value: &Value, skipped: &[&str]| {
            let mut rest = vec![value.clone()];
            while let Some(value) = rest.pop() {
                match value {
                    Value::Object(members) => {
                        for (key, value) in members.iter() {
                            let is_id = key.contains('-') || skipped.contains(&key);
                            if !is_id && !LABELS.iter().any(|(known, _)| *known == key) {
                                strange.push(key.to_owned());
                            }
                            rest.push(value.clone());
                        }
                    }
                    Value::Array(entries) => rest.extend(entries),
                    Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
                }
            }
        };
        let examples = Examples::embedded().unwrap();
        for example in &examples.all {
            let own = ["customer", "contacts", "appointments", "others", "unknown"];
            look(&Value::Object(example.given.clone()), &own);
            look(&Value::Object(example.expect.clone()), &[]);
        }
        strange.sort();
        strange.dedup();
        assert_eq!(strange, Vec::<String>::new());
        assert_eq!(label("status"), "Status");
    }
}
