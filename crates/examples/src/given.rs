//! What a case gives, and how it becomes facts. Keys and words are those of the caseload file; the
//! office's keys stand beside those of the customer.

mod asked;
mod office;

pub use asked::Asked;

use crate::tree::Keys;
use crate::value::{Map, Value};
use crate::words::{
    CANCELLER, CATEGORY, CHANNEL, DELIVERY, KIND, NEXT_INVITATION, ORIGIN, OUTCOME, PROFILE,
    PROFILE_I_WORK, PROFILE_Z_REASON, STATUS, SUPERVISION, word,
};
use chrono::{NaiveDate, NaiveTime};
use rules::calendar::{iso_day, iso_time};
use rules::facts::{
    Appointment, Case, CaseId, Contact, FourPhases, Origin, Outcome, PhoneGrounds, ProfileI,
    ProfileZ, SelfEmployment, Supervision,
};
use rules::{Fact, Setting};

/// Identifier of the customer whom a case is about.
pub const SUBJECT: &str = "c-1";

/// A customer with what is recorded about them.
pub struct Person {
    /// Identifier: [`SUBJECT`], and `c-2`, `c-3` … for the others.
    pub id: CaseId,
    /// Facts.
    pub case: Case,
    /// Contacts, in the order of the case.
    pub contacts: Vec<Contact>,
    /// Appointments, in the order of the case.
    pub appointments: Vec<Appointment>,
}

/// Everything that an evaluation takes.
pub struct Situation {
    /// The customer whom the case is about.
    pub person: Person,
    /// Other customers of the same caseworker.
    pub others: Vec<Person>,
    /// Day, edition and office.
    pub setting: Setting,
    /// What the case asks about beyond its customer.
    pub asked: Asked,
}

impl Situation {
    /// All customers of the caseworker, the one whom the case is about first.
    pub fn everybody(&self) -> impl Iterator<Item = &Person> {
        std::iter::once(&self.person).chain(&self.others)
    }

    /// The appointments of all of them.
    pub fn appointments(&self) -> impl Iterator<Item = &Appointment> {
        self.everybody().flat_map(|person| &person.appointments)
    }
}

/// Puts the facts of a case over those of the person that it starts from (`customer`) and takes
/// away what it says is not known (`unknown`).
pub fn start_from(people: &Map, given: &Map) -> Result<Map, String> {
    let mut facts = match given.get("customer") {
        None => Map::new(),
        Some(name) => name
            .as_str()
            .and_then(|name| people.get(name))
            .and_then(Value::as_object)
            .cloned()
            .ok_or_else(|| format!("nobody is called {name}"))?,
    };
    for fact in Keys::of_table(given).texts("unknown")?.unwrap_or_default() {
        facts
            .remove(fact)
            .ok_or_else(|| format!("{fact} is not known in the first place"))?;
    }
    for (key, value) in given.iter() {
        if key != "customer" && key != "unknown" {
            facts.insert(key.to_owned(), value.clone());
        }
    }
    Ok(facts)
}

/// The facts as the rules take them, on `today`.
pub fn situation(people: &Map, given: &Map, today: &str) -> Result<Situation, String> {
    let facts = start_from(people, given)?;
    let keys = Keys::of_table(&facts);
    let others = keys
        .list("others")?
        .iter()
        .zip(2..)
        .map(|(other, place)| {
            let facts = start_from(people, other.as_object().ok_or("others: no table")?)?;
            let keys = Keys::of_table(&facts);
            let other = person(&keys, place)?;
            keys.finish()?;
            Ok(other)
        })
        .collect::<Result<_, String>>()?;
    let situation = Situation {
        person: person(&keys, 1)?,
        others,
        setting: office::setting(&keys, day(today)?)?,
        asked: asked::asked(&keys)?,
    };
    keys.finish()?;
    Ok(situation)
}

fn person(keys: &Keys<'_>, place: usize) -> Result<Person, String> {
    let id = CaseId::from(format!("c-{place}").as_str());
    let contacts = keys
        .list("contacts")?
        .iter()
        .zip(1..)
        .map(|(entry, place)| contact(entry, place))
        .collect::<Result<_, _>>()?;
    Ok(Person {
        case: case(keys)?,
        contacts,
        appointments: appointments(keys, &id, place)?,
        id,
    })
}

