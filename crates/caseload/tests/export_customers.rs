//! Customers as a list: what stands in it, and that it comes in again without a change.
#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test may end at the first surprise"
)]

mod arbitrary;

use calamine::{Data, Reader, Xlsx};
use caseload::export::customers::{self, Column};
use caseload::export::{Cell, Sheet, csv, xlsx};
use caseload::import::{self, ImportPlan, Verdict};
use caseload::{Caseload, Customer, CustomerNumber, overview};
use chrono::NaiveDate;
use proptest::prelude::*;
use rules::Fact;
use rules::facts::{
    Appointment, AppointmentId, CaseId, Category, Channel, Contact, ContactId, FederalState,
    Origin, Outcome, Profile, Status,
};
use std::io::Cursor;
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

/// Everybody who is not closed, in the order of the due list.
fn sheet(caseload: &Caseload) -> Sheet {
    let overview = overview(caseload, today()).unwrap();
    let entries = overview.in_due_order(caseload);
    customers::sheet(caseload, &overview, &entries, &Column::ALL)
}

fn read_again(bytes: &[u8], caseload: &Caseload) -> ImportPlan {
    let table = import::read_table(bytes).unwrap();
    import::plan(&table, &table.guess_mapping(), caseload, today()).unwrap()
}

fn customer(number: &str, name: &str) -> Customer {
    let id = CaseId::from(format!("c-{number}").as_str());
    let mut customer = Customer::new(id, CustomerNumber::new(number).unwrap());
    customer.name = Some(name.to_owned());
    customer
}

/// A customer of whom much is known, and one of whom nothing is.
fn caseload() -> Caseload {
    let mut known = customer("617D000001", "=HYPERLINK(\"x\")");
    let facts = &mut known.facts;
    facts.birth_date = Fact::Known(day("1990-02-28"));
    facts.in_care_since = Fact::Known(day("2025-03-01"));
    facts.status = Fact::Known(Status::Unemployed);
    facts.profile = Fact::Known(Profile::F);
    facts.category = Some(Category::K1);
    facts.progress_expected = Fact::Known(true);
    facts.digital_consent = Fact::Known(true);
    known.note = Some("siehe Akte;\r\n2. \"Anlauf\"".to_owned());
    for (id, date, channel) in [
        ("k-1", "2026-09-14", Channel::InPerson),
        ("k-2", "2026-11-02", Channel::Written),
        ("k-3", "2026-12-01", Channel::Video),
    ] {
        let mut contact = Contact::bare(ContactId::from(id), day(date), Origin::Entered);
        contact.channel = Fact::Known(channel);
        known.contacts.push(contact);
    }
    let id = AppointmentId::from("t-1");
    let case = known.id.clone();
    let appointment = Appointment::bare(id, case, day("2026-12-07"), Origin::Entered);
    known.appointments.push(appointment);
    let mut caseload = Caseload::empty(FederalState::BW);
    let gone = Customer {
        closed_on: Some(today()),
        ..customer("617D000003", "Zu")
    };
    let unknown = customer("617D000002", "Özlem Yıldız");
    caseload.customers = [unknown, known, gone].map(Arc::new).to_vec();
    caseload
}

#[test]
fn the_list_is_the_one_a_german_spreadsheet_opens() {
    let bytes = csv::write(&sheet(&caseload()));
    let expected = concat!(
        "\u{FEFF}Kundennummer;Name;Gruppe;Stand;spätestens;letzter Termintag;eintragen bis;",
        "Nächster Termin;Letzter Kontakt;Kontaktart;\"Letzter Kontakt, der zählt\";Kategorie;",
        "Status;Profillage;Geburtsdatum;Kunde seit;Hauptbetreuung;JC.digital;Notiz\r\n",
        "617D000001;\"'=HYPERLINK(\"\"x\"\")\";K1;terminiert;14.01.2027;14.01.2027;04.01.2027;",
        "07.12.2026;02.11.2026;schriftlich;14.09.2026;K1;arbeitslos;F;28.02.1990;01.03.2025;",
        "Integrationsfachkraft;ja;\"siehe Akte;\n2. \"\"Anlauf\"\"\"\r\n",
        "617D000002;Özlem Yıldız;offen;offen;;;;;;;;;;;;;Integrationsfachkraft;;\r\n",
    );
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn the_columns_can_be_chosen() {
    let caseload = caseload();
    let overview = overview(&caseload, today()).unwrap();
    let entry = &overview.entries[1];
    let sheet = customers::sheet(
        &caseload,
        &overview,
        &[entry],
        &[Column::State, Column::Number],
    );
    let text = String::from_utf8(csv::write(&sheet)).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}Stand;Kundennummer\r\nterminiert;617D000001\r\n"
    );
}

