//! Customers who could use time that has become free, ranked, each with the reason.

use crate::overview::{Overview, evaluate};
use crate::record::{Caseload, Customer};
use chrono::NaiveDate;
use rules::edition::U25Mode;
use rules::facts::{Appointment, CaseId, Channel, ConsultationKind, Contact, Origin, Status};
use rules::wording::date;
use rules::{Due, DueState, Fact, Group, Setting, Standard, Window, unanswered_call};

/// Somebody who could use the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// Place of the customer in [`Caseload::customers`].
    pub customer: usize,
    /// The customer's window.
    pub window: Window,
    /// Days from today to the latest day; below 0 if it has passed.
    pub days_until_due: i64,
    /// Days from the last contact that counted to today; `None` if there was none.
    pub days_since_last: Option<i64>,
    /// What the consultation would be.
    pub kind: ConsultationKind,
}

impl Suggestion {
    /// Why this customer: "seit 21 Tagen überfällig, letzter Kontakt vor 141 Tagen".
    pub fn reason(&self) -> String {
        let due = match self.days_until_due {
            0 => "heute fällig".to_owned(),
            days if days < 0 => format!("seit {} überfällig", days_dative(-days)),
            days => format!(
                "fällig in {} (spätestens {})",
                days_dative(days),
                date(self.window.latest)
            ),
        };
        let last = match self.days_since_last {
            None => "noch kein Kontakt, der zählt".to_owned(),
            Some(0) => "letzter Kontakt heute".to_owned(),
            Some(days) => format!("letzter Kontakt vor {}", days_dative(days)),
        };
        format!("{due}, {last}")
    }
}

/// F7 — whom to invite into the gap of a cancelled appointment, at most so many: customers who have
/// no appointment, for whom its day is not too late, or who are overdue anyway.
pub fn for_gap(
    gap: &Appointment,
    most: usize,
    caseload: &Caseload,
    overview: &Overview,
) -> Vec<Suggestion> {
    let suits = |_: &Customer, due: &Due, window: Window| {
        due.state == DueState::Overdue || gap.date <= window.latest
    };
    ranked(gap.date, &gap.case, most, &suits, caseload, overview)
}

/// F8 — whom to advise by phone today in the time of a missed appointment, at most so many:
/// customers who are unemployed, have no appointment, were not spoken to today, and need not be
/// invited in person after a call that they missed (F9).
pub fn for_call(
    missed: &Appointment,
    most: usize,
    caseload: &Caseload,
    overview: &Overview,
) -> Vec<Suggestion> {
    let today = overview.setting.today;
    let suits = |customer: &Customer, _: &Due, _: Window| {
        customer.facts.status == Fact::Known(Status::Unemployed)
            && customer
                .contacts
                .iter()
                .all(|contact| contact.date != today)
            && unanswered_call(&customer.appointments).is_none()
    };
    ranked(today, &missed.case, most, &suits, caseload, overview)
}

/// Customers in the order of the due list who have a window, no open appointment, and whom a
/// consultation on `day` would help.
fn ranked(
    day: NaiveDate,
    but: &CaseId,
    most: usize,
    suits: &dyn Fn(&Customer, &Due, Window) -> bool,
    caseload: &Caseload,
    overview: &Overview,
) -> Vec<Suggestion> {
    let then = Setting {
        today: day,
        ..overview.setting.clone()
    };
    let mut suggestions = Vec::new();
    for entry in overview.in_due_order(caseload) {
        if suggestions.len() == most {
            break;
        }
        let (Some(customer), Some(window)) =
            (caseload.customers.get(entry.customer), entry.due.window)
        else {
            continue;
        };
        if customer.id != *but
            && entry.due.appointment.is_none()
            && suits(customer, &entry.due, window)
            && helps(customer, &entry.due, window, &then)
        {
            suggestions.push(suggestion(entry.customer, &entry.due, window, overview));
        }
    }
    suggestions
}

fn suggestion(customer: usize, due: &Due, window: Window, overview: &Overview) -> Suggestion {
    let today = overview.setting.today;
    Suggestion {
        customer,
        window,
        days_until_due: (window.latest - today).num_days(),
        days_since_last: due
            .last_qualified
            .map(|last| (today - last.date).num_days()),
        kind: due.next_kind(),
    }
}

/// Whether a consultation on the day of `then` would not come too early: it would move the latest
/// day on, and lies some weeks after the last one or as late as it may. Who has to be seen every
/// month is seen when the month has come, so the weeks do not matter there.
fn helps(customer: &Customer, due: &Due, window: Window, then: &Setting) -> bool {
    let parameters = then.edition.parameters();
    let mut seen = customer.clone();
    let mut contact = Contact::bare(SUPPOSED.into(), then.today, Origin::Entered);
    contact.channel = Fact::Known(Channel::InPerson);
    seen.contacts.push(contact);
    let latest = evaluate(&seen, then).window.map(|window| window.latest);
    let moves_on = latest.is_none_or(|latest| latest > window.latest);
    let by_month =
        due.group == Group::Under(Standard::U25) && parameters.u25_mode == U25Mode::CalendarMonth;
    let rested = due.last_qualified.is_none_or(|last| {
        let earliest = parameters.min_gap_days.after(last.date);
        then.today >= earliest.min(window.latest_appointment)
    });
    moves_on && (by_month || rested)
}

/// Stands for a contact that nobody has recorded; later than any other on its day.
const SUPPOSED: &str = "~";

/// "1 Tag", "21 Tagen".
fn days_dative(days: i64) -> String {
    if days == 1 {
        "1 Tag".to_owned()
    } else {
        format!("{days} Tagen")
    }
}
