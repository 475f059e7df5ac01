//! A fixed set of customers, evaluated for every day from the first of the edition to the end of
//! 2035, the states taking turns: no day is without an answer, and what follows from a result on one day
//! holds for all of them.

use chrono::{Days, NaiveDate};
use rules::edition::{Edition, EditionError, EditionId};
use rules::facts::{
    Appointment, Case, CaseId, Channel, Contact, FederalState, OfficeDays, Origin, Profile, Status,
    Supervision,
};
use rules::{Due, DueState, Fact, Group, Setting, Standard, evaluate};

/// The last day of the sweep.
const END: &str = "2035-12-31";

fn every_day() -> impl Iterator<Item = NaiveDate> {
    let end = day(END);
    EditionId::CURRENT
        .valid_from()
        .iter_days()
        .take_while(move |day| *day <= end)
}

fn setting(today: NaiveDate, state: FederalState) -> Result<Setting, EditionError> {
    let edition = Edition::in_force(EditionId::CURRENT, today, &[])?;
    Ok(Setting::new(today, edition, &OfficeDays::usual(state)))
}

struct Person {
    case: Case,
    contacts: Vec<Contact>,
    appointments: Vec<Appointment>,
}

impl Person {
    fn due(&self, setting: &Setting) -> Due {
        evaluate(&self.case, &self.contacts, &self.appointments, setting)
    }
}

#[expect(
    clippy::unwrap_used,
    reason = "a test that names an impossible day must fail"
)]
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A contact every `every` days, by turns in person, by video, in a group and in writing.
fn contacts(every: u64) -> Vec<Contact> {
    let channels = [
        Channel::InPerson,
        Channel::Video,
        Channel::Group,
        Channel::Written,
    ];
    let (first, end) = (day("2025-01-31"), day(END));
    (0..)
        .map(|number| first + Days::new(number * every))
        .take_while(|date| *date <= end)
        .zip(channels.into_iter().cycle())
        .zip(0..)
        .map(|((date, channel), number)| Contact {
            channel: Fact::Known(channel),
            ..Contact::bare(
                format!("k-{number:04}").as_str().into(),
                date,
                Origin::Entered,
            )
        })
        .collect()
}

fn unemployed(born: &str) -> Case {
    Case {
        birth_date: Fact::Known(day(born)),
        in_care_since: Fact::Known(day("2024-02-29")),
        status: Fact::Known(Status::Unemployed),
        profile: Fact::Known(Profile::F),
        progress_expected: Fact::Known(true),
        ..Case::default()
    }
}

/// Customers on whom some day of the sweep decides something.
fn people() -> Vec<Person> {
    let seen = |case: Case, every: u64| Person {
        case,
        contacts: contacts(every),
        appointments: Vec::new(),
    };
    vec![
        seen(unemployed("1985-03-10"), 100),
        seen(unemployed("2004-02-29"), 29),
        seen(
            Case {
                progress_expected: Fact::Known(false),
                ..unemployed("1979-08-31")
            },
            151,
        ),
        Person {
            case: unemployed("2008-02-29"),
            contacts: Vec::new(),
            appointments: (0..40)
                .map(|number| {
                    Appointment::bare(
                        format!("t-{number}").as_str().into(),
                        CaseId::from("c"),
                        day("2026-01-15") + Days::new(number * 91),
                        Origin::Entered,
                    )
                })
                .collect(),
        },
        seen(
            Case {
                supervision: Supervision::CaseManagement,
                ..Case::default()
            },
            60,
        ),
        seen(Case::default(), 200),
    ]
}

#[test]
fn every_day_of_ten_years_has_an_answer() {
    for (place, person) in people().iter().enumerate() {
        // The states take turns: sixteen of them and seven weekdays meet in every combination, and
        // each customer starts with another state.
        let states = FederalState::ALL.into_iter().cycle().skip(place * 5);
        for (today, state) in every_day().zip(states) {
            check(person, &setting(today, state).unwrap());
        }
    }
}

fn check(person: &Person, setting: &Setting) {
    let due = person.due(setting);
    let today = setting.today;
    let Some(window) = due.window else {
        assert!(matches!(due.state, DueState::Open | DueState::Exempt));
        return;
    };
    let lead = setting.edition.parameters().lead_days;
    let ahead = setting.edition.parameters().record_window_days;
    assert!(window.latest_appointment <= window.latest, "{today}");
    assert!(
        setting.calendar.is_working_day(window.latest_appointment),
        "{today}"
    );
    assert_eq!(
        lead.after(window.record_by),
        window.latest_appointment,
        "{today}"
    );
    let next = due
        .appointment
        .and_then(|index| person.appointments.get(index))
        .map(|appointment| appointment.date);
    assert!(next.is_none_or(|date| date >= today));
    let expected = match next {
        _ if window.latest < today => DueState::Overdue,
        Some(date) if date <= window.latest => DueState::Scheduled,
        Some(_) => DueState::ScheduledLate,
        None if window.record_by < today => DueState::LeadMissed,
        None if window.record_by <= ahead.after(today) => DueState::RecordNow,
        None => DueState::Ok,
    };
    assert_eq!(due.state, expected, "{today}");
    let late = due.days_overdue(today).is_some();
    assert_eq!(late, expected == DueState::Overdue, "{today}");
}

#[test]
fn the_group_changes_on_the_day_that_was_announced_and_on_no_other() {
    let outlook = 60;
    for (born, birthday) in [
        ("2004-02-29", "2029-03-01"),
        ("2003-02-28", "2028-02-28"),
        ("2008-02-29", "2033-03-01"),
        ("2001-01-01", "2026-01-01"),
    ] {
        let person = Person {
            case: unemployed(born),
            contacts: contacts(29),
            appointments: Vec::new(),
        };
        let birthday = day(birthday);
        for today in every_day() {
            let due = person.due(&setting(today, FederalState::BW).unwrap());
            let standard = if today < birthday {
                Standard::U25
            } else {
                Standard::K1
            };
            assert_eq!(due.group, Group::Under(standard), "{born} on {today}");
            let near = today < birthday && birthday <= today + Days::new(outlook);
            assert_eq!(
                due.changes_on,
                near.then_some(birthday),
                "{born} on {today}"
            );
        }
    }
}

#[test]
fn without_a_new_contact_an_overdue_customer_stays_overdue() {
    for person in people() {
        let frozen = Person {
            contacts: person
                .contacts
                .iter()
                .filter(|contact| contact.date <= EditionId::CURRENT.valid_from())
                .cloned()
                .collect(),
            appointments: Vec::new(),
            case: Case {
                // From the first day on no longer under 25, so that the group stays.
                birth_date: person.case.birth_date.map(|_| day("1990-05-05")),
                ..person.case
            },
        };
        let mut was = None;
        for today in every_day() {
            let due = frozen.due(&setting(today, FederalState::SN).unwrap());
            let overdue = due.days_overdue(today);
            if let Some(before) = was {
                assert_eq!(overdue, Some(before + 1), "{today}");
            }
            was = overdue;
        }
    }
}
