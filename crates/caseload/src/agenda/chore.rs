//! Something that there is to do, how much of it, and until when.

use chrono::NaiveDate;
use rules::wording::date;

/// A kind of thing to do. The order is that of the list: what is due soonest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Chore {
    /// Say what became of an appointment that has passed (F5).
    Outcome,
    /// Advise somebody else by phone in the time of a missed appointment (F8).
    Replace,
    /// Document a contact (C3).
    Document,
    /// Record an appointment in ATV (F1).
    RecordAppointment,
    /// Invite somebody into a gap (F7).
    Refill,
    /// Make an appointment with somebody who needs one (D7).
    MakeAppointment,
    /// Check a category (E1, E2, C6).
    CheckCategory,
    /// Enter something in VerBIS or ATV.
    Transfer,
}

impl Chore {
    /// Every kind, in order.
    pub const ALL: [Chore; 8] = [
        Chore::Outcome,
        Chore::Replace,
        Chore::Document,
        Chore::RecordAppointment,
        Chore::Refill,
        Chore::MakeAppointment,
        Chore::CheckCategory,
        Chore::Transfer,
    ];

    /// The name used in marks.
    pub fn key(self) -> &'static str {
        match self {
            Chore::Outcome => "outcome",
            Chore::Replace => "replace",
            Chore::Document => "document",
            Chore::RecordAppointment => "record_appointment",
            Chore::Refill => "refill",
            Chore::MakeAppointment => "make_appointment",
            Chore::CheckCategory => "check_category",
            Chore::Transfer => "transfer",
        }
    }

    /// What there is one of, what there are several of, and what to do with them.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Chore::Outcome => ("Termin", "Termine", "ohne Ergebnis"),
            Chore::Replace => ("Ersatzgespräch", "Ersatzgespräche", "führen"),
            Chore::Document => ("Vermerk", "Vermerke", "schreiben"),
            Chore::RecordAppointment => ("Termin", "Termine", "in ATV eintragen"),
            Chore::Refill => ("Lücke", "Lücken", "nachbesetzen"),
            Chore::MakeAppointment => ("Termin", "Termine", "vergeben"),
            Chore::CheckCategory => ("Kategorie", "Kategorien", "prüfen"),
            Chore::Transfer => ("Übertrag", "Überträge", "nach VerBIS und ATV"),
        }
    }

    /// What stands before its days: when something was or is, or until when it has to be done.
    fn preposition(self) -> &'static str {
        match self {
            Chore::Outcome | Chore::Replace | Chore::Refill => "",
            Chore::Document
            | Chore::RecordAppointment
            | Chore::MakeAppointment
            | Chore::CheckCategory
            | Chore::Transfer => "bis ",
        }
    }
}

/// How much there is to do of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Todo {
    /// Of which kind.
    pub chore: Chore,
    /// How many.
    pub count: usize,
    /// The first and the last of its days, both inclusive; `None` if it has none.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Todo {
    pub(super) fn none(chore: Chore) -> Self {
        Todo {
            chore,
            count: 0,
            days: None,
        }
    }

    pub(super) fn add(&mut self, day: Option<NaiveDate>) {
        self.count += 1;
        let Some(day) = day else { return };
        self.days = Some(match self.days {
            None => (day, day),
            Some((first, last)) => (first.min(day), last.max(day)),
        });
    }

    /// What there is to do: "4 Termine in ATV eintragen (bis 04.12.2026–11.12.2026)".
    pub fn text(&self, today: NaiveDate) -> String {
        let (one, many, what) = self.chore.words();
        let noun = if self.count == 1 { one } else { many };
        let mut text = format!("{} {noun} {what}", self.count);
        if let Some((first, last)) = self.days {
            text.push_str(" (");
            text.push_str(self.chore.preposition());
            text.push_str(&near(first, today));
            if last != first {
                text.push_str(" – ");
                text.push_str(&near(last, today));
            }
            text.push(')');
        }
        text
    }
}

/// "heute", "morgen", "04.12.2026".
fn near(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "heute".to_owned(),
        1 => "morgen".to_owned(),
        _ => date(day),
    }
}
