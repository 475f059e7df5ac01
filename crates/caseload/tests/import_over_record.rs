//! A list over a caseload in which somebody has worked: what it may change, and what it must not.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end at the first surprise"
)]

use caseload::import::{self, Field, ImportPlan, ImportRow, Verdict};
use caseload::{Caseload, Customer, CustomerNumber, Transfer};
use chrono::NaiveDate;
use rules::Fact;
use rules::facts::{
    Appointment, Category, Channel, Contact, FederalState, Origin, Outcome, Profile, Supervision,
};
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A caseload with one customer, "7", with whom `work` did something.
fn record(work: impl FnOnce(&mut Customer)) -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    let mut customer = Customer::new("c-1".into(), CustomerNumber::new("A7").unwrap());
    work(&mut customer);
    caseload.customers.push(customer.into());
    caseload
}

/// The one customer, to be changed.
fn first(caseload: &mut Caseload) -> &mut Customer {
    Arc::make_mut(&mut caseload.customers[0])
}

fn planned(list: &str, caseload: &Caseload) -> ImportPlan {
    let table = import::read_table(list.as_bytes()).unwrap();
    import::plan(&table, &table.guess_mapping(), caseload, day("2026-11-22")).unwrap()
}

fn only_row(plan: &ImportPlan) -> &ImportRow {
    assert_eq!(plan.rows.len(), 1);
    &plan.rows[0]
}

/// What the one row of `list` changes, and the customer afterwards.
fn import_one(list: &str, caseload: &Caseload) -> (Vec<String>, Customer) {
    let plan = planned(list, caseload);
    let changes = only_row(&plan)
        .changes
        .iter()
        .map(|change| format!("{}: {} -> {}", change.what, change.old, change.new))
        .collect();
    let after = plan.apply(caseload);
    assert_eq!(after.customers.len(), caseload.customers.len());
    (changes, (*after.customers[0]).clone())
}

fn hint(list: &str, caseload: &Caseload) -> String {
    only_row(&planned(list, caseload)).hints[0].to_string()
}

fn contact(id: &str, date: &str, channel: Fact<Channel>) -> Contact {
    let mut contact = Contact::bare(id.into(), day(date), Origin::Entered);
    contact.channel = channel;
    contact
}

fn appointment(id: &str, date: &str, origin: Origin) -> Appointment {
    Appointment::bare(id.into(), "c-1".into(), day(date), origin)
}

#[test]
fn the_number_finds_the_customer_whatever_its_capitals() {
    let mut caseload = record(|_| {});
    first(&mut caseload).number = CustomerNumber::new("a7 ").unwrap();
    let (changes, customer) = import_one("Kundennr.;Profillage\n A7;F", &caseload);
    assert_eq!(changes, ["Profillage: unbekannt -> F"]);
    assert_eq!(customer.id.as_str(), "c-1");
    assert_eq!(customer.number.as_str(), "a7 ");
}

#[test]
fn of_two_customers_with_one_number_the_open_one_is_meant() {
    let mut caseload = record(|customer| customer.closed_on = Some(day("2026-01-31")));
    let mut second = (*caseload.customers[0]).clone();
    second.id = "c-2".into();
    second.closed_on = None;
    caseload.customers.push(second.into());
    let after = planned("Kundennr.;Profillage\nA7;F", &caseload).apply(&caseload);
    assert_eq!(after.customers[0].facts.profile, Fact::Unknown);
    assert_eq!(after.customers[1].facts.profile, Fact::Known(Profile::F));
}

#[test]
fn of_two_open_customers_with_one_number_the_first_is_meant() {
    let mut caseload = record(|_| {});
    let mut second = (*caseload.customers[0]).clone();
    second.id = "c-2".into();
    caseload.customers.push(second.into());
    let after = planned("Kundennr.;Profillage\nA7;F", &caseload).apply(&caseload);
    assert_eq!(after.customers[0].facts.profile, Fact::Known(Profile::F));
    assert_eq!(after.customers[1], caseload.customers[1]);
}

