//! Category, profile and marker (section E).

use super::FindingText;
use crate::facts::Category;
use crate::wording::date;
use crate::wording::enumeration::enumeration;
use crate::wording::label::{case_fact_label, category_label, standard_label};
use crate::{Birthday, CaseFact, CategoryProblem, ProfileICondition, Standard};
use chrono::NaiveDate;

pub(super) fn finding(problem: &CategoryProblem) -> FindingText {
    match problem {
        CategoryProblem::Wrong { recorded, standard } => wrong(*recorded, *standard),
        CategoryProblem::Missing { expected } => missing(*expected),
        CategoryProblem::ProfileINotMet(lacking) => profile_i_not_met(lacking),
        CategoryProblem::ProfileIOpen(unknown) => profile_i_open(unknown),
        CategoryProblem::ProfileZWithoutReason => FindingText {
            recorded: None,
            expected: Some("ein Grund aus der Liste zu Profillage Z".to_owned()),
            text: "Für Profillage Z ist kein Grund erfasst; bitte tragen Sie ihn ein oder wählen Sie die zutreffende Profillage.".to_owned(),
        },
        CategoryProblem::ProfileZEnded {
            child,
            trainee,
            until,
        } => {
            let ends = ends(*child, *trainee, *until);
            let text = format!(
                "Der Grund für Profillage Z ist weggefallen ({ends}); bitte bestimmen Sie die Profillage neu."
            );
            FindingText::new(ends, "ein Grund, der noch besteht, oder eine andere Profillage", text)
        }
        CategoryProblem::ReducedCapacityTooLong { until, longest } => FindingText::new(
            format!("volle Erwerbsminderung bis {}", date(*until)),
            format!("höchstens bis {}", date(*longest)),
            format!(
                "Die volle Erwerbsminderung ist bis {} erfasst, für Profillage Z darf sie höchstens bis {} dauern; bitte prüfen Sie Zeitraum und Profillage.",
                date(*until),
                date(*longest)
            ),
        ),
        CategoryProblem::ProfileZEnding { child, until } => {
            let ends = ends(*child, None, *until);
            let text = format!(
                "Der Grund für Profillage Z fällt bald weg ({ends}); bitte bestimmen Sie die Profillage rechtzeitig neu."
            );
            FindingText::new(ends, "rechtzeitig eine neue Profillage", text)
        }
        CategoryProblem::K3MarkerNotSet => FindingText::new(
            "Kennung K3 nicht gesetzt",
            "Kennung K3 gesetzt",
            "Es gilt K3, in VerBIS fehlt aber die interne Kundenkennung; bitte setzen Sie dort K3."
                .to_owned(),
        ),
        CategoryProblem::YouthEnds(birthday) => youth_ends(*birthday),
        CategoryProblem::GroupOpen {
            missing,
            counted_as,
        } => group_open(missing, *counted_as),
    }
}

fn wrong(recorded: Category, standard: Standard) -> FindingText {
    let recorded = category_label(recorded);
    let (expected, request) = match standard {
        Standard::K1 | Standard::K3 => {
            let right = standard_label(standard);
            (
                right.to_owned(),
                format!("bitte stellen Sie die Kategorie auf {right} um"),
            )
        }
        Standard::U25 => (
            "keine Kategorie oder K1".to_owned(),
            "bitte entfernen Sie die Kategorie oder erfassen Sie K1".to_owned(),
        ),
    };
    let text = format!(
        "Erfasst ist {recorded}, nach den Angaben gilt aber {}; {request}.",
        standard_label(standard)
    );
    FindingText::new(recorded, expected, text)
}

fn missing(expected: Option<Category>) -> FindingText {
    let text = match expected.map(category_label) {
        Some(right) => format!(
            "Es ist keine Kategorie erfasst, nach den Angaben gilt {right}; bitte tragen Sie {right} ein."
        ),
        None => "Es ist keine Kategorie erfasst, und die Angaben reichen nicht, um sie zu bestimmen; bitte ergänzen Sie die Angaben oder tragen Sie die Kategorie ein.".to_owned(),
    };
    FindingText {
        recorded: None,
        expected: expected.map(|right| category_label(right).to_owned()),
        text,
    }
}

