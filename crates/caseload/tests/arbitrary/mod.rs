//! Arbitrary caseloads: every field known or unknown, every value that a file can hold.

use caseload::{
    Caseload, Caseworker, Customer, CustomerNumber, Exception, Transfer, TransferSystem,
};
use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rules::edition::{Domain, EditionId, LocalParameter, Parameter, ParameterValue, U25Mode};
use rules::facts::{
    Absence, Appointment, AppointmentId, Canceller, Case, CaseId, Category, Channel, Closure,
    ConsultationKind, Contact, ContactId, Delivery, FederalState, FourPhases, Fte, Hours,
    NextInvitation, OfficeDays, Origin, Outcome, PhoneGrounds, Profile, ProfileI, ProfileIWork,
    ProfileZ, ProfileZReason, SelfEmployment, Status, Supervision,
};
use rules::{Fact, Rule};

fn fact<T: std::fmt::Debug + Clone>(
    known: impl Strategy<Value = T>,
) -> impl Strategy<Value = Fact<T>> {
    of(known).prop_map(Fact::from)
}

fn flag() -> impl Strategy<Value = Fact<bool>> {
    fact(any::<bool>())
}

/// Any day that a file can write, from the year 1 to the year 9999.
fn day() -> impl Strategy<Value = NaiveDate> {
    (1..=3_652_059i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).unwrap())
}

fn birthday(today: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    (0..45_000u64).prop_map(move |days| today - Days::new(days))
}

fn minute(range: std::ops::Range<u32>) -> impl Strategy<Value = NaiveTime> {
    range.prop_map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap())
}

fn text() -> impl Strategy<Value = Option<String>> {
    of(any::<String>())
}

fn channel() -> impl Strategy<Value = Fact<Channel>> {
    use Channel::{Group, InPerson, Phone, Video, Written};
    fact(select(vec![InPerson, Video, Phone, Group, Written]))
}

fn kind() -> impl Strategy<Value = Fact<ConsultationKind>> {
    fact(select(vec![
        ConsultationKind::First,
        ConsultationKind::FollowUp,
    ]))
}

fn origin() -> impl Strategy<Value = Origin> {
    select(vec![Origin::Entered, Origin::List])
}

fn caseworker() -> impl Strategy<Value = Caseworker> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let hours = (0..1439u32)
        .prop_flat_map(|from| (minute(from..from + 1), minute(from + 1..1440)))
        .prop_map(|(from, to)| Hours { from, to });
    let absence = (day(), day(), text()).prop_map(|(one, other, reason)| Absence {
        from: one.min(other),
        to: one.max(other),
        reason,
    });
    let closure = (day(), text()).prop_map(|(date, reason)| Closure { date, reason });
    (
        text(),
        select(FederalState::ALL.to_vec()),
        (5..=100u8).prop_map(|hundredths| Fte::from_hundredths(hundredths).unwrap()),
        subsequence(vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun], 0..=7),
        prop::collection::vec(hours, 0..3),
        prop::collection::vec(absence, 0..3),
        prop::collection::vec(closure, 0..3),
    )
        .prop_map(
            |(name, state, fte, working_days, hours, absences, closures)| Caseworker {
                name,
                office: OfficeDays {
                    state,
                    fte,
                    working_days,
                    hours,
                    absences,
                    closures,
                },
            },
        )
}

fn parameter() -> impl Strategy<Value = LocalParameter> {
    let named = select(Parameter::ALL.to_vec()).prop_flat_map(|parameter| {
        let value = match parameter.domain() {
            Domain::Number { least, most } => {
                (least..=most).prop_map(ParameterValue::Number).boxed()
            }
            Domain::U25Mode => select(vec![U25Mode::CalendarMonth, U25Mode::Rolling])
                .prop_map(ParameterValue::U25Mode)
                .boxed(),
        };
        (Just(parameter), value)
    });
    (named, day(), text()).prop_map(|((parameter, value), since, reason)| LocalParameter {
        parameter,
        value,
        since,
        reason,
    })
}

