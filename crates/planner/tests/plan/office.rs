//! An office with a few customers. Today is Sunday, 22 November 2026, so planning begins on Wednesday,
//! 2 December, in week 49.

use chrono::NaiveDate;
use planner::{Customer, Pin, Plan, Proposal, Weeks};
use rules::edition::{Edition, EditionId, LocalParameter, Parameter, ParameterValue};
use rules::facts::{
    Absence, Appointment, Case, CaseId, Channel, Closure, Contact, FederalState, Hours, OfficeDays,
    Origin, Outcome, Profile, Status,
};
use rules::{Due, Fact, Setting};

pub const TODAY: &str = "2026-11-22";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A customer with everything recorded about them.
#[derive(Clone)]
pub struct Person {
    pub id: CaseId,
    pub case: Case,
    pub contacts: Vec<Contact>,
    pub appointments: Vec<Appointment>,
    pub preferred_channel: Fact<Channel>,
    pub closed: bool,
}

/// Somebody in K1, last seen in person on this day.
pub fn k1(id: &str, last: &str) -> Person {
    person(id, "1980-05-05", Some(last))
}

/// Somebody in K1 who was never seen, in care since this day.
pub fn new_k1(id: &str, since: &str) -> Person {
    let mut person = person(id, "1980-05-05", None);
    person.case.in_care_since = Fact::Known(day(since));
    person
}

/// Somebody in K3, last seen in person on this day.
pub fn k3(id: &str, last: &str) -> Person {
    let mut person = k1(id, last);
    person.case.progress_expected = Fact::Known(false);
    person
}

/// Somebody in U25, last seen in person on this day.
pub fn u25(id: &str, born: &str, last: &str) -> Person {
    person(id, born, Some(last))
}

fn person(id: &str, born: &str, last: Option<&str>) -> Person {
    let contact = |last| Contact {
        channel: Fact::Known(Channel::InPerson),
        ..Contact::bare("k".into(), day(last), Origin::Entered)
    };
    Person {
        id: id.into(),
        case: Case {
            birth_date: Fact::Known(day(born)),
            in_care_since: Fact::Known(day("2024-01-01")),
            status: Fact::Known(Status::Unemployed),
            profile: Fact::Known(Profile::F),
            progress_expected: Fact::Known(true),
            ..Case::default()
        },
        contacts: last.map(contact).into_iter().collect(),
        appointments: Vec::new(),
        preferred_channel: Fact::Unknown,
        closed: false,
    }
}

impl Person {
    /// With an open appointment on this day.
    pub fn with(self, date: &str) -> Person {
        let open = Appointment::bare(date.into(), self.id.clone(), day(date), Origin::Entered);
        self.with_appointment(open)
    }

    pub fn with_appointment(mut self, appointment: Appointment) -> Person {
        self.appointments.push(appointment);
        self
    }

    /// With an agreed latest day for the next contact (D9).
    pub fn agreed(mut self, by: &str) -> Person {
        self.contacts[0].next_contact_by = Some(day(by));
        self
    }
}

/// An appointment of nobody in particular, at this time.
pub fn appointment(date: &str, start: Option<&str>, minutes: Option<u16>) -> Appointment {
    Appointment {
        start: start
            .map(|start| format!("{start}:00").parse().unwrap())
            .into(),
        duration_minutes: minutes.into(),
        channel: Fact::Known(Channel::InPerson),
        outcome: Outcome::Open,
        ..Appointment::bare(
            format!("{date} {start:?}").as_str().into(),
            "-".into(),
            day(date),
            Origin::Entered,
        )
    }
}

/// Somebody whose case is closed, with this appointment.
pub fn left_behind(id: &str, appointment: Appointment) -> Person {
    let mut person = k1(id, "2026-01-01");
    person.closed = true;
    person.with_appointment(Appointment {
        case: id.into(),
        ..appointment
    })
}

