//! The steps that the work with every customer starts with (C7).

use super::FindingText;
use crate::Phase;
use crate::wording::enumeration::enumeration;

pub(super) fn finding(lacking: &[Phase]) -> FindingText {
    let lacking = lacking.iter().map(|phase| label(*phase).to_owned());
    let lacking = enumeration(lacking.collect(), "und");
    let text = format!("Noch nicht erledigt: {lacking}; bitte holen Sie das nach.");
    FindingText::new(
        format!("nicht erledigt: {lacking}"),
        "alle Schritte des 4-Phasen-Modells",
        text,
    )
}

fn label(phase: Phase) -> &'static str {
    match phase {
        Phase::PotentialAnalysis => "Potenzialanalyse",
        Phase::Goal => "Zielfestlegung",
        Phase::Strategy => "Strategie",
        Phase::CooperationPlan => "Kooperationsplan",
        Phase::DocumentedWithTask => "Dokumentation mit Aufgabe",
    }
}