#[test]
fn blank_and_faulty_cells_erase_nothing() {
    let caseload = record(|customer| {
        customer.name = Some("Ida Späth".to_owned());
        customer.note = Some("ruft an".to_owned());
        customer.facts.birth_date = Fact::Known(day("1990-02-28"));
        customer.facts.profile = Fact::Known(Profile::E);
        customer.facts.category = Some(Category::K3);
        customer.facts.supervision = Supervision::CaseManagement;
        customer.facts.digital_consent = Fact::Known(true);
    });
    let heading = "Kundennr.;Name;Geb.-Datum;Profillage;Kategorie;Betreuer;JC.digital;Notiz\n";
    let blank = planned(&format!("{heading}A7;;;;;;;"), &caseload);
    assert_eq!(only_row(&blank).verdict, Verdict::Unchanged);
    assert_eq!(blank.apply(&caseload), caseload);
    let faulty = planned(
        &format!("{heading}A7;;31.02.1990;Q;K7;FM/BAK;?;"),
        &caseload,
    );
    let row = only_row(&faulty);
    assert_eq!((row.verdict, row.faults.len()), (Verdict::Faulty, 5));
    assert!(row.taken_over());
    assert!(
        row.faults[0]
            .to_string()
            .ends_with("Die Angabe bleibt, wie sie erfasst ist.")
    );
    assert_eq!(faulty.apply(&caseload), caseload);
}

#[test]
fn an_empty_internal_code_says_that_no_category_is_recorded() {
    let caseload = record(|customer| {
        customer.facts.category = Some(Category::K3);
        customer.facts.k3_marker_set = Fact::Known(true);
    });
    let (changes, customer) = import_one("Kundennr.;Interne Kundenkennung\nA7;", &caseload);
    assert_eq!(
        changes,
        ["Kategorie: K3 -> keine", "K3-Kennung gesetzt: ja -> nein"]
    );
    assert_eq!(customer.facts.category, None);
}

#[test]
fn an_unreadable_internal_code_changes_nothing() {
    let caseload = record(|customer| {
        customer.facts.category = Some(Category::K3);
        customer.facts.k3_marker_set = Fact::Known(true);
    });
    for cell in ["Reha", "K3?"] {
        let list = format!("Kundennr.;Interne Kundenkennung\nA7;{cell}");
        let (changes, _) = import_one(&list, &caseload);
        assert!(changes.is_empty(), "{cell}: {changes:?}");
    }
}

#[test]
fn the_column_of_the_category_goes_before_the_internal_code() {
    let caseload = record(|_| {});
    let list = |cells: &str| format!("Kundennr.;Kategorie;Interne Kundenkennung\nA7;{cells}");
    let (_, customer) = import_one(&list("K1;K3"), &caseload);
    assert_eq!(customer.facts.category, Some(Category::K1));
    assert_eq!(customer.facts.k3_marker_set, Fact::Known(true));
    assert!(hint(&list("K1;K3"), &caseload).contains("widersprechen sich"));
    let (_, customer) = import_one(&list(";K3"), &caseload);
    assert_eq!(customer.facts.category, Some(Category::K3));
    let recorded = record(|customer| customer.facts.category = Some(Category::K1));
    let (_, customer) = import_one(&list(";"), &recorded);
    assert_eq!(customer.facts.category, Some(Category::K1));
}

#[test]
fn a_contact_of_the_day_is_not_recorded_twice() {
    let list = "Kundennr.;Letzter Kontakt;Kontaktart\nA7;14.09.2026;telefonisch";
    let same = record(|customer| {
        let known = Fact::Known(Channel::Phone);
        customer.contacts.push(contact("k-1", "2026-09-14", known));
    });
    assert_eq!(only_row(&planned(list, &same)).verdict, Verdict::Unchanged);
    assert!(only_row(&planned(list, &same)).hints.is_empty());
    let other = record(|customer| {
        let known = Fact::Known(Channel::InPerson);
        customer.contacts.push(contact("k-1", "2026-09-14", known));
    });
    assert_eq!(only_row(&planned(list, &other)).verdict, Verdict::Unchanged);
    assert!(hint(list, &other).contains("persönlich"));
}

