//! What a caseworker reads about each finding.

use super::{FindingText, finding};
use crate::edition::{Count, Minutes, Years};
use crate::facts::{Category, Channel, Contact, ContactId, Delivery, Origin};
use crate::{
    Birthday, CaseFact, CategoryProblem, ContactProblem, Fact, Finding, Phase, Problem,
    ProfileICondition, Rule, Severity, Standard, Subject, UsualLength,
};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// "recorded | expected | text"; the rule and the severity play no part in the words.
fn said(subject: Subject, problem: Problem, contacts: &[Contact]) -> String {
    let found = Finding {
        subject,
        ..Finding::of_case(Rule::C1, Severity::Info, problem)
    };
    let FindingText {
        recorded,
        expected,
        text,
    } = finding(&found, contacts, &[]);
    let part = |part: Option<String>| part.unwrap_or_else(|| "–".to_owned());
    format!("{} | {} | {text}", part(recorded), part(expected))
}

fn of_contact(channel: Fact<Channel>, problem: ContactProblem) -> String {
    let contacts = ["k-1", "k-2"].map(|id| Contact {
        channel,
        plan_delivery: Fact::Known([Delivery::HandedOver, Delivery::Sent].into()),
        ..Contact::bare(ContactId::from(id), day("2026-09-14"), Origin::Entered)
    });
    let subject = Subject::Contact(ContactId::from("k-2"));
    said(subject, Problem::Contact(problem), &contacts)
}

fn of_case(problem: CategoryProblem) -> String {
    said(Subject::Case, Problem::Category(problem), &[])
}

#[test]
fn contacts_that_do_not_count() {
    let group = |problem| of_contact(Fact::Known(Channel::Group), problem);
    let used_up = |per_year| {
        group(ContactProblem::GroupSessionsUsedUp {
            per_year: Count(per_year),
        })
    };
    assert_eq!(
        group(ContactProblem::GroupSessionInK3),
        "Gruppenberatung | in K3 ein Einzelgespräch | Die Gruppenberatung vom 14.09.2026 zählt \
         nicht, weil in K3 keine angerechnet wird; bitte führen Sie ein Einzelgespräch."
    );
    assert_eq!(
        used_up(1),
        "weitere Gruppenberatung im Kalenderjahr | nur eine im Kalenderjahr | Die Gruppenberatung \
         vom 14.09.2026 zählt nicht, weil nur eine je Kalenderjahr angerechnet wird; bitte führen \
         Sie ein Einzelgespräch."
    );
    assert!(used_up(0).contains("weil keine je Kalenderjahr angerechnet wird"));
    assert!(used_up(2).contains("weil nur 2 je Kalenderjahr angerechnet werden"));
    let today = day("2026-09-10");
    assert_eq!(
        of_contact(Fact::Unknown, ContactProblem::LiesAhead { today }),
        "Kontakt vom 14.09.2026 | nicht nach heute (10.09.2026) | Der Kontakt vom 14.09.2026 (Kontaktart \
         unbekannt) liegt nach heute und bleibt außer Betracht; bitte berichtigen Sie den Tag oder \
         legen Sie stattdessen einen Termin an."
    );
}