#[test]
fn the_list_comes_in_again_without_a_change() {
    let caseload = caseload();
    let plan = read_again(&csv::write(&sheet(&caseload)), &caseload);
    let verdicts: Vec<Verdict> = plan.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Unchanged; 2], "{plan:?}");
}

#[test]
fn into_an_empty_caseload_it_brings_what_a_list_can_carry() {
    let plan = read_again(
        &csv::write(&sheet(&caseload())),
        &Caseload::empty(FederalState::BW),
    );
    let after = plan.apply(&Caseload::empty(FederalState::BW));
    let (before, after) = (&caseload().customers[1], &after.customers[0]);
    assert_eq!(after.name, before.name, "the formula is a name again");
    let mut facts = after.facts.clone();
    facts.progress_expected = Fact::Known(true);
    assert_eq!(facts, before.facts);
    assert_eq!(after.contacts[0].date, day("2026-11-02"));
    assert_eq!(after.contacts[0].channel, Fact::Known(Channel::Written));
    assert_eq!(after.appointments[0].date, day("2026-12-07"));
}

/// Else the list would say something about the contact of the other entry.
#[test]
fn of_two_contacts_on_one_day_the_one_from_a_list_is_named() {
    let mut caseload = caseload();
    let customer = Arc::make_mut(&mut caseload.customers[1]);
    let id = ContactId::from("liste-k-617D000001-2026-11-02");
    let mut contact = Contact::bare(id, day("2026-11-02"), Origin::List);
    contact.channel = Fact::Known(Channel::Phone);
    customer.contacts.push(contact.clone());
    contact.id = ContactId::from("z");
    contact.channel = Fact::Known(Channel::Video);
    customer.contacts.push(contact);
    let bytes = csv::write(&sheet(&caseload));
    assert!(String::from_utf8_lossy(&bytes).contains(";02.11.2026;telefonisch;"));
    assert!(!read_again(&bytes, &caseload).changes_something());
}

/// A caseload as a list can carry it: numbers as offices have them, and no more than one open
/// appointment that a list brought, because a list replaces the one that it brought before.
fn listable(mut caseload: Caseload) -> Caseload {
    for (place, customer) in caseload.customers.iter_mut().enumerate() {
        let customer = Arc::make_mut(customer);
        let number = format!("617D{place:06}");
        customer.number = CustomerNumber::new(&number).unwrap();
        let from_lists = customer.appointments.iter_mut().filter(|appointment| {
            appointment.origin == Origin::List && appointment.outcome == Outcome::Open
        });
        for appointment in from_lists.skip(1) {
            appointment.origin = Origin::Entered;
        }
        if place % 2 == 0
            && let Some(contact) = customer.contacts.last_mut()
        {
            let id = format!("liste-k-{number}-{}", contact.date);
            contact.id = ContactId::from(id.as_str());
        }
        // The last two are on one day as often as not.
        if let [.., one, other] = customer.contacts.as_mut_slice()
            && place % 3 == 0
        {
            one.date = other.date;
        }
    }
    caseload
}

