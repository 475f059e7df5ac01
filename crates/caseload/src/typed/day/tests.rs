use super::{Leaning, NoDay, day};
use chrono::{NaiveDate, Weekday};

/// A Sunday.
fn today() -> NaiveDate {
    date("2026-11-22")
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn check(leaning: Leaning, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let read = day(text, leaning, today());
        assert_eq!(read, Ok(date(expected)), "{text:?} {leaning:?}");
    }
}

#[test]
fn a_day_with_its_year_is_read_in_every_usual_spelling() {
    let table = [
        ("3.9.2026", "2026-09-03"),
        ("03.09.26", "2026-09-03"),
        ("3. 9. 2026", "2026-09-03"),
        ("3,9,26", "2026-09-03"),
        ("2026-09-03", "2026-09-03"),
        ("03092026", "2026-09-03"),
        ("030926", "2026-09-03"),
        ("3. September 2026", "2026-09-03"),
        ("3 sept. 26", "2026-09-03"),
        ("1. März 2027", "2027-03-01"),
        ("1. MAERZ 2027", "2027-03-01"),
        ("1 mrz 27", "2027-03-01"),
        ("am 3.9.2026", "2026-09-03"),
        ("bis zum 3.9.2026", "2026-09-03"),
        ("Do 03.09.2026", "2026-09-03"),
        ("Donnerstag, den 3. September 2026", "2026-09-03"),
        ("29.02.2028", "2028-02-29"),
    ];
    check(Leaning::Back, &table);
    check(Leaning::Ahead, &table);
}

#[test]
fn a_missing_year_is_the_one_that_makes_sense() {
    check(
        Leaning::Back,
        &[
            ("3.9.", "2026-09-03"),
            ("3.9", "2026-09-03"),
            ("0309", "2026-09-03"),
            ("3. Sep", "2026-09-03"),
            ("22.11.", "2026-11-22"),
            ("1.1.", "2026-01-01"),
            // Tomorrow is a slip that has to be told, not a day of last year.
            ("23.11.", "2026-11-23"),
            ("23.12.", "2026-12-23"),
            ("24.12.", "2025-12-24"),
        ],
    );
    check(
        Leaning::Ahead,
        &[
            ("7.12.", "2026-12-07"),
            ("7. Dez.", "2026-12-07"),
            ("14.1.", "2027-01-14"),
            ("22.11.", "2026-11-22"),
            ("21.11.", "2026-11-21"),
            ("22.10.", "2026-10-22"),
            ("21.10.", "2027-10-21"),
            ("Mo 7.12.", "2026-12-07"),
        ],
    );
}

#[test]
fn words_count_from_today() {
    let table = [
        ("heute", "2026-11-22"),
        ("HEUTE", "2026-11-22"),
        ("morgen", "2026-11-23"),
        ("übermorgen", "2026-11-24"),
        ("Uebermorgen", "2026-11-24"),
        ("gestern", "2026-11-21"),
        ("vorgestern", "2026-11-20"),
        ("in 2 wochen", "2026-12-06"),
        ("in zwei Wochen", "2026-12-06"),
        ("in einer Woche", "2026-11-29"),
        ("in 10 tagen", "2026-12-02"),
        ("in 3 monaten", "2027-02-22"),
        ("in einem Jahr", "2027-11-22"),
        ("vor 3 Tagen", "2026-11-19"),
        ("vor 2 Wochen", "2026-11-08"),
        ("+10", "2026-12-02"),
        ("+6w", "2027-01-03"),
        ("- 3 t", "2026-11-19"),
        ("nächsten Dienstag", "2026-11-24"),
        ("naechsten di", "2026-11-24"),
        ("kommenden Sonntag", "2026-11-29"),
        ("übernächsten Dienstag", "2026-12-01"),
        ("letzten Sonntag", "2026-11-15"),
        ("vorigen Freitag", "2026-11-20"),
        ("diesen Freitag", "2026-11-20"),
        ("nächste Woche Mi", "2026-11-25"),
        ("Mi nächste Woche", "2026-11-25"),
        ("Fr letzter Woche", "2026-11-13"),
    ];
    check(Leaning::Back, &table);
    check(Leaning::Ahead, &table);
}