#[test]
fn what_comes_with_a_contact() {
    let by_phone = |problem| of_contact(Fact::Known(Channel::Phone), problem);
    assert_eq!(
        by_phone(ContactProblem::PlanNotUpdated),
        "Kooperationsplan nicht aktualisiert | Kooperationsplan überprüft und aktualisiert | Beim \
         Kontakt vom 14.09.2026 (telefonisch) wurde der Kooperationsplan nicht aktualisiert; bitte \
         holen Sie das nach."
    );
    let right_way = |right_way| by_phone(ContactProblem::PlanNotDelivered { right_way });
    assert_eq!(
        right_way(Delivery::DigitalMailbox),
        "ausgehändigt und zugesandt | im Postfach von JC.digital | Der Kooperationsplan zum Kontakt \
         vom 14.09.2026 (telefonisch) ging nicht in das Postfach von JC.digital, obwohl die \
         Zustimmung vorliegt; bitte stellen Sie ihn dort ein."
    );
    assert!(right_way(Delivery::Sent).ends_with("wurde nicht zugesandt; bitte senden Sie ihn zu."));
    assert!(
        right_way(Delivery::HandedOver)
            .ends_with("wurde nicht ausgehändigt; bitte händigen Sie ihn aus.")
    );
    let (by, on) = (day("2026-09-15"), day("2026-09-17"));
    assert_eq!(
        by_phone(ContactProblem::NotDocumented { by }),
        "– | dokumentiert bis 15.09.2026 | Der Kontakt vom 14.09.2026 (telefonisch) ist nicht \
         dokumentiert, fällig war das am 15.09.2026; bitte holen Sie es nach."
    );
    assert_eq!(
        by_phone(ContactProblem::DocumentedLate { on, by }),
        "dokumentiert am 17.09.2026 | dokumentiert bis 15.09.2026 | Der Kontakt vom 14.09.2026 \
         (telefonisch) wurde erst am 17.09.2026 dokumentiert, fällig war das am 15.09.2026; bitte \
         dokumentieren Sie künftig rechtzeitig."
    );
    let length = |usual| by_phone(ContactProblem::UnusualLength { minutes: 75, usual });
    let (first, follow_up_at_most) = (Minutes(60), Minutes(45));
    assert_eq!(
        length(UsualLength::First(first)),
        "75 Minuten, Grund nicht dokumentiert | 60 Minuten | Das Erstgespräch vom 14.09.2026 \
         (telefonisch) dauerte 75 Minuten (vorgesehen: 60 Minuten), und der Grund ist nicht \
         dokumentiert; bitte dokumentieren Sie ihn."
    );
    let follow_up = length(UsualLength::FollowUpAtMost(follow_up_at_most));
    assert!(follow_up.contains("| höchstens 45 Minuten | Das Folgegespräch vom"));
    let either = length(UsualLength::Either {
        first,
        follow_up_at_most,
    });
    assert!(either.contains("(vorgesehen: 60 Minuten als Erst-, höchstens 45 als Folgegespräch)"));
    assert_eq!(
        by_phone(ContactProblem::NextInvitationMissing),
        "keine Einladung geregelt, kein offener Termin | Einladung ausgehändigt, oder Aufgabe und \
         Hinweis im Kooperationsplan | Beim letzten Gespräch vom 14.09.2026 (telefonisch) wurde \
         nicht geregelt, wie die nächste Einladung kommt, und es steht kein Termin; bitte laden Sie \
         ein oder setzen Sie eine Aufgabe mit Hinweis im Kooperationsplan."
    );
    assert_eq!(
        by_phone(ContactProblem::CategoryNotReviewed),
        "Kategorie nicht geprüft | Kategorie nach dem Kontakt geprüft | Nach dem Kontakt vom \
         14.09.2026 (telefonisch) wurde nicht geprüft, ob K3 noch zutrifft; bitte prüfen Sie die \
         Kategorie."
    );
    let lacking = vec![Phase::PotentialAnalysis, Phase::DocumentedWithTask];
    assert_eq!(
        said(Subject::Case, Problem::Phases(lacking), &[]),
        "nicht erledigt: Potenzialanalyse und Dokumentation mit Aufgabe | alle Schritte des \
         4-Phasen-Modells | Noch nicht erledigt: Potenzialanalyse und Dokumentation mit Aufgabe; \
         bitte holen Sie das nach."
    );
}

#[test]
fn the_category() {
    let wrong = |recorded, standard| of_case(CategoryProblem::Wrong { recorded, standard });
    assert_eq!(
        wrong(Category::K1, Standard::K3),
        "K1 | K3 | Erfasst ist K1, nach den Angaben gilt aber K3; bitte stellen Sie die Kategorie \
         auf K3 um."
    );
    assert_eq!(
        wrong(Category::K3, Standard::U25),
        "K3 | keine Kategorie oder K1 | Erfasst ist K3, nach den Angaben gilt aber U25; bitte \
         entfernen Sie die Kategorie oder erfassen Sie K1."
    );
    let missing = |expected| of_case(CategoryProblem::Missing { expected });
    assert_eq!(
        missing(Some(Category::K1)),
        "– | K1 | Es ist keine Kategorie erfasst, nach den Angaben gilt K1; bitte tragen Sie K1 ein."
    );
    assert_eq!(
        missing(None),
        "– | – | Es ist keine Kategorie erfasst, und die Angaben reichen nicht, um sie zu bestimmen; \
         bitte ergänzen Sie die Angaben oder tragen Sie die Kategorie ein."
    );
    assert_eq!(
        of_case(CategoryProblem::K3MarkerNotSet),
        "Kennung K3 nicht gesetzt | Kennung K3 gesetzt | Es gilt K3, in VerBIS fehlt aber die interne \
         Kundenkennung; bitte setzen Sie dort K3."
    );
    let birthday = Birthday {
        age: Years(25),
        on: day("2026-12-13"),
    };
    assert_eq!(
        of_case(CategoryProblem::YouthEnds(birthday)),
        "U25 | ab 13.12.2026 eine andere Gruppe | Am 13.12.2026 ist der 25. Geburtstag, ab diesem \
         Tag gilt U25 nicht mehr; bitte bestimmen Sie bis dahin die Kategorie."
    );
    let open = |counted_as| {
        of_case(CategoryProblem::GroupOpen {
            missing: vec![CaseFact::ProgressExpected, CaseFact::Status],
            counted_as,
        })
    };
    assert_eq!(
        open(Some(Standard::K1)),
        "– | „Integrationsfortschritt zu erwarten?“ und „Status“ | Die Gruppe steht nicht fest, \
         vorerst gilt K1 laut erfasster Kategorie; bitte ergänzen Sie „Integrationsfortschritt zu \
         erwarten?“ und „Status“."
    );
    assert!(open(None).contains("| Die Gruppe steht nicht fest und damit auch keine Frist; bitte"));
}

