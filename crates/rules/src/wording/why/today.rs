//! Where the customer stands today, and what nobody recorded yet.

use super::{Detail, Step, Tone};
use crate::facts::{Appointment, Contact};
use crate::wording::label::{missing_label, state_meaning};
use crate::wording::weekday_date;
use crate::{Due, DueState, Setting};

pub(super) fn state_step(appointments: &[Appointment], due: &Due, setting: &Setting) -> Step {
    let appointment = due.appointment.and_then(|index| appointments.get(index));
    let mut text = match due.days_overdue(setting.today) {
        Some(late) => format!("Überfällig seit {}.", days_dative(late)),
        None => state_meaning(due.state).to_owned(),
    };
    if let Some(appointment) = appointment {
        text.push_str(&format!(
            " Nächster offener Termin: {}.",
            weekday_date(appointment.date)
        ));
    } else if due.state != DueState::Exempt {
        text.push_str(" Ein offener Termin ist nicht erfasst.");
    }
    Step {
        title: "Stand heute",
        text,
        rules: Vec::new(),
        details: Vec::new(),
    }
}

/// "1 Tag", "21 Tagen", as in "seit 21 Tagen".
fn days_dative(count: i64) -> String {
    if count == 1 {
        "1 Tag".to_owned()
    } else {
        format!("{count} Tagen")
    }
}

pub(super) fn missing_step(contacts: &[Contact], due: &Due) -> Option<Step> {
    if due.missing.is_empty() {
        return None;
    }
    let details = due
        .missing
        .iter()
        .map(|missing| Detail {
            text: missing_label(missing, contacts),
            rules: Vec::new(),
            tone: Tone::Open,
        })
        .collect();
    Some(Step {
        title: "Fehlende Angaben",
        text: "Unbekanntes gilt nie als Nein. Diese Angaben würden das Ergebnis klären:".to_owned(),
        rules: Vec::new(),
        details,
    })
}
