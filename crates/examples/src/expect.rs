//! What a case expects, and how it is compared with what the rules say.
//!
//! Only what is named is compared. The keys are those of the lines that the batch command writes,
//! and those that only the app shows: `counts` and `rules` by contact, `next_kind`,
//! `latest_if_counted` for the last contact that is still open, `week` for the figures of the week that
//! the case names, and `findings`. That one lists the
//! findings of the case's own rule as "severity", or "severity id" if a contact or an appointment is
//! meant; an empty list says that there is none.

use crate::given::Situation;
use crate::week;
use chrono::NaiveDate;
use rules::facts::ConsultationKind;
use rules::{AppointmentBook, CountedAs, Dossier, Due, Finding, Rule, Subject, check, evaluate};
use serde_json::{Map, Value};

/// Stands for "there is none" where a result can be absent.
const NONE: &str = "none";

/// An expectation that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What was compared.
    pub key: String,
    /// What the case says.
    pub expected: Value,
    /// What the rules say.
    pub got: Value,
}

/// What the rules say about the customer of a case.
struct Outcome<'s> {
    situation: &'s Situation,
    due: Due,
    findings: Vec<Finding>,
}

/// A key, what is expected under it, and what the rules say.
pub type Answer<'v> = (String, &'v Value, Value);

/// The entries of an expectation that is a table.
pub fn table<'v>(key: &str, expected: &'v Value) -> Result<&'v Map<String, Value>, String> {
    expected
        .as_object()
        .ok_or_else(|| format!("{key}: {expected} is no table"))
}

/// Every expectation that does not hold.
///
/// # Errors
/// A case that expects nothing, something that nobody knows, or something of a contact that it does
/// not give.
pub fn compare(
    expect: &Map<String, Value>,
    rule: Rule,
    situation: &Situation,
) -> Result<Vec<Mismatch>, String> {
    if expect.is_empty() {
        return Err("the case expects nothing".to_owned());
    }
    let result = Outcome::of(situation);
    let mut wrong = Vec::new();
    for (key, expected) in expect {
        for (key, expected, got) in result.answers(key, expected, rule)? {
            if *expected != got {
                wrong.push(Mismatch {
                    key,
                    expected: expected.clone(),
                    got,
                });
            }
        }
    }
    Ok(wrong)
}

impl<'s> Outcome<'s> {
    fn of(situation: &'s Situation) -> Self {
        let Situation {
            person, setting, ..
        } = situation;
        let due = evaluate(
            &person.case,
            &person.contacts,
            &person.appointments,
            setting,
        );
        let book = AppointmentBook::of(situation.appointments());
        let dossier = Dossier {
            case: &person.case,
            contacts: &person.contacts,
            appointments: &person.appointments,
            due: &due,
        };
        let findings = check(dossier, &book, setting);
        Outcome {
            situation,
            due,
            findings,
        }
    }

    /// What is expected under a key beside what the rules say; more than one for a key by contact.
    fn answers<'v>(
        &self,
        key: &str,
        expected: &'v Value,
        rule: Rule,
    ) -> Result<Vec<Answer<'v>>, String> {
        let due = &self.due;
        let window = due.window;
        let got = match key {
            "group" => due.group.key().into(),
            "counted_as" => or_none(due.counted_as.map(CountedAs::key)),
            "last_qualified" => date(due.last_qualified.map(|last| last.date)),
            "latest" => date(window.map(|window| window.latest)),
            "latest_appointment" => date(window.map(|window| window.latest_appointment)),
            "record_by" => date(window.map(|window| window.record_by)),
            "state" => due.state.key().into(),
            "appointment" => or_none(
                due.appointment
                    .and_then(|index| self.situation.person.appointments.get(index))
                    .map(|appointment| appointment.id.as_str()),
            ),
            "missing" => list(&due.missing),
            "changes_on" => date(due.changes_on),
            "grounds" => list(&due.grounds),
            "next_kind" => match due.next_kind() {
                ConsultationKind::First => "first",
                ConsultationKind::FollowUp => "follow_up",
            }
            .into(),
            "latest_if_counted" => date(due.supposition.map(|supposition| supposition.latest)),
            "findings" => self.findings_of(rule),
            "counts" | "rules" => return self.by_contact(key, expected),
            "week" => return week::answers(expected, rule, self.situation),
            _ => return Err(format!("unknown key {key}")),
        };
        Ok(vec![(key.to_owned(), expected, got)])
    }

    fn by_contact<'v>(&self, key: &str, expected: &'v Value) -> Result<Vec<Answer<'v>>, String> {
        let contacts = &self.situation.person.contacts;
        table(key, expected)?
            .iter()
            .map(|(id, expected)| {
                let (_, judgement) = contacts
                    .iter()
                    .zip(&self.due.judgements)
                    .find(|(contact, _)| contact.id.as_str() == id)
                    .ok_or_else(|| format!("the case gives no contact {id}"))?;
                let (what, got) = match key {
                    "counts" => ("counts", judgement.counts.key()),
                    _ => ("rule", judgement.rule.id()),
                };
                Ok((format!("{what} of {id}"), expected, got.into()))
            })
            .collect()
    }

    fn findings_of(&self, rule: Rule) -> Value {
        self.findings
            .iter()
            .filter(|finding| finding.rule == rule)
            .map(|finding| {
                let severity = finding.severity.key();
                match &finding.subject {
                    Subject::Case => severity.to_owned(),
                    Subject::Contact(id) => format!("{severity} {id}"),
                    Subject::Appointment(id) => format!("{severity} {id}"),
                }
            })
            .collect()
    }
}

fn date(day: Option<NaiveDate>) -> Value {
    or_none(day.map(|day| day.to_string()))
}

fn or_none(value: Option<impl Into<String>>) -> Value {
    Value::String(value.map_or_else(|| NONE.to_owned(), Into::into))
}

fn list(entries: &[impl ToString]) -> Value {
    entries.iter().map(ToString::to_string).collect()
}
