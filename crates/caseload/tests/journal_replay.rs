//! A store comes back as it was; of a damaged one everything that can still be read.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod stored;

use caseload::journal::record::{self, Kind};
use caseload::journal::{
    EntryFault, Loss, NothingReadable, Part, Protection, RecordFault, Replayed, Verdict, What,
    replay, rescue, write_event,
};
use stored::{Counter, Stored, added, ledger, lineage, store, vault};

fn unreadable(part: Part, number: u64, fault: RecordFault) -> Loss {
    Loss {
        part,
        first: number,
        last: number,
        what: What::Unreadable(EntryFault::Record(fault)),
    }
}

fn missing(first: u64, last: u64) -> Loss {
    Loss {
        part: Part::Event,
        first,
        last,
        what: What::Missing,
    }
}

fn misfits(numbers: impl IntoIterator<Item = u64>) -> Vec<Loss> {
    let misfit = |number| Loss {
        part: Part::Event,
        first: number,
        last: number,
        what: What::Misfit,
    };
    numbers.into_iter().map(misfit).collect()
}

fn names(replayed: &Replayed) -> Vec<&str> {
    let customers = replayed.ledger.caseload().customers.iter();
    customers.map(|customer| customer.id.as_str()).collect()
}

fn flip(stored: &mut Stored, number: u64) {
    let (_, bytes) = stored
        .iter_mut()
        .find(|(found, _)| *found == number)
        .unwrap();
    *bytes.last_mut().unwrap() ^= 1;
}

fn plain(snapshots: &Stored, records: &Stored) -> Replayed {
    replay(&Protection::Plain, snapshots, records).unwrap()
}

#[test]
fn a_sound_store_comes_back() {
    for protection in [Protection::Plain, vault(1).1] {
        for snapshots in [&[0][..], &[0, 3], &[3], &[0, 3, 5]] {
            let (snapshots, records) = store(&protection, 5, snapshots);
            let replayed = replay(&protection, &snapshots, &records).unwrap();
            assert_eq!(
                replayed.report.verdict(),
                Verdict::Sound,
                "{:?}",
                replayed.report
            );
            assert_eq!(replayed.ledger.caseload(), ledger(5).caseload());
            assert_eq!(replayed.ledger.events(), ledger(5).events());
            assert_eq!(replayed.ledger.lineage(), lineage());
            assert_eq!(replayed.last_number, 5);
            assert_eq!(
                replayed.snapshot,
                snapshots.last().map(|(number, _)| *number)
            );
            assert_eq!(replayed.latest, Some(added(5).at));
            assert_eq!(replayed.report.headline(), "Alle 5 Einträge sind lesbar.");
        }
    }
}

#[test]
fn old_events_may_have_been_let_go() {
    let (snapshots, records) = store(&Protection::Plain, 5, &[3]);
    let replayed = plain(&snapshots, &records[2..].to_vec());
    assert_eq!(replayed.report.verdict(), Verdict::Sound);
    assert_eq!(replayed.ledger.caseload(), ledger(5).caseload());
    let replayed = plain(&snapshots, &Stored::new());
    assert_eq!(replayed.report.verdict(), Verdict::Sound);
    assert_eq!((replayed.last_number, replayed.latest), (3, None));
}

#[test]
fn a_damaged_event_costs_only_itself() {
    let (snapshots, whole) = store(&Protection::Plain, 6, &[0, 2]);
    for number in 1..=6 {
        let mut records = whole.clone();
        flip(&mut records, number);
        let replayed = plain(&snapshots, &records);
        let mut losses = vec![unreadable(Part::Event, number, RecordFault::Tampered)];
        // Those after it stand one place further to the front than they were.
        losses.extend(misfits((number + 1..=6).filter(|_| number > 2)));
        assert_eq!(replayed.report.losses, losses);
        assert_eq!((replayed.report.readable, replayed.report.total), (5, 6));
        assert_eq!(replayed.report.verdict(), Verdict::Damaged);
        let expected = if number > 2 { 5 } else { 6 };
        assert_eq!(names(&replayed).len(), expected);
        assert_eq!(replayed.last_number, 6);
    }
}

