//! Where the policy is silent or contradicts itself, and how it is read here.

use crate::Rule;

/// A place at which the policy leaves something open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenQuestion {
    /// What is open.
    pub question: &'static str,
    /// How it is read.
    pub decision: &'static str,
    /// Rules that rest on it.
    pub rules: &'static [Rule],
}

/// All of them, in the order in which they are numbered.
pub fn open_questions() -> &'static [OpenQuestion] {
    &QUESTIONS
}

const fn question(
    question: &'static str,
    decision: &'static str,
    rules: &'static [Rule],
) -> OpenQuestion {
    OpenQuestion {
        question,
        decision,
        rules,
    }
}

const QUESTIONS: [OpenQuestion; 17] = [
    question(
        "Stand und Unterschrift nennen den 26.11.2026, in Kraft ist das Konzept aber seit dem 27.11.2025.",
        "Gemeint ist 2025; das Konzept gilt ab dem 27.11.2025.",
        &[],
    ),
    question(
        "Was heißt „einmal pro Monat“ bei U25?",
        "In jedem Kalendermonat. Die andere Lesart, ein Monat seit dem letzten Kontakt, lässt sich unten einstellen.",
        &[Rule::D3],
    ),
    question(
        "Was heißt „bis 25 Jahren“?",
        "Unter 25, wie sonst im SGB II; mit dem 25. Geburtstag endet es.",
        &[Rule::A4, Rule::D8],
    ),
    question(
        "Was, wenn der Tag nach dem Gespräch kein Arbeitstag ist?",
        "Dann gilt für die Dokumentation der nächste Arbeitstag.",
        &[Rule::C3],
    ),
    question(
        "Wie werden „10 Tage“ und „7 Tage“ gezählt?",
        "In Kalendertagen; der Tag des Termins zählt nicht mit.",
        &[Rule::F1, Rule::F7],
    ),
    question(
        "Die Gruppenberatung steht nur bei Kategorie 1, und was heißt „pro Jahr“?",
        "Sie zählt in K1 und U25, nicht in K3; gemeint ist das Kalenderjahr.",
        &[Rule::B4],
    ),
    question(
        "In der Liste zu Profillage Z steht „§ 22 Abs. 7 SGB II“.",
        "Es wird so gezeigt; gemeint ist wohl § 7.",
        &[Rule::E4],
    ),
    question(
        "Zu Teilzeit und zu Wochen mit Feiertagen sagt das Wochenziel nichts.",
        "Teilzeit anteilig, aufgerundet. Für Feiertage und Abwesenheit wird nicht gekürzt; gezeigt wird, was erreichbar ist.",
        &[Rule::F3],
    ),
    question(
        "Das Konzept schreibt ATV und AVT.",
        "Es ist dasselbe System.",
        &[Rule::F1],
    ),
    question(
        "Für den ersten Kontakt nennt das Konzept keine Frist.",
        "Die Frist läuft ab Beginn des Leistungsbezugs.",
        &[Rule::D4],
    ),
    question(
        "Gelten die Punkte 1 und 2 bei Profillage I einzeln oder zusammen?",
        "Zusammen: Beide müssen erfüllt sein.",
        &[Rule::E3],
    ),
    question(
        "Wie viele Ersatzgespräche am Tag sind zulässig?",
        "Sie zählen zur Höchstzahl der Termine wie alle anderen.",
        &[Rule::F2, Rule::F8],
    ),
    question(
        "Arbeitslose unter 25 sind monatlich „zu kontaktieren“ – genügt irgendein Kontakt?",
        "Es muss ein qualifizierter sein. Eine Kennung ist für sie nicht vorgeschrieben; K1 wird hingenommen.",
        &[Rule::D3, Rule::E2],
    ),
    question(
        "„Nur komplexe Bedarfe“ und „kein Fortschritt in 12 Monaten“: zwei Angaben oder eine?",
        "Eine Einschätzung, erfasst als „Integrationsfortschritt zu erwarten“.",
        &[Rule::A7],
    ),
    question(
        "Das Fallmanagement ist vom Punkt „vorab Buchung in ATV“ ausgenommen – auch vom Wochenziel?",
        "Nur vom Vorlauf, nicht vom Wochenziel.",
        &[Rule::A1, Rule::F1],
    ),
    question(
        "Wer von K3 nach K1 wechselt, kann sofort überfällig sein.",
        "Eine Schonfrist gibt es nicht. Es wird gezeigt, seit wann die Gruppe gilt.",
        &[Rule::A6, Rule::D1],
    ),
    question(
        "Andere Regelungen des Hauses: Absolventenmanagement, Dienstanweisung Fallmanagement, BAK-Konzept, Beratungskonzept für werdende Eltern und Erziehende.",
        "Sie gelten weiter und werden genannt, wo sie wichtig sind; nachgebildet sind sie hier nicht.",
        &[Rule::A1, Rule::A2, Rule::E4],
    ),
];