#[test]
fn a_contact_from_the_list_takes_over_a_better_channel() {
    let mut caseload = record(|_| {});
    let without = "Kundennr.;Letzter Kontakt\nA7;14.09.2026";
    let with = "Kundennr.;Letzter Kontakt;Kontaktart\nA7;14.09.2026;Video";
    caseload = planned(without, &caseload).apply(&caseload);
    let (changes, customer) = import_one(with, &caseload);
    assert_eq!(
        changes,
        ["Kontaktart: 14.09.2026, unbekannt -> 14.09.2026, per Video"]
    );
    assert_eq!(customer.contacts.len(), 1);
    assert_eq!(customer.contacts[0].id.as_str(), "liste-k-A7-2026-09-14");
    caseload = planned(with, &caseload).apply(&caseload);
    assert_eq!(
        only_row(&planned(without, &caseload)).verdict,
        Verdict::Unchanged
    );
}

#[test]
fn the_next_appointment_of_a_newer_list_replaces_that_of_the_older() {
    let mut caseload = record(|_| {});
    let list = |date: &str| format!("Kundennr.;Nächster Termin\nA7;{date}");
    caseload = planned(&list("07.12.2026"), &caseload).apply(&caseload);
    let (changes, customer) = import_one(&list("14.12.2026"), &caseload);
    assert_eq!(
        changes,
        [
            "Termin: 07.12.2026 -> entfällt (aus einer früheren Liste)",
            "Termin: – -> 14.12.2026"
        ]
    );
    assert_eq!(customer.appointments.len(), 1);
    assert_eq!(customer.appointments[0].date, day("2026-12-14"));
}

#[test]
fn an_appointment_of_today_gives_way_too() {
    let caseload = record(|customer| {
        let from_list = appointment("liste-t-A7-2026-11-22", "2026-11-22", Origin::List);
        customer.appointments.push(from_list);
    });
    let (_, customer) = import_one("Kundennr.;Nächster Termin\nA7;14.12.2026", &caseload);
    let days: Vec<NaiveDate> = customer.appointments.iter().map(|kept| kept.date).collect();
    assert_eq!(days, [day("2026-12-14")]);
}

#[test]
fn an_appointment_that_somebody_worked_with_is_never_removed() {
    let list = "Kundennr.;Nächster Termin\nA7;14.12.2026";
    let works: [fn(&mut Appointment); 5] = [
        |appointment| appointment.origin = Origin::Entered,
        |appointment| appointment.outcome = Outcome::Cancelled,
        |appointment| appointment.pinned = true,
        |appointment| appointment.invited_on = Some(day("2026-11-20")),
        |appointment| appointment.date = day("2026-11-21"),
    ];
    for (place, work) in works.iter().enumerate() {
        let caseload = record(|customer| {
            let mut from_list = appointment("liste-t-A7-2026-12-07", "2026-12-07", Origin::List);
            work(&mut from_list);
            customer.appointments.push(from_list);
        });
        let (changes, _) = import_one(list, &caseload);
        assert_eq!(changes, ["Termin: – -> 14.12.2026"], "work {place}");
    }
    let mut caseload = record(|customer| {
        let from_list = appointment("t-1", "2026-12-07", Origin::List);
        customer.appointments.push(from_list);
    });
    caseload.transfers.push(Transfer {
        id: "u-1".to_owned(),
        case: "c-1".into(),
        system: Fact::Unknown,
        what: None,
        subject: Some("t-1".to_owned()),
        due_on: None,
        done_on: None,
    });
    let (changes, _) = import_one(list, &caseload);
    assert_eq!(changes, ["Termin: – -> 14.12.2026"]);
    assert!(hint(list, &caseload).contains("07.12.2026"));
}

#[test]
fn an_appointment_of_the_day_is_not_added_again() {
    let list = "Kundennr.;Nächster Termin\nA7;14.12.2026";
    let settled = [
        (Origin::Entered, Outcome::Open),
        (Origin::Entered, Outcome::NoShow),
        (Origin::List, Outcome::Open),
        (Origin::List, Outcome::Voided),
    ];
    for (origin, outcome) in settled {
        let caseload = record(|customer| {
            let mut recorded = appointment("t-1", "2026-12-14", origin);
            recorded.outcome = outcome;
            customer.appointments.push(recorded);
        });
        assert_eq!(
            planned(list, &caseload).apply(&caseload),
            caseload,
            "{outcome:?}"
        );
    }
    let caseload = record(|customer| {
        let mut recorded = appointment("t-1", "2026-12-14", Origin::Entered);
        recorded.outcome = Outcome::Cancelled;
        customer.appointments.push(recorded);
    });
    let (changes, _) = import_one(list, &caseload);
    assert_eq!(changes, ["Termin: – -> 14.12.2026"]);
    assert!(hint(list, &caseload).contains("abgesagter"));
}