#[test]
fn months_end_with_their_last_day() {
    let read = day("in 4 Monaten", Leaning::Ahead, date("2026-10-31"));
    assert_eq!(read, Ok(date("2027-02-28")));
}

#[test]
fn a_direction_that_is_not_typed_is_that_of_the_field() {
    check(
        Leaning::Ahead,
        &[
            ("Mo", "2026-11-23"),
            ("so", "2026-11-22"),
            ("Samstag", "2026-11-28"),
            ("Sonnabend", "2026-11-28"),
            ("6w", "2027-01-03"),
            ("4m", "2027-03-22"),
            ("10 t", "2026-12-02"),
            ("Mo KW 50", "2026-12-07"),
            ("Di, KW 2", "2027-01-12"),
            ("Di KW 2/2026", "2026-01-06"),
        ],
    );
    check(
        Leaning::Back,
        &[
            ("Mo", "2026-11-16"),
            ("so", "2026-11-22"),
            ("2w", "2026-11-08"),
            ("Di KW 2", "2026-01-06"),
            ("Mo KW 50", "2026-12-07"),
            ("Fr KW 52", "2025-12-26"),
        ],
    );
}

#[test]
fn what_is_no_day_is_told_with_what_would_be_right() {
    let table = [
        ("", NoDay::Empty),
        ("   ", NoDay::Empty),
        ("31.02.2026", NoDay::Impossible),
        ("31.2.", NoDay::Impossible),
        ("29.02.", NoDay::Impossible),
        ("29.02.2027", NoDay::Impossible),
        ("3.13.", NoDay::Impossible),
        ("0.9.2026", NoDay::Impossible),
        ("2026", NoDay::Impossible),
        (
            "Di 07.12.2026",
            NoDay::OtherWeekday {
                day: date("2026-12-07"),
                typed: Weekday::Tue,
            },
        ),
        ("KW 50", NoDay::WholeWeek),
        ("kw50", NoDay::WholeWeek),
        ("nächste Woche", NoDay::WholeWeek),
        ("Mo KW 54", NoDay::NoSuchWeek),
        ("Mo KW 53/2025", NoDay::NoSuchWeek),
        ("1.1.1899", NoDay::OutOfRange),
        ("1.1.2101", NoDay::OutOfRange),
        ("3/9/2026", NoDay::Unreadable),
        ("3.9.2026?", NoDay::Unreadable),
        ("3.9.026", NoDay::Unreadable),
        ("003.9.26", NoDay::Unreadable),
        ("3.9.2026 abends", NoDay::Unreadable),
        ("12345", NoDay::Unreadable),
        ("7", NoDay::Unreadable),
        ("Herbst", NoDay::Unreadable),
        ("nächsten Herbst", NoDay::Unreadable),
        ("in 2 Jahrzehnten", NoDay::Unreadable),
        ("in Wochen", NoDay::Unreadable),
        ("3. Brumaire", NoDay::Unreadable),
        ("Montag in 2 Wochen", NoDay::Unreadable),
    ];
    for (text, expected) in table {
        for leaning in [Leaning::Back, Leaning::Ahead] {
            assert_eq!(day(text, leaning, today()), Err(expected), "{text:?}");
        }
        assert!(expected.to_string().len() > 20, "{expected:?}");
    }
}

#[test]
fn another_weekday_is_named() {
    let text = day("Di 07.12.2026", Leaning::Ahead, today()).unwrap_err();
    assert_eq!(
        text.to_string(),
        "Der 07.12.2026 ist ein Montag, kein Dienstag. Bitte berichtigen Sie eines von beiden."
    );
}
