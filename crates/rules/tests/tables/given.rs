//! What a case gives, and how it becomes facts.

use super::words::{CATEGORY, CHANNEL, OUTCOME, PROFILE, STATUS, SUPERVISION, U25_MODE, word};
use chrono::{NaiveDate, NaiveTime};
use rules::edition::{Edition, EditionId, LocalParameter, Parameter, ParameterValue};
use rules::facts::{
    Appointment, Case, CaseId, Closure, Contact, FederalState, Fte, OfficeDays, Origin, Outcome,
    PhoneGrounds, SelfEmployment, Supervision,
};
use rules::{Fact, Setting};
use serde::Deserialize;

/// The facts of a case, named as in the caseload file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    birth_date: Option<String>,
    in_care_since: Option<String>,
    status: Option<String>,
    #[serde(default)]
    integrated: bool,
    profile: Option<String>,
    category: Option<String>,
    supervision: Option<String>,
    progress_expected: Option<bool>,
    self_employed: Option<GivenBusiness>,
    #[serde(default)]
    contacts: Vec<GivenContact>,
    #[serde(default)]
    appointments: Vec<GivenAppointment>,
    state: Option<String>,
    #[serde(default)]
    closures: Vec<String>,
    #[serde(default)]
    parameters: Vec<GivenParameter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenBusiness {
    main_occupation: Option<bool>,
    exit_to_insured_job_is_goal: Option<bool>,
}

/// Without an id a contact is `k-1`, `k-2` … by its place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenContact {
    id: Option<String>,
    date: String,
    channel: Option<String>,
    #[serde(default)]
    phone_grounds: GivenGrounds,
    next_contact_by: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct GivenGrounds {
    reason_documented: Option<bool>,
    plan_sent: Option<bool>,
    immediate_action: Option<bool>,
    other_channel_unsuitable: Option<bool>,
}

