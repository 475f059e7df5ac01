//! Customers lent to a deputy, and their return.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end at the first surprise"
)]

mod counting;

use caseload::comparison::{Relation, changes};
use caseload::handover::deputy::{given_back, is_mark, leaving, on_loan, taken_over};
use caseload::handover::{
    self, HandOver, Merge, Opened, Return, Side, pack, returned, write_return,
};
use caseload::history::{CaseloadId, Command, Deed, EventId, Ledger, Moment, Stamp};
use caseload::sealing::{Content, Cost, Passphrase, SealedFile, Vault, write};
use caseload::{Caseload, Customer, CustomerNumber, Exception, Transfer, TransferSystem};
use chrono::NaiveDate;
use counting::Counter;
use rules::facts::{
    Absence, Appointment, AppointmentId, CaseId, Channel, Contact, ContactId, FederalState, Origin,
    Outcome, Status,
};
use rules::{Fact, Rule};
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn owner_id() -> CaseloadId {
    CaseloadId::new([1; 16])
}

fn loan_id() -> CaseloadId {
    CaseloadId::new([2; 16])
}

fn days() -> (NaiveDate, NaiveDate) {
    (day("2026-12-01"), day("2026-12-18"))
}

fn ids(ids: &[&str]) -> Vec<CaseId> {
    ids.iter().map(|id| CaseId::from(*id)).collect()
}

/// A customer with a contact, an appointment, an exception and an entry for ATV.
fn add(caseload: &mut Caseload, name: &str) {
    let id = CaseId::from(name);
    let number = CustomerNumber::new(&format!("617D{name}")).unwrap();
    let mut customer = Customer::new(id.clone(), number);
    customer.facts.status = Fact::Known(Status::Unemployed);
    let contact = ContactId::from(format!("k-{name}").as_str());
    let mut contact = Contact::bare(contact, day("2026-09-14"), Origin::Entered);
    contact.channel = Fact::Known(Channel::Phone);
    customer.contacts.push(contact);
    let appointment = AppointmentId::from(format!("t-{name}").as_str());
    let mut appointment =
        Appointment::bare(appointment, id.clone(), day("2026-12-07"), Origin::Entered);
    appointment.start = Fact::Known("09:00:00".parse().unwrap());
    appointment.duration_minutes = Fact::Known(45);
    customer.appointments.push(appointment);
    caseload.customers.push(Arc::new(customer));
    caseload.exceptions.push(Exception {
        id: format!("x-{name}"),
        case: id.clone(),
        rule: Rule::E6,
        reason: Some("bekannt".to_owned()),
        noted_on: None,
    });
    caseload.transfers.push(Transfer {
        id: format!("u-{name}"),
        case: id,
        system: Fact::Known(TransferSystem::Atv),
        what: Some("appointment".to_owned()),
        subject: Some(format!("t-{name}")),
        due_on: Some(day("2026-11-27")),
        done_on: None,
    });
}

/// The owner's customers a, b and c.
fn owner() -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    caseload.caseworker.name = Some("IFK 1".to_owned());
    caseload.caseworker.office.absences.push(Absence {
        from: day("2026-12-01"),
        to: day("2026-12-18"),
        reason: Some("Kur".to_owned()),
    });
    for name in ["a", "b", "c"] {
        add(&mut caseload, name);
    }
    caseload
}

/// The deputy's only customer d.
fn deputy() -> Caseload {
    let mut caseload = Caseload::empty(FederalState::BW);
    add(&mut caseload, "d");
    caseload
}

/// Customers a and b on loan.
fn lent() -> HandOver {
    pack(&owner(), owner_id(), &ids(&["b", "a"]), days(), loan_id())
}

fn customer<'c>(caseload: &'c mut Caseload, id: &str) -> &'c mut Customer {
    let mut customers = caseload.customers.iter_mut();
    let found = customers.find(|customer| customer.id.as_str() == id);
    Arc::make_mut(found.unwrap())
}

fn appointment<'c>(caseload: &'c mut Caseload, id: &str) -> &'c mut Appointment {
    &mut customer(caseload, id).appointments[0]
}