/// The appointments of a customer. One with `times` stands for as many of the same kind.
fn appointments(keys: &Keys<'_>, case: &CaseId, owner: usize) -> Result<Vec<Appointment>, String> {
    let mut all = Vec::new();
    for entry in keys.list("appointments")? {
        for _ in 0..Keys::of(entry)?.small("times")?.unwrap_or(1) {
            all.push(appointment(entry, case, owner, all.len() + 1)?);
        }
    }
    Ok(all)
}

fn case(keys: &Keys<'_>) -> Result<Case, String> {
    Ok(Case {
        birth_date: fact(keys.text("birth_date")?, day)?,
        in_care_since: fact(keys.text("in_care_since")?, day)?,
        status: fact(keys.text("status")?, |text| word(text, STATUS))?,
        integrated: keys.flag("integrated")?.unwrap_or_default(),
        profile: fact(keys.text("profile")?, |text| word(text, PROFILE))?,
        category: fact(keys.text("category")?, |text| word(text, CATEGORY))?.known(),
        k3_marker_set: keys.flag("k3_marker_set")?.into(),
        supervision: match keys.text("supervision")? {
            Some(text) => word(text, SUPERVISION)?,
            None => Supervision::Regular,
        },
        progress_expected: keys.flag("progress_expected")?.into(),
        self_employment: inner(keys, "self_employed", self_employment)?,
        profile_i: inner(keys, "profile_i", profile_i)?,
        profile_z: inner(keys, "profile_z", profile_z)?,
        digital_consent: keys.flag("digital_consent")?.into(),
        four_phases: inner(keys, "four_phases", four_phases)?.unwrap_or_default(),
    })
}

fn self_employment(keys: &Keys<'_>) -> Result<SelfEmployment, String> {
    Ok(SelfEmployment {
        main_occupation: keys.flag("main_occupation")?.into(),
        exit_to_insured_job_is_goal: keys.flag("exit_to_insured_job_is_goal")?.into(),
    })
}

fn profile_i(keys: &Keys<'_>) -> Result<ProfileI, String> {
    Ok(ProfileI {
        possibilities_exhausted: keys.flag("possibilities_exhausted")?.into(),
        work: fact(keys.text("work")?, |text| word(text, PROFILE_I_WORK))?,
        still_in_need: keys.flag("still_in_need")?.into(),
        reason_documented: keys.flag("reason_documented")?.into(),
        potential_exists: keys.flag("potential_exists")?.into(),
    })
}

fn profile_z(keys: &Keys<'_>) -> Result<ProfileZ, String> {
    Ok(ProfileZ {
        from: fact(keys.text("from")?, day)?,
        reason: fact(keys.text("reason")?, |text| word(text, PROFILE_Z_REASON))?.known(),
        child_born_on: fact(keys.text("child_born_on")?, day)?,
        until: fact(keys.text("until")?, day)?,
    })
}

fn four_phases(keys: &Keys<'_>) -> Result<FourPhases, String> {
    Ok(FourPhases {
        potential_analysis: keys.flag("potential_analysis")?.into(),
        goal: keys.flag("goal")?.into(),
        strategy: keys.flag("strategy")?.into(),
        cooperation_plan: keys.flag("cooperation_plan")?.into(),
        documented_with_task: keys.flag("documented_with_task")?.into(),
    })
}