/// Without an id an appointment is `t-1`, `t-2` … by its place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenAppointment {
    id: Option<String>,
    date: String,
    start: Option<String>,
    outcome: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenParameter {
    name: String,
    value: GivenValue,
    since: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum GivenValue {
    Number(u16),
    Word(String),
}

/// Everything that an evaluation takes.
pub struct Situation {
    pub case: Case,
    pub contacts: Vec<Contact>,
    pub appointments: Vec<Appointment>,
    pub setting: Setting,
}

/// Puts the facts of a case over those of the person that it starts from (`customer`) and takes
/// away what it says is not known (`unknown`).
pub fn start_from(people: &toml::Table, mut given: toml::Table) -> Result<Given, String> {
    let mut facts = match given.remove("customer") {
        None => toml::Table::new(),
        Some(name) => name
            .as_str()
            .and_then(|name| people.get(name))
            .and_then(toml::Value::as_table)
            .cloned()
            .ok_or_else(|| format!("nobody is called {name}"))?,
    };
    let unknown: Vec<String> = match given.remove("unknown") {
        None => Vec::new(),
        Some(names) => names
            .try_into()
            .map_err(|error| format!("unknown: {error}"))?,
    };
    for fact in unknown {
        facts
            .remove(&fact)
            .ok_or_else(|| format!("{fact} is not known in the first place"))?;
    }
    facts.extend(given);
    toml::Value::Table(facts)
        .try_into()
        .map_err(|error| error.to_string())
}

impl Given {
    /// The facts as the rules take them, on `today`.
    pub fn situation(&self, today: &str) -> Result<Situation, String> {
        Ok(Situation {
            case: self.case()?,
            contacts: each(&self.contacts, GivenContact::contact)?,
            appointments: each(&self.appointments, GivenAppointment::appointment)?,
            setting: self.setting(day(today)?)?,
        })
    }

    fn case(&self) -> Result<Case, String> {
        Ok(Case {
            birth_date: fact(&self.birth_date, day)?,
            in_care_since: fact(&self.in_care_since, day)?,
            status: fact(&self.status, |text| word(text, &STATUS))?,
            integrated: self.integrated,
            profile: fact(&self.profile, |text| word(text, &PROFILE))?,
            category: fact(&self.category, |text| word(text, &CATEGORY))?.known(),
            supervision: match &self.supervision {
                Some(text) => word(text, &SUPERVISION)?,
                None => Supervision::Regular,
            },
            progress_expected: self.progress_expected.into(),
            self_employment: self.self_employed.as_ref().map(|business| SelfEmployment {
                main_occupation: business.main_occupation.into(),
                exit_to_insured_job_is_goal: business.exit_to_insured_job_is_goal.into(),
            }),
            ..Case::default()
        })
    }

    fn setting(&self, today: NaiveDate) -> Result<Setting, String> {
        let changes = self
            .parameters
            .iter()
            .map(GivenParameter::change)
            .collect::<Result<Vec<_>, _>>()?;
        let edition = Edition::in_force(EditionId::CURRENT, today, &changes)
            .map_err(|error| error.to_string())?;
        let state = match &self.state {
            None => FederalState::BW,
            Some(code) => FederalState::ALL
                .into_iter()
                .find(|state| state.code() == code)
                .ok_or_else(|| format!("no state has the code {code}"))?,
        };
        let closures = self
            .closures
            .iter()
            .map(|text| {
                Ok(Closure {
                    date: day(text)?,
                    reason: None,
                })
            })
            .collect::<Result<Vec<_>, String>>()?;
        let office = OfficeDays {
            state,
            fte: Fte::FULL,
            working_days: Vec::new(),
            hours: Vec::new(),
            absences: Vec::new(),
            closures,
        };
        Ok(Setting::new(today, edition, &office))
    }
}

impl GivenContact {
    fn contact(&self, place: usize) -> Result<Contact, String> {
        let id = self.id.clone().unwrap_or_else(|| format!("k-{place}"));
        let grounds = &self.phone_grounds;
        Ok(Contact {
            channel: fact(&self.channel, |text| word(text, &CHANNEL))?,
            phone_grounds: PhoneGrounds {
                reason_documented: grounds.reason_documented.into(),
                plan_sent: grounds.plan_sent.into(),
                immediate_action: grounds.immediate_action.into(),
                other_channel_unsuitable: grounds.other_channel_unsuitable.into(),
            },
            next_contact_by: fact(&self.next_contact_by, day)?.known(),
            ..Contact::bare(id.as_str().into(), day(&self.date)?, Origin::Entered)
        })
    }
}

impl GivenAppointment {
    fn appointment(&self, place: usize) -> Result<Appointment, String> {
        let id = self.id.clone().unwrap_or_else(|| format!("t-{place}"));
        Ok(Appointment {
            start: fact(&self.start, time)?,
            outcome: match &self.outcome {
                Some(text) => word(text, &OUTCOME)?,
                None => Outcome::Open,
            },
            ..Appointment::bare(
                id.as_str().into(),
                CaseId::from("c-1"),
                day(&self.date)?,
                Origin::Entered,
            )
        })
    }
}

impl GivenParameter {
    fn change(&self) -> Result<LocalParameter, String> {
        Ok(LocalParameter {
            parameter: Parameter::from_key(&self.name)
                .ok_or_else(|| format!("no parameter is called {}", self.name))?,
            value: match &self.value {
                GivenValue::Number(number) => ParameterValue::Number(*number),
                GivenValue::Word(text) => ParameterValue::U25Mode(word(text, &U25_MODE)?),
            },
            since: day(&self.since)?,
            reason: None,
        })
    }
}

/// Makes one fact-holder of each entry, counted from 1.
fn each<G, F>(given: &[G], make: fn(&G, usize) -> Result<F, String>) -> Result<Vec<F>, String> {
    given
        .iter()
        .zip(1..)
        .map(|(entry, place)| make(entry, place))
        .collect()
}

fn fact<T>(
    text: &Option<String>,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Fact<T>, String> {
    Ok(text.as_deref().map(read).transpose()?.into())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

fn time(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|error| format!("{text}: {error}"))
}