fn transfer<'c>(caseload: &'c mut Caseload, id: &str) -> &'c mut Transfer {
    let mut transfers = caseload.transfers.iter_mut();
    transfers.find(|transfer| transfer.id == id).unwrap()
}

fn names(caseload: &Caseload) -> Vec<&str> {
    let customers = caseload.customers.iter();
    let exceptions = caseload.exceptions.iter().map(|entry| entry.id.as_str());
    let transfers = caseload.transfers.iter().map(|entry| entry.id.as_str());
    customers
        .map(|customer| customer.id.as_str())
        .chain(exceptions)
        .chain(transfers)
        .collect()
}

/// The whole way: a and b go to the deputy, both sides change something, the return comes back.
fn joined(here: impl FnOnce(&mut Caseload), there: impl FnOnce(&mut Caseload)) -> Joined {
    let lent = lent();
    let mut mine = owner();
    let mut theirs = taken_over(&deputy(), &lent).caseload;
    here(&mut mine);
    there(&mut theirs);
    let back = given_back(&lent, &theirs);
    let merge = returned(&back, &mine, &[]).unwrap();
    Joined { back, mine, merge }
}

struct Joined {
    back: Return,
    mine: Caseload,
    merge: Merge,
}

impl Joined {
    /// The merge with the contradictions of these customers decided for the deputy.
    fn for_deputy(&self, cases: &[&str]) -> Merge {
        returned(&self.back, &self.mine, &ids(cases)).unwrap()
    }

    /// "617Da: line; line" of every customer who is contested.
    fn contested(&self) -> Vec<String> {
        let contested = self.merge.contested.iter();
        contested
            .map(|contested| {
                assert_eq!(contested.side, Side::Owner);
                format!("{}: {}", contested.number, contested.lines.join("; "))
            })
            .collect()
    }

    fn not_taken(&self) -> Vec<String> {
        let not_taken = self.merge.not_taken.iter();
        not_taken
            .map(|entry| format!("{}: {}", entry.number, entry.line))
            .collect()
    }

    fn news(&self) -> Vec<String> {
        let changes = changes(&self.mine, &self.merge.caseload);
        let customers = changes.customers.iter();
        customers
            .map(|compared| match &compared.relation {
                Relation::Changed(lines) => format!("{}: {}", compared.number, lines.join("; ")),
                other @ (Relation::New | Relation::Gone) => {
                    format!("{}: {}", compared.number, other.label())
                }
            })
            .chain(changes.general)
            .collect()
    }
}

#[test]
fn only_what_belongs_to_the_chosen_is_handed_over() {
    let base = lent().base;
    assert_eq!(names(&base), ["a", "b", "x-a", "x-b", "u-a", "u-b"]);
    assert_eq!(base.caseworker.name.as_deref(), Some("IFK 1"));
    assert!(
        base.caseworker.office.absences.is_empty(),
        "a cure is nobody's business"
    );
}

#[test]
fn what_is_written_is_read_again() {
    let lent = lent();
    let read = handover::read(&handover::write(&lent));
    assert_eq!(read, Ok(Opened::Lent(Box::new(lent.clone()))));
    let mut now = lent.base.clone();
    customer(&mut now, "a").note = Some("ruft zurück".to_owned());
    let back = Return { lent, now };
    let read = handover::read(&write_return(&back));
    assert_eq!(read, Ok(Opened::Back(Box::new(back))));
}

#[test]
fn customers_on_loan_stand_marked_beside_the_deputys_own() {
    let taken = taken_over(&deputy(), &lent());
    assert_eq!((taken.count, taken.not_taken), (2, Vec::new()));
    let mut present = taken.caseload;
    let marks: Vec<&Transfer> = present.transfers.iter().filter(|t| is_mark(t)).collect();
    assert_eq!(
        names(&present),
        [
            "d",
            "a",
            "b",
            "x-d",
            "x-a",
            "x-b",
            "u-d",
            "u-a",
            &marks[0].id,
            "u-b",
            &marks[1].id
        ]
    );
    assert_eq!(
        marks[0].what.as_deref(),
        Some("Rückgabe nach Vertretung: IFK 1")
    );
    assert_eq!(marks[0].due_on, Some(day("2026-12-18")));
    assert_eq!(on_loan(&present, loan_id()), ids(&["a", "b"]));
    assert_eq!(on_loan(&present, owner_id()), ids(&[]));
    present.customers.remove(1);
    assert_eq!(on_loan(&present, loan_id()), ids(&["b"]));
}

