//! An appointment or a proposal as a card.

use super::desk::Desk;
use super::held::Held;
use crate::view::{View, view};
use caseload::Customer;
use caseload::agenda::AppointmentPlace;
use rules::Fact;
use rules::facts::{Appointment, ConsultationKind, Outcome};
use rules::wording::{channel_label, date, kind_label, outcome_label, time};

/// What a card stands for. The places hold until the caseload or the plan changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Card {
    /// An appointment of the caseload.
    Standing(AppointmentPlace),
    /// A proposal that was fixed, by its place among those.
    Pinned(usize),
    /// A proposal, by its place in the plan.
    Proposed(usize),
}

impl Card {
    /// A text by which the card is found again in the document.
    pub fn key(self) -> String {
        match self {
            Card::Standing(place) => format!("s-{}-{}", place.customer, place.appointment),
            Card::Pinned(place) => format!("f-{place}-0"),
            Card::Proposed(place) => format!("v-{place}-0"),
        }
    }

    /// The card with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        let (kind, places) = key.split_once('-')?;
        let (place, appointment) = places.split_once('-')?;
        let place = place.parse().ok()?;
        Some(match kind {
            "s" => Card::Standing(AppointmentPlace {
                customer: place,
                appointment: appointment.parse().ok()?,
            }),
            "f" => Card::Pinned(place),
            _ => Card::Proposed(place),
        })
    }

    /// Its class, and what a mark calls it.
    fn looks(self) -> (&'static str, &'static str) {
        match self {
            Card::Standing(_) => ("kd-slip", "standing"),
            Card::Pinned(_) => ("kd-slip kd-slip--proposed kd-slip--pinned", "proposed"),
            Card::Proposed(_) => ("kd-slip kd-slip--proposed", "proposed"),
        }
    }

    /// What it is, where it is no appointment yet.
    fn label(self) -> Option<&'static str> {
        match self {
            Card::Standing(_) => None,
            Card::Pinned(_) => Some("Vorschlag, fixiert"),
            Card::Proposed(_) => Some("Vorschlag"),
        }
    }
}

/// The name of a customer, or the number.
pub fn name(customer: &Customer) -> String {
    let number = customer.number.as_str();
    customer.name.clone().unwrap_or_else(|| number.to_owned())
}

/// "09:00", or "–" where nobody knows.
pub fn start(appointment: &Appointment) -> String {
    match appointment.start {
        Fact::Known(start) => time(start),
        Fact::Unknown => "–".to_owned(),
    }
}

/// "Erstgespräch, per Video, spätestens 14.01.2027".
pub fn what(appointment: &Appointment) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if appointment.kind == Fact::Known(ConsultationKind::First) {
        parts.push(kind_label(ConsultationKind::First));
    }
    if let Fact::Known(channel) = appointment.channel {
        parts.push(channel_label(channel));
    }
    if appointment.outcome != Outcome::Open {
        parts.push(outcome_label(appointment.outcome));
    }
    parts.join(", ")
}

/// The card, as an entry of its day.
pub fn view(
    desk: Desk,
    card: Card,
    appointment: &Appointment,
    customer: &Customer,
    latest: Option<chrono::NaiveDate>,
) -> View {
    let (class, kind) = card.looks();
    let held = move || desk.held.with(|held| Held::is_of(held.as_ref(), card));
    let label = card.label().map(|label| {
        view! { <span class="kd-slip__label">{label}</span> }
    });
    let latest = latest.map(|latest| {
        view! { <span class="kd-slip__what">"spätestens " {date(latest)}</span> }
    });
    let begin = appointment.start.known().map(time);
    view! {
        <li
            class=class
            class:kd-slip--held=held
            data-kd="plan-card"
            data-key=card.key()
            data-case=appointment.case.as_str().to_owned()
            data-date=appointment.date.to_string()
            data-start=begin.unwrap_or_default()
            data-kind=kind
            draggable="true"
        >
            <button type="button" class="kd-slip__body">
                {label}
                <span class="kd-slip__time">{start(appointment)}</span>
                " "
                <b>{name(customer)}</b>
                " "
                <span class="kd-slip__what">{what(appointment)}</span>
                {latest}
            </button>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::Card;
    use caseload::agenda::AppointmentPlace;

    #[test]
    fn a_card_is_found_again_by_its_key() {
        let place = AppointmentPlace {
            customer: 12,
            appointment: 3,
        };
        for card in [Card::Standing(place), Card::Pinned(0), Card::Proposed(104)] {
            assert_eq!(Card::from_key(&card.key()), Some(card));
        }
        for key in ["", "s", "s-1", "s-1-x", "v-x-0"] {
            assert_eq!(Card::from_key(key), None, "{key}");
        }
    }
}
