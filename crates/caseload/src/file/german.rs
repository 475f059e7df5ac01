//! Faults in German, for the page: what is wrong, where, and what to do about it.
//!
//! The place is given twice, in the words of the screens and as the path that an office's IT
//! searches the file for.

use super::fault::{Expected, Fault, Found, Problem, SyntaxProblem};
use super::place::{FieldPath, Step, shortened};
use std::fmt;

impl Fault {
    /// The fault as German sentences.
    pub fn german(&self) -> String {
        match self {
            Fault::TooLarge => "Die Datei ist größer als 64 MiB und wurde nicht gelesen. \
                Bitte prüfen Sie, ob es die richtige Datei ist, oder teilen Sie den Bestand auf."
                .to_owned(),
            Fault::Empty => "Die Datei ist leer. Bitte wählen Sie eine Bestandsdatei \
                (Endung .kkd.json)."
                .to_owned(),
            Fault::NotUtf8 { byte } => format!(
                "Die Datei ist kein Text in UTF-8 (Byte {byte}). Bitte speichern Sie sie in der \
                 Zeichenkodierung UTF-8."
            ),
            Fault::Syntax {
                line,
                column,
                problem,
            } => format!("Zeile {line}, Spalte {column}: {}", GermanSyntax(problem)),
            Fault::Malformed { byte } => format!(
                "Die Daten sind beschädigt (Byte {byte}). Bitte verwenden Sie eine andere Sicherung."
            ),
            Fault::Content { path, problem } => format!("{}: {}", Where(path), What(problem)),
        }
    }
}

struct GermanSyntax<'f>(&'f SyntaxProblem);

impl fmt::Display for GermanSyntax<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            SyntaxProblem::Truncated => f.write_str(
                "Die Datei bricht hier ab. Bitte übertragen oder speichern Sie sie noch einmal \
                 vollständig.",
            ),
            SyntaxProblem::TooDeep => f.write_str(
                "Die Datei ist tiefer verschachtelt als jede Bestandsdatei. Bitte prüfen Sie, ob \
                 es die richtige Datei ist.",
            ),
            SyntaxProblem::Unexpected {
                char: Some(char), ..
            } => write!(
                f,
                "Die Datei ist kein gültiges JSON; „{}“ wird hier nicht erwartet. Bitte berichtigen \
                 Sie die Stelle oder speichern Sie die Datei neu.",
                char.escape_debug()
            ),
            SyntaxProblem::Unexpected { char: None, .. } => f.write_str(
                "Die Datei ist kein gültiges JSON; das Zeilenende wird hier nicht erwartet. Bitte \
                 berichtigen Sie die Stelle oder speichern Sie die Datei neu.",
            ),
        }
    }
}

/// Where: `„Kunden“, Eintrag 13, „Geburtsdatum“ (cases[12].birth_date)`.
struct Where<'f>(&'f FieldPath);

impl fmt::Display for Where<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.0.steps();
        if steps.is_empty() {
            return f.write_str("Die ganze Datei");
        }
        for (index, step) in steps.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match step {
                Step::Item(item) => write!(f, "Eintrag {}", item + 1)?,
                Step::Field(name) => match label(name) {
                    Some(label) => write!(f, "„{label}“")?,
                    None => write!(f, "„{}“", shortened(name))?,
                },
            }
        }
        write!(f, " ({})", self.0)
    }
}

struct What<'f>(&'f Problem);

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::UnknownField {
                near: Some(near), ..
            } => write!(
                f,
                "Dieses Feld gibt es nicht. Bitte berichtigen Sie den Namen; gemeint ist \
                 vermutlich „{near}“."
            ),
            Problem::UnknownField { near: None, known } => write!(
                f,
                "Dieses Feld gibt es nicht. Bitte entfernen Sie es; möglich sind hier {}.",
                known.join(", ")
            ),
            Problem::RepeatedField => f.write_str(
                "Dieses Feld steht hier mehrfach. Bitte lassen Sie es nur einmal stehen.",
            ),
            Problem::NewerVersion { found } => write!(
                f,
                "Die Datei ist mit einer neueren Version geschrieben ({}; gelesen wird 1). Bitte \
                 verwenden Sie die aktuelle Fassung der Anwendung.",
                Value(found)
            ),
            Problem::Unexpected {
                found: Found::Missing,
                expected,
            } => write!(
                f,
                "Die Angabe fehlt. Bitte ergänzen Sie: {}.",
                Wanted(expected)
            ),
            Problem::Unexpected { found, expected } => write!(
                f,
                "Hier steht {}. Bitte geben Sie an: {}.",
                Value(found),
                Wanted(expected)
            ),
        }
    }
}