fn profile_i_not_met(lacking: &[ProfileICondition]) -> FindingText {
    let reasons = lacking
        .iter()
        .map(|condition| not_met(*condition).to_owned());
    let reasons = enumeration(reasons.collect(), "und");
    let request = if lacking.contains(&ProfileICondition::NoPotential) {
        "bitte führen Sie ein Profiling durch und wählen Sie die passende Profillage"
    } else if lacking == [ProfileICondition::ReasonDocumented] {
        "bitte dokumentieren Sie im Vermerk, warum kein weiteres Potenzial besteht"
    } else {
        "bitte prüfen Sie die Profillage"
    };
    FindingText::new(
        reasons.clone(),
        "alle Voraussetzungen für Profillage I erfüllt",
        format!("Profillage I ist erfasst, aber {reasons}; {request}."),
    )
}

/// A condition that does not hold, as a part of a sentence that follows "aber".
fn not_met(condition: ProfileICondition) -> &'static str {
    match condition {
        ProfileICondition::PossibilitiesExhausted => {
            "die persönlichen Möglichkeiten sind nicht ausgeschöpft"
        }
        ProfileICondition::FullTimeOrSelfEmployed => {
            "die Arbeit ist weder versicherungspflichtige Vollzeit noch Selbständigkeit"
        }
        ProfileICondition::StillInNeed => "die Hilfebedürftigkeit ist beendet",
        ProfileICondition::ReasonDocumented => "der Grund ist nicht dokumentiert",
        ProfileICondition::NoPotential => "es besteht Potenzial, die Hilfebedürftigkeit zu beenden",
    }
}

fn profile_i_open(unknown: &[ProfileICondition]) -> FindingText {
    let fields = unknown
        .iter()
        .map(|condition| format!("„{}“", condition_field(*condition)));
    let fields = enumeration(fields.collect(), "und");
    FindingText {
        recorded: None,
        text: format!("Ob Profillage I zutrifft, ist offen; bitte ergänzen Sie {fields}."),
        expected: Some(fields),
    }
}

/// The field in which somebody records whether a condition holds.
fn condition_field(condition: ProfileICondition) -> &'static str {
    match condition {
        ProfileICondition::PossibilitiesExhausted => "Möglichkeiten ausgeschöpft",
        ProfileICondition::FullTimeOrSelfEmployed => "Art der Arbeit",
        ProfileICondition::StillInNeed => "weiter hilfebedürftig",
        ProfileICondition::ReasonDocumented => "Grund dokumentiert",
        ProfileICondition::NoPotential => "Potenzial vorhanden",
    }
}

/// "3. Geburtstag des Kindes am 01.02.2026 und letzter Tag 31.03.2026".
fn ends(child: Option<Birthday>, trainee: Option<Birthday>, until: Option<NaiveDate>) -> String {
    let child = child.map(|birthday| {
        format!(
            "{}. Geburtstag des Kindes am {}",
            birthday.age.0,
            date(birthday.on)
        )
    });
    let trainee =
        trainee.map(|birthday| format!("{}. Geburtstag am {}", birthday.age.0, date(birthday.on)));
    let until = until.map(|until| format!("letzter Tag {}", date(until)));
    enumeration(
        [child, trainee, until].into_iter().flatten().collect(),
        "und",
    )
}

fn youth_ends(birthday: Birthday) -> FindingText {
    let (age, on) = (birthday.age.0, date(birthday.on));
    FindingText::new(
        "U25",
        format!("ab {on} eine andere Gruppe"),
        format!(
            "Am {on} ist der {age}. Geburtstag, ab diesem Tag gilt U25 nicht mehr; bitte bestimmen Sie bis dahin die Kategorie."
        ),
    )
}

fn group_open(missing: &[CaseFact], counted_as: Option<Standard>) -> FindingText {
    let fields = missing
        .iter()
        .map(|fact| format!("„{}“", case_fact_label(*fact)));
    let fields = enumeration(fields.collect(), "und");
    let meanwhile = match counted_as {
        Some(standard) => format!(
            "Die Gruppe steht nicht fest, vorerst gilt {} laut erfasster Kategorie",
            standard_label(standard)
        ),
        None => "Die Gruppe steht nicht fest und damit auch keine Frist".to_owned(),
    };
    FindingText {
        recorded: None,
        text: format!("{meanwhile}; bitte ergänzen Sie {fields}."),
        expected: Some(fields),
    }
}