#[test]
fn the_report_says_what_is_damaged_and_what_to_do() {
    let (snapshots, mut records) = store(&Protection::Plain, 4, &[0]);
    flip(&mut records, 3);
    let replayed = plain(&snapshots, &records);
    assert_eq!(
        replayed.report.headline(),
        "Eintrag 3 ist beschädigt. 3 von 4 Einträgen sind lesbar. Bitte sichern Sie zuerst eine \
         Rettungsdatei und stellen Sie dann die letzte Sicherung wieder her; gelöscht wird nichts."
    );
    assert_eq!(
        replayed.report.to_string(),
        "event 3: changed, or from another store\n\
         event 4: does not fit what was before, applied in part\n\
         3 of 4 events are readable"
    );
}

#[test]
fn several_damages_are_each_reported_with_their_class() {
    let (snapshots, mut records) = store(&Protection::Plain, 7, &[0, 7]);
    records[0].1.clear();
    records[1].1.truncate(20);
    records[2].1[0] = b'X';
    records[3].1 = records[4].1.clone();
    records.remove(5);
    let replayed = plain(&snapshots, &records);
    assert_eq!(
        replayed.report.losses,
        [
            unreadable(Part::Event, 1, RecordFault::Empty),
            unreadable(Part::Event, 2, RecordFault::Truncated),
            unreadable(Part::Event, 3, RecordFault::NotARecord),
            unreadable(Part::Event, 4, RecordFault::WrongNumber),
            missing(6, 6),
        ]
    );
    assert_eq!((replayed.report.readable, replayed.report.total), (2, 7));
    assert_eq!(
        replayed.ledger.caseload(),
        ledger(7).caseload(),
        "the snapshot holds all"
    );
}

#[test]
fn a_half_written_last_event_is_reported_and_its_number_is_not_used_again() {
    let (snapshots, mut records) = store(&Protection::Plain, 3, &[0]);
    let half = records[2].1.len() / 2;
    records[2].1.truncate(half);
    let replayed = plain(&snapshots, &records);
    assert_eq!(replayed.report.losses.len(), 1);
    assert_eq!(names(&replayed), ["c-1", "c-2"]);
    assert_eq!(replayed.last_number, 3);
}

#[test]
fn an_older_snapshot_stands_in_for_a_damaged_one() {
    let (mut snapshots, records) = store(&Protection::Plain, 5, &[0, 2, 4]);
    flip(&mut snapshots, 4);
    let replayed = plain(&snapshots, &records);
    assert_eq!(replayed.snapshot, Some(2));
    assert_eq!(replayed.ledger.caseload(), ledger(5).caseload());
    assert_eq!(
        replayed.report.losses,
        [unreadable(Part::Snapshot, 4, RecordFault::Tampered)]
    );
    flip(&mut snapshots, 2);
    let replayed = plain(&snapshots, &records);
    assert_eq!(replayed.snapshot, Some(0));
    assert_eq!(replayed.ledger.caseload(), ledger(5).caseload());
    assert_eq!(replayed.report.losses.len(), 2);
}

#[test]
fn without_any_snapshot_the_events_are_still_read() {
    let (mut snapshots, records) = store(&Protection::Plain, 3, &[0]);
    flip(&mut snapshots, 0);
    for snapshots in [snapshots, Stored::new()] {
        let replayed = plain(&snapshots, &records);
        assert_eq!(replayed.report.verdict(), Verdict::Damaged);
        assert_eq!(replayed.snapshot, None);
        assert_eq!(names(&replayed), ["c-1", "c-2", "c-3"]);
    }
    let replayed = plain(&Stored::new(), &records[1..].to_vec());
    let expected = misfits([2, 3]);
    assert_eq!(
        replayed.report.losses[1..],
        [vec![missing(1, 1)], expected].concat()
    );
}