#[derive(Clone)]
pub struct Office {
    pub days: OfficeDays,
    pub people: Vec<Person>,
    pub parameters: Vec<LocalParameter>,
    pub pins: Vec<Pin>,
    pub weeks: u16,
}

impl Office {
    pub fn of(people: impl IntoIterator<Item = Person>) -> Self {
        Office {
            days: OfficeDays::usual(FederalState::BW),
            people: people.into_iter().collect(),
            parameters: Vec::new(),
            pins: Vec::new(),
            weeks: 13,
        }
    }

    pub fn weeks(mut self, weeks: u16) -> Self {
        self.weeks = weeks;
        self
    }

    pub fn parameter(mut self, parameter: Parameter, value: ParameterValue) -> Self {
        self.parameters.push(LocalParameter {
            parameter,
            value,
            since: day(TODAY),
            reason: None,
        });
        self
    }

    pub fn number(self, parameter: Parameter, number: u16) -> Self {
        self.parameter(parameter, ParameterValue::Number(number))
    }

    pub fn away(mut self, from: &str, to: &str) -> Self {
        self.days.absences.push(Absence {
            from: day(from),
            to: day(to),
            reason: None,
        });
        self
    }

    pub fn closed_on(mut self, date: &str) -> Self {
        self.days.closures.push(Closure {
            date: day(date),
            reason: None,
        });
        self
    }

    pub fn hours(mut self, stretches: &[(&str, &str)]) -> Self {
        let time = |text: &str| format!("{text}:00").parse().unwrap();
        let hours = |(from, to): &(&str, &str)| Hours {
            from: time(from),
            to: time(to),
        };
        self.days.hours = stretches.iter().map(hours).collect();
        self
    }

    pub fn pin(mut self, case: &str, date: &str) -> Self {
        self.pins.push(Pin {
            case: case.into(),
            date: day(date),
            start: Fact::Unknown,
        });
        self
    }

    pub fn setting(&self) -> Setting {
        let edition = Edition::in_force(EditionId::CURRENT, day(TODAY), &self.parameters);
        Setting::new(day(TODAY), edition.unwrap(), &self.days)
    }

    pub fn plan(&self) -> Plan {
        let setting = self.setting();
        let due: Vec<Option<Due>> = self
            .people
            .iter()
            .map(|person| {
                let due = || {
                    rules::evaluate(
                        &person.case,
                        &person.contacts,
                        &person.appointments,
                        &setting,
                    )
                };
                (!person.closed).then(due)
            })
            .collect();
        let customers: Vec<Customer<'_>> = self
            .people
            .iter()
            .zip(&due)
            .map(|(person, due)| Customer {
                id: &person.id,
                case: &person.case,
                appointments: &person.appointments,
                preferred_channel: person.preferred_channel,
                due: due.as_ref(),
            })
            .collect();
        let weeks = Weeks::new(self.weeks).unwrap();
        planner::plan(&customers, &self.pins, weeks, &setting).unwrap()
    }

    /// The days proposed for a customer.
    pub fn days_of(&self, id: &str) -> Vec<String> {
        let plan = self.plan();
        let own = plan
            .proposals
            .iter()
            .filter(|proposal| proposal.case == id.into());
        own.map(|proposal| proposal.date.to_string()).collect()
    }

    /// The same office after all proposals were accepted.
    pub fn accepting(mut self, proposals: &[Proposal]) -> Self {
        for (number, proposal) in proposals.iter().enumerate() {
            let mut people = self.people.iter_mut();
            let person = people.find(|person| person.id == proposal.case).unwrap();
            person.appointments.push(Appointment {
                start: Fact::Known(proposal.start),
                duration_minutes: Fact::Known(proposal.duration.0),
                channel: Fact::Known(proposal.channel),
                kind: Fact::Known(proposal.kind),
                legal_notice: Fact::Known(true),
                ..Appointment::bare(
                    format!("new {number}").as_str().into(),
                    proposal.case.clone(),
                    proposal.date,
                    Origin::Entered,
                )
            });
        }
        self
    }
}
