//! Which group, and from what (table A).

use super::{Detail, Step, Tone};
use crate::edition::Parameters;
use crate::facts::{Case, Contact};
use crate::wording::enumeration::enumeration;
use crate::wording::label::{category_label, missing_label, standard_label};
use crate::wording::weekday_date;
use crate::{CountedAs, Due, Group, MissingFact, Rule, Setting, Standard};

pub(super) fn group_step(case: &Case, contacts: &[Contact], due: &Due, setting: &Setting) -> Step {
    let possible = || {
        let possible = due.possible.iter();
        enumeration(
            possible
                .map(|standard| standard_label(*standard).to_owned())
                .collect(),
            "oder",
        )
    };
    let text = match (due.group, due.counted_as) {
        (Group::Exempt, _) => "Von der Kontaktdichte ausgenommen.".to_owned(),
        (Group::Under(standard), Some(CountedAs::Assigned)) => format!(
            "Mit den vorhandenen Angaben ist {} möglich. Bis das geklärt ist, gilt {}, weil {} als Kategorie erfasst ist.",
            possible(),
            standard_label(standard),
            case.category.map_or("keine", category_label),
        ),
        (Group::Under(standard), _) => {
            format!("Es gilt der Standard {}.", standard_label(standard))
        }
        (Group::Open, _) => format!(
            "Die Gruppe ist offen: {} ist möglich, und keine passende Kategorie ist erfasst.",
            possible(),
        ),
    };
    let rules = due.group_grounds();
    let mut details: Vec<Detail> = rules
        .iter()
        .map(|rule| Detail {
            text: group_reason(*rule, due.group, setting.edition.parameters()),
            rules: vec![*rule],
            tone: Tone::Plain,
        })
        .collect();
    if due.counted_as != Some(CountedAs::Rules) {
        let facts = due
            .missing
            .iter()
            .filter(|missing| matches!(missing, MissingFact::Case(_)))
            .map(|missing| missing_label(missing, contacts));
        details.push(Detail {
            text: format!("Klären würde es: {}", enumeration(facts.collect(), "und")),
            rules: vec![Rule::E9],
            tone: Tone::Open,
        });
    }
    if let Some(birthday) = due.changes_on {
        details.push(Detail {
            text: format!(
                "Ab dem {}. Geburtstag am {} gilt eine andere Gruppe, gezählt vom selben Kontakt.",
                setting.edition.parameters().youth_age.0,
                weekday_date(birthday)
            ),
            rules: vec![Rule::D8],
            tone: Tone::Plain,
        });
    }
    Step {
        title: "Gruppe",
        text,
        rules,
        details,
    }
}

/// Why a row of table A applied.
fn group_reason(rule: Rule, group: Group, parameters: &Parameters) -> String {
    let youth = parameters.youth_age.0;
    match (rule, group) {
        (Rule::A1, _) => {
            "Die Hauptbetreuung liegt beim Fallmanagement; dort gilt die Dienstanweisung Fallmanagement.".to_owned()
        }
        (Rule::A2, _) => {
            "Die Hauptbetreuung liegt beim Betriebsakquisiteur; dort gilt das BAK-Konzept.".to_owned()
        }
        (Rule::A3, _) => "Profillage I oder Z führt immer zu K3.".to_owned(),
        (Rule::A4, _) => format!("Unter {youth} und arbeitslos."),
        (Rule::A5, _) => format!("Unter {youth}, aber nicht arbeitslos: K3."),
        (Rule::A6, _) => "Arbeitslos und aktivierbar.".to_owned(),
        (Rule::A7, _) => format!(
            "In den nächsten {} Monaten ist kein Integrationsfortschritt zu erwarten: K3.",
            parameters.progress_horizon_months.0
        ),
        (Rule::A8, _) => "Integriert, arbeitsuchend oder Status nicht gesetzt: K3.".to_owned(),
        (Rule::A9, Group::Under(Standard::K1)) => {
            "Hauptberuflich selbständig, und die Aufgabe zugunsten einer Beschäftigung ist das Ziel: K1.".to_owned()
        }
        (Rule::A9, _) => {
            "Hauptberuflich selbständig, und die Aufgabe ist nicht das Ziel: K3.".to_owned()
        }
        (other, _) => other.heading().to_owned(),
    }
}