struct Value<'f>(&'f Found);

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Found::Missing => f.write_str("nichts"),
            Found::Null => f.write_str("null (unbekannt)"),
            Found::Flag(flag) => write!(f, "{flag}"),
            Found::Number(number) => f.write_str(number),
            Found::Text(text) => write!(f, "„{text}“"),
            Found::List => f.write_str("eine Liste"),
            Found::Object => f.write_str("eine Gruppe von Feldern"),
        }
    }
}

/// What to give instead, in the accusative.
struct Wanted<'f>(&'f Expected);

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Expected::Format => {
                f.write_str("„kontaktdichte-caseload“ (die Kennung einer Bestandsdatei)")
            }
            Expected::Version => f.write_str("die Version 1"),
            Expected::Object => f.write_str("eine Gruppe von Feldern in geschweiften Klammern"),
            Expected::List => f.write_str("eine Liste in eckigen Klammern"),
            Expected::Text => f.write_str("einen Text in Anführungszeichen"),
            Expected::NonEmptyText => f.write_str("einen Text, der nicht leer ist"),
            Expected::Flag => f.write_str("true (ja) oder false (nein)"),
            Expected::Date => f.write_str("einen Tag, den es gibt, in der Form JJJJ-MM-TT"),
            Expected::Time => f.write_str("eine Uhrzeit von 00:00 bis 23:59 in der Form HH:MM"),
            Expected::Share => {
                f.write_str("einen Stellenanteil von 0.05 bis 1.00 in vollen Hundertsteln")
            }
            Expected::WholeNumber { least, most } => {
                write!(f, "eine ganze Zahl von {least} bis {most}")
            }
            Expected::OneOf(names) => match names.as_slice() {
                [name] => write!(f, "„{name}“"),
                names => write!(f, "einen der Werte {}", names.join(", ")),
            },
            Expected::RuleId => f.write_str("die Nummer einer Regel, etwa E6"),
            Expected::NotAfterToday(today) => {
                write!(f, "einen Tag bis heute, {}", rules::wording::date(*today))
            }
            Expected::NotBefore(from) => {
                write!(
                    f,
                    "einen Tag ab dem Beginn, {}",
                    rules::wording::date(*from)
                )
            }
            Expected::After(from) => {
                write!(
                    f,
                    "eine Uhrzeit nach dem Beginn, {}",
                    rules::wording::time(*from)
                )
            }
            Expected::EndByMidnight(start) => write!(
                f,
                "eine Dauer, mit der der Termin (Beginn {}) bis 24:00 endet",
                rules::wording::time(*start)
            ),
            Expected::NotRepeated => f.write_str("jeden Wert nur einmal"),
            Expected::FreshId { taken } => {
                write!(f, "eine eigene Kennung ({taken} hat diese schon)")
            }
            Expected::KnownCase => {
                f.write_str("die Kennung eines Kunden, der in dieser Datei steht")
            }
            Expected::Uuid => f.write_str("eine Kennung in der Form einer UUID"),
            Expected::Moment => f.write_str("einen Zeitpunkt in ganzen Millisekunden seit 1970"),
            Expected::Position => f.write_str("eine Stelle in einer Liste, gezählt ab 0"),
        }
    }
}

