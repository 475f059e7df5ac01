//! The caseworker is away and appointments stand (F10, F11): which, and who is asked to take them.

use crate::overview::{Entry, Overview};
use crate::record::{Caseload, Customer};
use crate::transfers::appointment_words;
use chrono::NaiveDate;
use rules::Window;
use rules::facts::{Appointment, Outcome};
use rules::ordering::sort_by_key;
use rules::wording::date;

/// An appointment that stands on a day of absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affected<'c> {
    /// Place of the customer in [`Caseload::customers`].
    pub place: usize,
    /// The customer.
    pub customer: &'c Customer,
    /// The appointment.
    pub appointment: &'c Appointment,
    /// The customer's window; `None` without one.
    pub window: Option<Window>,
}

/// Open appointments from `from` to `to`, both inclusive, that have not passed, in the order of
/// time.
pub fn affected<'c>(
    (from, to): (NaiveDate, NaiveDate),
    caseload: &'c Caseload,
    overview: &Overview,
) -> Vec<Affected<'c>> {
    let mut affected = Vec::new();
    for Entry { customer, due } in &overview.entries {
        let place = *customer;
        let Some(customer) = caseload.customers.get(place) else {
            continue;
        };
        for appointment in &customer.appointments {
            let stands = appointment.outcome == Outcome::Open
                && (from..=to).contains(&appointment.date)
                && appointment.date >= overview.setting.today;
            if stands {
                affected.push(Affected {
                    place,
                    customer: customer.as_ref(),
                    appointment,
                    window: due.window,
                });
            }
        }
    }
    sort_by_key(&mut affected, |affected| {
        affected.appointment.place_in_time()
    });
    affected
}

/// Who is asked to take over, one after the other (F10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Helper {
    /// The deputy.
    Deputy,
    /// The whole team.
    Team,
    /// The team lead.
    TeamLead,
}

impl Helper {
    /// Everybody, in the order in which they are asked.
    pub const ALL: [Helper; 3] = [Helper::Deputy, Helper::Team, Helper::TeamLead];

    /// The name used in marks.
    pub fn key(self) -> &'static str {
        match self {
            Helper::Deputy => "deputy",
            Helper::Team => "team",
            Helper::TeamLead => "team_lead",
        }
    }

    /// Name on screen.
    pub fn label(self) -> &'static str {
        match self {
            Helper::Deputy => "Vertretung",
            Helper::Team => "Team",
            Helper::TeamLead => "Teamleitung",
        }
    }

    /// What to do at this step, in one sentence.
    pub fn advice(self) -> &'static str {
        match self {
            Helper::Deputy => {
                "Bitten Sie zuerst Ihre Vertretung, die Termine zu übernehmen; abgesagt wird nichts."
            }
            Helper::Team => "Kann die Vertretung nicht alle übernehmen, fragen Sie das ganze Team.",
            Helper::TeamLead => "Ist im Team niemand frei, sprechen Sie mit der Teamleitung.",
        }
    }

    fn request(self) -> &'static str {
        match self {
            Helper::Deputy => "Bitte übernehmen Sie diese Termine als Vertretung:",
            Helper::Team => {
                "Die Vertretung kann diese Termine nicht übernehmen. Wer aus dem Team hat Zeit?"
            }
            Helper::TeamLead => {
                "Weder Vertretung noch Team können diese Termine übernehmen. Bitte entscheiden Sie, wie es weitergeht:"
            }
        }
    }
}

/// A text to send to whoever is asked: the absence, the request, and a line for each appointment.
/// It names customers by their number only.
pub fn request(
    helper: Helper,
    (from, to): (NaiveDate, NaiveDate),
    affected: &[Affected<'_>],
) -> String {
    let mut text = if from == to {
        format!("Abwesenheit am {}", date(from))
    } else {
        format!("Abwesenheit vom {} bis {}", date(from), date(to))
    };
    text.push_str(". ");
    text.push_str(helper.request());
    for affected in affected {
        text.push('\n');
        text.push_str(affected.customer.number.as_str());
        text.push_str(": ");
        text.push_str(&appointment_words(affected.appointment));
        if let Some(window) = affected.window {
            text.push_str(" (spätestens ");
            text.push_str(&date(window.latest));
            text.push(')');
        }
    }
    text
}
