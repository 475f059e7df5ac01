//! Random customers for the properties.
//!
//! A customer is generated around a day, so that birthdays, months and contacts lie where rules
//! decide something. About a third of the facts is not known; `slots` fills them in.

mod records;
pub mod slots;

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;
use rules::edition::{
    Edition, EditionError, EditionId, LocalParameter, Parameter, ParameterValue, U25Mode,
};
use rules::facts::{
    Appointment, Case, CaseId, Category, Channel, Closure, Contact, FederalState, Fte, OfficeDays,
    Origin, Outcome, PhoneGrounds, Profile, SelfEmployment, Status, Supervision,
};
use rules::{Due, Fact, Setting, evaluate};

/// A customer with contacts and appointments.
#[derive(Debug, Clone)]
pub struct Person {
    pub case: Case,
    pub contacts: Vec<Contact>,
    pub appointments: Vec<Appointment>,
}

impl Person {
    pub fn due(&self, setting: &Setting) -> Due {
        evaluate(&self.case, &self.contacts, &self.appointments, setting)
    }
}

/// How far back contacts and periods of benefit reach.
const PAST_DAYS: u64 = 800;

/// A setting and a customer around its day.
pub fn person() -> impl Strategy<Value = (Setting, Person)> {
    (0..3650u64, settings()).prop_flat_map(|(days, choices)| {
        let today = EditionId::CURRENT.valid_from() + Days::new(days);
        let person = (
            records::checked_case(case(today), today),
            proptest::collection::vec(records::checked_contact(contact(today)), 0..5),
            proptest::collection::vec(appointment(today), 0..3),
        )
            .prop_map(|(case, contacts, appointments)| Person {
                case,
                contacts: contacts.into_iter().enumerate().map(named).collect(),
                appointments: appointments
                    .into_iter()
                    .enumerate()
                    .map(|(place, appointment)| Appointment {
                        id: format!("t-{place}").as_str().into(),
                        ..appointment
                    })
                    .collect(),
            });
        (Just(setting(today, &choices)), person)
            .prop_filter_map("the edition holds", |(setting, person)| {
                Some((setting.ok()?, person))
            })
    })
}

/// What an office may decide: its state, its closures as days from today, its own numbers.
#[derive(Debug, Clone)]
pub struct OfficeChoices {
    pub state: FederalState,
    pub closed_in: Vec<u64>,
    pub changes: Vec<(Parameter, ParameterValue)>,
}

fn settings() -> impl Strategy<Value = OfficeChoices> {
    let change = prop_oneof![
        (1..9u16).prop_map(|months| (Parameter::K1Months, ParameterValue::Number(months))),
        (1..9u16).prop_map(|months| (Parameter::K3Months, ParameterValue::Number(months))),
        (0..3u16).prop_map(|count| (Parameter::GroupPerYear, ParameterValue::Number(count))),
        (0..30u16).prop_map(|days| (Parameter::LeadDays, ParameterValue::Number(days))),
        Just((
            Parameter::U25Mode,
            ParameterValue::U25Mode(U25Mode::Rolling)
        )),
    ];
    (
        proptest::sample::select(FederalState::ALL.to_vec()),
        proptest::collection::vec(0..200u64, 0..20),
        prop_oneof![
            2 => Just(Vec::new()),
            1 => proptest::collection::vec(change, 1..3)
        ],
    )
        .prop_map(|(state, closed_in, changes)| OfficeChoices {
            state,
            closed_in,
            changes,
        })
}

/// The setting of an office on `today`.
pub fn setting(today: NaiveDate, choices: &OfficeChoices) -> Result<Setting, EditionError> {
    let changes: Vec<LocalParameter> = choices
        .changes
        .iter()
        .map(|(parameter, value)| LocalParameter {
            parameter: *parameter,
            value: *value,
            since: today,
            reason: None,
        })
        .collect();
    let office = OfficeDays {
        state: choices.state,
        fte: Fte::FULL,
        working_days: Vec::new(),
        hours: Vec::new(),
        absences: Vec::new(),
        closures: choices
            .closed_in
            .iter()
            .map(|days| Closure {
                date: today + Days::new(*days),
                reason: None,
            })
            .collect(),
    };
    let edition = Edition::in_force(EditionId::CURRENT, today, &changes)?;
    Ok(Setting::new(today, edition, &office))
}

