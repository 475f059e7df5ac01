//! How far apart, counted from which contact, and which days follow (section D).

use super::{Detail, Step, Tone, plain};
use crate::calendar::public_holiday;
use crate::edition::{LocalParameter, ParameterValue, U25Mode};
use crate::facts::{Case, Contact};
use crate::wording::contact::day_and_channel;
use crate::wording::date::weekday_name;
use crate::wording::label::{days, months};
use crate::wording::{date, weekday_date};
use crate::{Due, Fact, Group, Rule, Setting, Standard};
use chrono::{Datelike, NaiveDate, Weekday};

pub(super) fn interval_step(due: &Due, setting: &Setting) -> Option<Step> {
    let Group::Under(standard) = due.group else {
        return None;
    };
    let parameters = setting.edition.parameters();
    let (text, rule) = match standard {
        Standard::K1 => (
            format!(
                "In K1 liegen höchstens {} zwischen zwei Beratungen.",
                months(parameters.k1_months.0)
            ),
            Rule::D1,
        ),
        Standard::K3 => (
            format!(
                "In K3 liegen höchstens {} zwischen zwei Beratungen.",
                months(parameters.k3_months.0)
            ),
            Rule::D2,
        ),
        Standard::U25 => (
            u25_interval(parameters.u25_mode, parameters.u25_months.0),
            Rule::D3,
        ),
    };
    let mut rules = vec![rule];
    rules.extend(
        due.grounds
            .iter()
            .copied()
            .filter(|ground| *ground == Rule::D9),
    );
    let details = setting
        .edition
        .local()
        .iter()
        .map(|change| plain(local_change(change)))
        .collect();
    Some(Step {
        title: "Abstand",
        text,
        rules,
        details,
    })
}

fn u25_interval(mode: U25Mode, ahead: u16) -> String {
    match (mode, ahead) {
        (U25Mode::CalendarMonth, 1) => {
            "In U25 gehört in jeden Kalendermonat eine Beratung.".to_owned()
        }
        (U25Mode::CalendarMonth, more) => {
            format!("In U25 folgt die nächste Beratung spätestens {more} Kalendermonate danach.")
        }
        (U25Mode::Rolling, ahead) => {
            format!(
                "In U25 liegt höchstens {} zwischen zwei Beratungen.",
                months(ahead)
            )
        }
    }
}

fn local_change(change: &LocalParameter) -> String {
    let value = match change.value {
        ParameterValue::Number(number) => number.to_string(),
        ParameterValue::U25Mode(U25Mode::CalendarMonth) => "calendar_month".to_owned(),
        ParameterValue::U25Mode(U25Mode::Rolling) => "rolling".to_owned(),
    };
    let reason = change
        .reason
        .as_deref()
        .map_or(String::new(), |why| format!(" ({why})"));
    format!(
        "Örtlich geändert seit {}: {} = {value}{reason}.",
        date(change.since),
        change.parameter.key(),
    )
}

pub(super) fn last_contact_step(case: &Case, contacts: &[Contact], due: &Due) -> Step {
    let title = "Letzter Kontakt, der zählt";
    let found = due
        .last_qualified
        .and_then(|last| Some((contacts.get(last.index)?, due.judgements.get(last.index)?)));
    if let Some((contact, judgement)) = found {
        let mut details = Vec::new();
        if let Some(by) = contact.next_contact_by {
            let earlier = due.grounds.contains(&Rule::D9);
            details.push(Detail {
                text: if earlier {
                    format!("Dabei wurde der nächste Kontakt bis {} vereinbart; das ist früher und gilt.", date(by))
                } else {
                    format!("Dabei wurde der nächste Kontakt bis {} vereinbart; der Standard ist nicht später.", date(by))
                },
                rules: vec![Rule::D9],
                tone: Tone::Plain,
            });
        }
        let text = format!("{}. Ab hier läuft die Frist.", day_and_channel(contact));
        return Step {
            title,
            text,
            rules: vec![judgement.rule],
            details,
        };
    }
    let text = match case.in_care_since {
        Fact::Known(since) => format!(
            "Noch keiner. Die Frist läuft ab dem Beginn des Leistungsbezugs am {}; die nächste Beratung ist ein Erstgespräch.",
            date(since)
        ),
        Fact::Unknown => {
            "Noch keiner, und der Beginn des Leistungsbezugs ist nicht bekannt. Ohne ihn lässt sich kein Tag nennen.".to_owned()
        }
    };
    Step {
        title,
        text,
        rules: vec![Rule::D4],
        details: Vec::new(),
    }
}

pub(super) fn window_step(due: &Due, setting: &Setting) -> Option<Step> {
    let window = due.window?;
    let lead = i64::from(setting.edition.parameters().lead_days.0);
    let mut details = Vec::new();
    if window.latest_appointment < window.latest {
        details.push(Detail {
            text: format!(
                "Am {} ist kein Termin möglich ({}); der letzte Arbeitstag davor ist {}.",
                date(window.latest),
                closed_because(window.latest, setting),
                weekday_date(window.latest_appointment),
            ),
            rules: vec![Rule::D6],
            tone: Tone::Plain,
        });
    }
    details.push(Detail {
        text: format!(
            "In ATV steht ein Termin mindestens {} vorher: eintragen bis {}.",
            days(lead),
            weekday_date(window.record_by)
        ),
        rules: vec![Rule::D7],
        tone: Tone::Plain,
    });
    let text = format!(
        "Spätestens {} · letzter Termintag {} · eintragen bis {}.",
        date(window.latest),
        date(window.latest_appointment),
        date(window.record_by),
    );
    Some(Step {
        title: "Zeitfenster",
        text,
        rules: vec![Rule::D5, Rule::D6, Rule::D7],
        details,
    })
}

/// Why a day is no working day.
fn closed_because(day: NaiveDate, setting: &Setting) -> &'static str {
    match public_holiday(setting.calendar.state(), day) {
        Some(holiday) => holiday.name(),
        None => match day.weekday() {
            weekend @ (Weekday::Sat | Weekday::Sun) => weekday_name(weekend),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                "Dienststelle geschlossen"
            }
        },
    }
}