proptest! {
    #[test]
    fn no_caseload_is_changed_by_its_own_list(caseload in arbitrary::caseload(today())) {
        let caseload = listable(caseload);
        prop_assume!(overview(&caseload, today()).is_ok());
        let sheet = sheet(&caseload);
        let bytes = csv::write(&sheet);
        let plan = read_again(&bytes, &caseload);
        prop_assert_eq!(plan.rows.len(), sheet.rows.len());
        let changed: Vec<_> = plan.rows.iter().filter(|row| !row.changes.is_empty()).collect();
        prop_assert!(changed.is_empty(), "{:?}\n{}", changed, String::from_utf8_lossy(&bytes));
        prop_assert!(!plan.changes_something());
        let plan = read_again(&xlsx::write(&sheet), &caseload);
        prop_assert_eq!(plan.rows.len(), sheet.rows.len());
        prop_assert!(!plan.changes_something(), "{:?}", plan.rows);
        for fault in plan.rows.iter().flat_map(|row| &row.faults) {
            // Only days that no list is believed to mean are objected to.
            let year = fault.value.rsplit('.').next().and_then(|year| year.parse::<i32>().ok());
            prop_assert!(year.is_some_and(|year| !(1900..=2100).contains(&year)), "{}", fault);
        }
    }
}

/// What another program's reader finds in the cells of the first sheet.
fn cells(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(workbook.sheet_names(), ["Bestand"]);
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn another_program_reads_the_workbook() {
    let sheet = sheet(&caseload());
    let cells = cells(&xlsx::write(&sheet));
    let headings = sheet.columns.iter().map(|column| column.heading);
    let expected: Vec<Data> = headings.map(|text| Data::String(text.to_owned())).collect();
    assert_eq!(cells[0], expected);
    assert_eq!(cells.len(), 3);
    let known = &cells[1];
    assert_eq!(known[1], Data::String("=HYPERLINK(\"x\")".to_owned()));
    let Data::DateTime(latest) = known[4] else {
        panic!("{:?}", known[4]);
    };
    assert_eq!(latest.as_datetime().unwrap().date(), day("2027-01-14"));
    assert_eq!(
        known[18],
        Data::String("siehe Akte;\n2. \"Anlauf\"".to_owned())
    );
    assert_eq!(cells[2][4], Data::Empty);
}

#[test]
fn the_same_table_gives_the_same_workbook() {
    let sheet = sheet(&caseload());
    assert_eq!(xlsx::write(&sheet), xlsx::write(&sheet));
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_where_it_shows() {
    let mut caseload = caseload();
    Arc::make_mut(&mut caseload.customers[1]).note = Some("😀".repeat(20_000));
    let cells = cells(&xlsx::write(&sheet(&caseload)));
    let Data::String(note) = &cells[1][18] else {
        panic!("{:?}", cells[1][18]);
    };
    assert_eq!(*note, format!("{}…", "😀".repeat(16_383)));
}

proptest! {
    #[test]
    fn every_text_of_a_workbook_is_the_text_that_went_in(caseload in arbitrary::caseload(today())) {
        prop_assume!(overview(&caseload, today()).is_ok());
        let sheet = sheet(&caseload);
        let read = cells(&xlsx::write(&sheet));
        prop_assert_eq!(read.len(), sheet.rows.len() + 1);
        for (row, read) in sheet.rows.iter().zip(read.iter().skip(1)) {
            for (cell, read) in row.iter().zip(read) {
                match (cell, read) {
                    (Cell::Text(text), read) => {
                        let known = |letter: &char| *letter >= ' ' || matches!(letter, '\t' | '\n');
                        let text = text.replace("\r\n", "\n").replace('\r', "\n");
                        let text: String = text.chars().filter(known).collect();
                        let found = match read {
                            Data::String(found) => found.as_str(),
                            Data::Empty => "",
                            other => return Err(TestCaseError::fail(format!("{other:?}"))),
                        };
                        prop_assert_eq!(found, text);
                    }
                    (Cell::Day(day), Data::DateTime(read)) => {
                        prop_assert_eq!(read.as_datetime().unwrap().date(), *day);
                    }
                    (Cell::Day(day), Data::String(read)) => {
                        prop_assert!(*day < NaiveDate::from_ymd_opt(1900, 3, 1).unwrap(), "{read}");
                    }
                    (Cell::Empty, read) => prop_assert_eq!(read, &Data::Empty),
                    (cell, read) => prop_assert!(false, "{cell:?} {read:?}"),
                }
            }
        }
    }
}
