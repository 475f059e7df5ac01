//! A card in hand: where it would go, and what a rule would object to.

use super::card::{Card, name, start};
use super::desk::Desk;
use crate::pace;
use crate::parts::focus;
use crate::parts::toast::Toast;
use caseload::appointing::{Hint, hints, moved_to};
use caseload::history::{Deed, Edit};
use chrono::NaiveDate;
use leptos::prelude::*;
use rules::facts::{Appointment, Outcome};
use rules::wording::weekday_date;
use rules::{Fact, Severity};

/// How a card is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By the keys.
    Keys,
    /// By the mouse.
    Mouse,
    /// It lies open in a dialog.
    Open,
}

/// A card in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub card: Card,
    /// The appointment as it would be.
    pub draft: Appointment,
    /// How it is held.
    pub way: Way,
}

impl Held {
    /// Whether this card is in hand, or the place of it.
    pub fn is_of(held: Option<&Held>, card: Card) -> bool {
        held.is_some_and(|held| held.card == card && held.way != Way::Open)
    }
}

/// Whether an appointment can be moved at all: it is open and has not passed.
pub fn can_move(appointment: &Appointment, today: NaiveDate) -> bool {
    appointment.outcome == Outcome::Open && appointment.date >= today
}

impl Desk {
    /// Takes a card up.
    pub fn take(&self, card: Card, way: Way) {
        let Some(draft) = untrack(|| self.appointment(card)) else {
            return;
        };
        if way != Way::Open && !can_move(&draft, self.app.today.get_untracked()) {
            let text = "Dieser Termin ist vorbei und bleibt, wo er ist.";
            self.said.set(text.to_owned());
            return;
        }
        if way == Way::Keys {
            let whose = untrack(|| self.whose(&draft));
            self.said.set(format!(
                "{whose} aufgenommen, {}. Pfeil links und rechts wählen den Tag, Enter legt ab, Esc bricht ab.",
                when(&draft)
            ));
        }
        self.held.set(Some(Held { card, draft, way }));
    }

    /// Would put the card in hand on this day.
    pub fn aim(&self, date: NaiveDate) {
        let Some(held) = self.held.get_untracked() else {
            return;
        };
        if held.draft.date == date {
            return;
        }
        let Some(evaluation) = untrack(|| self.evaluation()) else {
            return;
        };
        // From where it stands, so that a look at other days costs nothing.
        let before = untrack(|| self.appointment(held.card)).unwrap_or(held.draft);
        let laid_out = untrack(|| self.laid_out(&evaluation));
        let draft = moved_to(&before, date, &laid_out, &evaluation.overview.setting);
        self.redraft(draft);
    }

    /// The card in hand as it would be now.
    pub fn redraft(&self, draft: Appointment) {
        self.held.update(|held| {
            if let Some(held) = held {
                held.draft = draft;
            }
        });
        if let Some(held) = self.held.get_untracked() {
            let against = untrack(|| self.against(&held));
            let mut text = when(&held.draft);
            for hint in against {
                text.push_str(" – ");
                if let Some(rule) = hint.rule() {
                    text.push_str(rule.id());
                    text.push_str(": ");
                }
                text.push_str(&hint.to_string());
            }
            self.said.set(text);
        }
    }

    /// The card in hand a day further or back, within its week.
    pub fn step(&self, to: impl Fn(NaiveDate) -> Option<NaiveDate>) {
        let next = self.held.with_untracked(|held| {
            let held = held.as_ref().filter(|held| held.way == Way::Keys)?;
            to(held.draft.date)
        });
        let week = untrack(|| self.week());
        if let Some(next) = next.filter(|next| (week.monday()..=week.sunday()).contains(next)) {
            self.aim(next);
        }
    }

    /// What speaks against the card in hand as it would be, and does not already against how it
    /// stands.
    pub fn against(&self, held: &Held) -> Vec<Hint> {
        let Some(evaluation) = self.evaluation() else {
            return Vec::new();
        };
        let laid_out = self.laid_out(&evaluation);
        let setting = &evaluation.overview.setting;
        let before = self.appointment(held.card);
        let before = before.map_or(Vec::new(), |before| hints(&before, &laid_out, setting));
        let mut against = hints(&held.draft, &laid_out, setting);
        against.retain(|hint| hint.severity() != Severity::Info && !before.contains(hint));
        against
    }

    /// Lets go of the card: it goes where it was aimed at, unless something speaks against that;
    /// then it lies open, with what does.
    pub fn drop_held(&self) {
        let Some(held) = self.held.get_untracked() else {
            return;
        };
        if untrack(|| self.against(&held)).is_empty() {
            self.put_down();
        } else {
            let way = Way::Open;
            self.held.set(Some(Held { way, ..held }));
        }
    }

    /// Leaves the card where it was.
    pub fn let_go(&self) {
        if let Some(held) = self.held.get_untracked() {
            self.held.set(None);
            self.said.set("Die Karte bleibt, wo sie war.".to_owned());
            find(held.card);
        }
    }

    /// Puts the card where it was aimed at.
    pub fn put_down(&self) {
        let Some(Held { card, draft, .. }) = self.held.get_untracked() else {
            return;
        };
        self.held.set(None);
        let whose = untrack(|| self.whose(&draft));
        if untrack(|| self.appointment(card)).as_ref() == Some(&draft) {
            self.said.set(String::new());
            find(card);
            return;
        }
        let done = format!("{whose} verschoben auf {}", when(&draft));
        match card {
            Card::Standing(_) => {
                let edits = vec![Edit::Appointment(Box::new(draft))];
                let changed = self.app.edit(Deed::AppointmentRevised, edits, done);
                self.said.set(String::new());
                if let Err(unchanged) = changed {
                    self.app
                        .toast
                        .set(Some(Toast::plain(unchanged.to_string())));
                }
                find(card);
            }
            Card::Pinned(_) | Card::Proposed(_) => {
                self.pin(draft);
                self.said
                    .set(done + " und fixiert; der Vorschlag ist neu gerechnet.");
                let last = self.pins.with_untracked(Vec::len) - 1;
                find(Card::Pinned(last));
            }
        }
    }

    fn whose(&self, appointment: &Appointment) -> String {
        let evaluation = self.evaluation();
        evaluation
            .and_then(|evaluation| evaluation.caseload.customer(&appointment.case).map(name))
            .unwrap_or_default()
    }
}

/// "Di 08.12.2026, 09:00 Uhr".
pub fn when(appointment: &Appointment) -> String {
    let mut text = weekday_date(appointment.date);
    if let Fact::Known(_) = appointment.start {
        text.push_str(", ");
        text.push_str(&start(appointment));
        text.push_str(" Uhr");
    }
    text
}

/// Moves the focus to a card, once the board has been written anew.
fn find(card: Card) {
    let selector = format!("[data-key=\"{}\"] button", card.key());
    pace::when_shown(move || focus::on(&selector));
}
