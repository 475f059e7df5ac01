//! What a case expects, and how it is compared with the result.

use super::given::Situation;
use chrono::NaiveDate;
use rules::facts::ConsultationKind;
use rules::{CountedAs, Due};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Stands for "there is none" where a result can be absent.
const NONE: &str = "none";

/// The expected part of a result; only what is named is checked. The keys are those of the lines
/// that the batch command writes, and three that only the app shows: `counts` and `rules` by
/// contact, `next_kind`, and `latest_if_counted` for the last contact that is still open.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub group: Option<String>,
    counted_as: Option<String>,
    last_qualified: Option<String>,
    latest: Option<String>,
    latest_appointment: Option<String>,
    record_by: Option<String>,
    pub state: Option<String>,
    appointment: Option<String>,
    missing: Option<Vec<String>>,
    changes_on: Option<String>,
    grounds: Option<Vec<String>>,
    counts: Option<BTreeMap<String, String>>,
    rules: Option<BTreeMap<String, String>>,
    next_kind: Option<String>,
    latest_if_counted: Option<String>,
}

impl Expect {
    /// Every expectation that does not hold, as "key: expected …, got …".
    ///
    /// # Errors
    /// A case that expects nothing, or something of a contact that it does not give.
    pub fn check(&self, due: &Due, situation: &Situation) -> Result<Vec<String>, String> {
        let mut checks = Checks::default();
        self.check_lines(due, situation, &mut checks);
        self.check_contacts(due, situation, &mut checks)?;
        if checks.made == 0 {
            return Err("the case expects nothing".to_owned());
        }
        Ok(checks.failed)
    }

    fn check_lines(&self, due: &Due, situation: &Situation, checks: &mut Checks) {
        let window = due.window;
        let appointment = due
            .appointment
            .and_then(|index| situation.appointments.get(index))
            .map(|appointment| appointment.id.to_string());
        let kind = match due.next_kind() {
            ConsultationKind::First => "first",
            ConsultationKind::FollowUp => "follow_up",
        };
        let strings = [
            ("group", &self.group, due.group.key().to_owned()),
            (
                "counted_as",
                &self.counted_as,
                or_none(due.counted_as.map(CountedAs::key)),
            ),
            (
                "last_qualified",
                &self.last_qualified,
                date(due.last_qualified.map(|last| last.date)),
            ),
            (
                "latest",
                &self.latest,
                date(window.map(|window| window.latest)),
            ),
            (
                "latest_appointment",
                &self.latest_appointment,
                date(window.map(|window| window.latest_appointment)),
            ),
            (
                "record_by",
                &self.record_by,
                date(window.map(|window| window.record_by)),
            ),
            ("state", &self.state, due.state.key().to_owned()),
            ("appointment", &self.appointment, or_none(appointment)),
            ("changes_on", &self.changes_on, date(due.changes_on)),
            ("next_kind", &self.next_kind, kind.to_owned()),
            (
                "latest_if_counted",
                &self.latest_if_counted,
                date(due.supposition.map(|supposition| supposition.latest)),
            ),
        ];
        for (key, expected, got) in strings {
            checks.make(key, expected.as_ref(), &got);
        }
        let missing: Vec<String> = due.missing.iter().map(ToString::to_string).collect();
        checks.make("missing", self.missing.as_ref(), &missing);
        let grounds: Vec<String> = due.grounds.iter().map(ToString::to_string).collect();
        checks.make("grounds", self.grounds.as_ref(), &grounds);
    }

    fn check_contacts(
        &self,
        due: &Due,
        situation: &Situation,
        checks: &mut Checks,
    ) -> Result<(), String> {
        let judged: BTreeMap<&str, _> = situation
            .contacts
            .iter()
            .map(|contact| contact.id.as_str())
            .zip(&due.judgements)
            .collect();
        let find = |id: &String| {
            judged
                .get(id.as_str())
                .ok_or_else(|| format!("the case gives no contact {id}"))
        };
        for (id, expected) in self.counts.iter().flatten() {
            let got = find(id)?.counts.key().to_owned();
            checks.make(&format!("counts of {id}"), Some(expected), &got);
        }
        for (id, expected) in self.rules.iter().flatten() {
            let got = find(id)?.rule.to_string();
            checks.make(&format!("rule of {id}"), Some(expected), &got);
        }
        Ok(())
    }
}

/// Counts what was compared and keeps what differed.
#[derive(Default)]
struct Checks {
    made: usize,
    failed: Vec<String>,
}

impl Checks {
    fn make<T: PartialEq + std::fmt::Debug>(&mut self, key: &str, expected: Option<&T>, got: &T) {
        let Some(expected) = expected else {
            return;
        };
        self.made += 1;
        if expected != got {
            self.failed
                .push(format!("{key}: expected {expected:?}, got {got:?}"));
        }
    }
}

fn date(day: Option<NaiveDate>) -> String {
    or_none(day.map(|day| day.to_string()))
}

fn or_none(value: Option<impl Into<String>>) -> String {
    value.map_or_else(|| NONE.to_owned(), Into::into)
}