fn known_or_not<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Fact<T>> {
    prop_oneof![
        2 => value.prop_map(Fact::Known),
        1 => Just(Fact::Unknown)
    ]
    .boxed()
}

fn yes_or_no() -> BoxedStrategy<Fact<bool>> {
    known_or_not(any::<bool>())
}

fn born(today: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    let near_25 = today - Months::new(25 * 12);
    prop_oneof![
        (0..3000u64).prop_map(move |days| near_25 + Days::new(days)),
        (0..9000u64).prop_map(move |days| near_25 - Days::new(days)),
        (0..70u64).prop_map(move |days| near_25 + Days::new(days)),
    ]
}

fn case(today: NaiveDate) -> impl Strategy<Value = Case> {
    let status = proptest::sample::select(vec![
        Status::Unemployed,
        Status::Unemployed,
        Status::Unemployed,
        Status::JobSeeking,
        Status::NotSet,
    ]);
    let profile = proptest::sample::select(vec![
        Profile::M,
        Profile::F,
        Profile::S,
        Profile::U,
        Profile::I,
        Profile::Z,
    ]);
    let supervision = prop_oneof![
        8 => Just(Supervision::Regular),
        1 => Just(Supervision::CaseManagement),
        1 => Just(Supervision::EmployerAcquisition),
    ];
    let category = proptest::sample::select(vec![None, Some(Category::K1), Some(Category::K3)]);
    let business = (yes_or_no(), yes_or_no()).prop_map(|(main, exit)| SelfEmployment {
        main_occupation: main,
        exit_to_insured_job_is_goal: exit,
    });
    (
        known_or_not(born(today)),
        known_or_not((0..PAST_DAYS).prop_map(move |days| today - Days::new(days))),
        known_or_not(status),
        proptest::bool::weighted(0.15),
        known_or_not(profile),
        category,
        supervision,
        yes_or_no(),
        proptest::option::weighted(0.3, business),
    )
        .prop_map(
            |(
                born,
                since,
                status,
                integrated,
                profile,
                category,
                supervision,
                progress,
                business,
            )| {
                Case {
                    birth_date: born,
                    in_care_since: since,
                    status,
                    integrated,
                    profile,
                    category,
                    supervision,
                    progress_expected: progress,
                    self_employment: business,
                    ..Case::default()
                }
            },
        )
}

fn contact(today: NaiveDate) -> impl Strategy<Value = Contact> {
    let channel = proptest::sample::select(vec![
        Channel::InPerson,
        Channel::Video,
        Channel::Phone,
        Channel::Phone,
        Channel::Group,
        Channel::Group,
        Channel::Written,
    ]);
    let grounds = (yes_or_no(), yes_or_no(), yes_or_no(), yes_or_no()).prop_map(
        |(reason, plan, immediate, unsuitable)| PhoneGrounds {
            reason_documented: reason,
            plan_sent: plan,
            immediate_action: immediate,
            other_channel_unsuitable: unsuitable,
        },
    );
    // Few distinct days, so that contacts fall together.
    let date = prop_oneof![
        (0..PAST_DAYS / 50).prop_map(|fifties| fifties * 50),
        (0..200u64),
    ]
    .prop_map(move |days| today + Days::new(10) - Days::new(days));
    let agreed = proptest::option::weighted(
        0.2,
        (0..300u64).prop_map(move |days| today + Days::new(days)),
    );
    (date, known_or_not(channel), grounds, agreed).prop_map(|(date, channel, grounds, agreed)| {
        Contact {
            channel,
            phone_grounds: grounds,
            next_contact_by: agreed,
            ..Contact::bare("k".into(), date, Origin::Entered)
        }
    })
}

fn named((place, contact): (usize, Contact)) -> Contact {
    Contact {
        id: format!("k-{place}").as_str().into(),
        ..contact
    }
}

fn appointment(today: NaiveDate) -> impl Strategy<Value = Appointment> {
    let outcome = prop_oneof![
        3 => Just(Outcome::Open),
        1 => Just(Outcome::Held),
        1 => Just(Outcome::NoShow),
        1 => Just(Outcome::Cancelled),
    ];
    (0..250u64, outcome).prop_map(move |(days, outcome)| Appointment {
        outcome,
        ..Appointment::bare(
            "t".into(),
            CaseId::from("c"),
            today + Days::new(days) - Days::new(20),
            Origin::Entered,
        )
    })
}