#[test]
fn whoever_is_known_to_the_deputy_already_is_left_out_as_a_whole() {
    let mut present = deputy();
    add(&mut present, "a");
    customer(&mut present, "d").number = CustomerNumber::new(" 617db ").unwrap();
    let taken = taken_over(&present, &lent());
    let reasons = taken
        .not_taken
        .iter()
        .map(|entry| format!("{}: {}", entry.number, entry.line));
    assert_eq!(
        reasons.collect::<Vec<_>>(),
        [
            "617Da: ist hier schon im Bestand und bleibt, wie er ist",
            "617Db: die Nummer ist hier unter einem anderen Fall erfasst",
        ]
    );
    assert_eq!((taken.count, taken.caseload), (0, present));

    for occupy in [
        (|present: &mut Caseload| customer(present, "d").contacts[0].id = ContactId::from("k-b"))
            as fn(&mut Caseload),
        |present| appointment(present, "d").id = AppointmentId::from("t-b"),
        |present| present.exceptions[0].id = "x-b".to_owned(),
        |present| present.transfers[0].id = "u-b".to_owned(),
    ] {
        let mut present = deputy();
        occupy(&mut present);
        let taken = taken_over(&present, &lent());
        assert_eq!(taken.count, 1);
        assert!(taken.not_taken[0].line.contains("Kennung"), "{taken:?}");
        assert!(taken.caseload.customer(&CaseId::from("b")).is_none());
    }
}

#[test]
fn changes_of_both_sides_are_taken() {
    let joined = joined(
        |here| {
            customer(here, "a").facts.status = Fact::Known(Status::JobSeeking);
            customer(here, "c").note = Some("nur hier".to_owned());
            appointment(here, "b").recorded_on = Some(day("2026-12-01"));
        },
        |there| {
            let deputy = customer(there, "a");
            deputy.contacts[0].documented_on = Some(day("2026-12-02"));
            let id = ContactId::from("k-neu");
            let contact = Contact::bare(id.clone(), day("2026-12-02"), Origin::Entered);
            deputy.contacts.push(contact);
            deputy.topics.insert(id, "Umzug".to_owned());
            appointment(there, "b").outcome = Outcome::Held;
            transfer(there, "u-a").done_on = Some(day("2026-12-03"));
            there.exceptions.retain(|exception| exception.id != "x-b");
        },
    );
    assert_eq!(joined.contested(), [""; 0]);
    assert_eq!(joined.not_taken(), [""; 0]);
    assert_eq!(
        joined.news(),
        [
            "617Da: Kontakt vom 14.09.2026, dokumentiert am: noch nicht → 02.12.2026; Kontakt vom \
             02.12.2026 (Kontaktart unbekannt) hinzugefügt",
            "617Db: Termin am 07.12.2026, Ergebnis: offen → stattgefunden",
            "Ausnahmen: 1 entfallen",
            "Übertragsliste: 1 geändert",
        ]
    );
    let mut expected = joined.mine.clone();
    let mine = customer(&mut expected, "a");
    mine.contacts = joined.back.now.customers[0].contacts.clone();
    mine.topics = joined.back.now.customers[0].topics.clone();
    appointment(&mut expected, "b").outcome = Outcome::Held;
    transfer(&mut expected, "u-a").done_on = Some(day("2026-12-03"));
    expected.exceptions.remove(1);
    assert_eq!(joined.merge.caseload, expected);
}