#[test]
fn a_gap_of_any_size_is_one_loss() {
    let (snapshots, mut records) = store(&Protection::Plain, 2, &[0]);
    let far = u64::MAX;
    let event = write_event(&added(3));
    let bytes = record::write(
        &Protection::Plain,
        Kind::Event,
        far,
        &event,
        &mut Counter(0),
    );
    records.push((far, bytes.unwrap()));
    let replayed = plain(&snapshots, &records);
    assert_eq!(replayed.report.losses, [missing(3, far - 1)]);
    assert_eq!(replayed.last_number, far);
    assert_eq!(names(&replayed), ["c-1", "c-2", "c-3"]);
}

#[test]
fn what_a_newer_version_wrote_is_not_damage() {
    let (snapshots, records) = store(&Protection::Plain, 3, &[0]);
    let newer_payload = br#"{"version":2,"what":"a later idea"}"#;
    let bytes = record::write(
        &Protection::Plain,
        Kind::Event,
        4,
        newer_payload,
        &mut Counter(0),
    );
    let mut newer_record = records[0].1.clone();
    newer_record[2] = 2;
    newer_record[14] ^= 1;
    for last in [bytes.unwrap(), newer_record] {
        let mut records = records.clone();
        records.push((4, last));
        let replayed = plain(&snapshots, &records);
        assert_eq!(replayed.report.verdict(), Verdict::NewerVersion);
        assert_eq!(names(&replayed), ["c-1", "c-2", "c-3"]);
        assert!(replayed.report.headline().contains("neueren"));
    }
}

#[test]
fn where_nothing_can_be_read_it_is_said_so() {
    let (snapshots, records) = store(&vault(1).1, 2, &[0]);
    let (_, other) = vault(2);
    let NothingReadable { report } = replay(&other, &snapshots, &records).unwrap_err();
    assert_eq!(
        report.losses,
        [
            unreadable(Part::Snapshot, 0, RecordFault::Tampered),
            unreadable(Part::Event, 1, RecordFault::Tampered),
            unreadable(Part::Event, 2, RecordFault::Tampered),
        ]
    );
    let nothing = Stored::new();
    assert!(replay(&Protection::Plain, &nothing, &nothing).is_err());
}

#[test]
fn every_flipped_byte_of_a_store_is_noticed_and_the_rest_is_read() {
    let (_, protection) = vault(1);
    let (snapshots, records) = store(&protection, 3, &[0]);
    for place in 0..records[1].1.len() {
        let mut records = records.clone();
        records[1].1[place] ^= 0x10;
        let replayed = replay(&protection, &snapshots, &records).unwrap();
        assert_eq!(replayed.report.verdict(), Verdict::Damaged, "byte {place}");
        assert_eq!(replayed.report.readable, 2, "byte {place}");
        assert_eq!(names(&replayed), ["c-1", "c-3"], "byte {place}");
    }
}

#[test]
fn a_rescue_file_is_a_store() {
    let (snapshots, records) = store(&Protection::Plain, 3, &[0, 2]);
    let listed = |stored: &Stored| {
        let parts: Vec<String> = stored
            .iter()
            .map(|(number, bytes)| format!("[{number},{}]", bytes.len()))
            .collect();
        parts.join(",")
    };
    let mut file = format!(
        "{{\"format\":\"kontaktdichte-rescue\",\"version\":1,\"written_at\":\"\",\"vault\":null,\
         \"snapshots\":[{}],\"records\":[{}]}}\n",
        listed(&snapshots),
        listed(&records)
    )
    .into_bytes();
    for (_, bytes) in snapshots.iter().chain(&records) {
        file.extend_from_slice(bytes);
    }
    let rescue = rescue::parse(&file).unwrap();
    let replayed = replay(&Protection::Plain, &rescue.snapshots, &rescue.records).unwrap();
    assert_eq!(replayed.report.verdict(), Verdict::Sound);
    assert_eq!(replayed.ledger.caseload(), ledger(3).caseload());
}