/// What the screens call a field.
fn label(name: &str) -> Option<&'static str> {
    Some(match name {
        "format" => "Kennung der Datei",
        "version" => "Version der Datei",
        "edition" => "Ausgabe der Regeln",
        "caseworker" => "Integrationsfachkraft",
        "parameters" => "Abweichende Werte",
        "cases" => "Kunden",
        "contacts" => "Kontakte",
        "appointments" => "Termine",
        "exceptions" => "Ausnahmen",
        "transfers" => "Übertragsliste",
        "name" => "Name",
        "fte" => "Stellenanteil",
        "state" => "Bundesland",
        "working_days" => "Arbeitstage",
        "hours" => "Sprechzeiten",
        "absences" => "Abwesenheiten",
        "closures" => "Schließtage",
        "from" => "von",
        "to" => "bis",
        "until" => "bis",
        "reason" => "Grund",
        "value" => "Wert",
        "since" => "gilt ab",
        "id" => "Kennung",
        "case" => "Kunde",
        "customer_number" => "Kundennummer",
        "birth_date" => "Geburtsdatum",
        "in_care_since" => "im Bestand seit",
        "status" => "Status",
        "integrated" => "integriert",
        "profile" => "Profillage",
        "category" => "Kategorie",
        "k3_marker_set" => "K3-Kennzeichen gesetzt",
        "supervision" => "Hauptbetreuung",
        "progress_expected" => "Fortschritt erwartet",
        "self_employed" => "Selbstständigkeit",
        "main_occupation" => "hauptberuflich",
        "exit_to_insured_job_is_goal" => "Ziel: Aufgabe zugunsten versicherter Arbeit",
        "profile_i" => "Angaben zu Profillage I",
        "possibilities_exhausted" => "Möglichkeiten ausgeschöpft",
        "work" => "Art der Arbeit",
        "still_in_need" => "weiter hilfebedürftig",
        "potential_exists" => "Potenzial vorhanden",
        "profile_z" => "Angaben zu Profillage Z",
        "child_born_on" => "Geburtsdatum des Kindes",
        "digital_consent" => "JC.digital",
        "preferred_channel" => "bevorzugte Form",
        "note" => "Notiz",
        "closed_on" => "beendet am",
        "closed_reason" => "Grund der Beendigung",
        "four_phases" => "Vier Phasen",
        "potential_analysis" => "Potenzialanalyse",
        "goal" => "Ziel",
        "strategy" => "Strategie",
        "cooperation_plan" => "Kooperationsplan",
        "documented_with_task" => "mit Aufgabe dokumentiert",
        "date" => "Datum",
        "channel" => "Kontaktform",
        "kind" => "Art des Gesprächs",
        "duration_minutes" => "Dauer in Minuten",
        "duration_reason_documented" => "Grund der Dauer dokumentiert",
        "documented_on" => "dokumentiert am",
        "plan_updated" => "Plan aktualisiert",
        "plan_delivery" => "Übergabe des Plans",
        "phone_grounds" => "Gründe für das Telefonat",
        "reason_documented" => "Grund dokumentiert",
        "plan_sent" => "Plan versandt",
        "immediate_action" => "sofort zu handeln",
        "other_channel_unsuitable" => "Präsenz und Video nicht möglich",
        "category_reviewed" => "Kategorie geprüft",
        "next_invitation" => "nächste Einladung",
        "next_contact_by" => "nächster Kontakt bis",
        "topics" => "Themen",
        "origin" => "Herkunft",
        "start" => "Beginn",
        "recorded_on" => "eingetragen am",
        "invited_on" => "eingeladen am",
        "legal_notice" => "Rechtsfolgenbelehrung",
        "outcome" => "Ergebnis",
        "cancelled_on" => "abgesagt am",
        "cancelled_by" => "abgesagt von",
        "replaces" => "ersetzt Termin",
        "refills" => "füllt Lücke von",
        "pinned" => "fest",
        "rule" => "Regel",
        "noted_on" => "vermerkt am",
        "system" => "Fachverfahren",
        "what" => "Was",
        "subject" => "Bezug",
        "due_on" => "fällig am",
        "done_on" => "erledigt am",
        _ => return None,
    })
}