#[test]
fn what_both_changed_differently_is_shown_and_decided_for_each_customer() {
    let joined = joined(
        |here| {
            customer(here, "a").contacts[0].channel = Fact::Known(Channel::Video);
            customer(here, "b").note = Some("Brief vom 1.12.".to_owned());
            transfer(here, "u-b").done_on = Some(day("2026-12-01"));
        },
        |there| {
            customer(there, "a").contacts[0].channel = Fact::Known(Channel::InPerson);
            customer(there, "b").note = Some("Anruf am 2.12.".to_owned());
            customer(there, "b").name = Some("Eva Dürer".to_owned());
            transfer(there, "u-b").done_on = Some(day("2026-12-02"));
        },
    );
    assert_eq!(
        joined.contested(),
        [
            "617Da: Kontakt vom 14.09.2026, Kontaktart: hier per Video, bei der Vertretung persönlich",
            "617Db: Notiz: hier „Brief vom 1.12.“, bei der Vertretung „Anruf am 2.12.“; Übertrag \
             nach ATV, erledigt am: hier 01.12.2026, bei der Vertretung 02.12.2026",
        ]
    );
    assert_eq!(joined.news(), ["617Db: Name: unbekannt → Eva Dürer"]);

    let decided = joined.for_deputy(&["b"]);
    let sides = decided.contested.iter().map(|contested| contested.side);
    assert_eq!(
        sides.collect::<Vec<_>>(),
        [Side::Owner, Side::Deputy],
        "both stay listed"
    );
    let lines = |merge: &Merge| merge.contested[1].lines.clone();
    assert_eq!(lines(&decided), lines(&joined.merge));
    let [a, b] = [
        &decided.caseload.customers[0],
        &decided.caseload.customers[1],
    ];
    assert_eq!(a.contacts[0].channel, Fact::Known(Channel::Video));
    assert_eq!(b.note.as_deref(), Some("Anruf am 2.12."));
    assert_eq!(
        decided.caseload.transfers[1].done_on,
        Some(day("2026-12-02"))
    );
}

#[test]
fn what_belongs_together_is_never_mixed() {
    let joined = joined(
        |here| {
            appointment(here, "a").start = Fact::Known("23:00:00".parse().unwrap());
            appointment(here, "b").outcome = Outcome::NoShow;
        },
        |there| {
            appointment(there, "a").duration_minutes = Fact::Known(90);
            let theirs = appointment(there, "b");
            theirs.outcome = Outcome::Cancelled;
            theirs.cancelled_on = Fact::Known(day("2026-12-04"));
        },
    );
    assert_eq!(
        joined.contested(),
        [
            "617Da: Termin am 07.12.2026, Beginn: hier 23:00 Uhr, bei der Vertretung 09:00 Uhr; \
             Termin am 07.12.2026, Dauer: hier 45 Minuten, bei der Vertretung 90 Minuten",
            "617Db: Termin am 07.12.2026, Ergebnis: hier nicht erschienen, bei der Vertretung \
             abgesagt; Termin am 07.12.2026, abgesagt am: hier unbekannt, bei der Vertretung \
             04.12.2026",
        ]
    );
    assert_eq!(joined.merge.caseload, joined.mine);
    let decided = joined.for_deputy(&["a", "b"]).caseload;
    for place in [0, 1] {
        let expected = &joined.back.now.customers[place].appointments;
        assert_eq!(&decided.customers[place].appointments, expected);
    }
}

#[test]
fn what_one_removed_and_the_other_changed_is_contested() {
    let joined = joined(
        |here| customer(here, "a").contacts.clear(),
        |there| {
            customer(there, "a").contacts[0].documented_on = Some(day("2026-12-02"));
            customer(there, "b").contacts.clear();
        },
    );
    assert_eq!(
        joined.contested(),
        ["617Da: Kontakt vom 14.09.2026 (telefonisch): nur bei der Vertretung"]
    );
    assert_eq!(
        joined.news(),
        ["617Db: Kontakt vom 14.09.2026 (telefonisch) entfernt"]
    );
    let decided = joined.for_deputy(&["a"]).caseload;
    let expected = &joined.back.now.customers[0].contacts;
    assert_eq!(&decided.customers[0].contacts, expected);
}