fn facts(today: NaiveDate) -> impl Strategy<Value = Case> {
    let person = (
        fact(birthday(today)),
        fact(day()),
        fact(select(vec![
            Status::Unemployed,
            Status::JobSeeking,
            Status::NotSet,
        ])),
        any::<bool>(),
        fact(select(vec![
            Profile::M,
            Profile::A,
            Profile::F,
            Profile::E,
            Profile::S,
            Profile::U,
            Profile::I,
            Profile::Z,
        ])),
        of(select(vec![Category::K1, Category::K3])),
        select(vec![
            Supervision::Regular,
            Supervision::CaseManagement,
            Supervision::EmployerAcquisition,
        ]),
    );
    let own = (flag(), flag()).prop_map(|(main, exit)| SelfEmployment {
        main_occupation: main,
        exit_to_insured_job_is_goal: exit,
    });
    let work = select(vec![
        ProfileIWork::FullTimeInsured,
        ProfileIWork::SelfEmployed,
        ProfileIWork::Other,
    ]);
    let profile_i = (flag(), fact(work), flag(), flag(), flag()).prop_map(
        |(possibilities_exhausted, work, still_in_need, reason_documented, potential_exists)| {
            ProfileI {
                possibilities_exhausted,
                work,
                still_in_need,
                reason_documented,
                potential_exists,
            }
        },
    );
    let reason = select(vec![
        ProfileZReason::ChildUnder3,
        ProfileZReason::Care,
        ProfileZReason::ReducedCapacity,
        ProfileZReason::CompulsorySchool,
        ProfileZReason::FullTimeDegree,
        ProfileZReason::DualTraining,
        ProfileZReason::TrainingAid,
    ]);
    let profile_z = (fact(day()), of(reason), fact(day()), fact(day())).prop_map(
        |(from, reason, child_born_on, until)| ProfileZ {
            from,
            reason,
            child_born_on,
            until,
        },
    );
    let phases = (flag(), flag(), flag(), flag(), flag()).prop_map(
        |(potential_analysis, goal, strategy, cooperation_plan, documented_with_task)| FourPhases {
            potential_analysis,
            goal,
            strategy,
            cooperation_plan,
            documented_with_task,
        },
    );
    let flags = (flag(), flag(), flag());
    (person, flags, of(own), of(profile_i), of(profile_z), phases).prop_map(
        |(person, flags, self_employment, profile_i, profile_z, four_phases)| {
            let (birth_date, in_care_since, status, integrated, profile, category, supervision) =
                person;
            let (k3_marker_set, progress_expected, digital_consent) = flags;
            Case {
                birth_date,
                in_care_since,
                status,
                integrated,
                profile,
                category,
                k3_marker_set,
                supervision,
                progress_expected,
                self_employment,
                profile_i,
                profile_z,
                digital_consent,
                four_phases,
            }
        },
    )
}

/// A contact without an id of its own yet, and its topics.
fn contact() -> impl Strategy<Value = (Contact, Option<String>)> {
    let basics = (
        day(),
        channel(),
        kind(),
        fact(1..=600u16),
        of(day()),
        of(day()),
    );
    let flags = (flag(), flag(), flag());
    let delivery = prop::collection::btree_set(
        select(vec![
            Delivery::HandedOver,
            Delivery::Sent,
            Delivery::DigitalMailbox,
        ]),
        0..=3,
    );
    let grounds = (flag(), flag(), flag(), flag()).prop_map(
        |(reason_documented, plan_sent, immediate_action, other_channel_unsuitable)| PhoneGrounds {
            reason_documented,
            plan_sent,
            immediate_action,
            other_channel_unsuitable,
        },
    );
    let invitation = fact(select(vec![
        NextInvitation::HandedOver,
        NextInvitation::TaskAndPlanNote,
        NextInvitation::None,
    ]));
    (
        basics,
        flags,
        fact(delivery),
        grounds,
        invitation,
        origin(),
        text(),
    )
        .prop_map(
            |(basics, flags, plan_delivery, phone_grounds, next_invitation, origin, topics)| {
                let (date, channel, kind, duration_minutes, documented_on, next_contact_by) =
                    basics;
                let (duration_reason_documented, plan_updated, category_reviewed) = flags;
                let contact = Contact {
                    channel,
                    kind,
                    duration_minutes,
                    duration_reason_documented,
                    documented_on,
                    plan_updated,
                    plan_delivery,
                    phone_grounds,
                    category_reviewed,
                    next_invitation,
                    next_contact_by,
                    ..Contact::bare(ContactId::from(""), date, origin)
                };
                (contact, topics)
            },
        )
}

