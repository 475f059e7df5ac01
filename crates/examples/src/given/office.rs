//! The office of a case: its state, its days, the share of a post, and numbers that it changed.

use super::{day, time};
use crate::tree::Keys;
use crate::words::{U25_MODE, WEEKDAY, word};
use chrono::NaiveDate;
use rules::Setting;
use rules::edition::{Edition, EditionId, LocalParameter, Parameter, ParameterValue};
use rules::facts::{Absence, Closure, FederalState, Fte, Hours, OfficeDays};
use serde_json::Value;

pub(super) fn setting(keys: &Keys<'_>, today: NaiveDate) -> Result<Setting, String> {
    let changes = keys
        .list("parameters")?
        .iter()
        .map(local_parameter)
        .collect::<Result<Vec<_>, _>>()?;
    let edition = Edition::in_force(EditionId::CURRENT, today, &changes)
        .map_err(|error| error.to_string())?;
    Ok(Setting::new(today, edition, &office(keys)?))
}

fn office(keys: &Keys<'_>) -> Result<OfficeDays, String> {
    let state = match keys.text("state")? {
        None => FederalState::BW,
        Some(code) => FederalState::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| format!("no state has the code {code}"))?,
    };
    let mut office = OfficeDays::usual(state);
    if let Some(share) = keys.value("fte") {
        office.fte = fte(share)?;
    }
    if let Some(days) = keys.texts("working_days")? {
        office.working_days = days
            .into_iter()
            .map(|day| word(day, WEEKDAY))
            .collect::<Result<_, _>>()?;
    }
    let hours = keys.list("hours")?;
    if !hours.is_empty() {
        office.hours = hours.iter().map(stretch).collect::<Result<_, _>>()?;
    }
    office.absences = keys
        .list("absences")?
        .iter()
        .map(absence)
        .collect::<Result<_, _>>()?;
    for closed in keys.texts("closures")?.unwrap_or_default() {
        office.closures.push(Closure {
            date: day(closed)?,
            reason: None,
        });
    }
    Ok(office)
}

/// A share of a post, written as in 0.75.
fn fte(share: &Value) -> Result<Fte, String> {
    (5..=100)
        .find(|hundredths| share.as_f64() == Some(f64::from(*hundredths) / 100.0))
        .and_then(|hundredths| Fte::from_hundredths(hundredths).ok())
        .ok_or_else(|| format!("fte: {share} is no share in hundredths"))
}

fn stretch(entry: &Value) -> Result<Hours, String> {
    let keys = Keys::of(entry)?;
    let hours = Hours {
        from: time(keys.required("from")?)?,
        to: time(keys.required("to")?)?,
    };
    keys.finish()?;
    Ok(hours)
}

fn absence(entry: &Value) -> Result<Absence, String> {
    let keys = Keys::of(entry)?;
    let absence = Absence {
        from: day(keys.required("from")?)?,
        to: day(keys.required("to")?)?,
        reason: None,
    };
    keys.finish()?;
    Ok(absence)
}

fn local_parameter(entry: &Value) -> Result<LocalParameter, String> {
    let keys = Keys::of(entry)?;
    let name = keys.required("name")?;
    let value = match keys.value("value") {
        Some(Value::String(text)) => ParameterValue::U25Mode(word(text, U25_MODE)?),
        _ => ParameterValue::Number(keys.small("value")?.ok_or("value is missing")?),
    };
    let change = LocalParameter {
        parameter: Parameter::from_key(name)
            .ok_or_else(|| format!("no parameter is called {name}"))?,
        value,
        since: day(keys.required("since")?)?,
        reason: None,
    };
    keys.finish()?;
    Ok(change)
}
