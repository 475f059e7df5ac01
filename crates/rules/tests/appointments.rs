//! What holds for every calendar: the order of the appointments never matters, the counts of a week
//! fit together, and no appointment, however odd, stops the program.
#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod chance;

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;
use rules::calendar::IsoWeek;
use rules::edition::{Edition, EditionId};
use rules::facts::{
    Absence, Appointment, AppointmentId, Canceller, Case, CaseId, Channel, FederalState, Fte,
    OfficeDays, Origin, Outcome, Status, Supervision,
};
use rules::wording;
use rules::{
    AppointmentBook, Dossier, Fact, Finding, Schedule, Setting, WeekFigures, check, evaluate,
};

/// A Wednesday.
const TODAY: &str = "2026-12-09";

fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

fn known_or_not<T: std::fmt::Debug + Clone + 'static>(
    values: Vec<T>,
) -> impl Strategy<Value = Fact<T>> {
    proptest::option::weighted(0.8, proptest::sample::select(values)).prop_map(Fact::from)
}

fn near_today() -> impl Strategy<Value = NaiveDate> {
    (0..24u64).prop_map(|days| today() - Days::new(12) + Days::new(days))
}

/// One of few ids, so that appointments name each other, and some that nobody has.
fn some_id() -> impl Strategy<Value = Option<AppointmentId>> {
    proptest::option::weighted(
        0.3,
        (0..14u32).prop_map(|place| AppointmentId::from(format!("t-{place:02}").as_str())),
    )
}

prop_compose! {
    fn appointment()(
        date in near_today(),
        start in known_or_not(vec![NaiveTime::MIN, NaiveTime::from_hms_opt(9, 0, 0).unwrap()]),
        channel in known_or_not(vec![
            Channel::InPerson, Channel::Video, Channel::Phone, Channel::Group, Channel::Group, Channel::Written,
        ]),
        recorded_on in proptest::option::of(near_today()),
        legal_notice in known_or_not(vec![true, false]),
        outcome in proptest::sample::select(vec![
            Outcome::Open, Outcome::Open, Outcome::Held, Outcome::NotHeld, Outcome::Cancelled,
            Outcome::NoShow, Outcome::Voided,
        ]),
        cancelled_on in proptest::option::of(near_today()),
        cancelled_by in known_or_not(vec![Canceller::Customer, Canceller::Office]),
        replaces in some_id(),
        refills in some_id(),
        from_list in proptest::bool::weighted(0.2),
    ) -> Appointment {
        let origin = if from_list { Origin::List } else { Origin::Entered };
        Appointment {
            start,
            channel,
            recorded_on,
            legal_notice,
            outcome,
            cancelled_on: cancelled_on.into(),
            cancelled_by,
            replaces,
            refills,
            ..Appointment::bare("t".into(), CaseId::from("c-1"), date, origin)
        }
    }
}

/// The appointments of a customer, each with an id of its own.
fn appointments() -> impl Strategy<Value = Vec<Appointment>> {
    proptest::collection::vec(appointment(), 0..14).prop_map(|all| {
        all.into_iter()
            .zip(0..)
            .map(|(appointment, place)| Appointment {
                id: format!("t-{place:02}").as_str().into(),
                ..appointment
            })
            .collect()
    })
}

prop_compose! {
    fn setting()(
        hundredths in 5..=100u8,
        working_days in proptest::sample::subsequence(
            vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat],
            0..=6,
        ),
        absence in proptest::option::of((near_today(), near_today())),
    ) -> Setting {
        let office = OfficeDays {
            fte: Fte::from_hundredths(hundredths).unwrap(),
            working_days,
            absences: absence
                .map(|(from, to)| Absence { from, to, reason: None })
                .into_iter()
                .collect(),
            ..OfficeDays::usual(FederalState::BW)
        };
        let edition = Edition::in_force(EditionId::CURRENT, today(), &[]).unwrap();
        Setting::new(today(), edition, &office)
    }
}

prop_compose! {
    fn case()(
        status in known_or_not(vec![Status::Unemployed, Status::JobSeeking]),
        supervision in proptest::sample::select(vec![Supervision::Regular, Supervision::CaseManagement]),
    ) -> Case {
        Case { status, supervision, ..Case::default() }
    }
}

fn findings(case: &Case, appointments: &[Appointment], setting: &Setting) -> Vec<Finding> {
    let due = evaluate(case, &[], appointments, setting);
    let book = AppointmentBook::of(appointments);
    let dossier = Dossier {
        case,
        contacts: &[],
        appointments,
        due: &due,
    };
    check(dossier, &book, setting)
}

/// The week of today and its neighbours.
fn weeks(appointments: &[Appointment], setting: &Setting) -> Vec<WeekFigures> {
    let schedule = Schedule::of(appointments, setting.edition.parameters());
    let this = IsoWeek::of(today());
    [this.previous(), this, this.next()]
        .map(|week| schedule.week(week, setting))
        .into()
}

proptest! {
    #![proptest_config(chance::config(500))]

    #[test]
    fn the_order_of_the_appointments_never_matters(
        (given, shuffled) in appointments()
            .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
        case in case(),
        setting in setting(),
    ) {
        prop_assert_eq!(
            findings(&case, &given, &setting),
            findings(&case, &shuffled, &setting)
        );
        prop_assert_eq!(weeks(&given, &setting), weeks(&shuffled, &setting));
    }

    #[test]
    fn the_figures_of_a_week_fit_together(given in appointments(), setting in setting()) {
        for figures in weeks(&given, &setting) {
            let in_week = given.iter().filter(|one| IsoWeek::of(one.date) == figures.week).count();
            let counted: u32 = figures.per_day.iter().map(|counted| counted.count).sum();
            prop_assert!(usize::try_from(counted.max(figures.scheduled)).unwrap() <= in_week);
            prop_assert!(usize::try_from(figures.held).unwrap() <= in_week);
            prop_assert!(figures.reachable <= figures.quota && figures.quota <= 25);
            prop_assert!(figures.shortfall == 0 || figures.scheduled + figures.shortfall == figures.quota);
            prop_assert!(figures.per_day.is_sorted_by_key(|counted| counted.day));
            let places = Schedule::places(&given);
            for counted in &figures.per_day {
                let on_day = places.iter().filter(|one| one.date == counted.day).count();
                prop_assert_eq!(u32::try_from(on_day), Ok(counted.count));
            }
            for day in &figures.available_days {
                prop_assert!(setting.is_available(*day));
                prop_assert!(figures.per_day.iter().any(|counted| counted.day == *day));
            }
        }
    }

    #[test]
    fn a_share_of_a_post_rounds_up_by_less_than_one(setting in setting()) {
        let (quota, share) = (setting.weekly_quota(), u32::from(setting.office.fte.hundredths()));
        prop_assert!(quota * 100 >= 25 * share && quota * 100 < 25 * share + 100);
    }

    #[test]
    fn every_finding_has_a_sentence(
        given in appointments(),
        case in case(),
        setting in setting(),
    ) {
        for finding in findings(&case, &given, &setting) {
            let said = wording::finding(&finding, &[], &given);
            prop_assert!(said.text.ends_with('.'), "{:?}", said);
            prop_assert!(said.recorded != Some(String::new()), "{:?}", said);
        }
        for figures in weeks(&given, &setting) {
            for problem in &figures.problems {
                let said = wording::week_finding(*problem, &figures, &setting);
                let over = problem.day().unwrap_or(figures.week.sunday()) < setting.today;
                prop_assert_eq!(said.text.contains("bitte"), !over, "{:?}", said);
            }
        }
    }
}
