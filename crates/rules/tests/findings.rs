//! What a finding rests on and which change it offers, on examples of the tables.

use examples::{Examples, Person, Situation};
use rules::facts::Category;
use rules::{
    AppointmentBook, CaseFact, CategoryProblem, Correction, Dossier, Finding, Problem,
    ProfileICondition, Rule, check, evaluate,
};

/// The findings of an example's own rule.
#[expect(
    clippy::unwrap_used,
    reason = "a test that names an example that is not there must fail"
)]
fn of_example(name: &str) -> Vec<Finding> {
    let examples = Examples::embedded().unwrap();
    let example = examples
        .all
        .iter()
        .find(|example| example.name == name)
        .unwrap_or_else(|| unreachable!("no example is called {name:?}"));
    let Situation {
        person:
            Person {
                case,
                contacts,
                appointments,
                ..
            },
        setting,
        ..
    } = examples.situation(example).unwrap();
    let due = evaluate(&case, &contacts, &appointments, &setting);
    let book = AppointmentBook::of(&appointments);
    let dossier = Dossier {
        case: &case,
        contacts: &contacts,
        appointments: &appointments,
        due: &due,
    };
    let mut found = check(dossier, &book, &setting);
    found.retain(|finding| finding.rule == example.rule);
    found
}

#[test]
fn a_finding_names_the_rules_that_led_to_it() {
    let cases: &[(&str, &[Rule])] = &[
        ("Erfasst ist K1, es gilt K3: beanstandet", &[Rule::A7]),
        ("Es gilt K1, und keine Kategorie ist erfasst", &[Rule::A6]),
        (
            "Die Gruppe steht nicht fest, und keine Kategorie ist erfasst",
            &[],
        ),
        ("K3, aber die Kennung ist nicht gesetzt", &[Rule::A7]),
        (
            "U25, der 25. Geburtstag ist in drei Wochen",
            &[Rule::A4, Rule::D8],
        ),
        (
            "Status unbekannt, K1 erfasst, gilt als U25: Der Hinweis kommt trotzdem",
            &[],
        ),
        (
            "K3, nach dem letzten Gespräch wurde die Kategorie nicht geprüft",
            &[Rule::A7, Rule::E7],
        ),
        (
            "Persönliches Gespräch ohne Aktualisierung des Kooperationsplans: beanstandet",
            &[Rule::B1],
        ),
        (
            "Video, der Plan wurde nur ausgehändigt: beanstandet",
            &[Rule::B2],
        ),
        (
            "Letztes Gespräch ohne geregelte Einladung, und kein Termin steht",
            &[Rule::B1],
        ),
        ("Gruppenberatung in K3: ein Hinweis", &[Rule::A7]),
        (
            "Die zweite Gruppenberatung im Jahr zählt nicht: ein Hinweis an ihr",
            &[],
        ),
    ];
    for (name, grounds) in cases {
        let found = of_example(name);
        let rests_on: Vec<&[Rule]> = found
            .iter()
            .map(|finding| finding.grounds.as_slice())
            .collect();
        assert_eq!(rests_on, [*grounds], "{name}");
    }
}

#[test]
fn an_open_group_names_what_it_hangs_on_and_nothing_else() {
    let found =
        of_example("Auch ohne Zugang und Kontaktart: Genannt wird nur, was die Gruppe klärt");
    let problems: Vec<&Problem> = found.iter().map(|finding| &finding.problem).collect();
    let expected = Problem::Category(CategoryProblem::GroupOpen {
        missing: vec![CaseFact::ProgressExpected, CaseFact::Status],
        counted_as: None,
    });
    assert_eq!(problems, [&expected]);
}

#[test]
fn profile_i_names_the_conditions_that_decide_and_no_others() {
    let all = vec![
        ProfileICondition::PossibilitiesExhausted,
        ProfileICondition::FullTimeOrSelfEmployed,
        ProfileICondition::StillInNeed,
        ProfileICondition::ReasonDocumented,
        ProfileICondition::NoPotential,
    ];
    for (name, expected) in [
        (
            "Profillage I mit Teilzeitarbeit",
            CategoryProblem::ProfileINotMet(vec![ProfileICondition::FullTimeOrSelfEmployed]),
        ),
        (
            "Eine Voraussetzung fehlt, die anderen sind nicht erfasst: Die eine genügt, und es bleibt bei einer Meldung",
            CategoryProblem::ProfileINotMet(vec![ProfileICondition::ReasonDocumented]),
        ),
        (
            "Vier Voraussetzungen erfüllt, eine nicht erfasst: offen",
            CategoryProblem::ProfileIOpen(vec![ProfileICondition::NoPotential]),
        ),
        (
            "Profillage I, und nichts dazu ist erfasst: offen",
            CategoryProblem::ProfileIOpen(all),
        ),
    ] {
        let found = of_example(name);
        let problems: Vec<&Problem> = found.iter().map(|finding| &finding.problem).collect();
        assert_eq!(problems, [&Problem::Category(expected)], "{name}");
    }
}

#[test]
fn a_correction_is_offered_where_one_change_puts_it_right() {
    let cases = [
        (
            "Erfasst ist K1, es gilt K3: beanstandet",
            Some(Correction::Category(Category::K3)),
        ),
        (
            "Unter 25 und arbeitslos, erfasst ist K3: ein Hinweis",
            Some(Correction::Category(Category::K1)),
        ),
        (
            "Es gilt K1, und keine Kategorie ist erfasst",
            Some(Correction::Category(Category::K1)),
        ),
        (
            "Die Gruppe steht nicht fest, und keine Kategorie ist erfasst",
            None,
        ),
        (
            "K3, aber die Kennung ist nicht gesetzt",
            Some(Correction::K3MarkerSet),
        ),
        (
            "K3, nach dem letzten Gespräch wurde die Kategorie nicht geprüft",
            Some(Correction::CategoryReviewed),
        ),
        (
            "Folgegespräch von 60 Minuten, kein Grund dokumentiert",
            Some(Correction::DurationReasonDocumented),
        ),
        // A note written today would still be late.
        ("Noch nicht dokumentiert, und die Zeit ist um", None),
    ];
    for (name, correction) in cases {
        let found = of_example(name);
        let offered: Vec<_> = found.iter().map(|finding| finding.correction).collect();
        assert_eq!(offered, [correction], "{name}");
    }
}
