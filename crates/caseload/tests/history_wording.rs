//! How the history words each fact of a customer.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use caseload::history::{CaseloadId, Command, EventId, Ledger, Moment, Sheet, Stamp};
use caseload::{Caseload, Customer, CustomerNumber};
use chrono::NaiveDate;
use rules::Fact::{Known, Unknown};
use rules::facts::{
    CaseId, Category, Channel, FederalState, Profile, ProfileI, ProfileIWork, ProfileZ,
    ProfileZReason, SelfEmployment, Status, Supervision,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The lines about a customer of whom only the number was known.
fn lines(change: fn(&mut Customer)) -> Vec<String> {
    let number = CustomerNumber::new("617D1").unwrap();
    let customer = Customer::new(CaseId::from("c"), number);
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.customers.push(customer.clone().into());
    let mut ledger = Ledger::new(CaseloadId::new([1; 16]), caseload);
    let mut changed = customer;
    change(&mut changed);
    let at = Moment(1_795_000_000_000);
    let id = EventId::new(at, [1; 10]);
    let command = Command::ReviseCustomer(Box::new(Sheet::of(&changed)));
    let event = ledger.decide(&command, Stamp { id, at }).unwrap();
    ledger.admit(event).unwrap();
    let history = ledger.history_of(&CaseId::from("c"));
    history.into_iter().flat_map(|line| line.lines).collect()
}

/// A change of one fact, and the line that tells it.
type Row = (fn(&mut Customer), &'static str);

const TABLE: &[Row] = &[
    (
        |own| own.number = CustomerNumber::new("617D2").unwrap(),
        "Kundennummer: 617D1 → 617D2",
    ),
    (
        |own| own.name = Some("A. Muster".to_owned()),
        "Name: unbekannt → A. Muster",
    ),
    (
        |own| own.facts.birth_date = Known(day("1990-02-28")),
        "Geburtsdatum: unbekannt → 28.02.1990",
    ),
    (
        |own| own.facts.in_care_since = Known(day("2025-03-01")),
        "Beginn des Leistungsbezugs: unbekannt → 01.03.2025",
    ),
    (
        |own| own.facts.status = Known(Status::NotSet),
        "Status: unbekannt → nicht gesetzt",
    ),
    (|own| own.facts.integrated = true, "integriert: nein → ja"),
    (
        |own| own.facts.profile = Known(Profile::F),
        "Profillage: unbekannt → F",
    ),
    (
        |own| own.facts.category = Some(Category::K3),
        "Kategorie: keine → K3",
    ),
    (
        |own| own.facts.k3_marker_set = Known(false),
        "K3-Kennung gesetzt: unbekannt → nein",
    ),
    (
        |own| own.facts.supervision = Supervision::CaseManagement,
        "Hauptbetreuung: Integrationsfachkraft → Fallmanagement",
    ),
    (
        |own| own.facts.progress_expected = Known(true),
        "Integrationsfortschritt zu erwarten: unbekannt → ja",
    ),
    (
        |own| own.facts.self_employment = Some(SelfEmployment::default()),
        "selbständig: nein → ja",
    ),
    (
        |own| own.facts.profile_i = Some(ProfileI::default()),
        "Angaben zu Profillage I hinzugefügt",
    ),
    (
        |own| own.facts.profile_z = Some(ProfileZ::default()),
        "Angaben zu Profillage Z hinzugefügt",
    ),
    (
        |own| own.facts.digital_consent = Known(true),
        "JC.digital: unbekannt → ja",
    ),
    (
        |own| own.facts.four_phases.goal = Known(true),
        "4-Phasen-Modell, Ziel: unbekannt → ja",
    ),
    (
        |own| own.preferred_channel = Known(Channel::Video),
        "bevorzugte Kontaktart: unbekannt → per Video",
    ),
    (
        |own| own.note = Some("lang".to_owned()),
        "Notiz hinzugefügt",
    ),
    (
        |own| own.closed_on = Some(day("2026-11-20")),
        "abgeschlossen am: offen → 20.11.2026",
    ),
    (
        |own| own.closed_reason = Some("Umzug".to_owned()),
        "Grund des Abschlusses: keiner → Umzug",
    ),
];

#[test]
fn each_fact_has_its_line() {
    for (change, line) in TABLE {
        assert_eq!(lines(*change), [*line]);
    }
}

#[test]
fn facts_within_a_fact_are_told_one_by_one() {
    let told = lines(|own| {
        own.facts.self_employment = Some(SelfEmployment {
            main_occupation: Known(true),
            exit_to_insured_job_is_goal: Unknown,
        });
        own.facts.profile_i = Some(ProfileI {
            work: Known(ProfileIWork::FullTimeInsured),
            still_in_need: Known(true),
            ..ProfileI::default()
        });
        own.facts.profile_z = Some(ProfileZ {
            reason: Some(ProfileZReason::Care),
            until: Known(day("2027-01-31")),
            ..ProfileZ::default()
        });
    });
    assert_eq!(
        told,
        [
            "selbständig: nein → ja",
            "Selbständigkeit, im Hauptberuf: unbekannt → ja",
            "Angaben zu Profillage I hinzugefügt",
            "Profillage I, Art der Arbeit: unbekannt → versicherungspflichtig in Vollzeit",
            "Profillage I, weiter hilfebedürftig: unbekannt → ja",
            "Angaben zu Profillage Z hinzugefügt",
            "Profillage Z, Grund: keiner → Pflege von Angehörigen",
            "Profillage Z, bis: unbekannt → 31.01.2027",
        ]
    );
}