#[test]
fn a_customer_whom_the_owner_removed_comes_back_only_by_decision() {
    let without_b = |here: &mut Caseload| {
        here.customers.remove(1);
        here.exceptions.remove(1);
        here.transfers.remove(1);
    };
    let untouched = joined(without_b, |_| {});
    assert_eq!(untouched.contested(), [""; 0]);
    assert_eq!(untouched.merge.caseload, untouched.mine);

    let joined = joined(without_b, |there| {
        transfer(there, "u-b").done_on = Some(day("2026-12-03"));
    });
    assert_eq!(
        joined.contested(),
        ["617Db: Fall: hier entfernt, bei der Vertretung geändert"]
    );
    assert_eq!(joined.merge.caseload, joined.mine);
    let decided = joined.for_deputy(&["b"]);
    assert_eq!(decided.contested[0].side, Side::Deputy);
    assert_eq!(
        names(&decided.caseload),
        ["a", "c", "b", "x-a", "x-c", "x-b", "u-a", "u-c", "u-b"]
    );
    assert_eq!(
        decided.caseload.transfers[2].done_on,
        Some(day("2026-12-03"))
    );
}

#[test]
fn the_deputy_removes_nobody_and_brings_nobody() {
    let joined = joined(
        |_| {},
        |there| {
            there
                .customers
                .retain(|customer| customer.id.as_str() != "a");
            customer(there, "d").note = Some("eigener Fall".to_owned());
        },
    );
    assert_eq!(names(&joined.back.now), ["b", "x-b", "u-b"]);
    assert_eq!(joined.merge.caseload, joined.mine);
    assert_eq!(joined.not_taken(), [""; 0]);
}

#[test]
fn what_is_somebody_elses_here_is_left_there() {
    let joined = joined(
        |_| {},
        |there| {
            let contact = Contact::bare(ContactId::from("k-c"), day("2026-12-02"), Origin::Entered);
            customer(there, "a").contacts.push(contact);
            customer(there, "b").number = CustomerNumber::new("617dC").unwrap();
            there.transfers.push(Transfer {
                id: "u-c".to_owned(),
                ..there.transfers[1].clone()
            });
        },
    );
    assert_eq!(
        joined.not_taken(),
        [
            "617Da: Kontakt vom 02.12.2026 (Kontaktart unbekannt): gehört hier zu einem anderen \
             Fall und wird nicht übernommen",
            "617Db: Kundennummer 617dC: ist hier schon vergeben",
            "617Da: Übertrag nach ATV: gehört hier zu einem anderen Fall und wird nicht übernommen",
        ]
    );
    assert_eq!(joined.merge.caseload, joined.mine);
}

#[test]
fn joining_again_changes_nothing_more() {
    let joined = joined(
        |here| customer(here, "a").note = Some("hier".to_owned()),
        |there| {
            customer(there, "a").note = Some("dort".to_owned());
            customer(there, "b").name = Some("Eva Dürer".to_owned());
        },
    );
    for cases in [&[][..], &["a"]] {
        let once = joined.for_deputy(cases).caseload;
        let twice = returned(&joined.back, &once, &ids(cases)).unwrap();
        assert_eq!(twice.caseload, once);
    }
}

#[test]
fn each_step_can_be_taken_back_as_one() {
    let mut step = 0;
    let mut stamp = || {
        step += 1;
        let at = Moment(1_795_000_000_000);
        Stamp {
            id: EventId::new(at, [step; 10]),
            at,
        }
    };
    let lent = lent();
    let mut there = Ledger::new(loan_id(), deputy());
    let take = Command::TakeLoan(Arc::new(taken_over(&deputy(), &lent).caseload));
    let event = there.decide(&take, stamp()).unwrap();
    assert_eq!(event.deed, Deed::HandoverTaken);
    assert_eq!(there.summary(&event), "Vertretung übernommen: 2 neu");
    there.admit(event).unwrap();
    let leave = Command::Edit {
        deed: Deed::HandoverGivenBack,
        edits: leaving(there.caseload(), loan_id()),
    };
    let event = there.decide(&leave, stamp()).unwrap();
    assert_eq!(
        there.summary(&event),
        "Nach Vertretung entfernt: 2 entfernt"
    );
    there.admit(event).unwrap();
    assert_eq!(**there.caseload(), deputy());
    for expected in [taken_over(&deputy(), &lent).caseload, deputy()] {
        let back = there.decide(&Command::Undo, stamp()).unwrap();
        there.admit(back).unwrap();
        assert_eq!(**there.caseload(), expected);
    }

    let joined = joined(
        |_| {},
        |there| customer(there, "b").name = Some("Eva Dürer".to_owned()),
    );
    let mut here = Ledger::new(owner_id(), joined.mine.clone());
    let command = Command::TakeBackLoan(Arc::new(joined.merge.caseload.clone()));
    let event = here.decide(&command, stamp()).unwrap();
    assert_eq!(event.deed, Deed::HandoverReturned);
    here.admit(event).unwrap();
    assert_eq!(**here.caseload(), joined.merge.caseload);
    let back = here.decide(&Command::Undo, stamp()).unwrap();
    here.admit(back).unwrap();
    assert_eq!(**here.caseload(), joined.mine);
}