/// Without an id a contact is `k-1`, `k-2` … by its place.
fn contact(entry: &Value, place: usize) -> Result<Contact, String> {
    let keys = Keys::of(entry)?;
    let id = match keys.text("id")? {
        Some(id) => id.to_owned(),
        None => format!("k-{place}"),
    };
    let delivery = keys.texts("plan_delivery")?.map(|ways| {
        ways.into_iter()
            .map(|way| word(way, DELIVERY))
            .collect::<Result<_, _>>()
    });
    let contact = Contact {
        channel: fact(keys.text("channel")?, |text| word(text, CHANNEL))?,
        kind: fact(keys.text("kind")?, |text| word(text, KIND))?,
        duration_minutes: keys.small("duration_minutes")?.into(),
        duration_reason_documented: keys.flag("duration_reason_documented")?.into(),
        documented_on: fact(keys.text("documented_on")?, day)?.known(),
        plan_updated: keys.flag("plan_updated")?.into(),
        plan_delivery: delivery.transpose()?.into(),
        phone_grounds: inner(&keys, "phone_grounds", phone_grounds)?.unwrap_or_default(),
        category_reviewed: keys.flag("category_reviewed")?.into(),
        next_invitation: fact(keys.text("next_invitation")?, |text| {
            word(text, NEXT_INVITATION)
        })?,
        next_contact_by: fact(keys.text("next_contact_by")?, day)?.known(),
        ..Contact::bare(
            id.as_str().into(),
            day(keys.required("date")?)?,
            origin(&keys)?,
        )
    };
    keys.finish()?;
    Ok(contact)
}

fn phone_grounds(keys: &Keys<'_>) -> Result<PhoneGrounds, String> {
    Ok(PhoneGrounds {
        reason_documented: keys.flag("reason_documented")?.into(),
        plan_sent: keys.flag("plan_sent")?.into(),
        immediate_action: keys.flag("immediate_action")?.into(),
        other_channel_unsuitable: keys.flag("other_channel_unsuitable")?.into(),
    })
}

/// Without an id an appointment is `t-1`, `t-2` … by its place; those of the second customer are
/// `t-2-1`, `t-2-2` …
fn appointment(
    entry: &Value,
    case: &CaseId,
    owner: usize,
    place: usize,
) -> Result<Appointment, String> {
    let keys = Keys::of(entry)?;
    keys.small("times")?;
    let id = match (keys.text("id")?, owner) {
        (Some(id), _) => id.to_owned(),
        (None, 1) => format!("t-{place}"),
        (None, owner) => format!("t-{owner}-{place}"),
    };
    let appointment = Appointment {
        start: fact(keys.text("start")?, time)?,
        duration_minutes: keys.small("duration_minutes")?.into(),
        channel: fact(keys.text("channel")?, |text| word(text, CHANNEL))?,
        kind: fact(keys.text("kind")?, |text| word(text, KIND))?,
        recorded_on: fact(keys.text("recorded_on")?, day)?.known(),
        invited_on: fact(keys.text("invited_on")?, day)?.known(),
        legal_notice: keys.flag("legal_notice")?.into(),
        outcome: match keys.text("outcome")? {
            Some(text) => word(text, OUTCOME)?,
            None => Outcome::Open,
        },
        cancelled_on: fact(keys.text("cancelled_on")?, day)?,
        cancelled_by: fact(keys.text("cancelled_by")?, |text| word(text, CANCELLER))?,
        replaces: keys.text("replaces")?.map(Into::into),
        refills: keys.text("refills")?.map(Into::into),
        pinned: keys.flag("pinned")?.unwrap_or_default(),
        ..Appointment::bare(
            id.as_str().into(),
            case.clone(),
            day(keys.required("date")?)?,
            origin(&keys)?,
        )
    };
    keys.finish()?;
    Ok(appointment)
}

fn origin(keys: &Keys<'_>) -> Result<Origin, String> {
    match keys.text("origin")? {
        Some(text) => word(text, ORIGIN),
        None => Ok(Origin::Entered),
    }
}

/// What `read` makes of a table inside another, if it is there.
fn inner<T>(
    keys: &Keys<'_>,
    key: &'static str,
    read: impl FnOnce(&Keys<'_>) -> Result<T, String>,
) -> Result<Option<T>, String> {
    let Some(table) = keys.table(key)? else {
        return Ok(None);
    };
    let value = read(&table)?;
    table.finish().map_err(|error| format!("{key}: {error}"))?;
    Ok(Some(value))
}

fn fact<T>(
    text: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Fact<T>, String> {
    Ok(text.map(read).transpose()?.into())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    iso_day(text).ok_or_else(|| format!("{text} is no day"))
}

fn time(text: &str) -> Result<NaiveTime, String> {
    iso_time(text).ok_or_else(|| format!("{text} is no time"))
}
