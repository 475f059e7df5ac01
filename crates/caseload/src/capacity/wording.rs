//! The sum in German, line by line.

use super::sum::{Capacity, GroupDemand};
use crate::week;
use rules::Share;
use rules::wording::{date, standard_label};

/// A line of the sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is worked out.
    pub what: String,
    /// How.
    pub how: String,
    /// What comes out.
    pub result: String,
}

fn step(what: &str, how: String, result: String) -> Step {
    Step {
        what: what.to_owned(),
        how,
        result,
    }
}

/// The lines of the sum, from the customers to what is left over.
pub fn steps(capacity: &Capacity) -> Vec<Step> {
    let mut steps: Vec<Step> = capacity.groups.iter().map(of_group).collect();
    let parts = capacity.groups.iter();
    let parts: Vec<String> = parts.map(|group| group.consultations.to_string()).collect();
    steps.push(step(
        "Beratungen im Jahr",
        parts.join(" + "),
        capacity.consultations.to_string(),
    ));
    steps.push(of_attendance(capacity));
    let weeks = capacity.weeks.len();
    steps.push(step(
        "Plätze im Jahr nach der Wochenvorgabe",
        format!("{weeks} Wochen × {}", capacity.quota),
        (capacity.supply + capacity.lost).to_string(),
    ));
    steps.push(step(
        "weniger an Feiertagen, Schließungen und Abwesenheit",
        "Wochen, in denen die Vorgabe nicht auf die Tage passt".to_owned(),
        capacity.lost.to_string(),
    ));
    let left = capacity.supply;
    steps.push(step(
        "Plätze im Jahr",
        format!("{} − {}", left + capacity.lost, capacity.lost),
        left.to_string(),
    ));
    if let Some(demand) = capacity.demand {
        let (what, amount) = if demand > left {
            ("Es fehlen", demand - left)
        } else {
            ("Es bleiben", left - demand)
        };
        let (more, less) = (demand.max(left), demand.min(left));
        steps.push(step(what, format!("{more} − {less}"), amount.to_string()));
    }
    steps
}

/// "150 × 12 Monate ÷ 4".
fn of_group(group: &GroupDemand) -> Step {
    step(
        standard_label(group.standard),
        format!("{} × 12 Monate ÷ {}", group.customers, group.months),
        group.consultations.to_string(),
    )
}

fn of_attendance(capacity: &Capacity) -> Step {
    let consultations = capacity.consultations;
    let how = match capacity.attendance {
        Share { of: 0, .. } => "noch keine Erfahrung: jeder Termin kommt zustande".to_owned(),
        Share { part, of } => {
            format!("{consultations} × {of} ÷ {part}; {part} von {of} Terminen kommen zustande")
        }
    };
    let result = capacity.demand.map(|demand| demand.to_string());
    let result = result.unwrap_or_else(|| "nicht möglich".to_owned());
    step("Termine, die dafür nötig sind", how, result)
}

/// What follows, in one or two sentences.
pub fn verdict(capacity: &Capacity) -> String {
    let Some(demand) = capacity.demand else {
        return "Wenn kein Termin zustande kommt, reicht keine Zahl von Terminen.".to_owned();
    };
    let mut verdict = if demand > capacity.supply {
        format!(
            "Es reicht nicht: Vom {} bis {} sind {demand} Termine nötig, Platz ist für {}.",
            date(capacity.from),
            date(capacity.to),
            capacity.supply
        )
    } else {
        format!(
            "Es reicht: Vom {} bis {} sind {demand} Termine nötig, Platz ist für {}.",
            date(capacity.from),
            date(capacity.to),
            capacity.supply
        )
    };
    if let Some(week) = capacity.breaks {
        verdict.push_str(&format!(
            " Ab {} sind mehr Termine nötig, als bis dahin Platz haben.",
            week::title(week)
        ));
    }
    if let Some(carries) = capacity.carries {
        verdict.push_str(&format!(
            " Bei dieser Mischung trägt die Stelle {carries} Kundinnen und Kunden."
        ));
    }
    verdict
}