/// An appointment without ids yet.
fn appointment() -> impl Strategy<Value = Appointment> {
    let slot = (1..=600u16).prop_flat_map(|minutes| {
        let last_start = 1440 - u32::from(minutes);
        (fact(minute(0..last_start + 1)), fact(Just(minutes)))
    });
    let outcome = select(vec![
        Outcome::Open,
        Outcome::Held,
        Outcome::NotHeld,
        Outcome::Cancelled,
        Outcome::NoShow,
        Outcome::Voided,
    ]);
    let cancelled = (
        fact(day()),
        fact(select(vec![Canceller::Customer, Canceller::Office])),
    );
    let reference = || of("[a-z]{1,4}".prop_map(|id| AppointmentId::from(id.as_str())));
    (
        (day(), origin(), slot, channel(), kind()),
        (of(day()), of(day()), flag(), outcome, cancelled),
        (reference(), reference(), any::<bool>()),
    )
        .prop_map(|(basics, course, links)| {
            let (date, origin, (start, duration_minutes), channel, kind) = basics;
            let (recorded_on, invited_on, legal_notice, outcome, cancelled) = course;
            let (replaces, refills, pinned) = links;
            let (cancelled_on, cancelled_by) = cancelled;
            Appointment {
                start,
                duration_minutes,
                channel,
                kind,
                recorded_on,
                invited_on,
                legal_notice,
                outcome,
                cancelled_on,
                cancelled_by,
                replaces,
                refills,
                pinned,
                ..Appointment::bare(AppointmentId::from(""), CaseId::from(""), date, origin)
            }
        })
}

fn customer(today: NaiveDate) -> impl Strategy<Value = Customer> {
    let record = (".{1,12}", text(), channel(), text(), of(day()), text());
    (
        record,
        facts(today),
        prop::collection::vec(contact(), 0..4),
        prop::collection::vec(appointment(), 0..3),
    )
        .prop_map(|(record, facts, contacts, appointments)| {
            let (number, name, preferred_channel, note, closed_on, closed_reason) = record;
            let number = CustomerNumber::new(&number).unwrap();
            let mut customer = Customer {
                name,
                facts,
                preferred_channel,
                note,
                closed_on,
                closed_reason,
                appointments,
                ..Customer::new(CaseId::from("unnamed"), number)
            };
            // The ids are not set yet, so topics wait under the place of their contact.
            for (place, (mut contact, topics)) in contacts.into_iter().enumerate() {
                contact.id = ContactId::from(place.to_string().as_str());
                if let Some(topics) = topics {
                    customer.topics.insert(contact.id.clone(), topics);
                }
                customer.contacts.push(contact);
            }
            customer
        })
}

/// Gives everything of a customer ids that are unique in the file.
fn with_ids((place, mut customer): (usize, Customer)) -> Customer {
    customer.id = CaseId::from(format!("c {place} „ü“").as_str());
    let id = |old: &ContactId| ContactId::from(format!("k/{place}/{old}").as_str());
    customer.topics = customer
        .topics
        .into_iter()
        .map(|(old, topics)| (id(&old), topics))
        .collect();
    for contact in &mut customer.contacts {
        contact.id = id(&contact.id);
    }
    for (index, appointment) in customer.appointments.iter_mut().enumerate() {
        appointment.id = AppointmentId::from(format!("t/{place}/{index}").as_str());
        appointment.case = customer.id.clone();
    }
    customer
}

fn exceptions() -> impl Strategy<Value = Vec<Exception>> {
    let exception = (select(Rule::ALL.to_vec()), text(), of(day()));
    prop::collection::vec(exception, 0..3).prop_map(|exceptions| {
        let numbered = exceptions.into_iter().enumerate();
        numbered
            .map(|(index, (rule, reason, noted_on))| Exception {
                id: format!("x-{index}"),
                case: CaseId::from("c"),
                rule,
                reason,
                noted_on,
            })
            .collect()
    })
}

fn transfers() -> impl Strategy<Value = Vec<Transfer>> {
    let system = select(vec![TransferSystem::Verbis, TransferSystem::Atv]);
    let transfer = (fact(system), text(), text(), of(day()), of(day()));
    prop::collection::vec(transfer, 0..3).prop_map(|transfers| {
        let numbered = transfers.into_iter().enumerate();
        numbered
            .map(
                |(index, (system, what, subject, due_on, done_on))| Transfer {
                    id: format!("u-{index}"),
                    case: CaseId::from("c"),
                    system,
                    what,
                    subject,
                    due_on,
                    done_on,
                },
            )
            .collect()
    })
}

/// Any caseload that a file read on `today` can hold.
pub fn caseload(today: NaiveDate) -> impl Strategy<Value = Caseload> {
    (
        caseworker(),
        prop::collection::vec(parameter(), 0..3),
        prop::collection::vec(customer(today), 0..4),
        exceptions(),
        transfers(),
    )
        .prop_map(
            |(caseworker, parameters, customers, exceptions, transfers)| Caseload {
                edition: EditionId::CURRENT,
                caseworker,
                parameters,
                customers: customers
                    .into_iter()
                    .enumerate()
                    .map(|customer| with_ids(customer).into())
                    .collect(),
                exceptions,
                transfers,
            },
        )
}