#[test]
fn profile_i() {
    let not_met =
        |lacking: &[ProfileICondition]| of_case(CategoryProblem::ProfileINotMet(lacking.to_vec()));
    assert_eq!(
        not_met(&[
            ProfileICondition::FullTimeOrSelfEmployed,
            ProfileICondition::NoPotential
        ]),
        "die Arbeit ist weder versicherungspflichtige Vollzeit noch Selbständigkeit und es besteht \
         Potenzial, die Hilfebedürftigkeit zu beenden | alle Voraussetzungen für Profillage I \
         erfüllt | Profillage I ist erfasst, aber die Arbeit ist weder versicherungspflichtige \
         Vollzeit noch Selbständigkeit und es besteht Potenzial, die Hilfebedürftigkeit zu beenden; \
         bitte führen Sie ein Profiling durch und wählen Sie die passende Profillage."
    );
    assert!(not_met(&[ProfileICondition::ReasonDocumented]).ends_with(
        "aber der Grund ist nicht dokumentiert; bitte dokumentieren Sie im Vermerk, warum kein \
             weiteres Potenzial besteht."
    ));
    assert!(
        not_met(&[
            ProfileICondition::PossibilitiesExhausted,
            ProfileICondition::StillInNeed
        ])
        .ends_with(
            "aber die persönlichen Möglichkeiten sind nicht ausgeschöpft und die Hilfebedürftigkeit \
             ist beendet; bitte prüfen Sie die Profillage."
        )
    );
    assert_eq!(
        of_case(CategoryProblem::ProfileIOpen(vec![
            ProfileICondition::FullTimeOrSelfEmployed,
            ProfileICondition::StillInNeed,
            ProfileICondition::NoPotential,
        ])),
        "– | „Art der Arbeit“, „weiter hilfebedürftig“ und „Potenzial vorhanden“ | Ob Profillage I \
         zutrifft, ist offen; bitte ergänzen Sie „Art der Arbeit“, „weiter hilfebedürftig“ und \
         „Potenzial vorhanden“."
    );
}

#[test]
fn profile_z() {
    let turns = |years: u16, on: &str| Birthday {
        age: Years(years),
        on: day(on),
    };
    assert_eq!(
        of_case(CategoryProblem::ProfileZWithoutReason),
        "– | ein Grund aus der Liste zu Profillage Z | Für Profillage Z ist kein Grund erfasst; bitte \
         tragen Sie ihn ein oder wählen Sie die zutreffende Profillage."
    );
    assert_eq!(
        of_case(CategoryProblem::ProfileZEnded {
            child: Some(turns(3, "2026-02-01")),
            trainee: None,
            until: Some(day("2026-03-31")),
        }),
        "3. Geburtstag des Kindes am 01.02.2026 und letzter Tag 31.03.2026 | ein Grund, der noch \
         besteht, oder eine andere Profillage | Der Grund für Profillage Z ist weggefallen (3. \
         Geburtstag des Kindes am 01.02.2026 und letzter Tag 31.03.2026); bitte bestimmen Sie die \
         Profillage neu."
    );
    let trained = CategoryProblem::ProfileZEnded {
        child: None,
        trainee: Some(turns(25, "2026-02-01")),
        until: None,
    };
    assert!(of_case(trained).contains("weggefallen (25. Geburtstag am 01.02.2026); bitte"));
    assert_eq!(
        of_case(CategoryProblem::ReducedCapacityTooLong {
            until: day("9999-12-31"),
            longest: day("2026-11-30"),
        }),
        "volle Erwerbsminderung bis 31.12.9999 | höchstens bis 30.11.2026 | Die volle \
         Erwerbsminderung ist bis 31.12.9999 erfasst, für Profillage Z darf sie höchstens bis \
         30.11.2026 dauern; bitte prüfen Sie Zeitraum und Profillage."
    );
    assert_eq!(
        of_case(CategoryProblem::ProfileZEnding {
            child: None,
            until: Some(day("2026-12-31")),
        }),
        "letzter Tag 31.12.2026 | rechtzeitig eine neue Profillage | Der Grund für Profillage Z \
         fällt bald weg (letzter Tag 31.12.2026); bitte bestimmen Sie die Profillage rechtzeitig neu."
    );
}

#[test]
fn a_contact_that_is_not_there_is_no_reason_to_fail() {
    let subject = Subject::Contact(ContactId::from("gone"));
    let problem = Problem::Contact(ContactProblem::PlanNotUpdated);
    let text = said(subject, problem, &[]);
    assert!(text.contains("Beim Kontakt ohne Tag (Kontaktart unbekannt)"));
}