#[test]
fn damaged_content_is_refused_with_its_fault() {
    let bytes = handover::write(&lent());
    for length in 0..bytes.len() {
        assert!(handover::read(&bytes[..length]).is_err(), "{length}");
    }
    let plain = String::from_utf8_lossy(&bytes);
    let place = plain.find("kontaktdichte-handover").unwrap();
    let mut other = bytes.clone();
    other[place] = b'K';
    assert!(handover::read(&other).is_err());
    let snapshot = caseload::journal::write_snapshot(owner_id(), &owner());
    assert!(handover::read(&snapshot).is_err(), "a backup is no loan");
}

const PASSPHRASE: &str = "Vier graue Gänse am Wehr";
const HANDOVER_V1: &[u8] = include_bytes!("fixtures/handover/handover-v1.kkd-handover");
const RETURN_V1: &[u8] = include_bytes!("fixtures/handover/return-v1.kkd-handover");

fn sample_return() -> Return {
    let lent = lent();
    let mut there = taken_over(&deputy(), &lent).caseload;
    appointment(&mut there, "a").outcome = Outcome::Held;
    given_back(&lent, &there)
}

/// A changed spelling would still be read by the program that writes it, but no longer by the
/// versions before. It needs a new version number, and these files stay for ever.
#[test]
fn files_of_version_1_are_read_and_written_byte_for_byte() {
    let mut entropy = Counter(0);
    let cost = Cost::new(8192, 1, 1).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE).unwrap();
    let (vault, key) = Vault::create(&passphrase, cost, &mut entropy).unwrap();
    let written_at = "2026-11-30T15:00:00Z".parse().unwrap();
    let mut seal = |content, payload: &[u8]| {
        write(content, &vault, &key, written_at, payload, &mut entropy).unwrap()
    };
    let out = seal(Content::HandOver, &handover::write(&lent()));
    let back = seal(Content::HandOverReturn, &write_return(&sample_return()));
    assert!(out == HANDOVER_V1 && back == RETURN_V1, "written anew");
    for (bytes, content, expected) in [
        (
            HANDOVER_V1,
            Content::HandOver,
            Opened::Lent(Box::new(lent())),
        ),
        (
            RETURN_V1,
            Content::HandOverReturn,
            Opened::Back(Box::new(sample_return())),
        ),
    ] {
        let file = SealedFile::parse(bytes).unwrap();
        assert_eq!(file.content(), content);
        let payload = file.open(&Passphrase::for_unlocking(PASSPHRASE)).unwrap();
        assert_eq!(handover::read(&payload), Ok(expected));
        let wrong = file.open(&Passphrase::for_unlocking("Vier graue Gänse am Deich"));
        let told = wrong.err().unwrap().german();
        assert!(told.contains("Die Passphrase passt nicht"), "{told}");
        let cut = SealedFile::parse(&bytes[..bytes.len() - 1]).err().unwrap();
        assert!(cut.german().contains("das Ende fehlt"), "{}", cut.german());
        let line = String::from_utf8_lossy(bytes);
        let newer = line.replacen("\"version\":1", "\"version\":2", 1);
        let newer = SealedFile::parse(newer.as_bytes()).err().unwrap();
        assert!(newer.german().contains("neueren Fassung"), "{newer}");
    }
}