#[test]
fn a_closed_customer_is_kept_up_to_date_and_stays_closed() {
    let caseload = record(|customer| customer.closed_on = Some(day("2026-10-31")));
    let list = "Kundennr.;Profillage\nA7;F";
    let (changes, customer) = import_one(list, &caseload);
    assert_eq!(changes, ["Profillage: unbekannt -> F"]);
    assert_eq!(customer.closed_on, Some(day("2026-10-31")));
    assert!(hint(list, &caseload).contains("abgeschlossen"));
}

#[test]
fn a_name_that_lost_letters_does_not_overwrite_the_right_one() {
    let caseload = record(|customer| customer.name = Some("Leyla Yılmaz".to_owned()));
    let plan = planned("Kundennr.;Nachname, Vorname\nA7;Y?lmaz, Leyla", &caseload);
    assert_eq!(only_row(&plan).verdict, Verdict::Unchanged);
    assert_eq!(plan.apply(&caseload), caseload);
    let (changes, _) = import_one("Kundennr.;Nachname, Vorname\nA7;Y?ldiz, Leyla", &caseload);
    assert_eq!(changes, ["Name: Leyla Yılmaz -> Leyla Y?ldiz"]);
}

#[test]
fn broken_umlauts_are_said_with_their_rows() {
    let caseload = record(|_| {});
    let plan = planned(
        "Kundennr.;Name\nA7;JÃ¶rg\nA8;Eva\nA9;M\u{FFFD}ller",
        &caseload,
    );
    let note = plan.notes[0].to_string();
    assert!(
        note.starts_with("Umlaute sind entstellt (Zeilen 2, 4)."),
        "{note}"
    );
}

#[test]
fn new_identifiers_step_aside_for_those_in_use() {
    let mut caseload = record(|customer| {
        let taken = contact("liste-k-B9-2026-09-14", "2026-09-14", Fact::Unknown);
        customer.contacts.push(taken);
        let taken = appointment("liste-t-B9-2026-12-14", "2026-12-14", Origin::List);
        customer.appointments.push(taken);
    });
    first(&mut caseload).id = "liste-B9".into();
    let list = "Kundennr.;Letzter Kontakt;Nächster Termin\nB9;14.09.2026;14.12.2026";
    let after = planned(list, &caseload).apply(&caseload);
    let new = &after.customers[1];
    assert_eq!(new.id.as_str(), "liste-B9-x2");
    assert_eq!(new.contacts[0].id.as_str(), "liste-k-B9-2026-09-14-x2");
    assert_eq!(new.appointments[0].id.as_str(), "liste-t-B9-2026-12-14-x2");
    assert_eq!(new.appointments[0].case, new.id);
    assert_eq!(planned(list, &after).apply(&after), after);
}

#[test]
fn a_mapping_made_by_hand_reads_a_list_without_headings() {
    let caseload = record(|_| {});
    let table = import::read_table(b"A7;Ida;F\nA8;Eva;E").unwrap();
    let mut mapping = table.guess_mapping();
    assert!(import::plan(&table, &mapping, &caseload, day("2026-11-22")).is_err());
    mapping.set(0, Some(Field::Number));
    mapping.set(2, Some(Field::Profile));
    let plan = import::plan(&table, &mapping, &caseload, day("2026-11-22")).unwrap();
    let after = plan.apply(&caseload);
    assert_eq!(after.customers[0].facts.profile, Fact::Known(Profile::F));
    assert_eq!(after.customers[1].number.as_str(), "A8");
    assert_eq!(
        plan.notes[0].to_string(),
        "Nicht übernommene Spalten: „Spalte B“."
    );
}
